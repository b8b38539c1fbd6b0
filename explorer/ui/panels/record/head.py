"""The head of the view Record: what there is, what to do, and which questions are shown."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from explorer.pages.record import SHOWN
from explorer.style import Theme
from explorer.ui.theme import SEMIBOLD, TITLE_PX, mark
from explorer.ui.theme import font as themed
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.lettering import CLOSE, font, set_ink
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.segments import Segments

SIDE = 16
FACES = (("questions", "Questions", "Questions"), ("scores", "Scores", "Scores"))
ALL_STATES = "All states"
_ACTIONS = (
    ("ask", "Ask a question…", "Ask a question of your own, to be answered by yes or no"),
    ("check", "Check seals", "Check whether each sealed forecast is as it was sealed"),
    ("import", "Import…", "Take in forecasts from a table in a file, such as of a spreadsheet"),
    ("export", "Export mine…", "Save your forecasts with their seals as a table in a file"),
)


class RecordHead(QWidget):
    """Says what the user asks for; it filters nothing.

    `asked` comes when a filter changed, `acted` carries the name of an action: ask, check,
    import or export. `face_chosen` carries `questions` or `scores`.
    """

    asked = Signal()
    acted = Signal(str)
    face_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin with all questions."""
        super().__init__()
        self._theme = theme
        self._title = QLabel("Record")
        self._title.setFont(themed(TITLE_PX, SEMIBOLD))
        mark(self._title, "title")
        self.count = QLabel("")
        self.count.setAccessibleName("Questions shown")
        mark(self.count, "subtitle")
        self.buttons = {name: _action(words, hint, theme) for name, words, hint in _ACTIONS}
        for name, button in self.buttons.items():
            button.clicked.connect(partial(self._act, name))
        self.faces = Segments("What is shown", theme)
        self.faces.show_choices(FACES)
        self.faces.show_chosen("questions")
        self.faces.chosen.connect(self.face_chosen)
        self.shown = Segments("Which questions", theme)
        self.shown.show_choices(tuple((key, words, words) for key, words in SHOWN))
        self.shown.show_chosen("all")
        self.shown.chosen.connect(self._ask)
        self.states = ChoiceBox(theme)
        self.states.setFont(font(CLOSE))
        self.states.setAccessibleName("Questions on a state")
        self.states.addItem(ALL_STATES, "")
        self.states.activated.connect(self._ask)
        self.said = ElidedLabel()
        self.said.setFont(font(CLOSE))
        set_ink(self.said, theme.mute)
        self._lay_out()

    @property
    def iso3(self) -> str:
        """Give the state that is asked for; blank for all."""
        return str(self.states.currentData() or "")

    def show_states(self, states: tuple[tuple[str, str], ...]) -> None:
        """Offer states; what is chosen stays so."""
        if self.states.count() == len(states) + 1:
            return
        before = self.iso3
        self.states.clear()
        self.states.addItem(ALL_STATES, "")
        for key, name in states:
            self.states.addItem(name, key)
        self.states.setCurrentIndex(max(self.states.findData(before), 0))

    def show_all(self) -> None:
        """Ask for all questions again."""
        self.shown.show_chosen("all")
        self.states.setCurrentIndex(0)

    def show_said(self, words: str, *, is_wrong: bool) -> None:
        """Say what an action found, such as a check of the seals."""
        self.said.show_text(words)
        set_ink(self.said, self._theme.hold if is_wrong else self._theme.mute)
        self.said.setVisible(bool(words))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        for part in (*self.buttons.values(), self.faces, self.shown, self.states):
            part.set_theme(theme)
        set_ink(self.said, theme.mute)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        for part in (self._title, self.count):
            top.addWidget(part, 0, Qt.AlignmentFlag.AlignBaseline)
        top.addStretch(1)
        for button in self.buttons.values():
            top.addWidget(button)
        top.addSpacing(6)
        top.addWidget(self.faces)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self.shown)
        below.addWidget(self.states)
        below.addStretch(1)
        below.addWidget(self.said)
        room = QVBoxLayout(self)
        room.setContentsMargins(SIDE, 10, SIDE, 8)
        room.setSpacing(8)
        room.addLayout(top)
        room.addLayout(below)
        self.said.hide()

    def _act(self, name: str) -> None:
        self.acted.emit(name)

    def _ask(self, _chosen: object = None) -> None:
        self.asked.emit()


def _action(words: str, hint: str, theme: Theme) -> LinkButton:
    button = LinkButton(words, theme, font(CLOSE))
    button.setToolTip(hint)
    button.setAccessibleDescription(hint)
    return button
