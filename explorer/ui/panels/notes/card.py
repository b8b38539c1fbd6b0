"""The card beside a link: what is cited there, seen without leaving the note."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from explorer.pages.note_cards import CardRow, NoteCard
from explorer.style import Theme
from explorer.ui.theme import mark
from explorer.ui.widgets.lettering import CLOSE, font
from explorer.ui.widgets.text import Text, aside, body, fixed

_WIDTH = 348
_GAP = 6


class HoverCard(QFrame):
    """Floats over the panel it belongs to, beside what is pointed at; the pointer goes through."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._theme = theme
        self._card: NoteCard | None = None
        self._whole: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName("card")
        mark(self, "card")
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(13, 9, 13, 10)
        self.hide()

    @property
    def card(self) -> NoteCard | None:
        """Give what is shown, if the card is in sight."""
        return self._card if self.isVisible() else None

    def show_card(self, card: NoteCard, place: QRect) -> None:
        """Show a card below a place on the screen, or above it where there is more room."""
        self._card = card
        if self._whole is not None:
            self._room.removeWidget(self._whole)
            self._whole.hide()
            self._whole.deleteLater()
        self._whole = self._made(card)
        self._room.addWidget(self._whole)
        self._whole.show()
        self.setAccessibleName(card.spoken)
        self._room.activate()
        self.resize(_WIDTH, max(self._room.totalHeightForWidth(_WIDTH), 40))
        self._stand_by(place)
        self.show()
        self.raise_()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.hide()

    def _made(self, card: NoteCard) -> QWidget:
        whole = QWidget()
        room = QVBoxLayout(whole)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(4)
        room.addWidget(aside(card.kicker, self._theme))
        room.addWidget(body(card.title, self._theme))
        if card.rows:
            room.addLayout(self._figures(card.rows))
        for line in card.lines:
            room.addWidget(aside(line, self._theme))
        return whole

    def _figures(self, rows: tuple[CardRow, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(3, 1)
        right = Qt.AlignmentFlag.AlignRight
        for at, row in enumerate(rows):
            ink = self._theme.ink if row.year else self._theme.mute
            grid.addWidget(fixed(Text(row.name, font(CLOSE), self._theme.ink)), at, 0)
            if row.year:
                grid.addWidget(fixed(Text(row.value, font(CLOSE), ink)), at, 1, right)
                grid.addWidget(fixed(Text(row.year, font(CLOSE), self._theme.mute)), at, 2)
            else:
                grid.addWidget(fixed(Text(row.value, font(CLOSE), ink)), at, 1, 1, 2)
        return grid

    def _stand_by(self, place: QRect) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        at = parent.mapFromGlobal(place.topLeft())
        left = max(4, min(at.x() - 12, parent.width() - self.width() - 4))
        below = at.y() + place.height() + _GAP
        above = at.y() - self.height() - _GAP
        fits = below + self.height() <= parent.height() - 4
        top = below if fits or above < 0 else above
        self.move(QPoint(left, top))
