"""The user's own note: an editor, and the same text as it reads."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.notes_view import OwnPart
from explorer.style import Theme
from explorer.ui.panels.notes.page import NotePaper
from explorer.ui.widgets.lettering import set_ground, set_ink
from explorer.ui.widgets.note_editor import NoteEditor
from explorer.ui.widgets.segments import Segments
from explorer.ui.widgets.text import aside, heading

WRITE, READ = "write", "read"
EMPTY = "*What you write is shown here as it reads.*"
HINT = (
    "Markdown; saved as you type. [E002] cites evidence, {gini} a series by its id, "
    "“Title” in quotes or [words](note:country/KAZ) another note."
)


class TallEditor(NoteEditor):
    """An editor as tall as its place."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__("", "")
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored, policy.Ignored)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        """Ask for a page's worth."""
        return QSize(280, 240)

    def minimumSizeHint(self) -> QSize:
        """Accept a few lines."""
        return QSize(60, 80)


class OwnColumn(QWidget):
    """Edits a note, and shows it as it reads: beside the editor, or in its place.

    `edited` carries the place and the whole text after each change by the user.
    """

    edited = Signal(str, str)
    settled = Signal()
    escaped = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    followed = Signal(str)
    link_opened = Signal(str)
    pointed = Signal(str, QRect)
    unpointed = Signal()
    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without a note."""
        super().__init__()
        self._theme = theme
        self._place = ""
        self._is_beside = False
        self._heading = heading("Your note", theme)
        self._line = aside("", theme)
        self._hint = aside(HINT, theme)
        self.modes = Segments("Write or read your note", theme)
        self.modes.show_choices(((WRITE, "Write", "Write"), (READ, "Read", "Read")))
        self.modes.show_chosen(WRITE)
        self.editor = TallEditor()
        self.paper = NotePaper("Your note, as it reads", theme)
        self._lay_out()
        self._connect()
        self._dress()

    @property
    def place(self) -> str:
        """Give the place of the note that is shown."""
        return self._place

    @property
    def stops(self) -> list[QWidget]:
        """Give what the keyboard stops at, in reading order."""
        return [*self.modes.buttons, self.editor, *self.paper.stops]

    def show_part(self, part: OwnPart, *, is_beside: bool) -> None:
        """Show a note; `is_beside` has it read beside the editor, with no need to switch."""
        is_new = part.place != self._place
        self._place, self._is_beside = part.place, is_beside
        self.editor.name_place(part.label)
        self.editor.show_text(part.text)
        if is_new:
            self.editor.moveCursor(self.editor.textCursor().MoveOperation.Start)
            self.paper.to_top()
        self.paper.name_text(f"Your note on {part.label}, as it reads")
        self.show_reading(part)
        self._show_mode()

    def show_reading(self, part: OwnPart) -> None:
        """Show a note as it reads; the editor, which is ahead, is let be."""
        self._line.setText(part.line)
        self.paper.show_text(part.markdown or EMPTY, part.cited, part.linked)

    def show_text(self, text: str) -> None:
        """Show the text that undo or redo brought back, at once."""
        self.editor.show_text(text)

    def focus(self) -> None:
        """Let the user write."""
        if self.modes.key != WRITE:
            self.modes.show_chosen(WRITE)
            self._show_mode()
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.modes.set_theme(theme)
        self.paper.set_theme(theme)
        self._dress()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._line)
        head.addLayout(words, 1)
        head.addWidget(self.modes, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._sides = QHBoxLayout()
        self._sides.setSpacing(16)
        self._sides.addWidget(self.editor, 1)
        self._sides.addWidget(self.paper, 1)
        room = QVBoxLayout(self)
        room.setContentsMargins(16, 12, 16, 10)
        room.setSpacing(8)
        room.addLayout(head)
        room.addLayout(self._sides, 1)
        room.addWidget(self._hint)

    def _connect(self) -> None:
        self.modes.chosen.connect(self._show_mode)
        self.editor.edited.connect(self._tell)
        self.editor.left.connect(self.settled)
        self.editor.escaped.connect(self.escaped)
        self.editor.undo_wanted.connect(self.undo_wanted)
        self.editor.redo_wanted.connect(self.redo_wanted)
        self.paper.followed.connect(self.followed)
        self.paper.link_opened.connect(self.link_opened)
        self.paper.pointed.connect(self.pointed)
        self.paper.left.connect(self.unpointed)
        self.paper.changed.connect(self.changed)

    def _dress(self) -> None:
        set_ground(self, self._theme.card)
        for label in (self._heading, self._line, self._hint):
            set_ink(label, self._theme.mute)

    def _show_mode(self, _key: str = "") -> None:
        """Show the editor, the text as it reads, or both."""
        is_writing = self._is_beside or self.modes.key == WRITE
        self.modes.setVisible(not self._is_beside)
        self.editor.setVisible(is_writing)
        self._hint.setVisible(is_writing)
        self.paper.setVisible(self._is_beside or not is_writing)
        self.changed.emit()

    def _tell(self, text: str) -> None:
        self.edited.emit(self._place, text)
