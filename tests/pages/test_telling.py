from itertools import combinations, pairwise

import pytest

from explorer.analysis.pooling import rating_of
from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.pages.series_comparison import comparison_of
from explorer.pages.telling import (
    FEWEST_POINTS,
    LEAST_GAP,
    OLDEST_LATEST,
    most_telling_series,
    series_gap,
)
from explorer.pages.words import study_states

STATES = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")


def difference(atlas: Atlas, factor: str, other: str) -> float:
    one, two = rating_of(atlas, "AZE", factor), rating_of(atlas, other, factor)
    assert one is not None
    assert two is not None
    return abs(one.mode - two.mode)


def test_each_pair_gets_series_of_different_factors_that_both_states_fill(
    atlas: Atlas, observations: Observations
) -> None:
    for one, other in combinations(study_states(atlas), 2):
        found = most_telling_series(atlas, observations, one, other, 4)
        assert len({each.factor for each in found}) == 4
        for each in found:
            for iso3 in (one, other):
                points = observations.series(each.series, iso3).points
                assert len(points) >= FEWEST_POINTS
                assert points[-1].year >= atlas.subject.as_of.year - OLDEST_LATEST


@pytest.mark.parametrize(("one", "other"), list(combinations(STATES, 2)))
def test_no_pair_gets_a_series_on_which_the_two_are_about_level(
    atlas: Atlas, observations: Observations, one: str, other: str
) -> None:
    for each in most_telling_series(atlas, observations, one, other, 4):
        assert series_gap(atlas, observations, each.series, one, other) >= LEAST_GAP
        latest = [observations.series(each.series, iso3).points[-1].value for iso3 in (one, other)]
        assert f"{latest[0]:.1f}" != f"{latest[1]:.1f}"


def test_those_come_first_whose_ratings_and_values_lie_furthest_apart(
    atlas: Atlas, observations: Observations
) -> None:
    for other in STATES[1:]:
        found = most_telling_series(atlas, observations, "AZE", other, 4)
        assert all(each.bearing != "context" for each in found)
        scores = [
            difference(atlas, each.factor, other)
            * series_gap(atlas, observations, each.series, "AZE", other)
            for each in found
        ]
        assert all(before >= after for before, after in pairwise(scores))


def test_of_a_factor_no_series_left_out_tells_more_than_the_one_taken(
    atlas: Atlas, observations: Observations
) -> None:
    for other in STATES[1:]:
        found = most_telling_series(atlas, observations, "AZE", other, 4)
        every = most_telling_series(atlas, observations, "AZE", other, 400)
        for each in found:
            gap = series_gap(atlas, observations, each.series, "AZE", other)
            rivals = [
                series_gap(atlas, observations, rival.series, "AZE", other)
                for rival in every
                if rival.factor == each.factor
                and rival.bearing != "context"
                and comparison_of(atlas, observations, rival.series, "AZE", other).holds
            ]
            assert gap == max(rivals)


def test_no_series_is_chosen_twice_and_asking_for_more_keeps_the_first(
    atlas: Atlas, observations: Observations
) -> None:
    few = most_telling_series(atlas, observations, "AZE", "UZB", 4)
    many = most_telling_series(atlas, observations, "AZE", "UZB", 400)
    refs = [str(each.series) for each in many]
    assert len(refs) == len(set(refs)) > 12
    assert many[:4] == few


@pytest.mark.parametrize(("one", "other"), list(combinations(STATES, 2)))
def test_no_pair_gets_a_series_whose_figures_may_not_be_compared(
    atlas: Atlas, observations: Observations, one: str, other: str
) -> None:
    for each in most_telling_series(atlas, observations, one, other, 4):
        assert comparison_of(atlas, observations, each.series, one, other).holds
