"""Probabilities with their 80 % intervals: dots with whiskers, on panels side by side."""

from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.pages.charts import EstimateChart, EstimateLane, EstimatePanel
from explorer.pages.numbers import share_text
from explorer.style import country_colour
from explorer.ui.charts.painted import PaintedPlot
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import CLOSE, SMALL
from explorer.ui.widgets.marks import paint_mark
from explorer.ui.widgets.text_lines import text_lines, text_width, write

_LANE, _LINE = 20, 15
_FOOT, _BELOW = 17, 8
_MARK = 16
_FIGURE = 40
_GAP = 18
_PANEL_LEAST = 116
"""The least width of a panel's axis with the figures beside it."""
_NAMES_MOST = 0.52
"""The most of the width that the names may take; longer ones take two lines."""
_TITLE_LINES = 2
_TICKS = (0, 50, 100)


class EstimatePlot(PaintedPlot[EstimateChart]):
    """Draws an `EstimateChart`: as many panels in a line as there is room for, and lines alike."""

    def height_for(self, chart: EstimateChart) -> int:
        """Ask for a lane an estimate, and for titles and axes."""
        lines = ceil(len(chart.panels) / self._in_a_line(chart))
        return lines * self._panel_height(chart) - _BELOW if lines else 0

    def paint(self, painter: QPainter, chart: EstimateChart) -> None:
        """Paint the panels line by line; the names stand before the first of each line."""
        many, names = self._in_a_line(chart), self._names_width(chart)
        width = self._panel_width(chart)
        for at, panel in enumerate(chart.panels):
            line, place = divmod(at, many)
            left = names + place * (width + _GAP)
            top = line * self._panel_height(chart)
            self._paint_panel(painter, panel, QRectF(left, top, width, self._head(chart)))
            if place == 0:
                self._paint_names(painter, panel, top + self._head(chart), names)

    def _in_a_line(self, chart: EstimateChart) -> int:
        """Give how many panels stand in a line; five that do not fit are three and two."""
        count, room = len(chart.panels), self.width() - self._names_width(chart)
        most = max(1, min(count, (room + _GAP) // (_PANEL_LEAST + _GAP)))
        return ceil(count / ceil(count / most)) if count else 1

    def _panel_width(self, chart: EstimateChart) -> float:
        many = self._in_a_line(chart)
        return (self.width() - self._names_width(chart) - (many - 1) * _GAP) / many

    def _names_width(self, chart: EstimateChart) -> int:
        labels = [lane.label for panel in chart.panels for lane in panel.lanes]
        widest = ceil(max((text_width(label, CLOSE) for label in labels), default=0.0))
        return min(widest + _MARK + 10, int(self.width() * _NAMES_MOST))

    def _head(self, chart: EstimateChart) -> int:
        """Give the height of the panels' titles, which is that of the longest."""
        if len(chart.panels) <= 1:
            return 0
        width = int(self._panel_width(chart))
        lines = (len(_title_lines(each, width)) for each in chart.panels)
        return max(lines) * _LINE + 3

    def _lane(self, chart: EstimateChart) -> int:
        """Give the height of a lane: more where names take two lines."""
        room = self._names_width(chart) - _MARK - 8
        labels = [lane.label for panel in chart.panels for lane in panel.lanes]
        fits = all(text_width(label, CLOSE) <= room for label in labels)
        return _LANE if fits else 2 * _LINE + 3

    def _panel_height(self, chart: EstimateChart) -> int:
        lanes = len(chart.panels[0].lanes) if chart.panels else 0
        return self._head(chart) + lanes * self._lane(chart) + _FOOT + _BELOW

    def _paint_names(
        self, painter: QPainter, panel: EstimatePanel, top: float, width: int
    ) -> None:
        chart, theme = self.chart, self.theme
        height = self._lane(chart) if chart else _LANE
        for at, lane in enumerate(panel.lanes):
            middle = top + at * height + height / 2
            paint_mark(painter, lane.iso3, theme, QPointF(6.0, middle), 4.5)
            lines = text_lines(lane.label, CLOSE, width - _MARK - 8, _TITLE_LINES)
            first = round(middle - len(lines) * _LINE / 2)
            for number, text in enumerate(lines):
                place = QRect(_MARK, first + number * _LINE, width - _MARK, _LINE)
                write(painter, place, text, theme.ink, CLOSE)

    def _paint_panel(self, painter: QPainter, panel: EstimatePanel, head: QRectF) -> None:
        """Paint a panel under its title: the axis, then a lane an estimate."""
        chart, theme = self.chart, self.theme
        height = self._lane(chart) if chart else _LANE
        if head.height():
            lines = _title_lines(panel, int(head.width()))
            first = round(head.bottom()) - 3 - len(lines) * _LINE
            for number, text in enumerate(lines):
                place = QRect(
                    round(head.left()), first + number * _LINE, round(head.width()), _LINE
                )
                write(painter, place, text, theme.ink, CLOSE, SEMIBOLD)
        axis = QRectF(
            head.left() + 5,
            head.bottom(),
            head.width() - _FIGURE - 10,
            height * len(panel.lanes),
        )
        self._paint_axis(painter, axis)
        for at, lane in enumerate(panel.lanes):
            self._paint_lane(painter, lane, axis, axis.top() + (at + 0.5) * height)

    def _paint_axis(self, painter: QPainter, axis: QRectF) -> None:
        theme = self.theme
        for tick in _TICKS:
            at = axis.left() + axis.width() * tick / 100
            painter.fillRect(QRectF(at - 0.5, axis.top(), 1, axis.height()), QColor(theme.grid))
            words = QRect(round(at) - 16, round(axis.bottom()), 32, _FOOT)
            centre = Qt.AlignmentFlag.AlignHCenter
            write(painter, words, str(tick), theme.mute, SMALL, align=centre)

    def _paint_lane(
        self, painter: QPainter, lane: EstimateLane, axis: QRectF, middle: float
    ) -> None:
        theme, estimate = self.theme, lane.estimate
        line = QRectF(axis.left(), middle - 0.5, axis.width(), 1)
        painter.fillRect(line, QColor(theme.grid))
        if estimate.interval is not None:
            low, high = (axis.left() + axis.width() * end for end in estimate.interval)
            painter.setPen(QPen(QColor(country_colour(lane.iso3, theme)), 2.0))
            painter.drawLine(QPointF(low, middle), QPointF(high, middle))
            for end in (low, high):
                painter.drawLine(QPointF(end, middle - 3.5), QPointF(end, middle + 3.5))
        at = axis.left() + axis.width() * estimate.value
        paint_mark(painter, lane.iso3, theme, QPointF(at, middle), 4.5)
        figure = QRect(round(axis.right()) + 5, round(middle) - 8, _FIGURE, 16)
        right = Qt.AlignmentFlag.AlignRight
        write(painter, figure, share_text(estimate.value), theme.ink, SMALL, SEMIBOLD, right)


def _title_lines(panel: EstimatePanel, width: int) -> tuple[str, ...]:
    return text_lines(panel.title, CLOSE, width, _TITLE_LINES, SEMIBOLD)
