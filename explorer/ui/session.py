"""The session: the open Atlas, the user's workspace with its history, and what is looked at."""

from datetime import date
from typing import Protocol, cast

from PySide6.QtCore import QObject, Signal

from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.pages.view import Target, View
from explorer.workspace.document import Workspace
from explorer.workspace.history import History

_KEPT_DAYS = 8
"""For so many days what was known stays at hand, so that going back and forth is quick."""


class _Dated(Protocol):
    """What is known of the series, which pandas holds."""

    def known_on(self, day: date) -> object: ...


class Session(QObject):
    """Holds the present values and says when one was replaced.

    Of an earlier day it shows what was known then (`explorer.domain.as_of`). The day looked at is
    navigation, and not history; the workspace stays whole.
    """

    as_of_changed = Signal()
    """Another day is looked at: `atlas` and `observations` are others; `view_changed` follows."""
    view_changed = Signal()
    selection_changed = Signal()
    workspace_changed = Signal()
    observations_changed = Signal()
    undone = Signal(object)
    """A step was undone: carries the workspace as it was with that step."""
    redone = Signal(object)
    """A step was redone: carries the workspace as it was without it."""
    observations_failed = Signal()
    """The series could not be read, and will not come."""

    def __init__(self, atlas: Atlas, workspace: Workspace, view: View, selection: Target) -> None:
        """Open a session on an Atlas."""
        super().__init__()
        self._newest = atlas
        self._as_of: date | None = None
        self._known: dict[date, Atlas] = {}
        self._observations: object | None = None
        self._known_observations: object | None = None
        self._fault = ""
        self._history = History(workspace)
        self._view = view
        self._selection = selection

    @property
    def atlas(self) -> Atlas:
        """Give the Atlas as it was known on the day looked at."""
        return self._newest if self._as_of is None else self._known[self._as_of]

    @property
    def newest(self) -> Atlas:
        """Give the whole Atlas, whatever day is looked at."""
        return self._newest

    @property
    def as_of(self) -> date | None:
        """Give the day looked at; `None` for the newest."""
        return self._as_of

    def look_as_of(self, day: date | None) -> None:
        """Look at the case as it was known on a day; on `None`, or a day not before the newest."""
        if day is not None and day >= self._newest.subject.as_of:
            day = None
        if day == self._as_of:
            return
        if day is not None and day not in self._known:
            while len(self._known) >= _KEPT_DAYS:
                self._known.pop(next(iter(self._known)))
            self._known[day] = known_on(self._newest, day)
        self._history = self._history.settle()
        self._as_of = day
        self._cut_observations()
        self.as_of_changed.emit()
        self.view_changed.emit()

    def _cut_observations(self) -> None:
        """Keep the series as known on the day looked at."""
        found, day = self._observations, self._as_of
        self._known_observations = (
            found if found is None or day is None else cast("_Dated", found).known_on(day)
        )

    @property
    def observations(self) -> object | None:
        """Give the series as of the day looked at, or `None` while they are still being read.

        It is a `domain.observations.Observations`; naming that class here would import pandas
        before the first paint. Those who use it, after that, ask with `isinstance`.
        """
        return self._known_observations

    @property
    def observations_fault(self) -> str:
        """Say why the series could not be read; blank where they were, or still may be."""
        return self._fault

    @property
    def workspace(self) -> Workspace:
        """Give the user's workspace as it is now."""
        return self._history.present

    @property
    def view(self) -> View:
        """Give the countries shown and the order of the rows."""
        return self._view

    @property
    def selection(self) -> Target:
        """Give what is selected."""
        return self._selection

    @property
    def can_undo(self) -> bool:
        """Say whether there is a step to undo."""
        return bool(self._history.past)

    @property
    def can_redo(self) -> bool:
        """Say whether there is a step to redo."""
        return bool(self._history.future)

    def show(self, view: View, selection: Target | None = None) -> None:
        """Look at other countries or in another order; navigation is not history.

        A selection that the view brings with it is in force when `view_changed` comes, and is not
        told of again: who shows both shows them once.
        """
        if view == self._view:
            if selection is not None:
                self.select(selection)
            return
        self._view = view
        if selection is not None and selection != self._selection:
            self._history = self._history.settle()
            self._selection = selection
        self.view_changed.emit()

    def select(self, target: Target) -> None:
        """Select something."""
        if target != self._selection:
            self._history = self._history.settle()
            self._selection = target
            self.selection_changed.emit()

    def take_observations(self, observations: object) -> None:
        """Take the series once they are read."""
        self._observations = observations
        self._cut_observations()
        self.observations_changed.emit()

    def give_up_observations(self, fault: str) -> None:
        """Take it that the series could not be read."""
        self._fault = fault
        self.observations_failed.emit()

    def edit(self, workspace: Workspace, merge_key: str = "") -> None:
        """Replace the workspace as one step; steps with one `merge_key` are undone together."""
        self._go(self._history.step(workspace, merge_key))

    def settle(self) -> None:
        """End the edit in progress, so that the next one is a step of its own."""
        self._history = self._history.settle()

    def undo(self) -> None:
        """Undo the last step."""
        was = self.workspace
        if self._go(self._history.undo()):
            self.undone.emit(was)

    def redo(self) -> None:
        """Redo the step undone last."""
        was = self.workspace
        if self._go(self._history.redo()):
            self.redone.emit(was)

    def _go(self, history: History[Workspace]) -> bool:
        changed = history.present != self._history.present
        self._history = history
        if changed:
            self.workspace_changed.emit()
        return changed
