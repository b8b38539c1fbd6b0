"""A bundled note to read, with the way to the other notes on the same subject."""

from functools import partial

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.pages.notes_view import BundledPart
from explorer.pages.trace import thing
from explorer.style import Theme
from explorer.ui.panels.notes.page import NotePaper
from explorer.ui.widgets.lettering import CLOSE, font, set_ground, set_ink
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.tab_order import tab_stops
from explorer.ui.widgets.text import aside, heading
from explorer.ui.widgets.trace_link import TraceLink
from explorer.ui.widgets.wrap_row import WrapRow


class BundledColumn(QWidget):
    """Shows a bundled note; `chosen` carries the key of another one that the user wants."""

    chosen = Signal(str)
    followed = Signal(str)
    link_opened = Signal(str)
    pointed = Signal(str, QRect)
    unpointed = Signal()
    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without a note."""
        super().__init__()
        self._theme = theme
        self._key = ""
        self._others: tuple[tuple[str, str], ...] | None = None
        self._heading = heading("Bundled note", theme)
        self._line = aside("", theme)
        self.trace = TraceLink("", theme)
        self._also = QWidget()
        self._also_row = WrapRow(self._also, across=12, down=1)
        self.paper = NotePaper("Bundled note", theme)
        room = QVBoxLayout(self)
        room.setContentsMargins(16, 12, 4, 10)
        room.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.trace)
        words.addLayout(head)
        words.addWidget(self._line)
        room.addLayout(words)
        room.addWidget(self._also)
        room.addWidget(self.paper, 1)
        self.paper.followed.connect(self.followed)
        self.paper.link_opened.connect(self.link_opened)
        self.paper.pointed.connect(self.pointed)
        self.paper.left.connect(self.unpointed)
        self.paper.changed.connect(self.changed)
        self._dress()

    @property
    def stops(self) -> list[QWidget]:
        """Give what the keyboard stops at, in reading order."""
        return [self.trace, *tab_stops(self._also_row), *self.paper.stops]

    def show_part(self, part: BundledPart) -> None:
        """Show a note."""
        is_new = part.key != self._key
        self._key = part.key
        self._line.setText(part.line)
        self.trace.goal = str(thing("note", part.key))
        self.trace.setAccessibleName(f"Where is the note {part.title} from?")
        self.trace.show()
        self._show_others(part.others)
        self.paper.name_text(part.title)
        self.paper.show_text(part.markdown, part.cited, part.linked)
        if is_new:
            self.paper.to_top()
        self.changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        others, self._others = self._others, None
        self._show_others(others or ())
        self.paper.set_theme(theme)
        self.trace.set_theme(theme)
        self._dress()

    def _dress(self) -> None:
        set_ground(self, self._theme.card)
        for label in (self._heading, self._line):
            set_ink(label, self._theme.mute)

    def _show_others(self, others: tuple[tuple[str, str], ...]) -> None:
        if others == self._others:
            return
        self._others = others
        while (item := self._also_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for key, title in others:
            button = LinkButton(f"Also: {title}", self._theme, font(CLOSE))
            button.clicked.connect(partial(self._choose, key))
            self._also_row.addWidget(button)
            button.show()
        self._also.setVisible(bool(others))

    def _choose(self, key: str, _checked: object = None) -> None:
        self.chosen.emit(key)
