"""Events on a time axis on paper: a lane a state, each event with its letter and its title."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyBboxPatch, Patch, Polygon, Rectangle

from explorer.pages.charts import TimelineChart, TimelineKind, TimelineMark
from explorer.pages.timeline import OTHERS
from explorer.pages.timeline_layout import Placed, Space, Spot, place, ticks
from explorer.report.lettering import lettering, text_width
from explorer.report.pads import MARKERS, SIZE, SMALL, Pad
from explorer.style import (
    EVENT_SHAPES,
    Theme,
    country_colour,
    country_marker,
    event_colour,
    event_shape,
)

_ROW, _PAD, _AXIS, _TOP = 13.5, 2.5, 14.0, 1.0
_RADIUS, _LETTER, _GAP = 4.7, 5.6, 2.6
_TICK_ROOM = 46.0
_KEY_LINE, _KEY_GAP = 12.5, 11.0
_LEAST, _WIDEST = 34.0, 240.0
_USUAL = 508.0
"""The width in points for which the height is reckoned."""


def timeline_height(chart: TimelineChart, width: float = _USUAL) -> float:
    """Give the height in points that the chart needs at a width: lanes, axis and key."""
    lanes = sum(_ROW * lane.levels + 2 * _PAD for lane in chart.lanes)
    return _TOP + lanes + _AXIS + 4.0 + _KEY_LINE * len(_key_lines(_kinds(chart), width))


def draw_timeline(pad: Pad, chart: TimelineChart) -> None:
    """Draw the events between the chart's two days, and below them what the letters mean."""
    axes = pad.axes()
    axes.set_axis_off()
    axes.set_xlim(0, pad.width)
    axes.set_ylim(pad.height, 0)
    names = max((text_width(lane.label, SIZE, 600) for lane in chart.lanes), default=0.0)
    sheet = _Sheet(axes, pad.theme, chart, names + 20.0, pad.width - 3.0)
    bottom = _TOP + sum(_ROW * lane.levels + 2 * _PAD for lane in chart.lanes)
    _draw_axis(sheet, bottom)
    top = _TOP
    axes.plot((0, pad.width), (top, top), color=pad.theme.line, linewidth=0.5)
    for lane in chart.lanes:
        height = _ROW * lane.levels + 2 * _PAD
        _draw_lane(sheet, lane.iso3, lane.label, (top, height))
        for placed in sheet.placed(lane.iso3, lane.levels):
            sheet.draw(placed, top + _PAD + _ROW * (placed.level + 0.5))
        top += height
        axes.plot((0, pad.width), (top, top), color=pad.theme.line, linewidth=0.5)
    _draw_key(sheet, pad.width, bottom + _AXIS + 4.0)


class _Sheet:
    """The axes with what is drawn on them, and where a day stands."""

    def __init__(
        self, axes: Axes, theme: Theme, chart: TimelineChart, left: float, right: float
    ) -> None:
        self.axes = axes
        self.theme = theme
        self.chart = chart
        self.left, self.right = left, right
        self.kinds = {kind.key: kind for kind in chart.kinds}
        self.marks = {
            mark.key: mark for mark in chart.marks if chart.first <= mark.middle <= chart.last
        }

    def x(self, day: float) -> float:
        """Give the place of a day."""
        span = max(self.chart.last - self.chart.first, 1)
        return self.left + (self.right - self.left) * (day - self.chart.first) / span

    def placed(self, lane: str, levels: int) -> tuple[Placed, ...]:
        """Place the events of a lane."""
        spots = [
            Spot(mark.key, self.x(mark.middle), min(text_width(mark.title, SMALL) + 1, _WIDEST))
            for mark in self.marks.values()
            if lane in mark.lanes
        ]
        space = Space(levels, 2 * _RADIUS + 1.5, _GAP, self.left, self.right, _LEAST)
        return place(spots, space)

    def draw(self, placed: Placed, y: float) -> None:
        """Draw one event, or the number of those that stand too close."""
        mark = self.marks[placed.keys[0]]
        if len(placed.keys) > 1:
            self._draw_several(placed, y)
            return
        kind = self.kinds[mark.kind]
        self._draw_span(mark, kind, y)
        self.symbol(kind, placed.x, y, is_exact=mark.first == mark.last)
        if placed.room > 0:
            side = -1 if placed.is_left else 1
            across = placed.x + side * (_RADIUS + _GAP)
            left = across - placed.room if placed.is_left else across
            # So that no line of the axis runs through the words.
            self.axes.add_patch(
                Rectangle(
                    (left, y - _ROW / 2 + 1.5),
                    placed.room,
                    _ROW - 3.0,
                    facecolor=self.theme.card,
                    linewidth=0,
                    zorder=1,
                )
            )
            self.write(
                _fitted(mark.title, placed.room),
                across,
                y,
                side="right" if placed.is_left else "left",
            )

    def symbol(self, kind: TimelineKind, x: float, y: float, *, is_exact: bool = True) -> None:
        """Draw the mark of a kind: full where the day is known, an outline where it is not."""
        colour = event_colour(kind.family, self.theme)
        face = colour if is_exact else self.theme.card
        corners = EVENT_SHAPES.get(event_shape(kind.family))
        patch: Patch = (
            Circle((x, y), _RADIUS)
            if corners is None
            else Polygon([(x + _RADIUS * a, y + _RADIUS * b) for a, b in corners], closed=True)
        )
        patch.set(facecolor=face, edgecolor=colour, linewidth=0.8, zorder=3)
        self.axes.add_patch(patch)
        ink = self.theme.card if is_exact else colour
        self.write(kind.letter, x, y, side="center", size=_LETTER, weight=600, colour=ink)

    def write(
        self,
        words: str,
        x: float,
        y: float,
        *,
        side: str = "left",
        size: float = SMALL,
        weight: int = 400,
        colour: str = "",
    ) -> None:
        """Write a text in the middle of a row."""
        self.axes.text(
            x,
            y,
            words,
            horizontalalignment=side,
            verticalalignment="center_baseline",
            fontproperties=lettering(size, weight),
            color=colour or self.theme.ink,
            zorder=4,
        )

    def _draw_several(self, placed: Placed, y: float) -> None:
        words = str(len(placed.keys))
        half = _RADIUS + 1.8 * (len(words) - 1)
        self.axes.add_patch(
            FancyBboxPatch(
                (placed.x - half + 1.5, y - _RADIUS + 1.5),
                2 * half - 3.0,
                2 * _RADIUS - 3.0,
                boxstyle="round,pad=1.5",
                facecolor=self.theme.track,
                edgecolor=self.theme.mute,
                linewidth=0.6,
                zorder=3,
            )
        )
        self.write(words, placed.x, y, side="center", size=_LETTER, weight=600)

    def _draw_span(self, mark: TimelineMark, kind: TimelineKind, y: float) -> None:
        """Draw the days on which an event may have been, where the day is not known."""
        first = max(self.x(mark.first), self.left)
        last = min(self.x(mark.last + 1), self.right)
        if mark.first == mark.last or last - first <= 2 * _RADIUS:
            return
        colour = event_colour(kind.family, self.theme)
        self.axes.add_patch(
            Rectangle(
                (first, y - 1.0), last - first, 2.0, facecolor=colour, alpha=0.35, linewidth=0
            )
        )


def _draw_axis(sheet: _Sheet, bottom: float) -> None:
    chart, theme = sheet.chart, sheet.theme
    most = int((sheet.right - sheet.left) / _TICK_ROOM)
    for tick in ticks(round(chart.first), round(chart.last), most):
        x = sheet.x(tick.day)
        colour = theme.faint if tick.is_strong else theme.line
        sheet.axes.plot((x, x), (_TOP, bottom + 2), color=colour, linewidth=0.5, zorder=0)
        weight = 600 if tick.is_strong else 400
        half = text_width(tick.label, SMALL, weight) / 2
        sheet.write(
            tick.label,
            min(max(x, sheet.left + half), sheet.right - half),
            bottom + _AXIS / 2 + 1,
            side="center",
            weight=weight,
            colour=theme.ink if tick.is_strong else theme.mute,
        )


def _draw_lane(sheet: _Sheet, iso3: str, label: str, place: tuple[float, float]) -> None:
    top, height = place
    middle = top + height / 2
    left = 0.0
    if iso3 != OTHERS:
        left = 11.0
        sheet.axes.plot(
            4.5,
            middle,
            marker=MARKERS[country_marker(iso3)],
            markersize=5.5,
            color=country_colour(iso3, sheet.theme),
            linestyle="none",
        )
    sheet.write(label, left, middle, size=SIZE, weight=600 if iso3 != OTHERS else 400)


def _kinds(chart: TimelineChart) -> tuple[TimelineKind, ...]:
    """Give the kinds that are drawn."""
    used = {mark.kind for mark in chart.shown}
    return tuple(kind for kind in chart.kinds if kind.key in used)


def _key_lines(kinds: Sequence[TimelineKind], width: float) -> list[list[TimelineKind]]:
    """Break the key into lines that fit."""
    lines: list[list[TimelineKind]] = [[]]
    across = 0.0
    for kind in kinds:
        room = _key_width(kind)
        if lines[-1] and across + room > width:
            lines.append([])
            across = 0.0
        lines[-1].append(kind)
        across += room
    return lines


def _key_width(kind: TimelineKind) -> float:
    return 2 * _RADIUS + 5.0 + text_width(kind.title, SMALL) + _KEY_GAP


def _draw_key(sheet: _Sheet, width: float, top: float) -> None:
    for level, line in enumerate(_key_lines(_kinds(sheet.chart), width)):
        across, y = _RADIUS + 1.0, top + _KEY_LINE * (level + 0.5)
        for kind in line:
            sheet.symbol(kind, across, y)
            sheet.write(kind.title, across + _RADIUS + 4.0, y, colour=sheet.theme.mute)
            across += _key_width(kind)


def _fitted(words: str, room: float) -> str:
    """Cut words that do not fit, with an ellipsis."""
    if text_width(words, SMALL) <= room:
        return words
    kept = words
    while kept and text_width(f"{kept.rstrip()}…", SMALL) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
