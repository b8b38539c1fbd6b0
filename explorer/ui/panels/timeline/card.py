"""The event chosen: when, what, who says so, and the evidence near it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from explorer.pages.detail import EvidenceItem
from explorer.pages.timeline import EvidenceLead, TimelineEvent
from explorer.pages.words import listing
from explorer.style import Theme
from explorer.ui.widgets.evidence_item import EvidenceCard
from explorer.ui.widgets.lettering import SMALL, font, set_ground
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.source_link import SourceLine
from explorer.ui.widgets.tab_order import tab_stops
from explorer.ui.widgets.text import aside, body, heading, title
from explorer.ui.widgets.trace_link import TraceLink

NOTHING = (
    "Choose an event on the axis or in the list: its sources, and the evidence near it, are then"
    " shown here. On the axis, the arrows go from event to event, + and - zoom, and Home shows"
    " all."
)
NONE_FITS = "No event fits what is looked for. Clear the words, or show more kinds or lanes."
_NO_SOURCE = "No source on record."
_NO_EVIDENCE = "No item of evidence shares a source, or a state and the day, with this event."


class EventCard(QScrollArea):
    """Shows one event. `evidence_wanted` carries the id of an item to show, `link_opened` a link.

    An item is shown below its line, and put away again when its line is clicked once more.
    `evidence_opened` carries the id of an item that is wanted in the view Evidence. `filled` comes
    when there are other links.
    """

    evidence_wanted = Signal(str)
    evidence_opened = Signal(str)
    filled = Signal()
    link_opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin without an event."""
        super().__init__()
        self._theme = theme
        self._event: TimelineEvent | None = None
        self._hint = NOTHING
        self._items: dict[str, QWidget] = {}
        self.ways: dict[str, LinkButton] = {}
        self.links: dict[str, LinkButton] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("The event chosen")
        self._fill()

    @property
    def event_shown(self) -> TimelineEvent | None:
        """Give the event shown."""
        return self._event

    @property
    def stops(self) -> list[QWidget]:
        """Give where Tab stops, in the order in which they are read."""
        return [self, *tab_stops(self._room)]

    @property
    def items(self) -> tuple[str, ...]:
        """Give the ids of the items of evidence that are unfolded."""
        return tuple(self._items)

    def show_event(self, event: TimelineEvent | None, hint: str = NOTHING) -> None:
        """Show an event, or in its place a hint."""
        if (event, hint) != (self._event, self._hint):
            self._event, self._hint = event, hint
            self._fill()
            self.verticalScrollBar().setValue(0)

    def show_item(self, item: EvidenceItem) -> None:
        """Unfold an item of evidence below its line, or put it away if it is unfolded."""
        link = self.links.get(item.id)
        known = self._items.pop(item.id, None)
        if known is not None:
            self._room.removeWidget(known)
            known.hide()
            known.deleteLater()
        elif link is not None:
            self._items[item.id] = self._unfolded(item)
            self._room.insertWidget(self._room.indexOf(link) + 1, self._items[item.id])
        self.filled.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._fill()

    def _unfolded(self, item: EvidenceItem) -> QWidget:
        """Make the card of an item, with the way to where it stands among all others."""
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 2, 0, 4)
        rows.setSpacing(2)
        card = EvidenceCard(item, self._theme)
        card.link_opened.connect(self.link_opened)
        way = LinkButton("Show it in Evidence", self._theme)
        way.setAccessibleName(f"Show {item.id} in the view Evidence")
        way.clicked.connect(lambda _checked=False: self.evidence_opened.emit(item.id))
        rows.addWidget(card)
        rows.addWidget(way)
        self.ways[item.id] = way
        return whole

    def _fill(self) -> None:
        self._items, self.links, self.ways = {}, {}, {}
        inside = QWidget()
        self._room = QVBoxLayout(inside)
        self._room.setContentsMargins(14, 8, 12, 10)
        self._room.setSpacing(3)
        if self._event is None:
            self._room.addWidget(aside(self._hint, self._theme))
            self.setAccessibleDescription(self._hint)
        else:
            self._fill_with(self._event)
            self.setAccessibleDescription(self._event.told)
        self._room.addStretch(1)
        set_ground(inside, self._theme.card)
        self.setWidget(inside)
        self.filled.emit()

    def _fill_with(self, event: TimelineEvent) -> None:
        theme, room = self._theme, self._room
        when = f"{event.when} ({event.doubt})" if event.doubt else event.when
        head = " · ".join((when, listing(event.names), event.kind.title))
        room.addWidget(aside(head, theme))
        room.addWidget(title(event.title, theme))
        if event.detail:
            room.addWidget(body(event.detail, theme))
        room.addWidget(TraceLink(event.goal, theme, event.title))
        self._add_heading("Sources" if len(event.sources) > 1 else "Source")
        for source in event.sources:
            line = SourceLine(source, theme)
            line.opened.connect(self.link_opened)
            room.addWidget(line)
            if source.title != source.line:
                room.addWidget(aside(source.title, theme))
        if not event.sources:
            room.addWidget(aside(_NO_SOURCE, theme))
        self._add_heading(f"Evidence near it · {len(event.evidence)}")
        if not event.evidence:
            room.addWidget(aside(_NO_EVIDENCE, theme))
        reason = ""
        for lead in event.evidence:
            if lead.reason != reason:
                reason = lead.reason
                room.addWidget(aside(f"{reason[:1].upper()}{reason[1:]}:", theme))
            self._add_lead(lead)

    def _add_heading(self, words: str) -> None:
        self._room.addSpacing(6)
        self._room.addWidget(heading(words, self._theme))

    def _add_lead(self, lead: EvidenceLead) -> None:
        link = LinkButton(f"{lead.id}  {lead.claim}", self._theme, font(SMALL))
        link.setAccessibleName(f"Evidence {lead.id}: {lead.claim}")
        link.setAccessibleDescription(f"{lead.reason}; shows the item below, or puts it away")
        link.clicked.connect(lambda _checked=False: self.evidence_wanted.emit(lead.id))
        self._room.addWidget(link)
        self.links[lead.id] = link
