"""The head of the view Map: what colours the states, and how close the map is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.pages.map_values import MapChoice
from explorer.style import Theme
from explorer.ui.theme import BOLD, SMALL_PX, TITLE_PX, font, mark
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.segments import Segments

SIDE = 16
_KINDS = (
    ("rating", "Ratings", "Rat."),
    ("likelihood", "Likelihoods", "Likel."),
    ("indicator", "Figures", "Fig."),
    ("bloc", "Organisations", "Org."),
)
_ZOOMS = (
    ("−", "Zoom out", "Show more of the region"),
    ("+", "Zoom in", "Look closer, about the middle of the map"),
    ("Home", "Show the compared states", "Show the compared states again, as at first"),
)
_NARROWEST, _WIDEST = 150, 330
_WORDS = 110
"""The least room of the title and of what is said below it."""


class MapHead(QWidget):
    """Title, the kinds of what can colour the states, the choice within a kind, and the zoom.

    `changed` comes when something else is to colour the states, `zoomed` carries -1, 1, or 0 for
    home.
    """

    changed = Signal()
    zoomed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        """Begin without choices."""
        super().__init__()
        self._theme = theme
        self._choices: tuple[MapChoice, ...] = ()
        self._last: dict[str, str] = {}
        self._title, self._standing = ElidedLabel(), ElidedLabel()
        self.kinds = Segments("What colours the states", theme)
        self.box = ChoiceBox(theme)
        self.zooms: list[QPushButton] = []
        self._lay_out()
        self.kinds.chosen.connect(self._take_kind)
        self.box.activated.connect(self._take)
        self._dress()

    @property
    def choice(self) -> MapChoice | None:
        """Give what is to colour the states."""
        ref = self.box.currentData()
        found = (each for each in self._choices if (each.kind, each.ref) == (self.kinds.key, ref))
        return next(found, None)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Give where Tab stops, in the order in which they are read."""
        return (*self.kinds.buttons, self.box, *self.zooms)

    def show_choices(self, choices: Sequence[MapChoice]) -> None:
        """Offer what can colour the states; what was chosen stays where it can."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        known = {each.kind for each in choices}
        self.kinds.show_choices(tuple(each for each in _KINDS if each[0] in known))
        if not self.kinds.key and choices:
            self.kinds.show_chosen(choices[0].kind)
        self._fill()

    def choose(self, kind: str, ref: str) -> None:
        """Let a choice colour the states, as if the user had taken it."""
        self._last[kind] = ref
        self.kinds.show_chosen(kind)
        self._fill()
        self.changed.emit()

    def show_standing(self, words: str) -> None:
        """Say what is in sight."""
        self._standing.show_text(words)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.kinds.set_theme(theme)
        self.box.set_theme(theme)
        self._dress()

    def _take_kind(self) -> None:
        self._fill()
        self.changed.emit()

    def _take(self) -> None:
        self._last[self.kinds.key] = str(self.box.currentData())
        self.changed.emit()

    def _fill(self) -> None:
        """Offer the choices of the kind chosen, under their groups."""
        kind, group = self.kinds.key, ""
        self.box.clear()
        for each in self._choices:
            if each.kind != kind:
                continue
            if each.group and each.group != group:
                self.box.add_heading(each.group)
            group = each.group
            self.box.addItem(each.label, each.ref)
        at = self.box.findData(self._last.get(kind, ""))
        first = next(
            (row for row in range(self.box.count()) if self.box.itemData(row) is not None), -1
        )
        self.box.setCurrentIndex(at if at >= 0 else first)

    def _lay_out(self) -> None:
        self._title.setFont(font(TITLE_PX, BOLD))
        self._title.show_text("Map")
        self._standing.setFont(font(SMALL_PX))
        mark(self._standing, "subtitle")
        self.box.setAccessibleName("Which of them colours the states")
        self.box.setMinimumWidth(_NARROWEST)
        self.box.setMaximumWidth(_WIDEST)
        self._standing.setMinimumWidth(_WORDS)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._standing)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 10, SIDE, 6)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.box, 2, Qt.AlignmentFlag.AlignVCenter)
        for (sign, name, hint), step in zip(_ZOOMS, (-1, 1, 0), strict=True):
            button = QPushButton(sign)
            button.setAccessibleName(name)
            button.setToolTip(hint)
            button.setFixedWidth(68 if step == 0 else 32)
            button.clicked.connect(lambda _checked=False, step=step: self.zoomed.emit(step))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            self.zooms.append(button)

    def _dress(self) -> None:
        set_ground(self, self._theme.card)
