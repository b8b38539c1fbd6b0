"""The panel of the view Map: the head, the map, and the state chosen beside it."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.charts import MapChart
from explorer.style import Theme
from explorer.ui.charts.maps import MapPlot
from explorer.ui.charts.view import ChartView
from explorer.ui.panels.map.card import MapCard
from explorer.ui.panels.map.head import SIDE, MapHead
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.text import aside, hairline

_ZOOM = 1.5
_CARD, _CARD_LEAST = 260, 190
WAITING = "Reading the map…"


class MapPanel(QWidget):
    """Lays out head, map and card, and keeps map and card in step.

    `shown` comes when it comes into sight, `changed` when something else is to colour the states.
    `opened` carries the ISO code of a state that is wanted in Compare, `chart_save_wanted` a chart
    of what is shown and `png` or `svg`, `trace_wanted` the thing to be shown in Sources.
    """

    shown = Signal()
    changed = Signal()
    opened = Signal(str)
    trace_wanted = Signal(str)
    chart_save_wanted = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        """Begin without a map."""
        super().__init__()
        self.setAccessibleName("Map")
        self._theme = theme
        self._plot: MapPlot | None = None
        self.head = MapHead(theme)
        self.view = ChartView(theme)
        self.card = MapCard(theme)
        self._waiting = aside(WAITING, theme)
        self._lines = [hairline(theme), hairline(theme)]
        self._lay_out()
        self._connect()
        self._dress()
        self.show_fault(WAITING)

    @property
    def plot(self) -> MapPlot | None:
        """Give the widget that draws the map, once there is a chart."""
        return self._plot

    @property
    def said(self) -> str:
        """Give the words in place of the map, blank where there is one."""
        return "" if self._waiting.isHidden() else self._waiting.text()

    def show_chart(self, chart: MapChart) -> None:
        """Draw a map."""
        self._waiting.hide()
        self.view.show()
        self.view.show_chart(chart)
        canvas = self.view.canvas
        if isinstance(canvas, MapPlot) and self._plot is None:
            self._plot = canvas
            canvas.chosen.connect(self._show_chosen)
            canvas.opened.connect(self._open)
            if self.hasFocus():
                canvas.setFocus()
        self._show_chosen()
        parts = (chart.drawn, chart.caption.title)
        self.head.show_standing(" · ".join(part for part in parts if part))

    def show_fault(self, words: str) -> None:
        """Say in place of the map why there is none."""
        self._waiting.setText(words)
        self._waiting.show()
        self.view.hide()

    def choose(self, iso3: str) -> None:
        """Choose a state on the map."""
        if self._plot is not None:
            self._plot.choose(iso3)
            self._show_chosen()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        if theme == self._theme:
            return
        self._theme = theme
        for part in (self.head, self.view, self.card):
            part.set_theme(theme)
        self._waiting.setPalette(aside("", theme).palette())
        self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the panel came into sight."""
        super().showEvent(event)
        self.shown.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys on to the map."""
        super().focusInEvent(event)
        if self._plot is not None:
            self._plot.setFocus(event.reason())

    def _lay_out(self) -> None:
        self.view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        left = QVBoxLayout()
        left.setContentsMargins(SIDE, 2, SIDE - 4, 6)
        left.addWidget(self._waiting)
        left.addWidget(self.view, 1)
        left.addStretch(0)
        self.card.setMinimumWidth(_CARD_LEAST)
        self.card.setMaximumWidth(_CARD)
        upright = self._lines[1]
        upright.setMinimumHeight(0)
        upright.setMaximumHeight(16777215)
        upright.setFixedWidth(1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addLayout(left, 3)
        below.addWidget(upright)
        below.addWidget(self.card, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self._lines[0])
        rows.addLayout(below, 1)

    def _connect(self) -> None:
        self.head.changed.connect(self.changed)
        self.head.zoomed.connect(self._zoom)
        self.view.save_wanted.connect(self._save)
        self.card.opened.connect(self.opened)
        self.card.filled.connect(self._order_tabs)

    def _show_chosen(self) -> None:
        if self._plot is not None:
            self.card.show_area(self._plot.area)
        self._order_tabs()

    def _open(self, iso3: str) -> None:
        """Go on to Compare with a state that the comparison can hold."""
        area = self.card.area
        if area is not None and area.iso3 == iso3 and area.is_compared:
            self.opened.emit(iso3)

    def _zoom(self, step: int) -> None:
        if self._plot is None:
            return
        if step == 0:
            self._plot.show_all()
        else:
            self._plot.zoom(_ZOOM if step > 0 else 1 / _ZOOM)

    def _save(self, kind: str) -> None:
        """Ask for a file of what is shown, as far in or out as it is."""
        if isinstance(self.view.chart, MapChart) and self._plot is not None:
            chart = replace(self.view.chart, reach=self._plot.reach)
            self.chart_save_wanted.emit(chart, kind)

    def _order_tabs(self) -> None:
        """Let Tab go from the head to the map, its links and the card, as they are read."""
        stops = [*self.head.stops, *([self._plot] if self._plot else ())]
        stops += [*self.view.buttons.values(), *self.card.stops]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _dress(self) -> None:
        set_ground(self, self._theme.card)
        for line in self._lines:
            set_ground(line, self._theme.line)
