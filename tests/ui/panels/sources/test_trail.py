from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explorer.style import LIGHT
from explorer.ui.panels.sources.trail import TrailBar

LONG = "Kazakhstan: Shared wariness of Iran, rated"
WAY = ((0, LONG), (1, "Coverage record for Kazakhstan (assessments, events, leads)"))


def shown_words(bar: TrailBar) -> list[str]:
    return [link.text() for link in bar.links]


def test_names_are_whole_where_they_have_room_and_cut_where_they_have_not(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    bar = TrailBar(LIGHT)
    room = QHBoxLayout(home)
    room.setContentsMargins(0, 0, 0, 0)
    room.addWidget(bar)
    home.resize(1200, 40)
    home.show()
    bar.show_way(WAY, can_go_back=True, can_go_forward=False)
    assert shown_words(bar) == [LONG]
    home.resize(620, 40)
    qtbot.waitUntil(lambda: shown_words(bar) != [LONG], timeout=3000)
    assert home.width() == 620
    assert shown_words(bar)[0].endswith("…")
    assert bar.links[0].accessibleName() == f"Back to {LONG}"
    home.resize(1200, 40)
    qtbot.waitUntil(lambda: shown_words(bar) == [LONG], timeout=3000)
