"""A table of records: a row each, sorted by its heads, read by the keyboard and copied whole."""

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from explorer.style import Theme
from explorer.ui.theme import mark
from explorer.ui.widgets.kept_row import is_in_sight, show_chosen
from explorer.ui.widgets.lettering import CLOSE, font

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROW = 25
_ICON = 14
_LEAST = 160
CELL_PAD = 3
"""What the style leaves before the words of a cell, and so what the heads leave."""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record: its key, its cells, what a screen reader says of it, and what sorts it.

    `sorts` go with the cells; where it is empty the cells sort themselves.
    """

    key: str
    cells: tuple[str, ...]
    told: str
    sorts: tuple[str, ...] = ()

    def sort_key(self, column: int) -> str:
        """Give what a column sorts by."""
        return (self.sorts or self.cells)[column]


@dataclass(frozen=True, slots=True)
class RecordColumn:
    """A column: its head, its width in pixels (0 takes what is left), how it is first sorted.

    `most` bounds the width of one that takes what is left; 0 sets no bound.
    """

    title: str
    width: int
    starts_high: bool = False
    hint: str = ""
    most: int = 0


Decorate = Callable[[int, str], QIcon | None]
"""Gives the mark before a cell's words, by column and words."""


class RecordModel(QAbstractTableModel):
    """Rows for Qt's views."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.rows: tuple[RecordRow, ...] = ()
        self.columns: tuple[RecordColumn, ...] = ()
        self.decorate: Decorate | None = None

    def show_rows(self, columns: tuple[RecordColumn, ...], rows: tuple[RecordRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.columns, self.rows = columns, rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give words and mark of a cell, and all of the row to a screen reader."""
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        if role == Qt.ItemDataRole.DecorationRole and self.decorate is not None:
            return self.decorate(column, row.cells[column])
        if role == Qt.ItemDataRole.ToolTipRole:  # a cell may have no room for all of it
            return f"<p>{html.escape(row.cells[column])}</p>"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[column].title}: {row.cells[column]}"
        if role in {Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.StatusTipRole}:
            return row.told
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Give the head of a column."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.hint or f"Sort by {column.title.lower()}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


class RecordTable(QTableView):
    """Shows records. `chosen` carries the key of the one that the user went to.

    `copy_wanted` asks for the table on the clipboard, `entered_row` comes with Enter.
    """

    chosen = Signal(str)
    copy_wanted = Signal()
    entered_row = Signal()

    def __init__(self, name: str, theme: Theme) -> None:
        """Begin empty; `name` is what a screen reader says."""
        super().__init__()
        self.records = RecordModel()
        self._rows: tuple[RecordRow, ...] = ()
        self._sort: tuple[str, bool] | None = None
        self._is_shown_to = False
        self.setModel(self.records)
        self.setAccessibleName(name)
        self.setAccessibleDescription("Up and Down go from row to row; a head sorts by its column")
        mark(self, "foot")
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFont(font(CLOSE))
        self.setIconSize(QSize(_ICON, _ICON))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFont(font(CLOSE))
        head.setSectionsClickable(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.sectionClicked.connect(self._sort_by)
        self.set_theme(theme)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.activated.connect(self.entered_row)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy_wanted)

    @property
    def rows(self) -> tuple[RecordRow, ...]:
        """Give the rows as they stand, from the top down."""
        return self.records.rows

    @property
    def key(self) -> str:
        """Give the key of the row that the user is on, or a blank."""
        at = self.currentIndex().row()
        return self.rows[at].key if 0 <= at < len(self.rows) else ""

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.setStyleSheet(
            f"QTableView {{ selection-background-color: {theme.tint};"
            f" selection-color: {theme.ink}; }}"
            f"QHeaderView::section {{ padding: 6px {CELL_PAD}px; }}"
        )
        self.viewport().update()

    def show_rows(
        self, columns: Sequence[RecordColumn], rows: Sequence[RecordRow], key: str = ""
    ) -> None:
        """Show rows in the order given, or as the user has sorted them, and stand on one."""
        self._rows = tuple(rows)
        self._show(tuple(columns), key or self.key)

    def wanted_height(self) -> int:
        """Give the height at which all rows are in sight, in pixels."""
        head = self.horizontalHeader().sizeHint().height()
        return head + _ROW * len(self.rows) + 2 * self.frameWidth() + 2

    def go_to(self, key: str) -> None:
        """Stand on a row and bring it into sight; on none where it is not there."""
        at = next((i for i, row in enumerate(self.rows) if row.key == key), -1)
        self._is_shown_to = True
        if at < 0:
            self.selectionModel().clear()
        else:
            index = self.records.index(at, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self._is_shown_to = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the open column what the others leave; the chosen row stays in sight."""
        was_seen = is_in_sight(self, event)
        super().resizeEvent(event)
        self._fit()
        if was_seen:
            show_chosen(self)

    def _show(self, columns: tuple[RecordColumn, ...], key: str) -> None:
        rows, head = self._rows, self.horizontalHeader()
        titles = [column.title for column in columns]
        head.setSortIndicatorShown(self._sort is not None and self._sort[0] in titles)
        if self._sort is not None and self._sort[0] in titles:
            at, is_high = titles.index(self._sort[0]), self._sort[1]
            rows = tuple(sorted(rows, key=lambda row: row.sort_key(at), reverse=is_high))
            order = Qt.SortOrder.DescendingOrder if is_high else Qt.SortOrder.AscendingOrder
            head.setSortIndicator(at, order)
        self._is_shown_to = True
        self.records.show_rows(columns, rows)
        self._is_shown_to = False
        self._fit()
        self.go_to(key)

    def _fit(self) -> None:
        columns = self.records.columns
        left = self.viewport().width() - sum(column.width for column in columns)
        for at, column in enumerate(columns):
            open_width = max(left, _LEAST)
            if column.most:
                open_width = min(open_width, column.most)
            self.setColumnWidth(at, column.width or open_width)

    def _sort_by(self, at: int) -> None:
        column = self.records.columns[at]
        is_same = self._sort is not None and self._sort[0] == column.title
        is_high = not self._sort[1] if is_same and self._sort else column.starts_high
        self._sort = (column.title, is_high)
        self._show(self.records.columns, self.key)

    def _tell(self, current: QModelIndex, _before: object = None) -> None:
        if not self._is_shown_to and current.isValid():
            self.chosen.emit(self.rows[current.row()].key)
