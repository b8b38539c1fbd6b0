"""A table of words and figures between hairlines, which keeps its labels from part to part."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from explorer.pages.tables import Table
from explorer.style import Theme
from explorer.ui.theme import REGULAR, SEMIBOLD
from explorer.ui.widgets.lettering import CLOSE, SMALL, font, set_ground, set_ink
from explorer.ui.widgets.text import Text, hairline


class LinedTable(QWidget):
    """Shows a `Table`, a hairline under each row; columns without any name have no head.

    The same labels are used again while the table keeps its shape, so that a slider that is
    dragged does not make hundreds of them anew.
    """

    def __init__(self, theme: Theme, stretches: Sequence[int] = ()) -> None:
        """Begin empty. `stretches` says how the columns share the width; alike without it."""
        super().__init__()
        self._theme = theme
        self._stretches = tuple(stretches)
        self._table = Table((), (), ())
        self._heads: list[Text] = []
        self._cells: list[list[Text]] = []
        self._lines: list[QWidget] = []
        self._strong: frozenset[int] = frozenset()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)

    @property
    def table(self) -> Table:
        """Give the table shown."""
        return self._table

    def show_table(self, table: Table, strong: Collection[int] = ()) -> None:
        """Show a table; the rows whose places are in `strong` stand out."""
        self._strong = frozenset(strong)
        same = (len(table.rows), table.numeric) == (len(self._table.rows), self._table.numeric)
        self._table = table
        if not same:
            self._make_anew(table)
        for label, words in zip(self._heads, table.columns, strict=True):
            label.setText(words)
            label.setVisible(any(table.columns))
        if self._lines:
            self._lines[0].setVisible(any(table.columns))
        for place, (labels, row) in enumerate(zip(self._cells, table.rows, strict=True)):
            weight = SEMIBOLD if place in self._strong else REGULAR
            for label, words in zip(labels, row, strict=True):
                label.setFont(font(CLOSE, weight))
                if label.text() != words:
                    label.setText(words)
        self.setAccessibleName("; ".join(" ".join(row) for row in table.rows))
        self.setVisible(bool(table.rows))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        for head in self._heads:
            set_ink(head, theme.mute)
        for label in (label for row in self._cells for label in row):
            set_ink(label, theme.ink)
        for line in self._lines:
            set_ground(line, theme.line)

    def _make_anew(self, table: Table) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        count = len(table.columns)
        self._heads = [Text("", font(SMALL, SEMIBOLD), self._theme.mute) for _ in range(count)]
        self._cells = [
            [Text("", font(CLOSE), self._theme.ink) for _ in range(count)] for _ in table.rows
        ]
        self._lines = [hairline(self._theme) for _ in range(len(table.rows) + 1)]
        for level, labels in enumerate((self._heads, *self._cells)):
            upright = Qt.AlignmentFlag.AlignBottom if level == 0 else Qt.AlignmentFlag.AlignTop
            for column, label in enumerate(labels):
                label.setAlignment(_side(table, column) | upright)
                self._grid.addWidget(label, 2 * level, column)
            self._grid.addWidget(self._lines[level], 2 * level + 1, 0, 1, max(count, 1))
        for widget in (*self._heads, *(each for row in self._cells for each in row), *self._lines):
            widget.show()  # else they take no room until the next turn of the event loop
        for column in range(self._grid.columnCount()):
            stretch = self._stretches[column] if column < len(self._stretches) else 2
            self._grid.setColumnStretch(column, stretch if column < count else 0)


def _side(table: Table, column: int) -> Qt.AlignmentFlag:
    """Give the side that a column is aligned to."""
    return Qt.AlignmentFlag.AlignRight if table.numeric[column] else Qt.AlignmentFlag.AlignLeft
