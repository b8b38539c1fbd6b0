"""What would have to change: the smallest change in one rating, or in two, that turns an event.

Every change of ratings acts through one number, the shift in log-odds, to which a scale point of a
factor adds `beta * w * s / 4`. So the nearest shift that turns the event is found first, upwards
and downwards, and then the smallest changes that make it: in one factor it is the shift over the
factor's slope; in two, the point of a line nearest to where things are (the smallest root of the
sum of squares), held within the scale. Where no such change lies within the scale there is none.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from explorer.analysis.basis import Basis
from explorer.analysis.forecast import Forecast, Setting, forecast, leading_rung
from explorer.analysis.odds import at_least, shift_ladder
from explorer.analysis.propensity import sign_of, within_scale
from explorer.analysis.turning import Change, Goal, Lever, Levers
from explorer.domain.judgement import SCALE_MAX, SCALE_MIN

Array = NDArray[np.float64]

_EVEN = 0.5
_STEP = 0.005  # log-odds between the points at which a turn is looked for
_HALVINGS = 40
_BEYOND = 1e-9  # log-odds past the turn, so that it has turned for certain


@dataclass(frozen=True, slots=True)
class _Handle:
    """A factor as a lever: its rating, and what a scale point of it adds to the log-odds."""

    factor: str
    rating: float
    slope: float

    @property
    def down(self) -> float:
        return SCALE_MIN - self.rating

    @property
    def up(self) -> float:
        return SCALE_MAX - self.rating

    @property
    def reach(self) -> float:
        return max(abs(self.slope * self.down), abs(self.slope * self.up))


_Moves = tuple[tuple[_Handle, float], ...]


def find_levers(basis: Basis, beta: float, goal: Goal, setting: Setting | None = None) -> Levers:
    """Find what would turn an event, or the lead, from the setting in force.

    Raises:
        ValueError: if a weight is negative or all are zero.
    """
    now = forecast(basis, beta, setting)
    handles = [
        _Handle(each.factor, rating, beta * weight * sign_of(each.group) / SCALE_MAX)
        for each, rating, weight in zip(basis.standings, now.ratings, now.weights, strict=True)
    ]
    farthest = sum(sorted((handle.reach for handle in handles), reverse=True)[:2])
    turns = (_nearest_turn(now, goal, -farthest), _nearest_turn(now, goal, farthest))
    found = [turn for turn in turns if turn is not None]
    alone = [moves for turn in found for each in handles if (moves := _alone(each, turn))]
    both = [
        moves
        for turn in found
        for one, other in combinations(handles, 2)
        if (moves := _together(one, other, turn))
    ]
    holds = goal == "lead" or now.probability(goal) > _EVEN
    return Levers(basis.iso3, goal, holds, turns, _ranked(now, alone), _ranked(now, both))


def _nearest_turn(now: Forecast, goal: Goal, farthest: float) -> float | None:
    """Give the nearest shift between none and the farthest that turns the goal, or `None`.

    Looked for in small steps, all at once, and then narrowed by halving.
    """
    count = math.ceil(abs(farthest) / _STEP)
    if count == 0:
        return None
    shifts = np.linspace(0.0, farthest, count + 1)
    places = np.flatnonzero(_turned_at(now, goal, shifts))
    if len(places) == 0:
        return None
    turned = _turned(now, goal)
    before, after = float(shifts[places[0] - 1]), float(shifts[places[0]])
    for _ in range(_HALVINGS):
        middle = (before + after) / 2.0
        before, after = (before, middle) if turned(middle) else (middle, after)
    return after + math.copysign(_BEYOND, after)


def _turned(now: Forecast, goal: Goal) -> Callable[[float], bool]:
    """Say of a further shift whether it turns the goal."""
    anchor = now.basis.anchor.shares

    def turned(shift: float) -> bool:
        shares = shift_ladder(anchor, now.shift + shift)
        if goal == "lead":
            return leading_rung(shares) != now.leading
        return (goal.probability(shares) > _EVEN) != (now.probability(goal) > _EVEN)

    return turned


def _turned_at(now: Forecast, goal: Goal, shifts: Array) -> NDArray[np.bool_]:
    """Say the same of many shifts at once; of the first, which is none, always no."""
    above = np.array((*at_least(now.basis.anchor.shares), 0.0))[:, None]
    odds = np.exp(now.shift + shifts)
    moved = above * odds / (above * odds + (1.0 - above))
    rungs = moved[:-1] - moved[1:]
    if goal == "lead":
        turned = rungs.argmax(axis=0) != now.leading
    else:
        row = (moved if goal.kind == "at_least" else rungs)[goal.place]
        turned = (row > _EVEN) != (now.probability(goal) > _EVEN)
    turned[0] = False
    return turned


def _alone(handle: _Handle, turn: float) -> _Moves | None:
    """Give how far one factor has to move to make a shift; `None` if the scale is too short."""
    if handle.slope == 0.0:
        return None
    points = turn / handle.slope
    return ((handle, points),) if handle.down <= points <= handle.up else None


def _together(one: _Handle, other: _Handle, turn: float) -> _Moves | None:
    """Give the least that two factors have to move, both of them, to make a shift."""
    if one.slope == 0.0 or other.slope == 0.0:
        return None
    ends = sorted((turn - other.slope * end) / one.slope for end in (other.down, other.up))
    least, most = max(one.down, ends[0]), min(one.up, ends[1])
    if least > most:
        return None
    freely = turn * one.slope / (one.slope**2 + other.slope**2)
    first = min(max(freely, least), most)
    second = min(max((turn - one.slope * first) / other.slope, other.down), other.up)
    return ((one, first), (other, second)) if first != 0.0 and second != 0.0 else None


def _ranked(now: Forecast, found: Sequence[_Moves]) -> tuple[Lever, ...]:
    """Give levers, the smallest first."""
    return tuple(sorted((_lever(now, moves) for moves in found), key=lambda each: each.size))


def _lever(now: Forecast, moves: _Moves) -> Lever:
    shift = math.fsum(handle.slope * points for handle, points in moves)
    return Lever(
        changes=tuple(
            Change(handle.factor, handle.rating, within_scale(handle.rating + points))
            for handle, points in moves
        ),
        size=math.hypot(*(points for _, points in moves)),
        shift=shift,
        shares=shift_ladder(now.basis.anchor.shares, now.shift + shift),
    )
