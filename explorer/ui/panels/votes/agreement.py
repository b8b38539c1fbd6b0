"""Agreement over time: the choices, the chart, and each state's newest share with each partner."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.charts import LineChart
from explorer.style import Theme
from explorer.ui.charts.view import ChartView
from explorer.ui.widgets.lettering import set_ground, set_ink
from explorer.ui.widgets.record_table import RecordColumn, RecordRow, RecordTable
from explorer.ui.widgets.segments import Segments
from explorer.ui.widgets.text import aside, heading
from explorer.ui.widgets.wrap_row import WrapRow

Choices = tuple[tuple[str, str], ...]
_SIDE = 16
_HINT = "The newest share with each partner, and the votes behind it. A row chosen is drawn above."


class AgreementFace(QWidget):
    """Lets the user choose partner, topic and measure.

    `changed` comes when another chart is wanted; `save_wanted` carries a chart and `png` or `svg`;
    `copy_wanted` asks for the newest shares on the clipboard, `trace_wanted` carries the
    name of the series drawn, to be shown in Sources.
    """

    changed = Signal()
    save_wanted = Signal(object, str)
    copy_wanted = Signal()
    trace_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin without choices."""
        super().__init__()
        self._theme = theme
        self.partners = Segments("Partner", theme)
        self.topics = Segments("Topic of the votes", theme)
        self.measures = Segments("What counts as agreement", theme)
        self.definition = aside("", theme)
        self.caution = aside("", theme)
        self.title = heading("", theme)
        self.view = ChartView(theme)
        self.latest = RecordTable("Newest share with each partner", theme)
        self.hint = aside(_HINT, theme)
        self._scroll, self._inside = QScrollArea(), QWidget()
        self._lay_out()
        for each in (self.partners, self.topics, self.measures):
            each.chosen.connect(self.changed)
        self.latest.chosen.connect(self._take_partner)
        self.latest.copy_wanted.connect(self.copy_wanted)
        self.view.save_wanted.connect(self._save)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Give where Tab stops, in the order in which they are read."""
        controls = (self.partners, self.topics, self.measures)
        buttons = (button for each in controls for button in each.buttons)
        return (*buttons, *self.view.buttons.values(), self.latest)

    def offer(self, partners: Choices, topics: Choices, measures: Choices) -> None:
        """Offer partners, topics and measures, the first of each chosen at first."""
        for control, choices in (
            (self.partners, partners),
            (self.topics, topics),
            (self.measures, measures),
        ):
            chosen = control.key
            control.show_choices(tuple((key, words, words) for key, words in choices))
            control.show_chosen(chosen or choices[0][0])

    def show_chart(self, chart: LineChart, definition: str, caution: str) -> None:
        """Draw a chart, and say what is counted."""
        self.title.setText(chart.caption.title)
        self.view.show_chart(chart)
        self.definition.setText(definition)
        self.caution.setText(caution)

    def show_latest(
        self, states: Sequence[str], rows: Sequence[tuple[str, tuple[str, ...]]]
    ) -> None:
        """List the newest shares: for each partner's code its name and a cell a state."""
        columns = (RecordColumn("Partner", 150), *(RecordColumn(name, 162) for name in states))
        made = [RecordRow(key, cells, ", ".join(cells)) for key, cells in rows]
        self.latest.show_rows(columns, made, self.partners.key)
        self.latest.setFixedHeight(self.latest.wanted_height())

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        for part in (
            self.partners,
            self.topics,
            self.measures,
            self.view,
            self.latest,
        ):
            part.set_theme(theme)
        for label in (self.definition, self.caution, self.hint, self.title):
            set_ink(label, theme.mute)
        self.dress()

    def dress(self) -> None:
        """Fill the ground of what is scrolled."""
        set_ground(self._inside, self._theme.card)

    def _lay_out(self) -> None:
        self.view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        choices = WrapRow(across=10, down=6)
        for control in (self.partners, self.topics, self.measures):
            choices.addWidget(control)
        rows = QVBoxLayout(self._inside)
        rows.setContentsMargins(_SIDE, 4, _SIDE, 12)
        rows.setSpacing(6)
        rows.addLayout(choices)
        rows.addWidget(self.definition)
        rows.addWidget(self.caution)
        rows.addSpacing(4)
        rows.addWidget(self.title)
        rows.addWidget(self.view)
        rows.addSpacing(6)
        rows.addWidget(self.hint)
        rows.addWidget(self.latest)
        rows.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _take_partner(self, partner: str) -> None:
        if partner != self.partners.key:
            self.partners.show_chosen(partner)
            self.changed.emit()

    def _save(self, kind: str) -> None:
        if self.view.chart is not None:
            self.save_wanted.emit(self.view.chart, kind)
