"""The left side of the view: what there is, a way to write a new note, the filter and the list."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from explorer.pages.note_places import PlaceGroup
from explorer.pages.notes_view import NoteList
from explorer.style import Theme
from explorer.ui.panels.notes.listing import FilterBox, NoteRows
from explorer.ui.theme import BOLD, SMALL_PX, TITLE_PX, font, mark
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.text import hairline

WIDTH = 272


class NotesSide(QWidget):
    """Leads to notes: `chosen` carries the key of one, `filtered` the words that it must hold.

    `begun` carries the place on which the user wants to write, `entered` comes when the user goes
    on from the list to the note.
    """

    chosen = Signal(str)
    filtered = Signal(str)
    begun = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin with an empty list."""
        super().__init__()
        self._theme = theme
        self._places: tuple[PlaceGroup, ...] = ()
        self._title, self._counts = ElidedLabel(), ElidedLabel()
        self.button = QPushButton("Write…")
        self.menu = QMenu(self.button)
        self.filter = FilterBox()
        self.rows = NoteRows(theme)
        self._line = hairline(theme)
        self._edge = QWidget()
        self.setFixedWidth(WIDTH)
        self._lay_out()
        self.button.setAccessibleName("Write a note on…")
        self.button.setToolTip("Choose a state, a pair, a factor, a cell or an outcome")
        self.button.setMenu(self.menu)
        self.filter.textChanged.connect(self.filtered)
        self.filter.entered.connect(self._enter_list)
        self.rows.chosen.connect(self.chosen)
        self.rows.entered.connect(self.entered)
        self._dress()

    @property
    def stops(self) -> list[QWidget]:
        """Give what the keyboard stops at, in reading order."""
        return [self.button, self.filter, self.rows]

    def show_list(self, notes: NoteList, key: str) -> None:
        """Show the notes, the one with a key marked."""
        self._counts.show_text(notes.counts)
        self.rows.show_list(notes, key)

    def show_places(self, places: tuple[PlaceGroup, ...]) -> None:
        """Offer places to write on."""
        if places == self._places:
            return
        self._places = places
        self.menu.clear()
        for group in places:
            self._add(self.menu, group)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.rows.set_theme(theme)
        self._dress()

    def _add(self, menu: QMenu, group: PlaceGroup) -> None:
        inner = menu.addMenu(group.title)
        for choice in group.places:
            action = inner.addAction(choice.label)
            action.triggered.connect(partial(self._begin, choice.place))
        for each in group.groups:
            self._add(inner, each)

    def _begin(self, place: str, _checked: object = None) -> None:
        self.begun.emit(place)

    def _enter_list(self) -> None:
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.rows.key:
            self.rows.to_first()

    def _dress(self) -> None:
        set_ground(self, self._theme.card)
        set_ground(self._line, self._theme.line)
        set_ground(self._edge, self._theme.line)

    def _lay_out(self) -> None:
        self._title.setFont(font(TITLE_PX, BOLD))
        self._title.show_text("Notes")
        mark(self._title, "title")
        self._counts.setFont(font(SMALL_PX))
        mark(self._counts, "subtitle")
        self.rows.setFrameShape(QFrame.Shape.NoFrame)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._counts)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 12, 12, 9)
        inner.setSpacing(9)
        inner.addLayout(head)
        inner.addWidget(self.filter)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(inner)
        column.addWidget(self._line)
        listed = QHBoxLayout()
        listed.setContentsMargins(6, 0, 4, 4)
        listed.addWidget(self.rows)
        column.addLayout(listed, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        self._edge.setFixedWidth(1)
        whole.addWidget(self._edge)
