"""Charts drawn with Matplotlib: one drawer a kind, all on a pad measured in points."""

from typing import assert_never

from explorer.pages.charts import (
    BalanceChart,
    BarChart,
    CalibrationChart,
    Chart,
    EstimateChart,
    FitChart,
    LadderChart,
    LineChart,
    MapChart,
    RangeChart,
    StanceChart,
    StandChart,
    TimelineChart,
    TornadoChart,
)
from explorer.report.balance_drawing import balance_height, draw_balances
from explorer.report.bar_drawing import draw_bars
from explorer.report.calibration_drawing import CALIBRATION_HEIGHT, draw_calibration
from explorer.report.estimate_drawing import draw_estimates, estimate_height
from explorer.report.fit_drawing import HEIGHT, draw_fit
from explorer.report.ladder_drawing import draw_ladder, ladder_height
from explorer.report.line_drawing import draw_lines
from explorer.report.map_drawing import draw_map, map_height
from explorer.report.pads import Pad
from explorer.report.range_drawing import draw_ranges
from explorer.report.stance_drawing import draw_stances, stance_height
from explorer.report.stand_drawing import draw_stands, stand_height
from explorer.report.timeline_drawing import draw_timeline, timeline_height
from explorer.report.tornado_drawing import FOOT, HEAD, ROW, draw_tornado


def draw_chart(pad: Pad, chart: Chart) -> None:  # noqa: C901, PLR0912 - a case a kind
    """Draw a chart without its title and source, which stand outside the pad."""
    match chart:
        case LineChart():
            draw_lines(pad, chart)
        case BarChart():
            draw_bars(pad, chart)
        case RangeChart():
            draw_ranges(pad, chart)
        case LadderChart():
            draw_ladder(pad, chart)
        case EstimateChart():
            draw_estimates(pad, chart)
        case TornadoChart():
            draw_tornado(pad, chart)
        case StandChart():
            draw_stands(pad, chart)
        case FitChart():
            draw_fit(pad, chart)
        case BalanceChart():
            draw_balances(pad, chart)
        case CalibrationChart():
            draw_calibration(pad, chart)
        case TimelineChart():
            draw_timeline(pad, chart)
        case StanceChart():
            draw_stances(pad, chart)
        case MapChart():
            draw_map(pad, chart)
        case _:
            assert_never(chart)


def natural_height(chart: Chart) -> float:  # noqa: C901, PLR0912 - a case a kind
    """Give the height in points at which a chart reads well at full width."""
    match chart:
        case LineChart():
            height = 190.0
        case BarChart():
            height = 20.0 * len(chart.bars)
        case RangeChart():
            height = 34.0 + max(26.0, 8.0 + 6.5 * len(chart.names)) * len(chart.rows)
        case LadderChart():
            height = ladder_height(chart)
        case EstimateChart():
            height = estimate_height(chart)
        case TornadoChart():
            height = HEAD + ROW * len(chart.swings) + FOOT
        case StandChart():
            height = stand_height(chart)
        case FitChart():
            height = HEIGHT
        case BalanceChart():
            height = balance_height(chart)
        case CalibrationChart():
            height = CALIBRATION_HEIGHT
        case TimelineChart():
            height = timeline_height(chart)
        case StanceChart():
            height = stance_height(chart)
        case MapChart():
            height = map_height(chart)
        case _:
            assert_never(chart)
    return height
