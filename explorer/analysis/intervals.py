"""What is said of how sure a forecast is; `explorer.analysis.uncertainty` works it out.

This module needs no numpy, so that pages can hold its values before numpy is there.
"""

from dataclasses import dataclass

DRAWS = 200_000
SEED = 20_261_123
LEVEL = 0.8
"""How much of the drawn worlds an interval holds."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The middle 80 % of the drawn probabilities, their median and their mean."""

    low: float
    median: float
    high: float
    mean: float


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """The intervals of a state's forecast, lowest rung first.

    `at_least` begins with the lowest rung, whose probability is one. `leading` is the share of
    worlds in which each rung leads. `draws` and `seed` make the same numbers again.
    """

    iso3: str
    rungs: tuple[Interval, ...]
    at_least: tuple[Interval, ...]
    leading: tuple[float, ...]
    draws: int
    seed: int
