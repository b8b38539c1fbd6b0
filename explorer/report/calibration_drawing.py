"""What was forecast against what came true: a mark a bin, sized by its count, and the diagonal."""

import math

from matplotlib.axes import Axes

from explorer.pages.charts import CalibrationChart
from explorer.report.lettering import lettering
from explorer.report.pads import SMALL, Pad

CALIBRATION_HEIGHT = 250.0
"""The height in points at which the chart reads well."""
_LEFT, _BOTTOM, _TITLE = 26.0, 26.0, 14.0
_LEAST, _MOST = 5.0, 17.0


def draw_calibration(pad: Pad, chart: CalibrationChart) -> None:
    """Draw a square plot at the left edge with the diagonal, the base rate and the bins."""
    side = min(pad.width - _LEFT, pad.height - _BOTTOM - _TITLE)
    right = pad.width - _LEFT - side
    axes = pad.axes(left=_LEFT, right=right, bottom=_BOTTOM, top=_TITLE)
    axes.set_xlim(0.0, 1.0)
    axes.set_ylim(0.0, 1.0)
    ticks = [f"{100 * edge:.0f}" for edge in chart.edges]
    axes.set_xticks(list(chart.edges), ticks)
    axes.set_yticks(list(chart.edges), ticks)
    axes.grid(visible=True)
    axes.tick_params(length=0)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(lettering(SMALL))
    axes.plot((0, 1), (0, 1), color=pad.theme.mute, linewidth=0.8)
    axes.axhline(chart.base, color=pad.theme.faint, linewidth=0.6, linestyle=(0, (4, 3)))
    _draw_points(pad, axes, chart)
    axes.set_xlabel(
        "Likelihood given, mean of the bin, %",
        fontproperties=lettering(SMALL),
        color=pad.theme.mute,
        labelpad=2.0,
    )
    axes.annotate(
        "Share that came true, %",
        (0, 1),
        (-_LEFT, 5.0),
        xycoords="axes fraction",
        textcoords="offset points",
        fontproperties=lettering(SMALL),
        color=pad.theme.mute,
    )


def _draw_points(pad: Pad, axes: Axes, chart: CalibrationChart) -> None:
    """Draw the bins, each with its count beside it."""
    most = max((point.count for point in chart.points), default=1)
    for point in chart.points:
        size = max(_MOST * math.sqrt(point.count / most), _LEAST)
        axes.plot(
            point.mean,
            point.share,
            marker="o",
            markersize=size,
            markeredgewidth=0.5,
            markeredgecolor=pad.theme.card,
            markerfacecolor=pad.theme.accent,
            clip_on=False,
        )
        is_right = point.mean > 0.85
        axes.annotate(
            f"n {point.count}",
            (point.mean, point.share),
            ((-1 if is_right else 1) * (size / 2 + 3.0), 0.0),
            textcoords="offset points",
            horizontalalignment="right" if is_right else "left",
            verticalalignment="center",
            fontproperties=lettering(SMALL, 600),
            color=pad.theme.ink,
            bbox={"facecolor": pad.theme.card, "edgecolor": "none", "pad": 0.6},
        )
