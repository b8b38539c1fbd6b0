"""The rating scale with three handles: low, best and high."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)

from explorer.pages.own_figures import moved_range
from explorer.pages.rating_marks import RatingMark
from explorer.style import Theme, country_colour
from explorer.ui.widgets.dragged import Dragged
from explorer.ui.widgets.lettering import HEADING, font
from explorer.ui.widgets.rating_scale import DOT, POINTS, paint_scale, place

Range = tuple[float, float, float]
LOW, BEST, HIGH = 0, 1, 2
HANDLES = ("Low", "Best", "High")
_HEIGHT, _SCALE, _INSET = 36, 22, 5.0
_STEP = 0.1
_NEAR = 9.0
"""How near the pointer must be to an end of the range to take it rather than the best value."""


class RangeEditor(Dragged):
    """Edits a rating with its range on the scale from 0 to 4, in tenths, by mouse and keys.

    `moved` carries low, best and high, which push one another so that they stay in order;
    `released` says that one movement is over. Left and right move the handle in use, up and down
    go to the next one.
    """

    moved = Signal(float, float, float)

    def __init__(self, iso3: str, theme: Theme) -> None:
        """Begin without a rating: the first click sets it."""
        super().__init__()
        self._iso3 = iso3
        self._theme = theme
        self._range: Range | None = None
        self._pooled: float | None = None
        self._handle = BEST
        self._say()

    @property
    def handle(self) -> int:
        """Give the handle that the keys move: low, best or high."""
        return self._handle

    def show_range(self, iso3: str, shown: Range | None, pooled: float | None) -> None:
        """Show a range, or none yet, with a tall tick at the pooled value."""
        self._iso3, self._range, self._pooled = iso3, shown, pooled
        self._say()
        self.update()

    def place_of(self, value: float) -> QPointF:
        """Give where a value stands, in this widget's own pixels."""
        return QPointF(place(value, self._scale()), self._scale().center().y())

    def sizeHint(self) -> QSize:
        """Ask for a low bar with its figures below."""
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Accept a narrower one."""
        return QSize(120, _HEIGHT)

    def take_hold(self, x: float) -> None:
        """Drag the handle that is nearest."""
        self._handle = self._handle_at(x)

    def follow(self, x: float) -> None:
        """Let the handle come to a place."""
        self._go_to(self._value_at(x))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the handle in use by a tenth, or by one with Page up and down; or change it."""
        key = event.key()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            step = 1 if key == Qt.Key.Key_Up else -1
            self._handle = min(max(self._handle + step, LOW), HIGH)
            self._say()
            self.update()
        elif key in _MOVES:
            at = self._range[self._handle] if self._range else (POINTS - 1) / 2
            self._go_to(at + _MOVES[Qt.Key(key)] if self._range else at)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scale as the grid does, its figures, and the two ends as handles."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_figures(painter)
        found = self._range
        mark = RatingMark(found[BEST], found[LOW], found[HIGH], ()) if found else None
        paint_scale(
            painter, self._scale(), mark, self._iso3, self._theme, self._pooled, dot=DOT + 1
        )
        if found is None:
            if self._pooled is not None:
                self._paint_pooled(painter, self._pooled)
        else:
            for handle in (LOW, HIGH):
                self._paint_end(painter, found[handle], is_used=self._is_used(handle))
            if self._is_used(BEST):
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(self._theme.accent), 1.6))
                painter.drawEllipse(self.place_of(found[BEST]), DOT + 3.5, DOT + 3.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.accent), 1.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.end()

    def _paint_figures(self, painter: QPainter) -> None:
        painter.setFont(font(HEADING))
        painter.setPen(QColor(self._theme.mute))
        for point in range(POINTS):
            x = place(point, self._scale())
            room = QRectF(x - 10, _SCALE + 1, 20, _HEIGHT - _SCALE - 1)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(point))

    def _paint_pooled(self, painter: QPainter, value: float) -> None:
        at = self.place_of(value)
        painter.setPen(QPen(QColor(self._theme.mute), 2.0))
        painter.drawLine(at - QPointF(0, 7), at + QPointF(0, 7))

    def _paint_end(self, painter: QPainter, value: float, *, is_used: bool) -> None:
        at = self.place_of(value)
        edge = self._theme.accent if is_used else self._theme.card
        painter.setPen(QPen(QColor(edge), 1.6 if is_used else 1.0))
        painter.setBrush(QColor(country_colour(self._iso3, self._theme)))
        painter.drawRoundedRect(QRectF(at.x() - 2.5, at.y() - 7.5, 5, 15), 2.5, 2.5)

    def _is_used(self, handle: int) -> bool:
        return self.hasFocus() and handle == self._handle

    def _scale(self) -> QRectF:
        return QRectF(_INSET, 0, self.width() - 2 * _INSET, _SCALE)

    def _value_at(self, x: float) -> float:
        left, right = place(0, self._scale()), place(POINTS - 1, self._scale())
        return (POINTS - 1) * (x - left) / max(right - left, 1.0)

    def _handle_at(self, x: float) -> int:
        """Give the handle meant by a press: the best value, unless an end is nearer and near.

        Where all three lie together, which one is dragged shows by the side it was taken from.
        """
        if self._range is None:
            return BEST
        far = {handle: abs(place(self._range[handle], self._scale()) - x) for handle in (0, 1, 2)}
        if far[BEST] <= DOT + 1:
            return BEST
        end = LOW if x < place(self._range[BEST], self._scale()) else HIGH
        return end if far[end] <= _NEAR or far[end] < far[BEST] else BEST

    def _go_to(self, value: float) -> None:
        found = moved_range(self._range, self._handle, value)
        if found != self._range:
            self._range = found
            self._say()
            self.update()
            self.moved.emit(*found)

    def _say(self) -> None:
        """Say the range to screen readers."""
        found = self._range
        stand = (
            f"low {found[LOW]:.1f}, best {found[BEST]:.1f}, high {found[HIGH]:.1f}"
            if found
            else "none yet"
        )
        self.setAccessibleName(f"Your rating on the scale 0 to 4: {stand}")
        self.setAccessibleDescription(
            f"Left and right move the {HANDLES[self._handle].lower()} value; up and down change "
            "to another of the three"
        )


_MOVES = {
    Qt.Key.Key_Left: -_STEP,
    Qt.Key.Key_Right: _STEP,
    Qt.Key.Key_PageDown: -1.0,
    Qt.Key.Key_PageUp: 1.0,
    Qt.Key.Key_Home: -4.0,
    Qt.Key.Key_End: 4.0,
}
