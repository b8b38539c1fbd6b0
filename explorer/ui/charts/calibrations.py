"""What was forecast against what came true: a mark a bin, sized by its count, and the diagonal."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from explorer.pages.charts import CalibrationChart, CalibrationPoint
from explorer.ui.charts.painted import PaintedPlot
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import SMALL, font, width_of

_SIDE = 300.0
_LEFT, _RIGHT, _TITLE, _FOOT = 40.0, 20.0, 20.0, 38.0
_LEAST, _MOST = 4.0, 13.0
_NEAR = 6.0
_FAR_RIGHT = 0.85
"""From this mean on the count stands at the left of its mark, lest it leave the plot."""
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_LEFT_SIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT_SIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
X_TITLE, Y_TITLE = "Likelihood given, mean of the bin", "Share that came true"


class CalibrationPlot(PaintedPlot[CalibrationChart]):
    """Draws a `CalibrationChart`; the mark under the pointer tells its figures."""

    def height_for(self, chart: CalibrationChart) -> int:
        """Ask for a square plot with its titles."""
        del chart
        return round(_TITLE + self._side() + _FOOT)

    def paint(self, painter: QPainter, chart: CalibrationChart) -> None:
        """Paint axes, bins, the diagonal, the base rate, then the marks with their counts."""
        self._paint_axes(painter, chart)
        theme, area = self.theme, self._area()
        painter.setPen(QPen(QColor(theme.mute), 1.2))
        painter.drawLine(area.bottomLeft(), area.topRight())
        pen = QPen(QColor(theme.faint), 1.0, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        level = self._place(0.0, chart.base).y()
        painter.drawLine(QPointF(area.left(), level), QPointF(area.right(), level))
        for point in chart.points:
            self._paint_point(painter, chart, point)

    def event(self, event: QEvent) -> bool:
        """Tell the figures of the bin under the pointer."""
        if isinstance(event, QHelpEvent):
            point = self.point_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), point.words if point else "", self)
            return True
        return super().event(event)

    def point_at(self, place: QPointF) -> CalibrationPoint | None:
        """Give the bin whose mark is at a place, if there is one."""
        if self.chart is None:
            return None
        for point in self.chart.points:
            gap = self.place_of(point) - place
            if math.hypot(gap.x(), gap.y()) <= _radius(self.chart, point) + _NEAR:
                return point
        return None

    def place_of(self, point: CalibrationPoint) -> QPointF:
        """Give where a bin's mark is drawn."""
        return self._place(point.mean, point.share)

    def _side(self) -> float:
        return max(min(_SIDE, self.width() - _LEFT - _RIGHT), 120.0)

    def _area(self) -> QRectF:
        return QRectF(_LEFT, _TITLE, self._side(), self._side())

    def _place(self, x: float, y: float) -> QPointF:
        area = self._area()
        return QPointF(area.left() + area.width() * x, area.bottom() - area.height() * y)

    def _paint_axes(self, painter: QPainter, chart: CalibrationChart) -> None:
        theme, area = self.theme, self._area()
        painter.setFont(font(SMALL))
        for edge in chart.edges:
            x, y = self._place(edge, 0.0).x(), self._place(0.0, edge).y()
            painter.fillRect(QRectF(round(x), area.top(), 1, area.height()), QColor(theme.grid))
            painter.fillRect(QRectF(area.left(), round(y), area.width(), 1), QColor(theme.grid))
            painter.setPen(QColor(theme.mute))
            words = f"{100 * edge:.0f}"
            painter.drawText(QRectF(x - 20, area.bottom() + 3, 40, 15), _MIDDLE, words)
            painter.drawText(QRectF(0, y - 8, _LEFT - 7, 16), _RIGHT_SIDE, words)
        foot = QRectF(area.left(), area.bottom() + 19, self.width() - _LEFT, 16)
        painter.drawText(foot, _LEFT_SIDE, f"{X_TITLE}, %")
        painter.drawText(QRectF(0, 0, self.width(), 16), _LEFT_SIDE, f"{Y_TITLE}, %")

    def _paint_point(
        self, painter: QPainter, chart: CalibrationChart, point: CalibrationPoint
    ) -> None:
        where, radius = self.place_of(point), _radius(chart, point)
        painter.setPen(QPen(QColor(self.theme.card), 1.0))
        painter.setBrush(QColor(self.theme.accent))
        painter.drawEllipse(where, radius, radius)
        words = f"n {point.count}"
        letters = font(SMALL, SEMIBOLD)
        width = width_of(words, letters) + 4
        is_right = point.mean > _FAR_RIGHT
        left = where.x() - radius - 4 - width if is_right else where.x() + radius + 4
        room = QRectF(left, where.y() - 7, width, 14)
        painter.fillRect(room, QColor(self.theme.card))  # so that no line runs through the words
        painter.setFont(letters)
        painter.setPen(QColor(self.theme.ink))
        painter.drawText(room, _MIDDLE, words)


def _radius(chart: CalibrationChart, point: CalibrationPoint) -> float:
    """Give a mark whose area goes with its count."""
    most = max(each.count for each in chart.points)
    return max(_MOST * math.sqrt(point.count / most), _LEAST)
