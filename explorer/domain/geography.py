"""Where states and ports lie: outlines and points in degrees of longitude and latitude."""

from dataclasses import dataclass
from functools import cached_property

Position = tuple[float, float]
"""Longitude and latitude in degrees, east and north counted as positive."""
Ring = tuple[Position, ...]
"""A closed line: the last position is the first again."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of a state or a territory, as its source draws it.

    Each polygon is an outer ring, then the rings of its holes. `label` is where a name stands
    well. `iso3` is the ISO code, or the source's own code for a territory that has none.
    """

    iso3: str
    name: str
    label: Position
    polygons: tuple[tuple[Ring, ...], ...]


@dataclass(frozen=True, slots=True)
class Port:
    """A sea port; a smaller `rank` is a more important one."""

    name: str
    at: Position
    rank: int


@dataclass(frozen=True)
class Geography:
    """The outlines and the ports of a pack; `source_id` names where they come from.

    A pack without a map has neither, and a blank source.
    """

    outlines: tuple[Outline, ...] = ()
    ports: tuple[Port, ...] = ()
    source_id: str = ""

    @cached_property
    def codes(self) -> frozenset[str]:
        """Give the codes of all outlines."""
        return frozenset(each.iso3 for each in self.outlines)
