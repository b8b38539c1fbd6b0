"""How far two states lie apart on a factor, and what that does to closeness."""

import math
from dataclasses import dataclass
from typing import Literal

from explorer.analysis.pooling import PooledRating
from explorer.analysis.tenths import shown_difference
from explorer.domain.judgement import Group

Effect = Literal["pull", "hold", "level"]


@dataclass(frozen=True, slots=True)
class RatingDifference:
    """One state's rating less the baseline's, in scale points.

    `value` is exact, and `shown` is the shown rating less the baseline's shown one. `effect` says
    what it means for closeness: more pull, more hold, or none where none is shown. `within_ranges`
    says that the exact difference is no larger than the joint half-width of the ranges.
    """

    value: float
    effect: Effect
    within_ranges: bool
    shown: float


def rating_difference(
    group: Group, baseline: PooledRating, comparator: PooledRating
) -> RatingDifference:
    """Compare two pooled ratings of one factor.

    The ranges may be lopsided, so the half-widths that count are those that face one another: of
    the higher rating its best value less its low, of the lower one its high less its best value.
    The errors are taken as independent and so add in quadrature.
    """
    value = comparator.mode - baseline.mode
    higher, lower = (comparator, baseline) if value >= 0 else (baseline, comparator)
    joint = in_quadrature(higher.mode - higher.low, lower.high - lower.mode)
    shown = shown_difference(comparator.mode, baseline.mode)
    return RatingDifference(value, _effect(group, shown), abs(value) <= joint + 1e-9, shown)


def in_quadrature(*half_widths: float) -> float:
    """Give the joint half-width of independent errors: the root of the sum of squares.

    Source: JCGM 100:2008, Guide to the expression of uncertainty in measurement, 5.1.2, equation
    (10), for a sum or difference, whose sensitivity coefficients are 1 or -1.
    """
    return math.sqrt(sum(width * width for width in half_widths))


def _effect(group: Group, shown: float) -> Effect:
    """Say what a difference does: a higher interest pulls, a higher constraint holds back."""
    if shown == 0:
        return "level"
    return "pull" if (shown > 0) == (group == "interest") else "hold"
