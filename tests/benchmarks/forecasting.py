"""The slider's answer, 200,000 draws, and what moves every state: times and memory."""

import resource
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median

from explorer.analysis.basis import Basis, bases_of
from explorer.analysis.doubt import all_doubts
from explorer.analysis.fit import Fit, fit_beta
from explorer.analysis.forecast import Setting, forecast
from explorer.analysis.levers import Goal, find_levers
from explorer.analysis.odds import Event
from explorer.analysis.tornado import tornado
from explorer.analysis.intervals import DRAWS
from explorer.analysis.uncertainty import draw_intervals
from explorer.packs.reading import read_atlas
from explorer.paths import bundled_pack

EVENTS = tuple(Event("at_least", place) for place in range(1, 5))
GOALS: tuple[Goal, ...] = (*EVENTS, "lead")


def timed(name: str, step: Callable[[], object], aim: float, rounds: int = 9) -> None:
    """Print the median time of a step and the slowest, in ms, beside the aim."""
    times: list[float] = []
    for _ in range(rounds):
        start = time.perf_counter()
        step()
        times.append(time.perf_counter() - start)
    slowest = 1000 * max(times)
    print(f"{name:44} {1000 * median(times):8.2f} ms, slowest {slowest:8.2f} ms (aim {aim:g})")


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
    print(f"{'memory held at most':44} {peak():8.1f} MB, {before:.1f} MB before (aim 150)")
    timed("tornado and levers, all events, six states", lambda: move_all(bases, fit), 300)
    timed("shares of doubt, one event, six states", lambda: all_doubts(bases, fit, EVENTS[1]), 300)


if __name__ == "__main__":
    main()
