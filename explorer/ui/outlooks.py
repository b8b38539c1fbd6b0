"""Keeps the forecasts in step with the workspace, and has their intervals drawn in a thread."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.analysis.intervals import DRAWS
from explorer.domain.atlas import Atlas
from explorer.pages.outlook import (
    Ground,
    Intervals,
    Outlook,
    all_intervals,
    is_ground_of,
    outlook_of,
    pooled_in,
    scenario_title,
    sound_ground_of,
)
from explorer.ui.session import Session
from explorer.ui.tasks import Progress, Task, TaskDoor
from explorer.workspace.document import Workspace

FIRST_DRAWS = 20_000
"""Drawn while a slider moves, so that the intervals follow within 150 ms."""
PAUSE_MS = 15
REST_MS = 250
"""How long nothing may have changed before the full number of worlds is drawn."""


_KEPT_DAYS = 4


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was made of the Atlas of a day that is not looked at now.

    It holds the Atlas, so that no other can take its place in memory meanwhile.
    """

    atlas: Atlas
    ground: Ground | None = None
    outlook: Outlook | None = None
    intervals: Intervals | None = None
    is_full: bool = False


class OutlookKeeper(QObject):
    """Holds the one Outlook that everything on the screen and on paper is made from.

    `changed` comes on the GUI thread in the same turn as the edit; the probabilities are exact
    then and `intervals` is `None` until they are drawn. `intervals_changed` comes when they are,
    first from few worlds and, once the user rests, from all. What was overtaken is dropped. Of
    another day the session tells, so that nobody shows it twice: by its `view_changed` the
    forecasts of that day are in force.
    """

    changed = Signal()
    intervals_changed = Signal()
    failed = Signal(str)
    """The intervals could not be drawn, and why; the probabilities stand without them."""

    def __init__(self, session: Session, tasks: TaskDoor) -> None:
        """Watch a session; nothing is reckoned before somebody asks."""
        super().__init__()
        self._session = session
        self._tasks = tasks
        self._workspace = session.workspace
        self._ground: Ground | None = None
        self._outlook: Outlook | None = None
        self._intervals: Intervals | None = None
        self._is_full = False
        self._drawing: Task[Intervals] | None = None
        self._may_draw = False
        self._soon, self._rest = self._timer(PAUSE_MS), self._timer(REST_MS)
        self._soon.timeout.connect(partial(self._draw, FIRST_DRAWS))
        self._rest.timeout.connect(partial(self._draw, DRAWS))
        self._others: dict[int, _Kept] = {}
        self._atlas = session.atlas
        session.workspace_changed.connect(self._follow)
        session.as_of_changed.connect(self._follow_day)

    @property
    def outlook_if_due(self) -> Outlook | None:
        """Give the forecasts, or `None` where they are the pack's own judgement and not yet made.

        So the first paint needs no forecast unless the user has assumed or judged something.
        """
        if self._outlook is None and _bearing(self._workspace) == _bearing(Workspace()):
            return None
        return self.outlook

    @property
    def outlook(self) -> Outlook:
        """Give the forecasts in force."""
        if self._outlook is None:
            if self._ground is None:
                self._ground = sound_ground_of(self._session.atlas, self._workspace)
            self._outlook = outlook_of(self._ground, self._workspace)
        return self._outlook

    @property
    def intervals(self) -> Intervals | None:
        """Give the intervals of the outlook in force; `None` while they are being drawn."""
        return self._intervals

    @property
    def is_full(self) -> bool:
        """Say whether the intervals are those of the full number of worlds, as on paper."""
        return self._is_full

    @property
    def atlas(self) -> Atlas:
        """Give the Atlas with the further raters who are pooled in."""
        return self.outlook.ground.atlas

    def begin(self) -> None:
        """Draw intervals from now on: what that needs is too heavy to come before a paint."""
        self._may_draw = True
        self._draw(DRAWS)

    def close(self) -> None:
        """Start no more work."""
        self._may_draw = False
        self._soon.stop()
        self._rest.stop()

    def _timer(self, pause: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        return timer

    def _follow(self) -> None:
        """Take a new workspace; what does not bear on the forecasts changes nothing."""
        before, self._workspace = self._workspace, self._session.workspace
        if self._ground is not None and not is_ground_of(self._ground, before, self._workspace):
            self._ground = None
        atlas = self._session.atlas
        if _bearing(before) == _bearing(self._workspace):
            if scenario_title(atlas, before) != scenario_title(atlas, self._workspace):
                # A new name alone moves no forecast: the intervals stay.
                self._others.clear()
                self._outlook = None
                self.changed.emit()
            return
        self._others.clear()
        self._outlook = None
        self._intervals = None
        self._is_full = False
        self.changed.emit()
        if self._may_draw:
            self._soon.start()
            self._rest.start()

    def _follow_day(self) -> None:
        """Take the Atlas of another day; what was made of one looked at before is at hand."""
        if len(self._others) >= _KEPT_DAYS:
            self._others.clear()
        self._others[id(self._atlas)] = _Kept(
            self._atlas, self._ground, self._outlook, self._intervals, is_full=self._is_full
        )
        self._atlas = self._session.atlas
        kept = self._others.pop(id(self._atlas), None) or _Kept(self._atlas)
        self._ground, self._outlook = kept.ground, kept.outlook
        self._intervals, self._is_full = kept.intervals, kept.is_full
        if self._may_draw and not self._is_full:
            self._soon.start()
            self._rest.start()

    def _draw(self, draws: int) -> None:
        """Have the intervals drawn; few worlds wait for nobody, all are drawn once at a time."""
        if not self._may_draw or (self._drawing is not None and draws != DRAWS):
            return
        outlook = self.outlook
        task = Task("intervals", partial(_draw_intervals, outlook, draws))
        self._drawing = task
        task.done.connect(partial(self._take, outlook, draws == DRAWS))
        task.failed.connect(self._fail)
        for ended in (task.failed, task.cancelled, task.stale):
            ended.connect(partial(self._end, task))
        self._tasks.start(task)

    def _take(self, outlook: Outlook, is_full: bool, intervals: Intervals) -> None:  # noqa: FBT001 - a slot's arguments come by place
        self._drawing = None
        if not _is_alike(outlook, self.outlook):
            # The user has moved on: what was drawn is for what is no longer in force.
            self._soon.start()
            return
        self._intervals, self._is_full = intervals, is_full
        self.intervals_changed.emit()

    def _end(self, task: Task[Intervals], _reason: object = None) -> None:
        if self._drawing is task:
            self._drawing = None

    def _fail(self, error: Exception) -> None:
        self.failed.emit(str(error) or repr(error))


def _bearing(workspace: Workspace) -> tuple[object, ...]:
    """Give what of a workspace bears on the forecasts."""
    return workspace.what_if, pooled_in(workspace), workspace.pooling


def _is_alike(one: Outlook, other: Outlook) -> bool:
    """Say whether two outlooks are the same forecasts, by whatever name."""
    return one.ground is other.ground and one.what_if == other.what_if


def _draw_intervals(outlook: Outlook, draws: int, _progress: Progress) -> Intervals:
    return all_intervals(outlook, draws)
