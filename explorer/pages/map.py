"""The map: the states of the region, coloured by what the pack or the judgement says of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from explorer.analysis.likelihood import NO_BREAK_SPACE
from explorer.analysis.projection import REGION
from explorer.domain.atlas import Atlas
from explorer.domain.geography import Geography, Outline, Position
from explorer.domain.indicators import SeriesRef
from explorer.domain.observations import Observations
from explorer.domain.sources import Source
from explorer.pages.charts import Caption, MapChart
from explorer.pages.map_layout import is_within
from explorer.pages.map_parts import ClassRole, Edges, Line, MapArea, MapClass, MapPoint, Spot
from explorer.pages.map_values import MapChoice, Measured, measure, missing_words
from explorer.pages.outlook import Outlook
from explorer.pages.sources import publisher_words, source_words
from explorer.pages.tables import NO_VALUE, Table
from explorer.pages.trace import thing
from explorer.pages.words import country_name, in_sentences, listing, mid_sentence, study_states

_MARGIN = 0.05
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_STEPS_OF_EDGE = 24
_ROUTES = (
    "Pipelines and rail routes are not drawn, since the data hold no places along their course."
)
POINTS_KEY = "● capital, ◆ port; a dot without a name has no room for it at this size."
_VIEW = (
    "This is the only point of view on borders in these data; to draw a line endorses no claim."
)


@dataclass(frozen=True)
class Plane:
    """A pack's geography on the plane of the map; made once, since it is the same on every map."""

    geography: Geography
    polygons: tuple[tuple[tuple[Line, ...], ...], ...]
    boxes: tuple[tuple[Edges, ...], ...]
    labels: tuple[Spot, ...]
    ports: tuple[Spot, ...]
    sheet: Line


def plane_of(geography: Geography) -> Plane:
    """Project a geography; takes some ten milliseconds."""
    polygons = tuple(
        tuple(tuple(_projected(ring) for ring in polygon) for polygon in outline.polygons)
        for outline in geography.outlines
    )
    return Plane(
        geography,
        polygons,
        tuple(tuple(_edges(rings[0]) for rings in each) for each in polygons),
        _projected([outline.label for outline in geography.outlines]),
        _projected([port.at for port in geography.ports]),
        _sheet(geography.outlines),
    )


def compose_map(
    atlas: Atlas,
    outlook: Outlook,
    observations: Observations | None,
    plane: Plane,
    choice: MapChoice,
) -> MapChart | None:
    """Compose the map of a choice; `None` where the pack has no outlines to draw.

    Raises:
        KeyError: if the choice names nothing in the pack.
    """
    if not plane.geography.outlines:
        return None
    measured = measure(atlas, outlook, observations, choice)
    drawn = plane.geography.codes
    places = {
        iso3: len(measured.labels) if reading.place is None else reading.place
        for iso3, reading in measured.readings.items()
        if iso3 in drawn
    }
    classes, place_of = _classes(measured, tuple(places.values()))
    places = {iso3: place_of[place] for iso3, place in places.items()}
    compared = frozenset(atlas.subject.compared)
    areas = tuple(
        _area(atlas, measured, plane, at, compared, places.get(outline.iso3))
        for at, outline in enumerate(plane.geography.outlines)
    )
    return MapChart(
        caption=_caption(atlas, measured, classes, places, _goal(atlas, choice)),
        areas=areas,
        classes=classes,
        points=_points(atlas, plane),
        sheet=plane.sheet,
        reach=_reach([area for area in areas if area.is_compared] or areas),
        boundaries=f"{POINTS_KEY} {boundary_words(atlas, plane.geography.source_id)}",
        drawn=_drawn(atlas, plane.geography.source_id),
    )


def boundary_words(atlas: Atlas, source_id: str) -> str:
    """Say whose point of view the borders are, and where the lines come from."""
    source = atlas.source_by_id.get(source_id)
    if source is None:
        return _VIEW
    name = publisher_words(source) or source.title
    parts = (f"Lines: {name}", source.edition, mid_sentence(source.licence))
    credit = ", ".join(part for part in parts if part)
    return in_sentences((drawn_words(source), source.caveat, _VIEW, credit))


def _drawn(atlas: Atlas, source_id: str) -> str:
    source = atlas.source_by_id.get(source_id)
    return drawn_words(source) if source else ""


def drawn_words(source: Source) -> str:
    """Say of which year the lines are, and that later changes are not in them.

    The year is the one that the edition names last; blank where it names none.
    """
    years = _YEAR.findall(source.edition)
    return f"Borders of {years[-1]}, without later changes" if years else ""


def border_words(atlas: Atlas, geography: Geography, iso3: str) -> str:
    """List a state's land borders, longest first, and their source; blank where unknown."""
    names = {outline.iso3: outline.name for outline in geography.outlines}
    found = sorted(
        (each for each in atlas.borders if each.iso3 == iso3), key=lambda each: -each.km
    )
    listed = ", ".join(
        f"{_name(atlas, names, each.neighbour_iso3)} {each.km:,.0f}{NO_BREAK_SPACE}km"
        for each in found
    )
    ids = dict.fromkeys(each.source_id for each in found)
    sources = [source_words(atlas.source_by_id[key]) for key in ids if key in atlas.source_by_id]
    return f"{listed}; source: {listing(sources)}" if sources else listed


def _name(atlas: Atlas, names: dict[str, str], iso3: str) -> str:
    is_known = iso3 in atlas.country_by_iso3
    return country_name(atlas, iso3) if is_known else names.get(iso3, iso3)


def _classes(
    measured: Measured, places: Sequence[int]
) -> tuple[tuple[MapClass, ...], dict[int, int]]:
    """Give the classes of the legend, and where each place stands among them.

    A step of a scale stays without a state in it; an empty group is left out.
    """
    every: list[tuple[str, ClassRole, int]] = [
        *((label, measured.role, at) for at, label in enumerate(measured.labels)),
        (measured.nothing, "missing", 0),
    ]
    kept = [
        at
        for at, (_label, role, _place) in enumerate(every)
        if role in {"step", "rung"} or at in places
    ]
    made = tuple(MapClass(*every[at], places.count(at), at == kept[0]) for at in kept)
    return made, {at: new for new, at in enumerate(kept)}


def _area(
    atlas: Atlas,
    measured: Measured,
    plane: Plane,
    at: int,
    compared: frozenset[str],
    place: int | None,
) -> MapArea:
    outline = plane.geography.outlines[at]
    iso3 = outline.iso3
    reading = measured.readings.get(iso3)
    country = atlas.country_by_iso3.get(iso3)
    facts = list(reading.facts) if reading else [(measured.title, "not among the states measured")]
    if country is not None:
        facts.append(("Capital", country.capital))
    if borders := border_words(atlas, plane.geography, iso3):
        facts.append(("Land borders", borders))
    return MapArea(
        iso3=iso3,
        label=country.name if country else outline.name,
        polygons=plane.polygons[at],
        at=plane.labels[at],
        class_at=place,
        value=reading.value if reading else "",
        facts=tuple(facts),
        is_compared=iso3 in compared,
        is_known=country is not None,
        boxes=plane.boxes[at],
    )


def _points(atlas: Atlas, plane: Plane) -> tuple[MapPoint, ...]:
    """Give the capitals of the compared, then the ports, the largest first."""
    compared = [atlas.country_by_iso3[iso3] for iso3 in study_states(atlas)]
    known = [*compared, *(each for each in atlas.countries if each not in compared)]
    places = _projected([(each.capital_lon, each.capital_lat) for each in known])
    # Of a state that the outlines show in part the capital may lie beyond them.
    drawn = {
        outline.iso3: polygons
        for outline, polygons in zip(plane.geography.outlines, plane.polygons, strict=True)
    }
    capitals = [
        MapPoint("capital", country.capital, spot, 0)
        for country, spot in zip(known, places, strict=True)
        if any(is_within(spot, rings[0]) for rings in drawn.get(country.iso3, ()))
    ]
    ports = sorted(
        {
            MapPoint("port", port.name, spot, port.rank)
            for port, spot in zip(plane.geography.ports, plane.ports, strict=True)
        },
        key=lambda point: (point.rank, point.label, point.at),
    )
    return (*capitals, *ports)


def _caption(
    atlas: Atlas,
    measured: Measured,
    classes: Sequence[MapClass],
    places: dict[str, int],
    goal: str,
) -> Caption:
    missing = missing_words(atlas, measured)
    beyond = [iso3 for iso3 in measured.readings if iso3 not in places]
    verb = "lies" if len(beyond) == 1 else "lie"
    names = listing([country_name(atlas, iso3) for iso3 in beyond])
    rows = tuple(
        (
            country_name(atlas, iso3),
            reading.value if reading.place is not None else NO_VALUE,
            reading.year or NO_VALUE,
            classes[places[iso3]].label if iso3 in places else "beyond the map",
        )
        for iso3, reading in measured.readings.items()
    )
    told = (
        f"{country_name(atlas, iso3)}: {reading.value}"
        for iso3, reading in measured.readings.items()
    )
    beyond_words = f"{names} {verb} beyond this map" if beyond else ""
    return Caption(
        title=measured.title,
        unit=measured.unit,
        source=measured.source,
        caveat=in_sentences((missing, beyond_words, measured.caveat, _ROUTES)),
        description=in_sentences((f"Map. {measured.title}, {measured.unit}", *told)),
        table=Table(
            ("State", "Value", "Date", "Class"),
            rows,
            (False, measured.role == "step", False, False),
        ),
        missing=missing,
        goal=goal,
    )


def _goal(atlas: Atlas, choice: MapChoice) -> str:
    """Name what a map is of, for Sources: a series, a factor, or the table it is read from."""
    match choice.kind:
        case "indicator":
            return str(thing("series", SeriesRef("indicator", choice.ref)))
        case "rating":
            return str(thing("factor", choice.ref)) if choice.ref in atlas.factor_by_id else ""
        case "likelihood":
            return str(thing("file", "data/ladders.csv"))
        case "bloc":
            return str(thing("file", "data/memberships.csv"))


def _reach(areas: Sequence[MapArea]) -> tuple[float, float, float, float]:
    """Give the edges of some areas, with a margin: west, south, east, north."""
    wests, souths, easts, norths = zip(*(box for area in areas for box in area.boxes), strict=True)
    west, south, east, north = min(wests), min(souths), max(easts), max(norths)
    margin = _MARGIN * max(east - west, north - south)
    return (west - margin, south - margin, east + margin, north + margin)


def _edges(ring: Line) -> Edges:
    """Give how far a ring reaches."""
    xs, ys = zip(*ring, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def _sheet(outlines: Sequence[Outline]) -> Line:
    """Give the edge of the degrees that outlines cover, projected: it is curved."""
    positions = [spot for each in outlines for rings in each.polygons for spot in rings[0]]
    if not positions:
        return ()
    west, east = min(x for x, _ in positions), max(x for x, _ in positions)
    south, north = min(y for _, y in positions), max(y for _, y in positions)
    steps = [at / _STEPS_OF_EDGE for at in range(_STEPS_OF_EDGE)]
    across = [west + (east - west) * step for step in steps]
    up = [south + (north - south) * step for step in steps]
    edge = [
        *((lon, south) for lon in across),
        *((east, lat) for lat in up),
        *((lon, north) for lon in (east + west - each for each in across)),
        *((west, lat) for lat in (north + south - each for each in up)),
    ]
    return _projected(edge)


def _projected(positions: Sequence[Position]) -> Line:
    if not positions:
        return ()
    lon, lat = np.array(positions, dtype=float).T
    x, y = REGION.project(lon, lat)
    return tuple(zip(x.tolist(), y.tolist(), strict=True))
