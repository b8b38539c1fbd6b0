"""Enter presses the button that has the focus, as Space does; Qt itself knows Space alone."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_OTHER = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
)


def pressed_by(event: QKeyEvent, button: QAbstractButton) -> bool:
    """Press a button if the key is Enter, once while the key is held; say whether it was Enter."""
    if event.key() not in _ENTER or event.modifiers() & _OTHER:
        return False
    if not event.isAutoRepeat():
        button.click()
    event.accept()
    return True


class EnterPresses(QObject):
    """Presses the button in a window that has the focus and left Enter to the window."""

    def __init__(self, window: QWidget) -> None:
        """Listen to the keys that nothing in the window took."""
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter for a press."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            button = self._window.focusWidget()
            if isinstance(button, QAbstractButton) and button.hasFocus():
                return pressed_by(event, button)
        return super().eventFilter(watched, event)
