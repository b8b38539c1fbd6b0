"""The section of the view Outcomes that tells what moves an event, and what would turn it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.pages.moves import DoubtPart, EventMoves, LeversPart
from explorer.style import Theme
from explorer.ui.charts.view import ChartView
from explorer.ui.panels.outcomes.methods import Folded
from explorer.ui.panels.outcomes.methods_table import LinedTable
from explorer.ui.widgets.lettering import set_ink
from explorer.ui.widgets.segments import Segments
from explorer.ui.widgets.text import Text, aside, body, heading, strong

TITLE = "What moves it"
WORKING = "Working it out…"
_REACHES = (("range", "over its range", "range"), ("point", "by one point", "point"))
_SOURCES = (5, 4, 4)
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
        swings = moves.swings
        is_judged = bool(swings.swings) or not swings.caption.missing
        self._show_moves(are_there=is_judged)
        for part in (self._headings[2], self.doubt, self.reaches):
            part.setVisible(is_judged)
        self.title.setText(swings.caption.title if is_judged else swings.caption.missing)
        self.reaches.show_chosen(moves.reach)
        self.reaches.setEnabled(bool(moves.swings.swings))
        self.chart.show_chart(moves.swings)
        self.levers.show_parts(moves.levers, moves.lead)

    def show_fault(self, words: str) -> None:
        """Say why there is nothing to show of what moves the event."""
        self._moves = None
        self._show_moves(are_there=False)
        self.title.setText(words)
        self.reaches.setEnabled(False)
        if self._doubt is not None:
            self.show_doubt(None)

    def show_doubt(self, part: DoubtPart | None) -> None:
        """Show where the doubt comes from, or with `None` that it is being worked out."""
        self._doubt = part
        self.doubt.show_part(part)

    def show_doubt_fault(self, words: str) -> None:
        """Say why there is nothing to show of where the doubt comes from."""
        self._doubt = None
        self.doubt.show_part(None, words)

    def _show_moves(self, *, are_there: bool) -> None:
        for part in (self.chart, self._headings[1], self.levers):
            part.setVisible(are_there)

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
    """What would turn the event, and what would make another rung lead."""

    def __init__(self, theme: Theme) -> None:
        """Begin without sentences."""
        super().__init__()
        self.turning = LeversBlock("The smallest changes that turn it", theme)
        self.leading = LeversBlock("The smallest changes for another rung to lead", theme)
        self._note = aside("", theme)
        room = _column(QVBoxLayout(self))
        room.addWidget(self.turning)
        room.addSpacing(6)
        room.addWidget(self.leading)
        room.addWidget(self._note)

    def show_parts(self, event: LeversPart, lead: LeversPart) -> None:
        """Show both, and the note that goes with any change."""
        self.turning.show_part(event)
        self.leading.show_part(lead)
        _say(self._note, next((part.note for part in (event, lead) if part.changes), ""))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        set_ink(self._note, theme.mute)
        self.turning.set_theme(theme)
        self.leading.set_theme(theme)


class LeversBlock(QWidget):
    """One sentence with its smallest changes, and the next smallest folded away."""

    def __init__(self, words: str, theme: Theme) -> None:
        """Begin without a sentence; `words` unfold the table."""
        super().__init__()
        self._part: LeversPart | None = None
        self.opening, self.changes = body("", theme), strong("", theme)
        self.table = LinedTable(theme, (6, 3, 4))
        self.folded = Folded(words, theme, self._fill, self.table)
        room = _column(QVBoxLayout(self))
        for part in (self.opening, self.changes, self.folded):
            room.addWidget(part)

    def show_part(self, part: LeversPart) -> None:
        """Show a part; a table that would say no more than the sentence is left out."""
        if part == self._part:
            return
        self._part = part
        _say(self.opening, part.opening)
        _say(self.changes, part.changes)
        self.folded.setVisible(len(part.table.rows) > 1)
        self.folded.renew()

    def _fill(self) -> None:
        if self._part is not None:
            self.table.show_table(self._part.table)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        set_ink(self.opening, theme.ink)
        set_ink(self.changes, theme.ink)
        self.table.set_theme(theme)
        self.folded.set_theme(theme)


class DoubtView(QWidget):
    """The sentence on where the doubt comes from, and the table of its sources."""

    def __init__(self, theme: Theme) -> None:
        """Begin with the words for work under way."""
        super().__init__()
        self._part: DoubtPart | None = None
        self.waiting, self.sentence = aside(WORKING, theme), body("", theme)
        self.table, self.rest = LinedTable(theme, _SOURCES), LinedTable(theme, _SOURCES)
        self.folded = Folded("The other sources", theme, self._fill, self.rest)
        self._note = aside("", theme)
        room = _column(QVBoxLayout(self))
        for part in (self.waiting, self.sentence, self.table, self.folded, self._note):
            room.addWidget(part)
        self.show_part(None)

    def show_part(self, part: DoubtPart | None, waiting: str = WORKING) -> None:
        """Show a part, or with `None` that it is being worked out, or why it never will be."""
        self._part = part
        self.waiting.setText(waiting)
        self.waiting.setVisible(part is None)
        _say(self.sentence, part.sentence if part else "")
        _say(self._note, part.note if part else "")
        self.table.setVisible(part is not None)
        self.folded.setVisible(part is not None and len(part.rows) > _SHOWN)
        if part is not None:
            self.table.show_table(replace(part.table, rows=part.table.rows[:_SHOWN]))
            self.folded.renew()

    def _fill(self) -> None:
        if self._part is not None:
            table = self._part.table
            self.rest.show_table(replace(table, rows=table.rows[_SHOWN:]))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        for label in (self.waiting, self._note):
            set_ink(label, theme.mute)
        set_ink(self.sentence, theme.ink)
        for part in (self.table, self.rest, self.folded):
            part.set_theme(theme)


def _say(label: Text, words: str) -> None:
    """Show words, or hide a label that has none."""
    label.setText(words)
    label.setVisible(bool(words))


def _column(room: QVBoxLayout) -> QVBoxLayout:
    room.setContentsMargins(0, 0, 0, 0)
    room.setSpacing(6)
    return room
