import math
from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.analysis.basis import Basis, bases_of
from explorer.analysis.forecast import Forecast, Setting, forecast
from explorer.analysis.levers import find_levers
from explorer.analysis.odds import Event, log_odds
from explorer.analysis.turning import Goal, Lever
from explorer.domain.atlas import Atlas

BETA = 13.0
GOALS: tuple[Goal, ...] = (
    *(Event("at_least", place) for place in range(1, 5)),
    *(Event("exactly", place) for place in range(5)),
    "lead",
)
RATINGS = st.dictionaries(
    st.sampled_from(["iran_wedge", "public_opinion", "washington_profile", "security_need"]),
    st.floats(0.0, 4.0),
)
GRID = np.linspace(0.0, 4.0, 41)


def turned(before: Forecast, after: Forecast, goal: Goal) -> bool:
    if goal == "lead":
        return before.leading != after.leading
    return (before.probability(goal) > 0.5) != (after.probability(goal) > 0.5)


def applied(lever: Lever) -> dict[str, float]:
    return {change.factor: change.after for change in lever.changes}


def grid_changes(
    basis: Basis, now: Forecast, count: int
) -> Iterator[tuple[dict[str, float], float]]:
    """Every change of so many ratings to points a tenth apart, with its size."""
    names = [each.factor for each in basis.standings]
    for places in combinations(range(len(names)), count):
        axes = [GRID] * count
        for values in np.stack(np.meshgrid(*axes), axis=-1).reshape(-1, count):
            moved = {names[p]: float(v) for p, v in zip(places, values, strict=True)}
            size = math.hypot(*(v - now.ratings[p] for p, v in zip(places, values, strict=True)))
            yield moved, size


def smallest_on_grid(basis: Basis, now: Forecast, goal: Goal, count: int) -> float:
    """Try every point of the grid; the exact answer can be no larger."""
    sizes = [
        size
        for moved, size in grid_changes(basis, now, count)
        if turned(now, forecast(basis, BETA, Setting(moved)), goal)
    ]
    return min(sizes, default=math.inf)


def test_the_change_in_one_factor_is_the_log_odds_over_its_slope(kazakhstan: Basis) -> None:
    """Closed form: at even odds the log-odds are zero, so the shift is less the log-odds now."""
    event = Event("at_least", 2)
    now = forecast(kazakhstan, BETA)
    found = find_levers(kazakhstan, BETA, event)
    assert found.holds
    for lever in found.one:
        (change,) = lever.changes
        standing = next(x for x in kazakhstan.standings if x.factor == change.factor)
        sign = 1 if standing.group == "interest" else -1
        expected = -log_odds(now.probability(event)) * 4 / (BETA * standing.weight * sign)
        assert change.points == pytest.approx(expected, abs=1e-6)


def test_two_factors_move_in_proportion_to_their_weights(bundled: Atlas) -> None:
    """The nearest point of a line lies along its normal, unless the scale ends before it."""
    basis = next(basis for basis in bases_of(bundled) if basis.iso3 == "TKM")
    found = find_levers(basis, BETA, Event("at_least", 1))
    weights = {x.factor: x.weight for x in basis.standings}
    free = [
        lever
        for lever in found.two
        if all(0.001 < change.after < 3.999 for change in lever.changes)
    ]
    assert free
    for lever in free:
        one, other = lever.changes
        ratio = abs(one.points / other.points)
        assert ratio == pytest.approx(weights[one.factor] / weights[other.factor])


@pytest.mark.parametrize("goal", GOALS)
def test_no_smaller_change_in_one_factor_is_found_by_trying_all(
    bundled: Atlas, goal: Goal
) -> None:
    for basis in bases_of(bundled):
        now = forecast(basis, BETA)
        found = find_levers(basis, BETA, goal)
        tried = smallest_on_grid(basis, now, goal, 1)
        if math.isfinite(tried):
            assert found.one[0].size <= tried + 1e-6
            assert found.one[0].size >= tried - 0.1 - 1e-6
        for lever in found.one:
            assert turned(now, forecast(basis, BETA, Setting(applied(lever))), goal)


def test_no_smaller_change_in_two_factors_is_found_by_trying_all(kazakhstan: Basis) -> None:
    """On a tenth of the pairs' grid, spread evenly, lest the test take a minute."""
    now = forecast(kazakhstan, BETA)
    for goal in (Event("at_least", 2), Event("at_least", 3)):
        found = find_levers(kazakhstan, BETA, goal)
        changes = [each for n, each in enumerate(grid_changes(kazakhstan, now, 2)) if n % 10 == 0]
        sizes = [
            size
            for moved, size in changes
            if turned(now, forecast(kazakhstan, BETA, Setting(moved)), goal)
        ]
        if sizes:
            assert found.two[0].size <= min(sizes) + 1e-6
        for lever in found.two:
            assert turned(now, forecast(kazakhstan, BETA, Setting(applied(lever))), goal)


@settings(max_examples=40)
@given(RATINGS, st.sampled_from(GOALS), st.floats(1.0, 30.0))
def test_every_lever_turns_its_goal_and_a_slightly_smaller_one_does_not(
    kazakhstan: Basis, ratings: dict[str, float], goal: Goal, beta: float
) -> None:
    now = forecast(kazakhstan, beta, Setting(ratings))
    found = find_levers(kazakhstan, beta, goal, Setting(ratings))
    for levers in (found.one, found.two):
        sizes = [lever.size for lever in levers]
        assert sizes == sorted(sizes)
        for lever in levers:
            after = forecast(kazakhstan, beta, Setting({**ratings, **applied(lever)}))
            assert turned(now, after, goal)
            assert after.shares == pytest.approx(lever.shares, abs=1e-8)
            less = {
                change.factor: change.before + 0.999 * change.points for change in lever.changes
            }
            if lever.size > 1e-3:
                nearly = forecast(kazakhstan, beta, Setting({**ratings, **less}))
                assert not turned(now, nearly, goal)
            assert all(0.0 <= change.after <= 4.0 for change in lever.changes)


def test_where_the_scale_is_too_short_there_is_no_lever(bundled: Atlas) -> None:
    """Tajikistan's strategic embrace is far beyond what any two ratings could do."""
    basis = next(basis for basis in bases_of(bundled) if basis.iso3 == "TJK")
    found = find_levers(basis, BETA, Event("at_least", 4))
    assert found.one == found.two == ()
    assert found.turns == (None, None)
    assert not found.holds


def test_without_a_slope_nothing_turns(kazakhstan: Basis) -> None:
    found = find_levers(kazakhstan, 0.0, "lead")
    assert found.one == found.two == ()
