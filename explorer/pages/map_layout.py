"""Where the parts of a map stand, the same on the screen and on paper: window, names, scale."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from explorer.pages.charts import MapChart
from explorer.pages.map_parts import Line, MapArea, MapClass, MapPoint, Spot

Measure = Callable[[str, bool], float]
"""Gives the width of a text; the second word says whether it is set strong."""
Box = tuple[float, float, float, float]
"""Left, top, right and bottom, y downwards."""

SWATCH, SWATCH_GAP, CLASS_GAP = 18.0, 5.0, 14.0
BAR_ROOM, BAR_RISE = 130.0, 30.0
_POINT = 4.0
_ROOMY = 0.92
_ALONG = (0.0, 0.25, 0.5, 0.75, 1.0)
"""At which parts of its width the ground under a label is looked at."""
_RANK, _RANK_SCALE = 5.0, 0.1
"""Ports up to which rank are shown at which scale."""
_SHIFTS = sorted(
    ((dx, dy) for dx in range(-4, 5) for dy in range(-4, 5)),
    key=lambda shift: (shift[0] ** 2 + shift[1] ** 2, shift),
)
"""Where a name may move to for want of room, the nearest first."""
_FEW = 13
_STEPS = (1, 2, 5)


@dataclass(frozen=True)
class MapWindow:
    """What of the plane is shown, and how large: `scale` is in units of the screen a kilometre."""

    width: float
    height: float
    centre: Spot
    scale: float

    def place(self, at: Spot) -> Spot:
        """Give where a place of the plane stands, from the upper left corner down."""
        return (
            self.width / 2 + (at[0] - self.centre[0]) * self.scale,
            self.height / 2 - (at[1] - self.centre[1]) * self.scale,
        )

    def spot(self, x: float, y: float) -> Spot:
        """Give the place of the plane at a point of the window."""
        return (
            self.centre[0] + (x - self.width / 2) / self.scale,
            self.centre[1] - (y - self.height / 2) / self.scale,
        )

    def holds(self, at: Spot) -> bool:
        """Say whether a place of the plane is in sight."""
        x, y = self.place(at)
        return 0 <= x <= self.width and 0 <= y <= self.height


def fitted(reach: tuple[float, float, float, float], width: float, height: float) -> MapWindow:
    """Give the window that shows all of a reach (west, south, east, north), as large as it can."""
    west, south, east, north = reach
    scale = min(width / max(east - west, 1.0), height / max(north - south, 1.0))
    return MapWindow(width, height, ((west + east) / 2, (south + north) / 2), scale)


@dataclass(frozen=True, slots=True)
class PlacedName:
    """Words on the map about a point; `lines` are the name, and the value where there is room."""

    lines: tuple[str, ...]
    x: float
    y: float
    area: MapArea


@dataclass(frozen=True, slots=True)
class PlacedPoint:
    """A capital or port and where its label stands; `side` is 0 where there is no room for it.

    `ground` is the area under the middle of the label, `None` for the sea.
    """

    point: MapPoint
    x: float
    y: float
    side: int
    ground: MapArea | None


@dataclass(frozen=True)
class Lettering:
    """How texts are measured: the width of one, and the heights of lines of names and points."""

    measure: Measure
    line: float
    small: float


@dataclass(frozen=True)
class MapLayout:
    """The names, values and points of a chart in a window, none over another."""

    chart: MapChart
    window: MapWindow
    letters: Lettering

    @cached_property
    def names(self) -> tuple[PlacedName, ...]:
        """Give the names that have room: of the compared first, then of those of the pack."""
        return self._laid[0]

    @cached_property
    def points(self) -> tuple[PlacedPoint, ...]:
        """Give the capitals and ports in sight."""
        return self._laid[1]

    @cached_property
    def _laid(self) -> tuple[tuple[PlacedName, ...], tuple[PlacedPoint, ...]]:
        # The corner of the scale is taken.
        taken: list[Box] = [(0.0, self.window.height - BAR_RISE, BAR_ROOM, self.window.height)]
        names: list[PlacedName] = []
        areas = sorted(
            self.chart.areas, key=lambda area: (not area.is_compared, not area.is_known)
        )
        in_sight = [point for point in self.chart.points if self._is_shown(point)]
        dots = [self.window.place(point.at) for point in in_sight]
        capitals = [
            (x - _POINT, y - _POINT, x + _POINT, y + _POINT)
            for point, (x, y) in zip(in_sight, dots, strict=True)
            if point.kind == "capital"
        ]
        for area in areas:
            placed = self._name(area, taken, capitals)
            if placed is not None:
                names.append(placed)
                taken.append(self.box_of(placed))
        taken += [(x - _POINT, y - _POINT, x + _POINT, y + _POINT) for x, y in dots]
        points: list[PlacedPoint] = []
        for point, (x, y) in zip(in_sight, dots, strict=True):
            side = self._side(point, x, y, taken)
            ground = None
            if side:
                box = self._label_box(point, x, y, side)
                ground = self.under((box[0] + box[2]) / 2, y)
                taken.append(box)
            points.append(PlacedPoint(point, x, y, side, ground))
        return tuple(names), tuple(points)

    def box_of(self, placed: PlacedName) -> Box:
        """Give the room that a name with its value takes."""
        is_strong = placed.area.is_compared
        width = max(self.letters.measure(line, is_strong) for line in placed.lines)
        height = self.letters.line * len(placed.lines)
        return (
            placed.x - width / 2,
            placed.y - height / 2,
            placed.x + width / 2,
            placed.y + height / 2,
        )

    def _name(self, area: MapArea, taken: Sequence[Box], dots: Sequence[Box]) -> PlacedName | None:
        """Place a name as near to where it belongs as there is room for it."""
        spot = self._anchor(area)
        if spot is None:
            return None
        x, y = spot
        whole = (area.label, area.value) if area.value else (area.label,)
        room = self._room(area)
        tries: list[tuple[tuple[str, ...], Sequence[Box]]] = [
            (whole, [*taken, *dots]),
            ((area.label,), [*taken, *dots]),
        ]
        if area.is_compared:  # these are what the map is of: better over a dot than not at all
            tries.insert(1, (whole, taken))
        for lines, avoided in tries:
            for dx, dy in _SHIFTS if area.is_compared else _SHIFTS[:_FEW]:
                placed = PlacedName(lines, x + 16.0 * dx, y + self.letters.line * 0.5 * dy, area)
                box = self.box_of(placed)
                fits = area.is_compared or (box[2] - box[0]) * _ROOMY <= room
                if fits and self._is_inside(box) and not any(_meet(box, each) for each in avoided):
                    return placed
        return None

    def _anchor(self, area: MapArea) -> Spot | None:
        """Give where a name is to stand; `None` where that is out of sight.

        For a state of the pack another place in sight will do, if it is on the state's land.
        """
        x, y = self.window.place(area.at)
        if 0 <= x <= self.window.width and 0 <= y <= self.window.height:
            return x, y
        if not area.is_known:
            return None
        side, rise = 44.0, 2.0 * self.letters.line
        x = min(max(x, side), max(self.window.width - side, side))
        y = min(max(y, rise), max(self.window.height - rise, rise))
        at = self.window.spot(x, y)
        return (x, y) if any(is_within(at, rings[0]) for rings in area.polygons) else None

    def _room(self, area: MapArea) -> float:
        """Give how wide the part of an area is on which its name stands."""
        widths = [east - west for west, _, east, _ in area.boxes if west <= area.at[0] <= east]
        return max(widths, default=0.0) * self.window.scale

    def under(self, x: float, y: float) -> MapArea | None:
        """Give the area at a point of the window."""
        at = self.window.spot(x, y)
        for area in self.chart.areas:
            for (outer, *holes), (west, south, east, north) in zip(
                area.polygons, area.boxes, strict=True
            ):
                is_near = west <= at[0] <= east and south <= at[1] <= north
                if is_near and is_within(at, outer):
                    return area if not any(is_within(at, hole) for hole in holes) else None
        return None

    def _is_inside(self, box: Box) -> bool:
        return (
            box[0] >= 0
            and box[1] >= 0
            and box[2] <= self.window.width
            and box[3] <= self.window.height
        )

    def _is_shown(self, point: MapPoint) -> bool:
        """Say whether a point is in sight, and weighty enough for the scale."""
        most = _RANK + 2.0 * math.log2(max(self.window.scale / _RANK_SCALE, 1e-3))
        return self.window.holds(point.at) and (point.kind == "capital" or point.rank <= most)

    def _side(self, point: MapPoint, x: float, y: float, taken: Sequence[Box]) -> int:
        """Give the side where a label has room: 1 right, -1 left, 0 none.

        All of it stands on its own state or on the sea, so that no place seems to be another
        state's. Where neither side allows that it is not named, but for those of the compared.
        """
        own = (x - _POINT, y - _POINT, x + _POINT, y + _POINT)
        others = [each for each in taken if each != own]
        home, roomy = self.under(x, y), 0
        for side in (1, -1):
            box = self._label_box(point, x, y, side)
            if not self._is_inside(box) or any(_meet(box, each) for each in others):
                continue
            across = (box[0] + (box[2] - box[0]) * part for part in _ALONG)
            grounds = [
                self.under(at, y + rise) for at in across for rise in (-_POINT, 0.0, _POINT)
            ]
            if all(ground is None or ground is home for ground in grounds):
                return side
            if self.under((box[0] + box[2]) / 2, y) is home:
                roomy = roomy or side
        return roomy if home is not None and home.is_compared else 0

    def _label_box(self, point: MapPoint, x: float, y: float, side: int) -> Box:
        width = self.letters.measure(point.label, False) + 2 * _POINT
        left = x if side > 0 else x - width
        half = self.letters.small / 2
        return (left, y - half, left + width, y + half)


def is_within(at: Spot, ring: Line) -> bool:
    """Say whether a place lies within a ring, by the crossings of a ray (Shimrat, M., 1962)."""
    x, y = at
    is_within = False
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > y) != (by > y) and x < ax + (bx - ax) * (y - ay) / (by - ay):
            is_within = not is_within
    return is_within


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def scale_bar(scale: float, most: float) -> tuple[int, float]:
    """Give the longest round number of kilometres that is at most `most` long, and its length."""
    found, size = (1, scale), 1
    while size * scale <= most:
        for step in _STEPS:
            if size * step * scale <= most:
                found = (size * step, size * step * scale)
        size *= 10
    return found


def legend_lines(
    classes: Sequence[MapClass], width: float, measure: Measure
) -> tuple[tuple[tuple[MapClass, float], ...], ...]:
    """Break the legend into lines that fit; each class comes with where it begins."""
    return tuple(_lines(classes, width, measure))


def _lines(
    classes: Sequence[MapClass], width: float, measure: Measure
) -> Iterator[tuple[tuple[MapClass, float], ...]]:
    line: list[tuple[MapClass, float]] = []
    left = 0.0
    for each in classes:
        room = SWATCH + SWATCH_GAP + measure(each.words, False)
        if line and left + room > width:
            yield tuple(line)
            line, left = [], 0.0
        line.append((each, left))
        left += room + CLASS_GAP
    if line:
        yield tuple(line)
