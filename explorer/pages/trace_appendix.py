"""The appendix of a brief that leads from what it says to the rows of the pack, and their hashes.

    appendix = compose_appendix(atlas, files, pair, cited)

It names, for all that a brief on a pair prints, the file, the rows and, once for each file, the
SHA-256 of its bytes. With it a reader who has the pack can check each figure: count the header as
row 1, as a spreadsheet does.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.packs.rows import PackFiles, Row
from explorer.packs.schema import TABLE_BY_NAME
from explorer.pages.series_labels import parse_ref, series_label
from explorer.pages.trace import ThingKind, parse_thing, thing
from explorer.pages.trace_names import Record, name_of, records_named
from explorer.pages.trace_rows import TABLES, row_words, rows_behind
from explorer.pages.words import country_name


@dataclass(frozen=True, slots=True)
class CitedThings:
    """What a brief cites, in its own order.

    `source_ids` are those of the sources, the first being number 1; `evidence_ids` the items
    behind them; `series` the charts, as `str(SeriesRef)` names them; `scenario` is the id of the
    bundled scenario in force, blank for the judgement as it stands. `things` are the names of
    records that it tells of or counts besides, of the kinds in `TOLD`.
    """

    source_ids: Sequence[str] = ()
    evidence_ids: Sequence[str] = ()
    series: Sequence[str] = ()
    scenario: str = ""
    things: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class AppendixRow:
    """A line: what it is of, the file's short name (`ratings.csv`), and its rows in words.

    `rows` are ranges, “2–13, 20”. For evidence and sources each row stands with its id or number:
    “E003 4, E020 21” and “[1] 17, [2] 5”, which `parts` gives apart. `key` names what the line is
    of, so that the brief can link there and back: `rating:KAZ`, `series:indicator/cpi:KAZ`; blank
    where nothing in a brief is behind it.
    """

    what: str
    file: str
    rows: str
    key: str = ""
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AppendixFile:
    """A file that the lines name: its path in the pack and the SHA-256 of its bytes (64 signs)."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class TraceAppendix:
    """The appendix: a note on how to read it, the lines by group, and each file with its hash.

    `groups` holds a heading with its lines, in reading order; a group without lines is left out.
    """

    title: str
    note: str
    groups: tuple[tuple[str, tuple[AppendixRow, ...]], ...]
    files: tuple[AppendixFile, ...]


TITLE = "Where each figure stands in the data"
_NOTE = (
    "Files of the pack “{pack}”, edition {edition}, in its folder data. Rows are counted as a "
    "spreadsheet counts them: the header is row 1. SHA-256 is of the whole file. In the app, "
    "Ctrl+Shift+F leads from any of these to its sources and back."
)


_TEXTS: tuple[tuple[str, ThingKind, str], ...] = (
    ("Reasons", "cell", "cells"),
    ("Conclusion", "conclusion", "conclusions"),
    ("Dissent", "dissent", "dissent"),
    ("Signposts", "signpost", "signposts"),
)
"""The texts on a state: what their line says, their kind, and what its key begins with."""


TOLD: Mapping[ThingKind, str] = {
    "vote": "Votes on the main texts",
    "assessment": "What others expect",
    "dissent": "Dissents among them",
    "event": "Events",
    "tie": "Events in relations with Israel",
    "question": "Questions resolved",
    "evidence": "Evidence counted for and against",
}
"""What the lines on records say, by their kind, in the order in which they stand."""


def compose_appendix(
    atlas: Atlas, files: PackFiles, pair: tuple[str, str], cited: CitedThings
) -> TraceAppendix:
    """Compose the appendix of a brief on a pair, given by ISO codes: the baseline first.

    Rows are those of the records that the Atlas has: as of an earlier day none is named that came
    later. It reads the files of the pack that it names, some hundred milliseconds at the first
    time.
    """
    groups = (
        ("Judgements", tuple(_judgements(atlas, files, pair, cited.scenario))),
        ("Figures", tuple(_figures(atlas, files, pair, cited.series))),
        ("Events and record", tuple(_told(atlas, files, cited.things))),
        ("Evidence and sources", tuple(_cited(atlas, files, cited))),
    )
    named = dict.fromkeys(row.file for _, rows in groups for row in rows)
    return TraceAppendix(
        title=TITLE,
        note=_NOTE.format(pack=atlas.subject.pack, edition=atlas.subject.edition),
        groups=tuple((heading, rows) for heading, rows in groups if rows),
        files=tuple(
            AppendixFile(stamp.file, stamp.sha256)
            for stamp in (files.stamp(f"data/{name}") for name in named)
        ),
    )


def _judgements(
    atlas: Atlas, files: PackFiles, pair: tuple[str, str], scenario: str
) -> Iterator[AppendixRow]:
    days = atlas.judgement_dates[-2:]
    scenarios = {BASELINE_SCENARIO, scenario or BASELINE_SCENARIO}
    for iso3 in pair:
        name = country_name(atlas, iso3)
        for day in days:
            now = day == days[-1]
            ratings = (x for x in atlas.ratings if (x.iso3, x.as_of) == (iso3, day))
            rows = _rows(atlas, files, "rating", ratings)
            yield from _line(f"Ratings, {name}, {day}", rows, f"rating:{iso3}" if now else "")
            ladders = (x for x in atlas.ladders if (x.iso3, x.as_of) == (iso3, day))
            rows = _rows(atlas, files, "ladder", (x for x in ladders if x.scenario in scenarios))
            yield from _line(f"Ladders, {name}, {day}", rows, f"ladder:{iso3}" if now else "")
        for what, kind, key in _TEXTS:
            rows = _rows(atlas, files, kind, records_named(atlas, thing(kind, iso3)))
            yield from _line(f"{what}, {name}", rows, f"{key}:{iso3}")
    if pair[0] == atlas.subject.baseline:
        found = records_named(atlas, thing("pair", pair[1]))
        yield from _line("The pair", _rows(atlas, files, "pair", found), "pair")
    yield from _line("Weights of the factors", _rows(atlas, files, "weight", atlas.weights))
    if scenario:
        shifts = records_named(atlas, thing("shift", scenario))
        yield from _line("Shifts of the scenario", _rows(atlas, files, "shift", shifts))


def _rows(
    atlas: Atlas, files: PackFiles, kind: ThingKind, records: Iterable[Record]
) -> tuple[Row, ...]:
    """Give the rows of records of the Atlas, which on an earlier day lacks what came later."""
    found = (row for x in records for row in rows_behind(files, atlas, name_of(kind, x)))
    by_number = {row.row: row for row in found}
    return tuple(by_number[number] for number in sorted(by_number))


def _told(atlas: Atlas, files: PackFiles, things: Iterable[str]) -> Iterator[AppendixRow]:
    """Give a line for each kind of record that is told of; what the Atlas lacks is left out."""
    named = [found for text in dict.fromkeys(things) if (found := parse_thing(text))]
    for kind, what in TOLD.items():
        records = (x for each in named if each.kind == kind for x in records_named(atlas, each))
        yield from _line(what, _rows(atlas, files, kind, records))


def _figures(
    atlas: Atlas, files: PackFiles, pair: tuple[str, str], series: Sequence[str]
) -> Iterator[AppendixRow]:
    for text in dict.fromkeys(series):
        ref = parse_ref(text)
        label = series_label(atlas, ref)
        for iso3 in pair:
            rows = rows_behind(files, atlas, thing("series", text, iso3))
            key = f"series:{text}:{iso3}"
            yield from _line(f"{label}: {country_name(atlas, iso3)}", rows, key)
        if ref.kind == "indicator":
            rows = files.find("indicators", {"indicator_id": ref.key})
            yield from _line(f"{label}: definition and caveat", rows)


def _cited(atlas: Atlas, files: PackFiles, cited: CitedThings) -> Iterator[AppendixRow]:
    evidence = sorted(dict.fromkeys(cited.evidence_ids))
    items = [(key, rows_behind(files, atlas, thing("evidence", key))) for key in evidence]
    yield from _named("Evidence", TABLES["evidence"], items)
    sources = [
        (f"[{number}]", rows_behind(files, atlas, thing("source", key)))
        for number, key in enumerate(cited.source_ids, start=1)
    ]
    yield from _named("Sources, by their numbers", TABLES["source"], sources)


def _named(
    what: str, table: str, items: Iterable[tuple[str, Sequence[Row]]]
) -> Iterator[AppendixRow]:
    """Give one line in which each row stands with its name; without items, none."""
    parts = tuple((name, row_words(row.row for row in rows)) for name, rows in items if rows)
    if parts:
        words = ", ".join(f"{name} {rows}" for name, rows in parts)
        yield AppendixRow(what, _short(TABLE_BY_NAME[table].file), words, parts=parts)


def _line(what: str, rows: Sequence[Row], key: str = "") -> Iterator[AppendixRow]:
    if rows:
        yield AppendixRow(what, _short(rows[0].file), row_words(row.row for row in rows), key)


def _short(file: str) -> str:
    return file.rpartition("/")[2]
