import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.pages.detail import UserNoteBlock, UserNoteField
from explorer.pages.view import Target
from explorer.style import DARK
from explorer.ui.panels.detail.notes import HELD, NoteDock
from explorer.ui.theme import ThemeKeeper

CELL = Target("cell", "KAZ", "iran_wedge")
FACTOR = Target("factor", factor="iran_wedge")
COUNTRY = Target("country", "KAZ")


def block(cell: str = "", factor: str = "", first: Target = CELL) -> UserNoteBlock:
    return UserNoteBlock(
        "My note",
        (
            UserNoteField(first, "Kazakhstan · Wariness", cell),
            UserNoteField(FACTOR, "Wariness", factor),
        ),
    )


@pytest.fixture
def dock(qtbot: QtBot, themes: ThemeKeeper) -> NoteDock:
    made = NoteDock(themes.theme)
    qtbot.addWidget(made)
    made.resize(352, 120)
    made.show_block(block())
    made.show()
    return made


def names(dock: NoteDock) -> list[str]:
    return [dock.places.itemText(at) for at in range(dock.places.count())]


def test_the_place_that_comes_first_is_in_the_editor(dock: NoteDock) -> None:
    dock.show_block(block("of the cell", "of the factor"))
    assert dock.target == CELL
    assert dock.editor.toPlainText() == "of the cell"
    assert dock.editor.accessibleName() == "Your note on Kazakhstan · Wariness"


def test_another_place_is_chosen_by_keyboard_and_the_edit_before_it_ends(
    qtbot: QtBot, dock: NoteDock
) -> None:
    dock.show_block(block("of the cell", "of the factor"))
    assert dock.places.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(dock.left):
        QTest.keyClick(dock.places, Qt.Key.Key_Down)
    assert dock.target == FACTOR
    assert dock.editor.toPlainText() == "of the factor"
    came: list[tuple[object, str]] = []

    def take(target: object, text: str) -> None:
        came.append((target, text))

    dock.edited.connect(take)
    QTest.keyClicks(dock.editor, "!")
    assert came == [(FACTOR, "of the factor!")]


def test_places_that_hold_a_note_are_marked_also_while_it_is_written(dock: NoteDock) -> None:
    assert names(dock) == ["Kazakhstan · Wariness", "Wariness"]
    QTest.keyClicks(dock.editor, "x")
    assert names(dock) == [f"Kazakhstan · Wariness{HELD}", "Wariness"]
    QTest.keyClick(dock.editor, Qt.Key.Key_Backspace)
    assert names(dock) == ["Kazakhstan · Wariness", "Wariness"]


def test_what_is_written_is_there_when_its_place_is_chosen_again(dock: NoteDock) -> None:
    QTest.keyClicks(dock.editor, "kept")
    assert dock.show_target(FACTOR)
    assert dock.editor.toPlainText() == ""
    assert dock.show_target(CELL)
    assert dock.editor.toPlainText() == "kept"
    assert not dock.show_target(COUNTRY)


def test_the_chosen_place_stays_while_the_selection_does(dock: NoteDock) -> None:
    dock.show_target(FACTOR)
    dock.show_block(block("", "from undo"))
    assert dock.target == FACTOR
    assert dock.editor.toPlainText() == "from undo"
    dock.show_block(block("", "from undo", first=Target("cell", "UZB", "iran_wedge")))
    assert dock.target == Target("cell", "UZB", "iran_wedge")
    assert dock.editor.toPlainText() == ""


def test_one_place_needs_no_choice_and_is_named(dock: NoteDock) -> None:
    dock.show_block(UserNoteBlock("My note", (UserNoteField(COUNTRY, "Kazakhstan", ""),)))
    assert not dock.places.isVisible()
    assert dock._place.isVisible()
    assert dock._place.text() == "Kazakhstan"


def test_without_a_place_there_is_no_dock(dock: NoteDock) -> None:
    dock.show_block(UserNoteBlock("", ()))
    assert not dock.isVisible()


def test_another_theme_keeps_what_is_being_written(dock: NoteDock) -> None:
    QTest.keyClicks(dock.editor, "half a")
    caret = dock.editor.textCursor().position()
    dock.set_theme(DARK)
    assert dock.editor.toPlainText() == "half a"
    assert dock.editor.textCursor().position() == caret
