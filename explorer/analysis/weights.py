"""What each factor counts for: the raters' weights as one set that sums to one.

Each rater's weights are made to sum to one before they are averaged, so that nobody counts for
more by writing larger numbers. The mean of weights is the usual way to join raters of a linear
additive model (von Winterfeldt, D. and Edwards, W., 1986, Decision analysis and behavioral
research, Cambridge University Press).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explorer.analysis.pooling import normal_weights, weights_of
from explorer.domain.atlas import Atlas


@dataclass(frozen=True, slots=True)
class PooledWeights:
    """The weight of each factor, in the pack's order; `shares` sum to one.

    `raters` are those who gave weights and `by_rater` what each of them gave, made to sum to one.
    """

    factors: tuple[str, ...]
    shares: tuple[float, ...]
    raters: tuple[str, ...]
    by_rater: tuple[tuple[float, ...], ...]

    @property
    def ranges(self) -> tuple[tuple[float, float], ...]:
        """Give the lowest and the highest weight that a rater gave each factor."""
        return tuple((min(column), max(column)) for column in zip(*self.by_rater, strict=True))

    def of_rater(self, rater: str) -> tuple[float, ...]:
        """Give a rater's own weights, or the pooled ones where that rater gave none."""
        return self.by_rater[self.raters.index(rater)] if rater in self.raters else self.shares


def pool_weights(
    factors: Sequence[str],
    given: Mapping[str, Mapping[str, float]],
    rater_weights: Mapping[str, float] | None = None,
) -> PooledWeights:
    """Pool weights by rater and factor; a factor that a rater leaves out weighs nothing to them.

    Where nobody gave any weight, all factors weigh the same.

    Raises:
        ValueError: if a rater's weights hold a negative number or sum to nothing.
    """
    raters = tuple(given)
    rows = tuple(
        normal_weights([given[rater].get(factor, 0.0) for factor in factors], len(factors))
        for rater in raters
    )
    if not rows:
        return PooledWeights(tuple(factors), normal_weights(None, len(factors)), (), ())
    counts = normal_weights(weights_of(raters, rater_weights), len(rows))
    means = [
        math.fsum(count * share for count, share in zip(counts, column, strict=True))
        for column in zip(*rows, strict=True)
    ]
    return PooledWeights(tuple(factors), normal_weights(means, len(means)), raters, rows)


def weights_in(atlas: Atlas, rater_weights: Mapping[str, float] | None = None) -> PooledWeights:
    """Pool the weights that a pack's raters gave."""
    given: dict[str, dict[str, float]] = {}
    for weight in atlas.weights:
        given.setdefault(weight.rater, {})[weight.factor] = weight.weight
    return pool_weights([factor.id for factor in atlas.factors], given, rater_weights)


def reweigh(shares: Mapping[str, float], factor: str, share: float) -> dict[str, float]:
    """Set one weight, held from 0 to 1; the others keep their proportions and all sum to one.

    Where the others weigh nothing they have no proportions, and share what is left alike. So who
    drags a weight to the end and back must reweigh from the shares that held before the drag.
    """
    others = {name: each for name, each in shares.items() if name != factor}
    if len(others) == len(shares):
        raise KeyError(factor)
    held = min(max(share, 0.0), 1.0) if others else 1.0
    total = math.fsum(others.values())
    parts = {
        name: each / total if total > 0.0 else 1.0 / len(others) for name, each in others.items()
    }
    return {name: held if name == factor else (1.0 - held) * parts[name] for name in shares}
