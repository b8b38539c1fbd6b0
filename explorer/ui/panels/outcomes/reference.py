"""The last sections of the view Outcomes: each rater's ladder, the rungs, and the notes."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from explorer.pages.detail import Fact, NoteBlock
from explorer.pages.outcomes import RatersPart
from explorer.style import Theme
from explorer.ui.charts.view import ChartView
from explorer.ui.panels.outcomes.columns import MEASURE
from explorer.ui.widgets.disclosure import Disclosure
from explorer.ui.widgets.facts import FactLine
from explorer.ui.widgets.lettering import BODY, font, set_ink
from explorer.ui.widgets.note_text import NoteText
from explorer.ui.widgets.text import body, heading, strong


class RatersSection(QWidget):
    """Shows each rater's ladder of one state, the pooled one, and what they said of it.

    `chart_save_wanted` carries the chart and `png` or `svg`.
    """

    chart_save_wanted = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        """Begin without a part."""
        super().__init__()
        self.setAccessibleName("Each rater's ladder")
        self._theme = theme
        self._part: RatersPart | None = None
        self._heading = heading("Each rater's ladder", theme)
        self.chart = ChartView(theme)
        self.chart.save_wanted.connect(self._save)
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(2)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(6)
        room.addWidget(self._heading)
        room.addWidget(self.chart)
        room.addLayout(self._reasons)

    def show_part(self, part: RatersPart | None) -> None:
        """Show a state's raters, or nothing where nobody judged it."""
        self.setVisible(part is not None)
        if part is None or part == self._part:
            return
        self._part = part
        self._heading.setText(part.heading)
        self.chart.show_chart(part.chart)
        self._show_reasons(part)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        set_ink(self._heading, theme.mute)
        self.chart.set_theme(theme)
        if self._part is not None:
            self._show_reasons(self._part)

    def _show_reasons(self, part: RatersPart) -> None:
        _empty(self._reasons)
        for each in part.reasons:
            self._reasons.addWidget(strong(each.rater, self._theme))
            self._reasons.addWidget(body(each.words, self._theme))

    def _save(self, kind: str) -> None:
        self.chart_save_wanted.emit(self.chart.chart, kind)


class RungsSection(QWidget):
    """Shows what the rungs of the ladder are."""

    def __init__(self, theme: Theme) -> None:
        """Begin without rungs."""
        super().__init__()
        self.setAccessibleName("The rungs of the ladder")
        self._theme = theme
        self._rungs: tuple[Fact, ...] = ()
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(7)

    def show_part(self, rungs: tuple[Fact, ...]) -> None:
        """Show the rungs with their definitions."""
        if rungs != self._rungs:
            self._rungs = rungs
            self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._fill()

    def _fill(self) -> None:
        _empty(self._room)
        self._room.addWidget(heading("The rungs of the ladder", self._theme))
        for fact in self._rungs:
            self._room.addWidget(FactLine(fact, self._theme))


class NotesSection(QWidget):
    """Shows the bundled notes, folded.

    `evidence_opened` carries the id of an item that a note cites; `unfolded` comes when a note is
    shown or folded away.
    """

    evidence_opened = Signal(str)
    link_opened = Signal(str)
    unfolded = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without notes."""
        super().__init__()
        self.setAccessibleName("Notes")
        self._theme = theme
        self._notes: tuple[NoteBlock, ...] = ()
        self.notes: dict[str, Disclosure] = {}
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(7)

    def show_part(self, notes: tuple[NoteBlock, ...]) -> None:
        """Show notes; those that are shown already stay as they are."""
        if notes != self._notes:
            self._notes = notes
            self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme; the notes that are open stay open."""
        self._theme = theme
        is_open = [name for name, note in self.notes.items() if note.button.isChecked()]
        self._fill()
        for name in is_open:
            self.notes[name].button.setChecked(True)

    def _fill(self) -> None:
        _empty(self._room)
        self.notes = {}
        self._room.addWidget(heading("Notes", self._theme))
        for note in self._notes:
            folded = Disclosure(note.heading, self._theme, partial(self._make_note, note))
            folded.button.setFont(font(BODY))
            folded.unfolded.connect(self.unfolded)
            self._room.addWidget(folded)
            self.notes[note.heading] = folded

    def _make_note(self, note: NoteBlock) -> QWidget:
        """Make a note at its first unfolding."""
        text = NoteText(note.markdown, self._theme)
        text.setMaximumWidth(MEASURE)
        text.setAccessibleName(note.heading)
        text.evidence_opened.connect(self.evidence_opened)
        text.link_opened.connect(self.link_opened)
        return text


def _empty(room: QLayout) -> None:
    """Take all widgets out of a layout."""
    while (item := room.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
