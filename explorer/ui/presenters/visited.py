"""Back and forward through the views that were visited, each with what was selected in it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

_MOST = 200
"""So many places are kept; nobody goes back further."""
_NO_MORE = {-1: "No view before this one", 1: "No view after this one"}


@dataclass(frozen=True, slots=True)
class Place:
    """A view, and what was selected in it: blank where the view keeps that itself."""

    view: str
    selected: str = ""


@dataclass(frozen=True, slots=True)
class _Way:
    """How a view says what is selected in it, and how it is asked to show that again."""

    selected: Callable[[], str]
    show: Callable[[str], object]


class Visited(QObject):
    """Keeps the places visited while the app runs; going to them is no step to undo.

    `leave` is told before a view comes to the front, also for the view in front already: a jump
    within a view can so be gone back from as well. Moving the selection within a view is no visit.
    A view with a trail of its own steps along that first.
    """

    said = Signal(str)
    """There is nowhere to go: why, in words."""

    def __init__(
        self,
        shown_view: Callable[[], str],
        open_view: Callable[[str], None],
        parent: QObject,
    ) -> None:
        """Begin at the view in front; `open_view` brings another there."""
        super().__init__(parent)
        self._shown_view = shown_view
        self._open_view = open_view
        self._ways: dict[str, _Way] = {}
        self._trails: dict[str, Callable[[int], bool]] = {}
        self._past: list[Place] = []
        self._future: list[Place] = []
        self._is_going = False

    def add_way(
        self, view: str, selected: Callable[[], str], show: Callable[[str], object]
    ) -> None:
        """Let a view say what is selected in it, and show it again."""
        self._ways[view] = _Way(selected, show)

    def add_trail(self, view: str, step: Callable[[int], bool]) -> None:
        """Let a view go along its own trail, back (-1) or forward (1), while that answers true."""
        self._trails[view] = step

    def leave(self, _wanted: object = None) -> None:
        """Keep the place in front, since the user goes elsewhere from it."""
        if self._is_going:
            return
        here = self._here()
        if not self._past or self._past[-1] != here:
            self._past = [*self._past, here][-_MOST:]
        self._future.clear()

    def back(self, _checked: object = None) -> None:
        """Go to the place before."""
        self._step(-1)

    def forward(self, _checked: object = None) -> None:
        """Go again to the place that was gone back from."""
        self._step(1)

    def _step(self, step: Literal[-1, 1]) -> None:
        trail = self._trails.get(self._shown_view())
        if trail is not None and trail(step):
            return
        here = self._here()
        ahead, behind = self._past, self._future
        if step > 0:
            ahead, behind = behind, ahead
        while ahead and ahead[-1] == here:  # left for nowhere: the view was in front already
            ahead.pop()
        if not ahead:
            self.said.emit(_NO_MORE[step])
            return
        behind.append(here)
        self._go(ahead.pop())

    def _here(self) -> Place:
        view = self._shown_view()
        way = self._ways.get(view)
        return Place(view, way.selected() if way else "")

    def _go(self, place: Place) -> None:
        self._is_going = True
        try:
            self._open_view(place.view)
            way = self._ways.get(place.view)
            if way is not None and place.selected and way.selected() != place.selected:
                way.show(place.selected)
        finally:
            self._is_going = False
