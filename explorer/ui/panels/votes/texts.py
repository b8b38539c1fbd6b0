"""Texts and how states voted on them, as a table with what goes with it below."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.pages.votes import VoteRow, told
from explorer.style import Theme
from explorer.ui.panels.votes.marks import VoteKey, VoteMarks
from explorer.ui.widgets.lettering import set_ink
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.record_table import CELL_PAD, RecordColumn, RecordRow, RecordTable
from explorer.ui.widgets.text import aside

SIDE = 16
_LEAST_HEIGHT = 120
_STATE = 106
_TEXT_MOST = 520
"""The votes stay near to the text in a wide window."""
NOTHING = "Choose a text: its source is named here."


class TextsTable(QWidget):
    """A table of texts, the key of its marks, the source of the one chosen, and the actions.

    `csv_wanted` and `copy_wanted` are of the table; `link_opened` carries an address,
    `trace_wanted` the name of a thing to be shown in Sources.
    """

    csv_wanted = Signal()
    copy_wanted = Signal()
    link_opened = Signal(str)
    trace_wanted = Signal(str)

    def __init__(self, name: str, theme: Theme) -> None:
        """Begin empty; `name` is what a screen reader says of the table."""
        super().__init__()
        self._theme = theme
        self._rows: dict[str, VoteRow] = {}
        self._marks = VoteMarks(theme)
        self.table = RecordTable(name, theme)
        self.key = VoteKey(theme)
        self.tally, self.source = aside("", theme), aside(NOTHING, theme)
        self.source_link = LinkButton("Open source", theme)
        self.trace_link = LinkButton("Where from?", theme)
        self.copy_link = LinkButton("Copy table", theme)
        self.csv_link = LinkButton("Save as CSV…", theme)
        self._lay_out()
        self.table.chosen.connect(self._show_source)
        self.table.copy_wanted.connect(self.copy_wanted)
        self.copy_link.clicked.connect(self.copy_wanted)
        self.csv_link.clicked.connect(self.csv_wanted)
        self.source_link.clicked.connect(self._open)
        self.trace_link.clicked.connect(self._trace)
        self._show_source("")

    @property
    def rows(self) -> tuple[VoteRow, ...]:
        """Give the texts as they stand, from the top down."""
        return tuple(self._rows[row.key] for row in self.table.rows)

    @property
    def goal(self) -> str:
        """Name the text chosen for the view Sources; a blank where there is none."""
        row = self._rows.get(self.table.key)
        return row.goal if row is not None else ""

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Give where Tab stops, in the order in which they are read."""
        links = (self.source_link, self.trace_link, self.copy_link, self.csv_link)
        return (self.table, *links)

    def show_rows(
        self,
        states: Sequence[tuple[str, str]],
        rows: Sequence[VoteRow],
        tally: str,
        made: Mapping[str, RecordRow] | None = None,
    ) -> None:
        """Show texts with a column for each state; `tally` sums them up in words.

        `made` holds what `record_rows` gives for these texts, or for more of their kind.
        """
        self._rows = {row.key: row for row in rows}
        has_topics = any(row.topic for row in rows)
        columns = (
            RecordColumn("Date", 90, starts_high=True),
            RecordColumn("Number", 108),
            RecordColumn("Text", 0, most=_TEXT_MOST),
            *((RecordColumn("Topic", 84),) * has_topics),
            *(RecordColumn(name, _STATE) for _, name in states),
        )
        first = len(columns) - len(states)
        self.table.records.decorate = lambda column, words: (
            self._marks.mark_of(words) if column >= first else None
        )
        known = record_rows(states, rows) if made is None else made
        self.table.show_rows(columns, [known[row.key] for row in rows])
        self.table.setMaximumHeight(max(self.table.wanted_height(), _LEAST_HEIGHT))
        self.tally.setText(tally)
        self.tally.setVisible(bool(tally))
        self._show_source(self.table.key)

    def go_to(self, key: str) -> None:
        """Stand on a text."""
        self.table.go_to(key)
        self._show_source(key)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._marks.set_theme(theme)
        self.table.set_theme(theme)
        self.key.set_theme(theme)
        for label in (self.tally, self.source):
            set_ink(label, theme.mute)
        for link in (self.source_link, self.trace_link, self.copy_link, self.csv_link):
            link.set_theme(theme)

    def _lay_out(self) -> None:
        actions = QHBoxLayout()
        actions.setSpacing(12)
        for link in (self.source_link, self.trace_link, self.copy_link, self.csv_link):
            actions.addWidget(link)
        actions.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(CELL_PAD, 6, SIDE, 8)
        foot.setSpacing(4)
        for part in (self.key, self.tally, self.source):
            foot.addWidget(part)
        foot.addLayout(actions)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SIDE - CELL_PAD, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.table, 1000)
        rows.addLayout(foot)
        rows.addStretch(1)  # else a short table would be pulled away from its key

    def _show_source(self, key: str) -> None:
        """Name the source of a text."""
        row = self._rows.get(key)
        words = NOTHING
        if row is not None:
            source = row.source.title if row.source else "no source on record"
            words = f"{row.number}, {row.when}. Source: {source}"
        self.source.setText(words)
        has_link = bool(row and row.source and row.source.url)
        self.source_link.setEnabled(has_link)
        self.source_link.setVisible(has_link)
        self.trace_link.setVisible(row is not None)
        if row is not None:
            self.source_link.setAccessibleName(f"Open the source of {row.number}")
            self.trace_link.setAccessibleName(f"Where from: the votes on {row.number}")

    def _open(self) -> None:
        row = self._rows.get(self.table.key)
        if row is not None and row.source is not None:
            self.link_opened.emit(row.source.url)

    def _trace(self) -> None:
        if self.goal:
            self.trace_wanted.emit(self.goal)


def record_rows(
    states: Sequence[tuple[str, str]], rows: Iterable[VoteRow]
) -> dict[str, RecordRow]:
    """Make the rows of the table, by the keys of the texts; 8 ms for some 700."""
    return {row.key: _row(states, row) for row in rows}


def _row(states: Sequence[tuple[str, str]], row: VoteRow) -> RecordRow:
    topics = (row.topic,) * bool(row.topic)
    cells = (row.when, row.number, row.title, *topics, *row.votes)
    return RecordRow(row.key, cells, told(states, row), (row.day.isoformat(), *cells[1:]))
