"""The section of the view Outcomes that sets each item of evidence against each rung."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.hypotheses import MatrixPart
from explorer.style import Theme
from explorer.ui.panels.outcomes.columns import capped
from explorer.ui.panels.outcomes.hypotheses_cells import MarkLegend, RungHeads
from explorer.ui.panels.outcomes.hypotheses_controls import MatrixControls
from explorer.ui.panels.outcomes.hypotheses_table import HypothesesTable
from explorer.ui.theme import SMALL_PX
from explorer.ui.widgets.lettering import font, set_ink
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import aside, body, heading, strong

TITLE = "Competing hypotheses"
BY_RULE = "All marks are by the rule."
HINT = (
    "Click a mark to change it, or go to it and press I, C or N (again for II and CC), Space for"
    " the next, Delete to return to the rule."
)


class HypothesesSection(QWidget):
    """Shows a MatrixPart and says what the user meant; it decides nothing.

    `mark_chosen` carries the ids of item and rung and the mark, which is blank where the rule is
    to hold again. `copy_wanted` and `save_wanted` ask for the matrix as a table.
    """

    mark_chosen = Signal(str, str, str)
    marks_cleared = Signal()
    count_chosen = Signal(str)
    order_chosen = Signal(str)
    copy_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without a part."""
        super().__init__()
        self.setObjectName("hypotheses")
        self.setAccessibleName(TITLE)
        self._heading = heading(TITLE, theme)
        self._lead = strong("", theme)
        self._findings = body("", theme)
        self._rule = aside("", theme)
        self._caution = aside("", theme)
        self._own = aside("", theme)
        self.controls = MatrixControls(theme)
        self.matrix = MatrixFrame(theme)
        self.table = self.matrix.table
        self.more = LinkButton("", theme, font(SMALL_PX))
        self.back = LinkButton("Return all to the rule", theme, font(SMALL_PX))
        self._legend = MarkLegend(theme)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(8)
        room.addWidget(self._heading)
        for words in (self._lead, self._findings, self._caution):
            room.addLayout(capped(words))
        room.addSpacing(4)
        room.addWidget(self.controls)
        room.addWidget(self._legend)
        own = QHBoxLayout()
        own.setSpacing(10)
        own.addWidget(self._own, 1)
        own.addWidget(self.back)
        room.addLayout(own)
        for part in (self.matrix, self.more):
            room.addWidget(part)
        room.addLayout(capped(self._rule))

    def _connect(self) -> None:
        self.table.mark_chosen.connect(self.mark_chosen)
        self.back.clicked.connect(self.marks_cleared)
        self.more.clicked.connect(self._show_all)
        self.controls.count_chosen.connect(self.count_chosen)
        self.controls.order_chosen.connect(self._choose_order)
        self.controls.copy_wanted.connect(self.copy_wanted)
        self.controls.save_wanted.connect(self.save_wanted)

    def show_part(self, part: MatrixPart) -> None:
        """Show the matrix of a state."""
        self._heading.setText(f"{TITLE} · {part.title}")
        self._lead.setText(part.lead)
        self._findings.setText(f"{part.telling} {part.agreement}")
        self._rule.setText(f"The rule. {part.rule}")
        self._caution.setText(part.caution)
        self._own.setText(
            " ".join(each for each in (part.own_items, part.own or BY_RULE, HINT) if each)
        )
        self.back.setEnabled(part.is_overruled)
        self.controls.show_part(part)
        self.matrix.show_part(part)
        self._offer_more()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        quiet = (self._heading, self._rule, self._caution, self._own)
        for part in quiet:
            set_ink(part, theme.mute)
        for part in (self._lead, self._findings):
            set_ink(part, theme.ink)
        for part in (self.more, self.back, self.controls, self.matrix):
            part.set_theme(theme)
        self._legend.theme = theme
        self._legend.update()

    def _choose_order(self, order: str) -> None:
        self.order_chosen.emit(order)
        # The same order chosen again puts in order what was edited.
        self.table.sort_anew()

    def _show_all(self) -> None:
        """Show the other rows, and stand on the first of them: the page then stays where it is."""
        model = self.table.matrix
        first = model.rowCount()
        model.show_all()
        self._offer_more()
        self.table.setCurrentIndex(model.index(first, 1))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_more(self) -> None:
        model = self.table.matrix
        total = len(model.rows) + model.hidden
        words = f"Show all {total} items"
        self.more.setText(words)
        self.more.setAccessibleName(words)
        self.more.setVisible(model.hidden > 0)


class MatrixFrame(QWidget):
    """The table with the rungs' names over it, which stay in sight while the page scrolls."""

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self.table = HypothesesTable(theme)
        self.heads = RungHeads(theme, self)
        self._area: QScrollArea | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, RungHeads.HEIGHT, 0, 0)
        room.addWidget(self.table)
        self.table.laid_out.connect(self._fit)
        self.table.moved.connect(self._reveal)
        self.heads.raise_()

    def show_part(self, part: MatrixPart) -> None:
        """Show the rows and what speaks against each rung."""
        self.table.show_part(part)
        self.heads.show_columns(part.columns, f"{part.count.capitalize()} count against")
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.table.set_theme(theme)
        self.heads.theme = theme
        self.heads.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the page that this stands in as it scrolls."""
        super().showEvent(event)
        area = _area_of(self)
        if area is not self._area and area is not None:
            area.verticalScrollBar().valueChanged.connect(self._keep_heads)
        self._area = area
        self._keep_heads()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the names as wide as the table."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        widths = self.table.widths
        self.heads.fit(widths.claim, widths.rung, widths.last)
        self._keep_heads()

    def _keep_heads(self) -> None:
        """Put the names at the top of what is in sight of the table."""
        hidden = 0
        if self._area is not None:
            hidden = -self.mapTo(self._area.viewport(), QPoint(0, 0)).y()
        lowest = self.height() - 2 * RungHeads.HEIGHT
        top = max(min(hidden, lowest), 0)
        self.heads.setGeometry(0, top, self.width(), RungHeads.HEIGHT)

    def _reveal(self) -> None:
        """Bring the row that the user went to into sight, and not beneath the names."""
        if self._area is None or not self.table.hasFocus():
            return
        row = self.table.row_rect()
        if row.isEmpty():
            return
        viewport, bar = self._area.viewport(), self._area.verticalScrollBar()
        top = self.table.mapTo(viewport, row.topLeft()).y() - RungHeads.HEIGHT
        bottom = self.table.mapTo(viewport, row.bottomLeft()).y() + 1 - viewport.height()
        if top < 0:
            bar.setValue(bar.value() + top)
        elif bottom > 0:
            bar.setValue(bar.value() + bottom)


def _area_of(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
