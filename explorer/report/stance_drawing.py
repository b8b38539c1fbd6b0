"""Stances on a line from unlikely to likely, on paper: a row an author, in columns of bins."""

from matplotlib.axes import Axes

from explorer.pages.charts import StanceChart, StanceDot, StanceLine
from explorer.pages.stance_layout import StanceLayout, lay_out
from explorer.report.lettering import lettering, text_width
from explorer.report.pads import MARKERS, SMALL, Pad
from explorer.style import Theme, country_colour, country_marker

_KEY, _HEAD, _ROW, _GAP = 14.0, 30.0, 11.5, 8.0
_MARK = 7.6
_COLUMNS = 4
_REGION = "the region as a whole"
_ELLIPSIS = "…"


def stance_height(chart: StanceChart) -> float:
    """Give the height in points at which the chart reads well."""
    return _KEY + sum(_HEAD + _ROW * rows + _GAP for rows in lay_out(chart, _COLUMNS).heights)


def draw_stances(pad: Pad, chart: StanceChart) -> None:
    """Draw the key, and each question with its line and the authors below their bins."""
    axes = pad.axes()
    axes.set_axis_off()
    axes.set_xlim(0.0, pad.width)
    axes.set_ylim(pad.height, 0.0)
    x = 0.0
    for iso3, name in (*chart.names, ("", _REGION)):
        _mark(axes, pad.theme, iso3, (x + 4.0, 5.0))
        _write(axes, (x + 10.0, 5.0), name, pad.theme.mute)
        x += 10.0 + text_width(name, SMALL) + 10.0
    layout = lay_out(chart, _COLUMNS)
    scale = min(1.0, pad.height / max(stance_height(chart), 1.0))
    top = _KEY
    for line, spots, rows in zip(chart.lines, layout.spots, layout.heights, strict=True):
        _head(axes, pad, chart, line, layout, top)
        bottom = top + _HEAD + _ROW * rows * scale
        border = layout.spans[-1][0] * pad.width / layout.columns - 5.0
        axes.plot(
            (border, border),
            (top + 12.0, bottom),
            color=pad.theme.faint,
            linewidth=0.5,
            linestyle=(0, (3.0, 3.0)),
        )
        width = pad.width / layout.columns
        for spot in spots:
            place = (spot.column * width, top + _HEAD + _ROW * scale * (spot.row + 0.5))
            _author(axes, pad.theme, spot.dot, place, width - 6.0)
        top = bottom + _GAP * scale


def _head(
    axes: Axes, pad: Pad, chart: StanceChart, line: StanceLine, layout: StanceLayout, top: float
) -> None:
    """Write the question, and draw the line with its bins; the last head is off the line."""
    theme, width = pad.theme, pad.width / layout.columns
    _write(axes, (0.0, top + 5.0), line.question, theme.ink, 600)
    for at, (title, (first, count)) in enumerate(
        zip((*chart.bins, chart.off), layout.spans, strict=True)
    ):
        left, is_off = first * width, at == len(chart.bins)
        number = sum(dot.place == (None if is_off else at) for dot in line.dots)
        ink = theme.mute if is_off else theme.accent
        _write(axes, (left, top + 16.0), f"{title} · {number}", ink, 600)
        if not is_off:
            y, end = top + 24.0, (first + count) * width
            is_last = at == len(chart.bins) - 1
            end -= 12.0 if is_last else 0.0
            axes.plot((left + 4.0, end), (y, y), color=theme.faint, linewidth=0.6)
            axes.plot((left + 4.0,) * 2, (y - 2.0, y + 2.0), color=theme.faint, linewidth=0.6)
            if is_last:
                head = ((end - 3.5, end, end - 3.5), (y - 2.0, y, y + 2.0))
                axes.plot(*head, color=theme.faint, linewidth=0.6)


def _author(
    axes: Axes, theme: Theme, dot: StanceDot, place: tuple[float, float], width: float
) -> None:
    x, y = place
    marks = dot.states or ("",)
    for at, iso3 in enumerate(marks):
        _mark(axes, theme, iso3, (x + 4.0 + at * _MARK, y))
    left = 2.0 + _MARK * len(marks) + 1.5
    word = f" {dot.word}" if dot.word else ""
    room = width - left
    name = _cut(dot.label, max(room - text_width(word, SMALL), room / 2))
    _write(axes, (x + left, y), name, theme.ink)
    if word:
        after = left + text_width(name, SMALL) + 2.0
        _write(axes, (x + after, y), _cut(word.strip(), width - after), theme.mute)


def _cut(words: str, room: float) -> str:
    """Cut a text short where it is wider than its room."""
    if text_width(words, SMALL) <= room:
        return words
    while words and text_width(words + _ELLIPSIS, SMALL) > room:
        words = words[:-1]
    return words.rstrip() + _ELLIPSIS


def _mark(axes: Axes, theme: Theme, iso3: str, place: tuple[float, float]) -> None:
    """Draw a state's mark, or a ring for the region."""
    marker = country_marker(iso3)
    axes.plot(
        *((each,) for each in place),
        linestyle="none",
        marker=MARKERS[marker] if iso3 else "o",
        markersize=6.0 if marker == "star" else 4.6,
        markerfacecolor=country_colour(iso3, theme) if iso3 else "none",
        markeredgecolor=theme.mute,
        markeredgewidth=0.0 if iso3 else 0.8,
    )


def _write(
    axes: Axes, place: tuple[float, float], words: str, colour: str, weight: int = 400
) -> None:
    axes.text(
        *place,
        words,
        horizontalalignment="left",
        verticalalignment="center_baseline",
        fontproperties=lettering(SMALL, weight),
        color=colour,
    )
