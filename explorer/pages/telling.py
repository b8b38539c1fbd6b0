"""Which series tell most about a pair: those of the factors on which the two differ most."""

from itertools import zip_longest

from explorer.analysis.pooling import rating_of
from explorer.domain.atlas import Atlas
from explorer.domain.indicators import FactorSeries
from explorer.domain.observations import Observations
from explorer.pages.series import FIRST_YEAR
from explorer.pages.series_labels import withheld_because

FEWEST_POINTS = 5
OLDEST_LATEST = 8
"""A series is recent enough if its last value is at most this many years before the judgement."""


def most_telling_series(
    atlas: Atlas, observations: Observations, baseline: str, comparator: str, count: int
) -> tuple[FactorSeries, ...]:
    """Choose up to `count` series for a pair, at most one a factor until each factor had its turn.

    Factors come by the size of the difference between the pooled ratings, largest first. A series
    counts only where both states have at least five values and a recent one. Of a factor's series
    those that point one way come before those that are context; else the pack's order holds.
    """
    per_factor = [
        [
            each
            for each in _by_bearing(atlas, factor)
            if _is_full(atlas, observations, each, baseline)
            and _is_full(atlas, observations, each, comparator)
        ]
        for factor in _by_difference(atlas, baseline, comparator)
    ]
    chosen: dict[str, FactorSeries] = {}
    for turn in zip_longest(*per_factor):
        for each in turn:
            if each is not None:
                chosen.setdefault(str(each.series), each)
    return tuple(chosen.values())[:count]


def _by_difference(atlas: Atlas, baseline: str, comparator: str) -> list[str]:
    """Give the factors' ids, the largest difference first; a factor not rated comes last."""

    def size(factor: str) -> float:
        one, other = rating_of(atlas, baseline, factor), rating_of(atlas, comparator, factor)
        return abs(one.mode - other.mode) if one and other else -1.0

    return sorted((factor.id for factor in atlas.factors), key=size, reverse=True)


def _by_bearing(atlas: Atlas, factor: str) -> list[FactorSeries]:
    found = [each for each in atlas.factor_series if each.factor == factor]
    return sorted(found, key=lambda each: each.bearing == "context")


def _is_full(atlas: Atlas, observations: Observations, each: FactorSeries, iso3: str) -> bool:
    """Say whether a state has values enough, and a recent one, to draw."""
    if withheld_because(atlas, each.series):
        return False
    points = observations.series(each.series, iso3).points
    years = [point.year for point in points if point.year >= FIRST_YEAR]
    recent = atlas.subject.as_of.year - OLDEST_LATEST
    return len(years) >= FEWEST_POINTS and years[-1] >= recent
