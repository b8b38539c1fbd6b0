import math
from collections.abc import Sequence
from datetime import date
from statistics import NormalDist, fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.pooling import (
    Pool,
    pool_confidence,
    pool_ladders,
    pool_ratings,
    weights_of,
)
from explorer.domain.judgement import Confidence, Rating

DAY = date(2026, 11, 23)
WORDS: tuple[Confidence, ...] = ("low", "moderate", "high")


def a_rating(low: float, mode: float, high: float, confidence: Confidence = "low") -> Rating:
    return Rating("R1", DAY, "KAZ", "iran_wedge", low, mode, high, confidence, "", "", ())


def ladders() -> st.SearchStrategy[list[list[float]]]:
    weights = st.lists(st.floats(0.001, 1.0), min_size=5, max_size=5)
    ladder = weights.map(lambda values: [value / sum(values) for value in values])
    return st.lists(ladder, min_size=1, max_size=6)


def _mean(ladder: Sequence[float]) -> float:
    return sum(place * share for place, share in enumerate(ladder)) / sum(ladder)


def _variance(ladder: Sequence[float]) -> float:
    mean = _mean(ladder)
    total = sum((place - mean) ** 2 * share for place, share in enumerate(ladder))
    return total / sum(ladder)


def ratings() -> st.SearchStrategy[list[Rating]]:
    points = st.lists(st.floats(0.0, 4.0), min_size=3, max_size=3).map(sorted)
    rating = st.tuples(points, st.sampled_from(WORDS)).map(
        lambda pair: a_rating(pair[0][0], pair[0][1], pair[0][2], pair[1])
    )
    return st.lists(rating, min_size=1, max_size=6)


def test_a_pool_of_two_experts_is_the_mean_of_their_probabilities() -> None:
    """Stone (1961), equal weights, by hand: (0.2 + 0.6) / 2, (0.5 + 0.3) / 2, (0.3 + 0.1) / 2."""
    pooled = pool_ladders([(0.2, 0.5, 0.3), (0.6, 0.3, 0.1)])
    assert pooled.shares == pytest.approx((0.4, 0.4, 0.2))
    assert pooled.raters == 2
    assert pooled.excess == pytest.approx(0.0)


def test_the_weighted_pool_that_another_library_tests_comes_out() -> None:
    """From the tests of fusion_recipes in the public package wc_predictor, a linear opinion pool.

    By hand for the first: (2 x 0.6 + 0.3 + 0.2) / 4 = 0.425.
    """
    rows = [(0.60, 0.25, 0.15), (0.30, 0.35, 0.35), (0.20, 0.30, 0.50)]
    pooled = pool_ladders(rows, (2.0, 1.0, 1.0))
    assert pooled.shares == pytest.approx((0.425, 0.2875, 0.2875))


def test_rows_that_miss_one_are_projected_and_the_size_of_the_repair_is_told() -> None:
    """Each number gives up half of 0.02, so the row moves by the root of 2 times 0.01 squared."""
    pooled = pool_ladders([(0.5, 0.52), (0.5, 0.5)])
    assert pooled.ladders == (pytest.approx((0.49, 0.51)), (0.5, 0.5))
    assert pooled.shares == pytest.approx((0.495, 0.505))
    assert pooled.excess == pytest.approx(0.01)
    assert pooled.repairs == pytest.approx((0.01 * math.sqrt(2), 0.0))


def test_the_geometric_pool_of_two_experts_is_the_root_of_their_product() -> None:
    """By hand: roots of 0.1 x 0.4, 0.9 x 0.6 are 0.2, 0.7348; their sum 0.9348 divides both."""
    pooled = pool_ladders([(0.1, 0.9), (0.4, 0.6)], method="geometric")
    assert pooled.shares == pytest.approx((0.2 / 0.93485, 0.73485 / 0.93485), abs=1e-5)
    assert pooled.method == "geometric"


def test_the_geometric_pool_averages_log_odds_of_a_yes_or_no() -> None:
    """Genest and Zidek (1986): in two classes the pool's log-odds are the mean of the log-odds."""
    pooled = pool_ladders([(0.2, 0.8), (0.7, 0.3)], (1, 3), "geometric")
    mean = 0.25 * math.log(0.2 / 0.8) + 0.75 * math.log(0.7 / 0.3)
    assert math.log(pooled.shares[0] / pooled.shares[1]) == pytest.approx(mean)


def test_a_rung_that_one_rater_rules_out_is_ruled_out_by_the_geometric_pool_alone() -> None:
    rows = [(0.0, 0.5, 0.5), (0.4, 0.3, 0.3)]
    assert pool_ladders(rows, method="geometric").shares[0] == 0.0
    assert pool_ladders(rows).shares[0] == pytest.approx(0.2)
    assert pool_ladders(rows, (0, 1), "geometric").shares == pytest.approx(rows[1])
    with pytest.raises(ValueError, match="rule out every rung"):
        pool_ladders([(1.0, 0.0), (0.0, 1.0)], method="geometric")


def test_a_rater_counts_for_as_much_as_the_weights_say() -> None:
    pooled = pool_ladders([(0.2, 0.8), (0.6, 0.4)], (3, 1))
    assert pooled.shares == pytest.approx((0.3, 0.7))
    assert pooled.weights == (0.75, 0.25)
    assert pooled.ranges == ((0.2, 0.6), (0.4, 0.8))
    rating = pool_ratings([a_rating(0, 1, 2), a_rating(2, 3, 4)], (3, 1))
    assert (rating.low, rating.mode, rating.high) == (0.5, 1.5, 2.5)


@pytest.mark.parametrize("wrong", [(1,), (1, -1), (0, 0), (math.nan, 1), (math.inf, 1)])
def test_weights_that_do_not_fit_are_refused(wrong: Sequence[float]) -> None:
    with pytest.raises(ValueError, match="2 weights"):
        pool_ladders([(0.5, 0.5), (0.5, 0.5)], wrong)


def test_a_rater_whom_the_weights_do_not_name_counts_one() -> None:
    assert weights_of(("R1", "R2"), {"R1": 3.0}) == (3.0, 1.0)
    assert weights_of(("R1", "R2"), None) is None


@given(ladders(), st.sampled_from(["linear", "geometric"]))
def test_a_pool_of_raters_who_agree_is_what_they_say(
    given_: list[list[float]], method: Pool
) -> None:
    pooled = pool_ladders([given_[0]] * 3, (1, 2, 5), method)
    assert pooled.shares == pytest.approx(given_[0])
    assert sum(pooled.shares) == pytest.approx(1.0)


@given(ladders())
def test_equal_weights_are_the_same_as_none(given_: list[list[float]]) -> None:
    assert pool_ladders(given_, [2.0] * len(given_)).shares == pytest.approx(
        pool_ladders(given_).shares
    )


def test_of_two_rungs_equally_likely_the_lower_one_leads() -> None:
    assert pool_ladders([(0.4, 0.4, 0.2)]).leading == 0


@pytest.mark.parametrize("nothing", [[], [(0.0, 0.0)]])
def test_a_pool_of_nothing_is_refused(nothing: Sequence[Sequence[float]]) -> None:
    with pytest.raises(ValueError, match="no"):
        pool_ladders(nothing)
    with pytest.raises(ValueError, match="no rating"):
        pool_ratings([])
    with pytest.raises(ValueError, match="no confidence"):
        pool_confidence([])


@given(ladders())
def test_a_pooled_ladder_sums_to_one_and_stays_between_the_raters(
    given_: list[list[float]],
) -> None:
    pooled = pool_ladders(given_)
    assert sum(pooled.shares) == pytest.approx(1.0)
    for share, column in zip(pooled.shares, zip(*given_, strict=True), strict=True):
        assert min(column) - 1e-9 <= share <= max(column) + 1e-9


@given(ladders())
def test_a_pool_spreads_by_the_mean_spread_and_by_how_far_the_raters_means_lie_apart(
    given_: list[list[float]],
) -> None:
    """The law of total variance, which the notes on the linear pool rest on."""
    pooled = pool_ladders(given_).shares
    means = [_mean(ladder) for ladder in given_]
    within = fmean(_variance(ladder) for ladder in given_)
    between = fmean((mean - _mean(pooled)) ** 2 for mean in means)
    assert _variance(pooled) == pytest.approx(within + between)


@given(ladders())
def test_the_order_of_the_raters_does_not_matter_to_a_ladder(given_: list[list[float]]) -> None:
    there, back = pool_ladders(given_), pool_ladders(given_[::-1])
    assert there.shares == pytest.approx(back.shares)


def test_averaged_quantiles_of_two_normals_are_those_of_the_mean_normal() -> None:
    """Lichtendahl et al. (2013): averaged quantiles of a location-scale family stay in it.

    The average of N(1, 0.5) and N(2, 1.0) is N(1.5, 0.75), at every quantile.
    """
    experts = [NormalDist(1.0, 0.5), NormalDist(2.0, 1.0)]
    pooled = pool_ratings([a_rating(e.inv_cdf(0.1), e.mean, e.inv_cdf(0.9)) for e in experts])
    expected = NormalDist(1.5, 0.75)
    assert pooled.low == pytest.approx(expected.inv_cdf(0.1))
    assert pooled.mode == pytest.approx(1.5)
    assert pooled.high == pytest.approx(expected.inv_cdf(0.9))


def test_spread_is_the_largest_best_value_less_the_smallest() -> None:
    pooled = pool_ratings([a_rating(0.5, 1.0, 2.0), a_rating(1.5, 2.6, 3.0)])
    assert pooled.spread == pytest.approx(1.6)
    assert pooled.modes == (1.0, 2.6)
    assert not pooled.apart


def test_ranges_that_do_not_meet_are_apart_and_those_that_touch_are_not() -> None:
    assert pool_ratings([a_rating(0.0, 0.5, 1.0), a_rating(1.1, 1.2, 2.0)]).apart
    assert not pool_ratings([a_rating(0.0, 0.5, 1.0), a_rating(1.0, 1.2, 2.0)]).apart


@pytest.mark.parametrize(
    ("said", "pooled"),
    [
        (("high", "high", "moderate", "low"), "moderate"),
        (("high", "high", "low", "low"), "low"),
        (("high", "high", "high", "low"), "high"),
        (("moderate",), "moderate"),
    ],
)
def test_of_two_middle_confidences_the_more_cautious_counts(
    said: tuple[Confidence, ...], pooled: Confidence
) -> None:
    assert pool_confidence(said) == pooled


@given(ratings())
def test_a_pooled_rating_keeps_its_order_and_stays_between_the_raters(
    given_: list[Rating],
) -> None:
    pooled = pool_ratings(given_)
    assert pooled.low <= pooled.mode + 1e-9
    assert pooled.mode <= pooled.high + 1e-9
    assert min(pooled.modes) - 1e-9 <= pooled.mode <= max(pooled.modes) + 1e-9
    at_most = sum(
        WORDS.index(each.confidence) <= WORDS.index(pooled.confidence) for each in given_
    )
    assert at_most * 2 >= len(given_)
