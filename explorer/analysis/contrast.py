"""How far apart the values of two states lie, whatever the unit."""

from collections.abc import Sequence
from itertools import combinations, pairwise


def relative_gap(one: float, other: float, everyone: Sequence[float], swing: float = 0.0) -> float:
    """Give the difference of two values as a multiple of the usual difference of two states.

    The usual difference is the mean of the sizes of the differences of all pairs of `everyone`
    (Gini's mean difference: Gini, C., 1912, Variabilità e mutabilità), which one far value sways
    less than it does a standard deviation. Where values swing by more than that from one to the
    next, `swing` takes its place. The gap is 0 where all values are one.
    """
    pairs = [abs(first - second) for first, second in combinations(everyone, 2)]
    usual = sum(pairs) / len(pairs) if pairs else 0.0
    measure = max(usual, swing)
    return abs(one - other) / measure if measure > 0 else 0.0


def mean_swing(values: Sequence[float]) -> float:
    """Give the mean size of the change from one value to the next; 0 for fewer than two."""
    steps = [abs(after - before) for before, after in pairwise(values)]
    return sum(steps) / len(steps) if steps else 0.0
