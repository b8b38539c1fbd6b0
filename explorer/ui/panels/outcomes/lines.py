"""The states' likeliest rungs in words and figures, and small tables, set with hairlines."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from explorer.pages.outcomes import OutcomesPage, StateLine
from explorer.pages.tables import Table
from explorer.style import Theme, country_ink
from explorer.ui.theme import REGULAR, SEMIBOLD, SMALL_PX, font
from explorer.ui.widgets.lettering import SMALL
from explorer.ui.widgets.marks import CountryMark
from explorer.ui.widgets.text import Text, hairline

_TOP = Qt.AlignmentFlag.AlignTop
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_APART = 18
"""How far words stand from the figures before them, in pixels."""


class RuledGrid(QWidget):
    """Rows of words under a row of heads, with a hairline over each row but the first."""

    def __init__(self, theme: Theme, stretches: Sequence[int], numeric: Sequence[bool]) -> None:
        """Begin empty; `stretches` share out the width, and numbers stand at the right."""
        super().__init__()
        self._theme = theme
        self._numeric = tuple(numeric)
        self._row = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        for column, stretch in enumerate(stretches):
            self._grid.setColumnStretch(column, stretch)

    def add_heads(self, words: Sequence[str]) -> None:
        """Add the row of heads."""
        self._add([self._text(each, font(SMALL, SEMIBOLD), self._theme.mute) for each in words])

    def add_row(self, cells: Sequence[str | QWidget]) -> None:
        """Add a row of words; a cell may be a widget that is made already."""
        self._grid.addWidget(hairline(self._theme), self._row, 0, 1, len(self._numeric))
        self._row += 1
        letters = font(SMALL_PX)
        self._add(
            [
                cell if isinstance(cell, QWidget) else self._text(cell, letters, self._theme.ink)
                for cell in cells
            ]
        )

    def _add(self, cells: Sequence[QWidget]) -> None:
        for column, cell in enumerate(cells):
            if isinstance(cell, Text):
                cell.setAlignment((_RIGHT if self._numeric[column] else _LEFT) | _TOP)
                if column and self._numeric[column - 1] and not self._numeric[column]:
                    cell.setContentsMargins(_APART, 0, 0, 0)
            self._grid.addWidget(cell, self._row, column)
        self._row += 1

    def _text(self, words: str, letters: QFont, ink: str) -> Text:
        return Text(words, letters, ink)


class StateName(QWidget):
    """A country's mark and its name in the country's ink."""

    def __init__(self, iso3: str, name: str, theme: Theme) -> None:
        """Show a country."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(CountryMark(iso3, theme), 0, _TOP)
        row.addWidget(Text(name, font(SMALL_PX, SEMIBOLD), country_ink(iso3, theme)), 1, _TOP)


def lines_table(page: OutcomesPage, theme: Theme) -> RuledGrid:
    """Set each state's likeliest rung in a row; a column that none needs is left out."""
    has_then = bool(page.then_title)
    has_raters = any(line.raters for line in page.lines)
    columns = [
        ("", 5, False),
        ("Likeliest rung", 7, False),
        ("In words", 6, False),
        ("Likelihood", 3, True),
        ("80 % interval", 4, True),
        *([(page.then_title, 5, True)] if has_then else []),
        *([("Where raters differ", 6, False)] if has_raters else []),
    ]
    heads, stretches, numeric = zip(*columns, strict=True)
    grid = RuledGrid(theme, stretches, numeric)
    grid.add_heads(heads)
    for line in page.lines:
        grid.add_row(
            [
                StateName(line.iso3, line.name, theme),
                *(line.leading, line.word),
                Text(line.percent, font(SMALL_PX, SEMIBOLD), theme.ink),
                line.interval,
                *([line.then] if has_then else []),
                *([line.raters] if has_raters else []),
            ]
        )
    grid.setAccessibleName("; ".join(_said(line) for line in page.lines))
    return grid


def _said(line: StateLine) -> str:
    """Say a row for a reader who hears it."""
    return f"{line.name}: {line.leading}, {line.word}, {line.percent}, {line.interval}"


def ruled_table(table: Table, theme: Theme) -> RuledGrid:
    """Set a table of words with hairlines; the first column is the widest."""
    stretches = [3 if numeric else 4 for numeric in table.numeric]
    grid = RuledGrid(theme, stretches, table.numeric)
    grid.add_heads(table.columns)
    for row in table.rows:
        first = Text(row[0], font(SMALL_PX, REGULAR), theme.ink)
        grid.add_row([first, *row[1:]])
    grid.setAccessibleName("; ".join(" ".join(row) for row in table.rows))
    return grid
