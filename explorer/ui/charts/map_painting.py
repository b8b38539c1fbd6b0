"""Paints a map: sea and land, the classes, names with values, capitals and ports, the scale."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen

from explorer.pages.charts import MapChart
from explorer.pages.map_layout import SWATCH, SWATCH_GAP, PlacedName, PlacedPoint, scale_bar
from explorer.pages.map_parts import MapClass, class_colour, point_colours
from explorer.style import Theme, ink_on, map_colour
from explorer.ui.charts.map_frame import (
    FOOT_PAD,
    LEGEND_LINE,
    LINE,
    SMALL_LINE,
    WRAP,
    MapFrame,
    legend_of,
)
from explorer.ui.theme import REGULAR, SEMIBOLD
from explorer.ui.widgets.lettering import CLOSE, SMALL, font

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_BAR = 110.0
_AROUND = ((-1, -1), (0, -1.2), (1, -1), (-1.2, 0), (1.2, 0), (-1, 1), (0, 1.2), (1, 1))
"""Where the ground's colour is laid round the letters, in pixels."""


def brush_of(chart: MapChart, class_at: int | None, theme: Theme) -> tuple[QBrush, QBrush | None]:
    """Give the fill of a class and, where nothing was found, the hatch that goes over it."""
    fill, is_hatched = class_colour(chart.classes, class_at, theme)
    hatch = QBrush(QColor(theme.faint), Qt.BrushStyle.BDiagPattern) if is_hatched else None
    return QBrush(QColor(fill)), hatch


def paint_ground(painter: QPainter, frame: MapFrame, theme: Theme) -> None:
    """Paint sea, land and classes, which do not hang on the pointer or the keys."""
    window, chart = frame.window, frame.chart
    painter.fillRect(QRectF(0, 0, window.width, window.height), QColor(theme.card))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(frame.sheet, QColor(map_colour("sea", theme)))
    for area, shape in frame.shapes:
        fill, hatch = brush_of(chart, area.class_at, theme)
        painter.fillPath(shape, fill)
        if hatch is not None:
            painter.fillPath(shape, hatch)
        edge = QColor(theme.ink if area.is_compared else map_colour("edge", theme))
        painter.strokePath(shape, QPen(edge, 0.9 if area.is_compared else 0.7))


def paint_words(painter: QPainter, frame: MapFrame, theme: Theme) -> None:
    """Paint capitals and ports, the names with their values, and the scale, over all outlines."""
    for placed in frame.layout.points:
        _paint_point(painter, frame.chart, placed, theme)
    for placed in frame.layout.names:
        _paint_name(painter, frame, placed, theme)
    _paint_bar(painter, frame, theme)


def paint_outline(painter: QPainter, shape: QPainterPath, colour: str, width: float) -> None:
    """Set an area apart by its outline."""
    pen = QPen(QColor(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(shape, pen)


def paint_chosen(painter: QPainter, shape: QPainterPath, theme: Theme) -> None:
    """Set the chosen area apart: a line of ink on a wider one of the ground's opposite.

    One of the two stands out from any fill, pale or deep, and from the neighbours'.
    """
    paint_outline(painter, shape, theme.card, 6.0)
    paint_outline(painter, shape, theme.ink, 3.0)


def paint_legend(painter: QPainter, chart: MapChart, width: float, theme: Theme) -> None:
    """Paint the legend from the painter's origin: swatch, class and how many states are in it."""
    painter.setFont(font(SMALL))
    for level, line in enumerate(legend_of(chart, width)):
        for each, left in line:
            middle = LEGEND_LINE * (level + 0.5)
            box = QRectF(left + 0.5, middle - 5.5, SWATCH - 1, 11)
            _paint_swatch(painter, chart, each, box, theme)
            painter.setPen(QColor(theme.ink if each.count else theme.mute))
            room = QRectF(left + SWATCH + SWATCH_GAP, middle - 10, width, LEGEND_LINE)
            painter.drawText(room, _LEFT, each.words)


def paint_foot(painter: QPainter, chart: MapChart, room: QRectF, theme: Theme) -> None:
    """Paint below the map whose point of view its boundaries are."""
    painter.setFont(font(SMALL))
    painter.setPen(QColor(theme.mute))
    painter.drawText(room.adjusted(0, FOOT_PAD, 0, 0), WRAP, chart.boundaries)


def _paint_swatch(
    painter: QPainter, chart: MapChart, each: MapClass, box: QRectF, theme: Theme
) -> None:
    fill, hatch = brush_of(chart, chart.classes.index(each), theme)
    painter.setPen(QPen(QColor(map_colour("edge", theme)), 1))
    painter.setBrush(fill)
    painter.drawRect(box)
    if hatch is not None:
        painter.setBrush(hatch)
        painter.drawRect(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_name(painter: QPainter, frame: MapFrame, placed: PlacedName, theme: Theme) -> None:
    area = placed.area
    ground, _ = class_colour(frame.chart.classes, area.class_at, theme)
    ink = theme.mute if area.class_at is None else ink_on(ground)
    top = placed.y - LINE * len(placed.lines) / 2
    for at, line in enumerate(placed.lines):
        is_name = at == 0
        strong = area.is_compared and is_name
        letters = font(CLOSE if area.is_compared else SMALL, SEMIBOLD if strong else REGULAR)
        middle = QPointF(placed.x, top + LINE * (at + 0.5))
        _write(painter, line, letters, middle, ink, ground)


def _write(
    painter: QPainter, words: str, letters: QFont, middle: QPointF, ink: str, halo: str
) -> None:
    """Write words about a point, on a halo of their ground so that no line cuts them."""
    painter.setFont(letters)
    metrics = painter.fontMetrics()
    base = QPointF(
        middle.x() - metrics.horizontalAdvance(words) / 2,
        middle.y() + (metrics.ascent() - metrics.descent()) / 2,
    )
    glow = QColor(halo)
    glow.setAlphaF(0.55)
    painter.setPen(glow)
    for x, y in _AROUND:  # a stroked outline of the letters would take ten times as long
        painter.drawText(base + QPointF(x, y), words)
    painter.setPen(QColor(ink))
    painter.drawText(base, words)


def _paint_point(painter: QPainter, chart: MapChart, placed: PlacedPoint, theme: Theme) -> None:
    """Paint a capital as a ring, a port as a small diamond, and the name where it has room."""
    is_capital = placed.point.kind == "capital"
    painter.setPen(QPen(QColor(theme.card), 0.8))
    painter.setBrush(QColor(theme.ink if is_capital else theme.accent))
    middle = QPointF(placed.x, placed.y)
    if is_capital:
        painter.drawEllipse(middle, 2.6, 2.6)
    else:
        corners = ((0, -3.2), (3.2, 0), (0, 3.2), (-3.2, 0))
        painter.drawPolygon([middle + QPointF(x, y) for x, y in corners])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if not placed.side:
        return
    letters = font(SMALL)
    painter.setFont(letters)
    width = painter.fontMetrics().horizontalAdvance(placed.point.label)
    across = placed.x + placed.side * (5 + width / 2)
    ink, ground = point_colours(chart.classes, placed.ground, placed.point.kind, theme)
    _write(painter, placed.point.label, letters, QPointF(across, placed.y), ink, ground)


def _paint_bar(painter: QPainter, frame: MapFrame, theme: Theme) -> None:
    """Paint the scale in the lower left corner; it holds along the standard parallels."""
    km, length = scale_bar(frame.window.scale, _BAR)
    words = f"{km:,} km"
    bottom = frame.window.height - 8.5
    painter.setFont(font(SMALL))
    room = QRectF(10, bottom - SMALL_LINE - 3, max(length, 60.0), SMALL_LINE)
    backing = QColor(theme.card)
    backing.setAlphaF(0.8)
    painter.fillRect(room.adjusted(-4, -2, 4, 8), backing)
    painter.setPen(QColor(theme.ink))
    painter.drawText(room, _LEFT, words)
    painter.setPen(QPen(QColor(theme.ink), 1.2))
    painter.drawLine(QPointF(10, bottom), QPointF(10 + length, bottom))
    for x in (10.0, 10.0 + length):
        painter.drawLine(QPointF(x, bottom - 3), QPointF(x, bottom))
