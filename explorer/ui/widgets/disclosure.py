"""A part that is folded away until the reader asks for it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.style import Theme
from explorer.ui.widgets.link import LinkButton


class Disclosure(QWidget):
    """A line to click on, and what it unfolds; the content is made at the first unfolding.

    `unfolded` comes when it is shown or folded away.
    """

    unfolded = Signal()

    def __init__(self, words: str, theme: Theme, make: Callable[[], QWidget]) -> None:
        """Begin folded."""
        super().__init__()
        self._words = words
        self._make = make
        self._content: QWidget | None = None
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(4)
        self.button = LinkButton(f"▸ {words}", theme)
        self.button.setCheckable(True)
        self.button.setAccessibleName(words)
        self.button.setAccessibleDescription("Folded away; press to show")
        self.button.toggled.connect(self._toggle)
        self._room.addWidget(self.button)

    def _toggle(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's signal hands a lone bool
        if self._content is None:
            self._content = self._make()
            self._room.addWidget(self._content)
        self._content.setVisible(is_open)
        self.button.setText(f"{'▾' if is_open else '▸'} {self._words}")
        self.button.setAccessibleDescription(
            "Shown; press to fold away" if is_open else "Folded away; press to show"
        )
        self.button.updateGeometry()
        self.unfolded.emit()
