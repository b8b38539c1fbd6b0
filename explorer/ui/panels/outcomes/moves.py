"""The section of the view Outcomes that tells what moves an event, and what would turn it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from explorer.pages.moves import DoubtPart, EventMoves, LeversPart
from explorer.pages.tables import Table
from explorer.pages.words import counted
from explorer.style import Theme
from explorer.ui.charts.view import ChartView
from explorer.ui.widgets.disclosure import Disclosure
from explorer.ui.widgets.facts import SmallTable
from explorer.ui.widgets.lettering import set_ink
from explorer.ui.widgets.segments import Segments
from explorer.ui.widgets.text import aside, body, heading, strong

TITLE = "What moves it"
WORKING = "Working it out…"
_REACHES = (("range", "over its range", "range"), ("point", "by one point", "point"))
_FURTHER = ("The smallest changes that turn it", "The smallest changes for another rung to lead")
_SHOWN = 5
"""How many sources of doubt are shown before the rest is asked for."""


class MovesSection(QWidget):
    """Shows `EventMoves`, and a `DoubtPart` once it is there; it decides nothing.

    `reach_chosen` carries `range` or `point`: how far each rating is to be moved.
    `chart_save_wanted` carries the chart and `png` or `svg`.
    """

    reach_chosen = Signal(str)
    chart_save_wanted = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        """Begin without a part."""
        super().__init__()
        self.setAccessibleName(TITLE)
        self._theme = theme
        self._moves: EventMoves | None = None
        self._doubt: DoubtPart | None = None
        self.title = strong("", theme)
        self.reaches = Segments("How far each rating is moved", theme)
        self.reaches.show_choices(_REACHES)
        self.reaches.chosen.connect(self.reach_chosen)
        self.chart = ChartView(theme)
        self.chart.save_wanted.connect(self._save)
        self.levers = LeversView(theme)
        self.doubt = DoubtView(theme)
        self._headings = [
            heading(words, theme)
            for words in (TITLE, "What would have to change", "Where the doubt comes from")
        ]
        self._lay_out()

    def _lay_out(self) -> None:
        room = _column(QVBoxLayout(self))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.reaches)
        room.addWidget(self._headings[0])
        room.addLayout(head)
        room.addWidget(self.chart)
        room.addSpacing(14)
        room.addWidget(self._headings[1])
        room.addWidget(self.levers)
        room.addSpacing(14)
        room.addWidget(self._headings[2])
        room.addWidget(self.doubt)

    def show_part(self, moves: EventMoves) -> None:
        """Show what moves an event; its doubt is being worked out until it is shown too."""
        self._moves = moves
        if self._doubt is not None and self._doubt.subject != moves.subject:
            self.show_doubt(None)
        self.title.setText(moves.swings.caption.title)
        self.reaches.show_chosen(moves.reach)
        self.reaches.setEnabled(bool(moves.swings.swings))
        self.chart.show_chart(moves.swings)
        self.levers.show_parts(moves.levers, moves.lead)

    def show_doubt(self, part: DoubtPart | None) -> None:
        """Show where the doubt comes from, or with `None` that it is being worked out."""
        self._doubt = part
        self.doubt.show_part(part)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        for words in self._headings:
            set_ink(words, theme.mute)
        set_ink(self.title, theme.ink)
        for part in (self.reaches, self.chart, self.levers, self.doubt):
            part.set_theme(theme)

    def _save(self, kind: str) -> None:
        if self._moves is not None:
            self.chart_save_wanted.emit(self._moves.swings, kind)


class LeversView(QWidget):
    """The sentences on what would turn the event and the lead, and the further changes."""

    def __init__(self, theme: Theme) -> None:
        """Begin without sentences."""
        super().__init__()
        self._theme = theme
        self._parts: tuple[LeversPart, ...] = ()
        self._folds = _Folds()
        self._room = _column(QVBoxLayout(self))

    def show_parts(self, *parts: LeversPart) -> None:
        """Show the parts one under the other."""
        if parts == self._parts:
            return
        self._parts = parts
        _empty(self._room)
        for place, part in enumerate(parts):
            if place:
                self._room.addSpacing(6)
            self._room.addWidget(body(part.opening, self._theme))
            if part.changes:
                self._room.addWidget(strong(part.changes, self._theme))
            if len(part.table.rows) > 1:
                words = _FURTHER[min(place, len(_FURTHER) - 1)]
                self._room.addWidget(self._folds.fold(words, words, part.table, self._theme))
        notes = {part.note: None for part in parts if part.note and part.changes}
        for note in notes:
            self._room.addWidget(aside(note, self._theme))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        parts, self._parts = self._parts, ()
        self.show_parts(*parts)


class DoubtView(QWidget):
    """The sentence on where the doubt comes from, and the table of its sources."""

    def __init__(self, theme: Theme) -> None:
        """Begin with the words for work under way."""
        super().__init__()
        self._theme = theme
        self._part: DoubtPart | None = None
        self._folds = _Folds()
        self._room = _column(QVBoxLayout(self))
        self._room.addWidget(aside(WORKING, theme))

    def show_part(self, part: DoubtPart | None) -> None:
        """Show a part, or with `None` that it is being worked out."""
        if part is not None and part == self._part:
            return
        self._part = part
        _empty(self._room)
        if part is None:
            self._room.addWidget(aside(WORKING, self._theme))
            return
        self._room.addWidget(body(part.sentence, self._theme))
        if part.rows:
            self._room.addSpacing(4)
            first, rest = _cut(part.table, _SHOWN)
            self._room.addWidget(SmallTable(first, self._theme))
            if rest.rows:
                words = counted(len(rest.rows), "more source")
                self._room.addWidget(self._folds.fold("rest", words, rest, self._theme))
        if part.note:
            self._room.addWidget(aside(part.note, self._theme))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        part, self._part = self._part, None
        self.show_part(part)


class _Folds:
    """Tables folded away, which stay open when what they show changes."""

    def __init__(self) -> None:
        self._open: set[str] = set()

    def fold(self, key: str, words: str, table: Table, theme: Theme) -> Disclosure:
        """Fold a table away, or show it if the reader had opened the one of this key."""
        made = Disclosure(words, theme, partial(SmallTable, table, theme))
        made.button.setChecked(key in self._open)
        made.button.toggled.connect(partial(self._remember, key))
        return made

    def _remember(self, key: str, is_open: bool) -> None:  # noqa: FBT001 - Qt's signal hands a lone bool
        (self._open.add if is_open else self._open.discard)(key)


def _cut(table: Table, at: int) -> tuple[Table, Table]:
    """Give the first rows of a table, and the others under the same columns."""
    return replace(table, rows=table.rows[:at]), replace(table, rows=table.rows[at:])


def _column(room: QVBoxLayout) -> QVBoxLayout:
    room.setContentsMargins(0, 0, 0, 0)
    room.setSpacing(6)
    return room


def _empty(room: QLayout) -> None:
    """Take everything out of a column."""
    while (item := room.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
