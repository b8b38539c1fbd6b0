"""The head of the view Assessments: what is shown, and what is looked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from explorer.pages.assessments import QUESTIONS, Assessments
from explorer.style import Theme
from explorer.ui.theme import BOLD, SMALL_PX, TITLE_PX, font, mark
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.lettering import set_ground

SIDE = 16


class AssessmentsHead(QWidget):
    """Title, the field to find, and the choices of state and question.

    `changed` comes when other assessments are wanted.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._title, self._standing = ElidedLabel(), ElidedLabel()
        self.field = QLineEdit()
        self.states, self.questions = ChoiceBox(theme), ChoiceBox(theme)
        self.questions.addItem("Both questions", "")
        for key, words in QUESTIONS:
            self.questions.addItem(words, key)
        self._lay_out()
        self.field.textChanged.connect(self.changed)
        self.states.activated.connect(self.changed)
        self.questions.activated.connect(self.changed)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.field.setFocus)
        self.set_theme(theme)

    @property
    def state(self) -> str:
        """Give the code of the state wanted; blank for all shown."""
        return str(self.states.currentData() or "")

    @property
    def question(self) -> str:
        """Give the question wanted; blank for both."""
        return str(self.questions.currentData() or "")

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Give where Tab stops, in the order in which they are read."""
        return (self.field, self.states, self.questions)

    def show_page(self, page: Assessments) -> None:
        """Offer the states shown; what was chosen stays where it can."""
        chosen = self.states.currentData()
        self.states.clear()
        self.states.addItem("All shown", "")
        for iso3, name in page.states:
            self.states.addItem(name, iso3)
        self.states.setCurrentIndex(max(self.states.findData(chosen), 0))
        self._standing.show_text(page.standing)

    def show_standing(self, words: str) -> None:
        """Say what is in sight."""
        self._standing.show_text(words)

    def clear(self) -> None:
        """Want all again."""
        self.field.clear()
        self.states.setCurrentIndex(0)
        self.questions.setCurrentIndex(0)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.states.set_theme(theme)
        self.questions.set_theme(theme)
        set_ground(self, theme.card)

    def _lay_out(self) -> None:
        self._title.setFont(font(TITLE_PX, BOLD))
        self._title.show_text("Assessments: who expects what")
        self._standing.setFont(font(SMALL_PX))
        mark(self._standing, "subtitle")
        self.field.setPlaceholderText("Find an author or a word")
        self.field.setAccessibleName("Find in the assessments")
        self.field.setClearButtonEnabled(True)
        self.field.setFixedWidth(190)
        self.states.setAccessibleName("State to show")
        self.questions.setAccessibleName("Question to show")
        for box in (self.states, self.questions):
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._standing)
        top = QHBoxLayout(self)
        top.setContentsMargins(SIDE, 10, SIDE, 6)
        top.setSpacing(8)
        top.addLayout(words, 1)
        for part in self.stops:
            top.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
