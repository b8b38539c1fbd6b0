"""What stands under a note: what it cites, and what it is linked from."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.note_links import CitedLine, LinkedLine
from explorer.style import Theme
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.lettering import CLOSE, SMALL, font, set_ink
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.long_list import LongList
from explorer.ui.widgets.text import aside, fixed, heading

_IDS = 46


class NoteLinks(QWidget):
    """Lists what a note cites, each once, and then what cites the same or names the note.

    `followed` carries the link of a line; `unfolded` comes when more lines are shown.
    """

    followed = Signal(str)
    unfolded = Signal()

    def __init__(
        self, cited: tuple[CitedLine, ...], linked: tuple[LinkedLine, ...], theme: Theme
    ) -> None:
        """Show the lines; a kind without any is left out."""
        super().__init__()
        self._theme = theme
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 12, 0, 12)
        self._room.setSpacing(4)
        if cited:
            self._add(f"Cited here · {len(cited)}", LongList(cited, self._cited, theme, "", 1))
        if linked:
            self._add(f"Linked from · {len(linked)}", LongList(linked, self._linked, theme, "", 3))

    def _add(self, words: str, lines: LongList[CitedLine] | LongList[LinkedLine]) -> None:
        if self._room.count():
            self._room.addSpacing(10)
        self._room.addWidget(heading(words, self._theme))
        self._room.addWidget(lines)
        lines.unfolded.connect(self.unfolded)

    def _cited(self, line: CitedLine) -> QWidget:
        button = LinkButton(line.label, self._theme, font(CLOSE))
        button.setMinimumWidth(_IDS)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setAccessibleName(f"{line.label}: {line.words}")
        button.setAccessibleDescription(line.meta)
        button.clicked.connect(partial(self._go, line.href))
        words = ElidedLabel()
        words.setFont(font(CLOSE))
        words.show_text(line.words)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(button)
        row.addWidget(words, 1)
        meta = fixed(aside(line.meta, self._theme))
        row.addWidget(meta, 0, Qt.AlignmentFlag.AlignVCenter)
        return whole

    def _linked(self, line: LinkedLine) -> QWidget:
        button = LinkButton(line.title, self._theme, font(CLOSE))
        button.setAccessibleName(f"{line.kind}: {line.title}")
        button.setAccessibleDescription(line.words)
        button.clicked.connect(partial(self._go, line.href))
        words = ElidedLabel()
        words.setFont(font(SMALL))
        set_ink(words, self._theme.mute)
        words.show_text(f"{line.kind} · {line.words}")
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(button)
        rows.addWidget(words)
        return whole

    def _go(self, href: str, _checked: object = None) -> None:
        self.followed.emit(href)
