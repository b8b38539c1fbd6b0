"""The table of evidence: as wide as its place, a row an item, sorted by its heads."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from explorer.pages.evidence_table import COLUMNS, EvidenceRow
from explorer.style import Theme
from explorer.ui.panels.evidence.cells import EvidenceDelegate
from explorer.ui.panels.evidence.model import EvidenceModel, Index
from explorer.ui.theme import SMALL_PX, font
from explorer.ui.theme import mark as mark_kind
from explorer.ui.widgets.kept_row import is_in_sight, show_chosen

_WIDTHS = {
    "date": 86,
    "states": 66,
    "factor": 108,
    "direction": 98,
    "strength": 68,
    "kind": 80,
    "grade": 50,
    "sources": 62,
}
"""The widths of the columns but for the claim, which takes the rest."""
_CLAIM_LEAST, _CLAIM_WIDE = 200, 330
_STARTS_HIGH = {"date", "strength", "sources"}
"""Columns that are sorted from the top down when they are chosen first."""


class EvidenceTable(QTableView):
    """Shows rows; says which one the user is on and by which column they are to be sorted.

    `item_chosen` carries an id, `entered` comes with Enter, `sort_wanted` carries a column and
    whether the rows are to go from the highest down.
    """

    item_chosen = Signal(str)
    entered = Signal()
    sort_wanted = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self.evidence = EvidenceModel(self)
        self._delegate = EvidenceDelegate(self.evidence, theme)
        self._sort = ("date", True)
        self.setModel(self.evidence)
        self.setItemDelegate(self._delegate)
        self.setObjectName("evidence-table")
        self.setAccessibleName("Items of evidence")
        self.setAccessibleDescription(
            "Up and Down go from item to item; Enter goes to the detail beside the table"
        )
        mark_kind(self, "foot")
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self._set_heads()

    def _set_heads(self) -> None:
        side, head = self.verticalHeader(), self.horizontalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setMinimumSectionSize(10)
        side.setDefaultSectionSize(self._delegate.height())
        head.setFont(font(SMALL_PX))
        head.setMinimumSectionSize(30)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setSortIndicatorShown(True)
        head.setFixedHeight(30)
        head.sectionClicked.connect(self._sort_by)

    def show_rows(self, rows: tuple[EvidenceRow, ...], chosen: str) -> None:
        """Show rows, and stand on an item if it is among them."""
        self.blockSignals(True)
        self.evidence.show_rows(rows)
        self.go_to(chosen)
        self.blockSignals(False)

    def go_to(self, evidence_id: str) -> None:
        """Stand on an item, and bring it into sight, if it is shown."""
        place = self.evidence.place_of(evidence_id)
        if place < 0:
            self.selectionModel().clear()
            return
        index = self.evidence.index(place, max(self.currentIndex().column(), 0))
        flags = (
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows
        )
        if self.currentIndex().row() != place or not self.selectionModel().hasSelection():
            self.selectionModel().setCurrentIndex(index, flags)
        row = self.visualRect(self.evidence.index(place, 0))
        if not self.viewport().rect().contains(row):
            hint = QAbstractItemView.ScrollHint.PositionAtCenter
            self.scrollTo(self.evidence.index(place, 0), hint)

    def show_sort(self, column: str, *, descending: bool) -> None:
        """Show by which column the rows are sorted."""
        self._sort = (column, descending)
        place = next(at for at, (name, _) in enumerate(COLUMNS) if name == column)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(place, order)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say on which item the user is."""
        super().currentChanged(current, previous)
        self._show_ring()
        if current.isValid() and current.row() < len(self.evidence.rows):
            self.item_chosen.emit(self.evidence.rows[current.row()].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the detail with Enter; else move as tables do."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring; who comes for the first time comes to the first row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.evidence.rows:
            self.setCurrentIndex(self.evidence.index(0, 0))
        self._show_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._show_ring()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the claims what the other columns leave; the chosen row stays in sight."""
        was_seen = is_in_sight(self, event)
        super().resizeEvent(event)
        self._fit()
        if was_seen:
            show_chosen(self)

    def _fit(self) -> None:
        claim = max(self.viewport().width() - sum(_WIDTHS.values()), _CLAIM_LEAST)
        for place, (name, _) in enumerate(COLUMNS):
            self.setColumnWidth(place, _WIDTHS.get(name, claim))
        lines = 2 if claim >= _CLAIM_WIDE else 3
        if lines != self._delegate.lines:
            self._delegate.lines = lines
            self.verticalHeader().setDefaultSectionSize(self._delegate.height())

    def _sort_by(self, place: int) -> None:
        column = COLUMNS[place][0]
        is_same = column == self._sort[0]
        self.sort_wanted.emit(column, not self._sort[1] if is_same else starts_high(column))

    def _show_ring(self) -> None:
        self._delegate.ring = self.currentIndex().row() if self.hasFocus() else -1
        self.viewport().update()


def starts_high(column: str) -> bool:
    """Say whether a column is sorted from the highest down when it is chosen first."""
    return column in _STARTS_HIGH
