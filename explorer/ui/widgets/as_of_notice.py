"""The line across the head of the window that says which day is looked at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from explorer.ui.theme import SEMIBOLD, font, mark

_HEIGHT = 34


class AsOfNotice(QFrame):
    """Says that the window shows an earlier day, and leads back to the newest."""

    newest_wanted = Signal()
    other_wanted = Signal()
    """The user wants to choose another day."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        super().__init__()
        mark(self, "as_of")
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._day = QLabel()
        self._day.setFont(font(weight=SEMIBOLD))
        self._rest = QLabel()
        self._rest.setTextFormat(Qt.TextFormat.PlainText)
        # What an earlier day leaves out must be read to its end: on a second line if need be.
        self._rest.setWordWrap(True)
        self.other = QPushButton("Another day")
        self.other.setToolTip(
            "Choose another day (Ctrl+D); Alt+Page Up and Alt+Page Down step by a day"
        )
        self.newest = QPushButton("Back to newest")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 10, 4)
        row.setSpacing(8)
        row.addWidget(self._day)
        row.addWidget(self._rest, 1)
        for button in (self.other, self.newest):
            mark(button, "link")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            row.addWidget(button)
        self.newest.setFont(font(weight=SEMIBOLD))
        self.newest.clicked.connect(self.newest_wanted)
        self.other.clicked.connect(self.other_wanted)

    def show_words(self, words: str) -> None:
        """Say it: what stands before the first colon in bold, the rest beside it."""
        day, _, rest = words.partition(": ")
        self._day.setText(day)
        self._rest.setText(rest)
        self.setAccessibleName(words)

    @property
    def words(self) -> str:
        """Give what is said."""
        return self.accessibleName()
