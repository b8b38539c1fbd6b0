"""One value a country, as bars with the value and its year in words."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.pages.charts import Bar, BarChart
from explorer.style import country_colour
from explorer.ui.charts.figures import number
from explorer.ui.charts.painted import PaintedPlot
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import CLOSE, SMALL, font, width_of
from explorer.ui.widgets.marks import paint_mark

_ROW = 26
_BAR = 10.0
_GAP = 8.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class BarPlot(PaintedPlot[BarChart]):
    """Draws a `BarChart`, a row a country."""

    def height_for(self, chart: BarChart) -> int:
        """Ask for a row a country."""
        return _ROW * len(chart.bars) + 4

    def words(self, bar: Bar) -> str:
        """Give what stands beside a bar: its value and year, or that no value was found."""
        decimals = self.chart.decimals if self.chart else 0
        text = number(bar.value, decimals)
        return f"{text} ({bar.year})" if bar.value is not None and bar.year else text

    def paint(self, painter: QPainter, chart: BarChart) -> None:
        """Paint names, bars and values."""
        bars = chart.bars
        names = 16 + max((width_of(bar.label, font(CLOSE)) for bar in bars), default=0) + _GAP
        said = max((width_of(self.words(bar), font(SMALL, SEMIBOLD)) for bar in bars), default=0)
        track = QRectF(names, 0, max(self.width() - names - said - _GAP, 20.0), _ROW)
        values = [bar.value for bar in bars if bar.value is not None]
        low, high = min([*values, 0.0]), max([*values, 0.0])
        for at, bar in enumerate(bars):
            place = track.translated(0, at * _ROW + 2)
            self._paint_row(painter, bar, place, (low, high), is_old=bar.year < chart.newest)

    def _paint_row(
        self,
        painter: QPainter,
        bar: Bar,
        track: QRectF,
        bounds: tuple[float, float],
        *,
        is_old: bool,
    ) -> None:
        theme, middle = self.theme, track.center().y()
        paint_mark(painter, bar.iso3, theme, QPointF(6.0, middle), 4.5)
        painter.setFont(font(CLOSE))
        painter.setPen(QColor(theme.ink))
        painter.drawText(QRectF(16, track.top(), track.left() - 16, _ROW), _LEFT, bar.label)
        low, high = bounds
        span = (high - low) or 1.0
        zero = track.left() + track.width() * (0.0 - low) / span
        end = zero
        if bar.value is not None:
            end = track.left() + track.width() * (bar.value - low) / span
            box = QRectF(min(zero, end), middle - _BAR / 2, max(abs(end - zero), 1.0), _BAR)
            colour = QColor(country_colour(bar.iso3, theme))
            if is_old:  # an older year than others': an outline
                painter.setPen(QPen(colour, 1.2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box.adjusted(0.6, 0.6, -0.6, -0.6))
            else:
                painter.fillRect(box, colour)
        painter.fillRect(QRectF(zero - 0.5, track.top() + 3, 1, _ROW - 6), QColor(theme.faint))
        painter.setFont(font(SMALL, SEMIBOLD) if bar.value is not None else font(SMALL))
        painter.setPen(QColor(theme.ink if bar.value is not None else theme.mute))
        place = QRectF(max(zero, end) + _GAP, track.top(), self.width(), _ROW)
        painter.drawText(place, _LEFT, self.words(bar))
