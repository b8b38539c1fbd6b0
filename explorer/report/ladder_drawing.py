"""The outcome ladder as stacked bars with whiskers, and a key of the rungs."""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from explorer.pages.charts import LadderChart, LadderRow
from explorer.pages.numbers import share_figure
from explorer.pages.whiskers import Whisker, lane_count, whiskers_of
from explorer.report.lettering import lettering, text_width
from explorer.report.pads import SIZE, SMALL, Pad
from explorer.style import Theme, rung_colours, rung_inks

_BAR, _GAP = 18.0, 10.0
_BEFORE, _LANE, _CAP = 7.0, 6.5, 1.6
_KEY_LINE, _KEY_LEAST = 11.0, 34.0
_APART = 4.0
"""How far apart two whiskers in one lane are at least."""
_USUAL = 430.0
"""About how wide the bars of a picture are, beside the names."""
_FADED = 0.6


def ladder_height(chart: LadderChart) -> float:
    """Give the height in points at which bars, whiskers, thin bars and key have their room."""
    return _KEY_LEAST + sum(_BAR + _GAP + _below(row, _USUAL) for row in chart.rows)


def draw_ladder(pad: Pad, chart: LadderChart) -> None:
    """Draw a stacked bar a country, with per cent where there is room, and the key below."""
    gutter = max((text_width(row.label, SIZE, 600) for row in chart.rows), default=0.0) + 10.0
    key = _ladder_key_lines(chart, pad.width)
    foot = _KEY_LINE * len(key) + 4.0
    axes = pad.axes(left=gutter, bottom=foot)
    width, height = pad.width - gutter, pad.height - foot
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    below = [_below(row, width) for row in chart.rows]
    step = (height - sum(below)) / max(len(chart.rows), 1)
    bar = min(_BAR, 0.64 * step)
    for at, row in enumerate(chart.rows):
        top = at * step + sum(below[:at]) + (step - bar) / 2
        axes.annotate(
            row.label,
            (0, top + bar / 2),
            (-10, 0),
            textcoords="offset points",
            horizontalalignment="right",
            verticalalignment="center_baseline",
            fontproperties=lettering(SIZE, 600),
            color=pad.theme.ink,
        )
        _draw_bar(axes, row, (top, bar, width), pad.theme)
        under = top + bar
        if row.before:
            _draw_before(axes, row.before, (under + 2.0, _BEFORE - 3.0, width), pad.theme)
            under += _BEFORE
        for whisker in whiskers_of(row.shares, row.bounds, _APART / width):
            _draw_whisker(axes, whisker, (under, width), pad.theme)
    _draw_ladder_key(pad, chart, key)


def _below(row: LadderRow, width: float) -> float:
    """Give what the thin bar and the whiskers take under a bar, in points."""
    lanes = lane_count(whiskers_of(row.shares, row.bounds, _APART / width))
    return (_BEFORE if row.before else 0.0) + lanes * _LANE


def _draw_bar(axes: Axes, row: LadderRow, place: tuple[float, float, float], theme: Theme) -> None:
    """Draw a bar at its top, of a height and a width."""
    top, height, width = place
    fills, inks = rung_colours(theme), rung_inks(theme)
    start = 0.0
    for rung, share in enumerate(row.shares):
        axes.add_patch(
            Rectangle((start, top), share * width, height, color=fills[rung], linewidth=0)
        )
        percent = share_figure(share)
        if share * width > text_width(percent, SIZE) + 5.0:
            axes.text(
                start + share * width / 2,
                top + height / 2,
                percent,
                horizontalalignment="center",
                verticalalignment="center_baseline",
                fontproperties=lettering(SIZE),
                color=inks[rung],
            )
        start += share * width


def _draw_before(
    axes: Axes, shares: tuple[float, ...], place: tuple[float, float, float], theme: Theme
) -> None:
    """Draw the judgement as a thin bar."""
    top, height, width = place
    start = 0.0
    for fill, share in zip(rung_colours(theme), shares, strict=False):
        axes.add_patch(
            Rectangle((start, top), share * width, height, color=fill, alpha=_FADED, linewidth=0)
        )
        start += share * width


def _draw_whisker(axes: Axes, whisker: Whisker, place: tuple[float, float], theme: Theme) -> None:
    """Draw an edge's interval in its lane: a line with ends, and a dot at the edge itself."""
    top, width = place
    level = top + _LANE * (whisker.lane + 0.6)
    low, edge, high = (width * each for each in (whisker.low, whisker.edge, whisker.high))
    axes.plot((low, high), (level, level), color=theme.mute, linewidth=0.8)
    for end in (low, high):
        axes.plot((end, end), (level - _CAP, level + _CAP), color=theme.mute, linewidth=0.8)
    axes.plot(edge, level, marker="o", markersize=2.6, markeredgewidth=0, color=theme.ink)


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
        across, level = 0.0, _KEY_LINE * (len(lines) - 1 - index) + 2.0
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
