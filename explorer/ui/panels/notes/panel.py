"""The panel of the view Notes: the list on the left, the chosen note on the right."""

from itertools import pairwise

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from explorer.pages.note_cards import NoteCard
from explorer.pages.note_places import PlaceGroup
from explorer.pages.notes_view import NoteList, NotePage, OwnPart
from explorer.style import Theme
from explorer.ui.panels.notes.bundled import BundledColumn
from explorer.ui.panels.notes.card import HoverCard
from explorer.ui.panels.notes.own import OwnColumn
from explorer.ui.panels.notes.side import NotesSide
from explorer.ui.theme import BOLD, SMALL_PX, TITLE_PX, font, mark
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.text import hairline

_SIDE_BY_SIDE = 640
_BUNDLED_SHARE, _OWN_SHARE = 56, 44


class NotesPanel(QWidget):
    """Shows the view Notes and says what the user means.

    `chosen` carries the key of a note, `begun` a place to write on, `filtered` the words that
    notes must hold, `edited` a place and the whole text that the user has written there.
    `followed` carries a link within the app, `link_opened` an address outside. `pointed` carries
    a link whose card is wanted and where it is on the screen. `shown` comes with the panel.
    """

    chosen = Signal(str)
    begun = Signal(str)
    filtered = Signal(str)
    edited = Signal(str, str)
    settled = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    followed = Signal(str)
    link_opened = Signal(str)
    pointed = Signal(str, QRect)
    shown = Signal()
    trace_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin with nothing in it."""
        super().__init__()
        self.setAccessibleName("Notes")
        self._theme = theme
        self._page: NotePage | None = None
        self.side = NotesSide(theme)
        self._title, self._subtitle = ElidedLabel(), ElidedLabel()
        self.bundled = BundledColumn(theme)
        self.own = OwnColumn(theme)
        self._lines = (hairline(theme), QWidget())
        self._head = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.card = HoverCard(self, theme)
        self._connect()
        self.setFocusProxy(self.side.button)
        self._dress()

    @property
    def page(self) -> NotePage | None:
        """Give the page shown."""
        return self._page

    def show_list(self, notes: NoteList, key: str) -> None:
        """Show the notes, the one with a key marked."""
        self.side.show_list(notes, key)

    def show_places(self, places: tuple[PlaceGroup, ...]) -> None:
        """Offer places to write on."""
        self.side.show_places(places)

    def show_page(self, page: NotePage) -> None:
        """Show a note, beside the user's own on the same place."""
        self._page = page
        self.card.hide()
        self._title.show_text(page.title)
        self._subtitle.show_text(page.subtitle)
        if page.bundled is not None:
            self.bundled.show_part(page.bundled)
        if page.own is not None:
            self.own.show_part(page.own, is_beside=page.bundled is None)
        self.bundled.setVisible(page.bundled is not None)
        self.own.setVisible(page.own is not None)
        self._lines[1].setVisible(page.bundled is not None and page.own is not None)
        self._order_tabs()

    def show_reading(self, part: OwnPart) -> None:
        """Show what is being written as it reads."""
        if part.place == self.own.place:
            self.own.show_reading(part)

    def show_card(self, card: NoteCard | None, place: QRect) -> None:
        """Show what is cited where the user points; without a card, nothing."""
        if card is None:
            self._put_card_away()
            return
        self.card.show_card(card, place)
        for note in (self.bundled.paper.note, self.own.paper.note):
            note.setAccessibleDescription(card.spoken)

    def focus_note(self) -> None:
        """Let the user write, or read where there is nothing to write."""
        page = self._page
        if page is None:
            return
        if page.bundled is not None:
            self.bundled.paper.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.own.focus()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.side.set_theme(theme)
        self.bundled.set_theme(theme)
        self.own.set_theme(theme)
        self.card.set_theme(theme)
        self._dress()
        self._order_tabs()

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the panel came into sight."""
        super().showEvent(event)
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put one's own note below the bundled one where both do not fit side by side."""
        super().resizeEvent(event)
        self.card.hide()
        is_wide = self.width() - self.side.width() >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        line = self._lines[1]
        line.setFixedSize(1, 16_777_215) if is_wide else line.setFixedSize(16_777_215, 1)

    def _lay_out(self) -> None:
        self._title.setFont(font(TITLE_PX, BOLD))
        mark(self._title, "title")
        self._subtitle.setFont(font(SMALL_PX))
        mark(self._subtitle, "subtitle")
        words = QVBoxLayout(self._head)
        words.setContentsMargins(16, 12, 16, 9)
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._sides.setSpacing(0)
        self._sides.addWidget(self.bundled, _BUNDLED_SHARE)
        self._sides.addWidget(self._lines[1])
        self._sides.addWidget(self.own, _OWN_SHARE)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._head)
        right.addWidget(self._lines[0])
        right.addLayout(self._sides, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.side)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        side, own = self.side, self.own
        side.chosen.connect(self.chosen)
        side.begun.connect(self.begun)
        side.filtered.connect(self.filtered)
        side.entered.connect(self.focus_note)
        self.bundled.chosen.connect(self.chosen)
        for column in (self.bundled, own):
            column.followed.connect(self.followed)
            column.link_opened.connect(self.link_opened)
            column.pointed.connect(self.pointed)
            column.unpointed.connect(self._put_card_away)
            column.changed.connect(self._order_tabs)
        own.edited.connect(self.edited)
        own.settled.connect(self.settled)
        own.escaped.connect(self._go_to_list)
        own.undo_wanted.connect(self.undo_wanted)
        own.redo_wanted.connect(self.redo_wanted)

    def _dress(self) -> None:
        set_ground(self, self._theme.card)
        set_ground(self._head, self._theme.card)
        for line in self._lines:
            set_ground(line, self._theme.line)

    def _go_to_list(self) -> None:
        self.side.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_card_away(self) -> None:
        self.card.hide()
        for note in (self.bundled.paper.note, self.own.paper.note):
            note.setAccessibleDescription("")

    def _order_tabs(self) -> None:
        """Let Tab go through the view as it is read: list, bundled note, own note."""
        for before, after in pairwise((*self.side.stops, *self.bundled.stops, *self.own.stops)):
            QWidget.setTabOrder(before, after)
