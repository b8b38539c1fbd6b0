"""What moves an event: a bar a factor, about the likelihood as it is now."""

import math

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from explorer.pages.charts import Swing, TornadoChart
from explorer.pages.numbers import share_text
from explorer.pages.swings import axis_text, drawn_bars
from explorer.report.lettering import lettering, text_width, wrap_text
from explorer.report.pads import SIZE, SMALL, Pad, axes_size
from explorer.style import Theme

HEAD, ROW, FOOT = 13.0, 15.0, 24.0
"""Heights in points: of the line over the bars, of a row, and of axis and key under them."""

_NAMES = 0.36  # the most that factors' names take of the width
_INSET = 24.0  # points left free at either end of the axis for the ratings
_TICK_ROOM = 26.0  # points from the middle of one figure on the axis to the next
_BAR = 0.52  # the bar's part of its row
_DENSE = 0.62
_GAP = 8.0
_UNIT = "points"
_KEY = ("to the left: less likely", "to the right: likelier")
_RATINGS = "figures beside a bar: the rating there"


def draw_tornado(pad: Pad, chart: TornadoChart) -> None:
    """Draw the bars with the ratings at their ends, the axis in per cent, and the key."""
    if not chart.swings:
        return
    names = [text_width(swing.label, SIZE) for swing in chart.swings]
    gutter = min(max(names) + _GAP, pad.width * _NAMES)
    size = SIZE if max(names) + _GAP <= gutter else SMALL  # two lines of it fit into a row
    said = max(text_width(words, SIZE, 600) for words in (*(_words(chart)), _UNIT)) + _GAP
    axes = pad.axes(left=gutter, right=said, bottom=FOOT, top=HEAD)
    _set_axes(axes, pad.theme, chart)
    for level, swing in enumerate(chart.swings):
        _draw_name(axes, pad.theme, (swing.label, gutter - _GAP), level, size)
        _draw_bars(axes, pad.theme, chart, swing, level)
        _beside(axes, pad.theme, swing.words, (said, level), weight=600)
    axes.axvline(chart.now, color=pad.theme.ink, linewidth=0.7)
    _over(axes, pad.theme, chart, said)
    _draw_key(pad)


def _words(chart: TornadoChart) -> tuple[str, ...]:
    return tuple(swing.words for swing in chart.swings)


def _set_axes(axes: Axes, theme: Theme, chart: TornadoChart) -> None:
    """Set the axis wider than its ticks, so that the ratings have room beyond the bars."""
    first, last = chart.ticks[0], chart.ticks[-1]
    width = axes_size(axes)[0]
    spare = _INSET * (last - first) / max(width - 2 * _INSET, 1.0)
    axes.set_xlim(first - spare, last + spare)
    axes.set_ylim(len(chart.swings) - 0.5, -0.5)
    apart = (width - 2 * _INSET) / max(len(chart.ticks) - 1, 1)
    ticks = chart.ticks[:: math.ceil(_TICK_ROOM / max(apart, 1.0))]
    axes.set_xticks(ticks, [axis_text(tick) for tick in ticks])
    axes.set_yticks([])
    for label in axes.get_xticklabels():
        label.set_fontproperties(lettering(SMALL))
        label.set_color(theme.mute)
    axes.xaxis.grid(visible=True)
    for side in axes.spines.values():
        side.set_visible(False)


def _draw_name(axes: Axes, theme: Theme, name: tuple[str, float], level: int, size: float) -> None:
    """Name a factor at the left, on two lines where one is too narrow."""
    words, width = name
    lines = wrap_text(words, width, size)
    axes.annotate(
        "\n".join(lines),
        (0, level),
        (-width - _GAP, 0),
        xycoords=axes.get_yaxis_transform(),
        textcoords="offset points",
        verticalalignment="center_baseline" if len(lines) == 1 else "center",
        linespacing=0.98,
        fontproperties=lettering(size),
        color=theme.ink,
        annotation_clip=False,
    )


def _draw_bars(axes: Axes, theme: Theme, chart: TornadoChart, swing: Swing, level: int) -> None:
    for bar in drawn_bars(swing, chart.now):
        corner = (chart.now, level - _BAR / 2 + _BAR * bar.lane)
        size = (bar.end - chart.now, _BAR * bar.depth)
        colour = theme.pull if bar.is_likelier else theme.hold
        # The card's colour first, so that no line of the grid shows through.
        axes.add_patch(Rectangle(corner, *size, facecolor=theme.card, linewidth=0))
        axes.add_patch(Rectangle(corner, *size, facecolor=colour, alpha=_DENSE, linewidth=0))
        axes.annotate(
            bar.words,
            (bar.end, level),
            (3 if bar.is_likelier else -3, 0),
            textcoords="offset points",
            horizontalalignment="left" if bar.is_likelier else "right",
            verticalalignment="center_baseline",
            fontproperties=lettering(SMALL),
            color=theme.mute,
            annotation_clip=False,
        )


def _beside(
    axes: Axes, theme: Theme, words: str, place: tuple[float, float], weight: int = 400
) -> None:
    """Write at the right edge of the pad, in a row."""
    across, level = place
    axes.annotate(
        words,
        (1, level),
        (across, 0),
        xycoords=axes.get_yaxis_transform(),
        textcoords="offset points",
        horizontalalignment="right",
        verticalalignment="center_baseline",
        fontproperties=lettering(SIZE, weight),
        color=theme.ink,
        annotation_clip=False,
    )


def _over(axes: Axes, theme: Theme, chart: TornadoChart, said: float) -> None:
    """Name the likelihood now over its line, and the unit over the lengths."""
    axes.annotate(
        f"now {share_text(chart.now)}",
        (chart.now, 1),
        (0, 4),
        xycoords=axes.get_xaxis_transform(),
        textcoords="offset points",
        horizontalalignment="center",
        fontproperties=lettering(SMALL, 600),
        color=theme.ink,
        annotation_clip=False,
    )
    axes.annotate(
        _UNIT,
        (1, 1),
        (said, 4),
        xycoords="axes fraction",
        textcoords="offset points",
        horizontalalignment="right",
        fontproperties=lettering(SMALL),
        color=theme.mute,
        annotation_clip=False,
    )


def _draw_key(pad: Pad) -> None:
    axes = pad.axes()
    axes.set_axis_off()
    axes.set_xlim(0, pad.width)
    axes.set_ylim(0, pad.height)
    across = 0.0
    for colour, words in zip((pad.theme.hold, pad.theme.pull), _KEY, strict=True):
        axes.add_patch(
            Rectangle((across, 1.5), 9, 5.5, facecolor=colour, alpha=_DENSE, linewidth=0)
        )
        axes.text(across + 12.5, 2.0, words, fontproperties=lettering(SMALL), color=pad.theme.mute)
        across += text_width(words, SMALL) + 28.0
    if across + text_width(_RATINGS, SMALL) <= pad.width:
        axes.text(across, 2.0, _RATINGS, fontproperties=lettering(SMALL), color=pad.theme.mute)
