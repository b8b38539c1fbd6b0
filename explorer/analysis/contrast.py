"""How far apart the values of two states lie, whatever the unit."""

from collections.abc import Sequence
from itertools import combinations


def relative_gap(one: float, other: float, everyone: Sequence[float]) -> float:
    """Give the difference of two values as a multiple of the usual difference of two states.

    The usual difference is the mean of the sizes of the differences of all pairs of `everyone`
    (Gini's mean difference: Gini, C., 1912, Variabilità e mutabilità), which one far value sways
    less than it does a standard deviation. It is 0 where all values are one.
    """
    pairs = [abs(first - second) for first, second in combinations(everyone, 2)]
    usual = sum(pairs) / len(pairs) if pairs else 0.0
    return abs(one - other) / usual if usual > 0 else 0.0
