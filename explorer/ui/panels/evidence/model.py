"""The rows of evidence as a table for Qt."""

import html

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from explorer.pages.evidence_table import COLUMNS, EvidenceRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
REPEATED = "Rests on one source alone, on which other items rest too: repetition"


class EvidenceModel(QAbstractTableModel):
    """Gives rows to the table, a row an item; what is painted is the delegate's matter."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: tuple[EvidenceRow, ...] = ()

    @property
    def rows(self) -> tuple[EvidenceRow, ...]:
        """Give the rows shown."""
        return self._rows

    def show_rows(self, rows: tuple[EvidenceRow, ...]) -> None:
        """Show other rows."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def place_of(self, evidence_id: str) -> int:
        """Give the place of an item among the rows; -1 where it is not shown."""
        return next((at for at, row in enumerate(self._rows) if row.id == evidence_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a cell, and all of the row for screen readers."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], COLUMNS[index.column()][0]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = COLUMNS[index.column()][1]
            return row_words(row) if column == "claim" else f"{name}: {cell_words(row, column)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            hint = _hint(row, column)
            return f"<p>{html.escape(hint)}</p>" if hint else None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Give the titles of the columns."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section][1]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"Sort by {COLUMNS[section][1].lower()}"
        return None


def cell_words(row: EvidenceRow, column: str) -> str:
    """Give what a cell says."""
    sources = f"{row.sources}, shared" if row.is_repeated else str(row.sources)
    words = {
        "date": row.date,
        "states": " ".join(row.states),
        "claim": row.claim,
        "factor": row.factor_title,
        "direction": row.direction_words,
        "strength": row.strength_words,
        "kind": row.kind,
        "grade": row.grade,
        "sources": sources,
    }
    return words[column]


def _hint(row: EvidenceRow, column: str) -> str:
    """Give what a cell may have no room for."""
    shared = REPEATED if row.is_repeated else ""
    hints = {"claim": row.claim, "states": ", ".join(row.states), "sources": shared}
    return hints.get(column, row.factor_title if column == "factor" else "")


def row_words(row: EvidenceRow) -> str:
    """Say all of a row in words, as a screen reader reads it."""
    mine = "Your own item. " if row.is_own else ""
    mark = f" Your mark: {row.verdict}." if row.verdict else ""
    shared = f" {REPEATED}." if row.is_repeated else ""
    return (
        f"{mine}{row.id}, {row.date}, {', '.join(row.states)}: {row.claim} {row.factor_title},"
        f" {row.direction_words}, {row.strength_words}, {row.kind}, grade {row.grade}.{shared}"
        f"{mark}"
    )
