"""Values over years: a line a country, each named at its end."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from explorer.pages.charts import Line, LineChart
from explorer.pages.numbers import number_text
from explorer.pages.tables import NO_VALUE
from explorer.report.lettering import lettering, text_width
from explorer.report.pads import MARKERS, SIZE, SMALL, Pad, axes_size, spread
from explorer.style import Theme, country_colour, country_ink, country_marker

_YEAR_ROOM = 30.0  # points from the first or last year to the next one named
_STEP = 9.6  # points between the base lines of labels that would else overlap


def draw_lines(pad: Pad, chart: LineChart) -> None:
    """Draw the lines with their gaps, each named with its newest value at its end."""
    found = [line for line in chart.lines if any(value is not None for value in line.values)]
    missing = [line.label for line in chart.lines if line not in found]
    if not found:
        _say_missing(pad, missing)
        return
    last_year = max(_last(line)[0] for line in found)
    labels = [_end_label(line, last_year, chart.decimals) for line in found]
    room = max(text_width(label, SIZE, 600) for label in labels) + 9.0
    ticks = _line_ticks(pad, chart, found)
    gutter = max(text_width(number_text(tick, _places(ticks)), SMALL) for tick in ticks) + 5.0
    axes = pad.axes(left=gutter, right=room, bottom=12.0, top=4.0)
    _set_line_axes(axes, pad.theme, found, ticks)
    for line in found:
        _draw_line(axes, pad.theme, line, chart.hollow_places(line))
    _label_ends(axes, pad.theme, found, labels, pad.height - 16.0)
    if missing:
        words = f"{', '.join(missing)}: {NO_VALUE}"
        axes.annotate(
            words,
            (0, 0),
            (3, 3),
            xycoords="axes fraction",
            textcoords="offset points",
            fontproperties=lettering(SMALL),
            color=pad.theme.mute,
        )


def _say_missing(pad: Pad, labels: list[str]) -> None:
    axes = pad.axes()
    axes.set_axis_off()
    axes.text(
        0.0,
        0.5,
        f"{', '.join(labels)}: {NO_VALUE}",
        fontproperties=lettering(SIZE),
        color=pad.theme.mute,
    )


def _last(line: Line) -> tuple[int, float]:
    """Give the newest year with a value, and the value."""
    pairs = zip(line.years, line.values, strict=True)
    return max((year, value) for year, value in pairs if value is not None)


def _end_label(line: Line, last_year: int, decimals: int) -> str:
    year, value = _last(line)
    when = "" if year == last_year else f" ({year})"
    return f"{line.label} {number_text(value, decimals)}{when}"


def _line_ticks(pad: Pad, chart: LineChart, lines: list[Line]) -> list[float]:
    from matplotlib.ticker import MaxNLocator

    values = [value for line in lines for value in line.values if value is not None]
    low, high = min(values), max(values)
    if chart.from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low < 1e-9:
        low, high = low - 0.5, high + 0.5
    wanted = 4 if pad.height < 130 else 6
    locator = MaxNLocator(nbins=wanted, steps=[1, 2, 2.5, 5, 10])
    return [float(tick) for tick in locator.tick_values(low, high)]


def _places(ticks: list[float]) -> int:
    """Give the least number of decimals that tells the ticks apart exactly."""
    for places in range(4):
        if all(abs(round(tick, places) - tick) < 1e-9 for tick in ticks):
            return places
    return 4


def _set_line_axes(axes: Axes, theme: Theme, lines: list[Line], ticks: list[float]) -> None:
    years = [
        year
        for line in lines
        for year, value in zip(line.years, line.values, strict=True)
        if value is not None
    ]
    first, last = min(years), max(years)
    side = 0.5 if first == last else 0.0
    axes.set_xlim(first - side, last + side)
    axes.set_ylim(ticks[0], ticks[-1])
    axes.set_yticks(ticks, [number_text(tick, _places(ticks)) for tick in ticks])
    marks = _year_ticks(first, last, axes_size(axes)[0])
    axes.set_xticks(marks, [str(year) for year in marks])
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(lettering(SMALL))
    if first != last:
        axes.get_xticklabels()[0].set_horizontalalignment("left")
        axes.get_xticklabels()[-1].set_horizontalalignment("right")
    axes.yaxis.grid(visible=True)
    if ticks[0] < 0 < ticks[-1]:
        axes.axhline(0, color=theme.faint, linewidth=0.6)


def _year_ticks(first: int, last: int, width: float) -> list[int]:
    """Give the first and the last year, and round ones between where there is room."""
    span = last - first
    if span <= 3:
        return list(range(first, last + 1))
    step = next(step for step in (1, 2, 5, 10, 20, 50) if span / step <= 4)
    between = [
        year
        for year in range(first - first % step + step, last, step)
        if min(year - first, last - year) * width / span > _YEAR_ROOM
    ]
    return [first, *between, last]


def _draw_line(axes: Axes, theme: Theme, line: Line, hollow: Sequence[int]) -> None:
    pairs = zip(line.years, line.values, strict=True)
    by_year = {year: value for year, value in pairs if value is not None}
    years = range(min(line.years), max(line.years) + 1)
    values = [by_year.get(year, float("nan")) for year in years]  # drawn as a gap
    colour = country_colour(line.iso3, theme)
    axes.plot(years, values, color=colour, clip_on=False)
    open_years = {line.years[at] for at in hollow}
    marked = [year for year in years if _stands_alone(by_year, year)]
    marked.append(_last(line)[0])
    for shown, fill, edge in (
        ([year for year in marked if year not in open_years], colour, 0.0),
        (sorted(open_years), theme.card, 0.8),  # to be taken with care
    ):
        axes.plot(
            shown,
            [by_year[year] for year in shown],
            linestyle="none",
            marker=MARKERS[country_marker(line.iso3)],
            markersize=5.6 if country_marker(line.iso3) == "star" else 4.2,
            markerfacecolor=fill,
            markeredgecolor=colour,
            markeredgewidth=edge,
            clip_on=False,
        )


def _stands_alone(by_year: dict[int, float], year: int) -> bool:
    """Say whether a value has no neighbour, so that no line would show it."""
    return year in by_year and year - 1 not in by_year and year + 1 not in by_year


def _label_ends(
    axes: Axes, theme: Theme, lines: list[Line], labels: list[str], height: float
) -> None:
    low, high = axes.get_ylim()
    first, last = axes.get_xlim()
    wanted = [(_last(line)[1] - low) / (high - low) * height for line in lines]
    places = spread(wanted, _STEP, 3.0, height - 3.0)
    for line, label, place, own in zip(lines, labels, places, wanted, strict=True):
        ink = country_ink(line.iso3, theme)
        axes.annotate(
            label,
            (1, 0),
            (7, place),
            xycoords="axes fraction",
            textcoords="offset points",
            verticalalignment="center_baseline",
            fontproperties=lettering(SIZE, 600),
            color=ink,
            annotation_clip=False,
        )
        end = (_last(line)[0] - first) / (last - first)
        if end < 0.999 or abs(place - own) > 1.5:
            _lead(axes, (end, own / height), (6.0, place), ink)


def _lead(axes: Axes, end: tuple[float, float], label: tuple[float, float], ink: str) -> None:
    """Draw a thin line from a line's end to the label that had to stand elsewhere."""
    width, height = axes_size(axes)
    axes.add_line(
        Line2D(
            (end[0], 1.0 + label[0] / width),
            (end[1], label[1] / height),
            transform=axes.transAxes,
            color=ink,
            linewidth=0.4,
            linestyle=(0, (1.5, 1.5)),
            clip_on=False,
        )
    )
