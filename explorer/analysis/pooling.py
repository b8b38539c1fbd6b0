"""How the judgements of several raters become one.

Ladders are pooled by the linear opinion pool: the mean of the raters' probabilities (Stone, M.,
1961, The opinion pool, Annals of Mathematical Statistics 32(4), 1339-1342; Clemen, R. T. and
Winkler, R. L., 1999, Combining probability distributions from experts in risk analysis, Risk
Analysis 19(2), 187-203). The geometric, or logarithmic, pool is the choice beside it: the weighted
product of the probabilities, made to sum to one (Genest, C. and Zidek, J. V., 1986, Combining
probability distributions: a critique and an annotated bibliography, Statistical Science 1(1),
114-135); a rung that one rater rules out is then ruled out. Raters count alike unless weights are
given. A row that does not hold together is first replaced by the nearest one that does
(`explorer.analysis.simplex`).

A pooled ladder spreads as the raters' ladders do on average, and more by as much as their means
lie apart: where they disagree, it is wider than what most of them said.

Ratings are pooled by the means of the lows, of the highs and of the best values. Lows and highs
are quantiles, and to average them is as in Lichtendahl, K. C., Grushka-Cockayne, Y. and Winkler,
R. L., 2013, Is it better to average probabilities or quantiles?, Management Science 59(7). A best
value is no quantile; its mean is a plain mean, which stays within the pooled range because each
lies within its own.

A pooled range is as wide as the raters' ranges on average. It holds nothing of how far their best
values lie apart, so that is told beside it. Raters who read the same evidence err together, so
neither pool is narrowed for their number.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from explorer.analysis.simplex import project
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Confidence, Rating

Pool = Literal["linear", "geometric"]
"""How several ladders become one: by their means, or by their products."""

CONFIDENCES: tuple[Confidence, ...] = ("low", "moderate", "high")


@dataclass(frozen=True, slots=True)
class PooledLadder:
    """The raters' probabilities of the rungs as one, lowest rung first; they sum to one.

    `excess` is by how much the plain weighted means missed one before any row was repaired.
    `ladders` are the raters' own rows, each repaired where it did not hold together, `repairs` the
    sizes of those repairs and `weights` what each rater counts for; all three in rater order.
    """

    shares: tuple[float, ...]
    excess: float
    raters: int
    ladders: tuple[tuple[float, ...], ...] = ()
    weights: tuple[float, ...] = ()
    repairs: tuple[float, ...] = ()
    method: Pool = "linear"

    @property
    def ranges(self) -> tuple[tuple[float, float], ...]:
        """Give the lowest and the highest probability that a rater gave each rung."""
        return tuple((min(column), max(column)) for column in zip(*self.ladders, strict=True))

    @property
    def leading(self) -> int:
        """Give the place of the likeliest rung, counted from 0; the lower one of two equals."""
        return self.shares.index(max(self.shares))


@dataclass(frozen=True, slots=True)
class PooledRating:
    """The raters' ratings of one factor for one state as one, on the 0 to 4 scale.

    `modes` are the raters' best values in rater order, `spread` the largest less the smallest of
    them. `apart` says that the ranges of some two raters do not meet.
    """

    low: float
    mode: float
    high: float
    modes: tuple[float, ...]
    spread: float
    apart: bool
    confidence: Confidence


def pool_ladders(
    ladders: Sequence[Sequence[float]],
    weights: Sequence[float] | None = None,
    method: Pool = "linear",
) -> PooledLadder:
    """Pool the raters' ladders, each made coherent first; raters count alike without `weights`.

    Raises:
        ValueError: if there is no ladder, they differ in length, nothing in one is above zero, the
            weights do not fit, or the geometric pool leaves no rung that all raters hold possible.
    """
    if not ladders:
        raise ValueError("no ladder to pool")
    if any(max(ladder, default=0.0) <= 0.0 for ladder in ladders):
        raise ValueError("a ladder holds no probability")
    counts = normal_weights(weights, len(ladders))
    repairs = [project(ladder) for ladder in ladders]
    rows = tuple(repair.shares for repair in repairs)
    excess = sum(count * repair.excess for count, repair in zip(counts, repairs, strict=True))
    sizes = tuple(repair.size for repair in repairs)
    shares = (_linear if method == "linear" else _geometric)(rows, counts)
    return PooledLadder(shares, excess, len(ladders), rows, counts, sizes, method)


def pool_ratings(
    ratings: Sequence[Rating], weights: Sequence[float] | None = None
) -> PooledRating:
    """Pool the ratings of one factor for one state by the means of low, best value and high.

    Disagreement and confidence are told of all raters, whatever each counts for.

    Raises:
        ValueError: if there is no rating, or the weights do not fit.
    """
    if not ratings:
        raise ValueError("no rating to pool")
    counts = normal_weights(weights, len(ratings))
    modes = tuple(rating.mode for rating in ratings)
    return PooledRating(
        low=_mean([rating.low for rating in ratings], counts),
        mode=_mean(modes, counts),
        high=_mean([rating.high for rating in ratings], counts),
        modes=modes,
        spread=max(modes) - min(modes),
        apart=max(rating.low for rating in ratings) > min(rating.high for rating in ratings),
        confidence=pool_confidence([rating.confidence for rating in ratings]),
    )


def normal_weights(weights: Sequence[float] | None, count: int) -> tuple[float, ...]:
    """Give weights that sum to one; equal ones where none are given.

    Raises:
        ValueError: if they are not `count` finite numbers, one is negative, or all are zero.
    """
    if weights is None:
        return (1.0 / count,) * count
    total = math.fsum(weights)
    if len(weights) != count or not 0.0 < total < math.inf or min(weights) < 0.0:
        raise ValueError(f"{count} weights are needed, none below zero and not all zero")
    return tuple(weight / total for weight in weights)


def pool_confidence(confidences: Sequence[Confidence]) -> Confidence:
    """Give the lower median: of an even number of raters the more cautious of the middle two.

    Raises:
        ValueError: if there is none.
    """
    if not confidences:
        raise ValueError("no confidence to pool")
    ranks = sorted(CONFIDENCES.index(confidence) for confidence in confidences)
    return CONFIDENCES[ranks[(len(ranks) - 1) // 2]]


def rating_of(
    atlas: Atlas,
    iso3: str,
    factor: str,
    as_of: date | None = None,
    rater_weights: Mapping[str, float] | None = None,
) -> PooledRating | None:
    """Give the pooled rating of a cell, judged last or on `as_of`; `None` where there is none."""
    ratings = atlas.ratings_of(iso3, factor, as_of or atlas.subject.as_of)
    weights = weights_of([rating.rater for rating in ratings], rater_weights)
    return pool_ratings(ratings, weights) if ratings else None


def ladder_of(
    atlas: Atlas,
    iso3: str,
    scenario: str,
    as_of: date | None = None,
    rater_weights: Mapping[str, float] | None = None,
    method: Pool = "linear",
) -> PooledLadder | None:
    """Give a state's pooled ladder, judged last or on `as_of`; `None` where nobody judged it."""
    ladders = atlas.ladders_of(iso3, scenario, as_of or atlas.subject.as_of)
    weights = weights_of([ladder.rater for ladder in ladders], rater_weights)
    rows = [ladder.probabilities for ladder in ladders]
    return pool_ladders(rows, weights, method) if ladders else None


def weights_of(
    raters: Sequence[str], rater_weights: Mapping[str, float] | None
) -> tuple[float, ...] | None:
    """Give what each of these raters counts for; one whom the weights do not name counts one."""
    if rater_weights is None:
        return None
    return tuple(rater_weights.get(rater, 1.0) for rater in raters)


def _linear(rows: Sequence[Sequence[float]], weights: Sequence[float]) -> tuple[float, ...]:
    means = [_mean(column, weights) for column in zip(*rows, strict=True)]
    total = math.fsum(means)  # one, but for rounding
    return tuple(mean / total for mean in means)


def _geometric(rows: Sequence[Sequence[float]], weights: Sequence[float]) -> tuple[float, ...]:
    products = [
        math.prod(share**weight for share, weight in zip(column, weights, strict=True))
        for column in zip(*rows, strict=True)
    ]
    total = math.fsum(products)
    if total <= 0.0:
        raise ValueError("between them the raters rule out every rung; pool by the mean instead")
    return tuple(product / total for product in products)


def _mean(values: Sequence[float], weights: Sequence[float]) -> float:
    return math.fsum(value * weight for value, weight in zip(values, weights, strict=True))
