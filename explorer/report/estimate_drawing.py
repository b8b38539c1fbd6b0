"""Probabilities with their 80 % intervals: dots with whiskers, on panels side by side."""

from matplotlib.axes import Axes

from explorer.pages.charts import EstimateChart, EstimateLane, EstimatePanel
from explorer.pages.numbers import share_text
from explorer.report.lettering import lettering, text_width, wrap_text
from explorer.report.pads import MARKERS, SIZE, SMALL, Pad
from explorer.style import Theme, country_colour, country_marker

_LANE, _LINE, _FOOT = 13.0, 9.0, 13.0
_FIGURE, _GAP, _NAME_GAP, _CAP = 30.0, 12.0, 9.0, 2.0
_TITLE_LINES = 3
_TICKS = (0, 50, 100)
_SIZES = {"diamond": 4.4, "cross": 5.6, "star": 7.0}
"""Sizes of the markers that would look larger or smaller than the others at one size."""


def estimate_height(chart: EstimateChart) -> float:
    """Give the height in points that the panels need."""
    lanes = len(chart.panels[0].lanes) if chart.panels else 0
    head = _TITLE_LINES * _LINE if len(chart.panels) > 1 else 2.0
    return head + _LANE * lanes + _FOOT


def draw_estimates(pad: Pad, chart: EstimateChart) -> None:
    """Draw a panel beside a panel, each on 0 to 100 %; the names stand before the first."""
    panels = chart.panels
    axes = pad.axes()
    axes.set_axis_off()
    axes.set_xlim(0, pad.width)
    axes.set_ylim(0, pad.height)
    if not panels:
        return
    labels = [lane.label for lane in panels[0].lanes]
    names = max((text_width(label, SIZE) for label in labels), default=0.0) + _NAME_GAP
    width = (pad.width - names - _GAP * (len(panels) - 1)) / len(panels)
    head = pad.height - _FOOT - _LANE * len(labels)
    top = pad.height - max(head, 0.0)
    for at, label in enumerate(labels):
        _write(axes, label, (0.0, top - (at + 0.5) * _LANE), pad.theme.ink)
    for place, panel in enumerate(panels):
        left = names + place * (width + _GAP)
        if len(panels) > 1:
            _draw_title(axes, panel.title, (left, top), width, pad.theme)
        _draw_panel(axes, panel, (left, top), width - _FIGURE, pad.theme)


def _draw_title(
    axes: Axes, title: str, corner: tuple[float, float], width: float, theme: Theme
) -> None:
    lines = wrap_text(title, width, SMALL, 600)[:_TITLE_LINES]
    for at, text in enumerate(reversed(lines)):
        axes.text(
            corner[0],
            corner[1] + 3.0 + at * (_LINE - 1.0),
            text,
            fontproperties=lettering(SMALL, 600),
            color=theme.ink,
        )


def _draw_panel(
    axes: Axes, panel: EstimatePanel, corner: tuple[float, float], width: float, theme: Theme
) -> None:
    left, top = corner
    bottom = top - _LANE * len(panel.lanes)
    for tick in _TICKS:
        at = left + width * tick / 100
        axes.plot((at, at), (bottom, top), color=theme.grid, linewidth=0.6)
        axes.text(
            at,
            bottom - 8.5,
            str(tick),
            horizontalalignment="center",
            fontproperties=lettering(SMALL),
            color=theme.mute,
        )
    for at, lane in enumerate(panel.lanes):
        _draw_lane(axes, lane, (left, top - (at + 0.5) * _LANE), width, theme)


def _draw_lane(
    axes: Axes, lane: EstimateLane, start: tuple[float, float], width: float, theme: Theme
) -> None:
    left, level = start
    colour, marker = country_colour(lane.iso3, theme), country_marker(lane.iso3)
    axes.plot((left, left + width), (level, level), color=theme.grid, linewidth=0.6)
    if lane.estimate.interval is not None:
        low, high = (left + width * end for end in lane.estimate.interval)
        axes.plot((low, high), (level, level), color=colour, linewidth=1.3)
        for end in (low, high):
            axes.plot((end, end), (level - _CAP, level + _CAP), color=colour, linewidth=1.0)
    axes.plot(
        left + width * lane.estimate.value,
        level,
        marker=MARKERS[marker],
        markersize=_SIZES.get(marker, 5.0),
        markeredgewidth=0.5,
        markeredgecolor=theme.card,
        color=colour,
    )
    axes.text(
        left + width + _FIGURE - 2.0,
        level,
        share_text(lane.estimate.value),
        horizontalalignment="right",
        verticalalignment="center_baseline",
        fontproperties=lettering(SMALL, 600),
        color=theme.ink,
    )


def _write(axes: Axes, text: str, place: tuple[float, float], colour: str) -> None:
    axes.text(
        *place,
        text,
        verticalalignment="center_baseline",
        fontproperties=lettering(SIZE),
        color=colour,
    )
