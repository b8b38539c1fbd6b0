"""How a ladder moves when a state is drawn more or less: each "at least" by the same log-odds.

Source: the proportional odds model, McCullagh, P., 1980, Regression models for ordinal data,
Journal of the Royal Statistical Society B 42(2), 109-142. There one number moves the log-odds of
all cumulative probabilities alike; here the judged ladder is the anchor from which they move.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Literal


@dataclass(frozen=True, slots=True)
class Event:
    """Something that may happen: a rung or higher, or just that rung; places count from 0."""

    kind: Literal["at_least", "exactly"]
    place: int

    def probability(self, shares: Sequence[float]) -> float:
        """Give its probability under a ladder."""
        if self.kind == "exactly":
            return shares[self.place]
        return at_least(shares)[self.place]


def at_least(shares: Sequence[float]) -> tuple[float, ...]:
    """Give the probability of each rung or a higher one, lowest rung first; the first is one."""
    sums = tuple(accumulate(reversed(shares)))[::-1]
    return (1.0, *(min(each, 1.0) for each in sums[1:]))


def log_odds(probability: float) -> float:
    """Give the natural logarithm of the odds; infinite at 0 and 1."""
    if probability <= 0.0:
        return -math.inf
    if probability >= 1.0:
        return math.inf
    return math.log(probability) - math.log1p(-probability)


def move(probability: float, shift: float) -> float:
    """Move a probability by `shift` in log-odds; 0 and 1 stay, and no shift changes nothing."""
    if shift == 0.0 or probability <= 0.0 or probability >= 1.0:
        return probability
    if shift > 0.0:  # whichever way, the exponential cannot overflow
        return probability / (probability + (1.0 - probability) * math.exp(-shift))
    gain = probability * math.exp(shift)
    return gain / (gain + (1.0 - probability))


def shift_ladder(shares: Sequence[float], shift: float) -> tuple[float, ...]:
    """Move every "at least" of a ladder by `shift` in log-odds and give the rungs' probabilities.

    With no shift the ladder comes back as it was, to the last digit. The order of the cumulative
    probabilities is guarded against rounding, so no rung falls below zero.
    """
    if shift == 0.0:
        return tuple(shares)
    moved = [1.0, *(move(each, shift) for each in at_least(shares)[1:]), 0.0]
    guarded = accumulate(moved, min)
    return tuple(above - below for above, below in pairwise(guarded))
