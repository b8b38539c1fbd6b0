import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.pages.note_links import CitedLine
from explorer.style import DARK, LIGHT
from explorer.ui.panels.notes.page import NotePaper
from explorer.ui.widgets.link import LinkButton

LONG = "\n\n".join(f"Paragraph {n} with [E{n:03d}](evidence:E{n:03d})." for n in range(1, 60))
CITED = (CitedLine("evidence:E002", "E002", "A claim", "B1 · 1996"),)


@pytest.fixture
def paper(qtbot: QtBot) -> NotePaper:
    made = NotePaper("A note", LIGHT)
    qtbot.addWidget(made)
    made.resize(420, 240)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_text_is_as_tall_as_it_is_and_the_page_scrolls(qtbot: QtBot, paper: NotePaper) -> None:
    paper.show_text("Short.", (), ())
    qtbot.waitUntil(lambda: paper.verticalScrollBar().maximum() == 0)
    paper.show_text(LONG, (), ())
    qtbot.waitUntil(lambda: paper.verticalScrollBar().maximum() > 500)
    paper.note.setFocus()
    QTest.keyClick(paper.note, Qt.Key.Key_PageDown)
    assert paper.verticalScrollBar().value() > 0
    paper.to_top()
    assert paper.verticalScrollBar().value() == 0


def test_the_link_that_the_keyboard_goes_to_is_brought_into_sight(
    qtbot: QtBot, paper: NotePaper
) -> None:
    paper.show_text(LONG, (), ())
    qtbot.waitUntil(lambda: paper.verticalScrollBar().maximum() > 500)
    paper.note.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(40):
        QTest.keyClick(paper.note, Qt.Key.Key_Tab)
    line = paper.note.cursorRect(paper.note.textCursor())
    seen = paper.note.mapTo(paper.viewport(), QPoint(line.left(), line.center().y()))
    assert paper.viewport().rect().contains(seen)


def test_links_stand_under_the_text_and_go_when_there_are_none(paper: NotePaper) -> None:
    paper.show_text("Text.", CITED, ())
    assert [type(stop) for stop in paper.stops[1:]] == [LinkButton]
    followed: list[str] = []
    paper.followed.connect(followed.append)
    button = paper.stops[1]
    assert isinstance(button, LinkButton)
    button.click()
    assert followed == ["evidence:E002"]
    paper.show_text("Text.", (), ())
    assert paper.stops == [paper.note]


def test_a_text_that_is_shown_already_is_not_made_again(paper: NotePaper) -> None:
    paper.show_text("Text.", CITED, ())
    before = paper.note.document()
    paper.show_text("Text.", (), ())
    assert paper.note.document() is before


def test_another_theme_keeps_text_links_and_name(paper: NotePaper) -> None:
    paper.show_text("Text [E002](evidence:E002).", CITED, ())
    paper.name_text("Kazakhstan and Israel")
    paper.set_theme(DARK)
    assert paper.note.toPlainText() == "Text E002."
    assert len(paper.stops) == 2
    assert paper.note.accessibleName() == "Kazakhstan and Israel"
