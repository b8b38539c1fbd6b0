"""Stances on a line from unlikely to likely: an author a row, states as marks."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QToolTip

from explorer.pages.charts import StanceChart, StanceLine
from explorer.pages.stance_layout import Spot, StanceLayout, lay_out
from explorer.style import Theme
from explorer.ui.charts.painted import PaintedPlot
from explorer.ui.theme import REGULAR, SEMIBOLD
from explorer.ui.widgets.lettering import CLOSE, SMALL
from explorer.ui.widgets.marks import paint_mark
from explorer.ui.widgets.text_lines import text_width, write

KEY = 22
HEAD = 44
ROW = 18
GAP = 10
_COLUMN = 186
"""The least width of a column, in pixels, before a bin is given a second one."""
_MARK = 12
_INSET = 6
_REGION = "the region as a whole"
_KEYS = "The arrow keys go from author to author."
Placed = tuple[int, Spot]
"""A stance with the place of its question, counted from the top."""


class StancePlot(PaintedPlot[StanceChart]):
    """Draws a `StanceChart`. `chosen` carries the key of the stance that the user went to."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin with none marked."""
        super().__init__(theme)
        self._key = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def key(self) -> str:
        """Give the key of the stance marked, or a blank."""
        return self._key

    def mark(self, key: str) -> None:
        """Mark a stance as chosen, on screen and to a screen reader."""
        self._key = key
        self._describe()
        self.update()

    def show_chart(self, chart: StanceChart, theme: Theme) -> None:
        """Draw a chart; the stance marked stays so."""
        super().show_chart(chart, theme)
        self._describe()

    def layout_of(self, chart: StanceChart) -> StanceLayout:
        """Give where all stands at the present width."""
        return lay_out(chart, max(self.width() // _COLUMN, 1))

    def height_for(self, chart: StanceChart) -> int:
        """Ask for the key, and a head and rows for each question."""
        heights = self.layout_of(chart).heights
        return KEY + sum(HEAD + ROW * rows + GAP for rows in heights)

    def spot_at(self, place: QPointF) -> Spot | None:
        """Give the stance at a place, if there is one."""
        if self.chart is None:
            return None
        layout, top = self.layout_of(self.chart), KEY
        width = self.width() / layout.columns
        for spots, rows in zip(layout.spots, layout.heights, strict=True):
            row = math.floor((place.y() - top - HEAD) / ROW)
            column = math.floor(place.x() / width)
            found = (x for x in spots if (x.column, x.row) == (column, row))
            spot = next(found, None)
            if spot is not None:
                return spot
            top += HEAD + ROW * rows + GAP
        return None

    def box_of(self, key: str) -> QRect:
        """Give where the label of a stance stands; empty where it is not drawn."""
        if self.chart is None:
            return QRect()
        layout, top = self.layout_of(self.chart), KEY
        for spots, rows in zip(layout.spots, layout.heights, strict=True):
            for spot in spots:
                if spot.dot.key == key:
                    return self._box(spot, layout, top)
            top += HEAD + ROW * rows + GAP
        return QRect()

    def paint(self, painter: QPainter, chart: StanceChart) -> None:
        """Paint the key, then each question with its line and its stances."""
        self._paint_key(painter, chart)
        layout, top = self.layout_of(chart), KEY
        for line, spots, rows in zip(chart.lines, layout.spots, layout.heights, strict=True):
            self._paint_head(painter, chart, line, layout, top)
            self._paint_border(painter, layout, QRect(0, top + 20, 0, HEAD - 20 + ROW * rows))
            for spot in spots:
                self._paint_spot(painter, spot, layout, top)
            top += HEAD + ROW * rows + GAP
        if self.hasFocus():
            box = self.box_of(self._key)
            ring = box.adjusted(-1, 0, 0, 0) if not box.isEmpty() else self.rect()
            painter.setPen(QPen(QColor(self.theme.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(ring).adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)

    def event(self, event: QEvent) -> bool:
        """Tell all of the stance under the pointer."""
        if isinstance(event, QHelpEvent):
            spot = self.spot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), spot.dot.description if spot else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the stance pressed."""
        spot = self.spot_at(event.position())
        if spot is not None:
            self._choose(spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from stance to stance with the arrows, to the first and the last with Home and End.

        Up and Down stay in a column, from one question to the other; Left and Right in a question.
        """
        spots = self._spots_in_order()
        if not spots:
            event.ignore()
            return
        here = next((each for each in spots if each[1].dot.key == self._key), None)
        found = _step(spots, here, Qt.Key(event.key()))
        if found is None:
            event.ignore()
        else:
            self._choose(found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys come here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def _choose(self, spot: Spot) -> None:
        self.mark(spot.dot.key)
        self.chosen.emit(spot.dot.key)

    def _spots_in_order(self) -> list[Placed]:
        """Give each stance with the place of its question, as they are read."""
        if self.chart is None:
            return []
        spots = enumerate(self.layout_of(self.chart).spots)
        return sorted(
            ((line, spot) for line, each in spots for spot in each),
            key=lambda placed: (placed[0], placed[1].column, placed[1].row),
        )

    def _describe(self) -> None:
        if self.chart is None:
            return
        dots = (dot for line in self.chart.lines for dot in line.dots)
        told = next((dot.description for dot in dots if dot.key == self._key), "")
        self.setAccessibleDescription(told or f"{self.chart.caption.description} {_KEYS}")

    def _box(self, spot: Spot, layout: StanceLayout, top: int) -> QRect:
        width = self.width() / layout.columns
        left = round(spot.column * width)
        return QRect(left, top + HEAD + ROW * spot.row, round(width) - GAP, ROW)

    def _paint_key(self, painter: QPainter, chart: StanceChart) -> None:
        x = 0
        for iso3, name in (*chart.names, ("", _REGION)):
            self._paint_mark(painter, iso3, QPointF(x + _INSET, KEY / 2 - 2))
            room = QRect(x + 15, 0, self.width() - x - 15, KEY - 4)
            write(painter, room, name, self.theme.mute, SMALL)
            x += 15 + round(text_width(name, SMALL)) + 16

    def _paint_head(
        self,
        painter: QPainter,
        chart: StanceChart,
        line: StanceLine,
        layout: StanceLayout,
        top: int,
    ) -> None:
        """Write the question, and draw the line with its bins; the last head is off the line."""
        theme, width = self.theme, self.width() / layout.columns
        write(painter, QRect(0, top, self.width(), 18), line.question, theme.ink, CLOSE, SEMIBOLD)
        for at, (title, (first, count)) in enumerate(
            zip((*chart.bins, chart.off), layout.spans, strict=True)
        ):
            left, is_off = round(first * width), at == len(chart.bins)
            number = sum(dot.place == (None if is_off else at) for dot in line.dots)
            words = QRect(left, top + 19, round(count * width) - GAP, 15)
            ink = theme.mute if is_off else theme.accent
            write(painter, words, f"{title} · {number}", ink, SMALL, SEMIBOLD)
            if is_off:
                continue
            y = top + HEAD - 6.5
            end = (first + count) * width - (0 if at < len(chart.bins) - 1 else GAP * 2)
            painter.setPen(QPen(QColor(theme.faint), 1))
            painter.drawLine(QPointF(left + _INSET, y), QPointF(end, y))
            painter.drawLine(QPointF(left + _INSET, y - 3), QPointF(left + _INSET, y + 3))
            if at == len(chart.bins) - 1:
                painter.drawLine(QPointF(end, y), QPointF(end - 5, y - 3))
                painter.drawLine(QPointF(end, y), QPointF(end - 5, y + 3))

    def _paint_border(self, painter: QPainter, layout: StanceLayout, room: QRect) -> None:
        """Draw the dashed border between the line and what is off it."""
        x = round(layout.spans[-1][0] * self.width() / layout.columns) - GAP + 0.5
        pen = QPen(QColor(self.theme.faint), 1)
        pen.setDashPattern([3.0, 3.0])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))

    def _paint_spot(self, painter: QPainter, spot: Spot, layout: StanceLayout, top: int) -> None:
        theme, box, dot = self.theme, self._box(spot, layout, top), spot.dot
        if dot.key == self._key:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.tint))
            painter.drawRoundedRect(QRectF(box).adjusted(-1, 0, 0, 0), 3, 3)
        marks = dot.states or ("",)
        for at, iso3 in enumerate(marks):
            centre = QPointF(box.left() + _INSET + at * _MARK, box.center().y() + 0.5)
            self._paint_mark(painter, iso3, centre)
        left = box.left() + _INSET + _MARK * len(marks) - 1
        room = max(box.right() - left, 8)
        word = f"  {dot.word}" if dot.word else ""
        wanted = round(text_width(word, SMALL)) + 2
        name = QRect(left, box.top(), max(room - wanted, room // 3), ROW)
        weight = SEMIBOLD if dot.key == self._key else REGULAR
        write(painter, name, dot.label, theme.ink, SMALL, weight)
        if word:
            x = left + min(math.ceil(text_width(dot.label, SMALL, weight)), name.width())
            write(painter, QRect(x, box.top(), box.right() - x, ROW), word, theme.mute, SMALL)

    def _paint_mark(self, painter: QPainter, iso3: str, centre: QPointF) -> None:
        """Paint a state's mark, or a ring for the region."""
        if iso3:
            paint_mark(painter, iso3, self.theme, centre, 5.0)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.mute), 1.3))
        painter.drawEllipse(centre, 3.6, 3.6)


def _step(spots: Sequence[Placed], here: Placed | None, key: Qt.Key) -> Spot | None:
    """Give the stance that a key leads to; `None` where it leads nowhere."""
    arrows = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}
    if key == Qt.Key.Key_Home or (here is None and key in arrows):
        return spots[0][1]
    if key == Qt.Key.Key_End:
        return spots[-1][1]
    if here is None or key not in arrows:
        return None
    line, spot = here
    if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
        column = [each for each in spots if each[1].column == spot.column]
        at = column.index(here) + (1 if key == Qt.Key.Key_Down else -1)
        return column[at][1] if 0 <= at < len(column) else None
    way = 1 if key == Qt.Key.Key_Right else -1
    beside = [
        each[1] for each in spots if each[0] == line and way * each[1].column > way * spot.column
    ]
    return min(
        beside, key=lambda x: (abs(x.column - spot.column), abs(x.row - spot.row)), default=None
    )
