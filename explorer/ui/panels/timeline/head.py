"""The head of the view Timeline: what is shown, and what is looked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from explorer.pages.timeline import Sieve, Timeline
from explorer.style import Theme
from explorer.ui.panels.timeline.kinds import KindKey
from explorer.ui.theme import BOLD, SMALL_PX, TITLE_PX, font, mark
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.lettering import set_ground

SIDE = 16
_ALL_STATES = "All states"
_ZOOMS = (
    ("−", "Zoom out", "Show a longer time, around the event chosen"),
    ("+", "Zoom in", "Show a shorter time, around the event chosen"),
    ("All", "Show all events", "Show the time of all events"),
)


class TimelineHead(QWidget):
    """Title, the field to find events, the choice of a state, the zoom, and the key of kinds.

    `sieve_changed` comes when other events are wanted, `zoomed` carries -1, 1, or 0 for all.
    """

    sieve_changed = Signal()
    zoomed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        """Begin without events."""
        super().__init__()
        self._theme = theme
        self._title, self._standing = ElidedLabel(), ElidedLabel()
        self.field = QLineEdit()
        self.lanes = ChoiceBox(theme)
        self.zooms: list[QPushButton] = []
        self.key = KindKey(theme)
        self._lay_out()
        self.field.textChanged.connect(self.sieve_changed)
        self.lanes.activated.connect(self.sieve_changed)
        self.key.changed.connect(self.sieve_changed)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.field.setFocus)
        self._dress()

    @property
    def sieve(self) -> Sieve:
        """Give which events are wanted."""
        return Sieve(self.key.hidden, self.lanes.currentData() or "", self.field.text())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Give where Tab stops, in the order in which they are read."""
        return (self.field, self.lanes, *self.zooms, *self.key.buttons, self.key.all_link)

    def show_timeline(self, timeline: Timeline) -> None:
        """Offer the lanes and kinds of a timeline; what was chosen stays where it can."""
        chosen = self.lanes.currentData()
        self.lanes.clear()
        self.lanes.addItem(_ALL_STATES, "")
        for iso3, label in timeline.lanes:
            self.lanes.addItem(label, iso3)
        self.lanes.setCurrentIndex(max(self.lanes.findData(chosen), 0))
        self.key.show_kinds(timeline.kinds)

    def show_standing(self, words: str) -> None:
        """Say what is in sight."""
        self._standing.show_text(words)

    def clear(self) -> None:
        """Want all events again."""
        self.field.clear()
        self.lanes.setCurrentIndex(0)
        self.key.show_all()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.lanes.set_theme(theme)
        self.key.set_theme(theme)
        self._dress()

    def _lay_out(self) -> None:
        self._title.setFont(font(TITLE_PX, BOLD))
        self._title.show_text("Timeline")
        self._standing.setFont(font(SMALL_PX))
        mark(self._standing, "subtitle")
        self.field.setPlaceholderText("Find in the events")
        self.field.setAccessibleName("Find in the events")
        self.field.setClearButtonEnabled(True)
        self.field.setFixedWidth(190)
        self.lanes.setAccessibleName("State to show")
        self.lanes.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._standing)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        for part in (self.field, self.lanes):
            top.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        for (sign, name, hint), step in zip(_ZOOMS, (-1, 1, 0), strict=True):
            button = QPushButton(sign)
            button.setAccessibleName(name)
            button.setToolTip(hint)
            button.setFixedWidth(44 if step == 0 else 32)
            button.clicked.connect(lambda _checked=False, step=step: self.zoomed.emit(step))
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            self.zooms.append(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SIDE, 10, SIDE, 4)
        rows.setSpacing(7)
        rows.addLayout(top)
        rows.addWidget(self.key)

    def _dress(self) -> None:
        set_ground(self, self._theme.card)
