"""Items for and against, as bars to both sides of nought: a grid of rows, or a course of time."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from explorer.pages.charts import Balance, BalanceChart
from explorer.ui.charts.painted import PaintedPlot
from explorer.ui.theme import REGULAR, SEMIBOLD
from explorer.ui.widgets.lettering import CLOSE, SMALL
from explorer.ui.widgets.text_lines import text_width, write

_HEAD = 40
"""What the key and the names of the columns take, in pixels."""
_ROW = 24
_BAR = 11.0
_COUNT = 22
_GAP = 12
_SIDE = 84
_FOOT = 20
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_RIGHT = Qt.AlignmentFlag.AlignRight


class BalancePlot(PaintedPlot[BalanceChart]):
    """Draws a `BalanceChart`. Which side a bar is on says which way it points, besides colour."""

    def height_for(self, chart: BalanceChart) -> int:
        """Ask for a row a label, or for two sides of a course of time."""
        if chart.over_time:
            return _HEAD // 2 + 2 * (_SIDE + _COUNT // 2) + _FOOT
        return _HEAD + _ROW * len(chart.rows) + 4

    def paint(self, painter: QPainter, chart: BalanceChart) -> None:
        """Paint the key and the bars."""
        if chart.over_time:
            self._paint_time(painter, chart)
        else:
            self._paint_grid(painter, chart)

    def _paint_grid(self, painter: QPainter, chart: BalanceChart) -> None:
        theme = self.theme
        names = [text_width(row.label, CLOSE) for row in chart.rows]
        left = min(int(max(names, default=0)) + 14, self.width() // 3)
        width = (self.width() - left) / max(len(chart.columns), 1)
        self._paint_key(painter, left)
        for place, title in enumerate(chart.columns):
            head = QRect(int(left + place * width), 18, int(width) - _GAP, 20)
            write(painter, head, title, theme.ink, SMALL, SEMIBOLD, _CENTRE)
        for at, row in enumerate(chart.rows):
            top = _HEAD + at * _ROW
            painter.fillRect(QRectF(0, top, self.width(), 1), QColor(theme.grid))
            write(painter, QRect(0, top, left - 8, _ROW), row.label, theme.ink, CLOSE)
            for place, balance in enumerate(row.balances):
                box = QRectF(left + place * width, top, width - _GAP, _ROW)
                most = 0 if row.is_total else chart.most
                self._paint_balance(painter, balance, box, most)

    def _paint_balance(self, painter: QPainter, balance: Balance, box: QRectF, most: int) -> None:
        """Paint one bar to either side with its count at its end; the count alone for no scale."""
        theme, zero = self.theme, box.center().x()
        weight = REGULAR if most else SEMIBOLD
        reach = max(box.width() / 2 - _COUNT, 4.0)
        top = box.center().y() - _BAR / 2
        for count, side, hue in (
            (balance.against, -1, theme.hold),
            (balance.towards, 1, theme.pull),
        ):
            if not count:
                continue
            end = reach * count / most if most else 0.0
            painter.fillRect(QRectF(zero if side > 0 else zero - end, top, end, _BAR), QColor(hue))
            x = zero + end + 4 if side > 0 else zero - end - 4 - _COUNT
            place = QRect(int(x), int(box.top()), _COUNT, _ROW)
            align = Qt.AlignmentFlag.AlignLeft if side > 0 else _RIGHT
            write(painter, place, str(count), theme.ink, SMALL, weight, align)
        painter.fillRect(QRectF(zero - 0.5, box.top() + 3, 1, _ROW - 6), QColor(theme.faint))

    def _paint_time(self, painter: QPainter, chart: BalanceChart) -> None:
        theme = self.theme
        self._paint_key(painter, 0)
        width = self.width() / max(len(chart.columns), 1)
        zero = _HEAD // 2 + _SIDE + _COUNT // 2
        balances = chart.rows[0].balances if chart.rows else ()
        shows_words = _labels_shown(chart.columns, width)
        for at, (title, balance) in enumerate(zip(chart.columns, balances, strict=True)):
            x = at * width
            for count, side, hue in (
                (balance.against, 1, theme.hold),
                (balance.towards, -1, theme.pull),
            ):
                if not count:
                    continue
                high = _SIDE * count / chart.most
                top = zero if side > 0 else zero - high
                bar = QRectF(x + width * 0.18, top, width * 0.64, high)
                painter.fillRect(bar, QColor(hue))
                words = QRect(int(x), int(top + high if side > 0 else top - 15), int(width), 15)
                write(painter, words, str(count), theme.ink, SMALL, REGULAR, _CENTRE)
            if at % shows_words == 0:
                wide = int(width * shows_words)
                begin = int(x + width / 2 - wide / 2)
                begin = min(max(begin, 0), max(self.width() - wide, 0))
                foot = QRect(begin, self.height() - _FOOT, wide, _FOOT)
                write(painter, foot, title, theme.mute, SMALL, REGULAR, _CENTRE)
        painter.fillRect(QRectF(0, zero - 0.5, self.width(), 1), QColor(theme.faint))

    def _paint_key(self, painter: QPainter, left: int) -> None:
        """Say which side, or which way, is against and which towards."""
        theme = self.theme
        is_time = self.chart is not None and self.chart.over_time
        signs = ("▼", "▲") if is_time else ("◀", "▶")
        x = left
        for sign, words, hue in (
            (signs[0], "against closer ties", theme.hold),
            (signs[1], "towards closer ties", theme.pull),
        ):
            write(painter, QRect(x, 0, 14, 16), sign, hue, 9)
            wide = int(text_width(words, SMALL)) + 4
            write(painter, QRect(x + 14, 0, wide, 16), words, theme.mute, SMALL)
            x += 14 + wide + 16


def _labels_shown(titles: tuple[str, ...], width: float) -> int:
    """Give which of the titles have room: each one, each second, and so on."""
    wanted = max((text_width(title, SMALL) for title in titles), default=0) + 6
    step = 1
    while step * width < wanted:
        step += 1
    return step
