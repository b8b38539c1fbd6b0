"""Where the actors' positions settle, each pulling by capability times salience.

The weighted mean is the compromise model, a simple form of Nash's bargaining solution (Achen, C.
H., 2006, Institutional realism and bargaining models, in Thomson, R. et al., The European Union
decides, Cambridge University Press, chapter 4). On decisions of the European Union it did as well
as more elaborate models or better (Achen, in the same book, chapter 10), and against models of the
voting procedure alone it has held up since (Leinaweaver, J. and Thomson, R., 2014, Testing models
of legislative decision-making with measurement error, European Union Politics 15(1), 43-58); that
later test says nothing of other bargaining models. The weighted median is the position that no
weighted majority would leave (Black, D., 1948, On the rationale of group decision-making, Journal
of Political Economy 56(1), 23-34). Capability times salience as the weight follows Bueno de
Mesquita, B., 1994, Political forecasting, in Bueno de Mesquita, B. and Stokman, F. N., European
Community decision making, Yale University Press.

Raters' views of an actor are pooled by their means. Positions are on the ladder's own scale, on
which the lowest rung is 1.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explorer.analysis.pooling import normal_weights, weights_of
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import Actor

_TIE = 1e-9


@dataclass(frozen=True, slots=True)
class Pull:
    """One actor as pooled, and what it does to the mean.

    `weight` is capability times salience, with salience from 0 to 1. `lever` is the share of all
    weight, and so by how much the mean moves for each rung this actor moves. `pull` is the lever
    times how far the actor stands from the mean; all pulls sum to zero. `positions` is the lowest
    and the highest that a rater gave.
    """

    actor: str
    position: float
    salience: float
    capability: float
    weight: float
    lever: float
    pull: float
    positions: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Settlement:
    """Where the actors' positions settle by mean and by median, and each actor's part in it.

    `pulls` are in the order of the pack. Exactly half of the weight on either side makes the
    median the middle between the two positions.
    """

    iso3: str
    mean: float
    median: float
    pulls: tuple[Pull, ...]

    def nearest_rung(self, position: float) -> int:
        """Give the place, counted from 0, of the rung nearest to a position; halves go up."""
        return math.floor(position + 0.5) - 1


def settlement_of(
    atlas: Atlas, iso3: str, rater_weights: Mapping[str, float] | None = None
) -> Settlement | None:
    """Settle the actors of a state; `None` where nobody described any that carries weight."""
    groups: dict[str, list[Actor]] = {}
    for actor in atlas.actors:
        if actor.iso3 == iso3:
            groups.setdefault(actor.actor, []).append(actor)
    pooled = [pool_actor(views, rater_weights) for views in groups.values()]
    if not any(actor.weight > 0.0 for actor in pooled):
        return None
    return settle(iso3, pooled)


def pool_actor(views: Sequence[Actor], rater_weights: Mapping[str, float] | None = None) -> Pull:
    """Pool the raters' views of one actor, whose pull is not reckoned yet.

    Raises:
        ValueError: if there is no view, or the weights do not fit.
    """
    counts = normal_weights(weights_of([view.rater for view in views], rater_weights), len(views))

    def mean(values: Sequence[float]) -> float:
        return math.fsum(count * value for count, value in zip(counts, values, strict=True))

    positions = [view.position for view in views]
    salience = mean([view.salience for view in views])
    capability = mean([view.capability for view in views])
    return Pull(
        actor=views[0].actor,
        position=mean(positions),
        salience=salience,
        capability=capability,
        weight=capability * salience / 100.0,
        lever=0.0,
        pull=0.0,
        positions=(min(positions), max(positions)),
    )


def settle(iso3: str, actors: Sequence[Pull]) -> Settlement:
    """Reckon mean, median, levers and pulls from the actors' positions and weights.

    Raises:
        ValueError: if no actor carries any weight.
    """
    levers = normal_weights([actor.weight for actor in actors], len(actors))
    pairs = list(zip(levers, actors, strict=True))
    mean = math.fsum(lever * actor.position for lever, actor in pairs)
    median = weighted_median([actor.position for actor in actors], levers)
    pulls = tuple(_with_pull(actor, lever, mean) for lever, actor in pairs)
    return Settlement(iso3, mean, median, pulls)


def weighted_median(positions: Sequence[float], weights: Sequence[float]) -> float:
    """Give the position with no more than half of the weight on either side.

    Where exactly half lies on either side of a gap, the middle of the gap.

    Raises:
        ValueError: if no position carries any weight.
    """
    pairs = sorted(zip(positions, weights, strict=True))
    pairs = [pair for pair in pairs if pair[1] > 0.0]
    half = math.fsum(weight for _, weight in pairs) / 2.0
    below = 0.0
    for place, (position, weight) in enumerate(pairs):
        below += weight
        if abs(below - half) <= _TIE * half and place + 1 < len(pairs):
            return (position + pairs[place + 1][0]) / 2.0
        if below > half:
            return position
    raise ValueError("a median needs at least one position that carries weight")


def _with_pull(actor: Pull, lever: float, mean: float) -> Pull:
    return Pull(
        actor=actor.actor,
        position=actor.position,
        salience=actor.salience,
        capability=actor.capability,
        weight=actor.weight,
        lever=lever,
        pull=lever * (actor.position - mean),
        positions=actor.positions,
    )
