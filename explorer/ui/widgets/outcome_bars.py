"""The likely outcomes of several states as bars with whiskers, and what they were before."""

import html
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from explorer.pages.charts import LadderRow
from explorer.pages.what_if_outcomes import BarWords, OutcomeBars
from explorer.style import Theme, rung_colours
from explorer.ui.theme import REGULAR, SEMIBOLD
from explorer.ui.widgets.ladder_bar import (
    BAR_HEIGHT,
    BEFORE_HEIGHT,
    LANE_HEIGHT,
    paint_before,
    paint_ladder,
    paint_whiskers,
    whiskers_beside,
)
from explorer.ui.widgets.lettering import BODY, CLOSE, SMALL
from explorer.ui.widgets.marks import paint_mark
from explorer.ui.widgets.text_lines import text_width, write

_LINE, _GAP = 19, 9
"""A second lane of whiskers, which is seldom needed, goes into the gap."""
_KEY, _KEY_MARK, _KEY_SPACE = 18, 14, 14
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class OutcomeBarsView(QWidget):
    """Paints `OutcomeBars`, a bar a state; `chosen` carries the code of a state clicked on."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin without bars."""
        super().__init__()
        self._theme = theme
        self._bars: OutcomeBars | None = None
        self._marked = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def bars(self) -> OutcomeBars | None:
        """Give the bars shown."""
        return self._bars

    def show_bars(self, bars: OutcomeBars, marked: str) -> None:
        """Show bars; `marked` is the code of the state whose name stands out."""
        self._bars, self._marked = bars, marked
        self.setAccessibleName(bars.chart.caption.title)
        self.setAccessibleDescription(" ".join(each.description for each in bars.words))
        self._fit(bars)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of the bars."""
        return QSize(320, self._height(self._bars) if self._bars else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the key anew."""
        super().resizeEvent(event)
        if self._bars is not None:
            self._fit(self._bars)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the key of the rungs below."""
        del event
        if self._bars is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        for row, words in zip(self._bars.chart.rows, self._bars.words, strict=True):
            self._paint_words(painter, words, top)
            self._paint_row(painter, row, top + _LINE)
            top += _row_height(self._bars)
        self._paint_key(painter, self._bars.chart.rungs, top)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Say the whole of the bar under the pointer."""
        if isinstance(event, QHelpEvent):
            words = self._at(event.pos().y())
            if words is not None:
                said = f"<p>{html.escape(words.description)}</p>"
                QToolTip.showText(event.globalPos(), said, self)
                return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the state whose bar is clicked on."""
        words = self._at(int(event.position().y()))
        if words is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(words.iso3)

    def _fit(self, bars: OutcomeBars) -> None:
        if self.height() != self._height(bars):
            self.setFixedHeight(self._height(bars))

    def _at(self, y: int) -> BarWords | None:
        if self._bars is None:
            return None
        at = y // _row_height(self._bars)
        return self._bars.words[at] if 0 <= at < len(self._bars.words) else None

    def _height(self, bars: OutcomeBars) -> int:
        lines = len(self._key_lines(bars.chart.rungs))
        return _row_height(bars) * len(bars.words) + _KEY * lines

    def _paint_words(self, painter: QPainter, words: BarWords, top: int) -> None:
        theme = self._theme
        is_marked = words.iso3 == self._marked
        weight = SEMIBOLD if is_marked else REGULAR
        paint_mark(painter, words.iso3, theme, QPointF(6.0, top + _LINE / 2 - 1), 4.5)
        line = QRect(17, top, self.width() - 17, _LINE - 2)
        write(painter, line, words.name, theme.ink, BODY, weight)
        right = line.adjusted(int(text_width(words.name, BODY, SEMIBOLD)) + 14, 0, 0, 0)
        if words.was:
            was = f"  {words.was}"
            width = text_width(was, SMALL)
            if text_width(words.leading, CLOSE, SEMIBOLD) + width <= right.width():
                write(painter, right, was, theme.mute, SMALL, REGULAR, _RIGHT)
                right = right.adjusted(0, 0, -int(width), 0)
        write(painter, right, words.leading, theme.ink, CLOSE, weight, _RIGHT)

    def _paint_row(self, painter: QPainter, row: LadderRow, top: int) -> None:
        bar = QRectF(0, top, self.width(), BAR_HEIGHT)
        paint_ladder(painter, bar, row.shares, self._theme)
        below = bar.bottom()
        if row.before:
            below += paint_before(painter, bar, row.before, self._theme)
        if row.bounds:
            found = whiskers_beside(row.shares, row.bounds, bar.width())
            paint_whiskers(painter, bar, below, found, self._theme)

    def _key_lines(self, rungs: tuple[str, ...]) -> list[list[tuple[int, str]]]:
        """Break the key into as many lines as it takes; each rung with its place."""
        lines: list[list[tuple[int, str]]] = [[]]
        room = max(self.width(), 200)
        used = 0
        for place, rung in enumerate(rungs):
            width = _key_width(rung)
            if lines[-1] and used + width - _KEY_SPACE > room:
                lines.append([])
                used = 0
            lines[-1].append((place, rung))
            used += width
        return lines

    def _paint_key(self, painter: QPainter, rungs: tuple[str, ...], top: int) -> None:
        theme = self._theme
        fills = rung_colours(theme)
        for line in self._key_lines(rungs):
            x = 0
            for place, rung in line:
                painter.setPen(QPen(QColor(theme.faint), 0.6))
                painter.setBrush(QColor(fills[place % len(fills)]))
                painter.drawRoundedRect(QRectF(x + 0.5, top + 4.5, 9, 9), 2.5, 2.5)
                room = QRect(x + _KEY_MARK, top, self.width() - x - _KEY_MARK, _KEY)
                write(painter, room, rung, theme.mute, SMALL)
                x += _key_width(rung)
            top += _KEY


def _key_width(rung: str) -> int:
    return _KEY_MARK + ceil(text_width(rung, SMALL)) + _KEY_SPACE


def _row_height(bars: OutcomeBars) -> int:
    """Give the height of a row: the same for all, so that none jumps while a slider moves."""
    is_moved = any(row.before for row in bars.chart.rows)
    before = BEFORE_HEIGHT if is_moved else 0
    return _LINE + BAR_HEIGHT + LANE_HEIGHT + before + _GAP
