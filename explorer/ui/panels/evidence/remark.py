"""The user's mark on an item of evidence, and the comment that goes with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.pages.evidence_pool import VERDICT_WORDS
from explorer.style import Theme
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.lettering import CLOSE, font
from explorer.ui.widgets.note_editor import NoteEditor

NO_MARK = "No mark"


class RemarkEditor(QWidget):
    """Shows what the user holds of an item, and says what was changed.

    `verdict_chosen` and `comment_typed` carry the id of the item and what is chosen or typed.
    """

    verdict_chosen = Signal(str, str)
    comment_typed = Signal(str, str)
    settled = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without an item."""
        super().__init__()
        self._id = ""
        self.box = ChoiceBox(theme)
        self.box.setFont(font(CLOSE))
        self.box.setAccessibleName("Your mark on the item")
        self.box.addItem(NO_MARK, "")
        for verdict, words in VERDICT_WORDS.items():
            self.box.addItem(words, verdict)
        self.comment = NoteEditor("this item", "")
        self.comment.setPlaceholderText("Why? Saved as you type")
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(6)
        room.addWidget(self.box)
        room.addWidget(self.comment)
        self.box.activated.connect(self._choose)
        self.comment.edited.connect(self._type)
        self.comment.left.connect(self.settled)
        self.comment.escaped.connect(self.box.setFocus)
        self.comment.undo_wanted.connect(self.undo_wanted)
        self.comment.redo_wanted.connect(self.redo_wanted)

    def show_remark(self, evidence_id: str, verdict: str, comment: str) -> None:
        """Show the remark on an item."""
        self._id = evidence_id
        self.box.setCurrentIndex(max(self.box.findData(verdict), 0))
        self.comment.setAccessibleName(f"Your comment on {evidence_id}")
        self.comment.show_text(comment)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.box.set_theme(theme)

    def _choose(self) -> None:
        self.verdict_chosen.emit(self._id, str(self.box.currentData()))

    def _type(self, text: str) -> None:
        self.comment_typed.emit(self._id, text)
