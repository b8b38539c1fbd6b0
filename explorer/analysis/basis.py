"""What a forecast starts from: a state's judged ladder, ratings and weights, pooled once.

A ladder judged under a scenario rests on that scenario's ratings: the pooled ratings moved by the
steps the scenario states, held within the scale. So the anchor and the propensity it belongs to
are always of the same world.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from explorer.analysis.pooling import Pool, PooledLadder, PooledRating, ladder_of, rating_of
from explorer.analysis.propensity import Propensity, propensity, within_scale
from explorer.analysis.weights import PooledWeights, weights_in
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Group
from explorer.domain.outcomes import BASELINE_SCENARIO


@dataclass(frozen=True, slots=True)
class Choices:
    """How the judgements are pooled: linear or geometric, what each rater counts for, and when.

    A rater whom `rater_weights` does not name counts one. `as_of` is the present date if `None`.
    """

    method: Pool = "linear"
    rater_weights: Mapping[str, float] | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """One factor of a state as pooled: its group, weight and rating, with the scenario's step.

    `low`, `mode` and `high` have the step in them. Weights sum to one over a state's standings.
    """

    factor: str
    group: Group
    weight: float
    low: float
    mode: float
    high: float
    step: float
    pooled: PooledRating


@dataclass(frozen=True, slots=True)
class Basis:
    """Everything a forecast of one state starts from, under one scenario.

    `raters` are those of the ladder, in the order of `anchor.ladders`; `rater_weights` holds what
    each of them gave the factors of `standings`, each row summing to one. `unrated` are factors
    that have no rating; they take no part, and the weights of the others are stretched to one.
    """

    iso3: str
    scenario: str
    anchor: PooledLadder
    standings: tuple[Standing, ...]
    raters: tuple[str, ...]
    rater_weights: tuple[tuple[float, ...], ...]
    unrated: tuple[str, ...] = field(default=())

    @property
    def groups(self) -> tuple[Group, ...]:
        """Give the factors' groups, in order."""
        return tuple(each.group for each in self.standings)

    @property
    def weights(self) -> tuple[float, ...]:
        """Give the factors' pooled weights, in order; they sum to one."""
        return tuple(each.weight for each in self.standings)

    @property
    def ratings(self) -> tuple[float, ...]:
        """Give the factors' pooled best values, in order."""
        return tuple(each.mode for each in self.standings)

    @property
    def propensity(self) -> Propensity:
        """Give the propensity at which the anchor was judged."""
        return propensity(self.groups, self.weights, self.ratings)


def basis_of(
    atlas: Atlas, iso3: str, scenario: str = BASELINE_SCENARIO, choices: Choices | None = None
) -> Basis | None:
    """Gather what a state's forecast starts from; `None` where it has no ladder or no rating."""
    choices = choices or Choices()
    day = choices.as_of or atlas.subject.as_of
    anchor = ladder_of(atlas, iso3, scenario, day, choices.rater_weights, choices.method)
    pooled = weights_in(atlas, choices.rater_weights)
    ratings = {
        factor: rating
        for factor in pooled.factors
        if (rating := rating_of(atlas, iso3, factor, day, choices.rater_weights)) is not None
    }
    if anchor is None or not ratings:
        return None
    raters = tuple(ladder.rater for ladder in atlas.ladders_of(iso3, scenario, day))
    return Basis(
        iso3=iso3,
        scenario=scenario,
        anchor=anchor,
        standings=_standings(atlas, scenario, pooled, ratings),
        raters=raters,
        rater_weights=tuple(_kept(pooled, pooled.of_rater(who), ratings) for who in raters),
        unrated=tuple(factor for factor in pooled.factors if factor not in ratings),
    )


def bases_of(
    atlas: Atlas, scenario: str = BASELINE_SCENARIO, choices: Choices | None = None
) -> tuple[Basis, ...]:
    """Gather the bases of all compared states that were judged, in the pack's order."""
    found = (basis_of(atlas, iso3, scenario, choices) for iso3 in atlas.subject.compared)
    return tuple(basis for basis in found if basis is not None)


def steps_of(atlas: Atlas, scenario: str) -> dict[str, float]:
    """Give by how many scale points a scenario moves each factor it moves."""
    return {step.factor: step.shift for step in atlas.scenario_shifts if step.scenario == scenario}


def _standings(
    atlas: Atlas, scenario: str, pooled: PooledWeights, ratings: Mapping[str, PooledRating]
) -> tuple[Standing, ...]:
    steps = steps_of(atlas, scenario)
    weights = dict(zip(ratings, _kept(pooled, pooled.shares, ratings), strict=True))
    found: list[Standing] = []
    for factor, rating in ratings.items():
        step = steps.get(factor, 0.0)
        low, mode, high = (
            within_scale(each + step) for each in (rating.low, rating.mode, rating.high)
        )
        group = atlas.factor_by_id[factor].group
        found.append(Standing(factor, group, weights[factor], low, mode, high, step, rating))
    return tuple(found)


def _kept(
    pooled: PooledWeights, shares: tuple[float, ...], ratings: Mapping[str, PooledRating]
) -> tuple[float, ...]:
    """Give the weights of the rated factors, stretched to sum to one; alike where all are zero."""
    pairs = zip(pooled.factors, shares, strict=True)
    kept = [share for factor, share in pairs if factor in ratings]
    total = sum(kept)
    return tuple(share / total if total > 0.0 else 1.0 / len(kept) for share in kept)
