"""A page that scrolls, with one note on it and what the note cites below."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.note_links import CitedLine, LinkedLine
from explorer.style import Theme
from explorer.ui.panels.notes.linked_note import LinkedNote
from explorer.ui.panels.notes.links import NoteLinks
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.tab_order import tab_stops
from explorer.ui.widgets.text import hairline

MEASURE = 680
"""Lines of a note get no longer than this, in pixels, so that the eye finds the next one."""


Said = tuple[str, tuple[CitedLine, ...], tuple[LinkedLine, ...]]


class NotePaper(QScrollArea):
    """Shows a text and its links, and keeps the link that the keyboard is at in sight.

    `followed` carries a link within the app, `link_opened` an address outside, `pointed` a link
    and its place on the screen, `left` that none is pointed at. `changed` says that there are
    other things to step to.
    """

    followed = Signal(str)
    link_opened = Signal(str)
    pointed = Signal(str, QRect)
    left = Signal()
    changed = Signal()

    def __init__(self, name: str, theme: Theme) -> None:
        """Begin with an empty text; `name` is what a screen reader calls it."""
        super().__init__()
        self._name = name
        self._theme = theme
        self._said: Said = ("", (), ())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the text on it is the stop
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.verticalScrollBar().valueChanged.connect(self.left)
        self._page = QWidget()
        self._room = QVBoxLayout(self._page)
        self._room.setContentsMargins(0, 0, 12, 0)
        self._room.setSpacing(6)
        self._line = hairline(theme)
        self._line.setMaximumWidth(MEASURE)
        self._foot: NoteLinks | None = None
        self.note = self._made_note("")
        self._room.addWidget(self.note)
        self._room.addWidget(self._line)
        self._room.addStretch(1)
        self.setWidget(self._page)
        self._dress()

    @property
    def stops(self) -> list[QWidget]:
        """Give what the keyboard stops at, in reading order."""
        foot = self._foot.layout() if self._foot is not None else None
        return [self.note, *(tab_stops(foot) if foot is not None else [])]

    def show_text(
        self, markdown: str, cited: tuple[CitedLine, ...], linked: tuple[LinkedLine, ...]
    ) -> None:
        """Show a text and its links; parts that are shown already stay as they are."""
        before, self._said = self._said, (markdown, cited, linked)
        if before[0] != markdown:
            self.left.emit()
            self.note.show_markdown(markdown)
        if before[1:] != self._said[1:]:
            self._show_links(cited, linked)
            self.changed.emit()

    def to_top(self) -> None:
        """Go back to the first line."""
        self.verticalScrollBar().setValue(0)

    def name_text(self, name: str) -> None:
        """Say what the text is, for a screen reader."""
        self.note.setAccessibleName(name)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme; the text is made again, since links are coloured."""
        self._theme = theme
        said, self._said = self._said, ("", (), ())
        old = self.note
        self.note = self._made_note(old.accessibleName())
        self._room.replaceWidget(old, self.note)
        old.hide()
        old.deleteLater()
        self._show_links((), ())
        self._dress()
        self.show_text(*said)

    def _dress(self) -> None:
        for clear in (self._page, self.viewport()):
            clear.setAutoFillBackground(False)
        set_ground(self._line, self._theme.line)
        self._line.setVisible(self._foot is not None)

    def _made_note(self, name: str) -> LinkedNote:
        note = LinkedNote("", self._theme)
        note.setMaximumWidth(MEASURE)
        note.setAccessibleName(name or self._name)
        note.followed.connect(self.followed)
        note.link_opened.connect(self.link_opened)
        note.pointed.connect(self.pointed)
        note.left.connect(self.left)
        note.stepped.connect(self._keep_in_sight)
        return note

    def _show_links(self, cited: tuple[CitedLine, ...], linked: tuple[LinkedLine, ...]) -> None:
        if self._foot is not None:
            self._room.removeWidget(self._foot)
            self._foot.hide()
            self._foot.deleteLater()
            self._foot = None
        self._line.setVisible(bool(cited or linked))
        if cited or linked:
            self._foot = NoteLinks(cited, linked, self._theme)
            self._foot.setMaximumWidth(MEASURE)
            self._foot.followed.connect(self.followed)
            self._foot.unfolded.connect(self.changed)
            self._room.insertWidget(2, self._foot)

    def _keep_in_sight(self, line: QRect) -> None:
        at = self.note.mapTo(self._page, QPoint(line.left(), line.center().y()))
        self.ensureVisible(0, at.y(), 0, 40)
