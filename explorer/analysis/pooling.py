"""How the judgements of several raters become one.

Ladders are pooled by the linear opinion pool with equal weights: the mean of the raters'
probabilities (Stone, M., 1961, The opinion pool, Annals of Mathematical Statistics 32(4); Clemen,
R. T. and Winkler, R. L., 1999, Combining probability distributions from experts in risk analysis,
Risk Analysis 19(2)).

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

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Confidence, Rating

CONFIDENCES: tuple[Confidence, ...] = ("low", "moderate", "high")


@dataclass(frozen=True, slots=True)
class PooledLadder:
    """The raters' probabilities of the rungs as one, lowest rung first; they sum to one.

    `excess` is by how much the plain means missed one before they were renormalised.
    """

    shares: tuple[float, ...]
    excess: float
    raters: int

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


def pool_ladders(ladders: Sequence[Sequence[float]]) -> PooledLadder:
    """Pool the raters' ladders by the mean of their probabilities, renormalised to sum to one.

    Raises:
        ValueError: if there is no ladder, they differ in length, or nothing in them is above zero.
    """
    if not ladders:
        raise ValueError("no ladder to pool")
    means = [sum(column) / len(ladders) for column in zip(*ladders, strict=True)]
    total = sum(means)
    if total <= 0.0:
        raise ValueError("the ladders hold no probability")
    return PooledLadder(tuple(mean / total for mean in means), total - 1.0, len(ladders))


def pool_ratings(ratings: Sequence[Rating]) -> PooledRating:
    """Pool the ratings of one factor for one state by the means of low, best value and high.

    Raises:
        ValueError: if there is no rating.
    """
    if not ratings:
        raise ValueError("no rating to pool")
    count = len(ratings)
    modes = tuple(rating.mode for rating in ratings)
    return PooledRating(
        low=sum(rating.low for rating in ratings) / count,
        mode=sum(modes) / count,
        high=sum(rating.high for rating in ratings) / count,
        modes=modes,
        spread=max(modes) - min(modes),
        apart=max(rating.low for rating in ratings) > min(rating.high for rating in ratings),
        confidence=pool_confidence([rating.confidence for rating in ratings]),
    )


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
    atlas: Atlas, iso3: str, factor: str, as_of: date | None = None
) -> PooledRating | None:
    """Give the pooled rating of a cell, judged last or on `as_of`; `None` where there is none."""
    ratings = atlas.ratings_of(iso3, factor, as_of or atlas.subject.as_of)
    return pool_ratings(ratings) if ratings else None


def ladder_of(
    atlas: Atlas, iso3: str, scenario: str, as_of: date | None = None
) -> PooledLadder | None:
    """Give a state's pooled ladder, judged last or on `as_of`; `None` where nobody judged it."""
    ladders = atlas.ladders_of(iso3, scenario, as_of or atlas.subject.as_of)
    return pool_ladders([ladder.probabilities for ladder in ladders]) if ladders else None
