"""The rail at the left: the views, one a button."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from explorer.ui.theme import mark

_WIDTH = 98
"""Wide enough for the longest title, “Assessments”, in bold, and no wider: beside it six states
just fit a window of 1440 pixels with the details open."""


class Rail(QFrame):
    """Lets the user go from view to view."""

    chosen = Signal(str)
    """The name of the view that the user chose."""
    leaving = Signal(str)
    """A view is about to come to the front, by its name; it may be there already."""

    def __init__(self, views: Sequence[tuple[str, str]]) -> None:
        """Offer these views (name, title); the first is shown at first."""
        super().__init__()
        mark(self, "rail")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName("Views")
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(3, 10, 3, 10)
        rows.setSpacing(2)
        for name, title in views:
            button = QToolButton()
            button.setText(title)
            button.setCheckable(True)
            button.setChecked(not self._group.buttons())
            button.setSizePolicy(
                button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed
            )
            button.setAccessibleName(f"View: {title}")
            mark(button, "view")
            button.clicked.connect(partial(self._choose, name))
            self._group.addButton(button)
            self._buttons[name] = button
            rows.addWidget(button)
        rows.addStretch(1)

    def show_view(self, name: str) -> None:
        """Mark the view that comes to the front."""
        self.leaving.emit(name)
        self._buttons[name].setChecked(True)

    def _choose(self, name: str, _checked: object = None) -> None:
        self.chosen.emit(name)
