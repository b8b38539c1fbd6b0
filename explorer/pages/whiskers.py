"""Where the 80 % intervals of a ladder's inner edges lie, so that no two run into one another."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Whisker:
    """The interval of one inner edge of a bar, in shares of its width counted from the left.

    `place` is that of the rung which begins at the edge, counted from 0. `lane` is 0 nearest to
    the bar; whiskers that would meet lie in different lanes.
    """

    place: int
    edge: float
    low: float
    high: float
    lane: int


def whiskers_of(
    shares: Sequence[float],
    bounds: Sequence[tuple[float, float]],
    gap: float,
    places: Collection[int] | None = None,
) -> tuple[Whisker, ...]:
    """Give the whiskers of a bar, each in the first lane in which it is `gap` from the last one.

    `bounds` are the intervals of “this rung or a higher one” for each rung but the lowest. They
    are probabilities of what lies right of an edge, so the edge itself may lie from one less the
    upper bound to one less the lower. Only the edges at which the rungs `places` begin are given;
    all, without it. A whisker shorter than `gap` would be a mere dot, and is left out.
    """
    edges = tuple(accumulate(shares))
    ends: list[float] = []
    found: list[Whisker] = []
    for place, (lower, upper) in enumerate(bounds, 1):
        if places is not None and place not in places:
            continue
        low, high = 1.0 - upper, 1.0 - lower
        if high - low < gap:
            continue
        lane = next((at for at, end in enumerate(ends) if low >= end + gap), len(ends))
        if lane == len(ends):
            ends.append(high)
        ends[lane] = high
        found.append(Whisker(place, min(edges[place - 1], 1.0), low, high, lane))
    return tuple(found)


def lane_count(whiskers: Sequence[Whisker]) -> int:
    """Give how many lanes the whiskers of a bar take."""
    return max((each.lane + 1 for each in whiskers), default=0)


def edges_beside(rung: int) -> tuple[int, int]:
    """Give the places of the edges on both sides of a rung; those of a bar's ends have none."""
    return rung, rung + 1
