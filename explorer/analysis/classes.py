"""Classes for a map: about as many values in each, with breaks at round numbers."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence

_ROUND = (5.0, 2.0, 1.0)
"""The steps within a power of ten, the longest first."""


def round_breaks(values: Iterable[float], most: int) -> tuple[float, ...]:
    """Give the breaks between up to `most` classes, lowest first; fewer where values are alike.

    Values are cut where quantiles would cut them, or one value to the side where that gives a
    shorter number, and each break is the roundest number between the two values that it parts
    (quantile classification: Slocum, T. A. and others, 2009, Thematic cartography and
    geovisualization, 3rd edition, chapter 4). A value at a break is in the class above it.

    Raises:
        ValueError: if fewer than one class is wanted.
    """
    if most < 1:
        raise ValueError("a map has one class or more")
    found = sorted(values)
    breaks: list[float] = []
    for at in range(1, most):
        place = round(len(found) * at / most)
        near = [
            roundest(found[cut - 1], found[cut])
            for cut in (place, place - 1, place + 1)
            if 0 < cut < len(found) and found[cut - 1] < found[cut]
        ]
        breaks += [min(near, key=_figures)] if near else []
    return tuple(sorted(set(breaks)))


def _figures(value: float) -> int:
    """Count the figures of a number that are not zeros at either end."""
    return len(f"{abs(value):.12e}".partition("e")[0].replace(".", "").rstrip("0"))


def class_of(value: float, breaks: Sequence[float]) -> int:
    """Give the class of a value, counted from 0."""
    return bisect_right(breaks, value)


def roundest(low: float, high: float) -> float:
    """Give the roundest number above `low` and up to `high`, the one nearest the middle.

    Raises:
        ValueError: if there is no room between the two.
    """
    if not low < high:
        raise ValueError(f"no number lies above {low:g} and up to {high:g}")
    if low < 0.0 <= high:
        return 0.0
    size = math.floor(math.log10(max(abs(low), abs(high)))) + 1
    for power in range(size, size - 17, -1):
        for figure in _ROUND:
            step = figure * 10.0**power
            first, last = math.floor(low / step) + 1, math.floor(high / step)
            if first > last:
                continue
            wanted = round((low + high) / 2.0 / step)
            found = min(max(wanted, first), last) * step
            tidy = float(f"{found:.12g}")
            if low < tidy <= high:
                return tidy
    return high
