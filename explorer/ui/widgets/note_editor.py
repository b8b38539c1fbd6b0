"""A place to write a note: plain text, with the session's undo in place of its own."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from explorer.ui.widgets.lettering import BODY, font

_FEW, _MANY = 3, 9
"""Lines seen at rest, and at most while one writes."""
_MARGIN = 7
_ELSEWHERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class NoteEditor(QPlainTextEdit):
    """Edits plain Markdown; it is three lines high, and grows while it has the focus.

    `edited` carries the whole text after each change by the user, `left` says that the focus went
    away, `escaped` that Esc was pressed, `undo_wanted` and `redo_wanted` that the user asked for a
    step of the session's history.
    """

    edited = Signal(str)
    left = Signal()
    escaped = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, label: str, text: str) -> None:
        """Begin with a text; `label` says what the note is on."""
        super().__init__()
        self._is_shown_to = False
        self._is_grown = False
        self.setUndoRedoEnabled(False)
        self.setFont(font(BODY))
        self.setTabChangesFocus(True)
        self.name_place(label)
        self.setAccessibleDescription("Plain text or Markdown; saved as you type")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def name_place(self, label: str) -> None:
        """Say what the note is on."""
        self.setPlaceholderText(f"Write a note on {label}…")
        self.setAccessibleName(f"Your note on {label}")

    def show_text(self, text: str) -> None:
        """Show another text, changing only where it differs, so that the caret keeps its place."""
        present = self.toPlainText()
        if text == present:
            return
        start = _shared(present, text)
        end = _shared(present[start:][::-1], text[start:][::-1])
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(present[:start]))
        cursor.setPosition(_units(present[: len(present) - end]), QTextCursor.MoveMode.KeepAnchor)
        self._is_shown_to = True
        cursor.insertText(text[start : len(text) - end])
        self._is_shown_to = False

    def sizeHint(self) -> QSize:
        """Ask for three lines; while one writes, for those of the text up to nine."""
        lines = _FEW
        if self._is_grown:
            lines = min(max(int(self.document().size().height()), _FEW), _MANY)
        return QSize(280, lines * self.fontMetrics().lineSpacing() + 2 * _MARGIN + 4)

    def minimumSizeHint(self) -> QSize:
        """Accept no less than what is asked for."""
        return QSize(60, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand undo, redo and Esc on; everything else is typing."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_wanted.emit()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Grow, unless a mouse button is down: the words must not move under the pointer."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._grow(is_grown=True)

    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        """Grow once the pointer has put the caret in its place."""
        super().mouseReleaseEvent(e)
        self._grow(is_grown=self.hasFocus())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the user left, and shrink; a menu or another window is no leaving for good."""
        super().focusOutEvent(event)
        if event.reason() not in _ELSEWHERE:
            self._grow(is_grown=False)
        self.left.emit()

    def _grow(self, *, is_grown: bool) -> None:
        if is_grown != self._is_grown:
            self._is_grown = is_grown
            self.updateGeometry()
            if not is_grown:
                self.verticalScrollBar().setValue(0)

    def _tell(self) -> None:
        if not self._is_shown_to:
            self.edited.emit(self.toPlainText())


def _shared(one: str, other: str) -> int:
    """Count the letters that two texts begin with alike."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _units(text: str) -> int:
    """Count a text as Qt does, in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
