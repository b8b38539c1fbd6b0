"""What a map is made of: areas, the classes that colour them, and points."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from explorer.style import Theme, group_colours, ink_on, map_colour, rung_colours, step_colours

Spot = tuple[float, float]
"""A place on the plane of the map: kilometres to the east and to the north of its origin."""
Line = tuple[Spot, ...]
Edges = tuple[float, float, float, float]
ClassRole = Literal["step", "rung", "group", "missing"]
"""A step of an ordered scale, a rung of the ladder, a group of a kind, or no value found."""
PointKind = Literal["capital", "port"]


@dataclass(frozen=True, slots=True)
class MapClass:
    """A class of the legend: its words, its place among those of its role, and how many states.

    `is_first` asks to say what the counts in the legend are of.
    """

    label: str
    role: ClassRole
    place: int
    count: int
    is_first: bool = False

    @property
    def words(self) -> str:
        """Give the class as the legend says it: “5 to 10 (3)”, the first with “states”."""
        noun = (" state" if self.count == 1 else " states") if self.is_first else ""
        return f"{self.label} ({self.count}{noun})"


@dataclass(frozen=True, slots=True)
class MapArea:
    """A state or territory: its polygons, each an outer line and those of its holes.

    `at` is where its name stands; `class_at` is its class among the chart's, or `None` where the
    map says nothing of it. `value` stands under the name, blank where there is no class. `facts`
    are all that is told of it, each with its heading. `is_compared` marks the states of the pack's
    question, `is_known` those of which the pack holds anything. `boxes` are the edges of each
    polygon: west, south, east and north.
    """

    iso3: str
    label: str
    polygons: tuple[tuple[Line, ...], ...]
    at: Spot
    class_at: int | None
    value: str
    facts: tuple[tuple[str, str], ...]
    is_compared: bool
    is_known: bool
    boxes: tuple[Edges, ...] = ()

    @property
    def description(self) -> str:
        """Give all that is told of it, in sentences."""
        told = (f"{heading}: {words}." for heading, words in self.facts)
        return " ".join((f"{self.label}.", *told))


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A capital or a port; a smaller `rank` is shown sooner."""

    kind: PointKind
    label: str
    at: Spot
    rank: int


def class_colour(classes: Sequence[MapClass], at: int | None, theme: Theme) -> tuple[str, bool]:
    """Give the fill of a class, of plain land where there is none, and whether it is hatched."""
    if at is None:
        return map_colour("land", theme), False
    each = classes[at]
    match each.role:
        case "step":
            count = sum(other.role == "step" for other in classes)
            return step_colours(count, theme)[each.place], False
        case "rung":
            return rung_colours(theme)[each.place], False
        case "group":
            return group_colours(theme)[each.place], False
        case "missing":
            return map_colour("gap", theme), True


def point_colours(
    classes: Sequence[MapClass], ground: MapArea | None, kind: PointKind, theme: Theme
) -> tuple[str, str]:
    """Give the colour of a point's label, and that of the ground it stands on.

    On a class the ink is the one that reads on it; on plain land and sea a port is set apart.
    """
    if ground is not None and ground.class_at is not None:
        fill, _ = class_colour(classes, ground.class_at, theme)
        return ink_on(fill), fill
    plain = map_colour("sea" if ground is None else "land", theme)
    return (theme.ink if kind == "capital" else theme.accent), plain
