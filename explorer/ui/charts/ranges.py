"""Ratings with their ranges: a row a factor, a mark a country."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.pages.charts import RangeChart, RangeRow
from explorer.style import Theme, country_colour
from explorer.ui.widgets.lettering import CLOSE, SMALL, font, width_of
from explorer.ui.widgets.marks import paint_mark
from explorer.ui.widgets.rating_scale import place

_LANE = 13
_PAD = 6
_FOOT = 18
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RangePlot(QWidget):
    """Draws a `RangeChart`: each country has a lane of its own in a row, so none hides another."""

    def __init__(self, theme: Theme) -> None:
        """Begin without a chart."""
        super().__init__()
        self._theme = theme
        self._chart: RangeChart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: RangeChart, theme: Theme) -> None:
        """Draw a chart in the colours of a theme."""
        self._chart, self._theme = chart, theme
        self.setAccessibleName(chart.caption.title)
        self.setAccessibleDescription(chart.caption.description)
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a lane a country in each row."""
        rows = self._chart.rows if self._chart else ()
        return QSize(280, sum(_height(row) for row in rows) + _FOOT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint rows, then the scale's numbers under them."""
        del event
        if self._chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        widest = max((width_of(row.label, font(CLOSE)) for row in self._chart.rows), default=0)
        left = min(widest + 12.0, self.width() * 0.5)
        top = 0.0
        for row in self._chart.rows:
            self._paint_row(painter, row, QRectF(left, top, self.width() - left, _height(row)))
            top += _height(row)
        scale = QRectF(left, top, self.width() - left, _FOOT)
        painter.setFont(font(SMALL))
        painter.setPen(QColor(self._theme.mute))
        for point in range(5):
            box = QRectF(place(point, scale) - 10, top, 20, _FOOT)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(point))
        painter.end()

    def _paint_row(self, painter: QPainter, row: RangeRow, area: QRectF) -> None:
        theme = self._theme
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
