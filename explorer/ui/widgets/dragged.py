"""What widgets that are dragged have in common: when the hand takes hold, and when it lets go."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Dragged(QWidget):
    """A wide, low widget with something on it to drag along.

    `released` says that one movement, by hand or by keys, is over.
    """

    released = Signal()

    def __init__(self) -> None:
        """Begin with no hand on it."""
        super().__init__()
        self._is_dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def is_held(self) -> bool:
        """Say whether it is being dragged."""
        return self._is_dragged

    def take_hold(self, x: float) -> None:
        """Choose what is dragged from here on; a widget with one thing to drag need not."""
        del x

    def follow(self, x: float) -> None:
        """Let what is dragged come to a place.

        Raises:
            NotImplementedError: if a widget does not say how.
        """
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold, and let what is dragged come to the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_dragged = True
            self.take_hold(event.position().x())
            self.follow(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let it follow."""
        if self._is_dragged:
            self.follow(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the movement."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._let_go()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go: Qt tells a hidden widget nothing of the hand any more."""
        super().hideEvent(event)
        self._let_go()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the movement by keys."""
        super().focusOutEvent(event)
        self.released.emit()

    def _let_go(self) -> None:
        if self._is_dragged:
            self._is_dragged = False
            self.released.emit()
