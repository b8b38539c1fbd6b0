"""The user's own note at the foot of the details: always in reach, one place at a time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.detail import UserNoteBlock, UserNoteField
from explorer.pages.view import Target
from explorer.style import Theme
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.lettering import SMALL, font, set_ground, set_ink
from explorer.ui.widgets.note_editor import NoteEditor
from explorer.ui.widgets.text import aside, fixed, heading

HELD = " · has a note"
"""Follows the name of a place that holds a note."""


class NoteDock(QWidget):
    """Edits the note of one place; where there are several, a field chooses among them.

    `edited` carries the place's target and the whole text of its note.
    """

    edited = Signal(object, str)
    left = Signal()
    escaped = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without a place."""
        super().__init__()
        self._block = UserNoteBlock("", ())
        self._target: Target | None = None
        self._line = QWidget()
        self._line.setFixedHeight(1)
        self._heading = fixed(heading("", theme))
        self._place = aside("", theme)
        self.places = ChoiceBox(theme)
        self.places.setFont(font(SMALL))
        self.places.setAccessibleName("What the note is on")
        self.places.setMinimumContentsLength(8)
        self.places.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.places.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.places.activated.connect(self._go_to)
        self.editor = NoteEditor("", "")
        self.editor.edited.connect(self._tell)
        self.editor.left.connect(self.left)
        self.editor.escaped.connect(self.escaped)
        self.editor.undo_wanted.connect(self.undo_wanted)
        self.editor.redo_wanted.connect(self.redo_wanted)
        self.rows = self._lay_out()
        self.set_theme(theme)
        self.hide()

    def _lay_out(self) -> QVBoxLayout:
        """Put the parts in their places; give the layout that holds what takes the focus."""
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._heading, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._place, 1)
        head.addWidget(self.places, 1)
        rows = QVBoxLayout()
        rows.setContentsMargins(16, 8, 16, 12)
        rows.setSpacing(6)
        rows.addLayout(head)
        rows.addWidget(self.editor)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._line)
        outer.addLayout(rows)
        return rows

    @property
    def target(self) -> Target | None:
        """Give the place whose note is in the editor."""
        return self._target

    def show_block(self, block: UserNoteBlock) -> None:
        """Offer the places of a block. The place in the editor stays if the block still has it.

        A block of another selection, which its first place tells, begins with that place.
        """
        is_same = _first(block) == _first(self._block) and _first(block) is not None
        targets = [place.target for place in block.notes]
        self._block = block
        self.setVisible(bool(targets))
        if not targets:
            return
        self._heading.setText(block.heading)
        self._name_places()
        self._show_place(self._target if is_same and self._target in targets else targets[0])

    def show_target(self, target: Target) -> bool:
        """Put the note of a place in the editor; `False` says that it is not on offer."""
        if all(place.target != target for place in self._block.notes):
            return False
        self._show_place(target)
        return True

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme; what is being written stays as it is."""
        set_ground(self, theme.card)
        set_ground(self._line, theme.line)
        for label in (self._heading, self._place):
            set_ink(label, theme.mute)
        self.places.set_theme(theme)

    def _name_places(self) -> None:
        """Name the places in the field, and mark those that hold a note."""
        names = [f"{place.label}{HELD if place.text else ''}" for place in self._block.notes]
        self.places.setVisible(len(names) > 1)
        self._place.setVisible(len(names) == 1)
        self._place.setText(self._block.notes[0].label)
        if [self.places.itemText(at) for at in range(self.places.count())] == names:
            return
        if self.places.count() == len(names):
            for at, name in enumerate(names):
                self.places.setItemText(at, name)
            return
        self.places.clear()
        self.places.addItems(names)

    def _show_place(self, target: Target | None) -> None:
        at = next(n for n, place in enumerate(self._block.notes) if place.target == target)
        place = self._block.notes[at]
        self.places.setCurrentIndex(at)
        self.editor.show_text(place.text)
        if target != self._target:
            self._target = target
            self.editor.name_place(place.label)
            self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def _go_to(self, at: int) -> None:
        self.left.emit()
        self._show_place(self._block.notes[at].target)

    def _tell(self, text: str) -> None:
        """Hand out what is written, and keep it: the block that follows may be a while."""
        if self._target is None:
            return
        self._block = UserNoteBlock(
            self._block.heading,
            tuple(
                UserNoteField(place.target, place.label, text)
                if place.target == self._target
                else place
                for place in self._block.notes
            ),
        )
        self._name_places()
        self.edited.emit(self._target, text)


def _first(block: UserNoteBlock) -> Target | None:
    return block.notes[0].target if block.notes else None
