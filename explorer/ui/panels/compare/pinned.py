"""Second views of the grid's table that lie over it and keep a part of it in sight."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from explorer.ui.panels.compare.delegate import CompareDelegate
from explorer.ui.panels.compare.layout import TableSizes
from explorer.ui.panels.compare.model import CompareModel
from explorer.ui.theme import mark


class PinnedView(QTableView):
    """Shows some rows and columns of a grid over the same rows and columns of the grid itself.

    It shares the grid's model and selection and leaves focus, keys and wheel to the grid, so that
    there is one table to move in, and one for screen readers.
    """

    def __init__(
        self,
        grid: QTableView,
        model: CompareModel,
        delegate: CompareDelegate,
        header: QHeaderView | None = None,
    ) -> None:
        """Lie over a grid, hidden at first; without a header of its own it shows none."""
        super().__init__(grid)
        self._grid = grid
        self._model = model
        set_up_table(self, model, delegate)
        if header is None:
            self.horizontalHeader().hide()
            self.horizontalHeader().setMinimumSectionSize(1)
        else:
            header.setParent(self)
            self.setHorizontalHeader(header)
        self.setSelectionModel(grid.selectionModel())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Else it would follow the current cell and drag the grid with it.
        self.setAutoScroll(False)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.setHorizontalScrollBarPolicy(policy)
        mark(self, "foot" if header is None else "pinned")
        self.hide()

    def show_part(self, rows: range, columns: range, sizes: TableSizes, place: QRect) -> None:
        """Show these rows and columns at a place of the grid, in step with its scroll bars."""
        for row in range(self._model.rowCount()):
            if self.isRowHidden(row) == (row in rows):
                self.setRowHidden(row, row not in rows)
        for column in range(self._model.columnCount()):
            if self.isColumnHidden(column) == (column in columns):
                self.setColumnHidden(column, column not in columns)
        span_headings(self, self._model)
        set_sizes(self, sizes)
        self.setGeometry(place)
        self.updateGeometries()
        self.horizontalScrollBar().setValue(self._grid.horizontalScrollBar().value())
        self.verticalScrollBar().setValue(self._grid.verticalScrollBar().value())
        self.show()
        self.raise_()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the grid scroll."""
        self._grid.wheelEvent(event)


def set_up_table(view: QTableView, model: CompareModel, delegate: CompareDelegate) -> None:
    """Give a view the model, and the ways that the grid and what is pinned over it share."""
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    vertical = view.verticalHeader()
    vertical.hide()
    vertical.setMinimumSectionSize(10)
    vertical.setSectionResizeMode(vertical.ResizeMode.Fixed)


def span_headings(view: QTableView, model: CompareModel) -> None:
    """Let each heading take its whole row."""
    view.clearSpans()
    for row, line in enumerate(model.rows):
        if isinstance(line, str) and model.columnCount() > 1:
            view.setSpan(row, 0, 1, model.columnCount())


def set_sizes(view: QTableView, sizes: TableSizes) -> None:
    """Give a view its columns' widths and its rows' and header's heights."""
    view.horizontalHeader().setFixedHeight(sizes.header)
    for column, width in enumerate(sizes.widths):
        if view.columnWidth(column) != width and not view.isColumnHidden(column):
            view.setColumnWidth(column, width)
    for row, height in enumerate(sizes.heights):
        if view.rowHeight(row) != height and not view.isRowHidden(row):
            view.setRowHeight(row, height)
