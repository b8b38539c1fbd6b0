"""Ratings with their ranges: a row a factor, a mark a country."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from explorer.pages.charts import RangeChart, RangeRow
from explorer.style import country_colour
from explorer.ui.charts.painted import PaintedPlot
from explorer.ui.widgets.lettering import CLOSE, SMALL, font, width_of
from explorer.ui.widgets.marks import paint_mark
from explorer.ui.widgets.rating_scale import place

_LANE = 13
_PAD = 6
_FOOT = 18
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RangePlot(PaintedPlot[RangeChart]):
    """Draws a `RangeChart`: each country has a lane of its own in a row, so none hides another."""

    def height_for(self, chart: RangeChart) -> int:
        """Ask for a lane a country in each row."""
        return sum(_height(row) for row in chart.rows) + _FOOT

    def paint(self, painter: QPainter, chart: RangeChart) -> None:
        """Paint rows, then the scale's numbers under them."""
        widest = max((width_of(row.label, font(CLOSE)) for row in chart.rows), default=0)
        left = min(widest + 12.0, self.width() * 0.5)
        top = 0.0
        for row in chart.rows:
            self._paint_row(painter, row, QRectF(left, top, self.width() - left, _height(row)))
            top += _height(row)
        scale = QRectF(left, top, self.width() - left, _FOOT)
        painter.setFont(font(SMALL))
        painter.setPen(QColor(self.theme.mute))
        for point in range(5):
            box = QRectF(place(point, scale) - 10, top, 20, _FOOT)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(point))

    def _paint_row(self, painter: QPainter, row: RangeRow, area: QRectF) -> None:
        theme = self.theme
        painter.setFont(font(CLOSE))
        painter.setPen(QColor(theme.ink))
        painter.drawText(QRectF(0, area.top(), area.left() - 6, area.height()), _LEFT, row.label)
        for point in range(5):
            at = place(point, area)
            painter.fillRect(QRectF(at - 0.5, area.top(), 1, area.height()), QColor(theme.grid))
        for lane, (iso3, mark) in enumerate(row.marks):
            middle = area.top() + _PAD / 2 + _LANE * (lane + 0.5)
            band = QColor(country_colour(iso3, theme))
            band.setAlphaF(0.32)
            low, high = place(mark.low, area), place(mark.high, area)
            painter.fillRect(QRectF(low, middle - 3, max(high - low, 2), 6), band)
            paint_mark(painter, iso3, theme, QPointF(place(mark.value, area), middle), 5.0)


def _height(row: RangeRow) -> int:
    """Give the height of a row, in pixels."""
    return _LANE * max(len(row.marks), 1) + _PAD
