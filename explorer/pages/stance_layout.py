"""Where stances stand: columns a bin, and rows in them, so that no two labels can meet."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.pages.charts import StanceChart, StanceDot, StanceLine

MOST_ROWS = 8
"""A bin with more stances than this takes a further column where there is room for one."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A stance and its place: the column of the whole chart, and the row within its line."""

    dot: StanceDot
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class StanceLayout:
    """Where all stands.

    `spans` are first column and number of columns of each bin, the last being that off the line;
    `heights` are the rows of each line, `spots` its stances.
    """

    spans: tuple[tuple[int, int], ...]
    heights: tuple[int, ...]
    spots: tuple[tuple[Spot, ...], ...]

    @property
    def columns(self) -> int:
        """Give the number of columns of the whole chart."""
        return sum(count for _, count in self.spans)


def lay_out(chart: StanceChart, room: int) -> StanceLayout:
    """Give each stance its place; `room` is how many columns may stand side by side.

    The bins of all lines stand in the same columns, so that the lines can be read together. A bin
    gets a further column as long as there is room, the fullest first.
    """
    places: tuple[int | None, ...] = (*range(len(chart.bins)), None)
    most = [max((_count(line, place) for line in chart.lines), default=0) for place in places]
    counts = [1] * len(places)
    while sum(counts) < room:
        rows = [math.ceil(count / columns) for count, columns in zip(most, counts, strict=True)]
        fullest = max(range(len(rows)), key=lambda at: rows[at])
        if rows[fullest] <= MOST_ROWS:
            break
        counts[fullest] += 1
    firsts = [sum(counts[:at]) for at in range(len(counts))]
    spans = tuple(zip(firsts, counts, strict=True))
    spots = tuple(_spots(line, places, spans) for line in chart.lines)
    heights = tuple(max((spot.row + 1 for spot in each), default=0) for each in spots)
    return StanceLayout(spans, heights, spots)


def _count(line: StanceLine, place: int | None) -> int:
    return sum(dot.place == place for dot in line.dots)


def _spots(
    line: StanceLine, places: Sequence[int | None], spans: Sequence[tuple[int, int]]
) -> tuple[Spot, ...]:
    """Fill the columns of each bin evenly, from the top down."""
    found: list[Spot] = []
    for place, (first, columns) in zip(places, spans, strict=True):
        dots = [dot for dot in line.dots if dot.place == place]
        rows = max(math.ceil(len(dots) / columns), 1)
        found += [Spot(dot, first + at // rows, at % rows) for at, dot in enumerate(dots)]
    return tuple(found)
