"""Ratings with their ranges, a row a factor."""

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from explorer.pages.charts import RangeChart
from explorer.report.lettering import lettering, text_width
from explorer.report.pads import MARKERS, SIZE, Pad, axes_size
from explorer.style import Theme, country_colour, country_ink, country_marker


def draw_ranges(pad: Pad, chart: RangeChart) -> None:
    """Draw range, pooled value and each rater's best value, a line a country within each row."""
    countries = list(dict.fromkeys(iso3 for row in chart.rows for iso3, _ in row.marks))
    gutter = max((text_width(row.label, SIZE) for row in chart.rows), default=0.0) + 10.0
    axes = pad.axes(left=gutter, right=8.0, bottom=14.0, top=16.0)
    axes.set_xlim(-0.08, 4.08)
    axes.set_ylim(len(chart.rows) - 0.5, -0.5)
    axes.set_xticks(range(5), [str(point) for point in range(5)])
    axes.set_yticks(range(len(chart.rows)), [row.label for row in chart.rows])
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(lettering(SIZE))
        label.set_color(pad.theme.ink)
    axes.xaxis.grid(visible=True)
    for index, iso3 in enumerate(countries):
        _key(axes, pad.theme, iso3, index)
    for row, ranges in enumerate(chart.rows):
        offset = 0.44 / max(len(ranges.marks), 1)
        for place, (iso3, mark) in enumerate(ranges.marks):
            level = row + (place - (len(ranges.marks) - 1) / 2) * offset
            colour = country_colour(iso3, pad.theme)
            axes.plot((mark.low, mark.high), (level, level), color=colour, linewidth=1.8)
            axes.plot(
                mark.raters,
                [level] * len(mark.raters),
                linestyle="none",
                marker="|",
                markersize=5,
                markeredgewidth=0.7,
                color=country_ink(iso3, pad.theme),
            )
            axes.plot(
                mark.value,
                level,
                marker=MARKERS[country_marker(iso3)],
                markersize=6,
                markeredgewidth=0,
                color=colour,
            )


def _key(axes: Axes, theme: Theme, iso3: str, index: int) -> None:
    """Name a country's mark above the chart."""
    axes.annotate(
        iso3,
        (0, 1),
        (46.0 * index + 8.0, 6.0),
        xycoords="axes fraction",
        textcoords="offset points",
        fontproperties=lettering(SIZE, 600),
        color=country_ink(iso3, theme),
    )
    width, height = axes_size(axes)
    axes.add_line(
        Line2D(
            ((46.0 * index + 2.0) / width,),
            (1.0 + 8.5 / height,),
            transform=axes.transAxes,
            marker=MARKERS[country_marker(iso3)],
            markersize=5,
            markeredgewidth=0,
            color=country_colour(iso3, theme),
            clip_on=False,
        )
    )
