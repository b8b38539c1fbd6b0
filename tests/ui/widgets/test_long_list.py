from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from explorer.style import LIGHT
from explorer.ui.widgets.long_list import LongList


def list_of(qtbot: QtBot, count: int) -> LongList[str]:
    made = LongList(tuple(f"item {at}" for at in range(count)), QLabel, LIGHT)
    qtbot.addWidget(made)
    return made


def test_a_long_list_shows_eight_and_offers_them_all(qtbot: QtBot) -> None:
    made = list_of(qtbot, 23)
    assert len(made.findChildren(QLabel)) == 8
    assert made.button is not None
    assert made.button.text() == "Show all 23"
    made.button.click()
    assert len(made.findChildren(QLabel)) == 23
    assert made.button is None


def test_a_short_list_offers_nothing(qtbot: QtBot) -> None:
    assert list_of(qtbot, 8).button is None


def test_asking_for_a_hidden_item_shows_it(qtbot: QtBot) -> None:
    made = list_of(qtbot, 12)
    found = made.widget_of("item 11")
    assert isinstance(found, QLabel)
    assert found.text() == "item 11"
    assert made.widget_of("none") is None
