from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.notes_view import OwnPart, compose_own_part
from explorer.style import DARK, LIGHT
from explorer.ui.panels.notes.own import READ, OwnColumn
from explorer.workspace.document import Workspace
from explorer.workspace.edits import write_note

NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture
def column(qtbot: QtBot) -> OwnColumn:
    made = OwnColumn(LIGHT)
    qtbot.addWidget(made)
    made.resize(500, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def part_of(atlas: Atlas, text: str, place: str = "country:KAZ") -> OwnPart:
    return compose_own_part(atlas, write_note(Workspace(), place, text, NOW), place)


def test_each_key_is_told_with_the_place(atlas: Atlas, column: OwnColumn) -> None:
    told: list[tuple[str, str]] = []

    def tell(place: str, text: str) -> None:
        told.append((place, text))

    column.edited.connect(tell)
    column.show_part(part_of(atlas, ""), is_beside=False)
    QTest.keyClicks(column.editor, "Hi")
    assert told == [("country:KAZ", "H"), ("country:KAZ", "Hi")]


def test_a_note_is_read_in_place_of_the_editor_or_beside_it(
    atlas: Atlas, column: OwnColumn
) -> None:
    column.show_part(part_of(atlas, "*So* [E002]"), is_beside=False)
    assert column.editor.isVisible()
    assert not column.paper.isVisible()
    column.modes.buttons[1].click()
    assert column.modes.key == READ
    assert not column.editor.isVisible()
    assert column.paper.isVisible()
    assert column.paper.note.toPlainText() == "So E002"
    column.show_part(part_of(atlas, "Other", "cell:KAZ:iran_wedge"), is_beside=True)
    assert column.editor.isVisible()
    assert column.paper.isVisible()
    assert not column.modes.isVisible()


def test_writing_is_come_back_to_when_it_is_asked_for(atlas: Atlas, column: OwnColumn) -> None:
    column.show_part(part_of(atlas, "Text"), is_beside=False)
    column.modes.buttons[1].click()
    column.focus()
    assert column.editor.isVisible()
    assert column.editor.hasFocus()


def test_what_is_read_follows_without_touching_the_editor(atlas: Atlas, column: OwnColumn) -> None:
    column.show_part(part_of(atlas, "One"), is_beside=True)
    QTest.keyClicks(column.editor, "x")
    column.show_reading(part_of(atlas, "Two"))
    assert column.paper.note.toPlainText() == "Two"
    assert column.editor.toPlainText() == "xOne"


def test_the_editor_is_named_by_what_the_note_is_on(atlas: Atlas, column: OwnColumn) -> None:
    column.show_part(part_of(atlas, ""), is_beside=False)
    assert column.editor.accessibleName() == "Your note on Kazakhstan"
    assert column.paper.note.accessibleName() == "Your note on Kazakhstan, as it reads"


def test_esc_and_undo_are_handed_on(atlas: Atlas, column: OwnColumn) -> None:
    asked: list[str] = []
    column.escaped.connect(lambda: asked.append("esc"))
    column.undo_wanted.connect(lambda: asked.append("undo"))
    column.show_part(part_of(atlas, ""), is_beside=False)
    QTest.keyClick(column.editor, Qt.Key.Key_Escape)
    QTest.keyClick(column.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["esc", "undo"]


def test_the_mode_stays_in_another_theme(atlas: Atlas, column: OwnColumn) -> None:
    column.show_part(part_of(atlas, "Text"), is_beside=False)
    column.modes.buttons[1].click()
    column.set_theme(DARK)
    assert column.modes.key == READ
    assert column.paper.note.toPlainText() == "Text"
