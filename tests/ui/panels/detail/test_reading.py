import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.search import Hit, HitKind
from explorer.pages.search_reading import compose_reading
from explorer.style import LIGHT
from explorer.ui.panels.detail.reading import ReadingWindow
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.note_text import NoteText
from explorer.ui.widgets.source_link import SourceLine


@pytest.fixture
def parent(qtbot: QtBot, themes: ThemeKeeper) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    return made


def opened(parent: QWidget, atlas: Atlas, kind: HitKind, key: str) -> ReadingWindow:
    reading = compose_reading(atlas, Hit(kind, key, "", None, key=key))
    assert reading is not None
    made = ReadingWindow(reading, LIGHT, parent)
    made.show()
    return made


@pytest.mark.parametrize(
    ("kind", "key"),
    [("glossary", "Middle Corridor"), ("event", "5"), ("assessment", "1"), ("question", "Q02")],
)
def test_a_short_reading_is_seen_whole(
    parent: QWidget, atlas: Atlas, kind: HitKind, key: str
) -> None:
    made = opened(parent, atlas, kind, key)
    bar = made.findChildren(QScrollArea)[0].verticalScrollBar()
    assert bar.maximum() == 0 or made.height() >= 600
    texts = [label.text() for label in made.findChildren(QLabel)]
    assert made.windowTitle() in texts
    made.close()


def test_a_long_reading_scrolls_and_stays_within_its_parent(parent: QWidget, atlas: Atlas) -> None:
    ids = [source for item in atlas.evidence for source in item.source_ids]
    made = opened(parent, atlas, "source", max(ids, key=ids.count))
    assert made.height() <= 620
    assert made.findChildren(QScrollArea)[0].verticalScrollBar().maximum() > 0
    made.close()


def test_its_links_are_handed_on(qtbot: QtBot, parent: QWidget, atlas: Atlas) -> None:
    made = opened(parent, atlas, "glossary", "Middle Corridor")
    told: list[str] = []
    made.evidence_opened.connect(told.append)
    made.findChildren(NoteText)[0].evidence_opened.emit("E119")
    assert told == ["E119"]
    made.close()
    made = opened(parent, atlas, "event", "5")
    with qtbot.waitSignal(made.link_opened):
        made.findChildren(SourceLine)[0].findChildren(QAbstractButton)[0].click()
    made.close()
