"""The table behind a chart, in a window of its own."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from explorer.pages.charts import Caption
from explorer.pages.tables import Table, as_tsv
from explorer.style import Theme
from explorer.ui.widgets.text import aside, title
from explorer.ui.widgets.trace_link import TraceLink

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_COLUMN_MOST = 320
"""How wide a column of long words becomes, so that those right of it stay in sight."""
_LEAST, _MARGIN = 560, 40


class TableModel(QAbstractTableModel):
    """A table of a page, for Qt's views."""

    def __init__(self, table: Table) -> None:
        """Keep a table."""
        super().__init__()
        self._table = table

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._table.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the text of a cell, and its side."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Give the name of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.columns[section]
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _side(self, column: int) -> int:
        right = self._table.numeric[column]
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)


class TableWindow(QDialog):
    """Shows the table of a chart; Copy takes it whole, as a spreadsheet wants it."""

    def __init__(self, caption: Caption, theme: Theme, parent: QWidget) -> None:
        """Show a caption's table."""
        super().__init__(parent)
        self.setWindowTitle(caption.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._table = caption.table
        self._model = TableModel(caption.table)
        self._view = QTableView()
        self._view.setModel(self._model)
        self._view.setAccessibleName(f"Table: {caption.title}")
        self._view.verticalHeader().hide()
        self._view.setTabKeyNavigation(False)
        head = self._view.horizontalHeader()
        head.setMaximumSectionSize(_COLUMN_MOST)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        copy = QPushButton("&Copy table")
        copy.setAccessibleName("Copy table")
        copy.clicked.connect(self.copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self._view, self.copy)
        room = QVBoxLayout(self)
        room.addWidget(title(caption.title, theme))
        if caption.unit:
            room.addWidget(aside(caption.unit, theme))
        room.addWidget(self._view, 1)
        cautions = (f"{each.mark}: {each.words}" for each in caption.cautions)
        notes = (caption.compared, *cautions, caption.checked)
        for words in (*notes, caption.source, caption.caveat):
            if words:
                room.addWidget(aside(words, theme))
        if caption.goal:
            origin = TraceLink(caption.goal, theme, caption.title)
            origin.clicked.connect(self.reject)
            room.addWidget(origin)
        room.addWidget(buttons)
        most = max(parent.window().width() - 2 * _MARGIN, _LEAST)
        self.resize(min(max(head.length() + 2 * _MARGIN, _LEAST), most), 480)

    def copy(self) -> None:
        """Put the whole table on the clipboard."""
        QGuiApplication.clipboard().setText(as_tsv(self._table))
