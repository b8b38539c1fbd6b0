import tracemalloc
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from explorer.analysis.basis import Basis, Choices, bases_of
from explorer.analysis.fit import Fit, fit_beta
from explorer.analysis.forecast import Setting, forecast
from explorer.analysis.streams import stream
from explorer.analysis.uncertainty import draw_intervals
from explorer.analysis.worlds import (
    mixture_of,
)
from explorer.domain.atlas import Atlas

DRAWS = 20_000


@pytest.fixture(scope="module")
def fit(bundled: Atlas) -> Fit:
    return fit_beta(bundled)


@pytest.fixture(scope="module")
def states(bundled: Atlas) -> tuple[Basis, ...]:
    return bases_of(bundled)


def test_the_same_seed_gives_the_same_result_and_another_seed_nearly_so(
    states: tuple[Basis, ...], fit: Fit
) -> None:
    one, again, other = (draw_intervals(states, fit, None, DRAWS, seed) for seed in (1, 1, 2))
    assert one == again
    assert one != other
    for here, there in zip(one, other, strict=True):
        for first, second in zip(here.rungs, there.rungs, strict=True):
            assert first.low == pytest.approx(second.low, abs=0.02)
            assert first.high == pytest.approx(second.high, abs=0.02)


def test_a_state_drawn_alone_has_the_same_luck_as_among_others(
    states: tuple[Basis, ...], fit: Fit
) -> None:
    together = draw_intervals(states, fit, None, DRAWS)
    assert draw_intervals(states[1:2], fit, None, DRAWS) == together[1:2]


def test_with_nothing_uncertain_the_interval_is_the_forecast(kazakhstan: Basis, fit: Fit) -> None:
    known = replace(
        kazakhstan,
        standings=tuple(replace(x, low=x.mode, high=x.mode) for x in kazakhstan.standings),
        anchor=replace(kazakhstan.anchor, ladders=(kazakhstan.anchor.shares,) * 4),
        rater_weights=(kazakhstan.weights,) * 4,
    )
    sure = replace(fit, error=0.0, clustered=0.0)
    setting = Setting({"washington_profile": 1.0})
    (found,) = draw_intervals((known,), sure, {"KAZ": setting}, DRAWS)
    exact = forecast(known, fit.beta, setting)
    for interval, share in zip(found.rungs, exact.shares, strict=True):
        assert interval.mean == pytest.approx(share, abs=1e-5)
        assert interval.low == pytest.approx(share, abs=2e-4)
        assert interval.high == pytest.approx(share, abs=2e-4)
    assert found.leading[exact.leading] == 1.0


def test_intervals_are_in_order_hold_the_median_and_the_means_sum_to_one(
    states: tuple[Basis, ...], fit: Fit
) -> None:
    for basis, found in zip(states, draw_intervals(states, fit, None, DRAWS), strict=True):
        assert found.iso3 == basis.iso3
        assert sum(each.mean for each in found.rungs) == pytest.approx(1.0, abs=1e-4)
        assert sum(found.leading) == pytest.approx(1.0)
        assert found.at_least[0].low == 1.0
        for each in (*found.rungs, *found.at_least):
            assert 0.0 <= each.low <= each.median <= each.high <= 1.0
        for anchor, each in zip(basis.anchor.shares, found.rungs, strict=True):
            assert each.low <= anchor <= each.high


def test_intervals_are_the_quantiles_of_the_worlds_drawn_one_by_one(
    kazakhstan: Basis, fit: Fit
) -> None:
    """With ratings and beta known, only the raters' mixture is left, and can be drawn apart."""
    known = replace(
        kazakhstan,
        standings=tuple(replace(x, low=x.mode, high=x.mode) for x in kazakhstan.standings),
    )
    (found,) = draw_intervals((known,), fit, None, DRAWS, 5)
    mixture = mixture_of(stream(5, "raters"), np.ones(4), DRAWS)
    worlds = np.array(known.anchor.ladders).T @ mixture
    for row, each in zip(worlds, found.rungs, strict=True):
        low, median, high = np.quantile(row, (0.1, 0.5, 0.9))
        assert (each.low, each.median, each.high) == pytest.approx((low, median, high), abs=3e-4)


def test_a_higher_interest_lifts_every_at_least_of_the_same_draws(
    kazakhstan: Basis, fit: Fit
) -> None:
    results = [
        draw_intervals((kazakhstan,), fit, {"KAZ": Setting({"washington_profile": value})}, DRAWS)
        for value in (1.0, 2.0, 3.0)
    ]
    for (less,), (more,) in pairwise(results):
        for below, above in zip(less.at_least, more.at_least, strict=True):
            assert above.low >= below.low
            assert above.median >= below.median
            assert above.high >= below.high


def test_own_weights_and_the_geometric_pool_are_drawn_too(bundled: Atlas, fit: Fit) -> None:
    states = bases_of(bundled, choices=Choices(method="geometric"))
    settings = {"KAZ": Setting(weights={"iran_wedge": 0.5})}
    plain = draw_intervals(states, fit, None, DRAWS)
    changed = draw_intervals(states, fit, settings, DRAWS)
    for before, after in zip(plain, changed, strict=True):
        assert (before == after) == (before.iso3 != "KAZ")


def test_memory_does_not_grow_with_the_number_of_draws(
    states: tuple[Basis, ...], fit: Fit
) -> None:
    peaks: list[int] = []
    for draws in (40_000, 160_000):
        tracemalloc.start()
        draw_intervals(states, fit, None, draws)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.1 * peaks[0]
    assert peaks[1] < 40_000_000


def test_no_world_at_all_is_refused(states: tuple[Basis, ...], fit: Fit) -> None:
    with pytest.raises(ValueError, match="at least one world"):
        draw_intervals(states, fit, None, 0)
