"""One value a country, as bars, each with its figure and year."""

from matplotlib.patches import Rectangle

from explorer.pages.charts import Bar, BarChart
from explorer.pages.numbers import number_text
from explorer.pages.tables import NO_VALUE
from explorer.report.lettering import lettering, text_width
from explorer.report.pads import SIZE, Pad
from explorer.style import country_colour, country_ink


def draw_bars(pad: Pad, chart: BarChart) -> None:
    """Draw a bar a country from zero, named on the left; a missing value is said in words."""
    texts = [_bar_text(bar.value, bar.year, chart.decimals) for bar in chart.bars]
    gutter = max(text_width(bar.label, SIZE, 600) for bar in chart.bars) + 8.0
    room = max(text_width(text, SIZE) for text in texts) + 8.0
    values = [bar.value for bar in chart.bars if bar.value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    axes = pad.axes(left=gutter, right=room)
    axes.set_axis_off()
    axes.set_xlim(low, high if high > low else low + 1.0)
    rows = len(chart.bars)
    axes.set_ylim(rows - 0.5, -0.5)
    thick = min(0.56, 11.0 / (pad.height / rows))
    for row, (bar, text) in enumerate(zip(chart.bars, texts, strict=True)):
        axes.annotate(
            bar.label,
            (0, row),
            (-8, 0),
            xycoords=axes.get_yaxis_transform(),
            textcoords="offset points",
            horizontalalignment="right",
            verticalalignment="center_baseline",
            fontproperties=lettering(SIZE, 600),
            color=country_ink(bar.iso3, pad.theme),
        )
        if bar.value is not None:
            axes.add_patch(_rectangle(pad, bar, row, thick, is_old=bar.year < chart.newest))
        axes.annotate(
            text,
            (max(bar.value or 0.0, 0.0), row),
            (4, 0),
            textcoords="offset points",
            verticalalignment="center_baseline",
            fontproperties=lettering(SIZE),
            color=pad.theme.ink if bar.value is not None else pad.theme.mute,
            annotation_clip=False,
        )
    axes.axvline(0, color=pad.theme.faint, linewidth=0.6)


def _rectangle(pad: Pad, bar: Bar, row: int, thick: float, *, is_old: bool) -> Rectangle:
    """Give a bar: full, or an outline where it is of an older year than others."""
    value = bar.value or 0.0
    colour = country_colour(bar.iso3, pad.theme)
    return Rectangle(
        (min(value, 0.0), row - thick / 2),
        abs(value),
        thick,
        facecolor="none" if is_old else colour,
        edgecolor=colour,
        linewidth=0.8 if is_old else 0,
    )


def _bar_text(value: float | None, year: int, decimals: int) -> str:
    if value is None:
        return NO_VALUE
    return f"{number_text(value, decimals)} ({year})" if year else number_text(value, decimals)
