"""The chain of a source and of a file: the far end of every other, and the way back up."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from explorer.domain.atlas import Atlas
from explorer.domain.sources import Source
from explorer.packs.rows import PackFiles
from explorer.packs.schema import TABLES as PACK_TABLES
from explorer.pages.chain import ChainGroup, ChainLink, ChainPage, PackPlace, group
from explorer.pages.chain_links import KIND_WORDS, PLURALS, links_to
from explorer.pages.provenance_records import places, unknown
from explorer.pages.provenance_series import series_link, values_by_series
from explorer.pages.source_facts import addresses_of, is_data_set, source_facts
from explorer.pages.trace import Thing, ThingKind, thing
from explorer.pages.trace_names import RECORD_KINDS, records_named, records_of_kind, sources_of
from explorer.pages.trace_rows import TABLES, is_over, rows_behind
from explorer.pages.words import counted

_LONG = (
    ("observations", "year"),
    ("bilateral", "year"),
    ("un_votes_agreement", "year"),
    ("un_votes_key", "date"),
)
"""The long tables, and the column that says when."""
_MOST = 400
"""How many records of a file a page lists; the others are found by searching."""
_CITING: tuple[ThingKind, ...] = (
    "evidence",
    *(kind for kind in RECORD_KINDS if kind not in {"source", "evidence"}),
)


def compose_source(atlas: Atlas, files: PackFiles, named: Thing) -> ChainPage:
    """Compose the page of a source: what is on record of it, its row, and all that uses it."""
    found = records_named(atlas, named)
    if not found or not isinstance(found[0], Source):
        return unknown(atlas, named)
    source = found[0]
    return ChainPage(
        goal=str(named),
        kicker=f"Source · {'data set' if is_data_set(source) else source.kind}",
        title=source.title,
        facts=source_facts(source),
        addresses=addresses_of(source),
        places=places(atlas, files, rows_behind(files, atlas, named)),
        used_by=_used_by(atlas, files, source.id),
    )


def compose_file(atlas: Atlas, files: PackFiles, named: Thing) -> ChainPage:
    """Compose the page of a file of the pack: its hash, and the records that it holds."""
    stamp = files.stamp(named.key)
    if not stamp.sha256:
        return unknown(atlas, named)
    table = next((each for each in PACK_TABLES if each.file == named.key), None)
    kinds: list[ThingKind] = [
        kind for kind, name in TABLES.items() if table is not None and name == table.name
    ]
    records = [
        link for kind in kinds for link in links_to(atlas, kind, records_of_kind(atlas, kind))
    ]
    size = f"{stamp.size:,} bytes"
    facts = (
        ("Size", size),
        *((("Records", f"{stamp.records:,}"), ("Holds", table.title)) if table else ()),
        ("Pack", f"{atlas.subject.pack}, edition {atlas.subject.edition}"),
    )
    groups = group("Records", tuple(records[:_MOST]), _cut_words(len(records)))
    series = _series_in(atlas, table.name) if table else ()
    return ChainPage(
        goal=str(named),
        kicker=KIND_WORDS["file"],
        title=named.key,
        facts=facts,
        places=(PackPlace(named.key, "", stamp.sha256),),
        used_by=(*groups, *group("Series", series)),
    )


def uses_count(atlas: Atlas, files: PackFiles) -> Mapping[str, tuple[int, int, int]]:
    """Count what uses each source: items of evidence, other records, values of series."""
    evidence = Counter(key for item in atlas.evidence for key in item.source_ids)
    others = Counter(
        key
        for kind in _CITING
        if kind != "evidence"
        for record in records_of_kind(atlas, kind)
        for key in sources_of(record)
    )
    values: Counter[str] = Counter()
    for table, when in _LONG:
        cells = zip(files.column(table, "source_id"), files.column(table, when), strict=True)
        for (ids, text), count in Counter(cells).items():
            if _was_over(text, atlas.subject.seen_on):
                for part in ids.split(";"):
                    values[part.strip()] += count
    return {x.id: (evidence[x.id], others[x.id], values[x.id]) for x in atlas.sources}


def _was_over(when: str, day: date | None) -> bool:
    """Say whether a year was over, or a day had come, by the day looked at."""
    return day is None or (when <= day.isoformat() if "-" in when else is_over(when, day))


def _used_by(atlas: Atlas, files: PackFiles, source_id: str) -> tuple[ChainGroup, ...]:
    found: list[ChainGroup] = []
    for kind in _CITING:
        records = (x for x in records_of_kind(atlas, kind) if source_id in sources_of(x))
        found += group(PLURALS.get(kind, KIND_WORDS[kind]), links_to(atlas, kind, records))
    series = tuple(
        series_link(atlas, str(ref), words=counted(count, "value"))
        for ref, count in values_by_series(atlas, files, source_id)
    )
    found += group("Series with values from it", series)
    calls = files.find("un_votes_key", {"source_id": source_id})
    if calls:
        titles = {row.cells["rcid"]: row.cells for row in calls}
        links = tuple(
            ChainLink(str(thing("roll_call", key)), cells["title"], cells["date"])
            for key, cells in titles.items()
            if _was_over(cells["date"], atlas.subject.seen_on)
        )
        found += group("Roll calls", links)
    return (*found, *_notes_through(atlas, source_id))


def _notes_through(atlas: Atlas, source_id: str) -> tuple[ChainGroup, ...]:
    """Give the notes that cite an item of evidence that rests on a source."""
    items = {x.id for x in atlas.evidence if source_id in x.source_ids}
    notes = (note for note in atlas.notes if items & set(note.evidence_ids))
    return group("Notes", links_to(atlas, "note", notes), "Through the evidence that they cite")


def _series_in(atlas: Atlas, table: str) -> tuple[ChainLink, ...]:
    kinds = {"observations": "indicator", "bilateral": "trade_share"}
    kinds["un_votes_agreement"] = "un_agreement"
    refs = dict.fromkeys(
        str(each.series) for each in atlas.factor_series if each.series.kind == kinds.get(table)
    )
    if table == "observations":
        refs |= dict.fromkeys(f"indicator/{each.id}" for each in atlas.indicators)
    return tuple(series_link(atlas, ref) for ref in refs)


def _cut_words(count: int) -> str:
    return f"The first {_MOST:,}; search finds the others" if count > _MOST else ""
