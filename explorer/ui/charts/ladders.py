"""The outcome ladder as stacked bars, with a key of the rungs."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.pages.charts import LadderChart, LadderRow
from explorer.pages.numbers import share_text
from explorer.style import Theme, country_ink, rung_colours
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.ladder_bar import BAR_HEIGHT, paint_ladder
from explorer.ui.widgets.lettering import CLOSE, SMALL, font
from explorer.ui.widgets.marks import paint_mark

_NAME = 18
_ROW = _NAME + BAR_HEIGHT + 8
_KEY = 17
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LadderPlot(QWidget):
    """Draws a `LadderChart`, a bar a country, lowest rung first."""

    def __init__(self, theme: Theme) -> None:
        """Begin without a chart."""
        super().__init__()
        self._theme = theme
        self._chart: LadderChart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: LadderChart, theme: Theme) -> None:
        """Draw a chart in the colours of a theme."""
        self._chart, self._theme = chart, theme
        self.setAccessibleName(chart.caption.title)
        self.setAccessibleDescription(chart.caption.description)
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a bar a country and a line of key a rung."""
        if self._chart is None:
            return QSize(280, _ROW)
        return QSize(280, _ROW * len(self._chart.rows) + _KEY * len(self._chart.rungs) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars, then the key with each country's share of the rung."""
        del event
        if self._chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, row in enumerate(self._chart.rows):
            self._paint_row(painter, row, at * _ROW)
        self._paint_key(painter, self._chart, len(self._chart.rows) * _ROW)
        painter.end()

    def _paint_row(self, painter: QPainter, row: LadderRow, top: int) -> None:
        paint_mark(painter, row.iso3, self._theme, QPointF(6.0, top + _NAME / 2), 4.5)
        painter.setFont(font(CLOSE, SEMIBOLD))
        painter.setPen(QColor(country_ink(row.iso3, self._theme)))
        painter.drawText(QRectF(16, top, self.width() - 16, _NAME), _LEFT, row.label)
        bar = QRectF(0, top + _NAME, self.width(), BAR_HEIGHT)
        paint_ladder(painter, bar, row.shares, self._theme)

    def _paint_key(self, painter: QPainter, chart: LadderChart, top: int) -> None:
        fills = rung_colours(self._theme)
        painter.setFont(font(SMALL))
        for order, rung in enumerate(chart.rungs):
            middle = top + order * _KEY + _KEY / 2
            painter.setPen(QColor(self._theme.line))
            painter.setBrush(QColor(fills[order % len(fills)]))
            painter.drawRoundedRect(QRectF(1, middle - 5, 10, 10), 2, 2)
            painter.setPen(QColor(self._theme.mute))
            place = QRectF(17, middle - _KEY / 2, self.width() - 17, _KEY)
            painter.drawText(place, _LEFT, rung)
            if len(chart.rows) == 1 and order < len(chart.rows[0].shares):
                share = share_text(chart.rows[0].shares[order])
                room = QRectF(0, place.top(), self.width(), _KEY)
                side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(room, side, share)
