import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.note_editor import NoteEditor


@pytest.fixture
def editor(qtbot: QtBot) -> NoteEditor:
    made = NoteEditor("Kazakhstan", "One two three")
    qtbot.addWidget(made)
    made.show()
    return made


def place(editor: NoteEditor, position: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(position)
    editor.setTextCursor(cursor)


def test_each_key_is_told_with_the_whole_text(editor: NoteEditor) -> None:
    told: list[str] = []
    editor.edited.connect(told.append)
    place(editor, 13)
    QTest.keyClicks(editor, "!?")
    assert told == ["One two three!", "One two three!?"]


def test_undo_and_redo_are_asked_of_the_session_and_change_nothing_here(
    editor: NoteEditor,
) -> None:
    asked: list[str] = []
    editor.undo_wanted.connect(lambda: asked.append("undo"))
    editor.redo_wanted.connect(lambda: asked.append("redo"))
    QTest.keyClicks(editor, "x")
    text = editor.toPlainText()
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(editor, Qt.Key.Key_Z, shift)
    assert asked == ["undo", "redo"]
    assert editor.toPlainText() == text


def test_a_text_that_is_shown_is_not_told_as_typed(editor: NoteEditor) -> None:
    told: list[str] = []
    editor.edited.connect(told.append)
    editor.show_text("Something else")
    assert editor.toPlainText() == "Something else"
    assert told == []


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("One two three four", 3, 3),  # a change behind the caret
        ("Zero. One two three", 3, 9),  # a change before it
        ("One three", 3, 3),
        ("One two three", 5, 5),
    ],
)
def test_the_caret_stays_at_its_words(
    editor: NoteEditor, text: str, before: int, after: int
) -> None:
    place(editor, before)
    editor.show_text(text)
    assert editor.toPlainText() == text
    assert editor.textCursor().position() == after


def test_letters_outside_the_basic_plane_do_not_shift_a_change(editor: NoteEditor) -> None:
    editor.show_text("😀 one 😀 two")
    editor.show_text("😀 one and 😀 two")
    assert editor.toPlainText() == "😀 one and 😀 two"


def test_tab_leaves_the_editor_and_leaving_is_told(qtbot: QtBot, editor: NoteEditor) -> None:
    assert editor.tabChangesFocus()
    editor.setFocus()
    with qtbot.waitSignal(editor.left):
        editor.clearFocus()


def test_the_editor_says_what_the_note_is_on(editor: NoteEditor) -> None:
    assert editor.placeholderText() == "Write a note on Kazakhstan…"
    assert editor.accessibleName() == "Your note on Kazakhstan"


def test_the_editor_grows_with_its_text_up_to_a_limit_while_one_writes(
    qtbot: QtBot, editor: NoteEditor
) -> None:
    editor.clearFocus()  # which the window gave it
    rest = editor.sizeHint().height()
    editor.setPlainText("line\n" * 6)
    assert editor.sizeHint().height() == rest
    editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(editor.hasFocus)
    middle = editor.sizeHint().height()
    editor.setPlainText("line\n" * 80)
    assert rest < middle < editor.sizeHint().height() <= 260
    editor.clearFocus()
    assert editor.sizeHint().height() == rest


def test_the_words_do_not_move_under_the_pointer_while_its_button_is_down(
    qtbot: QtBot, editor: NoteEditor
) -> None:
    editor.clearFocus()
    editor.setPlainText("line\n" * 6)
    rest = editor.sizeHint().height()
    QTest.mousePress(editor.viewport(), Qt.MouseButton.LeftButton)
    editor.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(editor.hasFocus)
    assert editor.sizeHint().height() == rest
    QTest.mouseRelease(editor.viewport(), Qt.MouseButton.LeftButton)
    assert editor.sizeHint().height() > rest


def test_escape_is_handed_on(qtbot: QtBot, editor: NoteEditor) -> None:
    with qtbot.waitSignal(editor.escaped):
        QTest.keyClick(editor, Qt.Key.Key_Escape)
