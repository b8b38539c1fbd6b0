"""A list of which the first few are shown, and the rest when the reader asks."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.style import Theme
from explorer.ui.widgets.link import LinkButton

SHOWN_AT_FIRST = 8
T = TypeVar("T")


class LongList(QWidget, Generic[T]):
    """Shows the first eight items and a button that shows them all; `unfolded` then comes."""

    unfolded = Signal()

    def __init__(
        self,
        items: Sequence[T],
        make: Callable[[T], QWidget],
        theme: Theme,
        noun: str = "",
        spacing: int = 8,
    ) -> None:
        """Make the first items; `noun` says in the button what they are."""
        super().__init__()
        self._items = items
        self._make = make
        self._made: list[QWidget] = []
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(spacing)
        self.button: LinkButton | None = None
        self._add(SHOWN_AT_FIRST)
        if len(items) > SHOWN_AT_FIRST:
            words = f"Show all {len(items)} {noun}".strip()
            self.button = LinkButton(words, theme)
            self.button.clicked.connect(self.show_all)
            self._room.addWidget(self.button)

    def show_all(self) -> None:
        """Make and show the items that are not shown yet."""
        if self.button is None:
            return
        self._room.removeWidget(self.button)
        self.button.deleteLater()
        self.button.hide()
        self.button = None
        self._add(len(self._items))
        self.unfolded.emit()

    def widget_of(self, item: T) -> QWidget | None:
        """Give the widget of an item, making it if it is not shown yet."""
        if item not in self._items:
            return None
        at = self._items.index(item)
        if at >= len(self._made):
            self.show_all()
        return self._made[at]

    def _add(self, up_to: int) -> None:
        for item in self._items[len(self._made) : up_to]:
            widget = self._make(item)
            self._made.append(widget)
            self._room.addWidget(widget)
            if self.isVisible():
                widget.show()  # Qt would do it in a later turn, and its place be unknown till then
