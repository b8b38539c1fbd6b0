"""The line at the foot of the window: which data are shown, what is saved, how much there is."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from explorer.ui.theme import SMALL_PX, font, mark
from explorer.ui.widgets.elided_label import ElidedLabel

_HEIGHT = 26
TOLD_MS = 2000
"""How long it says what was just done."""
READ_MS = 6000
"""How long it does so where a whole sentence is to be read."""
_SENTENCE = 24


class StatusLine(QFrame):
    """Says that the app is offline, which data it shows, whether notes are saved, and counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing said."""
        super().__init__(parent)
        mark(self, "status")
        self.setFixedHeight(_HEIGHT)
        self._data, self._saved, self._counts = ElidedLabel(), ElidedLabel(), QLabel()
        self._told = ElidedLabel()
        self._told.hide()
        self.day = QToolButton()
        self.day.setFont(font(SMALL_PX))
        mark(self.day, "foot")
        self.show_day("")
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(TOLD_MS)
        self._end.timeout.connect(self._told.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(18)
        for label in (self._data, self._saved, self._told, self._counts):
            mark(label, "mute")
            label.setFont(font(SMALL_PX))
            row.addWidget(label)
        mark(self._told, "")
        row.insertWidget(1, self.day)
        row.insertStretch(4, 1)

    def show_data(self, words: str) -> None:
        """Say which data are shown."""
        self._data.show_text(words)

    def show_day(self, words: str) -> None:
        """Say on the button which day is looked at; blank for the newest."""
        self.day.setText(f"{words or 'As of: newest'}  ▾")
        self.day.setAccessibleName(f"{words or 'As of the newest date'}; choose another day")
        self.day.setToolTip("See the case as it was known on a day (Ctrl+D)")

    def say(self, words: str) -> None:
        """Have something spoken where a screen reader runs, without showing it here."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.day, words))

    def show_saved(self, words: str) -> None:
        """Say how far the user's notes are saved: “Saved 21:04”, “Saving…” or why not."""
        self._saved.show_text(words)
        mark(self._saved, "warning" if words.startswith("Not saved") else "mute")

    def tell(self, words: str) -> None:
        """Say for a moment what was just done, and have it spoken where a screen reader runs."""
        self._told.show_text(f"\u2713 {words}")
        self._told.setAccessibleName(words)
        self._told.show()
        self._end.start(TOLD_MS if len(words) < _SENTENCE else READ_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._told, words))

    def show_work(self, words: str) -> None:
        """Say what is under way, until `tell` says that it is done, or a blank ends it."""
        self._end.stop()
        self._told.show_text(words)
        self._told.setAccessibleName(words)
        self._told.setVisible(bool(words))

    def show_counts(self, words: str) -> None:
        """Say how much evidence and how many sources there are."""
        self._counts.setText(words)

    @property
    def told_words(self) -> str:
        """Give what is said to be just done, or a blank."""
        return "" if self._told.isHidden() else self._told.accessibleName()

    @property
    def saved_words(self) -> str:
        """Give what is said of the user's notes."""
        return self._saved.text()
