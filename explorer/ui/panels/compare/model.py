"""The comparison as a table for Qt: which row and column holds what."""

from typing import Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from explorer.pages.compare import (
    Column,
    ComparePage,
    Difference,
    FactorCell,
    FactorRow,
    OutcomeCell,
    OutcomeRow,
)
from explorer.pages.view import Target

GridRow = str | FactorRow | OutcomeRow
"""A heading, a factor, or the likely outcomes."""
GridColumn = Column | Literal["factor", "difference"]
Index = QModelIndex | QPersistentModelIndex

CELL_KEY = "“2.3 · moderate · 6” reads: rating, confidence, number of evidence items"
"""Says what the line about a rating holds; for the tool tip and for screen readers."""
_HEADS = {
    "factor": ("Factor", "Whose interest or constraint each is stands under its name"),
    "difference": ("Difference", "Comparator less baseline, in points of the scale from 0 to 4"),
}
_NOWHERE = QModelIndex()
_PAIR = 2


class CompareModel(QAbstractTableModel):
    """Gives a ComparePage to the grid: a row a heading, factor or outcome, a column a country."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: tuple[GridRow, ...] = ()
        self._columns: tuple[GridColumn, ...] = ()

    def show(self, page: ComparePage) -> None:
        """Take a page; a page of the same rows and columns only changes what the cells say."""
        rows, columns = _rows(page), _columns(page)
        if _keys(rows, columns) == _keys(self._rows, self._columns):
            self._rows, self._columns = rows, columns
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns) - 1))
            return
        self.beginResetModel()
        self._rows, self._columns = rows, columns
        self.endResetModel()

    @property
    def rows(self) -> tuple[GridRow, ...]:
        """Give what the rows hold."""
        return self._rows

    @property
    def columns(self) -> tuple[GridColumn, ...]:
        """Give what the columns hold."""
        return self._columns

    @property
    def is_pair(self) -> bool:
        """Say whether two countries are compared, with a column for their difference."""
        return "difference" in self._columns

    def cell(self, row: int, column: int) -> FactorCell | OutcomeCell | None:
        """Give the country's cell at a place, or `None` where there is none."""
        holds, line = self._columns[column], self._rows[row]
        if isinstance(line, str) or not isinstance(holds, Column):
            return None
        return next((cell for cell in line.cells if cell.iso3 == holds.iso3), None)

    def baseline_value(self, row: int) -> float | None:
        """Give the baseline's rating in a row of a factor."""
        line = self._rows[row]
        if not isinstance(line, FactorRow) or not line.cells or line.cells[0].mark is None:
            return None
        return line.cells[0].mark.value

    def difference(self, row: int) -> Difference | None:
        """Give the difference of the pair in a row of a factor."""
        line = self._rows[row]
        if not isinstance(line, FactorRow) or len(line.cells) < _PAIR:
            return None
        return line.cells[1].difference

    def target(self, index: Index) -> Target | None:
        """Say what the cell at an index stands for; `None` for a heading."""
        if not index.isValid():
            return None
        line, holds = self._rows[index.row()], self._columns[index.column()]
        iso3 = holds.iso3 if isinstance(holds, Column) else ""
        match line:
            case FactorRow():
                return (
                    Target("cell", iso3, line.factor)
                    if iso3
                    else Target("factor", "", line.factor)
                )
            case OutcomeRow():
                return Target("outcome", iso3)
            case _:
                return None

    def column_target(self, column: int) -> Target | None:
        """Say what a column's header stands for."""
        holds = self._columns[column]
        return Target("country", holds.iso3) if isinstance(holds, Column) else None

    def index_of(self, target: Target) -> QModelIndex:
        """Find the cell of a target; invalid where the grid does not show it."""
        if target.kind == "country":
            return QModelIndex()
        for row, line in enumerate(self._rows):
            if isinstance(line, FactorRow) and line.factor == target.factor:
                return self._in_row(row, target.iso3)
            if isinstance(line, OutcomeRow) and target.kind == "outcome":
                return self._in_row(row, target.iso3)
        return QModelIndex()

    def _in_row(self, row: int, iso3: str) -> QModelIndex:
        if not iso3:
            return self.index(row, 0)
        for column, holds in enumerate(self._columns):
            if isinstance(holds, Column) and holds.iso3 == iso3:
                return self.index(row, column)
        return QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let everything be selected but the headings."""
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's text: short to show, in full as tool tip and for screen readers."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._short(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return _as_tool_tip(self._full(index.row(), index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._full(index.row(), index.column())
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Give the name of a column, with the country's headline for screen readers."""
        roles = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        if orientation is Qt.Orientation.Vertical:
            return self._short(section, 0) if role in roles else None
        if section >= len(self._columns):
            return None
        shown, tip, spoken = _header_texts(self._columns[section])
        return {
            Qt.ItemDataRole.DisplayRole: shown,
            Qt.ItemDataRole.ToolTipRole: _as_tool_tip(tip),
            Qt.ItemDataRole.AccessibleTextRole: spoken,
        }.get(Qt.ItemDataRole(role))

    def _short(self, row: int, column: int) -> str:
        line, holds = self._rows[row], self._columns[column]
        if isinstance(line, str):
            return line if column == 0 else ""
        if holds == "factor":
            return line.title
        cell = self.cell(row, column)
        match cell:
            case FactorCell():
                return f"{cell.mark.value:.1f}" if cell.mark else cell.summary
            case OutcomeCell():
                return f"{cell.leading}: {cell.word}" if cell.word else cell.leading
            case None:
                difference = self.difference(row)
                return difference.text if difference else ""

    def _full(self, row: int, column: int) -> str:
        line, holds = self._rows[row], self._columns[column]
        if isinstance(line, str):
            return line
        cell = self.cell(row, column)
        if cell is not None:
            return cell.description
        if holds == "difference":
            difference = self.difference(row)
            return difference.words if difference else ""
        if isinstance(line, OutcomeRow):
            return " ".join((f"{line.title}. {line.subtitle}.", line.note)).rstrip()
        return " ".join((f"{line.title}. {line.holder}.", line.note)).rstrip()


def _header_texts(holds: GridColumn) -> tuple[str, str, str]:
    """Give what a column's header shows, its tool tip, and what a screen reader says."""
    if not isinstance(holds, Column):
        name, tip = _HEADS[holds]
        return name, tip, name
    baseline = ", baseline" if holds.is_baseline else ""
    headline = f". {holds.headline}" if holds.headline else ""
    return (
        holds.name,
        f"{holds.headline or holds.name}. {CELL_KEY}",
        f"{holds.name}{baseline}{headline}. {CELL_KEY}",
    )


def _rows(page: ComparePage) -> tuple[GridRow, ...]:
    rows: list[GridRow] = []
    for section in page.sections:
        rows += [section.title, *section.rows]
    return (*rows, page.outcomes_title, page.outcomes)


def _columns(page: ComparePage) -> tuple[GridColumn, ...]:
    if len(page.columns) == _PAIR:
        return ("factor", page.columns[0], "difference", page.columns[1])
    return ("factor", *page.columns)


def _keys(rows: tuple[GridRow, ...], columns: tuple[GridColumn, ...]) -> tuple[str, ...]:
    """Give what tells one lay-out of the grid from another."""
    return (
        *(row.factor if isinstance(row, FactorRow) else "" for row in rows),
        *(column.iso3 if isinstance(column, Column) else column for column in columns),
    )


def _as_tool_tip(text: str) -> str:
    """Let a long tool tip wrap, and take its text as plain."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p>{plain}</p>" if plain else ""
