"""The panel of the view Votes: main texts, agreement over time, and single roll calls."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.pages.words import number_word
from explorer.style import Theme
from explorer.ui.panels.votes.agreement import AgreementFace
from explorer.ui.panels.votes.texts import TextsTable
from explorer.ui.theme import BOLD, SMALL_PX, TITLE_PX, font, mark
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.segments import Segments

SIDE = 16
TEXTS, AGREEMENT, CALLS = "texts", "agreement", "calls"
FACES = (
    (TEXTS, "Main texts", "Main texts"),
    (AGREEMENT, "Agreement over time", "Agreement"),
    (CALLS, "Single roll calls", "Roll calls"),
)
_ALL_TOPICS = "All topics"


class VotesPanel(QWidget):
    """Lays out the head and the three faces, each made when it is wanted for the first time.

    `shown` comes when it comes into sight, `changed` when another face, other states or other
    roll calls are wanted, `made` with the name of a face that was made.
    """

    shown = Signal()
    changed = Signal()
    made = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin empty, on the main texts."""
        super().__init__()
        self.setAccessibleName("Votes")
        self._theme = theme
        self._title, self._standing = ElidedLabel(), ElidedLabel()
        self.faces = Segments("What to show of the votes", theme)
        self.all_states = QCheckBox("All states")
        self.field = QLineEdit()
        self.topics = ChoiceBox(theme)
        self.split = QCheckBox("Only where they differ")
        self.texts = TextsTable("Main General Assembly texts", theme)
        self._agreement: AgreementFace | None = None
        self._calls: TextsTable | None = None
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_controls()
        set_ground(self, theme.card)

    @property
    def face(self) -> str:
        """Give what is shown: `texts`, `agreement` or `calls`."""
        return self.faces.key

    @property
    def agreement(self) -> AgreementFace:
        """Give the agreement over time."""
        if self._agreement is None:
            self._agreement = AgreementFace(self._theme)
            self._add_face(AGREEMENT, self._agreement)
        return self._agreement

    @property
    def calls(self) -> TextsTable:
        """Give the single roll calls."""
        if self._calls is None:
            self._calls = TextsTable("Roll calls of the General Assembly", self._theme)
            self._add_face(CALLS, self._calls)
        return self._calls

    def show_face(self, face: str) -> None:
        """Show another face."""
        self.faces.show_chosen(face)
        self._take_face()

    @property
    def topic(self) -> str:
        """Give the topic of the roll calls wanted; blank for all."""
        return str(self.topics.currentData() or "")

    def offer_all(self, count: int, *, is_offered: bool) -> None:
        """Offer to show all states of the pack, where not all are shown anyhow."""
        self.all_states.setText(f"All {number_word(count)} states")
        self.all_states.setVisible(is_offered)

    def offer_topics(self, topics: tuple[str, ...]) -> None:
        """Offer topics of roll calls; what was chosen stays where it can."""
        chosen = self.topics.currentData()
        self.topics.clear()
        self.topics.addItem(_ALL_TOPICS, "")
        for topic in topics:
            self.topics.addItem(topic, topic)
        self.topics.setCurrentIndex(max(self.topics.findData(chosen), 0))

    def show_standing(self, words: str) -> None:
        """Say what is in sight."""
        self._standing.show_text(words)

    def clear(self) -> None:
        """Want all roll calls again."""
        for part in (self.field, self.split):
            part.blockSignals(True)
        self.field.clear()
        self.split.setChecked(False)
        self.topics.setCurrentIndex(0)
        for part in (self.field, self.split):
            part.blockSignals(False)

    def order_tabs(self) -> None:
        """Let Tab go from the head to what is shown, as they are read."""
        head = (*self.faces.buttons, self.field, self.topics, self.split, self.all_states)
        stops = [*head, *self.texts.stops]
        for face in (self._agreement, self._calls):
            stops += face.stops if face is not None else ()
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        if theme == self._theme:
            return
        self._theme = theme
        for part in (self.faces, self.topics, self.texts, self._agreement, self._calls):
            if part is not None:
                part.set_theme(theme)
        set_ground(self, theme.card)

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the panel came into sight."""
        super().showEvent(event)
        if self._agreement is not None:
            self._agreement.dress()  # the ground is lost as the panel goes into the window
        self.shown.emit()

    def _lay_out(self) -> None:
        self._title.setFont(font(TITLE_PX, BOLD))
        self._title.show_text("Votes in the UN General Assembly")
        self._standing.setFont(font(SMALL_PX))
        mark(self._standing, "subtitle")
        self.faces.show_choices(FACES)
        self.faces.show_chosen(TEXTS)
        self.field.setPlaceholderText("Find a text")
        self.field.setAccessibleName("Find in the roll calls")
        self.field.setClearButtonEnabled(True)
        self.field.setFixedWidth(150)
        self.topics.setAccessibleName("Topic of the roll calls")
        self.topics.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._standing)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self.faces)
        below.addStretch(1)
        for part in (self.field, self.topics, self.split, self.all_states):
            below.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        head = QVBoxLayout()
        head.setContentsMargins(SIDE, 10, SIDE, 8)
        head.setSpacing(7)
        head.addLayout(top)
        head.addLayout(below)
        self._stack.addWidget(self.texts)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.faces.chosen.connect(self._take_face)
        self.all_states.toggled.connect(self.changed)
        self.field.textChanged.connect(self.changed)
        self.topics.activated.connect(self.changed)
        self.split.toggled.connect(self.changed)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._find)

    def _find(self) -> None:
        """Go to the field, which is that of the roll calls."""
        if self.face != CALLS:
            self.show_face(CALLS)
        self.field.setFocus()

    def _add_face(self, name: str, face: QWidget) -> None:
        self._stack.addWidget(face)
        if isinstance(face, AgreementFace):
            face.dress()
        self.made.emit(name)

    def _take_face(self, _key: str = "") -> None:
        self._show_controls()
        self.changed.emit()

    def _show_controls(self) -> None:
        face = self.face
        if face == AGREEMENT:
            self._stack.setCurrentWidget(self.agreement)
        else:
            self._stack.setCurrentWidget(self.calls if face == CALLS else self.texts)
        for part in (self.field, self.topics, self.split):
            part.setVisible(face == CALLS)
