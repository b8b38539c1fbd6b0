"""Which series tell most: of a pair, those of the factors on which the two differ most."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from statistics import fmean

from explorer.analysis.contrast import mean_swing, relative_gap
from explorer.analysis.pooling import rating_of
from explorer.domain.atlas import Atlas
from explorer.domain.indicators import FactorSeries, SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.series import FIRST_YEAR
from explorer.pages.series_comparison import comparison_of
from explorer.pages.series_labels import withheld_because
from explorer.pages.words import study_states

FEWEST_POINTS = 5
LEAST_GAP = 0.6
"""Two states are about level where they differ by less than this times what two usually do."""
_LATELY, _SWINGS = 5, 11
"""How many of the latest values tell the level, and how many tell ten changes."""
OLDEST_LATEST = 8
"""A series is recent enough if its last value is at most this many years before the judgement."""


def most_telling_series(
    atlas: Atlas, observations: Observations, baseline: str, comparator: str, count: int
) -> tuple[FactorSeries, ...]:
    """Choose up to `count` series for a pair, those that tell most first.

    A series tells the more, the further the ratings of its factor and its own values lie apart:
    the product of both ranks it. Each factor gives the series that points one way and on which
    the two lie furthest apart; then those without such a series give one that is context; then
    each gives a further one, and so on. A series on which the two are about level waits until all
    others are taken. So does one whose latest figures may not be compared: what sets them apart
    may not lie in the states. A series counts only where both states have at least five values
    and a recent one, and is shown once.
    """
    sizes = _differences(atlas, baseline, comparator)
    full = {
        factor: [
            each
            for each in atlas.factor_series
            if each.factor == factor
            and _is_full(atlas, observations, each, baseline)
            and _is_full(atlas, observations, each, comparator)
        ]
        for factor in sizes
    }
    gaps = {
        str(each.series): series_gap(atlas, observations, each.series, baseline, comparator)
        if comparison_of(atlas, observations, each.series, baseline, comparator).holds
        else 0.0
        for found in full.values()
        for each in found
    }

    def score(each: FactorSeries) -> float:
        return sizes[each.factor] * gaps[str(each.series)]

    chosen: dict[str, FactorSeries] = {}
    apart = {factor: _furthest_first(found, gaps) for factor, found in full.items()}
    telling = [[each for each in found if each.bearing != "context"] for found in apart.values()]
    context = [[each for each in found if each.bearing == "context"] for found in apart.values()]
    _take_one_each(telling, score, chosen)
    have = {each.factor for each in chosen.values()}
    _take_one_each([found for found in context if not _of(found, have)], score, chosen)
    both = [[*one, *other] for one, other in zip(telling, context, strict=True)]
    while _take_one_each(both, score, chosen):
        pass
    while _take_one_each(full.values(), score, chosen):
        pass
    return tuple(chosen.values())[:count]


def series_gap(
    atlas: Atlas, observations: Observations, ref: SeriesRef, one: str, other: str
) -> float:
    """Give how far apart two states lie on a series, in usual differences of two states.

    It is the smaller of the gap between the latest values and that between the means of the
    latest five, each as a multiple of the mean difference of the states that the pack compares, or
    of what the two usually change from one value to the next where that is more. So two states
    that met lately, or parted for a year only, are not far apart.
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
    swing = fmean(
        mean_swing([point.value for point in observations.series(ref, iso3).points[-_SWINGS:]])
        for iso3 in (one, other)
    )
    return min(
        relative_gap(level[one], level[other], tuple(level.values()), swing)
        for level in (latest, means)
    )


def _furthest_first(
    found: Iterable[FactorSeries], gaps: Mapping[str, float]
) -> list[FactorSeries]:
    """Give the series that tell two states apart, the largest gap first."""
    apart = [each for each in found if gaps[str(each.series)] >= LEAST_GAP]
    return sorted(apart, key=lambda each: gaps[str(each.series)], reverse=True)


def _of(found: Sequence[FactorSeries], factors: Collection[str]) -> bool:
    return any(each.factor in factors for each in found)


def _take_one_each(
    per_factor: Iterable[Sequence[FactorSeries]],
    score: Callable[[FactorSeries], float],
    chosen: dict[str, FactorSeries],
) -> bool:
    """Add of each factor the first series not chosen yet, best score first; say if there was any.

    A series that bears on two factors goes to the one where it scores higher.
    """
    waiting, before = list(per_factor), len(chosen)
    while True:
        firsts = (
            next((each for each in found if str(each.series) not in chosen), None)
            for found in waiting
        )
        fresh = [each for each in firsts if each is not None]
        if not fresh:
            return len(chosen) > before
        best = max(fresh, key=score)
        chosen[str(best.series)] = best
        waiting = [found for found in waiting if not _of(found, {best.factor})]


def _differences(atlas: Atlas, baseline: str, comparator: str) -> dict[str, float]:
    """Give by how much the pooled ratings of each factor differ; 0 where one has none."""

    def size(factor: str) -> float:
        one, other = rating_of(atlas, baseline, factor), rating_of(atlas, comparator, factor)
        return abs(one.mode - other.mode) if one and other else 0.0

    return {factor.id: size(factor.id) for factor in atlas.factors}


def _is_full(atlas: Atlas, observations: Observations, each: FactorSeries, iso3: str) -> bool:
    """Say whether a state has values enough, and a recent one, to draw."""
    if withheld_because(atlas, each.series):
        return False
    points = observations.series(each.series, iso3).points
    years = [point.year for point in points if point.year >= FIRST_YEAR]
    recent = atlas.subject.as_of.year - OLDEST_LATEST
    return len(years) >= FEWEST_POINTS and years[-1] >= recent
