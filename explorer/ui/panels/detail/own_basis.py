"""What goes with a judgement of one's own: its reason, its date, and the way to take it back."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.pages.own_figures import day_fault
from explorer.style import Theme
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import SMALL, font
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.note_editor import NoteEditor
from explorer.ui.widgets.text import Text, aside, fixed
from explorer.ui.widgets.typed_field import TypedField

LABEL_WIDTH = 66


class OwnBasis(QWidget):
    """Edits reason and date of a judgement, in sight once there is one.

    `reason_edited` carries the whole text, `day_entered` an ISO date; `left` says that the focus
    left the reason; `refused` carries what is wrong with a date, or nothing.
    """

    reason_edited = Signal(str)
    day_entered = Signal(str)
    left = Signal()
    escaped = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    removed = Signal()
    refused = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin without a judgement."""
        super().__init__()
        self.reason = NoteEditor("", "")
        self.reason.setAccessibleDescription("Plain text; saved as you type")
        self.reason.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.day = TypedField("Date of your judgement, as year, month and day", theme, width=92)
        self.remove = LinkButton("Remove my judgement", theme)
        self.reason.edited.connect(self.reason_edited)
        self.reason.left.connect(self.left)
        self.reason.escaped.connect(self.escaped)
        self.day.entered.connect(self._enter_day)
        for editor in (self.reason, self.day):
            editor.undo_wanted.connect(self.undo_wanted)
            editor.redo_wanted.connect(self.redo_wanted)
        self.remove.clicked.connect(self.removed)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label_text("Date", theme))
        line.addWidget(self.day)
        line.addStretch(1)
        line.addWidget(self.remove)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self.reason)
        rows.addLayout(line)

    def show_basis(self, label: str, reason: str, day: str) -> None:
        """Show the reason and the date of a judgement; `label` says what it is of."""
        self.reason.setAccessibleName(f"The reason for your judgement of {label}")
        self.reason.setPlaceholderText("Why do you judge so?")
        self.reason.show_text(reason)
        self.day.show_text(day)

    def _enter_day(self, text: str) -> None:
        fault = day_fault(text, datetime.now(UTC).astimezone().date())
        self.refused.emit(fault)
        if not fault:
            self.day_entered.emit(text)


class FaultLine(Text):
    """Says what is wrong with what was typed, in words; hidden while nothing is."""

    def __init__(self, theme: Theme) -> None:
        """Begin with nothing wrong."""
        super().__init__("", font(SMALL, SEMIBOLD), theme.hold)
        self.hide()

    def say(self, words: str) -> None:
        """Say what is wrong; nothing takes it away again."""
        self.setText(words)
        self.setVisible(bool(words))


def label_text(words: str, theme: Theme) -> Text:
    """Give the label of a field, as wide as the others."""
    label = fixed(aside(words, theme), LABEL_WIDTH)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return label
