"""A map on paper: the same classes, names, points and scale as on the screen."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Circle, PathPatch, Rectangle
from matplotlib.patches import Polygon as PolygonPatch
from matplotlib.path import Path
from matplotlib.patheffects import Stroke

from explorer.pages.charts import MapChart
from explorer.pages.map_layout import (
    SWATCH,
    SWATCH_GAP,
    Lettering,
    MapLayout,
    MapWindow,
    PlacedName,
    PlacedPoint,
    fitted,
    legend_lines,
    scale_bar,
)
from explorer.pages.map_parts import MapArea, class_colour, point_colours
from explorer.report.lettering import lettering, text_width, wrap_text
from explorer.report.pads import SIZE, SMALL, Pad
from explorer.style import Theme, ink_on, map_colour

MAP_WIDTH = 508.0
_LEGEND_LINE, _LEGEND_GAP = 13.0, 5.0
_NAME_LINE, _POINT_LINE = 9.4, 8.4
_FOOT, _FOOT_LEADING = 6.2, 1.35
_HATCH = "//////"
_BAR = 80.0
_FINEST = 0.35
"""The shortest step of a line that is drawn, in points."""


def map_height(chart: MapChart, width: float = MAP_WIDTH) -> float:
    """Give the height in points that a map needs at a width: legend, map and boundaries."""
    west, south, east, north = chart.reach
    body = width * (north - south) / max(east - west, 1.0)
    return _legend_height(chart, width) + body + _foot_height(chart, width)


def draw_map(pad: Pad, chart: MapChart) -> None:
    """Draw what the chart shows at first, its legend above and whose lines these are below."""
    axes = pad.axes()
    axes.set_axis_off()
    axes.set_xlim(0, pad.width)
    axes.set_ylim(pad.height, 0)
    top = _legend_height(chart, pad.width)
    foot = _foot_height(chart, pad.width)
    window = fitted(chart.reach, pad.width, max(pad.height - top - foot, 1.0))
    sheet = _Sheet(axes, pad.theme, chart, window, top)
    _draw_legend(sheet, pad.width)
    sheet.draw()
    for at, line in enumerate(wrap_text(chart.boundaries, pad.width, _FOOT)):
        baseline = pad.height - foot + _LEGEND_GAP + _FOOT * _FOOT_LEADING * (at + 0.5)
        sheet.write(line, (0.0, baseline), side="left", size=_FOOT, colour=pad.theme.mute)


def _legend_height(chart: MapChart, width: float) -> float:
    return _LEGEND_LINE * len(legend_lines(chart.classes, width, _measure)) + _LEGEND_GAP


def _foot_height(chart: MapChart, width: float) -> float:
    lines = wrap_text(chart.boundaries, width, _FOOT)
    return _FOOT * _FOOT_LEADING * len(lines) + _LEGEND_GAP


def _measure(words: str, is_strong: bool) -> float:  # noqa: FBT001 - the form that layouts ask
    return text_width(words, SIZE if is_strong else SMALL, 600 if is_strong else 400)


class _Sheet:
    """The axes with the map's window on them, `top` points below their upper edge."""

    def __init__(
        self, axes: Axes, theme: Theme, chart: MapChart, window: MapWindow, top: float
    ) -> None:
        self.axes = axes
        self.theme = theme
        self.chart = chart
        self.window = window
        self.top = top
        self.room = Rectangle((0, top), window.width, window.height, transform=axes.transData)

    def draw(self) -> None:
        """Draw the sea, the areas, their names, the points and the scale."""
        sea = map_colour("sea", self.theme)
        edge = [self._place(spot) for spot in self.chart.sheet]
        self._add(PathPatch(Path(edge), facecolor=sea, linewidth=0, zorder=0))
        for area in sorted(self.chart.areas, key=lambda each: each.is_compared):
            self._draw_area(area)
        layout = MapLayout(self.chart, self.window, Lettering(_measure, _NAME_LINE, _POINT_LINE))
        for point in layout.points:
            self._draw_point(point)
        for name in layout.names:
            self._draw_name(name)
        self._draw_bar()

    def write(
        self,
        words: str,
        at: tuple[float, float],
        *,
        side: str = "center",
        size: float = SMALL,
        weight: int = 400,
        colour: str = "",
        halo: str = "",
    ) -> None:
        """Write words about a point, on a halo where lines may run below."""
        letters = lettering(size, weight)
        place: dict[str, Any] = {
            "horizontalalignment": side,
            "verticalalignment": "center_baseline",
            "fontproperties": letters,
        }
        if halo:  # apart from the words, which would else be drawn as shapes and be no text
            glow = self.axes.text(*at, words, color="none", zorder=6, **place)
            glow.set_path_effects([Stroke(linewidth=1.6, foreground=halo, alpha=0.75)])
        self.axes.text(*at, words, color=colour or self.theme.ink, zorder=7, **place)

    def _place(self, spot: tuple[float, float]) -> tuple[float, float]:
        x, y = self.window.place(spot)
        return x, y + self.top

    def _add(self, patch: PathPatch) -> None:
        self.axes.add_artist(patch)  # and not `add_patch`, which measures every line for the axes
        patch.set_clip_path(self.room)

    def _draw_area(self, area: MapArea) -> None:
        rings = [
            _thinned([self._place(spot) for spot in ring])
            for polygon in area.polygons
            for ring in polygon
        ]
        if not any(self._is_near(ring) for ring in rings):
            return
        path = Path.make_compound_path(*(Path(ring, closed=True) for ring in rings))
        edge = self.theme.ink if area.is_compared else map_colour("edge", self.theme)
        fill, is_hatched = class_colour(self.chart.classes, area.class_at, self.theme)
        order = 2 if area.is_compared else 1
        width = 0.6 if area.is_compared else 0.4
        self._add(PathPatch(path, facecolor=fill, edgecolor=edge, linewidth=width, zorder=order))
        if is_hatched:
            self._add(_hatched(path, self.theme, order + 0.1))

    def _is_near(self, ring: list[tuple[float, float]]) -> bool:
        """Say whether a ring may be in sight, so that a far one takes no room in the file."""
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        below = self.top + self.window.height
        return (
            min(xs) < self.window.width and max(xs) > 0 and min(ys) < below and max(ys) > self.top
        )

    def _draw_name(self, placed: PlacedName) -> None:
        area = placed.area
        ground, _ = class_colour(self.chart.classes, area.class_at, self.theme)
        ink = self.theme.mute if area.class_at is None else ink_on(ground)
        top = self.top + placed.y - _NAME_LINE * len(placed.lines) / 2
        for at, line in enumerate(placed.lines):
            is_strong = area.is_compared and at == 0
            self.write(
                line,
                (placed.x, top + _NAME_LINE * (at + 0.5)),
                size=SIZE if area.is_compared else SMALL,
                weight=600 if is_strong else 400,
                colour=ink,
                halo=ground,
            )

    def _draw_point(self, placed: PlacedPoint) -> None:
        at = (placed.x, placed.y + self.top)
        is_capital = placed.point.kind == "capital"
        colour = self.theme.ink if is_capital else self.theme.accent
        corners = [(at[0] + x, at[1] + y) for x, y in ((0, -2.2), (2.2, 0), (0, 2.2), (-2.2, 0))]
        patch = Circle(at, 1.7) if is_capital else PolygonPatch(corners, closed=True)
        patch.set(facecolor=colour, edgecolor=self.theme.card, linewidth=0.5, zorder=5)
        self.axes.add_patch(patch)
        if placed.side:
            side = "left" if placed.side > 0 else "right"
            across = (at[0] + 4.0 * placed.side, at[1])
            kind = placed.point.kind
            ink, ground = point_colours(self.chart.classes, placed.ground, kind, self.theme)
            self.write(placed.point.label, across, side=side, colour=ink, halo=ground)

    def _draw_bar(self) -> None:
        km, length = scale_bar(self.window.scale, _BAR)
        bottom = self.top + self.window.height - 5.0
        ink = self.theme.ink
        self.axes.plot((6, 6 + length), (bottom, bottom), color=ink, linewidth=0.8, zorder=6)
        for x in (6.0, 6.0 + length):
            self.axes.plot((x, x), (bottom - 2, bottom), color=ink, linewidth=0.8, zorder=6)
        self.write(f"{km:,} km", (6.0, bottom - 6.0), side="left", halo=self.theme.card)


def _thinned(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Leave out positions that lie closer to the last one than paper can show."""
    kept = ring[:1]
    for x, y in ring[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _FINEST:
            kept.append((x, y))
    return [*kept, *ring[-1:]]


def _hatched(path: Path, theme: Theme, order: float) -> PathPatch:
    """Give the hatch that says that nothing was found."""
    return PathPatch(
        path,
        facecolor="none",
        edgecolor=theme.faint,
        hatch=_HATCH,
        hatch_linewidth=0.5,
        linewidth=0,
        zorder=order,
    )


def _draw_legend(sheet: _Sheet, width: float) -> None:
    theme = sheet.theme
    for level, line in enumerate(legend_lines(sheet.chart.classes, width, _measure)):
        y = _LEGEND_LINE * (level + 0.5)
        for each, left in line:
            at = sheet.chart.classes.index(each)
            fill, is_hatched = class_colour(sheet.chart.classes, at, theme)
            corner, size = (left, y - 3.6), (SWATCH, 7.2)
            edge = map_colour("edge", theme)
            sheet.axes.add_patch(
                Rectangle(corner, *size, facecolor=fill, edgecolor=edge, linewidth=0.5)
            )
            if is_hatched:
                right = left + SWATCH
                box = [corner, (right, y - 3.6), (right, y + 3.6), (left, y + 3.6), corner]
                sheet.axes.add_patch(_hatched(Path(box), theme, 2))
            ink = theme.ink if each.count else theme.mute
            sheet.write(each.words, (left + SWATCH + SWATCH_GAP, y), side="left", colour=ink)
