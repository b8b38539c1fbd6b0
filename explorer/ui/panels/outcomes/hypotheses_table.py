"""The table of the matrix of competing hypotheses: as high as its rows, edited mark by mark."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView

from explorer.pages.hypotheses import MARK_WORDS, MARKS, Mark, MatrixPart
from explorer.style import Theme
from explorer.ui.panels.outcomes.hypotheses_cells import HypothesesDelegate, row_height
from explorer.ui.panels.outcomes.hypotheses_model import HypothesesModel, Index
from explorer.ui.theme import mark as mark_kind

RUNG_LEAST, RUNG_MOST = 76, 104
LAST_WIDTH = 92
_CLAIM_SHARE = 0.44
"""How much of the width the claims have at least."""

_KEYS: dict[int, tuple[Mark, Mark]] = {
    int(Qt.Key.Key_I): ("I", "II"),
    int(Qt.Key.Key_C): ("C", "CC"),
    int(Qt.Key.Key_N): ("N", "N"),
}


@dataclass(frozen=True, slots=True)
class MatrixWidths:
    """The widths of the columns, in pixels: the claims, each rung, and the diagnosticity."""

    claim: int = 320
    rung: int = RUNG_LEAST
    last: int = LAST_WIDTH


def widths_in(room: int, rungs: int) -> MatrixWidths:
    """Share a width among the columns."""
    rung = int((room * (1 - _CLAIM_SHARE) - LAST_WIDTH) / max(rungs, 1))
    rung = min(max(rung, RUNG_LEAST), RUNG_MOST)
    return MatrixWidths(max(room - rungs * rung - LAST_WIDTH, 160), rung)


def next_mark(key: int, mark: Mark) -> Mark | None:
    """Give the mark that a key asks for: a letter, again for double; Space goes round all."""
    if key == int(Qt.Key.Key_Space):
        return MARKS[(MARKS.index(mark) + 1) % len(MARKS)]
    found = _KEYS.get(key)
    if found is None:
        return None
    once, twice = found
    return twice if mark == once else once


class HypothesesTable(QTableView):
    """Shows the rows of a matrix and says which mark the user chose.

    It is as high as its rows and never scrolls by itself. `mark_chosen` carries the ids of item
    and rung and the mark, which is blank where the rule is to hold again. `moved` says that the
    user went to another cell by key, `laid_out` that the table has another height.
    """

    mark_chosen = Signal(str, str, str)
    moved = Signal()
    laid_out = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._model = HypothesesModel(self)
        self._delegate = HypothesesDelegate(self._model, theme)
        self.widths = MatrixWidths()
        self._is_pressed = False
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setObjectName("hypotheses-table")
        self.setAccessibleName("Evidence against the rungs")
        self.setAccessibleDescription(
            "Press I, C or N for a mark, the letter again for the stronger one, Space for the"
            " next mark, Delete to return to the rule, Enter for a menu"
        )
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        # The style sheet's frame goes too, so that the columns stand under the rungs' names.
        mark_kind(self, "foot")
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.hide()
            header.setMinimumSectionSize(10)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model.modelReset.connect(self._lay_out)
        self._model.rowsInserted.connect(self._lay_out)
        self._model.dataChanged.connect(self._lay_out)

    @property
    def matrix(self) -> HypothesesModel:
        """Give the model."""
        return self._model

    def show_part(self, part: MatrixPart) -> None:
        """Show a part; the cell that the user is on stays the one of its item and rung."""
        current = self.currentIndex()
        at = self._model.row_at(current.row()).item.id if current.isValid() else ""
        self._model.show(part)
        self._go_back_to(at, current.column())

    def sort_anew(self) -> None:
        """Put the rows in their order."""
        current = self.currentIndex()
        at = self._model.row_at(current.row()).item.id if current.isValid() else ""
        self._model.sort_anew()
        self._go_back_to(at, current.column())

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def choose(self, index: Index, mark: Mark | None) -> None:
        """Say that the user chose a mark; none, or the rule's own, lets the rule hold again."""
        cell = self._model.cell_at(index)
        if cell is None or (mark == cell.mark and cell.by_user):
            return
        wanted = "" if mark is None or mark == cell.rule else mark
        if wanted or cell.by_user:
            evidence_id = self._model.row_at(index.row()).item.id
            self.mark_chosen.emit(evidence_id, self._model.rung_id(index.column()), wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a mark by its letter; else move as tables do."""
        index = self.currentIndex()
        cell = self._model.cell_at(index)
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        }
        if cell is None or not plain:
            super().keyPressEvent(event)
        elif (mark := next_mark(event.key(), cell.mark)) is not None:
            self.choose(index, mark)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.choose(index, None)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open_menu(index, self.visualRect(index).bottomLeft())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer that a mark can be clicked."""
        super().mouseMoveEvent(event)
        is_mark = self._model.cell_at(self.indexAt(event.position().toPoint())) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_mark else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the cell, and let the page stand still under the pointer."""
        self._is_pressed = True
        super().mousePressEvent(event)
        self._is_pressed = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the menu of a mark that was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and index == self.currentIndex() and self._model.cell_at(index) is not None:
            self._open_menu(index, self.visualRect(index).bottomLeft())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of a mark."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        place = self.visualRect(index).bottomLeft() if by_key else event.pos()
        if self._model.cell_at(index) is not None:
            self._open_menu(index, place)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Tell a page that brings the table into sight where the user is in it."""
        if query == Qt.InputMethodQuery.ImCursorRectangle and self.currentIndex().isValid():
            return self.row_rect()
        return super().inputMethodQuery(query)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say that the user moved."""
        super().currentChanged(current, previous)
        self._show_ring()
        if not self._is_pressed:
            self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring; who comes by the Tab key comes to the first mark."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            self._show_ring()
            return
        if self.currentIndex().column() < 1 and self._model.rowCount():
            self.setCurrentIndex(self._model.index(max(self.currentIndex().row(), 0), 1))
        self._show_ring()
        self.moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._show_ring()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def _show_ring(self) -> None:
        current = self.currentIndex()
        place = (current.row(), current.column()) if self.hasFocus() else (-1, -1)
        self._delegate.ring = place
        self.viewport().update()

    def _go_back_to(self, evidence_id: str, column: int) -> None:
        index = self._model.index_of(evidence_id, column)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)

    def _open_menu(self, index: Index, place: QPoint) -> None:
        cell = self._model.cell_at(index)
        if cell is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName("Mark")
        kept = QPersistentModelIndex(index)
        for mark in MARKS:
            by_rule = ", as the rule has it" if mark == cell.rule else ""
            action = menu.addAction(f"{mark}   {MARK_WORDS[mark]}{by_rule}")
            action.setCheckable(True)
            action.setChecked(mark == cell.mark)
            action.triggered.connect(partial(self.choose, kept, mark))
        menu.addSeparator()
        back = menu.addAction(f"Return to the rule ({cell.rule})")
        back.setEnabled(cell.by_user)
        back.triggered.connect(partial(self.choose, kept, None))
        menu.popup(self.viewport().mapToGlobal(place))

    def _lay_out(self) -> None:
        part = self._model.part
        if part is None:
            return
        widths = self.widths = widths_in(self.viewport().width(), len(part.columns))
        last = self._model.columnCount() - 1
        for column in range(last + 1):
            width = {0: widths.claim, last: widths.last}.get(column, widths.rung)
            self.setColumnWidth(column, width)
        height = 0
        for row, line in enumerate(self._model.rows):
            wanted = row_height(line, widths.claim, with_grades=part.count == "weighted")
            if self.rowHeight(row) != wanted:
                self.setRowHeight(row, wanted)
            height += wanted
        self.setFixedHeight(height)
        self.laid_out.emit()

    def row_rect(self) -> QRect:
        """Give the place of the row that the user is on."""
        found = self.visualRect(self.currentIndex())
        return QRect(0, found.top(), self.width(), found.height()) if found.height() else found
