"""The user's notes in the detail panel: an editor for each place."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.pages.detail import UserNoteBlock, UserNoteField
from explorer.pages.view import Target
from explorer.style import Theme
from explorer.ui.widgets.lettering import set_ink
from explorer.ui.widgets.note_editor import NoteEditor
from explorer.ui.widgets.text import Text, aside, heading


class NotesView(QWidget):
    """Shows a block of places for notes. An editor stays as it is while its place stays."""

    edited = Signal(object, str)
    left = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, block: UserNoteBlock, theme: Theme) -> None:
        """Make the editors."""
        super().__init__()
        self._targets = _targets(block)
        self._labels: list[Text] = []
        self._editors: dict[Target, NoteEditor] = {}
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(5)
        if block.heading:
            self._labels.append(heading(block.heading, theme))
            room.addWidget(self._labels[-1])
        for place in block.notes:
            if len(block.notes) > 1:
                self._labels.append(aside(place.label, theme))
                room.addWidget(self._labels[-1])
            room.addWidget(self._make_editor(place))

    def show_block(self, block: UserNoteBlock) -> bool:
        """Show the texts of a block; `False` says that it has other places than this view."""
        if _targets(block) != self._targets:
            return False
        for place in block.notes:
            self._editors[place.target].show_text(place.text)
        return True

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme; the editors follow the window's own."""
        for label in self._labels:
            set_ink(label, theme.mute)

    def editor(self, target: Target) -> NoteEditor | None:
        """Give the editor of a place."""
        return self._editors.get(target)

    @property
    def focused(self) -> NoteEditor | None:
        """Give the editor that is being written in."""
        return next((each for each in self._editors.values() if each.hasFocus()), None)

    def _make_editor(self, place: UserNoteField) -> NoteEditor:
        editor = NoteEditor(place.label, place.text)
        editor.edited.connect(partial(self.edited.emit, place.target))
        editor.left.connect(self.left)
        editor.undo_wanted.connect(self.undo_wanted)
        editor.redo_wanted.connect(self.redo_wanted)
        self._editors[place.target] = editor
        return editor


def _targets(block: UserNoteBlock) -> tuple[tuple[Target, str], ...]:
    return tuple((place.target, place.label) for place in block.notes)
