"""Judged moves against the line fitted to them: a mark a move, a shape and colour a country."""

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter, MaxNLocator
from matplotlib.transforms import offset_copy

from explorer.pages.charts import FitChart
from explorer.pages.numbers import number_text
from explorer.report.lettering import lettering, text_width
from explorer.report.pads import MARKERS, SIZE, SMALL, Pad
from explorer.style import country_colour, country_ink, country_marker

HEIGHT = 230.0
"""The height in points at which the chart reads well."""
_SIZES = {"diamond": 4.4, "cross": 5.4, "star": 7.2}
_SIZE = 4.8
_KEY_MARK, _KEY_GAP, _KEY_LINE = 9.0, 13.0, 11.0
_LEFT, _RIGHT, _BOTTOM, _TITLE = 26.0, 44.0, 26.0, 14.0
_PAD = 0.06
_DODGE = 2.4
"""By how much the marks of one state are set aside from those of the next, in points."""


def draw_fit(pad: Pad, chart: FitChart) -> None:
    """Draw the judged moves, the line through the origin, and one standard error about it."""
    key = _key_lines(chart, pad.width)
    top = _KEY_LINE * len(key) + _TITLE
    axes = pad.axes(left=_LEFT, right=_RIGHT, bottom=_BOTTOM, top=top)
    first, last = _limits([point.x for point in chart.points])
    bottom, high = _limits([point.y for point in chart.points])
    axes.set_xlim(first, last)
    axes.set_ylim(bottom, high)
    _set_axes(pad, axes, chart)
    for end in (first, last):
        flat, steep = (end * (chart.slope + sign * chart.error) for sign in (-1, 1))
        axes.fill((0.0, end, end), (0.0, flat, steep), color=pad.theme.faint, alpha=0.22, lw=0)
    line = (first, last), (first * chart.slope, last * chart.slope)
    axes.plot(*line, color=pad.theme.ink, linewidth=0.9)
    _name_slope(pad, axes, chart, min(max(last * chart.slope, bottom), high))
    middle = (len(chart.names) - 1) / 2
    asides = {
        iso3: offset_copy(axes.transData, pad.figure, _DODGE * (place - middle), units="points")
        for place, (iso3, _) in enumerate(chart.names)
    }
    for point in chart.points:
        axes.plot(
            point.x,
            point.y,
            transform=asides.get(point.iso3, axes.transData),
            marker=MARKERS[country_marker(point.iso3)],
            markersize=_SIZES.get(country_marker(point.iso3), _SIZE),
            markeredgewidth=0.4,
            markeredgecolor=pad.theme.card,
            markerfacecolor=(country_colour(point.iso3, pad.theme), 0.85),
        )
    _draw_key(pad, key)


def _limits(values: list[float]) -> tuple[float, float]:
    low, high = min([0.0, *values]), max([0.0, *values])
    more = _PAD * (high - low) or 1.0
    return low - more, high + more


def _set_axes(pad: Pad, axes: Axes, chart: FitChart) -> None:
    axes.spines["bottom"].set_visible(False)
    for axis, decimals in ((axes.xaxis, 2), (axes.yaxis, 1)):
        axis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
        axis.set_major_formatter(
            FuncFormatter(lambda value, _, decimals=decimals: number_text(value, decimals))
        )
    axes.yaxis.grid(visible=True)
    axes.tick_params(length=0)
    axes.axhline(0.0, color=pad.theme.faint, linewidth=0.6, zorder=1)
    axes.axvline(0.0, color=pad.theme.faint, linewidth=0.6, zorder=1)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(lettering(SMALL))
    axes.set_xlabel(
        chart.x_title, fontproperties=lettering(SMALL), color=pad.theme.mute, labelpad=2.0
    )
    axes.annotate(
        chart.y_title,
        (0, 1),
        (-_LEFT, 5.0),
        xycoords="axes fraction",
        textcoords="offset points",
        fontproperties=lettering(SMALL),
        color=pad.theme.mute,
    )


def _name_slope(pad: Pad, axes: Axes, chart: FitChart, level: float) -> None:
    """Name the slope at the line's end, with its standard error below."""
    lines = [(f"slope {chart.slope:.1f}", 600, pad.theme.ink)]
    if chart.error > 0.0:
        lines.append((f"± {chart.error:.1f}", 400, pad.theme.mute))
    for row, (words, weight, colour) in enumerate(lines):
        axes.annotate(
            words,
            (1, level),
            (4.0, -9.0 * row),
            xycoords=axes.get_yaxis_transform(),
            textcoords="offset points",
            verticalalignment="center",
            fontproperties=lettering(SMALL, weight),
            color=colour,
        )


def _key_lines(chart: FitChart, width: float) -> list[list[tuple[str, str]]]:
    """Share the countries' names out over as many lines as they need."""
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0.0
    for iso3, name in chart.names:
        need = _need(name)
        if lines[-1] and used + need - _KEY_GAP > width:
            lines.append([])
            used = 0.0
        lines[-1].append((iso3, name))
        used += need
    return lines


def _need(name: str) -> float:
    return _KEY_MARK + text_width(name, SIZE, 600) + _KEY_GAP


def _draw_key(pad: Pad, lines: list[list[tuple[str, str]]]) -> None:
    """Name the countries' marks above the plot, in reading order from the pad's left edge."""
    across, up = (72.0 * side for side in pad.figure.get_size_inches())
    for level, line in enumerate(lines):
        left = 0.0
        y = pad.bottom + pad.height - _KEY_LINE * level - 8.0
        for iso3, name in line:
            marker = country_marker(iso3)
            pad.figure.add_artist(
                Line2D(
                    ((pad.left + left + 3.0) / across,),
                    ((y + 2.6) / up,),
                    marker=MARKERS[marker],
                    markersize=_SIZES.get(marker, _SIZE) + 0.6,
                    markeredgewidth=0,
                    color=country_colour(iso3, pad.theme),
                )
            )
            pad.figure.text(
                (pad.left + left + _KEY_MARK) / across,
                y / up,
                name,
                fontproperties=lettering(SIZE, 600),
                color=country_ink(iso3, pad.theme),
            )
            left += _need(name)
