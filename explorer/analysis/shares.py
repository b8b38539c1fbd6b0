"""What is said of where doubt comes from; `explorer.analysis.sobol` estimates it.

This module needs no numpy, so that pages can hold its values before numpy is there.
"""

from dataclasses import dataclass

ROWS = 4_096
"""How many worlds each share is estimated from."""
RATERS = "raters"
BETA = "beta"


@dataclass(frozen=True, slots=True)
class Share:
    """A share of the variance with the 80 % interval of its estimate, which may leave 0 to 1."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Source:
    """What one uncertain quantity has in the doubt: alone, and with all it acts together with."""

    name: str
    first: Share
    total: Share


@dataclass(frozen=True, slots=True)
class Doubt:
    """The sources of doubt about one number, in the order given, and its variance.

    What the first-order shares leave of one comes from quantities acting together.
    """

    sources: tuple[Source, ...]
    variance: float
    mean: float
    rows: int

    @property
    def together(self) -> float:
        """Give the share that no quantity accounts for alone."""
        return 1.0 - sum(source.first.value for source in self.sources)
