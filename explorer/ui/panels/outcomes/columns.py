"""Two parts of a page side by side where it is wide enough, else one below the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from explorer.ui.widgets.text import Text

SIDE_BY_SIDE = 980
"""From this width in pixels on there are two columns, each of a good measure for reading."""
GAP = 40
MEASURE = 860
"""As wide as running text gets, in pixels."""
_DIRECTION = QBoxLayout.Direction


class Columns(QWidget):
    """Holds two parts of equal width; each begins at the top."""

    def __init__(self, left: QWidget, right: QWidget, least: int = SIDE_BY_SIDE) -> None:
        """Put two parts side by side from a width of `least` on."""
        super().__init__()
        self._least = least
        self._parts = (left, right)
        self._room = QBoxLayout(_DIRECTION.LeftToRight, self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(GAP)
        for part in self._parts:
            self._room.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)

    @property
    def is_side_by_side(self) -> bool:
        """Say whether there are two columns now."""
        return self._room.direction() is _DIRECTION.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose one column or two by the width."""
        super().resizeEvent(event)
        wanted = self.width() >= self._least
        if wanted != self.is_side_by_side:
            self._room.setDirection(_DIRECTION.LeftToRight if wanted else _DIRECTION.TopToBottom)
            self._room.setSpacing(GAP if wanted else GAP // 2)


def capped(label: Text) -> QHBoxLayout:
    """Put running text in a row that keeps its lines short enough to read.

    In a row of its own its height is reckoned for the width that it gets.
    """
    row = QHBoxLayout()
    label.setMaximumWidth(MEASURE)
    row.addWidget(label, 1)
    row.addStretch(0)
    return row
