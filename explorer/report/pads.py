"""Where charts are drawn: a pad measured in points, and the habits that all drawers share."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from explorer.style import Theme

MARKERS = {
    "circle": "o",
    "square": "s",
    "triangle": "^",
    "diamond": "D",
    "cross": "X",
    "star": "*",
    "plus": "P",
}
SMALL, SIZE = 6.8, 7.4


@dataclass(frozen=True, slots=True)
class Pad:
    """A place on a figure to draw on: lengths in points, from the figure's lower left corner."""

    figure: Figure
    theme: Theme
    left: float
    bottom: float
    width: float
    height: float

    def axes(self, left: float = 0, right: float = 0, bottom: float = 0, top: float = 0) -> Axes:
        """Give axes on the pad, less the margins named."""
        across, up = (72.0 * side for side in self.figure.get_size_inches())
        return self.figure.add_axes(
            (
                (self.left + left) / across,
                (self.bottom + bottom) / up,
                max(self.width - left - right, 1.0) / across,
                max(self.height - bottom - top, 1.0) / up,
            )
        )


def axes_size(axes: Axes) -> tuple[float, float]:
    """Give the width and height of axes in points."""
    figure = axes.get_figure(root=True)
    if figure is None:
        return (1.0, 1.0)
    across, up = (72.0 * float(side) for side in figure.get_size_inches())
    box = axes.get_position()
    return (across * float(box.width), up * float(box.height))


def spread(wanted: Sequence[float], step: float, low: float, high: float) -> tuple[float, ...]:
    """Move positions so that neighbours lie `step` apart, within `low` to `high` if they fit.

    The order is kept and each group of neighbours stays centred on what its members wanted.
    """
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    groups: list[list[float]] = []  # each: sum of wanted offsets, count
    for index in order:
        groups.append([wanted[index], 1.0])
        while len(groups) > 1 and _start(groups[-1], step) < _end(groups[-2], step) + step:
            total, count = groups.pop()
            groups[-1][0] += total
            groups[-1][1] += count
    placed = [
        _start(group, step) + step * position
        for group in groups
        for position in range(int(group[1]))
    ]
    last = len(placed) - 1
    # The whole row of labels holds each bound, so that none is pushed over its neighbour.
    placed = [max(place, low + step * index) for index, place in enumerate(placed)]
    placed = [min(place, high - step * (last - index)) for index, place in enumerate(placed)]
    result = [0.0] * len(wanted)
    for place, index in zip(placed, order, strict=True):
        result[index] = place
    return tuple(result)


def _start(group: list[float], step: float) -> float:
    return group[0] / group[1] - (group[1] - 1.0) * step / 2.0


def _end(group: list[float], step: float) -> float:
    return group[0] / group[1] + (group[1] - 1.0) * step / 2.0
