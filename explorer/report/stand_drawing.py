"""Actors on the ladder: a row an actor, a bubble as large as its share of all weight."""

import math

from matplotlib.axes import Axes

from explorer.pages.charts import Stand, StandChart
from explorer.pages.numbers import share_text
from explorer.report.lettering import lettering, text_width, wrap_text
from explorer.report.pads import SIZE, SMALL, Pad, spread

_HEAD, _LEADING, _RIGHT = 16.0, 9.0, 30.0
_MARGIN = 0.3
_LARGEST, _SMALLEST = 13.0, 3.0
_STUB = 10.0
_DASHES = (0.0, (3.0, 2.0))
_STYLES = ("solid", _DASHES)


def stand_height(chart: StandChart) -> float:
    """Give the height in points at which the chart reads well."""
    return _HEAD + 16.0 * len(chart.stands) + 26.0


def draw_stands(pad: Pad, chart: StandChart) -> None:
    """Draw each actor's position with the raters' spread, and mean and median across all."""
    gutter = max((text_width(stand.label, SIZE) for stand in chart.stands), default=0.0) + 10.0
    span = len(chart.rungs) - 1 + 2 * _MARGIN
    room = (pad.width - gutter - _RIGHT) / span
    names = [wrap_text(rung, room - 4.0, SMALL) for rung in chart.rungs]
    foot = _LEADING * max((len(lines) for lines in names), default=1) + 5.0
    axes = pad.axes(left=gutter, right=_RIGHT, bottom=foot, top=_HEAD)
    axes.set_xlim(1.0 - _MARGIN, len(chart.rungs) + _MARGIN)
    axes.set_ylim(len(chart.stands) - 0.5, -0.5)
    axes.set_axis_off()
    for order, lines in enumerate(names, start=1):
        axes.axvline(order, color=pad.theme.line, linewidth=0.5, zorder=0)
        for level, line in enumerate(lines):
            axes.annotate(
                line,
                (order, 0),
                (0, -5.0 - _LEADING * level),
                xycoords=axes.get_xaxis_transform(),
                textcoords="offset points",
                horizontalalignment="center",
                verticalalignment="top",
                fontproperties=lettering(SMALL),
                color=pad.theme.mute,
            )
    _draw_middles(pad, axes, chart, room)
    _draw_rows(pad, axes, chart)


def _draw_middles(pad: Pad, axes: Axes, chart: StandChart, room: float) -> None:
    """Draw mean and median as lines, each with its label and a piece of its line above."""
    labels = (f"mean {chart.mean:.2f}", f"median {chart.median:.2f}")
    positions = (chart.mean, chart.median)
    places = [room * (each - 1.0 + _MARGIN) for each in positions]
    wide = max(text_width(label, SMALL, 600) for label in labels) + _STUB + 3.0
    width = room * (len(chart.rungs) - 1 + 2 * _MARGIN)
    moved = spread(places, wide + 6.0, wide / 2, width + _RIGHT - wide / 2)
    for position, at, label, style in zip(positions, moved, labels, _STYLES, strict=True):
        axes.axvline(position, color=pad.theme.ink, linewidth=0.8, linestyle=style, zorder=1)
        left = at - (text_width(label, SMALL, 600) + _STUB + 3.0) / 2
        axes.annotate(
            label,
            (0, 1),
            (left + _STUB + 3.0, 5.0),
            xycoords="axes fraction",
            textcoords="offset points",
            fontproperties=lettering(SMALL, 600),
            color=pad.theme.ink,
        )
        _stub(pad, axes, (left, width), style)


def _stub(
    pad: Pad,
    axes: Axes,
    place: tuple[float, float],
    style: str | tuple[float, tuple[float, float]],
) -> None:
    """Draw a piece of a line above the axes; `place` is its left end and the axes' width."""
    left, width = place
    figure_height = 72.0 * pad.figure.get_size_inches()[1]
    height = axes.get_position().height * figure_height
    level = 1.0 + 7.4 / height
    axes.plot(
        (left / width, (left + _STUB) / width),
        (level, level),
        transform=axes.transAxes,
        color=pad.theme.ink,
        linewidth=0.8,
        linestyle=style,
        clip_on=False,
    )


def _draw_rows(pad: Pad, axes: Axes, chart: StandChart) -> None:
    largest = max((stand.share for stand in chart.stands), default=1.0) or 1.0
    for level, stand in enumerate(chart.stands):
        _draw_bubble(pad, axes, stand, level, stand.share / largest)
        for words, across, colour in (
            (stand.label, (0, -10.0), pad.theme.ink),
            (share_text(stand.share), (1, _RIGHT), pad.theme.mute),
        ):
            axes.annotate(
                words,
                (across[0], level),
                (across[1], 0),
                xycoords=axes.get_yaxis_transform(),
                textcoords="offset points",
                horizontalalignment="right",
                verticalalignment="center_baseline",
                fontproperties=lettering(SIZE),
                color=colour,
            )


def _draw_bubble(pad: Pad, axes: Axes, stand: Stand, level: int, part: float) -> None:
    """Draw a bubble whose area is `part` of the largest one's, and the raters' spread on it."""
    accent, at = pad.theme.accent, stand.position
    size = max(_LARGEST * math.sqrt(part), _SMALLEST)
    # The ground first, so that mean and median do not run through the bubble.
    for fill, edge, width, order in (
        ((pad.theme.card, 1.0), pad.theme.card, 0.0, 2),
        ((accent, 0.3), accent, 0.6, 3),
    ):
        axes.plot(
            at,
            level,
            marker="o",
            markersize=size,
            markerfacecolor=fill,
            markeredgecolor=edge,
            markeredgewidth=width,
            zorder=order,
        )
    axes.plot((stand.low, stand.high), (level, level), color=accent, linewidth=1.3, zorder=4)
    axes.plot(at, level, marker="|", markersize=4.5, markeredgewidth=1.1, color=accent, zorder=4)
