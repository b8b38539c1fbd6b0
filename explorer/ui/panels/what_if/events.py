"""The field with the event asked about."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from explorer.pages.events import EventChoice
from explorer.style import Theme
from explorer.ui.widgets.choice_box import ChoiceBox

_LEAST = 120
"""So narrow it may become, in pixels, where there is no room for the longest event."""


class EventBox(ChoiceBox):
    """Offers events; `chosen` carries the key of the one that the user took."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin without events."""
        super().__init__(theme)
        self.setAccessibleName("Event asked about")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumWidth(_LEAST)
        self.activated.connect(self._choose)

    def show_events(self, choices: tuple[EventChoice, ...], key: str) -> None:
        """Offer events, and show which one is chosen."""
        if self.count() != len(choices):
            self.clear()
            for choice in choices:
                self.addItem(choice.title, choice.key)
        self.setCurrentIndex(self.findData(key))

    def _choose(self, _index: int) -> None:
        self.chosen.emit(str(self.currentData()))
