"""The slider's answer, 200,000 draws, and what moves every state: times and memory.

The slider is timed twice: the analysis alone, and through the session and the keeper that the
window has, from the edit to the exact forecast and on to the intervals that a thread draws.
"""

import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from explorer.analysis.basis import Basis, bases_of
from explorer.analysis.doubt import doubt_about
from explorer.analysis.fit import Fit, fit_beta
from explorer.analysis.forecast import Setting, forecast
from explorer.analysis.intervals import DRAWS
from explorer.analysis.levers import find_levers
from explorer.analysis.odds import Event
from explorer.analysis.tornado import tornado
from explorer.analysis.turning import Goal
from explorer.analysis.uncertainty import draw_intervals
from explorer.domain.atlas import Atlas
from explorer.packs.reading import read_atlas
from explorer.pages.view import Target, View
from explorer.paths import bundled_pack
from explorer.ui.outlooks import FIRST_DRAWS, OutlookKeeper
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.workspace.assumptions import set_rating
from explorer.workspace.document import Workspace

EVENTS = tuple(Event("at_least", place) for place in range(1, 5))
GOALS: tuple[Goal, ...] = (*EVENTS, "lead")


MOVES = 60
PATIENCE = 5.0


def told(name: str, times: Sequence[float], aim: float) -> None:
    """Print the median of some times and the slowest, in ms, beside the aim."""
    slowest = 1000 * max(times)
    print(f"{name:48} {1000 * median(times):8.2f} ms, slowest {slowest:8.2f} ms (aim {aim:g})")


def timed(name: str, step: Callable[[], object], aim: float, rounds: int = 9) -> None:
    """Time a step and print how long it took."""
    times: list[float] = []
    for _ in range(rounds):
        start = time.perf_counter()
        step()
        times.append(time.perf_counter() - start)
    told(name, times, aim)


def peak() -> float:
    """Give the most memory the process has held so far, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def slide(bases: Sequence[Basis], fit: Fit) -> None:
    """Forecast every state after a slider has moved."""
    for basis in bases:
        forecast(basis, fit.beta, Setting({"washington_profile": 3.1}))


def move_all(bases: Sequence[Basis], fit: Fit) -> None:
    """Make the tornado of every event and the levers of every goal, for every state."""
    for basis in bases:
        for event in EVENTS:
            tornado(basis, fit.beta, event)
        for goal in GOALS:
            find_levers(basis, fit.beta, goal)


class Slider:
    """A slider without its window: the session, the keeper and the threads are the real ones."""

    def __init__(self, atlas: Atlas) -> None:
        """Open a session and let the keeper draw."""
        self.session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("outcome"))
        self.tasks = TaskDoor()
        self.keeper = OutlookKeeper(self.session, self.tasks)
        self.keeper.changed.connect(self._take)
        self.answered = 0.0
        self.gaps: list[float] = []
        self.keeper.begin()
        self.until(lambda: self.keeper.is_full)
        self.gaps.clear()

    def _take(self) -> None:
        """Do what a panel does when the slider has moved: ask for the forecasts."""
        assert len(self.keeper.outlook.after) > 0
        self.answered = time.perf_counter()

    def move(self, value: float) -> tuple[float, float]:
        """Move the slider; give the seconds to the exact forecast and to the first intervals."""
        start = time.perf_counter()
        self.session.edit(
            set_rating(self.session.workspace, "KAZ", "washington_profile", value), "drag"
        )
        exact = self.answered - start
        self.until(lambda: self.keeper.intervals is not None)
        return exact, time.perf_counter() - start

    def rest(self) -> float:
        """Move the slider once and let go; give the seconds to the intervals of all worlds."""
        start = time.perf_counter()
        self.move(2.0 + (time.perf_counter() % 1.0))
        self.until(lambda: self.keeper.is_full)
        return time.perf_counter() - start

    def until(self, there: Callable[[], bool]) -> None:
        """Let the window's turns go by until something is there."""
        last = time.perf_counter()
        end = last + PATIENCE
        while not there():
            QApplication.processEvents()
            time.sleep(0.0005)
            now = time.perf_counter()
            self.gaps.append(now - last)
            last = now
            assert now < end, "nothing came"

    def close(self) -> None:
        """Let no thread go on."""
        self.keeper.close()
        self.tasks.close()


def time_slider(atlas: Atlas) -> None:
    """Print how soon a slider is answered, exactly and then with intervals."""
    application = QApplication.instance() or QApplication([])
    slider = Slider(atlas)
    moves = [slider.move(4.0 * place / MOVES) for place in range(1, MOVES + 1)]
    rests = [slider.rest() for _ in range(5)]
    slider.close()
    told("a turn of the window while a thread draws", slider.gaps, 50)
    told("slider to forecast, through the keeper", [exact for exact, _ in moves], 16)
    told(f"slider to intervals of {FIRST_DRAWS:,} draws", [drawn for _, drawn in moves], 150)
    told(f"slider at rest to intervals of {DRAWS:,} draws", rests, 750)
    del application


def share_all(bases: Sequence[Basis], fit: Fit) -> None:
    """Share out the doubt about one event in all states."""
    for basis in bases:
        doubt_about(basis, fit, EVENTS[1])


def main() -> None:
    """Print the fit, the times and the memory."""
    atlas = read_atlas(bundled_pack())
    bases, fit = bases_of(atlas), fit_beta(atlas)
    states = ", ".join(f"{group.name} {group.error:.2f}" for group in fit.states)
    print(f"beta {fit.beta:.2f}, error {fit.error:.2f}, by state {fit.clustered:.2f}", end="; ")
    print(f"R squared {fit.r_squared:.3f}; {len(fit.residuals)} points, {fit.left_out} left out")
    print(f"root mean squared residual by state: {states}")
    before = peak()
    timed("pool all states and fit beta", lambda: (bases_of(atlas), fit_beta(atlas)), 50)
    timed("slider shift, six states", lambda: slide(bases, fit), 16)
    few = 20_000
    timed(
        f"intervals, {few:,} draws, six states", lambda: draw_intervals(bases, fit, None, few), 150
    )
    timed(f"intervals, {DRAWS:,} draws, six states", lambda: draw_intervals(bases, fit), 250)
    print(f"{'memory held at most':48} {peak():8.1f} MB, {before:.1f} MB before (aim 150)")
    timed("tornado and levers, all events, six states", lambda: move_all(bases, fit), 300)
    timed("shares of doubt, one event, six states", lambda: share_all(bases, fit), 300)
    time_slider(atlas)


if __name__ == "__main__":
    main()
