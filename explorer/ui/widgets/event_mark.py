"""The mark of an event: a shape by the family of its kind, with the letter of the kind in it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from explorer.pages.charts import TimelineKind
from explorer.style import EVENT_SHAPES, Theme, event_colour, event_shape
from explorer.ui.theme import BOLD
from explorer.ui.widgets.lettering import HEADING, font

RADIUS = 7.5
"""The radius of a mark in pixels, at which its letter reads."""
_MIDDLE = Qt.AlignmentFlag.AlignCenter


def event_path(family: str, centre: QPointF, radius: float) -> QPainterPath:
    """Give the outline of a family's mark round a point."""
    path = QPainterPath()
    corners = EVENT_SHAPES.get(event_shape(family))
    if corners is None:
        path.addEllipse(centre, radius, radius)
        return path
    path.addPolygon([centre + QPointF(*corner) * radius for corner in corners])
    path.closeSubpath()
    return path


def paint_event(
    painter: QPainter,
    kind: TimelineKind,
    theme: Theme,
    centre: QPointF,
    *,
    is_exact: bool = True,
    radius: float = RADIUS,
) -> None:
    """Paint a mark: full where the day is known, an outline where it is not."""
    colour, ground = QColor(event_colour(kind.family, theme)), QColor(theme.card)
    painter.setPen(QPen(ground, 1.0) if is_exact else QPen(colour, 1.4))
    painter.setBrush(colour if is_exact else ground)
    painter.drawPath(event_path(kind.family, centre, radius if is_exact else radius - 0.7))
    painter.setPen(ground if is_exact else colour)
    painter.setFont(font(HEADING, BOLD))
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(box, _MIDDLE, kind.letter)


def paint_several(painter: QPainter, count: int, theme: Theme, centre: QPointF) -> None:
    """Paint the mark of several events that stand too close: their number on a pill."""
    words = str(count)
    half = RADIUS + 3.0 * (len(words) - 1)
    box = QRectF(centre.x() - half, centre.y() - RADIUS, 2 * half, 2 * RADIUS)
    painter.setPen(QPen(QColor(theme.mute), 1.0))
    painter.setBrush(QColor(theme.track))
    painter.drawRoundedRect(box, 3.0, 3.0)
    painter.setPen(QColor(theme.ink))
    painter.setFont(font(HEADING, BOLD))
    painter.drawText(box, _MIDDLE, words)
