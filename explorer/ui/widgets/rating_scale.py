"""The rating scale as a small mark: track, range, raters and pooled value."""

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.pages.rating_marks import RatingMark
from explorer.style import Theme, country_colour

SCALE_HEIGHT = 16
SCALE_INSET = 4
"""By how much the track begins inside its rectangle, so that the dot at 0 keeps its shape."""
POINTS = 5
_DOT = 5.0
DOT, SMALL_DOT = 5.5, 4.75
"""The radius of the dot on a scale of the usual length, and on a short one."""
_BAND = 8.0
_NO_PEN = Qt.PenStyle.NoPen


def place(value: float, rect: QRectF) -> float:
    """Give the x of a value on the scale from 0 to 4; the dot stays inside the rectangle."""
    return rect.left() + _DOT + (rect.width() - 2 * _DOT) * value / (POINTS - 1)


def paint_scale(
    painter: QPainter,
    rect: QRectF,
    mark: RatingMark | None,
    iso3: str,
    theme: Theme,
    baseline: float | None = None,
    dot: float = DOT,
) -> None:
    """Paint the scale in `rect`: a quiet track with its five points, and the mark on it.

    A thin tick stands for each rater, the band for the range, the dot for the pooled rating, the
    tall grey tick for the baseline's rating, the triangle above for the user's own. Without a
    mark the track is dotted. `dot` is the radius of the dot in pixels; it may be smaller where
    scales are short.
    """
    middle = rect.center().y()
    _paint_track(painter, rect, middle, theme, dashed=mark is None)
    if mark is None:
        return
    low, high = place(mark.low, rect), place(mark.high, rect)
    painter.setPen(_NO_PEN)
    painter.setBrush(_band_colour(iso3, theme))
    painter.drawRoundedRect(QRectF(low, middle - _BAND / 2, max(high - low, 2), _BAND), 4, 4)
    painter.setPen(_pen(theme.ink, 1.0))
    painter.drawLines(_ticks(mark.raters, rect, middle + 4, middle + 8))
    if baseline is not None:
        x = place(baseline, rect)
        painter.setPen(_pen(theme.mute, 2.0))
        painter.drawLine(QPointF(x, middle - 7), QPointF(x, middle + 7))
    painter.setPen(_pen(theme.card, 1.5))
    painter.setBrush(_colour(country_colour(iso3, theme)))
    painter.drawEllipse(QPointF(place(mark.value, rect), middle), dot, dot)
    if mark.own is not None:
        paint_own(painter, QPointF(place(mark.own, rect), middle), theme)


def paint_own(painter: QPainter, at: QPointF, theme: Theme) -> None:
    """Paint the user's own rating: a triangle that points down to its value."""
    painter.setPen(_pen(theme.card, 1.0))
    painter.setBrush(_colour(theme.ink))
    painter.drawPolygon([at + QPointF(-4.5, -8.5), at + QPointF(4.5, -8.5), at + QPointF(0, -1.5)])


def _paint_track(
    painter: QPainter, rect: QRectF, middle: float, theme: Theme, *, dashed: bool
) -> None:
    pen = QPen(_pen(theme.track, 2.0))
    if dashed:
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(place(0, rect), middle), QPointF(place(POINTS - 1, rect), middle))
    painter.setPen(_pen(theme.track, 1.0))
    painter.drawLines(_ticks(range(POINTS), rect, middle - 4, middle + 4))


def _ticks(values: Iterable[float], rect: QRectF, top: float, bottom: float) -> list[QLineF]:
    places = (place(value, rect) for value in values)
    return [QLineF(x, top, x, bottom) for x in places]


@cache
def _colour(name: str) -> QColor:
    return QColor(name)


@cache
def _pen(name: str, width: float) -> QPen:
    return QPen(QColor(name), width)


@cache
def _band_colour(iso3: str, theme: Theme) -> QColor:
    colour = QColor(country_colour(iso3, theme))
    colour.setAlphaF(0.34 if theme.name == "light" else 0.45)
    return colour
