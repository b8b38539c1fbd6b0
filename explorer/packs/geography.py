"""Reads the map of a pack: outlines and ports as GeoJSON (RFC 7946), each feature checked.

A pack may do without a map; one that has it holds both files. The source of both is named in the
member `source_id` of each file's outermost object.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import cast

from explorer.domain.atlas import Atlas
from explorer.domain.geography import Geography, Outline, Port, Position, Ring
from explorer.errors import Fault, PackError
from explorer.packs.cells import quoted
from explorer.packs.map_files import OUTLINES, PORTS, is_held

_LEAST_RING = 4  # a triangle, closed
_MOST_BYTES = 20_000_000
_PAIR = 2
_LON, _LAT = 180.0, 90.0
_CODE = 3


@dataclass
class _File:
    """One GeoJSON file while it is read, and what is wrong with it."""

    name: str
    faults: list[Fault] = field(default_factory=list[Fault])

    def tell(self, place: str, found: str, remedy: str) -> None:
        self.faults.append(Fault(self.name, 0, place, found, remedy))


@dataclass(frozen=True, slots=True)
class _Feature:
    """A feature and where it stands: its number, counted from one, and its name or code."""

    place: str
    properties: dict[str, object]
    kind: str
    coordinates: object


def read_geography(folder: Path, atlas: Atlas) -> Geography:
    """Read the map of a pack; one without a map gives an empty Geography.

    Raises:
        PackError: with every fault of the two files.
    """
    if not is_held(folder):
        return Geography()
    geography, faults = _read(folder)
    faults += _reference_faults(
        geography, frozenset(atlas.source_by_id), atlas.subject.compared, bool(faults)
    )
    if faults:
        raise PackError(folder.name, faults)
    return geography


def geography_faults(
    folder: Path, sources: frozenset[str] | None, compared: tuple[str, ...]
) -> list[Fault]:
    """Give every fault of a pack's map; none where it has no map.

    `sources` are the ids that the pack knows, `None` where they could not be read; `compared`
    the states that need an outline.
    """
    if not is_held(folder):
        return []
    geography, faults = _read(folder)
    return [*faults, *_reference_faults(geography, sources, compared, bool(faults))]


def _read(folder: Path) -> tuple[Geography, list[Fault]]:
    shapes, points = _File(OUTLINES.file), _File(PORTS.file)
    features, source = _features(folder, shapes)
    outlines = [found for each in features if (found := _outline(shapes, each)) is not None]
    seen: set[str] = set()
    for outline in outlines:
        if outline.iso3 in seen:
            found = f"{quoted(outline.iso3)} is drawn twice"
            shapes.tell("iso3", found, "Put all its polygons into one feature, a MultiPolygon")
        seen.add(outline.iso3)
    features, other = _features(folder, points)
    ports = [found for each in features if (found := _port(points, each)) is not None]
    if source != other and not (shapes.faults or points.faults):
        points.tell("source_id", f"{quoted(other)} is not the source of the outlines", "Name one")
    return (
        Geography(tuple(outlines), tuple(ports), source),
        [*shapes.faults, *points.faults],
    )


def _reference_faults(
    geography: Geography,
    sources: frozenset[str] | None,
    compared: tuple[str, ...],
    is_faulty: bool,  # noqa: FBT001 - one caller's own flag, passed straight on
) -> Iterator[Fault]:
    """Give what the map says and the rest of the pack does not, and the other way round."""
    if is_faulty:
        return
    if sources is not None and geography.source_id not in sources:
        found = f"{quoted(geography.source_id)} is not known"
        yield Fault(
            OUTLINES.file, 0, "source_id", found, "Use an id of data/sources.csv, column source_id"
        )
    for iso3 in compared:
        if iso3 not in geography.codes:
            found = f"there is no outline of {iso3}"
            yield Fault(OUTLINES.file, 0, "features", found, "Add a feature with that iso3")


def _features(folder: Path, file: _File) -> tuple[list[_Feature], str]:
    """Give the features of a file, and its source; faults of the whole file go to the file."""
    whole = _load(folder / file.name, file)
    if whole is None:
        return [], ""
    listed = whole.get("features")
    if whole.get("type") != "FeatureCollection" or not isinstance(listed, list):
        file.tell("", "it is no FeatureCollection", "Save the map as GeoJSON (RFC 7946)")
        return [], ""
    source = whole.get("source_id")
    if not isinstance(source, str) or not source:
        file.tell("source_id", "no source is named", "Name one beside “features”")
        source = ""
    items = enumerate(cast("list[object]", listed), start=1)
    found = [feature for number, item in items if (feature := _feature(file, number, item))]
    return found, source


def _load(path: Path, file: _File) -> dict[str, object] | None:
    """Read a file of JSON; `None`, and a fault told, where it cannot be."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            limit = f"it is larger than {_MOST_BYTES // 1_000_000} MB"
            file.tell("", limit, "Simplify the outlines")
            return None
        found: object = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        file.tell("", "the file is missing", "A pack has both files of a map, or neither")
    except (OSError, ValueError, RecursionError) as error:
        file.tell("", f"the file cannot be read as JSON ({error})", "Mend it")
    else:
        if isinstance(found, dict):
            return cast("dict[str, object]", found)
        file.tell("", "it is no FeatureCollection", "Save the map as GeoJSON (RFC 7946)")
    return None


def _feature(file: _File, number: int, item: object) -> _Feature | None:
    whole = cast("dict[str, object]", item) if isinstance(item, dict) else {}
    properties, geometry = whole.get("properties"), whole.get("geometry")
    if not isinstance(properties, dict) or not isinstance(geometry, dict):
        found = "it has no properties or no geometry"
        file.tell(f"feature {number}", found, "Give both, or take the feature away")
        return None
    named = cast("dict[str, object]", properties)
    shape = cast("dict[str, object]", geometry)
    name = str(named.get("iso3") or named.get("name") or "without a name")
    return _Feature(
        f"feature {number} ({name})", named, str(shape.get("type")), shape.get("coordinates")
    )


def _outline(file: _File, feature: _Feature) -> Outline | None:
    """Give a feature as an outline; `None`, and faults told, where it is not one."""
    before = len(file.faults)
    iso3, name = _text(feature, "iso3"), _text(feature, "name")
    if len(iso3) != _CODE or not (iso3.isascii() and iso3.isupper()):
        found = f"iso3 {quoted(iso3)} is no code of three capitals"
        file.tell(feature.place, found, "Give the ISO code, such as KAZ")
    if not name:
        file.tell(feature.place, "it has no name", "Give a text as “name”")
    label = _position([feature.properties.get("label_x"), feature.properties.get("label_y")])
    if label is None:
        found = "label_x and label_y are no longitude and latitude"
        file.tell(feature.place, found, "Give where its name is to stand, in degrees")
    polygons = _polygons(file, feature)
    if label is None or len(file.faults) > before:
        return None
    return Outline(iso3, name, label, polygons)


def _polygons(file: _File, feature: _Feature) -> tuple[tuple[Ring, ...], ...]:
    given = feature.coordinates
    parts = [given] if feature.kind == "Polygon" else given
    is_area = feature.kind in {"Polygon", "MultiPolygon"}
    if not is_area or not isinstance(given, list) or not isinstance(parts, list) or not given:
        found = f"a geometry of type {quoted(feature.kind)} draws no area"
        file.tell(feature.place, found, "Give a Polygon or a MultiPolygon")
        return ()
    polygons: list[tuple[Ring, ...]] = []
    for number, part in enumerate(cast("list[object]", parts), start=1):
        rings = cast("list[object]", part) if isinstance(part, list) else []
        place = f"{feature.place}, polygon {number}"
        if not rings:
            file.tell(place, "it has no ring", "Give its positions, or take it away")
        made = (_ring(file, f"{place}, ring {at}", ring) for at, ring in enumerate(rings, start=1))
        polygons.append(tuple(ring for ring in made if ring))
    return tuple(polygons)


def _ring(file: _File, place: str, given: object) -> Ring:
    """Give a ring, or an empty one with the fault told."""
    items = cast("list[object]", given) if isinstance(given, list) else []
    found = [_position(item) for item in items]
    ring = tuple(each for each in found if each is not None)
    if len(ring) < len(items):
        number = found.index(None) + 1
        wrong = f"position {number}, {quoted(str(items[number - 1]))}, is no place on the earth"
        file.tell(place, wrong, "Give longitude and latitude in degrees, in this order")
    elif len(ring) < _LEAST_RING:
        wrong = f"{len(ring)} positions make no area"
        file.tell(place, wrong, "Give four or more, the last like the first")
    elif ring[0] != ring[-1]:
        file.tell(place, "it is not closed", "Let its last position be the first again")
    elif not _area(ring):
        file.tell(place, "it encloses nothing", "Take it away, or mend its positions")
    else:
        return ring
    return ()


def _area(ring: Ring) -> float:
    """Give twice the signed area of a ring in square degrees (the shoelace formula)."""
    steps = pairwise(ring)
    return math.fsum(x * next_y - next_x * y for (x, y), (next_x, next_y) in steps)


def _port(file: _File, feature: _Feature) -> Port | None:
    name, rank = _text(feature, "name"), feature.properties.get("scalerank")
    at = _position(feature.coordinates) if feature.kind == "Point" else None
    if not name:
        file.tell(feature.place, "it has no name", "Give a text as “name”")
    elif at is None:
        file.tell(feature.place, "it is no point on the earth", "Give longitude and latitude")
    elif type(rank) is not int:
        file.tell(feature.place, "scalerank is no whole number", "Give 0 for the largest ports")
    else:
        return Port(name, at, rank)
    return None


def _text(feature: _Feature, name: str) -> str:
    value = feature.properties.get(name)
    return value.strip() if isinstance(value, str) else ""


def _position(given: object) -> Position | None:
    """Give a longitude and a latitude; a height that stands third is passed over."""
    items = cast("list[object]", given) if isinstance(given, list) else []
    numbers = [
        float(each)
        for each in items[:_PAIR]
        if isinstance(each, int | float) and not isinstance(each, bool) and math.isfinite(each)
    ]
    if len(numbers) < _PAIR or abs(numbers[0]) > _LON or abs(numbers[1]) > _LAT:
        return None
    return (numbers[0], numbers[1])
