"""The small marks of countries: a shape of its own for each, so that colour is never needed."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.style import Theme, country_colour, country_marker

_POLYGONS = {
    "square": ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    "triangle": ((0.0, -1.05), (1.0, 0.8), (-1.0, 0.8)),
    "diamond": ((0.0, -1.15), (1.0, 0.0), (0.0, 1.15), (-1.0, 0.0)),
}
_ARM = 0.36
_CROSS = (
    *((-_ARM, -1), (_ARM, -1), (_ARM, -_ARM), (1, -_ARM), (1, _ARM), (_ARM, _ARM)),
    *((_ARM, 1), (-_ARM, 1), (-_ARM, _ARM), (-1, _ARM), (-1, -_ARM), (-_ARM, -_ARM)),
)


def marker_path(marker: str, centre: QPointF, radius: float) -> QPainterPath:
    """Give the outline of a marker such as `circle` or `diamond` round a point."""
    path = QPainterPath()
    if marker == "circle":
        path.addEllipse(centre, radius, radius)
        return path
    corners = _corners(marker)
    path.moveTo(centre + QPointF(*corners[0]) * radius)
    for corner in corners[1:]:
        path.lineTo(centre + QPointF(*corner) * radius)
    path.closeSubpath()
    return path


def _corners(marker: str) -> tuple[tuple[float, float], ...]:
    if marker in _POLYGONS:
        return _POLYGONS[marker]
    if marker == "star":
        angles = [math.pi * (step / 5 - 0.5) for step in range(10)]
        reach = [1.25 if step % 2 == 0 else 0.55 for step in range(10)]
        return tuple(
            (far * math.cos(at), far * math.sin(at)) for at, far in zip(angles, reach, strict=True)
        )
    if marker == "cross":
        turn = math.sqrt(0.5)
        return tuple((turn * (x - y), turn * (x + y)) for x, y in _CROSS)
    return tuple((float(x), float(y)) for x, y in _CROSS)


def paint_mark(painter: QPainter, iso3: str, theme: Theme, centre: QPointF, radius: float) -> None:
    """Paint a country's mark with a thin edge in the colour of the card behind it."""
    painter.setPen(QPen(QColor(theme.card), 1.2))
    painter.setBrush(QColor(country_colour(iso3, theme)))
    painter.drawPath(marker_path(country_marker(iso3), centre, radius))


class CountryMark(QWidget):
    """A country's mark, to stand before its name."""

    def __init__(self, iso3: str, theme: Theme) -> None:
        """Make a mark of 12 pixels."""
        super().__init__()
        self._iso3 = iso3
        self._theme = theme
        self.setFixedSize(QSize(12, 16))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark in the middle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, self._iso3, self._theme, QRectF(self.rect()).center(), 5.0)
        painter.end()


NO_PEN = Qt.PenStyle.NoPen
