"""The way gone, above the page: back, forward, and a step for each thing."""

import html
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from explorer.style import Theme
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import BODY, CLOSE, font, width_of
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import Text, fixed

_LONGEST = 34
"""How many letters of a name are shown where the names do not all have room."""
_BESIDE = 150.0
"""What the buttons and the margins take of the width."""
_BETWEEN = 26.0


class TrailBar(QWidget):
    """Says which step the reader wants: `stepped` carries -1 or 1, `crumb_chosen` its place."""

    stepped = Signal(int)
    crumb_chosen = Signal(int)
    copy_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without steps."""
        super().__init__()
        self._theme = theme
        self._crumbs: Sequence[tuple[int, str]] = ()
        self._is_whole = False
        self.back = _button("‹", "Back", "Alt+Left", theme)
        self.forward = _button("›", "Forward", "Alt+Right", theme)
        self.copy = LinkButton("Copy chain", theme, font(CLOSE))
        self.copy.setMinimumWidth(self.copy.sizeHint().width())
        self.copy.setToolTip("Copy the way gone and this page as text")
        self.links: list[LinkButton] = []
        self._steps = QHBoxLayout()
        self._steps.setSpacing(4)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 18, 7)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addLayout(self._steps, 1)
        row.addWidget(self.copy)
        self.back.clicked.connect(partial(self.stepped.emit, -1))
        self.forward.clicked.connect(partial(self.stepped.emit, 1))
        self.copy.clicked.connect(self.copy_wanted)
        self.show_way((), can_go_back=False, can_go_forward=False)

    @property
    def stops(self) -> list[QWidget]:
        """Give what the keyboard stops at, in reading order."""
        return [self.back, self.forward, *self.links, self.copy]

    def show_way(
        self, crumbs: Sequence[tuple[int, str]], *, can_go_back: bool, can_go_forward: bool
    ) -> None:
        """Show the steps of a way: place and title; the last is where the reader is."""
        self._crumbs = crumbs
        self.back.setEnabled(can_go_back)
        self.forward.setEnabled(can_go_forward)
        self.copy.setVisible(bool(crumbs))
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        for part in (self.back, self.forward, self.copy):
            part.set_theme(theme)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the names whole as soon as they have room, and shorten them where they have not."""
        super().resizeEvent(event)
        if self._has_room() != self._is_whole:
            self._fill()

    def _has_room(self) -> bool:
        """Say whether all names have room at full length."""
        letters = font(CLOSE, SEMIBOLD)
        wanted = sum(width_of(words, letters) + _BETWEEN for _, words in self._crumbs)
        return wanted + _BESIDE <= self.width()

    def _fill(self) -> None:
        self.links, self._is_whole = [], self._has_room()
        # Names shown whole must not keep the window from getting narrower: they are cut then.
        self.setMinimumWidth(1 if self._is_whole else 0)
        while (item := self._steps.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        before = -1
        for place, words in self._crumbs:
            if before >= 0:
                gap = "›" if place == before + 1 else "› … ›"
                sign = fixed(Text(gap, font(CLOSE), self._theme.mute))
                sign.setAlignment(Qt.AlignmentFlag.AlignVCenter)
                self._steps.addWidget(sign)
            self._steps.addWidget(self._crumb(place, words))
            before = place
        self._steps.addStretch(1)

    def _crumb(self, place: int, words: str) -> QWidget:
        is_short = self._is_whole or len(words) <= _LONGEST
        short = words if is_short else f"{words[: _LONGEST - 1].rstrip()}…"
        if place == self._crumbs[-1][0]:
            here = fixed(Text(short, font(CLOSE, SEMIBOLD), self._theme.ink))
            here.setToolTip(f"<p>{html.escape(words)}</p>")
            here.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            here.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            return here
        link = LinkButton(short, self._theme, font(CLOSE))
        link.setAccessibleName(f"Back to {words}")
        link.setToolTip(f"<p>{html.escape(words)}</p>")
        link.clicked.connect(partial(self.crumb_chosen.emit, place))
        self.links.append(link)
        return link


def _button(sign: str, words: str, keys: str, theme: Theme) -> LinkButton:
    made = LinkButton(sign, theme, font(BODY, SEMIBOLD))
    made.setAccessibleName(words)
    made.setToolTip(f"{words} ({keys})")
    made.setMinimumWidth(16)
    return made
