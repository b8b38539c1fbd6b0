"""Numbers as drawn: ticks that a reader would choose, values as text, labels kept apart."""

import math
from collections.abc import Sequence

from explorer.pages.tables import NO_VALUE


def number(value: float | None, decimals: int) -> str:
    """Write a value with a true minus and thousands set apart; a gap is said in words."""
    if value is None:
        return NO_VALUE
    text = f"{value:,.{decimals}f}"
    is_nought = not any(digit in "123456789" for digit in text)
    return text.lstrip("-") if is_nought else text.replace("-", "\u2212")


def steps(low: float, high: float, most: int) -> list[float]:
    """Give at most `most` round values from `low` to `high`, evenly set: 1, 2 or 5 times a ten."""
    span = high - low
    if not span > 0 or most < 1:
        return [low]
    size = 10.0 ** math.floor(math.log10(span / most))
    step = next(size * k for k in (1, 2, 5, 10, 20) if span / (size * k) <= most)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [position * step for position in range(first, last + 1)]


def years(low: float, high: float, most: int) -> list[int]:
    """Give at most `most` whole years from `low` to `high`, a round number of years apart."""
    first, last = math.ceil(low - 1e-9), math.floor(high + 1e-9)
    if last < first:
        return []
    for step in (1, 2, 5, 10, 20, 50, 100):
        start = -(-first // step) * step
        found = list(range(start, last + 1, step))
        if len(found) <= max(most, 1):
            return found or [first]
    return [first]


def spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Move labels so that none is nearer to the next than `gap`, each as little as that allows.

    Places are given and returned in one order. They stay between `low` and `high` as long as there
    is room for all of them. Neighbours that touch are moved as one group round their mean.
    """
    order = sorted(range(len(places)), key=lambda at: places[at])
    room = max(high - low, 0.0)
    gap = min(gap, room / (len(places) - 1)) if len(places) > 1 else gap
    groups: list[tuple[float, int]] = []  # mean of the wanted first places, number of labels
    for at in order:
        groups.append((places[at], 1))
        while len(groups) > 1:
            (above, many), (below, few) = groups[-2], groups[-1]
            if _first(above, many, gap, low, high) + many * gap <= _first(
                below, few, gap, low, high
            ):
                break
            shifted = below - many * gap
            groups[-2:] = [((above * many + shifted * few) / (many + few), many + few)]
    moved = [0.0] * len(places)
    position = 0
    for start, count in groups:
        first = _first(start, count, gap, low, high)
        for step in range(count):
            moved[order[position]] = first + step * gap
            position += 1
    return moved


def _first(start: float, count: int, gap: float, low: float, high: float) -> float:
    """Give the place of a group's first label, so that the whole group lies inside."""
    return max(low, min(start, high - (count - 1) * gap))
