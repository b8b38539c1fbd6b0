"""The matrix of competing hypotheses as a table for Qt: a row an item, a column a rung."""

import html

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from explorer.pages.hypotheses import MatrixCell, MatrixPart, MatrixRow

Index = QModelIndex | QPersistentModelIndex
SHOWN_AT_FIRST = 12

_NOWHERE = QModelIndex()


class HypothesesModel(QAbstractTableModel):
    """Gives a MatrixPart to the table: first the claim, then the rungs, last the diagnosticity.

    While the user edits, the rows stay where they are, since a mark changes how telling its item
    is: they are put in order anew for another state or order, and when `sort_anew` asks for it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._part: MatrixPart | None = None
        self._rows: tuple[MatrixRow, ...] = ()
        self._shows_all = False

    @property
    def part(self) -> MatrixPart | None:
        """Give the part that is shown."""
        return self._part

    @property
    def rows(self) -> tuple[MatrixRow, ...]:
        """Give the rows that are shown."""
        return self._rows if self._shows_all else self._rows[:SHOWN_AT_FIRST]

    @property
    def hidden(self) -> int:
        """Give the number of rows that are not shown yet."""
        return len(self._rows) - len(self.rows)

    def show(self, part: MatrixPart) -> None:
        """Take a part; another state begins with its first rows."""
        before, self._part = self._part, part
        if before is not None and _is_sorted_as(before, part) and _ids(before) == _ids(part):
            rows = {row.item.id: row for row in part.rows}
            self._rows = tuple(rows[row.item.id] for row in self._rows)
            self._tell()
            return
        self.beginResetModel()
        if before is None or before.iso3 != part.iso3:
            self._shows_all = False
        self._rows = part.rows
        self.endResetModel()

    def sort_anew(self) -> None:
        """Put the rows in the order that the part has them in."""
        if self._part is not None and self._rows != self._part.rows:
            self.beginResetModel()
            self._rows = self._part.rows
            self.endResetModel()

    def show_all(self) -> None:
        """Show all rows from now on."""
        if self.hidden:
            self.beginInsertRows(_NOWHERE, len(self.rows), len(self._rows) - 1)
            self._shows_all = True
            self.endInsertRows()

    def row_at(self, row: int) -> MatrixRow:
        """Give what a row holds."""
        return self._rows[row]

    def cell_at(self, index: Index) -> MatrixCell | None:
        """Give the mark at an index; `None` where there is none."""
        place = index.column() - 1
        if not index.isValid() or self._part is None:
            return None
        cells = self._rows[index.row()].cells
        return cells[place] if 0 <= place < len(cells) else None

    def rung_id(self, column: int) -> str:
        """Give the id of a column's rung."""
        return self._part.columns[column - 1].rung_id if self._part else ""

    def index_of(self, evidence_id: str, column: int) -> QModelIndex:
        """Find an item that is shown; invalid if it is not."""
        for row, line in enumerate(self.rows):
            if line.item.id == evidence_id:
                return self.index(row, column)
        return QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() or self._part is None else len(self._part.columns) + 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's text: short to show, in full as tool tip and for screen readers."""
        if not index.isValid() or self._part is None:
            return None
        row, cell = self._rows[index.row()], self.cell_at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            if cell is not None:
                return cell.mark
            return row.item.claim if index.column() == 0 else f"{row.diagnosticity:.2f}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(_full(row, cell, index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "".join(f"<p>{html.escape(x)}</p>" for x in _full(row, cell, index.column()))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Give the name of a column, with what speaks against its rung for screen readers."""
        roles = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        if role not in roles or self._part is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self._rows[section].label
        if section == 0:
            return "Evidence"
        if section > len(self._part.columns):
            return "Diagnosticity"
        column = self._part.columns[section - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        lead = ", in the lead" if column.is_leading else ""
        return f"{column.title}: {column.total} against it, {column.against} items{lead}"

    def _tell(self) -> None:
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)


def meta_words(row: MatrixRow, *, with_grades: bool) -> str:
    """Write the line under a claim; the grades are those that the weighted count uses."""
    item = row.item
    parts = [row.label, item.date, row.factor, f"{item.direction_words}, {item.strength_words}"]
    if item.direction == "0":
        parts[-1] = item.direction_words
    parts.append(item.grade)
    if with_grades:
        parts.append(f"credibility {row.credibility}, relevance {row.relevance}")
    return " · ".join(parts)


def _full(row: MatrixRow, cell: MatrixCell | None, column: int) -> tuple[str, ...]:
    item = row.item
    if cell is not None:
        return (cell.words, f"{row.label}: {item.claim}")
    if column > 0:
        spread = f"Diagnosticity {row.diagnosticity:.2f}: the standard deviation of the marks"
        return (f"{spread} over the rungs. At 0 the item tells no rung from another.",)
    named = [source.line or source.title for source in item.sources]
    sources = "; ".join(named) or "none given"
    grades = f"{item.grade_words} Credibility {row.credibility}, relevance {row.relevance}."
    lines = (item.claim, f"{meta_words(row, with_grades=False)}.", grades)
    return (*lines, *((row.telling,) if row.telling else ()), f"Sources: {sources}.")


def _ids(part: MatrixPart) -> set[str]:
    return {row.item.id for row in part.rows}


def _is_sorted_as(before: MatrixPart, part: MatrixPart) -> bool:
    return (before.iso3, before.order) == (part.iso3, part.order)
