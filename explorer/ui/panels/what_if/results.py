"""The card with what follows from the assumptions: bars, words, what moves it, and the methods."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.agreement import AgreementPart
from explorer.pages.charts import TornadoChart
from explorer.pages.levers import LeversPart
from explorer.pages.tables import as_tsv
from explorer.pages.what_changed import ChangePart
from explorer.pages.what_if_outcomes import OutcomeBars
from explorer.style import Theme
from explorer.ui.charts.origin import ChartOrigin
from explorer.ui.charts.table_window import TableWindow
from explorer.ui.charts.view import ChartView
from explorer.ui.panels.what_if.change import ChangeView
from explorer.ui.panels.what_if.events import EventBox
from explorer.ui.panels.what_if.methods import MethodsView
from explorer.ui.theme import mark
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.outcome_bars import OutcomeBarsView
from explorer.ui.widgets.text import Text, aside, body, hairline, heading, strong


class ResultsCard(QFrame):
    """Shows the parts as they come; it reckons nothing.

    `state_chosen` carries the code of a state whose bar was clicked on, `event_chosen` the key of
    an event, `save_wanted` a chart and `png` or `svg`; `built` says that the chart is there now.
    """

    state_chosen = Signal(str)
    event_chosen = Signal(str)
    save_wanted = Signal(object, str)
    built = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._theme = theme
        mark(self, "card")
        self.bars = OutcomeBarsView(theme)
        self.bars.chosen.connect(self.state_chosen)
        self._source, self._missing = aside("", theme), aside("", theme)
        self._note, self._caveat = aside("", theme), aside("", theme)
        self.change = ChangeView(theme)
        self.events = EventBox(theme)
        self.events.chosen.connect(self.event_chosen)
        self._moves = heading("", theme)
        self.origin = ChartOrigin(theme)
        self.tornado = ChartView(theme)
        self.tornado.save_wanted.connect(self._save_tornado)
        self._opening, self._levers = body("", theme), strong("", theme)
        self._levers_note = aside("", theme)
        self.methods = MethodsView(theme)
        self._later: list[QWidget] = []
        self._lay_out()

    def show_bars(self, bars: OutcomeBars, marked: str) -> None:
        """Show the bars at once; the other parts come on their own."""
        self.bars.show_bars(bars, marked)
        _say(self._missing, bars.missing)
        _say(self._note, bars.note)
        _say(self._source, bars.chart.caption.source)
        self.origin.show_chart(bars.chart)
        _say(self._caveat, bars.chart.caption.caveat)

    def show_change(self, part: ChangePart) -> None:
        """Show what changed, in words."""
        self.change.show_part(part)

    def show_tornado(self, chart: TornadoChart) -> None:
        """Show what moves the event."""
        # The event stands in the field beside it.
        _say(self._moves, chart.caption.title.partition(" · ")[0])
        before = self.tornado.canvas
        self.tornado.show_chart(chart)
        if self.tornado.canvas is not before:
            self.built.emit()

    def show_levers(self, part: LeversPart) -> None:
        """Show what would have to change."""
        _say(self._opening, part.opening)
        _say(self._levers, part.changes)
        _say(self._levers_note, part.note)

    def show_methods(self, part: AgreementPart) -> None:
        """Show whether the methods agree."""
        self.methods.show_part(part)

    def _lay_out(self) -> None:
        theme = self._theme
        inner = QWidget()
        set_ground(inner, theme.card)
        # As high as its words at the card's width; Qt would guess more for words that wrap.
        inner.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        room = QVBoxLayout(inner)
        room.setContentsMargins(16, 12, 14, 14)
        room.setSpacing(6)
        room.addLayout(self._bars_head())
        for part in (self.bars, self._note, self._missing):
            room.addWidget(part)
        self._section(room, self.change)
        ask = QHBoxLayout()
        ask.setSpacing(8)
        ask.addWidget(self._moves, 1)
        ask.addWidget(self.events)
        self._section(room, None)
        room.addLayout(ask)
        room.addWidget(self.tornado)
        self._section(room, heading("What would have to change", theme))
        for part in (self._opening, self._levers, self._levers_note):
            room.addWidget(part)
        self._section(room, self.methods)
        self._section(room, None)
        for part in (self._source, self.origin, self._caveat):
            room.addWidget(part)
        room.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName("What follows")
        self.area.setWidget(inner)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.addWidget(self.area)

    def _section(self, room: QVBoxLayout, first: QWidget | None) -> None:
        room.addSpacing(4)
        room.addWidget(hairline(self._theme))
        room.addSpacing(2)
        if first is not None:
            room.addWidget(first)

    def _bars_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(9)
        row.addWidget(strong("Likely outcomes", self._theme), 1)
        for words, do, hint in (
            ("Copy table", self._copy, "Copy the likelihoods for a spreadsheet"),
            ("PNG…", lambda: self._save_bars("png"), "Save the bars as a picture"),
            ("SVG…", lambda: self._save_bars("svg"), "Save the bars as a drawing"),
            ("Table", self._show_table, "Show the likelihoods as a table"),
        ):
            link = LinkButton(words, self._theme)
            link.setAccessibleDescription(hint)
            link.setToolTip(hint)
            link.clicked.connect(do)
            row.addWidget(link)
        return row

    def _copy(self) -> None:
        if self.bars.bars is not None:
            QGuiApplication.clipboard().setText(as_tsv(self.bars.bars.chart.caption.table))

    def _show_table(self) -> None:
        if self.bars.bars is not None:
            TableWindow(self.bars.bars.chart.caption, self._theme, self).open()

    def _save_bars(self, kind: str) -> None:
        if self.bars.bars is not None:
            self.save_wanted.emit(self.bars.bars.chart, kind)

    def _save_tornado(self, kind: str) -> None:
        self.save_wanted.emit(self.tornado.chart, kind)


def _say(label: Text, words: str) -> None:
    if label.text() != words:
        label.setText(words)
    label.setVisible(bool(words))
