"""Ratings with their ranges, a row a factor."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from explorer.pages.charts import RangeChart
from explorer.report.lettering import lettering, text_width
from explorer.report.pads import MARKERS, SIZE, Pad, axes_size
from explorer.style import Theme, country_colour, country_ink, country_marker

_SIZES = {"diamond": 5.0, "cross": 6.5, "star": 8.5}
"""Sizes of the markers that would look larger or smaller than the others at one size."""
_KEY_MARK, _KEY_GAP, _KEY_LINE = 8.0, 14.0, 11.0


def draw_ranges(pad: Pad, chart: RangeChart) -> None:
    """Draw range, pooled value and each rater's best value, a line a country within each row."""
    gutter = max((text_width(row.label, SIZE) for row in chart.rows), default=0.0) + 10.0
    key = _key_lines(chart.names, pad.width - gutter - 8.0)
    top = 16.0 + _KEY_LINE * (len(key) - 1)
    axes = pad.axes(left=gutter, right=8.0, bottom=14.0, top=top)
    axes.set_xlim(-0.08, 4.08)
    axes.set_ylim(len(chart.rows) - 0.5, -0.5)
    axes.set_xticks(range(5), [str(point) for point in range(5)])
    axes.set_yticks(range(len(chart.rows)), [row.label for row in chart.rows])
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(lettering(SIZE))
        label.set_color(pad.theme.ink)
    axes.xaxis.grid(visible=True)
    _draw_key(axes, pad.theme, key)
    for row, ranges in enumerate(chart.rows):
        offset = min(0.24, 0.84 / max(len(ranges.marks), 1))
        for place, (iso3, mark) in enumerate(ranges.marks):
            level = row + (place - (len(ranges.marks) - 1) / 2) * offset
            colour = country_colour(iso3, pad.theme)
            axes.plot((mark.low, mark.high), (level, level), color=colour, linewidth=1.8)
            axes.plot(
                mark.raters,
                [level] * len(mark.raters),
                linestyle="none",
                marker="|",
                markersize=_SIZES.get(country_marker(iso3), 5.5),
                markeredgewidth=0.7,
                color=country_ink(iso3, pad.theme),
            )
            axes.plot(
                mark.value,
                level,
                marker=MARKERS[country_marker(iso3)],
                markersize=_SIZES.get(country_marker(iso3), 5.5),
                markeredgewidth=0,
                color=colour,
            )


def _key_lines(names: Sequence[tuple[str, str]], width: float) -> list[list[tuple[str, str]]]:
    """Share the countries' names out over as many lines as they need."""
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0.0
    for iso3, name in names:
        need = _need(name)
        if lines[-1] and used + need > width:
            lines.append([])
            used = 0.0
        lines[-1].append((iso3, name))
        used += need
    return lines


def _need(name: str) -> float:
    return text_width(name, SIZE, 600) + _KEY_MARK + _KEY_GAP


def _draw_key(axes: Axes, theme: Theme, lines: Sequence[Sequence[tuple[str, str]]]) -> None:
    """Name the countries' marks above the chart, in reading order."""
    for index, line in enumerate(reversed(lines)):
        across = 0.0
        for iso3, name in line:
            _key(axes, theme, (iso3, name), (across, 6.0 + _KEY_LINE * index))
            across += _need(name)


def _key(axes: Axes, theme: Theme, country: tuple[str, str], place: tuple[float, float]) -> None:
    """Name one country's mark, at a place in points from the upper left corner of the axes."""
    iso3, name = country
    across, up = place
    axes.annotate(
        name,
        (0, 1),
        (across + _KEY_MARK, up),
        xycoords="axes fraction",
        textcoords="offset points",
        fontproperties=lettering(SIZE, 600),
        color=country_ink(iso3, theme),
    )
    width, height = axes_size(axes)
    axes.add_line(
        Line2D(
            ((across + 2.0) / width,),
            (1.0 + (up + 2.5) / height,),
            transform=axes.transAxes,
            marker=MARKERS[country_marker(iso3)],
            markersize=_SIZES.get(country_marker(iso3), 5.5),
            markeredgewidth=0,
            color=country_colour(iso3, theme),
            clip_on=False,
        )
    )
