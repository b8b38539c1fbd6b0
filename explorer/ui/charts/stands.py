"""Actors on the ladder: a row an actor, a bubble as large as its share of all weight."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from explorer.pages.charts import Stand, StandChart
from explorer.pages.numbers import share_text
from explorer.ui.charts.figures import spread
from explorer.ui.charts.painted import PaintedPlot
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import CLOSE, SMALL, font, width_of

_HEAD = 22.0
_ROW = 22.0
_FOOT_LINE = 14.0
_FOOT_GAP = 5.0
_RIGHT = 38.0
_GAP = 12.0
_NAMES = 0.34
_MARGIN = 0.2
"""How far the scale goes on beyond the lowest and the highest rung, in rungs."""
_LARGEST = 9.5
_SMALLEST = 2.0
_STUB = 14.0
_DASHES = [3.0, 2.5]
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_LEFT_SIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT_SIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_RUNG = int(
    Qt.AlignmentFlag.AlignHCenter
    | Qt.AlignmentFlag.AlignTop
    | Qt.TextFlag.TextWordWrap
    | Qt.TextFlag.TextDontClip
)


class StandPlot(PaintedPlot[StandChart]):
    """Draws a `StandChart`; the row under the pointer tells its figures."""

    def height_for(self, chart: StandChart) -> int:
        """Ask for a row an actor, a line for mean and median, and the rungs' names below."""
        return round(_HEAD + _ROW * len(chart.stands) + self._foot(chart))

    def paint(self, painter: QPainter, chart: StandChart) -> None:
        """Paint the rungs, mean and median across all rows, then the rows."""
        area = self._area(chart)
        self._paint_rungs(painter, chart, area)
        self._paint_middles(painter, chart, area)
        largest = max((stand.share for stand in chart.stands), default=1.0) or 1.0
        for place, stand in enumerate(chart.stands):
            row = QRectF(area.left(), area.top() + _ROW * place, area.width(), _ROW)
            self._paint_stand(painter, chart, stand, row, stand.share / largest)

    def event(self, event: QEvent) -> bool:
        """Tell the figures of the actor under the pointer."""
        if isinstance(event, QHelpEvent):
            stand = self.stand_at(event.pos().y())
            QToolTip.showText(event.globalPos(), stand.words if stand else "", self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QEvent) -> None:
        """Take the height that the rungs' names need at this width."""
        del event
        if self.chart is not None and self.height_for(self.chart) != self.height():
            self.setFixedHeight(self.height_for(self.chart))

    def stand_at(self, y: float) -> Stand | None:
        """Give the actor whose row is at a height, in pixels from the top."""
        place = math.floor((y - _HEAD) / _ROW)
        stands = self.chart.stands if self.chart else ()
        return stands[place] if 0 <= place < len(stands) else None

    def _area(self, chart: StandChart) -> QRectF:
        widest = max((width_of(stand.label, font(CLOSE)) for stand in chart.stands), default=0)
        left = min(widest + _GAP, self.width() * _NAMES)
        width = max(self.width() - left - _RIGHT, 40.0)
        return QRectF(left, _HEAD, width, _ROW * len(chart.stands))

    def _x(self, chart: StandChart, area: QRectF, position: float) -> float:
        span = len(chart.rungs) - 1 + 2 * _MARGIN
        return area.left() + area.width() * (position - 1.0 + _MARGIN) / span

    def _rung_width(self, chart: StandChart, area: QRectF) -> float:
        return area.width() / (len(chart.rungs) - 1 + 2 * _MARGIN) - 3.0

    def _foot(self, chart: StandChart) -> float:
        """Give the height of the rungs' names, which wrap."""
        metrics = QFontMetrics(font(SMALL))
        width = int(self._rung_width(chart, self._area(chart)))
        rooms = (metrics.boundingRect(0, 0, width, 999, _RUNG, rung) for rung in chart.rungs)
        lines = max((math.ceil(room.height() / metrics.height()) for room in rooms), default=1)
        return _FOOT_GAP + _FOOT_LINE * lines + _FOOT_GAP

    def _paint_rungs(self, painter: QPainter, chart: StandChart, area: QRectF) -> None:
        width = self._rung_width(chart, area)
        painter.setFont(font(SMALL))
        for order, rung in enumerate(chart.rungs, start=1):
            x = round(self._x(chart, area, order))
            painter.fillRect(QRectF(x, area.top(), 1, area.height()), QColor(self.theme.grid))
            painter.setPen(QColor(self.theme.mute))
            box = QRectF(x - width / 2, area.bottom() + _FOOT_GAP, width, 99)
            painter.drawText(box, _RUNG, rung)

    def _paint_middles(self, painter: QPainter, chart: StandChart, area: QRectF) -> None:
        """Paint mean and median as lines, each with its label and a piece of its line above."""
        letters = font(SMALL, SEMIBOLD)
        labels = [f"mean {chart.mean:.2f}", f"median {chart.median:.2f}"]
        places = [self._x(chart, area, each) for each in (chart.mean, chart.median)]
        wide = max(width_of(label, letters) for label in labels) + _STUB + 4.0
        moved = spread(places, wide + 8.0, area.left() + wide / 2, self.width() - wide / 2)
        for x, at, label, pen in zip(places, moved, labels, self._pens(), strict=True):
            painter.setPen(pen)
            painter.drawLine(QPointF(x, area.top() - 4), QPointF(x, area.bottom()))
            own = width_of(label, letters) + _STUB + 4.0
            left = at - own / 2
            painter.drawLine(QPointF(left, _HEAD / 2 - 2), QPointF(left + _STUB, _HEAD / 2 - 2))
            painter.setFont(letters)
            painter.setPen(QColor(self.theme.ink))
            words = QRectF(left + _STUB + 4, 0, own, _HEAD - 4)
            painter.drawText(words, _LEFT_SIDE, label)

    def _pens(self) -> tuple[QPen, QPen]:
        """Give the pens of mean and median: whole and dashed."""
        dashed = QPen(QColor(self.theme.ink), 1.2)
        dashed.setDashPattern(_DASHES)
        return QPen(QColor(self.theme.ink), 1.2), dashed

    def _paint_stand(
        self, painter: QPainter, chart: StandChart, stand: Stand, row: QRectF, part: float
    ) -> None:
        theme, middle = self.theme, row.center().y()
        painter.setFont(font(CLOSE))
        painter.setPen(QColor(theme.ink))
        painter.drawText(QRectF(0, row.top(), row.left() - 6, _ROW), _LEFT_SIDE, stand.label)
        painter.setPen(QColor(theme.mute))
        painter.setFont(font(SMALL))
        words = QRectF(row.right(), row.top(), self.width() - row.right() - 1, _ROW)
        painter.drawText(words, _RIGHT_SIDE, share_text(stand.share))
        centre = QPointF(self._x(chart, row, stand.position), middle)
        radius = max(_LARGEST * math.sqrt(part), _SMALLEST)
        ground = QColor(theme.card)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)  # so that mean and median do not run through the bubble
        painter.drawEllipse(centre, radius, radius)
        fill = QColor(theme.accent)
        fill.setAlphaF(0.3)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(theme.accent), 1.0))
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(QPen(QColor(theme.accent), 2.0))
        low, high = (self._x(chart, row, each) for each in (stand.low, stand.high))
        painter.drawLine(QPointF(low, middle), QPointF(max(high, low + 1), middle))
        painter.drawLine(centre - QPointF(0, 3.5), centre + QPointF(0, 3.5))
