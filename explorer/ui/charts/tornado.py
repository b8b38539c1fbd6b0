"""What moves an event: a bar a factor, about the likelihood as it is now."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)

from explorer.pages.charts import Swing, TornadoChart
from explorer.pages.numbers import share_text
from explorer.pages.swings import axis_text, drawn_bars
from explorer.style import Theme
from explorer.ui.charts.painted import PaintedPlot
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import CLOSE, SMALL, font, width_of

_ROW = 24.0
_LINE = 14.0
_BAR = 12.0
_HEAD = 18.0
_AXIS = 18.0
_FOOT = 6.0
_KEY = 18.0
_GAP = 10.0
_INSET = 34.0
"""What is left free at either end of the axis, where the ratings at the bars' ends stand."""
_NAMES = 0.36
_TICK_ROOM = 44.0
_STRONG = 0.62  # how dense the bars are, as `whatif.png` has them
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_WRAP = int(_LEFT | Qt.TextFlag.TextWordWrap)
_BELOW = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_SWATCH, _BETWEEN = 17.0, 16.0
_UNIT = "points"
_RATINGS = "figures beside a bar: the rating there"


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things stand: names to the left, the track of the bars, and lengths to the right."""

    track: QRectF
    first: float
    last: float
    tops: tuple[float, ...]
    heights: tuple[float, ...]

    def x(self, probability: float) -> float:
        """Give the place of a likelihood on the axis."""
        room = self.track.width() - 2 * _INSET
        part = (probability - self.first) / (self.last - self.first)
        return self.track.left() + _INSET + room * part


class TornadoPlot(PaintedPlot[TornadoChart]):
    """Draws a `TornadoChart`. The bar under the pointer, or chosen by keys, tells its figures."""

    def __init__(self, theme: Theme) -> None:
        """Begin without a chart."""
        super().__init__(theme)
        self._pointed: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def pointed(self) -> int | None:
        """Give the place of the bar whose figures are told, counted from the top."""
        return self._pointed

    def point_at(self, place: int | None) -> None:
        """Tell the figures of a bar, on screen and to a screen reader; or of none."""
        chart = self.chart
        if chart is None or place == self._pointed:
            return
        self._pointed = place if place is not None and place < len(chart.swings) else None
        told = self._told(chart)
        self.setAccessibleDescription(told or chart.caption.description)
        self.update()

    def show_chart(self, chart: TornadoChart, theme: Theme) -> None:
        """Draw a chart; the bar pointed at stays so while there is one in its place."""
        if self._pointed is not None and self._pointed >= len(chart.swings):
            self._pointed = None
        super().show_chart(chart, theme)
        self.setAccessibleDescription(self._told(chart) or chart.caption.description)

    def height_for(self, chart: TornadoChart) -> int:
        """Ask for a row a factor, taller where its name wraps, and for axis, key and figures."""
        if not chart.swings:
            return 0
        rows = sum(self._row_heights(chart))
        return round(_HEAD + rows + _AXIS + self._foot(chart))

    def paint(self, painter: QPainter, chart: TornadoChart) -> None:
        """Paint the axis, the rows on it, the key and the figures of the bar pointed at."""
        if not chart.swings:
            return
        frame = self._frame(chart)
        bottom = frame.track.bottom()
        self._paint_axis(painter, chart, frame, bottom)
        for place, swing in enumerate(chart.swings):
            self._paint_row(painter, frame, place, swing)
        self._paint_bars(painter, chart, frame)
        self._paint_now(painter, chart, frame, bottom)
        self._paint_foot(painter, chart, bottom + _AXIS)

    # What points at a bar

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the figures of the bar under the pointer."""
        self.point_at(self.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell no figures once the pointer has left, unless keys chose the bar."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self.point_at(None)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell the figures of the bar under the pointer."""
        super().enterEvent(event)
        self.point_at(self.place_at(event.position()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the longest bar when keys bring the focus here."""
        super().focusInEvent(event)
        keys = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event.reason() in keys and self._pointed is None:
            self.point_at(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell no figures once the focus has gone."""
        super().focusOutEvent(event)
        self.point_at(None)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the bars with the arrow keys, Home and End."""
        count = len(self.chart.swings) if self.chart else 0
        at = self._pointed if self._pointed is not None else -1
        wanted = {
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_Up: at - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
        }.get(Qt.Key(event.key()))
        if wanted is None or not 0 <= wanted < count:
            event.ignore()
            return
        self.point_at(wanted)

    # Where things stand

    def _names(self, chart: TornadoChart) -> float:
        """Give the width of the names' column."""
        widest = max((width_of(swing.label, font(CLOSE)) for swing in chart.swings), default=0)
        return min(widest + 4.0, self.width() * _NAMES)

    def _row_heights(self, chart: TornadoChart) -> Iterator[float]:
        metrics, names = QFontMetrics(font(CLOSE)), int(self._names(chart))
        for swing in chart.swings:
            room = metrics.boundingRect(0, 0, names, 999, _WRAP, swing.label)
            yield max(_ROW, float(room.height()) + 4.0)

    def _frame(self, chart: TornadoChart) -> _Frame:
        heights = tuple(self._row_heights(chart))
        tops = tuple(_HEAD + sum(heights[:place]) for place in range(len(heights)))
        said = max(
            (width_of(each.words, font(SMALL, SEMIBOLD)) for each in chart.swings), default=0
        )
        said = max(said, width_of(_UNIT, font(SMALL)))
        left = self._names(chart) + _GAP
        width = max(self.width() - left - said - _GAP, 2 * _INSET + 20.0)
        track = QRectF(left, _HEAD, width, sum(heights))
        return _Frame(track, chart.ticks[0], chart.ticks[-1], tops, heights)

    def place_at(self, point: QPointF) -> int | None:
        """Give the place of the bar at a point, counted from the top, if there is one."""
        if self.chart is None:
            return None
        frame = self._frame(self.chart)
        pairs = zip(frame.tops, frame.heights, strict=True)
        found = (at for at, (top, high) in enumerate(pairs) if top <= point.y() < top + high)
        return next(found, None)

    def _told(self, chart: TornadoChart) -> str:
        return chart.swings[self._pointed].description if self._pointed is not None else ""

    def _foot(self, chart: TornadoChart) -> float:
        """Give the height of what stands below: the key, or the figures of any of the bars."""
        metrics, width = QFontMetrics(font(SMALL)), max(self.width(), 1)
        told = (
            metrics.boundingRect(0, 0, width, 999, _BELOW, swing.description).height()
            for swing in chart.swings
        )
        lines = max(1 if self._has_short_key() else 2, *(round(each / _LINE) for each in told))
        return lines * _LINE + _FOOT

    def _has_short_key(self) -> bool:
        """Say whether the whole key fits on a line."""
        words = (*(each for _, each in _sides(self.theme)), _RATINGS)
        wide = sum(width_of(each, font(SMALL)) for each in words)
        return wide + 2 * (_SWATCH + _BETWEEN) <= self.width()

    # Painting

    def _paint_axis(
        self, painter: QPainter, chart: TornadoChart, frame: _Frame, bottom: float
    ) -> None:
        painter.setFont(font(SMALL))
        apart = abs(frame.x(chart.ticks[1]) - frame.x(chart.ticks[0]))
        every = math.ceil(_TICK_ROOM / max(apart, 1.0))
        for tick in chart.ticks[::every]:
            x = round(frame.x(tick))
            painter.fillRect(QRectF(x, _HEAD, 1, bottom - _HEAD), QColor(self.theme.grid))
            painter.setPen(QColor(self.theme.mute))
            painter.drawText(QRectF(x - 30, bottom, 60, _AXIS), _MIDDLE, axis_text(tick))

    def _paint_row(self, painter: QPainter, frame: _Frame, place: int, swing: Swing) -> None:
        theme, top, height = self.theme, frame.tops[place], frame.heights[place]
        if place == self._pointed:
            painter.fillRect(QRectF(0, top, self.width(), height), QColor(theme.tint))
        painter.setFont(font(CLOSE))
        painter.setPen(QColor(theme.ink))
        names = QRectF(0, top, frame.track.left() - _GAP, height)
        painter.drawText(names, _WRAP, swing.label)
        painter.setFont(font(SMALL, SEMIBOLD))
        painter.drawText(QRectF(0, top, self.width() - 1, height), _RIGHT, swing.words)

    def _paint_bars(self, painter: QPainter, chart: TornadoChart, frame: _Frame) -> None:
        middle = frame.x(chart.now)
        painter.setFont(font(SMALL))
        for place, swing in enumerate(chart.swings):
            top = frame.tops[place] + (frame.heights[place] - _BAR) / 2
            for bar in drawn_bars(swing, chart.now):
                end = frame.x(bar.end)
                colour = self.theme.pull if bar.is_likelier else self.theme.hold
                box = QRectF(min(middle, end), top + _BAR * bar.lane, abs(end - middle), 0.0)
                box.setHeight(_BAR * bar.depth)
                self._fill(painter, box, colour)
                painter.setPen(QColor(self.theme.mute))
                room = QRectF(end + 4, top, _INSET * 2, _BAR)
                if bar.is_likelier:
                    painter.drawText(room, _LEFT, bar.words)
                else:
                    room.moveRight(end - 4)
                    painter.drawText(room, _RIGHT, bar.words)

    def _fill(self, painter: QPainter, box: QRectF, colour: str) -> None:
        """Fill a bar with a softened colour, through which nothing behind it shows."""
        soft = QColor(colour)
        soft.setAlphaF(_STRONG)
        painter.fillRect(box, QColor(self.theme.card))
        painter.fillRect(box, soft)

    def _paint_now(
        self, painter: QPainter, chart: TornadoChart, frame: _Frame, bottom: float
    ) -> None:
        x = frame.x(chart.now)
        painter.setPen(QPen(QColor(self.theme.ink), 1.0))
        painter.drawLine(QPointF(x, _HEAD - 2), QPointF(x, bottom))
        painter.setFont(font(SMALL, SEMIBOLD))
        words = f"now {share_text(chart.now)}"
        painter.drawText(QRectF(x - 60, 0, 120, _HEAD - 2), _MIDDLE, words)
        painter.setFont(font(SMALL))
        painter.setPen(QColor(self.theme.mute))
        painter.drawText(QRectF(0, 0, self.width() - 1, _HEAD - 2), _RIGHT, _UNIT)

    def _paint_foot(self, painter: QPainter, chart: TornadoChart, top: float) -> None:
        """Paint the key, or in its place the figures of the bar pointed at."""
        painter.setFont(font(SMALL))
        told = self._told(chart)
        if told:
            painter.setPen(QColor(self.theme.ink))
            room = QRectF(0, top + 2, self.width(), self._foot(chart) - 2)
            painter.drawText(room, _BELOW, told)
            return
        across = 0.0
        for colour, words in _sides(self.theme):
            self._fill(painter, QRectF(across, top + _KEY / 2 - 4, 12, 8), colour)
            painter.setPen(QColor(self.theme.mute))
            painter.drawText(QRectF(across + _SWATCH, top, self.width(), _KEY), _LEFT, words)
            across += _SWATCH + width_of(words, font(SMALL)) + _BETWEEN
        if self._foot(chart) >= 2 * _LINE + _FOOT:
            # The figures of a bar need a second line in any case, which then is no empty strip.
            across, top = 0.0, top + _LINE
        painter.drawText(QRectF(across, top, self.width(), _KEY), _LEFT, _RATINGS)


def _sides(theme: Theme) -> tuple[tuple[str, str], ...]:
    """Give the colours of the bars and what they say."""
    return ((theme.hold, "to the left: less likely"), (theme.pull, "to the right: likelier"))
