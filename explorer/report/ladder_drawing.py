"""The outcome ladder as stacked bars, with a key of the rungs."""

from matplotlib.patches import Rectangle

from explorer.pages.charts import LadderChart
from explorer.pages.numbers import share_figure
from explorer.report.lettering import lettering, text_width
from explorer.report.pads import SIZE, SMALL, Pad
from explorer.style import rung_colours, rung_inks


def draw_ladder(pad: Pad, chart: LadderChart) -> None:
    """Draw a stacked bar a country, with per cent where there is room, and the key below."""
    fills, inks = rung_colours(pad.theme), rung_inks(pad.theme)
    gutter = max((text_width(row.label, SIZE, 600) for row in chart.rows), default=0.0) + 10.0
    key = _ladder_key_lines(chart, pad.width)
    axes = pad.axes(left=gutter, bottom=11.0 * len(key) + 4.0)
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(len(chart.rows) - 0.5, -0.5)
    for level, row in enumerate(chart.rows):
        axes.annotate(
            row.label,
            (0, level),
            (-10, 0),
            xycoords=axes.get_yaxis_transform(),
            textcoords="offset points",
            horizontalalignment="right",
            verticalalignment="center_baseline",
            fontproperties=lettering(SIZE, 600),
            color=pad.theme.ink,
        )
        start = 0.0
        for rung, share in enumerate(row.shares):
            axes.add_patch(
                Rectangle((start, level - 0.32), share, 0.64, color=fills[rung], linewidth=0)
            )
            percent = share_figure(share)
            if share * (pad.width - gutter) > text_width(percent, SIZE) + 5.0:
                axes.text(
                    start + share / 2,
                    level,
                    percent,
                    horizontalalignment="center",
                    verticalalignment="center_baseline",
                    fontproperties=lettering(SIZE),
                    color=inks[rung],
                )
            start += share
    _draw_ladder_key(pad, chart, key)


def _ladder_key_lines(chart: LadderChart, width: float) -> list[list[int]]:
    """Share the rungs' names out over as many lines as they need."""
    lines: list[list[int]] = [[]]
    used = 0.0
    for rung, title in enumerate(chart.rungs):
        need = text_width(title, SMALL) + 24.0
        if lines[-1] and used + need > width:
            lines.append([])
            used = 0.0
        lines[-1].append(rung)
        used += need
    return lines


def _draw_ladder_key(pad: Pad, chart: LadderChart, lines: list[list[int]]) -> None:
    axes = pad.axes()
    axes.set_axis_off()
    axes.set_xlim(0, pad.width)
    axes.set_ylim(0, pad.height)
    fills = rung_colours(pad.theme)
    for index, rungs in enumerate(lines):
        across, level = 0.0, 11.0 * (len(lines) - 1 - index) + 2.0
        for rung in rungs:
            axes.add_patch(
                Rectangle(
                    (across, level),
                    7,
                    7,
                    facecolor=fills[rung],
                    edgecolor=pad.theme.mute,
                    linewidth=0.3,
                )
            )
            axes.text(
                across + 10.5,
                level + 1.0,
                chart.rungs[rung],
                fontproperties=lettering(SMALL),
                color=pad.theme.ink,
            )
            across += text_width(chart.rungs[rung], SMALL) + 24.0
