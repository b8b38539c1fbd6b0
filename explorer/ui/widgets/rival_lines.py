"""What other sources say of the quantity shown: a line a figure, never averaged."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.rivals import HEADING, NEVER_AVERAGED, RivalGroup, RivalLine
from explorer.style import Theme
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.emptying import empty
from explorer.ui.widgets.lettering import SMALL, font
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import Text, aside, heading


class RivalLines(QWidget):
    """The other figures for one quantity or several, under a heading; hidden without any.

    `item_wanted` carries the id of an item that the reader wants to see.
    """

    item_wanted = Signal(str)

    def __init__(self, theme: Theme, *, has_links: bool = False) -> None:
        """Begin with nothing shown. With links, the figures of items lead to these."""
        super().__init__()
        self._theme = theme
        self._has_links = has_links
        self._groups: tuple[RivalGroup, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 6, 0, 4)
        self._room.setSpacing(2)
        self.hide()

    def show_groups(self, groups: tuple[RivalGroup, ...]) -> None:
        """Show the figures of some quantities."""
        if groups != self._groups:
            self._groups = groups
            self._build()
        self.setVisible(bool(groups))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._build()

    def _build(self) -> None:
        empty(self._room)
        if self._groups:
            self._room.addWidget(heading(HEADING, self._theme))
        for group in self._groups:
            if len(self._groups) > 1:
                self._room.addWidget(aside(group.title, self._theme))
            for line in group.lines:
                self._room.addWidget(self._label(line))
                self._room.addWidget(aside(line.words, self._theme))
        if self._groups:
            self._room.addWidget(aside(NEVER_AVERAGED, self._theme))

    def _label(self, line: RivalLine) -> QWidget:
        letters = font(SMALL, SEMIBOLD)
        if not (self._has_links and line.evidence):
            return Text(line.label, letters, self._theme.ink)
        link = LinkButton(line.label, self._theme, letters)
        link.setAccessibleName(f"Go to {line.evidence}: {line.label}")
        link.clicked.connect(partial(self.item_wanted.emit, line.evidence))
        return link
