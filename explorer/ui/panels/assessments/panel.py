"""The panel of the view Assessments: the line above, the list and the one chosen below it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.assessments import QUESTIONS, AssessmentItem, Assessments
from explorer.pages.charts import StanceChart
from explorer.style import Theme
from explorer.ui.charts.stances import StancePlot
from explorer.ui.charts.view import ChartView
from explorer.ui.panels.assessments.card import NONE_FITS, NOTHING, AssessmentCard
from explorer.ui.panels.assessments.head import SIDE, AssessmentsHead
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.record_table import CELL_PAD, RecordColumn, RecordRow, RecordTable
from explorer.ui.widgets.text import hairline

_COLUMNS = (
    RecordColumn("Date", 88, starts_high=True),
    RecordColumn("Author", 176),
    RecordColumn("Publisher", 172),
    RecordColumn("State", 96),
    RecordColumn("Question", 84, hint="Sort by the question that the stance answers"),
    RecordColumn("Stance", 142),
    RecordColumn("Position", 0),
)
_PUBLISHER, _WIDE = 2, 1300
"""The publisher has a column in a panel of this width; in a narrower one the card names it."""
_SHORT = dict(zip((key for key, _ in QUESTIONS), ("ties", "substance"), strict=True))
_SHARE = 0.56
"""How much of the height the line may take; a longer one is scrolled."""
_CARD_LEAST = 320


class AssessmentsPanel(QWidget):
    """Lays out head, line, list and card.

    `shown` comes when it comes into sight, `changed` when other assessments are wanted, `chosen`
    with the key of one gone to. `chart_save_wanted` carries a chart and `png` or `svg`;
    `csv_wanted` and `copy_wanted` are of the list; `link_opened` carries an address,
    `trace_wanted` the name of a thing to be shown in Sources.
    """

    shown = Signal()
    changed = Signal()
    chosen = Signal(str)
    chart_save_wanted = Signal(object, str)
    csv_wanted = Signal()
    copy_wanted = Signal()
    link_opened = Signal(str)
    trace_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self.setAccessibleName("Assessments")
        self._theme = theme
        self._why = ""
        self._items: tuple[AssessmentItem, ...] = ()
        self._rows: dict[int, list[RecordRow]] = {}
        self._is_wide = False
        self._plot: StancePlot | None = None
        self.head = AssessmentsHead(theme)
        self.view = ChartView(theme)
        self.list = RecordTable("Assessments", theme)
        self.card = AssessmentCard(theme)
        self.csv_link = LinkButton("Save list as CSV…", theme)
        self._scroll, self._inside = QScrollArea(), QWidget()
        self._lines = [hairline(theme), hairline(theme)]
        self._lay_out()
        self._connect()
        self._order_tabs()
        self._dress()

    @property
    def plot(self) -> StancePlot | None:
        """Give the widget that draws the line, once there is a chart."""
        return self._plot

    def show_page(self, page: Assessments) -> None:
        """Offer the states of a page."""
        self._why = page.no_comparison
        self.head.show_page(page)

    def show_items(
        self, items: Sequence[AssessmentItem], chart: StanceChart, item: AssessmentItem | None
    ) -> None:
        """Draw and list assessments, and show the one chosen."""
        self.view.show_chart(chart)
        canvas = self.view.canvas
        if isinstance(canvas, StancePlot) and self._plot is None:
            self._plot = canvas
            canvas.chosen.connect(self.chosen)
            canvas.chosen.connect(self._bring_into_sight)
            self._order_tabs()
        self._items, self._rows = tuple(items), {}
        self._show_list(item.key if item else "")
        self.show_item(item, is_any=bool(items))
        self._scroll.setVisible(bool(items))
        self._fit()

    def show_item(self, item: AssessmentItem | None, *, is_any: bool = True) -> None:
        """Show the assessment chosen, everywhere."""
        key = item.key if item else ""
        if self._plot is not None:
            self._plot.mark(key)
        self.list.go_to(key)
        self.card.show_item(item, NOTHING if is_any else NONE_FITS, self._why)

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
        self._dress()  # the ground of what is scrolled is lost as the panel goes into the window
        self.shown.emit()

    def resizeEvent(self, event: object) -> None:
        """Give the line its part of the height, and the list the columns there is room for."""
        del event
        self._fit()
        if self._is_wide != (self.width() >= _WIDE):
            self._show_list(self.list.key)

    def _show_list(self, key: str) -> None:
        self._is_wide = self.width() >= _WIDE
        left_out = -1 if self._is_wide else _PUBLISHER
        columns = tuple(each for at, each in enumerate(_COLUMNS) if at != left_out)
        # Kept, since the width changes twice as the details of Compare go away.
        if left_out not in self._rows:
            self._rows[left_out] = [_row(each, left_out) for each in self._items]
        self.list.show_rows(columns, self._rows[left_out], key)

    def _fit(self) -> None:
        wanted = self.view.heightForWidth(self.view.width())
        wanted = max(wanted, self.view.sizeHint().height()) + 20
        self._scroll.setFixedHeight(min(wanted, round(self.height() * _SHARE)))

    def _lay_out(self) -> None:
        self.view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        axis = QVBoxLayout(self._inside)
        axis.setContentsMargins(SIDE, 0, SIDE, 6)
        axis.addWidget(self.view)
        axis.addStretch(1)
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = QVBoxLayout()
        left.setContentsMargins(SIDE - CELL_PAD, 2, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.list, 1)
        below = QHBoxLayout()
        below.setContentsMargins(CELL_PAD, 3, 0, 5)
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
        foot.addWidget(self.card, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self._scroll)
        rows.addWidget(self._lines[0])
        rows.addLayout(foot, 1)

    def _connect(self) -> None:
        self.head.changed.connect(self.changed)
        self.view.save_wanted.connect(self._save)
        self.list.chosen.connect(self.chosen)
        self.list.copy_wanted.connect(self.copy_wanted)
        self.list.entered_row.connect(self._go_to_card)
        self.csv_link.clicked.connect(self.csv_wanted)
        self.card.link_opened.connect(self.link_opened)
        self.card.trace_wanted.connect(self.trace_wanted)

    def _save(self, kind: str) -> None:
        if self.view.chart is not None:
            self.chart_save_wanted.emit(self.view.chart, kind)

    def _bring_into_sight(self, key: str) -> None:
        """Scroll to a stance on the line, where the line is longer than its part of the height."""
        if self._plot is not None:
            at = self._plot.mapTo(self._inside, self._plot.box_of(key).center())
            self._scroll.ensureVisible(at.x(), at.y(), 0, 30)

    def _go_to_card(self) -> None:
        """Go on to the first link of the assessment."""
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)
        self.card.focusNextChild()

    def _order_tabs(self) -> None:
        line = (self._plot,) if self._plot is not None else ()
        controls = (*self.view.buttons.values(), self.list, self.csv_link)
        stops = [*self.head.stops, *line, *controls]
        for before, after in pairwise([*stops, self.card]):
            QWidget.setTabOrder(before, after)

    def _dress(self) -> None:
        for part in (self._inside, self):
            set_ground(part, self._theme.card)
        for line in self._lines:
            set_ground(line, self._theme.line)


def _row(item: AssessmentItem, left_out: int) -> RecordRow:
    """Give the row of an assessment without the cell of the column left out, if one is."""
    place = "9" if item.place is None else str(item.place)
    cells = (
        item.when,
        item.author,
        item.publisher,
        item.places,
        _SHORT[item.question],
        item.stance,
        item.position,
    )
    sorts = (str(item.day), *cells[1:5], f"{place}{item.stance}", item.position)
    kept = [at for at in range(len(cells)) if at != left_out]
    return RecordRow(
        item.key,
        tuple(cells[at] for at in kept),
        f"{item.described} {item.position}",
        tuple(sorts[at] for at in kept),
    )
