"""The two files of a pack's map: their names, and how the descriptor lists them."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class MapFile:
    """A file of the map: its name in the descriptor, its place in the pack, and what it holds."""

    name: str
    file: str
    title: str


OUTLINES = MapFile("outlines", "data/outlines.geojson", "Outlines of states and territories")
PORTS = MapFile("ports", "data/ports.geojson", "Sea ports")
MAP_FILES = (OUTLINES, PORTS)
PATHS = frozenset(each.file for each in MAP_FILES)


def is_held(folder: Path) -> bool:
    """Say whether a pack has a map, or a part of one."""
    return any((folder / each.file).exists() for each in MAP_FILES)


def map_resource(file: MapFile) -> dict[str, object]:
    """Describe a file of the map for the descriptor."""
    return {
        "name": file.name,
        "title": file.title,
        "path": file.file,
        "format": "geojson",
        "mediatype": "application/geo+json",
        "encoding": "utf-8",
    }
