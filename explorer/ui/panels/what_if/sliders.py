"""The card with the sliders: whose ratings, ratings or weights, and a line a factor."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.pages.what_if import SliderGroup, SliderRow, WhatIfPage
from explorer.style import Theme
from explorer.ui.theme import mark
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.segments import Segments
from explorer.ui.widgets.slider_line import SliderLine
from explorer.ui.widgets.text import Text, aside, hairline, heading, strong

RATINGS, WEIGHTS = "ratings", "weights"
_STRIDES = {RATINGS: 0.1, WEIGHTS: 0.5}
_WEIGHTS_HINT = (
    "Weights hold for every state and sum to 100 %: move one, and the others keep their "
    "proportions. The grey tick is the pooled weight, the band the raters' lowest and highest."
)


class SliderList(QWidget):
    """The lines of one kind, under their headings. Signals are those of the lines.

    `built` says that there are new ones. While one is dragged all tracks keep their lengths, so
    that what lies under the hand stays there; they follow when it is let go.
    """

    moved = Signal(str, float)
    held = Signal(str)
    let_go = Signal()
    returned = Signal(str)
    typed = Signal(str, float)
    built = Signal()

    def __init__(self, kind: str, theme: Theme) -> None:
        """Begin without lines."""
        super().__init__()
        self._kind = kind
        self._theme = theme
        self.lines: dict[str, SliderLine] = {}
        self._rows: dict[str, SliderRow] = {}
        self._groups: tuple[SliderGroup, ...] = ()
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(0)

    @property
    def is_held(self) -> bool:
        """Say whether a slider is being dragged."""
        return any(line.slider.is_held for line in self.lines.values())

    def show_groups(self, groups: tuple[SliderGroup, ...]) -> None:
        """Show rows; lines whose factors are there already only take other values."""
        self._groups = groups
        rows = {row.key: row for group in groups for row in group.rows}
        if self.is_held and list(rows) == list(self._rows):
            rows = {key: replace(row, top=self._rows[key].top) for key, row in rows.items()}
        if list(rows) != list(self._rows):
            self._build(groups)
        for key, row in rows.items():
            if row != self._rows.get(key):
                self.lines[key].show_row(row)
        self._rows = rows

    def _build(self, groups: tuple[SliderGroup, ...]) -> None:
        while (item := self._room.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = {}
        for group in groups:
            title = heading(group.title, self._theme)
            title.setContentsMargins(0, 8, 0, 2)
            self._room.addWidget(title)
            for at, row in enumerate(group.rows):
                if at:
                    self._room.addWidget(hairline(self._theme))
                line = self._line(row)
                self._room.addWidget(line, 1)
                line.show()  # now: it may be given the focus in this turn
        self.built.emit()

    def _line(self, row: SliderRow) -> SliderLine:
        line = SliderLine(row, _STRIDES[self._kind], self._theme)
        line.moved.connect(self.moved)
        line.held.connect(self.held)
        line.let_go.connect(self._let_go)
        line.returned.connect(self.returned)
        line.typed.connect(self.typed)
        self.lines[row.key] = line
        return line

    def _let_go(self) -> None:
        self.show_groups(self._groups)
        self.let_go.emit()


class SlidersCard(QFrame):
    """Shows the sliders of one state, or of the weights.

    `state_chosen` carries a code and `tab_chosen` one of the two kinds; `all_returned` says that
    all weights are to be the pooled ones again.
    """

    state_chosen = Signal(str)
    tab_chosen = Signal(str)
    all_returned = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._theme = theme
        mark(self, "card")
        self.states = Segments("State whose ratings are shown", theme)
        self.states.chosen.connect(self.state_chosen)
        self.tabs = Segments("Ratings or weights", theme)
        self.tabs.show_choices(((RATINGS, "Ratings", "Ratings"), (WEIGHTS, "Weights", "Weights")))
        self.tabs.show_chosen(RATINGS)
        self.tabs.chosen.connect(self.tab_chosen)
        self._name = strong("", theme)
        self._return_all = LinkButton("all as pooled", theme)
        self._return_all.setAccessibleName("Return all weights to the pooled ones")
        self._return_all.clicked.connect(self.all_returned)
        self._missing, self._hint = strong("", theme), aside("", theme)
        self.lists = {kind: SliderList(kind, theme) for kind in (RATINGS, WEIGHTS)}
        self._stack = QStackedWidget()
        for each in self.lists.values():
            self._stack.addWidget(each)
        self._lay_out()

    @property
    def tab(self) -> str:
        """Give which of the two kinds is shown."""
        return self.tabs.key

    @property
    def is_held(self) -> bool:
        """Say whether a slider is being dragged."""
        return any(each.is_held for each in self.lists.values())

    def show_page(self, page: WhatIfPage, tab: str) -> None:
        """Show a page's sliders of a kind."""
        self.states.show_choices(tuple((each.iso3, each.name, each.iso3) for each in page.states))
        self.states.show_chosen(page.iso3)
        for button, state in zip(self.states.buttons, page.states, strict=True):
            words = f"Ratings set apart: {state.changes}" if state.changes else ""
            button.set_dot(has_dot=bool(state.changes), words=words)
        self.tabs.show_chosen(tab)
        self.tabs.buttons[1].set_dot(
            has_dot=page.has_own_weights, words="Weights are set apart" * page.has_own_weights
        )
        is_weights = tab == WEIGHTS
        name = "Weights of the factors" if is_weights else page.name
        _say(self._name, name)
        _say(self._missing, "" if is_weights else page.missing)
        _say(self._hint, _WEIGHTS_HINT if is_weights else page.hint)
        self._return_all.setVisible(is_weights and page.has_own_weights)
        self.lists[tab].show_groups(page.weights if is_weights else page.ratings)
        self._stack.setCurrentWidget(self.lists[tab])

    def _lay_out(self) -> None:
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self._name, 1, Qt.AlignmentFlag.AlignVCenter)
        second.addWidget(self._return_all)
        second.addWidget(self.tabs)
        inner = QWidget()
        set_ground(inner, self._theme.card)
        # As high as its words at the card's width; Qt would guess more for words that wrap.
        inner.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(14, 0, 12, 8)
        inside.setSpacing(4)
        inside.addWidget(self._missing)
        inside.addWidget(self._stack, 1)
        inside.addWidget(self._hint)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        scroll.setAccessibleName("Sliders")
        top = QVBoxLayout()
        top.setContentsMargins(14, 12, 14, 4)
        top.setSpacing(9)
        top.addWidget(self.states)
        top.addLayout(second)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 0, 1, 1)
        rows.setSpacing(0)
        rows.addLayout(top)
        rows.addWidget(scroll, 1)
        self.area = scroll


def _say(label: Text, words: str) -> None:
    if label.text() != words:
        label.setText(words)
    label.setVisible(bool(words))
