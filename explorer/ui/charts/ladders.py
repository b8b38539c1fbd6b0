"""The outcome ladder as stacked bars with whiskers, and a key of the rungs."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from explorer.pages.charts import LadderChart, LadderRow
from explorer.pages.numbers import share_text
from explorer.pages.whiskers import lane_count
from explorer.style import country_ink, rung_colours
from explorer.ui.charts.painted import PaintedPlot
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.ladder_bar import (
    BAR_HEIGHT,
    BEFORE_HEIGHT,
    LANE_HEIGHT,
    all_whiskers,
    paint_before,
    paint_ladder,
    paint_whiskers,
)
from explorer.ui.widgets.lettering import CLOSE, SMALL, font
from explorer.ui.widgets.marks import paint_mark

_NAME = 18
_ROW = _NAME + BAR_HEIGHT + 8
_KEY = 17
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LadderPlot(PaintedPlot[LadderChart]):
    """Draws a `LadderChart`, a bar a country, lowest rung first."""

    def height_for(self, chart: LadderChart) -> int:
        """Ask for a bar a country and a line of key a rung."""
        return sum(self._row(row) for row in chart.rows) + _KEY * len(chart.rungs) + 4

    def paint(self, painter: QPainter, chart: LadderChart) -> None:
        """Paint the bars, then the key with each country's share of the rung."""
        top = 0
        for row in chart.rows:
            self._paint_row(painter, row, top)
            top += self._row(row)
        self._paint_key(painter, chart, top)

    def _row(self, row: LadderRow) -> int:
        """Give the height of a row: higher with a thin bar and with whiskers."""
        lanes = lane_count(all_whiskers(row.shares, row.bounds, self.width()))
        return _ROW + (BEFORE_HEIGHT if row.before else 0) + lanes * LANE_HEIGHT

    def _paint_row(self, painter: QPainter, row: LadderRow, top: int) -> None:
        paint_mark(painter, row.iso3, self.theme, QPointF(6.0, top + _NAME / 2), 4.5)
        painter.setFont(font(CLOSE, SEMIBOLD))
        painter.setPen(QColor(country_ink(row.iso3, self.theme)))
        painter.drawText(QRectF(16, top, self.width() - 16, _NAME), _LEFT, row.label)
        bar = QRectF(0, top + _NAME, self.width(), BAR_HEIGHT)
        paint_ladder(painter, bar, row.shares, self.theme)
        below = bar.bottom()
        if row.before:
            below += paint_before(painter, bar, row.before, self.theme)
        whiskers = all_whiskers(row.shares, row.bounds, self.width())
        paint_whiskers(painter, bar, below, whiskers, self.theme)

    def _paint_key(self, painter: QPainter, chart: LadderChart, top: int) -> None:
        fills = rung_colours(self.theme)
        painter.setFont(font(SMALL))
        for order, rung in enumerate(chart.rungs):
            middle = top + order * _KEY + _KEY / 2
            painter.setPen(QColor(self.theme.line))
            painter.setBrush(QColor(fills[order % len(fills)]))
            painter.drawRoundedRect(QRectF(1, middle - 5, 10, 10), 2, 2)
            painter.setPen(QColor(self.theme.mute))
            place = QRectF(17, middle - _KEY / 2, self.width() - 17, _KEY)
            painter.drawText(place, _LEFT, rung)
            if len(chart.rows) == 1 and order < len(chart.rows[0].shares):
                share = share_text(chart.rows[0].shares[order])
                room = QRectF(0, place.top(), self.width(), _KEY)
                side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(room, side, share)
