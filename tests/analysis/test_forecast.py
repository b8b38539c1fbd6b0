import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.basis import Basis
from explorer.analysis.forecast import Setting, forecast
from explorer.analysis.odds import Event, at_least, log_odds

FACTORS = (
    "diplomatic_legitimacy",
    "energy_diversification",
    "iran_wedge",
    "washington_profile",
    "public_opinion",
    "russia_china_pressure",
)
SETTINGS = st.dictionaries(st.sampled_from(FACTORS), st.floats(0.0, 4.0))


def test_with_nothing_changed_the_forecast_is_the_anchor_to_the_last_digit(
    kazakhstan: Basis,
) -> None:
    assert forecast(kazakhstan, 13.0).shares == kazakhstan.anchor.shares
    standings = kazakhstan.standings
    per_cent = {each.factor: 100.0 * each.weight for each in standings}
    same = Setting({each.factor: each.mode for each in standings}, per_cent)
    assert forecast(kazakhstan, 13.0, same).shares == kazakhstan.anchor.shares


def test_one_rating_moves_every_at_least_by_beta_times_its_weight(kazakhstan: Basis) -> None:
    """By hand: one point on a factor of weight w is w / 4 of propensity, so beta w / 4 of odds."""
    standing = next(x for x in kazakhstan.standings if x.factor == "washington_profile")
    setting = Setting({standing.factor: standing.mode - 1.0})
    found = forecast(kazakhstan, 10.0, setting)
    assert found.shift == pytest.approx(-10.0 * standing.weight / 4)
    assert sum(found.part_shifts) == pytest.approx(found.shift)
    before = at_least(kazakhstan.anchor.shares)[2]
    assert log_odds(found.at_least[2]) - log_odds(before) == pytest.approx(found.shift)
    assert found.probability(Event("at_least", 2)) == found.at_least[2]
    assert found.shares[found.leading] == max(found.shares)


def test_a_weight_that_is_set_takes_from_the_others_in_proportion(kazakhstan: Basis) -> None:
    weight = kazakhstan.weights[0]
    found = forecast(kazakhstan, 10.0, Setting(weights={kazakhstan.standings[0].factor: 1.0}))
    assert found.weights[0] == pytest.approx(1.0 / (2.0 - weight))
    assert sum(found.weights) == pytest.approx(1.0)
    ratio = found.weights[1] / found.weights[2]
    assert ratio == pytest.approx(kazakhstan.weights[1] / kazakhstan.weights[2])


def test_a_rating_beyond_the_scale_is_held_at_its_end(kazakhstan: Basis) -> None:
    factor = kazakhstan.standings[0].factor
    beyond, end = (forecast(kazakhstan, 9.0, Setting({factor: value})) for value in (9.0, 4.0))
    assert beyond.shares == end.shares


@given(SETTINGS, SETTINGS, st.floats(0.0, 40.0))
def test_a_forecast_is_a_set_of_probabilities(
    kazakhstan: Basis, ratings: dict[str, float], weights: dict[str, float], beta: float
) -> None:
    found = forecast(kazakhstan, beta, Setting(ratings, weights))
    assert math.fsum(found.shares) == pytest.approx(1.0)
    assert min(found.shares) >= 0.0
    assert math.fsum(found.weights) == pytest.approx(1.0)


@given(SETTINGS, st.sampled_from(FACTORS), st.floats(0.0, 4.0), st.floats(0.0, 4.0))
def test_raising_an_interest_never_lowers_at_least_any_rung_and_a_constraint_never_raises_it(
    kazakhstan: Basis, ratings: dict[str, float], factor: str, one: float, other: float
) -> None:
    group = next(x.group for x in kazakhstan.standings if x.factor == factor)
    low, high = sorted((one, other), reverse=group == "constraint")
    less = forecast(kazakhstan, 13.0, Setting({**ratings, factor: low}))
    more = forecast(kazakhstan, 13.0, Setting({**ratings, factor: high}))
    pairs = zip(less.at_least, more.at_least, strict=True)
    assert all(after >= before - 1e-12 for before, after in pairs)
