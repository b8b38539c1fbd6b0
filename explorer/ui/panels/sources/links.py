"""The ways on from a page: a few at first, and more by the step, however many there are."""

import html
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.pages.chain import ChainLink
from explorer.style import Theme
from explorer.ui.widgets.lettering import CLOSE, font
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import aside

AT_FIRST, MORE = 8, 40


class ChainLinks(QWidget):
    """Shows links, each with a line on it. `followed` carries a goal, `unfolded` tells of more.

    A source may be used by seven hundred things: they come forty at a time, so that none waits.
    """

    followed = Signal(str)
    unfolded = Signal()

    def __init__(self, links: Sequence[ChainLink], theme: Theme) -> None:
        """Show the first ones."""
        super().__init__()
        self._links = links
        self._theme = theme
        self._shown = 0
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(3)
        self.button = LinkButton("", theme)
        self.button.clicked.connect(self.show_more)
        self._room.addWidget(self.button)
        self._add(AT_FIRST)

    def show_more(self, _checked: object = None) -> None:
        """Show the next ones."""
        self._add(MORE)
        self.unfolded.emit()

    def _add(self, count: int) -> None:
        """Add links in a widget of their own, laid out once."""
        part = QWidget()
        rows = QVBoxLayout(part)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        for link in self._links[self._shown : self._shown + count]:
            self._add_link(rows, link)
        self._shown = min(self._shown + count, len(self._links))
        self._room.insertWidget(self._room.count() - 1, part)
        left = len(self._links) - self._shown
        self.button.setText(f"Show {min(left, MORE)} more of {left:,}")
        self.button.setAccessibleName(self.button.text())
        self.button.updateGeometry()
        self.button.setVisible(left > 0)

    def _add_link(self, rows: QVBoxLayout, link: ChainLink) -> None:
        button = LinkButton(link.title, self._theme, font(CLOSE))
        button.setToolTip(f"<p>{html.escape(link.title)}</p>")
        words = f"Yours · {link.words}".rstrip(" ·") if link.is_own else link.words
        button.setAccessibleDescription(words)
        button.clicked.connect(partial(self.followed.emit, link.goal))
        rows.addWidget(button)
        if words:
            line = aside(words, self._theme)
            line.setContentsMargins(2, 0, 0, 2)
            rows.addWidget(line)
