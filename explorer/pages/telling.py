"""Which series tell most about a pair: those of the factors on which the two differ most."""

from collections.abc import Iterable

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
    """Choose up to `count` series for a pair, those that tell most first.

    Factors come by the size of the difference between the pooled ratings, largest first. Each
    gives one series that points one way; then those without such a series give one that is
    context; then each gives a further one, and so on. A series counts only where both states have
    at least five values and a recent one, and is shown once.
    """
    chosen: dict[str, FactorSeries] = {}
    factors = _by_difference(atlas, baseline, comparator)
    full = {
        factor: [
            each
            for each in atlas.factor_series
            if each.factor == factor
            and _is_full(atlas, observations, each, baseline)
            and _is_full(atlas, observations, each, comparator)
        ]
        for factor in factors
    }
    telling = [[each for each in full[key] if each.bearing != "context"] for key in factors]
    context = [[each for each in full[key] if each.bearing == "context"] for key in factors]
    _take_one_each(telling, chosen)
    have = {each.factor for each in chosen.values()}
    _take_one_each([c for key, c in zip(factors, context, strict=True) if key not in have], chosen)
    both = [[*one, *other] for one, other in zip(telling, context, strict=True)]
    while _take_one_each(both, chosen):
        pass
    return tuple(chosen.values())[:count]


def _take_one_each(
    per_factor: Iterable[Iterable[FactorSeries]], chosen: dict[str, FactorSeries]
) -> bool:
    """Add the first series of each factor that is not chosen yet; say whether there was any."""
    before = len(chosen)
    for found in per_factor:
        fresh = next((each for each in found if str(each.series) not in chosen), None)
        if fresh is not None:
            chosen[str(fresh.series)] = fresh
    return len(chosen) > before


def _by_difference(atlas: Atlas, baseline: str, comparator: str) -> list[str]:
    """Give the factors' ids, the largest difference first; a factor not rated comes last."""

    def size(factor: str) -> float:
        one, other = rating_of(atlas, baseline, factor), rating_of(atlas, comparator, factor)
        return abs(one.mode - other.mode) if one and other else -1.0

    return sorted((factor.id for factor in atlas.factors), key=size, reverse=True)


def _is_full(atlas: Atlas, observations: Observations, each: FactorSeries, iso3: str) -> bool:
    """Say whether a state has values enough, and a recent one, to draw."""
    if withheld_because(atlas, each.series):
        return False
    points = observations.series(each.series, iso3).points
    years = [point.year for point in points if point.year >= FIRST_YEAR]
    recent = atlas.subject.as_of.year - OLDEST_LATEST
    return len(years) >= FEWEST_POINTS and years[-1] >= recent
