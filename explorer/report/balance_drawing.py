"""Items for and against, as bars to both sides of nought, with their counts at the ends."""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from explorer.pages.charts import Balance, BalanceChart
from explorer.report.lettering import lettering, text_width
from explorer.report.pads import SIZE, Pad
from explorer.style import Theme

ROW, HEAD, SIDE, FOOT = 15.0, 26.0, 58.0, 14.0
_COUNT = 14.0
_SMALL = 6.8


def balance_height(chart: BalanceChart) -> float:
    """Give the height in points at which a chart reads well."""
    if chart.over_time:
        return HEAD + 2 * SIDE + FOOT
    return HEAD + ROW * len(chart.rows)


def draw_balances(pad: Pad, chart: BalanceChart) -> None:
    """Draw a grid of bars to the left and the right, or a course of time up and down."""
    axes = pad.axes(left=0.0, right=0.0)
    axes.set_axis_off()
    axes.set_xlim(0.0, pad.width)
    axes.set_ylim(pad.height, 0.0)
    if chart.over_time:
        _draw_key(axes, pad.theme, 0.0, "↓", "↑")
        _draw_time(axes, pad, chart)
        return
    left = max((text_width(row.label, SIZE) for row in chart.rows), default=0.0) + 8.0
    _draw_key(axes, pad.theme, left, "←", "→")
    width = (pad.width - left) / max(len(chart.columns), 1)
    scale = min(1.0, (pad.height - HEAD) / (ROW * max(len(chart.rows), 1)))
    for place, title in enumerate(chart.columns):
        _write(axes, left + (place + 0.5) * width - 4, 17.0, title, pad.theme.ink, 600)
    for at, row in enumerate(chart.rows):
        middle = HEAD + (at + 0.5) * ROW * scale
        axes.plot(
            (0, pad.width),
            (middle - ROW * scale / 2,) * 2,
            color=pad.theme.grid,
            linewidth=0.4,
        )
        _write(axes, 0.0, middle, row.label, pad.theme.ink, align="left")
        for place, balance in enumerate(row.balances):
            zero = left + (place + 0.5) * width - 4
            reach = 0.0 if row.is_total else max(width / 2 - 6 - _COUNT, 4.0) / chart.most
            _draw_sides(axes, pad.theme, balance, (zero, middle), reach)


def _draw_sides(
    axes: Axes,
    theme: Theme,
    balance: Balance,
    middle: tuple[float, float],
    reach: float,
) -> None:
    """Draw both bars from the middle, `reach` points for each item, with their counts."""
    zero, y = middle
    for count, side, hue in (
        (balance.against, -1, theme.hold),
        (balance.towards, 1, theme.pull),
    ):
        if count:
            end = side * reach * count
            axes.add_patch(
                Rectangle((min(zero, zero + end), y - 3.2), abs(end), 6.4, color=hue, linewidth=0)
            )
            align = "left" if side > 0 else "right"
            _write(axes, zero + end + 2.5 * side, y, str(count), theme.ink, align=align)
    axes.plot((zero, zero), (y - 5.5, y + 5.5), color=theme.faint, linewidth=0.5)


def _draw_time(axes: Axes, pad: Pad, chart: BalanceChart) -> None:
    theme = pad.theme
    width = pad.width / max(len(chart.columns), 1)
    room = (pad.height - HEAD - FOOT) / 2
    zero, reach = HEAD + room - 4, room - 10
    wanted = max((text_width(title, _SMALL) for title in chart.columns), default=0.0) + 4
    step = max(1, int(-(-wanted // width)))
    balances = chart.rows[0].balances if chart.rows else ()
    for at, (title, balance) in enumerate(zip(chart.columns, balances, strict=True)):
        x = (at + 0.5) * width
        for count, side, hue in (
            (balance.against, 1, theme.hold),
            (balance.towards, -1, theme.pull),
        ):
            if count:
                high = reach * count / chart.most
                top = zero if side > 0 else zero - high
                axes.add_patch(
                    Rectangle((x - 0.32 * width, top), 0.64 * width, high, color=hue, linewidth=0)
                )
                _write(axes, x, zero + side * (high + 4.5), str(count), theme.ink)
        if at % step == 0:
            half = text_width(title, _SMALL) / 2
            place = min(max(x, half + 1.0), pad.width - half)
            _write(axes, place, pad.height - 5, title, theme.mute)
    axes.plot((0, pad.width), (zero, zero), color=theme.faint, linewidth=0.5)


def _draw_key(axes: Axes, theme: Theme, left: float, against: str, towards: str) -> None:
    x = left
    for sign, words, hue in (
        (against, "against closer ties", theme.hold),
        (towards, "towards closer ties", theme.pull),
    ):
        _write(axes, x, 5.0, sign, hue, 600, align="left")
        _write(axes, x + 10, 5.0, words, theme.mute, align="left")
        x += 10 + text_width(words, _SMALL) + 14


def _write(
    axes: Axes,
    x: float,
    y: float,
    words: str,
    colour: str,
    weight: int = 400,
    align: str = "center",
) -> None:
    size = SIZE if align == "left" and x == 0.0 else _SMALL
    axes.text(
        x,
        y,
        words,
        horizontalalignment=align,
        verticalalignment="center_baseline",
        fontproperties=lettering(size, weight),
        color=colour,
        clip_on=False,
    )
