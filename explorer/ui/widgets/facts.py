"""Lists of facts and small tables of words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from explorer.pages.detail import Fact
from explorer.pages.tables import Table
from explorer.style import Theme
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import CLOSE, SMALL, font
from explorer.ui.widgets.source_link import SourceLine
from explorer.ui.widgets.text import Text, aside


class FactLine(QWidget):
    """One fact: what it is of, its value, and its source."""

    link_opened = Signal(str)

    def __init__(self, fact: Fact, theme: Theme) -> None:
        """Show a fact."""
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        label = Text(fact.label, font(CLOSE), theme.mute)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label, 0, 0)
        grid.addWidget(Text(fact.value, font(CLOSE), theme.ink), 0, 1)
        if fact.source is not None:
            line = SourceLine(fact.source, theme, fact.goal)
            line.opened.connect(self.link_opened)
            grid.addWidget(line, 1, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)


class SmallTable(QWidget):
    """A table of few rows, set without lines."""

    def __init__(self, table: Table, theme: Theme) -> None:
        """Show a table; numbers stand at the right of their columns."""
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        self.setAccessibleName("; ".join(" ".join(row) for row in table.rows))
        for column, words in enumerate(table.columns):
            head = Text(words, font(SMALL, SEMIBOLD), theme.mute)
            head.setAlignment(_side(table, column) | Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 2 if table.numeric[column] else 3)
        for at, row in enumerate(table.rows, start=1):
            for column, words in enumerate(row):
                cell = aside(words, theme)
                cell.setAlignment(_side(table, column) | Qt.AlignmentFlag.AlignTop)
                grid.addWidget(cell, at, column)


def _side(table: Table, column: int) -> Qt.AlignmentFlag:
    """Give the side that a column is aligned to."""
    return Qt.AlignmentFlag.AlignRight if table.numeric[column] else Qt.AlignmentFlag.AlignLeft
