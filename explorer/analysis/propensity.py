"""How strongly a state is drawn to closer ties, all factors taken together.

Propensity is `u = sum of w * s * r / 4`: `w` is the factor's weight, all of them summing to one,
`s` is 1 for an interest and -1 for a constraint, and `r` is the rating from 0 to 4. It lies
between -1 and 1. This is the linear additive value model (Keeney, R. L. and Raiffa, H., 1976,
Decisions with multiple objectives, Wiley, chapter 3, on tradeoffs under certainty). It says
nothing by itself; only its changes move a forecast.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.domain.judgement import SCALE_MAX, SCALE_MIN, Group


@dataclass(frozen=True, slots=True)
class Propensity:
    """The sum and the part that each factor has in it, in the order of the factors."""

    value: float
    parts: tuple[float, ...]


def sign_of(group: Group) -> int:
    """Give 1 for an interest, which pulls, and -1 for a constraint, which holds back."""
    return 1 if group == "interest" else -1


def within_scale(rating: float) -> float:
    """Hold a rating within the scale of 0 to 4."""
    return min(max(rating, SCALE_MIN), SCALE_MAX)


def propensity(
    groups: Sequence[Group], weights: Sequence[float], ratings: Sequence[float]
) -> Propensity:
    """Add up what the factors do, given their groups, weights and ratings in one order.

    Raises:
        ValueError: if the three differ in length.
    """
    parts = tuple(
        weight * sign_of(group) * rating / SCALE_MAX
        for group, weight, rating in zip(groups, weights, ratings, strict=True)
    )
    return Propensity(math.fsum(parts), parts)
