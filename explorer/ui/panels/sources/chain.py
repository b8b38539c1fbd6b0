"""The page of one thing: what it says, what it rests on, where it stands, what uses it."""

import html
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.pages.chain import ChainGroup, ChainPage, PackPlace
from explorer.pages.detail import SourceLink
from explorer.style import Theme
from explorer.ui.panels.sources.links import ChainLinks
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.lettering import BODY, CLOSE, SMALL, font, set_ground, set_ink
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.source_link import is_safe
from explorer.ui.widgets.tab_order import tab_stops
from explorer.ui.widgets.text import Text, aside, body, fixed, heading, title

HINT = (
    "Choose a source, or go to where a figure comes from: Ctrl+Shift+F in any view, or “Where "
    "from?” beside it. Each step leads on, down to the row of the pack, and back up."
)
WIDEST = 860
_LABEL = 112
_RESTS, _USED = "Rests on ↓", "Used by ↑"
_IN_PACK, _IN_WORKSPACE = "In the pack", "In your workspace"


class ChainView(QScrollArea):
    """Shows a ChainPage. `followed` carries the goal of a link, `way_wanted` its `way`.

    `hash_copied` carries a SHA-256 to be put on the clipboard; `filled` comes with other links.
    """

    followed = Signal(str)
    way_wanted = Signal(object)
    link_opened = Signal(str)
    hash_copied = Signal(str)
    filled = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin with a hint."""
        super().__init__()
        self._theme = theme
        self._page: ChainPage | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Where it comes from")
        self.viewport().setAutoFillBackground(False)
        self._build()

    @property
    def page(self) -> ChainPage | None:
        """Give the page shown."""
        return self._page

    @property
    def stops(self) -> list[QWidget]:
        """Give what the keyboard stops at, in reading order."""
        return tab_stops(self._room)

    def show_page(self, page: ChainPage | None) -> None:
        """Show a page from its top; the same page stays as it is scrolled."""
        if page == self._page:
            return
        is_other = page is None or self._page is None or page.goal != self._page.goal
        before = 0 if is_other else self.verticalScrollBar().value()
        self._page = page
        self._build()
        self.verticalScrollBar().setValue(before)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._build()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Scroll, but leave keys with Alt to those who listen to them."""
        if arg__1.modifiers() & Qt.KeyboardModifier.AltModifier:
            arg__1.ignore()
        else:
            super().keyPressEvent(arg__1)

    def _build(self) -> None:
        inside = QWidget()
        page = QWidget()
        page.setMaximumWidth(WIDEST)
        whole = QHBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page, 1)
        whole.addStretch(0)
        self._room = QVBoxLayout(page)
        self._room.setContentsMargins(22, 14, 22, 24)
        self._room.setSpacing(3)
        if self._page is None:
            self._room.addWidget(aside(HINT, self._theme))
        else:
            self._fill(self._page)
        self._room.addStretch(1)
        set_ground(inside, self._theme.card)
        self.setWidget(inside)
        self.filled.emit()

    def _fill(self, page: ChainPage) -> None:
        theme, room = self._theme, self._room
        room.addWidget(aside(page.kicker, theme))
        room.addWidget(title(page.title, theme))
        for words in page.says:
            room.addSpacing(3)
            room.addWidget(body(words, theme))
        if page.facts:
            room.addSpacing(6)
            room.addLayout(self._grid(page.facts))
        for address in page.addresses:
            room.addWidget(self._address(address))
        if page.way:
            self._add_way(page)
        self._add_groups(_RESTS, page.rests_on)
        if page.places:
            self._add_heading(_IN_WORKSPACE if page.is_own else _IN_PACK)
            for place in page.places:
                self._add_place(place)
        self._add_groups(_USED, page.used_by)

    def _add_heading(self, words: str) -> None:
        self._room.addSpacing(14)
        self._room.addWidget(heading(words, self._theme))

    def _add_way(self, page: ChainPage) -> None:
        self._room.addSpacing(4)
        link = LinkButton("Show it in its view", self._theme, font(CLOSE))
        link.clicked.connect(partial(self.way_wanted.emit, page.way))
        self._room.addWidget(link)

    def _add_groups(self, words: str, groups: Sequence[ChainGroup]) -> None:
        if not groups:
            return
        self._add_heading(words)
        for each in groups:
            self._room.addSpacing(4)
            self._room.addWidget(Text(each.heading, font(CLOSE, SEMIBOLD), self._theme.ink))
            if each.note:
                self._room.addWidget(aside(each.note, self._theme))
            links = ChainLinks(each.links, self._theme)
            links.followed.connect(self.followed)
            links.unfolded.connect(self.filled)
            indented = QHBoxLayout()
            indented.setContentsMargins(10, 0, 0, 0)
            indented.addWidget(links)
            self._room.addLayout(indented)

    def _grid(self, facts: Sequence[tuple[str, str]], letters: QFont | None = None) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (label, text) in enumerate(facts):
            name = fixed(Text(label, letters or font(CLOSE), self._theme.mute))
            name.setMinimumWidth(_LABEL)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(text, letters or font(CLOSE), self._theme.ink), row, 1)
        return grid

    def _address(self, address: SourceLink) -> QWidget:
        if not is_safe(address.url):
            return aside(address.line, self._theme)
        link = LinkButton(address.line, self._theme, font(SMALL))
        link.setToolTip(f"<p>{html.escape(address.url)}</p>")
        link.setAccessibleName(f"Open {address.url}")
        link.setAccessibleDescription("Opens the page in the browser")
        link.clicked.connect(partial(self.link_opened.emit, address.url))
        return link

    def _add_place(self, place: PackPlace) -> None:
        theme, room = self._theme, self._room
        room.addSpacing(2)
        if not place.sha256:
            room.addWidget(Text(place.words, font(BODY, SEMIBOLD), theme.ink))
            return
        file = LinkButton(place.words, theme, font(BODY, SEMIBOLD))
        file.setAccessibleDescription("Leads to the file")
        file.clicked.connect(partial(self.followed.emit, f"file:{place.file}"))
        room.addWidget(file)
        row = QHBoxLayout()
        row.setSpacing(10)
        words = ElidedLabel()
        words.setFont(font(SMALL))
        set_ink(words, theme.mute)
        words.show_text(f"SHA-256 {place.sha256}")
        words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(words)
        copy = LinkButton("Copy SHA-256", theme, font(SMALL))
        copy.setAccessibleName(f"Copy the SHA-256 of {place.file}")
        copy.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        copy.clicked.connect(partial(self.hash_copied.emit, place.sha256))
        row.addWidget(copy)
        row.addStretch(1)
        room.addLayout(row)
        if place.cells:
            room.addLayout(self._grid(place.cells, font(SMALL)))
        if place.note:
            room.addWidget(aside(place.note, theme))
