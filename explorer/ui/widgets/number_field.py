"""A number that can be read at rest and typed over."""

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from explorer.style import Theme
from explorer.ui.widgets.lettering import BODY, font

_WIDTH = 52


class NumberField(QLineEdit):
    """Shows a figure without a frame; `typed` carries the number that the user put in its place.

    It is no stop of Tab, since the slider beside it is one: a digit pressed there begins here.
    `left` says that the user is done, with a number or without.
    """

    typed = Signal(float)
    left = Signal()

    def __init__(self, name: str, top: float, theme: Theme) -> None:
        """Take numbers from 0 to `top`; `name` says what the number is of."""
        super().__init__()
        self._top = top
        self._figure = ""
        self._is_typing = False
        self.setFont(font(BODY))
        self.setFixedWidth(_WIDTH)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMaxLength(8)
        self.setAccessibleName(f"{name}, as a number")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.set_theme(theme)
        self.textEdited.connect(self._begin_typing)
        self.returnPressed.connect(self._finish)

    def show_figure(self, figure: str, top: float) -> None:
        """Show a figure, unless the user is typing one."""
        self._figure, self._top = figure, top
        if not self._is_typing:
            self.setText(figure)

    def begin(self, letters: str) -> None:
        """Let the user type: `letters` take the place of the figure, or all of it is marked."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if letters:
            self.setText(letters)
            self._is_typing = True
        else:
            self.selectAll()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._dress(is_faulty=False)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Let Esc put the figure back."""
        if arg__1.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(arg__1)

    def focusInEvent(self, arg__1: QFocusEvent) -> None:
        """Mark the figure, so that typing replaces it."""
        super().focusInEvent(arg__1)
        self.selectAll()

    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        """Take a number that is one, and forget what is none."""
        super().focusOutEvent(arg__1)
        if self._is_typing:
            value = self._value()
            self._rest()
            if value is not None:
                self.typed.emit(value)
        self.deselect()

    def _begin_typing(self) -> None:
        self._is_typing = True
        self._dress(is_faulty=False)

    def _finish(self) -> None:
        value = self._value() if self._is_typing else None
        if self._is_typing and value is None:
            self._dress(is_faulty=True)
            self.selectAll()
            return
        self._rest()
        if value is not None:
            self.typed.emit(value)
        self.left.emit()

    def _leave(self) -> None:
        self._rest()
        self.left.emit()

    def _rest(self) -> None:
        self._is_typing = False
        self.setText(self._figure)
        self._dress(is_faulty=False)

    def _value(self) -> float | None:
        """Give the number typed, held within the scale; `None` where it is no number."""
        try:
            value = float(self.text().replace(",", ".").strip().removesuffix("%"))
        except ValueError:
            return None
        return min(max(value, 0.0), self._top) if math.isfinite(value) else None

    def _dress(self, *, is_faulty: bool) -> None:
        theme = self._theme
        said = f"Type a number from 0 to {self._top:g}, then Enter; Esc leaves it as it was"
        self.setToolTip(f"This is no number. {said}" if is_faulty else said)
        self.setAccessibleDescription(self.toolTip())
        line = theme.hold if is_faulty else theme.accent
        self.setStyleSheet(
            f"QLineEdit {{ color: {theme.ink}; background: transparent; padding: 1px 2px;"
            " border: 1px solid transparent; border-radius: 4px; }"
            f"QLineEdit:hover {{ border-color: {theme.line}; }}"
            f"QLineEdit:focus {{ border-color: {line}; background: {theme.card}; }}"
        )
