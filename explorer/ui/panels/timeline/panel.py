"""The panel of the view Timeline: the axis above, the list and the event chosen below it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.charts import TimelineChart
from explorer.pages.timeline import Timeline, TimelineEvent
from explorer.style import Theme
from explorer.ui.charts.timeline_frame import AXIS, PAD, ROW
from explorer.ui.charts.timelines import TimelinePlot
from explorer.ui.charts.view import ChartView
from explorer.ui.panels.timeline.card import NONE_FITS, NOTHING, EventCard
from explorer.ui.panels.timeline.head import SIDE, TimelineHead
from explorer.ui.panels.timeline.listing import EventList
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import hairline

_SHARE = 0.5
"""How much of the height the axis may take."""
_ZOOM = 1.6
_CARD_LEAST = 330


class TimelinePanel(QWidget):
    """Lays out head, axis, list and card, and keeps axis and list in step.

    `shown` comes when it comes into sight, `changed` when other events are wanted, other days are
    shown or there is room for other rows, `chosen` with the key of the event gone to, or a blank.
    `chart_save_wanted` carries a chart and `png` or `svg`; `csv_wanted` and `copy_wanted` are of
    the events listed; `evidence_wanted` carries the id of an item to unfold here, and
    `evidence_opened` of one to show in its own view, `link_opened` an address.
    """

    shown = Signal()
    trace_wanted = Signal(str)
    changed = Signal()
    chosen = Signal(str)
    chart_save_wanted = Signal(object, str)
    csv_wanted = Signal()
    copy_wanted = Signal()
    evidence_wanted = Signal(str)
    evidence_opened = Signal(str)
    link_opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin without events."""
        super().__init__()
        self.setAccessibleName("Timeline")
        self._theme = theme
        self._rows = 0
        self._lanes = 3
        self._plot: TimelinePlot | None = None
        self.head = TimelineHead(theme)
        self.view = ChartView(theme)
        self.list = EventList(theme)
        self.card = EventCard(theme)
        self.csv_link = LinkButton("Save list as CSV…", theme)
        self._lines = [hairline(theme), hairline(theme)]
        self._lay_out()
        self._connect()
        self._dress()

    @property
    def plot(self) -> TimelinePlot | None:
        """Give the widget that draws the axis, once there is a chart."""
        return self._plot

    @property
    def rows(self) -> int:
        """Give how many rows of events the axis has room for, in all lanes together."""
        room = self.height() * _SHARE - AXIS - 2 * PAD * self._lanes
        return max(int(room / ROW), self._lanes)

    def show_timeline(self, timeline: Timeline) -> None:
        """Offer the lanes and kinds of a timeline."""
        self._lanes = len(timeline.lanes)
        self._rows = self.rows
        self.head.show_timeline(timeline)
        self._order_tabs()

    def show_chart(self, chart: TimelineChart) -> None:
        """Draw events on the axis."""
        self.view.show_chart(chart)
        canvas = self.view.canvas
        if isinstance(canvas, TimelinePlot) and self._plot is None:
            self._plot = canvas
            canvas.chosen.connect(self._take)
            canvas.window_changed.connect(self.changed)
            self._order_tabs()

    def show_events(self, events: Sequence[TimelineEvent], standing: str) -> None:
        """List the events in sight, and say what they are."""
        self.list.show_events(events, self._plot.key if self._plot else "")
        self.head.show_standing(standing)

    def show_event(self, event: TimelineEvent | None, *, is_any: bool = True) -> None:
        """Show the event chosen, everywhere; `is_any` says whether any event fits at all."""
        key = event.key if event else ""
        if self._plot is not None and self._plot.key != key:
            self._plot.choose(key)
        self.list.show_chosen(key)
        self.card.show_event(event, NOTHING if is_any else NONE_FITS)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        if theme == self._theme:
            return
        self._theme = theme
        for part in (self.head, self.view, self.list, self.card, self.csv_link):
            part.set_theme(theme)
        self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the panel came into sight."""
        super().showEvent(event)
        self.shown.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys on to the axis.

        With a proxy for the focus instead, Tab would pass over the head.
        """
        super().focusInEvent(event)
        if self._plot is not None:
            self._plot.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for other rows where there is room for more or fewer."""
        super().resizeEvent(event)
        if self._plot is not None and self.rows != self._rows:
            self._rows = self.rows
            self.changed.emit()

    def _lay_out(self) -> None:
        self.view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        axis = QHBoxLayout()
        axis.setContentsMargins(SIDE, 0, SIDE, 6)
        axis.addWidget(self.view)
        left = QVBoxLayout()
        left.setContentsMargins(SIDE - 6, 2, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.list, 1)
        below = QHBoxLayout()
        below.setContentsMargins(6, 3, 0, 5)
        below.addWidget(self.csv_link)
        below.addStretch(1)
        left.addLayout(below)
        self.card.setMinimumWidth(_CARD_LEAST)
        upright = self._lines[1]
        upright.setFixedSize(16777215, 16777215)
        upright.setFixedWidth(1)
        upright.setMinimumHeight(0)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addLayout(left, 3)
        foot.addWidget(upright)
        foot.addWidget(self.card, 2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addLayout(axis)
        rows.addWidget(self._lines[0])
        rows.addLayout(foot, 1)

    def _connect(self) -> None:
        self.head.sieve_changed.connect(self.changed)
        self.head.zoomed.connect(self._zoom)
        self.view.save_wanted.connect(self._save)
        self.list.chosen.connect(self._take)
        self.list.copy_wanted.connect(self.copy_wanted)
        self.list.entered_event.connect(self._go_to_card)
        self.csv_link.clicked.connect(self.csv_wanted)
        self.card.filled.connect(self._order_tabs)
        self.card.evidence_wanted.connect(self.evidence_wanted)
        self.card.evidence_opened.connect(self.evidence_opened)
        self.card.link_opened.connect(self.link_opened)

    def _take(self, key: str) -> None:
        if self._plot is not None and self._plot.key != key:
            self._plot.choose(key)
        self.chosen.emit(key)

    def _zoom(self, step: Literal[-1, 0, 1]) -> None:
        if self._plot is None:
            return
        if step == 0:
            self._plot.show_all()
        else:
            self._plot.zoom(_ZOOM if step > 0 else 1 / _ZOOM)

    def _save(self, kind: str) -> None:
        if self.view.chart is not None:
            self.chart_save_wanted.emit(self.view.chart, kind)

    def _go_to_card(self) -> None:
        """Go on to the first link of the event."""
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)
        self.card.focusNextChild()

    def _order_tabs(self) -> None:
        """Let Tab go from the head to the axis, the list and the card, as they are read."""
        stops = [*self.head.stops, *([self._plot] if self._plot else ())]
        stops += [*self.view.buttons.values(), self.list, self.csv_link, *self.card.stops]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _dress(self) -> None:
        set_ground(self, self._theme.card)
        for line in self._lines:
            set_ground(line, self._theme.line)
