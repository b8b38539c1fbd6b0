"""Scores of forecasts: Brier's, the logarithmic, Murphy's parts of it, and calibration.

All take the likelihood that was given to a yes, from 0 to 1, and whether it came true.

* G. W. Brier, “Verification of forecasts expressed in terms of probability”, Monthly Weather
  Review 78 (1950), 1-3: the mean over the occasions of the squared errors summed over the classes.
* I. J. Good, “Rational decisions”, Journal of the Royal Statistical Society B 14 (1952), 107-114:
  the logarithm of the probability that was given to what happened.
* A. H. Murphy, “A new vector partition of the probability score”, Journal of Applied Meteorology
  12 (1973), 595-600: the score as reliability less resolution plus uncertainty.
* D. B. Stephenson, C. A. S. Coelho and I. T. Jolliffe, “Two extra components in the Brier score
  decomposition”, Weather and Forecasting 23 (2008), 752-757: what is left over where a bin holds
  forecasts that differ.
* B. Mellers and others, “Psychological strategies for winning a geopolitical forecasting
  tournament”, Psychological Science 25 (2014), 1106-1115: a question's score is the mean over the
  time that it was open, of the forecast that stood at each time.
"""

import math
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime

EVEN = 0.5
"""The forecast of one who knows nothing, to hold others against."""
BINS = 5
LEAST_RESOLVED = 30
"""From how many resolved questions on calibration is given.

They fall into five bins. A share of yes among n cases has a standard error of at most 0.5 divided
by the root of n: with six to a bin, which is the mean at thirty, that is 20 points, just the width
of a bin. With fewer, chance alone moves a point from one bin's band into the next.
"""


@dataclass(frozen=True, slots=True)
class Judged:
    """A likelihood given to a yes, and whether it came true."""

    likelihood: float
    happened: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """A likelihood, and from when on it stood; `None` says that from then on none stood."""

    likelihood: float | None
    since: datetime


@dataclass(frozen=True, slots=True)
class Scores:
    """The Brier score in its half form, the logarithmic score, and over how many they are."""

    brier: float
    log: float
    count: int = 1

    @property
    def brier_two_class(self) -> float:
        """Give the score in Brier's own form, which sums over yes and no: twice the other."""
        return 2.0 * self.brier


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts that lie together: their mean, the share of them that came true, their number."""

    low: float
    high: float
    mean: float
    share: float
    count: int


@dataclass(frozen=True, slots=True)
class Parts:
    """Brier's score as `reliability - resolution + uncertainty + within`.

    `reliability` is less the better, `resolution` is more the better, `uncertainty` is the
    question's own and not the forecaster's. `within` is left over where forecasts that differ
    were put together; it is nought where each group holds one likelihood alone.
    """

    reliability: float
    resolution: float
    uncertainty: float
    within: float

    @property
    def score(self) -> float:
        """Give the score that the parts sum to."""
        return self.reliability - self.resolution + self.uncertainty + self.within


def brier_score(likelihood: float, *, happened: bool) -> float:
    """Give the squared error of one forecast: 0 is best, 1 worst, 0.25 what 50 % always gets.

    This is the half form, in use today. Brier (1950) also counts the error of the other class,
    which is as large, and so comes to twice as much (`Scores.brier_two_class`).
    """
    return (_checked(likelihood) - float(happened)) ** 2


def log_score(likelihood: float, *, happened: bool) -> float:
    """Give the natural logarithm of the probability given to what happened (Good, 1952).

    0 is best. Nothing is clipped: a forecast that was certain and failed has minus infinity, and
    so has every mean that holds it.
    """
    given = _checked(likelihood) if happened else 1.0 - _checked(likelihood)
    return math.log(given) if given > 0.0 else -math.inf


def score(likelihood: float, *, happened: bool) -> Scores:
    """Give both scores of one forecast."""
    return Scores(
        brier_score(likelihood, happened=happened), log_score(likelihood, happened=happened)
    )


def mean_scores(scores: Sequence[Scores]) -> Scores | None:
    """Give the mean over questions, each counting one; `None` where there are none."""
    if not scores:
        return None
    count = len(scores)
    return Scores(
        math.fsum(each.brier for each in scores) / count, _mean([x.log for x in scores]), count
    )


def score_over_time(
    standings: Sequence[Standing], end: datetime, *, happened: bool
) -> Scores | None:
    """Give the scores of one question, weighted by the time that each forecast stood.

    A forecast stands from its moment until the next, or until it is withdrawn, and the last one
    until `end`, when the question was resolved (Mellers and others, 2014, who take the mean over
    days). `None` where none stood before the end. So a bad forecast cannot be mended on the eve.

    Args:
        standings: in any order; of two at one moment the later in the list counts.
        end: when the answer was known.
        happened: whether the answer was yes.
    """
    line = sorted((each for each in standings if each.since < end), key=lambda each: each.since)
    ends = [*(each.since for each in line[1:]), end] if line else []
    spans = [
        ((until - each.since).total_seconds(), score(each.likelihood, happened=happened))
        for each, until in zip(line, ends, strict=True)
        if each.likelihood is not None and until > each.since
    ]
    if not spans:
        return None
    total = math.fsum(span for span, _ in spans)
    return Scores(
        math.fsum(span * each.brier for span, each in spans) / total,
        _sum([span / total * each.log for span, each in spans]),
        len(spans),
    )


def last_before(standings: Sequence[Standing], end: datetime) -> float | None:
    """Give the likelihood that stood when the question was resolved; `None` where none did."""
    line = sorted((each for each in standings if each.since < end), key=lambda each: each.since)
    return line[-1].likelihood if line else None


def calibration_bins(judged: Sequence[Judged], count: int = BINS) -> tuple[Bin, ...]:
    """Put forecasts into bins of one width, each closed below; 1 belongs to the last.

    Bins that hold no forecast are left out.
    """
    found: dict[int, list[Judged]] = {}
    for each in judged:
        found.setdefault(_place(each.likelihood, count), []).append(each)
    return tuple(
        Bin(
            low=place / count,
            high=(place + 1) / count,
            mean=math.fsum(each.likelihood for each in found[place]) / len(found[place]),
            share=sum(each.happened for each in found[place]) / len(found[place]),
            count=len(found[place]),
        )
        for place in sorted(found)
    )


def parts_of_score(
    judged: Sequence[Judged], group: Callable[[float], Hashable] = lambda likelihood: likelihood
) -> Parts | None:
    """Take Brier's score apart (Murphy, 1973); `None` where there are no forecasts.

    Args:
        judged: the forecasts.
        group: what forecasts are put together by; by default those of one likelihood, for which
            Murphy's identity holds exactly.
    """
    if not judged:
        return None
    groups: dict[Hashable, list[Judged]] = {}
    for each in judged:
        groups.setdefault(group(each.likelihood), []).append(each)
    total = len(judged)
    base = base_rate(judged)
    reliability = resolution = 0.0
    for held in groups.values():
        share = sum(each.happened for each in held) / len(held)
        mean = math.fsum(each.likelihood for each in held) / len(held)
        reliability += len(held) * (mean - share) ** 2 / total
        resolution += len(held) * (share - base) ** 2 / total
    uncertainty = base * (1.0 - base)
    whole = math.fsum(brier_score(x.likelihood, happened=x.happened) for x in judged) / total
    return Parts(
        reliability, resolution, uncertainty, whole - (reliability - resolution + uncertainty)
    )


def bin_of(likelihood: float) -> int:
    """Give the place of the calibration bin that a likelihood falls into, for `parts_of_score`."""
    return _place(likelihood, BINS)


def base_rate(judged: Sequence[Judged]) -> float:
    """Give the share that came true.

    Raises:
        ValueError: if there are none.
    """
    if not judged:
        raise ValueError("a base rate needs at least one outcome")
    return sum(each.happened for each in judged) / len(judged)


def _place(likelihood: float, count: int) -> int:
    # 0.6 times 5 is 3 in binary, and 0.58 times 50 is not 29: what lies at an edge belongs above.
    return min(int(_checked(likelihood) * count + 1e-9), count - 1)


def _checked(likelihood: float) -> float:
    if not 0.0 <= likelihood <= 1.0:
        raise ValueError(f"{likelihood:g} is no likelihood from 0 to 1")
    return likelihood


def _mean(values: Sequence[float]) -> float:
    return _sum(values) / len(values)


def _sum(values: Sequence[float]) -> float:
    return -math.inf if -math.inf in values else math.fsum(values)
