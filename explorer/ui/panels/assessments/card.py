"""The assessment chosen: who, when, on what, in the pack's words, and where it is from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from explorer.pages.assessments import NO_SOURCE, QUESTIONS, AssessmentItem
from explorer.pages.words import listing
from explorer.style import Theme
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.source_link import SourceLine
from explorer.ui.widgets.text import aside, body, heading, title

NOTHING = "Choose an author on the line or in the list: position, note and source are shown here."
NONE_FITS = "No assessment fits what is looked for. Clear the words, or choose all."
_PARAPHRASE = "In the pack's words; the author is not quoted."


class AssessmentCard(QScrollArea):
    """Shows one assessment. `link_opened` carries an address, `trace_wanted` the thing's name."""

    link_opened = Signal(str)
    trace_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin without one."""
        super().__init__()
        self._theme = theme
        self._item: AssessmentItem | None = None
        self._hint, self._why = NOTHING, ""
        self.trace_link: LinkButton | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName("The assessment chosen")
        self._fill()

    @property
    def item(self) -> AssessmentItem | None:
        """Give the assessment shown."""
        return self._item

    def show_item(self, item: AssessmentItem | None, hint: str, why: str) -> None:
        """Show an assessment, or a hint; `why` says why no other likelihood stands beside it."""
        self._item, self._hint, self._why = item, hint, why
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._fill()

    def _fill(self) -> None:
        theme, inside = self._theme, QWidget()
        self.trace_link = None
        room = QVBoxLayout(inside)
        room.setContentsMargins(14, 8, 12, 10)
        room.setSpacing(3)
        if self._item is None:
            room.addWidget(aside(self._hint, theme))
        else:
            self._fill_with(self._item, room)
        if self._why:
            room.addSpacing(8)
            room.addWidget(heading("Beside the pack's own likelihoods", theme))
            room.addWidget(aside(self._why, theme))
        room.addStretch(1)
        set_ground(inside, theme.card)
        self.setWidget(inside)
        told = self._item.described if self._item else self._hint
        self.setAccessibleDescription(told)

    def _fill_with(self, item: AssessmentItem, room: QVBoxLayout) -> None:
        theme = self._theme
        room.addWidget(aside(" · ".join((item.when, listing(item.names))), theme))
        room.addWidget(title(item.author, theme))
        if item.publisher:
            room.addWidget(aside(item.publisher, theme))
        room.addWidget(body(item.position, theme))
        if item.note:
            room.addWidget(aside(f"Note: {item.note}", theme))
        room.addWidget(aside(f"Stance: {item.stance}. {_PARAPHRASE}", theme))
        room.addWidget(aside(f"Read as an answer to: {dict(QUESTIONS)[item.question]}", theme))
        for each in item.differences:
            room.addSpacing(6)
            words = f"Where it differs from the conclusion on {each.state}"
            room.addWidget(heading(words, theme))
            room.addWidget(body(each.words, theme))
        room.addSpacing(6)
        room.addWidget(heading("Source", theme))
        self._add_source(item, room)

    def _add_source(self, item: AssessmentItem, room: QVBoxLayout) -> None:
        theme = self._theme
        if item.source is None:
            room.addWidget(aside(NO_SOURCE, theme))
        else:
            line = SourceLine(item.source, theme)
            line.opened.connect(self.link_opened)
            room.addWidget(line)
            if item.source.title != item.source.line:
                room.addWidget(aside(item.source.title, theme))
        link = LinkButton("Where from?", theme)
        link.setAccessibleName(f"Where from: the assessment of {item.author}")
        link.setAccessibleDescription("Shows it in Sources, with its file and row")
        link.clicked.connect(lambda _checked=False: self.trace_wanted.emit(item.goal))
        room.addWidget(link)
        self.trace_link = link
