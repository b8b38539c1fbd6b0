"""A short field to type a figure or a date in, which is taken with Enter or on leaving."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from explorer.style import Theme
from explorer.ui.widgets.lettering import CLOSE, font

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_ELSEWHERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class TypedField(QLineEdit):
    """Shows a text and says what was typed over it.

    `entered` carries what was typed, once, with Enter, when the focus goes or when the field goes
    out of sight; Esc brings back what was shown. `stepped` says that an arrow key was pressed, up
    by 1 or down by -1. `undo_wanted` and `redo_wanted` ask for a step of the session's history,
    which the field has none of.
    """

    entered = Signal(str)
    stepped = Signal(int)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, name: str, theme: Theme, width: int = 46) -> None:
        """Make a field; `name` is what screen readers say."""
        super().__init__()
        self._shown = ""
        self._width = width
        self.setAccessibleName(name)
        self.setFont(font(CLOSE))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setPlaceholderText("–")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(
            f"QLineEdit {{ color: {theme.ink}; background: {theme.card};"
            f" border: 1px solid {theme.line}; border-radius: 5px; padding: 2px 6px; }}"
            f"QLineEdit:focus {{ border: 2px solid {theme.accent}; padding: 1px 5px; }}"
        )

    def show_text(self, text: str) -> None:
        """Show another text; what is being typed over the same one stays."""
        if text != self._shown:
            self._shown = text
            self.setText(text)

    def take_typed(self) -> None:
        """Say what was typed, if anything was, and show what was shown before.

        Whoever takes it shows it; what is refused is then no longer there.
        """
        typed = self.text().strip()
        if typed != self._shown:
            self.setText(self._shown)
            self.entered.emit(typed)

    def sizeHint(self) -> QSize:
        """Ask for a narrow, low field."""
        return QSize(self._width, self.fontMetrics().height() + 8)

    def minimumSizeHint(self) -> QSize:
        """Accept no less."""
        return self.sizeHint()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Take Enter, Esc, the arrows up and down, undo and redo; the rest is typing."""
        key = Qt.Key(arg__1.key())
        if arg__1.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif arg__1.matches(QKeySequence.StandardKey.Redo):
            self.redo_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take_typed()
            self.selectAll()
        elif key == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
        elif key in _STEPS:
            self.take_typed()
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(arg__1)
            return
        arg__1.accept()

    def focusInEvent(self, arg__1: QFocusEvent) -> None:
        """Mark the text, so that typing replaces it."""
        super().focusInEvent(arg__1)
        if arg__1.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take what was typed also when the window closes."""
        super().hideEvent(event)
        self.take_typed()

    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        """Take what was typed, unless only a menu or another window came before."""
        super().focusOutEvent(arg__1)
        if arg__1.reason() not in _ELSEWHERE:
            self.take_typed()
