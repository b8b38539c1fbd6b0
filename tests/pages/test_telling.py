from itertools import pairwise

from explorer.analysis.pooling import rating_of
from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.pages.telling import FEWEST_POINTS, OLDEST_LATEST, most_telling_series
from explorer.pages.words import study_states


def difference(atlas: Atlas, factor: str, other: str) -> float:
    one, two = rating_of(atlas, "AZE", factor), rating_of(atlas, other, factor)
    assert one is not None
    assert two is not None
    return abs(one.mode - two.mode)


def test_each_pair_gets_series_of_different_factors_that_both_states_fill(
    atlas: Atlas, observations: Observations
) -> None:
    for other in study_states(atlas)[1:]:
        found = most_telling_series(atlas, observations, "AZE", other, 6)
        assert len(found) == 6
        assert len({each.factor for each in found}) == 6
        for each in found:
            for iso3 in ("AZE", other):
                points = observations.series(each.series, iso3).points
                assert len(points) >= FEWEST_POINTS
                assert points[-1].year >= atlas.subject.as_of.year - OLDEST_LATEST


def test_series_that_point_one_way_come_first_by_the_size_of_the_difference(
    atlas: Atlas, observations: Observations
) -> None:
    found = most_telling_series(atlas, observations, "AZE", "KAZ", 5)
    assert all(each.bearing != "context" for each in found)
    sizes = [difference(atlas, each.factor, "KAZ") for each in found]
    assert all(before >= after for before, after in pairwise(sizes))


def test_no_series_is_chosen_twice_and_asking_for_more_keeps_the_first(
    atlas: Atlas, observations: Observations
) -> None:
    few = most_telling_series(atlas, observations, "AZE", "UZB", 4)
    many = most_telling_series(atlas, observations, "AZE", "UZB", 400)
    refs = [str(each.series) for each in many]
    assert len(refs) == len(set(refs)) > 12
    assert many[:4] == few
