"""A place to write a note: plain text, with the session's undo in place of its own."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from explorer.ui.widgets.lettering import BODY, font

_LEAST, _MOST = 52, 260
_MARGIN = 7


class NoteEditor(QPlainTextEdit):
    """Edits plain Markdown.

    `edited` carries the whole text after each change by the user, `left` says that the focus went
    away, `undo_wanted` and `redo_wanted` that the user asked for a step of the session's history.
    """

    edited = Signal(str)
    left = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, label: str, text: str) -> None:
        """Begin with a text; `label` says what the note is on."""
        super().__init__()
        self._is_shown_to = False
        self.setUndoRedoEnabled(False)
        self.setFont(font(BODY))
        self.setTabChangesFocus(True)
        self.setPlaceholderText(f"Write a note on {label}…")
        self.setAccessibleName(f"Your note on {label}")
        self.setAccessibleDescription("Plain text or Markdown; saved as you type")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

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
        """Grow with the text, up to a limit, then scroll."""
        lines = max(int(self.document().size().height()), 1)
        height = lines * self.fontMetrics().lineSpacing() + 2 * _MARGIN + 4
        return QSize(280, min(max(height, _LEAST), _MOST))

    def minimumSizeHint(self) -> QSize:
        """Accept no less than what is asked for."""
        return QSize(60, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand undo and redo to the session; everything else is typing."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_wanted.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the user left."""
        super().focusOutEvent(event)
        self.left.emit()

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
