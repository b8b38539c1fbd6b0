"""The small window in which the user chooses the day to look at."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.ui.theme import SEMIBOLD, SMALL_PX, font, mark

_WIDTH = 452
_LIST_HEIGHT = 232
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_DAY = Qt.ItemDataRole.UserRole
Group = tuple[str, Sequence[tuple[date | None, str]]]
"""A heading, and the days under it with their words; `None` is the newest."""


class AsOfPopup(QFrame):
    """Offers days in a list, and takes one that is typed."""

    chosen = Signal(object)
    """A day of the list, or `None` for the newest."""
    typed = Signal(str)
    stepped = Signal(int)
    """By how many days the user wants to look later, or earlier for less than nought."""

    def __init__(self, parent: QWidget) -> None:
        """Begin with an empty list; it closes when the user points elsewhere or presses Esc."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("The day to look at")
        mark(self, "card")
        self.setFixedWidth(_WIDTH)
        title = QLabel("See the case as of a day")
        title.setFont(font(weight=SEMIBOLD))
        about = QLabel(
            "All views then show what was known on that day. Items count from the date of what "
            "they tell; their words were written later and may look ahead. Up and Down in the "
            "field step by a day."
        )
        about.setWordWrap(True)
        about.setFont(font(SMALL_PX))
        mark(about, "mute")
        self.field = QLineEdit()
        self.field.setPlaceholderText("5 Nov 2025 or 2025-11-05")
        self.field.setAccessibleName("Day to look at, such as 5 Nov 2025 or 2025-11-05")
        self.field.returnPressed.connect(self._take_typed)
        self.field.installEventFilter(self)
        self.go = QPushButton("Show")
        mark(self.go, "primary")
        self.go.setAutoDefault(True)
        self.go.clicked.connect(self._take_typed)
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        mark(self.fault, "warning")
        self.fault.hide()
        self.days = QListWidget()
        self.days.setAccessibleName("Days offered")
        self.days.setFixedHeight(_LIST_HEIGHT)
        self.days.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.days.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.days.itemClicked.connect(self._take_item)
        self.days.itemActivated.connect(self._take_item)
        self._lay_out(title, about)

    def show_days(self, groups: Sequence[Group], day: date | None) -> None:
        """Offer these days; the one that is looked at now is marked."""
        self.days.clear()
        for heading, choices in groups:
            if heading:
                self._add_heading(heading)
            for each, words in choices:
                item = QListWidgetItem(words, self.days)
                item.setData(_DAY, each)
                item.setToolTip(words)
                if each == day:
                    self.days.setCurrentItem(item)

    def show_day(self, text: str) -> None:
        """Show the day that is looked at in the field."""
        self.field.setText(text)
        self.field.selectAll()
        self.say("")

    def say(self, fault: str) -> None:
        """Say what is wrong with what was typed; blank where nothing is."""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if fault:
            self.field.setFocus()
        self.adjustSize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows step by a day while the field has the focus."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and Qt.Key(event.key()) in _STEPS
        ):
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, title: QLabel, about: QLabel) -> None:
        typing = QHBoxLayout()
        typing.setSpacing(8)
        typing.addWidget(self.field, 1)
        typing.addWidget(self.go)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 14, 16, 14)
        rows.setSpacing(8)
        rows.addWidget(title)
        rows.addWidget(about)
        rows.addLayout(typing)
        rows.addWidget(self.fault)
        rows.addWidget(self.days)
        self.setFocusProxy(self.field)

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words, self.days)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(font(SMALL_PX, SEMIBOLD))

    def _take_typed(self) -> None:
        self.typed.emit(self.field.text())

    def _take_item(self, item: QListWidgetItem) -> None:
        if item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.chosen.emit(item.data(_DAY))
