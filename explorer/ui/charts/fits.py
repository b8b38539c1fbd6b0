"""Judged moves against the line fitted to them: a mark a move, a shape and colour a country."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip

from explorer.pages.charts import FitChart, FitPoint
from explorer.style import country_colour, country_ink, country_marker
from explorer.ui.charts.figures import number, steps
from explorer.ui.charts.painted import PaintedPlot
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import CLOSE, SMALL, font, width_of
from explorer.ui.widgets.marks import marker_path, paint_mark

_HEIGHT = 250.0
_KEY_LINE = 18.0
_KEY_MARK = 14.0
_KEY_GAP = 12.0
_TITLE = 20.0
_FOOT = 36.0
_LEFT = 40.0
_RIGHT = 66.0
_PAD = 0.06
_RADIUS = 4.0
_DODGE = 3.0
"""By how much the marks of one state are set aside from those of the next, in pixels."""
_NEAR = 9.0
"""How near the pointer must come to a mark, in pixels, for its figures to be told."""
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_LEFT_SIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT_SIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FitPlot(PaintedPlot[FitChart]):
    """Draws a `FitChart`; the mark under the pointer tells its figures."""

    def height_for(self, chart: FitChart) -> int:
        """Ask for the key, which wraps, the plot, and the axis with its title."""
        return round(_KEY_LINE * len(self._key(chart)) + _TITLE + _HEIGHT + _FOOT)

    def paint(self, painter: QPainter, chart: FitChart) -> None:
        """Paint key, axes, the fitted line with its error, then the marks."""
        frame = _Frame(chart, self._area(chart))
        self._paint_key(painter, chart)
        self._paint_axes(painter, chart, frame)
        self._paint_line(painter, chart, frame)
        for point in chart.points:
            self._paint_point(painter, point, frame)

    def event(self, event: QEvent) -> bool:
        """Tell the figures of the move under the pointer."""
        if isinstance(event, QHelpEvent):
            point = self.point_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), point.words if point else "", self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QEvent) -> None:
        """Take the height that the key needs at this width."""
        del event
        if self.chart is not None and self.height_for(self.chart) != self.height():
            self.setFixedHeight(self.height_for(self.chart))

    def point_at(self, place: QPointF) -> FitPoint | None:
        """Give the move whose mark is nearest to a place, if it is near."""
        if self.chart is None or not self.chart.points:
            return None
        frame = _Frame(self.chart, self._area(self.chart))

        def away(point: FitPoint) -> float:
            gap = frame.mark(point) - place
            return abs(gap.x()) + abs(gap.y())

        nearest = min(self.chart.points, key=away)
        return nearest if away(nearest) <= _NEAR else None

    def place_of(self, point: FitPoint) -> QPointF:
        """Give where a move is drawn."""
        if self.chart is None:
            return QPointF()
        return _Frame(self.chart, self._area(self.chart)).mark(point)

    def _area(self, chart: FitChart) -> QRectF:
        top = _KEY_LINE * len(self._key(chart)) + _TITLE
        return QRectF(_LEFT, top, max(self.width() - _LEFT - _RIGHT, 40.0), _HEIGHT)

    def _key(self, chart: FitChart) -> list[list[tuple[float, str, str]]]:
        """Share the countries out over lines: for each where it begins, code and name."""
        lines: list[list[tuple[float, str, str]]] = [[]]
        used = 0.0
        for iso3, name in chart.names:
            need = _KEY_MARK + width_of(name, font(CLOSE, SEMIBOLD)) + _KEY_GAP
            if lines[-1] and used + need - _KEY_GAP > self.width():
                lines.append([])
                used = 0.0
            lines[-1].append((used, iso3, name))
            used += need
        return lines

    def _paint_key(self, painter: QPainter, chart: FitChart) -> None:
        painter.setFont(font(CLOSE, SEMIBOLD))
        for level, line in enumerate(self._key(chart)):
            top = _KEY_LINE * level
            for left, iso3, name in line:
                centre = QPointF(left + 6.0, top + _KEY_LINE / 2)
                paint_mark(painter, iso3, self.theme, centre, 4.5)
                painter.setPen(QColor(country_ink(iso3, self.theme)))
                words = QRectF(left + _KEY_MARK, top, self.width(), _KEY_LINE)
                painter.drawText(words, _LEFT_SIDE, name)

    def _paint_axes(self, painter: QPainter, chart: FitChart, frame: "_Frame") -> None:
        theme, area = self.theme, frame.area
        painter.setFont(font(SMALL))
        for value in steps(frame.bottom, frame.top, 6):
            y = round(frame.place(0.0, value).y())
            colour = theme.faint if value == 0.0 else theme.grid
            painter.fillRect(QRectF(area.left(), y, area.width(), 1), QColor(colour))
            painter.setPen(QColor(theme.mute))
            box = QRectF(0, y - 8, area.left() - 7, 16)
            painter.drawText(box, _RIGHT_SIDE, number(value, 1))
        for value in steps(frame.first, frame.last, 6):
            x = round(frame.place(value, 0.0).x())
            if value == 0.0:
                painter.fillRect(QRectF(x, area.top(), 1, area.height()), QColor(theme.faint))
            painter.setPen(QColor(theme.mute))
            box = QRectF(x - 30, area.bottom() + 2, 60, 16)
            painter.drawText(box, _MIDDLE, number(value, 2))
        foot = QRectF(area.left(), area.bottom() + 18, area.width(), 16)
        painter.drawText(foot, _MIDDLE, chart.x_title)
        head = QRectF(0, area.top() - _TITLE, self.width(), 16)
        painter.drawText(head, _LEFT_SIDE, chart.y_title)

    def _paint_line(self, painter: QPainter, chart: FitChart, frame: "_Frame") -> None:
        """Paint the fitted line with what one standard error either way would make of it."""
        painter.save()
        painter.setClipRect(frame.area)
        band = QColor(self.theme.faint)
        band.setAlphaF(0.22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band)
        flat, steep = chart.slope - chart.error, chart.slope + chart.error
        for end in (frame.first, frame.last):
            corners = [(0.0, 0.0), (end, end * flat), (end, end * steep)]
            painter.drawPolygon(QPolygonF([frame.place(x, y) for x, y in corners]))
        painter.setPen(QPen(QColor(self.theme.ink), 1.4))
        ends = [frame.place(x, x * chart.slope) for x in (frame.first, frame.last)]
        painter.drawLine(*ends)
        painter.restore()
        at = frame.place(frame.last, frame.last * chart.slope)
        y = min(max(at.y(), frame.area.top() + 8), frame.area.bottom() - 8)
        painter.setFont(font(SMALL, SEMIBOLD))
        painter.setPen(QColor(self.theme.ink))
        label = QRectF(frame.area.right() + 6, y - 8, _RIGHT, 16)
        painter.drawText(label, _LEFT_SIDE, f"slope {chart.slope:.1f}")
        if chart.error > 0.0:
            painter.setFont(font(SMALL))
            painter.setPen(QColor(self.theme.mute))
            painter.drawText(label.translated(0, 15), _LEFT_SIDE, f"± {chart.error:.1f}")

    def _paint_point(self, painter: QPainter, point: FitPoint, frame: "_Frame") -> None:
        colour = QColor(country_colour(point.iso3, self.theme))
        colour.setAlphaF(0.85)
        painter.setPen(QPen(QColor(self.theme.card), 0.8))
        painter.setBrush(colour)
        where = frame.mark(point)
        painter.drawPath(marker_path(country_marker(point.iso3), where, _RADIUS))


class _Frame:
    """The plot's area and the limits of its axes, which hold zero and all moves."""

    def __init__(self, chart: FitChart, area: QRectF) -> None:
        self.area = area
        middle = (len(chart.names) - 1) / 2
        self._aside = {
            iso3: _DODGE * (place - middle) for place, (iso3, _) in enumerate(chart.names)
        }
        across = [0.0, *(point.x for point in chart.points)]
        up = [0.0, *(point.y for point in chart.points)]
        self.first, self.last = _padded(min(across), max(across))
        self.bottom, self.top = _padded(min(up), max(up))

    def place(self, x: float, y: float) -> QPointF:
        """Give the place of a pair of values."""
        right = (x - self.first) / (self.last - self.first)
        down = (self.top - y) / (self.top - self.bottom)
        area = self.area
        return QPointF(area.left() + area.width() * right, area.top() + area.height() * down)

    def mark(self, point: FitPoint) -> QPointF:
        """Give the place of a move's mark, set a little aside so that states do not hide."""
        return self.place(point.x, point.y) + QPointF(self._aside.get(point.iso3, 0.0), 0.0)


def _padded(low: float, high: float) -> tuple[float, float]:
    more = _PAD * (high - low) or 1.0
    return low - more, high + more
