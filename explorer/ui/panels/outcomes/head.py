"""The head of the view Outcomes, which stays while the page below scrolls."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.pages.outcomes import OutcomesPage
from explorer.style import Theme
from explorer.ui.panels.outcomes.states import StateSegments
from explorer.ui.theme import BOLD, REGULAR, SEMIBOLD, SMALL_PX, TITLE_PX, font, mark
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.lettering import set_ground, set_ink
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.shortcuts import words_of_keys
from explorer.ui.widgets.text import aside, fixed, hairline
from explorer.ui.widgets.wrap_row import WrapRow

SECTIONS = (
    ("outcomes", "Likely outcomes"),
    ("moves", "What moves it"),
    ("levers", "What would have to change"),
    ("agreement", "Do the methods agree?"),
    ("actors", "Actors"),
    ("hypotheses", "Competing hypotheses"),
    ("fit", "The model's fit"),
    ("ladder", "The ladder and notes"),
)
"""The sections of the view in reading order: key and title."""
SIDE = 16
_EVENT_WIDTH = 236


class OutcomesHead(QWidget):
    """Title, what the analysis is of, and the way to each section.

    `state_chosen` carries an ISO code, `event_chosen` the key of an event, `section_wanted` the
    key of a section, and `raters_wanted` says that the user wants to choose who is pooled.
    """

    state_chosen = Signal(str)
    event_chosen = Signal(str)
    section_wanted = Signal(str)
    raters_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without a page."""
        super().__init__()
        self._theme = theme
        self._title, self._standing = ElidedLabel(), ElidedLabel()
        self.states = StateSegments(theme)
        self.events = ChoiceBox(theme)
        self.links: dict[str, LinkButton] = {}
        self._current = SECTIONS[0][0]
        self._labels = tuple(fixed(aside(words, theme)) for words in ("Analysis of", "Event"))
        self._line = hairline(theme)
        self.raters = LinkButton("Raters and pooling…", theme, font(SMALL_PX))
        self.raters.setToolTip(
            f"Choose whose judgements are pooled, and how ({words_of_keys('raters')})"
        )
        self._lay_out()
        self.raters.clicked.connect(self.raters_wanted)
        self.states.chosen.connect(self.state_chosen)
        self.events.activated.connect(self._choose_event)
        self._dress()

    @property
    def current(self) -> str:
        """Give the key of the section that is at the top of what is seen."""
        return self._current

    def show_page(self, page: OutcomesPage) -> None:
        """Show the title, whose figures these are, and what can be chosen."""
        self._title.show_text(page.title)
        self._standing.show_text(f"{page.standing} {page.question}")
        mark(self._standing, "subtitle" if page.is_plain else "warning")
        self.states.show_choices(tuple((iso3, name, iso3) for iso3, name in page.states))
        if [self.events.itemData(at) for at in range(self.events.count())] != [
            key for key, _ in page.events
        ]:
            self.events.clear()
            for key, title in page.events:
                self.events.addItem(title, key)

    def show_choice(self, iso3: str, event: str) -> None:
        """Show which state and which event the analysis is of."""
        self.states.show_chosen(iso3)
        self.events.setCurrentIndex(self.events.findData(event))

    def show_sections(self, keys: tuple[str, ...]) -> None:
        """Offer the way to those sections that the view has."""
        for key, link in self.links.items():
            link.setVisible(key in keys)

    def show_current(self, key: str) -> None:
        """Show which section is at the top of what is seen."""
        self._current = key
        for each, link in self.links.items():
            link.setFont(font(SMALL_PX, SEMIBOLD if each == key else REGULAR))
            link.setAccessibleDescription("Shown now" if each == key else "")
            link.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.states.set_theme(theme)
        self.events.set_theme(theme)
        for link in (self.raters, *self.links.values()):
            link.set_theme(theme)
        # A change of the style sheet takes the weight from what is shown now.
        self.show_current(self._current)
        self._dress()

    def _dress(self) -> None:
        set_ground(self, self._theme.card)
        set_ground(self._line, self._theme.line)
        for label in self._labels:
            set_ink(label, self._theme.mute)

    def _lay_out(self) -> None:
        self._title.setFont(font(TITLE_PX, BOLD))
        mark(self._title, "title")
        self._standing.setFont(font(SMALL_PX))
        mark(self._standing, "subtitle")
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(SIDE, 12, SIDE, 7)
        inner.setSpacing(7)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._standing)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addLayout(words, 1)
        top.addWidget(self.raters, 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(top)
        inner.addLayout(self._make_choices())
        inner.addLayout(self._make_links())
        room.addLayout(inner)
        room.addWidget(self._line)

    def _make_choices(self) -> WrapRow:
        """Put the state and the event side by side where there is room."""
        row = WrapRow(across=20, down=5)
        self.events.setFont(font(SMALL_PX))
        self.events.setAccessibleName("Event that the analysis is of")
        self.events.setFixedWidth(_EVENT_WIDTH)
        for label, field in zip(self._labels, (self.states, self.events), strict=True):
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            pair = QWidget()
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(8)
            line.addWidget(label)
            line.addWidget(field)
            row.addWidget(pair)
        return row

    def _make_links(self) -> WrapRow:
        row = WrapRow(across=16, down=1)
        for key, title in SECTIONS:
            link = LinkButton(title, self._theme, font(SMALL_PX))
            link.setToolTip(f"Go to “{title}” (Ctrl+Page Down for the next section)")
            link.clicked.connect(partial(self._want, key))
            row.addWidget(link)
            self.links[key] = link
        return row

    def _want(self, key: str, _checked: object = None) -> None:
        self.section_wanted.emit(key)

    def _choose_event(self, index: int) -> None:
        self.event_chosen.emit(str(self.events.itemData(index)))
