"""Events on a time axis that zooms and pans, a lane a state."""

import html
import math
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip

from explorer.pages.charts import TimelineChart, TimelineMark
from explorer.style import Theme
from explorer.ui.charts.painted import PaintedPlot
from explorer.ui.charts.timeline_frame import Frame, Shown, height_of
from explorer.ui.charts.timeline_painting import paint_timeline

_LEAST_DAYS = 14.0
"""The shortest stretch of days shown: a day is then wide enough to set two events apart."""
_STEP = 1.35
_PAN = 0.25
_NEAR = 0.12
_WHEEL = 240.0
_DRAG = 4
_MOST_NAMED = 8
_HINT = "Click for the sources and the evidence"
_KEYS = "Arrows: next event. + and − zoom, Home shows all, Page Up and Page Down move along."


class TimelinePlot(PaintedPlot[TimelineChart]):
    """Draws a `TimelineChart` and lets one look closer.

    `chosen` carries the key of the event that the user went to, blank for none;
    `window_changed` comes when other days are shown.
    """

    chosen = Signal(str)
    window_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without a chart."""
        super().__init__(theme)
        self._first, self._last = 0.0, 1.0
        self._frame: Frame | None = None
        self._key = ""
        self._pointed: Shown | None = None
        self._grip: tuple[QPointF, float, float] | None = None
        self._is_dragged = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def window_shown(self) -> tuple[float, float]:
        """Give the first and the last day shown, as ordinals of the calendar."""
        return self._first, self._last

    @property
    def key(self) -> str:
        """Give the key of the event that is chosen, or a blank."""
        return self._key

    @property
    def frame(self) -> Frame | None:
        """Give where everything stands now."""
        if self.chart is None:
            return None
        if self._frame is None:
            self._frame = Frame(self.chart, float(self.width()), self._first, self._last)
        return self._frame

    def show_chart(self, chart: TimelineChart, theme: Theme) -> None:
        """Draw a chart; the days shown stay unless the chart asks for others."""
        if self.chart is None or (chart.first, chart.last) != self.window_shown:
            self._first, self._last = float(chart.first), float(chart.last)
        self._frame = self._pointed = None
        super().show_chart(chart, theme)
        if self._key not in {each.key for each in chart.marks}:
            self._key = ""
        self._describe()

    def choose(self, key: str) -> None:
        """Choose an event and bring it into sight; what is no event chooses none."""
        mark = self._mark(key)
        self._key = key if mark else ""
        if mark is not None and not self._first <= mark.middle <= self._last:
            half = (self._last - self._first) / 2
            self.show_days(mark.middle - half, mark.middle + half)
        self._describe()
        self.update()

    def show_days(self, first: float, last: float) -> None:
        """Show the days between two, within the reach of the events and some room beyond."""
        low, high = self._reach()
        span = min(max(last - first, _LEAST_DAYS), high - low)
        first = min(max(first - (span - (last - first)) / 2, low), high - span)
        if (first, first + span) == (self._first, self._last):
            return
        self._first, self._last = first, first + span
        self._frame = self._pointed = None
        QToolTip.hideText()
        self.update()
        self.window_changed.emit()

    def show_all(self) -> None:
        """Show all events."""
        self.show_days(*self._reach())

    def zoom(self, by: float, about: float | None = None) -> None:
        """Show a stretch that is `by` times as short, about a day that stays in its place."""
        mark = self._mark(self._key)
        day = about
        if day is None:
            day = mark.middle if mark else (self._first + self._last) / 2
        day = min(max(day, self._first), self._last)
        span = max((self._last - self._first) / by, _LEAST_DAYS)
        part = (day - self._first) / max(self._last - self._first, 1e-9)
        self.show_days(day - span * part, day + span * (1 - part))

    def pan(self, parts: float) -> None:
        """Move along by parts of what is shown: to later days, or back where below nought."""
        by = (self._last - self._first) * parts
        self.show_days(self._first + by, self._last + by)

    def open_at(self, shown: Shown) -> None:
        """Go to the event of a mark; where it stands for several, look closer at those."""
        keys = shown.placed.keys
        marks = [mark for key in keys if (mark := self._mark(key)) is not None]
        days = sorted({mark.middle for mark in marks})
        if len(days) > 1 and self._last - self._first > _LEAST_DAYS:
            margin = max((days[-1] - days[0]) * 0.3, _LEAST_DAYS / 2)
            self._go_to(keys[0])
            self.show_days(days[0] - margin, days[-1] + margin)
            return
        at = keys.index(self._key) + 1 if self._key in keys else 0
        self._go_to(keys[at % len(keys)])

    def height_for(self, chart: TimelineChart) -> int:
        """Ask for the rows of all lanes and the axis."""
        return math.ceil(height_of(chart))

    def paint(self, painter: QPainter, chart: TimelineChart) -> None:
        """Paint the lanes, the axis and the events."""
        del chart
        if self.frame is not None:
            pointed = self._pointed.placed.keys if self._pointed else ()
            paint_timeline(
                painter, self.frame, self.theme, self._key, pointed, has_focus=self.hasFocus()
            )

    # What the user does

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer; with Shift, or sideways, move along."""
        across, down = event.angleDelta().x(), event.angleDelta().y()
        if self.frame is None:
            event.ignore()
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(across) > abs(down):
            self.pan(-(across or down) / 120 * _PAN / 2)
        else:
            self.zoom(_STEP ** (down / _WHEEL), self.frame.day(event.position().x()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom with two fingers on a touch pad."""
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
            and self.frame is not None
        ):
            self.zoom(1 + event.value(), self.frame.day(event.position().x()))
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the axis."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = (event.position(), self._first, self._last)
            self._is_dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move along while the axis is held, else tell of the event under the pointer."""
        frame = self.frame
        if frame is None:
            return
        if self._grip is None:
            self._point(frame.at(event.position()), event.globalPosition().toPoint())
            return
        start, first, last = self._grip
        moved = event.position().x() - start.x()
        if self._is_dragged or abs(moved) > _DRAG:
            self._is_dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            days = moved * (last - first) / max(frame.right - frame.left, 1.0)
            self.show_days(first - days, last - days)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the event that was clicked, or to none."""
        was_dragged, self._grip = self._is_dragged, None
        self._is_dragged = False
        frame = self.frame
        self.unsetCursor()
        if frame is None or was_dragged or event.button() is not Qt.MouseButton.LeftButton:
            return
        found = frame.at(event.position())
        if found is None:
            self._go_to("")
        else:
            self.open_at(found)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell of no event once the pointer has left."""
        super().leaveEvent(event)
        self._point(None, QPoint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        self._frame = self._pointed = None
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys go here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys no longer go here."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from event to event, zoom and move along."""
        do = self._doings().get(Qt.Key(event.key()))
        if do is None or not do():
            event.ignore()

    # Within

    def _reach(self) -> tuple[float, float]:
        """Give the days that can be shown: of all events, with a margin, and of the chart."""
        marks = self.chart.marks if self.chart else ()
        first = min((mark.first for mark in marks), default=self._first)
        last = max((mark.last for mark in marks), default=self._last)
        margin = max((last - first) * 0.02, 20.0)
        low, high = first - margin, last + margin
        chart = self.chart
        return (min(low, chart.first), max(high, chart.last)) if chart else (low, high)

    def _mark(self, key: str) -> TimelineMark | None:
        marks = self.chart.marks if self.chart else ()
        return next((each for each in marks if each.key == key), None)

    def _doings(self) -> dict[Qt.Key, Callable[[], bool]]:
        """Give what each key does; it says whether there was something to do."""
        key = Qt.Key
        zooms = dict.fromkeys((key.Key_Plus, key.Key_Equal), _STEP)
        zooms |= dict.fromkeys((key.Key_Minus, key.Key_Underscore), 1 / _STEP)
        return {
            **{each: partial(_did, partial(self.zoom, by)) for each, by in zooms.items()},
            key.Key_Home: partial(_did, self.show_all),
            key.Key_0: partial(_did, self.show_all),
            key.Key_PageDown: partial(_did, partial(self.pan, 2 * _PAN)),
            key.Key_PageUp: partial(_did, partial(self.pan, -2 * _PAN)),
            key.Key_Right: partial(self._step, 1),
            key.Key_Left: partial(self._step, -1),
            key.Key_Down: partial(self._step, 1, in_lane=True),
            key.Key_Up: partial(self._step, -1, in_lane=True),
            key.Key_Return: self._open_own,
            key.Key_Enter: self._open_own,
            key.Key_Escape: self._leave,
        }

    def _leave(self) -> bool:
        """Choose no event; say whether one was chosen."""
        was_chosen = bool(self._key)
        if was_chosen:
            self._go_to("")
        return was_chosen

    def _own(self) -> Shown | None:
        """Give the drawn mark that holds the chosen event."""
        shown = self.frame.shown if self.frame else ()
        return next((each for each in shown if self._key in each.placed.keys), None)

    def _open_own(self) -> bool:
        own = self._own()
        if own is not None and own.is_several:
            self.open_at(own)
        elif own is not None:
            self.zoom(_STEP * _STEP)
        return own is not None

    def _step(self, by: int, *, in_lane: bool = False) -> bool:
        """Go to the next event, or the one before; in the lane of the present one if asked."""
        marks = self.chart.marks if self.chart else ()
        own = self._mark(self._key)
        if own is not None and in_lane:
            marks = tuple(each for each in marks if set(each.lanes) & set(own.lanes))
        keys = [each.key for each in marks]
        if own is not None:
            at = keys.index(self._key) + by
            if 0 <= at < len(keys):
                self._go_to(keys[at])
        elif keys:
            inside = [each.key for each in marks if self._first <= each.middle <= self._last]
            self._go_to((inside or keys)[0 if by > 0 else -1])
        return bool(keys)

    def _go_to(self, key: str) -> None:
        """Choose an event as the user did, near enough to the middle to see what is beside it."""
        mark, span = self._mark(key), self._last - self._first
        self.choose(key)
        if mark is not None:
            if mark.middle > self._last - span * _NEAR:
                self.show_days(self._first + span / 3, self._last + span / 3)
            elif mark.middle < self._first + span * _NEAR:
                self.show_days(self._first - span / 3, self._last - span / 3)
        self.chosen.emit(self._key)

    def _point(self, shown: Shown | None, place: QPoint) -> None:
        if shown == self._pointed:
            return
        self._pointed = shown
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if shown else Qt.CursorShape.OpenHandCursor
        )
        QToolTip.showText(place, self.tip(shown) if shown else "", self)
        self.update()

    def tip(self, shown: Shown) -> str:
        """Give what a mark tells under the pointer, as markup with all texts escaped."""
        marks = [mark for key in shown.placed.keys if (mark := self._mark(key)) is not None]
        if len(marks) == 1:
            title = html.escape(marks[0].title)
            told = html.escape(marks[0].description).replace(title, f"<b>{title}</b>", 1)
            return f"<p style='width: 320px'>{told}</p><p>{_HINT}</p>"
        lines = [f"{mark.date}: {html.escape(mark.title)}" for mark in marks[:_MOST_NAMED]]
        if len(marks) > _MOST_NAMED:
            lines.append(f"and {len(marks) - _MOST_NAMED} more")
        head = f"<b>{len(marks)} events</b>. Click to look closer"
        return f"<p>{head}</p><p>{'<br>'.join(lines)}</p>"

    def _describe(self) -> None:
        """Let a screen reader say the event chosen, or what there is and how to go about it."""
        chart = self.chart
        if chart is None:
            return
        mark = self._mark(self._key)
        head = chart.caption.description.split(". ", 1)[0]
        self.setAccessibleDescription(mark.description if mark else f"{head}. {_KEYS}")


def _did(do: Callable[[], None]) -> bool:
    """Do what can always be done."""
    do()
    return True
