"""The chain of what was measured: a chart, a state's series, one figure, and the indicator."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from explorer.domain.as_of import whole
from explorer.domain.atlas import Atlas
from explorer.domain.indicators import Indicator, SeriesRef
from explorer.packs.rows import PackFiles, Row
from explorer.packs.series_tables import FLOW_OF_VOLUMES
from explorer.pages.chain import ChainGroup, ChainLink, ChainPage, group
from explorer.pages.chain_links import links_to, named_links
from explorer.pages.provenance_records import compose_record, not_yet, places, unknown
from explorer.pages.series_labels import parse_ref, series_label, series_unit
from explorer.pages.source_facts import NOT_RECORDED, facts_of_values
from explorer.pages.trace import Thing, thing
from explorer.pages.trace_names import records_named
from explorer.pages.trace_rows import SERIES_TABLES, is_over, rows_behind, series_of
from explorer.pages.words import EN_DASH, counted, country_name, study_states

_NOT_READ = "No value found."
_VOTES = {"Y": "yes", "N": "no", "A": "abstain", "X": "none recorded"}


def series_link(atlas: Atlas, ref: str, iso3: str = "", words: str = "") -> ChainLink:
    """Give the way to a series, of one state or of all that are compared."""
    label = label_of(atlas, parse_ref(ref))
    title = f"{country_name(atlas, iso3)}: {label}" if iso3 else label
    goal = thing("series", ref, iso3) if iso3 else thing("series", ref)
    return ChainLink(str(goal), title, words)


def label_of(atlas: Atlas, ref: SeriesRef) -> str:
    """Give the title of a series, also of the one flow that is no share and has no chart."""
    if ref.key == FLOW_OF_VOLUMES:
        return f"Major arms from {country_name(atlas, ref.partner)}, all deliveries together"
    return series_label(atlas, ref)


def compose_series(atlas: Atlas, files: PackFiles, named: Thing) -> ChainPage:
    """Compose the page of a chart, of a state's series, of one figure or of a roll call."""
    if named.kind == "roll_call":
        return _roll_call(atlas, files, named)
    ref = series_of(named)
    if ref is None or not _is_known(atlas, ref):
        return unknown(atlas, named)
    rows = rows_behind(files, atlas, named)
    if len(named.parts) == 1:
        return _chart(atlas, files, named, ref)
    if not rows:
        said = (_absent(atlas, files, named),)
        return replace(unknown(atlas, named), title=label_of(atlas, ref), says=said)
    return _state(atlas, files, named, ref, rows)


def compose_indicator(atlas: Atlas, files: PackFiles, named: Thing) -> ChainPage:
    """Compose the page of an indicator: what it measures, its sources, and its series."""
    page = compose_record(atlas, files, named)
    found = records_named(atlas, named)
    if not found or not isinstance(found[0], Indicator):
        return page
    indicator = found[0]
    ref = str(SeriesRef("indicator", indicator.id))
    factors = (each.factor for each in atlas.factor_series if str(each.series) == ref)
    notes = (note for note in atlas.notes if f"{{{indicator.id}}}" in note.body)
    return replace(
        page,
        title=indicator.name,
        says=(indicator.description,),
        facts=_facts_of(indicator),
        used_by=(
            *group("Series", _states_of(atlas, files, ref)),
            *group("Factors that it bears on", named_links(atlas, "factor", factors)),
            *group("Notes", links_to(atlas, "note", notes)),
        ),
    )


def values_by_series(
    atlas: Atlas, files: PackFiles, source_id: str
) -> tuple[tuple[SeriesRef, int], ...]:
    """Count the values of each series that come from a source, in the order of the files."""
    counts: Counter[SeriesRef] = Counter()
    for kind, (table, key, partner) in SERIES_TABLES.items():
        for row in files.find(table, {"source_id": source_id}):
            if is_over(row.cells["year"], atlas.subject.seen_on):
                counts[SeriesRef(kind, row.cells[key], row.cells.get(partner, ""))] += 1
    return tuple((ref, count) for ref, count in counts.items() if _is_known(atlas, ref))


def _absent(atlas: Atlas, files: PackFiles, named: Thing) -> str:
    """Say why there is no value: none was known by the day looked at, or there is none at all."""
    is_later = bool(rows_behind(files, whole(atlas), named))
    return (not_yet(atlas) if is_later else "") or _NOT_READ


def _chart(atlas: Atlas, files: PackFiles, named: Thing, ref: SeriesRef) -> ChainPage:
    states = _states_of(atlas, files, str(ref))
    rows = [
        row
        for iso3 in study_states(atlas)
        for row in rows_behind(files, atlas, thing("series", str(ref), iso3))
    ] or rows_behind(files, atlas, named)
    return ChainPage(
        goal=str(named),
        kicker="Chart of a series",
        title=label_of(atlas, ref),
        says=(*_description(atlas, ref), *(() if rows else (_absent(atlas, files, named),))),
        facts=_facts(atlas, ref, rows),
        rests_on=(*group("States", states), *_sources(atlas, ref, rows)),
        places=places(atlas, files, rows),
        used_by=_bearing_on(atlas, ref),
    )


def _state(
    atlas: Atlas, files: PackFiles, named: Thing, ref: SeriesRef, rows: Sequence[Row]
) -> ChainPage:
    text, iso3, *year = named.parts
    name, label = country_name(atlas, iso3), label_of(atlas, ref)
    unit = _unit(atlas, ref, rows[-1])
    value = f"{name}, {label}: {_value(ref, rows[-1])} in {year[0]}" if year else ""
    newest = sorted(rows, key=lambda row: row.cells["year"], reverse=True)
    has_several = len(_source_ids(rows)) > 1
    figures = tuple(
        ChainLink(
            str(thing("figure", text, iso3, row.cells["year"])),
            f"{row.cells['year']}: {_value(ref, row)}",
            _words(row, names_source=has_several),
        )
        for row in newest
    )
    above = series_link(atlas, text, iso3) if year else series_link(atlas, text)
    return ChainPage(
        goal=str(named),
        kicker=f"Figure, {unit}" if year else f"Series of one state, {unit}",
        title=value or f"{name}: {label}",
        says=_description(atlas, ref),
        facts=_facts(atlas, ref, rows),
        rests_on=(*_sources(atlas, ref, rows), *(() if year else group("Values", figures))),
        places=places(atlas, files, rows),
        used_by=(*group("Series" if year else "Chart", (above,)), *_bearing_on(atlas, ref)),
    )


def _words(row: Row, *, names_source: bool) -> str:
    """Give the line under a value: its source, where the series has several, and its note."""
    source = row.cells["source_id"] if names_source else ""
    return " · ".join(part for part in (source, row.cells.get("note", "")) if part)


def _roll_call(atlas: Atlas, files: PackFiles, named: Thing) -> ChainPage:
    rows = rows_behind(files, atlas, named)
    day = atlas.subject.seen_on
    if not rows or (day is not None and rows[0].cells["date"] > day.isoformat()):
        return unknown(atlas, named, is_later=bool(rows))
    cells = rows[0].cells
    has_state = len(named.parts) > 1
    vote = _VOTES.get(cells["vote"], cells["vote"])
    title = f"{country_name(atlas, cells['iso3'])}: {vote}" if has_state else cells["title"]
    return ChainPage(
        goal=str(named),
        kicker="Vote in a roll call" if has_state else "Roll call",
        title=title,
        says=(f"{cells['resolution']}, {cells['date']}: {cells['title']}",),
        rests_on=group("Sources", named_links(atlas, "source", _source_ids(rows))),
        places=places(atlas, files, rows),
    )


def _sources(atlas: Atlas, ref: SeriesRef, rows: Iterable[Row]) -> tuple[ChainGroup, ...]:
    definition = named_links(atlas, "indicator", (ref.key,)) if ref.kind == "indicator" else ()
    return (
        *group("Sources", named_links(atlas, "source", _source_ids(rows))),
        *group("Definition", definition),
    )


def _source_ids(rows: Iterable[Row]) -> tuple[str, ...]:
    parts = (part.strip() for row in rows for part in row.cells["source_id"].split(";"))
    return tuple(dict.fromkeys(parts))


def _states_of(atlas: Atlas, files: PackFiles, ref: str) -> tuple[ChainLink, ...]:
    found: list[ChainLink] = []
    states = dict.fromkeys((*study_states(atlas), *atlas.country_by_iso3))
    for iso3 in states:
        rows = rows_behind(files, atlas, thing("series", ref, iso3))
        if rows:
            years = sorted(row.cells["year"] for row in rows)
            span = years[0] if len(rows) == 1 else f"{years[0]}{EN_DASH}{years[-1]}"
            found.append(series_link(atlas, ref, iso3, f"{counted(len(rows), 'value')}, {span}"))
    return tuple(found)


def _bearing_on(atlas: Atlas, ref: SeriesRef) -> tuple[ChainGroup, ...]:
    factors = (each.factor for each in atlas.factor_series if each.series == ref)
    notes = (note for note in atlas.notes if f"{{{ref.key}}}" in note.body)
    return (
        *group("Factors that it bears on", named_links(atlas, "factor", factors)),
        *(group("Notes", links_to(atlas, "note", notes)) if ref.kind == "indicator" else ()),
    )


def _description(atlas: Atlas, ref: SeriesRef) -> tuple[str, ...]:
    if ref.kind == "indicator":
        return (atlas.indicator_by_id[ref.key].description,)
    if ref.kind == "un_agreement":
        return ("The share of roll calls in which both states cast the same vote.",)
    return ("A partner that is missing in a year is not zero: it was not among those listed.",)


def _facts(atlas: Atlas, ref: SeriesRef, rows: Sequence[Row]) -> tuple[tuple[str, str], ...]:
    """Give what is on record of a series and of the sources of its values."""
    if ref.kind == "indicator":
        indicator = atlas.indicator_by_id[ref.key]
        own, caveat = _facts_of(indicator), indicator.caveat
    else:
        unit = _unit(atlas, ref, rows[-1]) if rows else NOT_RECORDED
        own, caveat = (("Unit", unit),), ""
    return (*own, *facts_of_values(atlas, _source_ids(rows), caveat))


def _facts_of(indicator: Indicator) -> tuple[tuple[str, str], ...]:
    withheld = (("Not bundled", indicator.withheld),) if indicator.withheld else ()
    return (
        ("Unit", indicator.unit),
        ("Origin", indicator.origin),
        ("Caveat", indicator.caveat or NOT_RECORDED),
        *withheld,
    )


def _unit(atlas: Atlas, ref: SeriesRef, row: Row) -> str:
    if ref.kind == "un_agreement":
        return "share of votes, 0 to 1"
    return row.cells.get("unit") or series_unit(atlas, ref)


def _value(ref: SeriesRef, row: Row) -> str:
    """Give a value as it is written in the file, with the number of votes behind a share."""
    if ref.kind == "un_agreement":
        return f"{row.cells['agreement']} ({counted(int(row.cells['n_votes']), 'vote')})"
    return row.cells["value"]


def _is_known(atlas: Atlas, ref: SeriesRef) -> bool:
    return ref.kind != "indicator" or ref.key in atlas.indicator_by_id
