"""Which series tell most: of a pair, those of the factors on which the two differ most."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from explorer.analysis.contrast import relative_gap
from explorer.analysis.pooling import rating_of
from explorer.domain.atlas import Atlas
from explorer.domain.indicators import FactorSeries, SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.series import FIRST_YEAR
from explorer.pages.series_labels import parse_ref, withheld_because
from explorer.pages.words import study_states

FEWEST_POINTS = 5
LEAST_GAP = 0.5
"""Two states are about level where they differ by less than half of what two states usually do."""
_LATELY = 5
OLDEST_LATEST = 8
"""A series is recent enough if its last value is at most this many years before the judgement."""

FEWEST_COUNTRIES = 2
"""A chart compares from two countries on."""


def most_telling_series(
    atlas: Atlas, observations: Observations, baseline: str, comparator: str, count: int
) -> tuple[FactorSeries, ...]:
    """Choose up to `count` series for a pair, those that tell most first.

    Factors come by the size of the difference between the pooled ratings, largest first. Each
    gives the series that points one way and on which the two lie furthest apart; then those
    without such a series give one that is context; then each gives a further one, and so on. A
    series on which the two are about level waits until all others are taken. A series counts only
    where both states have at least five values and a recent one, and is shown once.
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
    gaps = {
        str(each.series): series_gap(atlas, observations, each.series, baseline, comparator)
        for found in full.values()
        for each in found
    }
    apart = {key: _furthest_first(found, gaps) for key, found in full.items()}
    telling = [[each for each in apart[key] if each.bearing != "context"] for key in factors]
    context = [[each for each in apart[key] if each.bearing == "context"] for key in factors]
    _take_one_each(telling, chosen)
    have = {each.factor for each in chosen.values()}
    _take_one_each([c for key, c in zip(factors, context, strict=True) if key not in have], chosen)
    both = [[*one, *other] for one, other in zip(telling, context, strict=True)]
    while _take_one_each(both, chosen):
        pass
    while _take_one_each(full.values(), chosen):
        pass
    return tuple(chosen.values())[:count]


def first_shown(observations: Observations, refs: Sequence[str], countries: Sequence[str]) -> str:
    """Give the first series with values for at least two of the countries, or the very first.

    The series come from most to least telling, but some have no values for some countries.
    """
    for ref in refs:
        series = parse_ref(ref)
        if sum(observations.has_values(series, iso3) for iso3 in countries) >= FEWEST_COUNTRIES:
            return ref
    return refs[0]


def series_gap(
    atlas: Atlas, observations: Observations, ref: SeriesRef, one: str, other: str
) -> float:
    """Give how far apart two states lie on a series, in usual differences of two states.

    It is the smaller of the gap between the latest values and that between the means of the
    latest five, each as a multiple of the mean difference of the states that the pack compares:
    two states that met lately, or for a year only, are not far apart.
    """
    values = {
        iso3: [point.value for point in observations.series(ref, iso3).points[-_LATELY:]]
        for iso3 in study_states(atlas)
    }
    known = {iso3: found for iso3, found in values.items() if found}
    if one not in known or other not in known:
        return 0.0
    latest = {iso3: found[-1] for iso3, found in known.items()}
    means = {iso3: fmean(found) for iso3, found in known.items()}
    return min(
        relative_gap(level[one], level[other], tuple(level.values())) for level in (latest, means)
    )


def _furthest_first(
    found: Iterable[FactorSeries], gaps: Mapping[str, float]
) -> list[FactorSeries]:
    """Give the series that tell two states apart, the largest gap first."""
    apart = [each for each in found if gaps[str(each.series)] >= LEAST_GAP]
    return sorted(apart, key=lambda each: gaps[str(each.series)], reverse=True)


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
