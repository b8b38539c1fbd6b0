"""The rows of a pack behind a thing: which table and which cells name it there."""

from collections.abc import Iterable, Mapping
from datetime import date

from explorer.domain.as_of import was_known
from explorer.domain.atlas import Atlas
from explorer.domain.indicators import SeriesKind, SeriesRef
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.packs.rows import PackFiles, Row
from explorer.pages.series_labels import parse_ref
from explorer.pages.trace import Thing, ThingKind
from explorer.pages.words import EN_DASH

TABLES: Mapping[ThingKind, str] = {
    "actor": "actors",
    "arms_order": "arms_from_israel",
    "assessment": "assessments",
    "border": "borders",
    "cell": "cells",
    "conclusion": "conclusions",
    "country": "countries",
    "dissent": "dissent",
    "ethnic": "ethnic",
    "event": "timeline",
    "evidence": "evidence",
    "factor": "factors",
    "indicator": "indicators",
    "ladder": "ladders",
    "membership": "memberships",
    "pair": "pair_conclusions",
    "question": "forecast_questions",
    "rating": "ratings",
    "relation": "relations",
    "religion": "religion",
    "roll_call": "un_votes_key",
    "rung": "rungs",
    "scenario": "scenarios",
    "shift": "scenario_shifts",
    "signpost": "signposts",
    "source": "sources",
    "tie": "israel_ties",
    "vote": "votes",
    "weight": "weights",
}
"""The table of each kind of thing that is a record; series, notes and files are found apart."""

SERIES_TABLES: Mapping[SeriesKind, tuple[str, str, str]] = {
    "indicator": ("observations", "indicator_id", ""),
    "trade_share": ("bilateral", "flow", "partner_iso3"),
    "un_agreement": ("un_votes_agreement", "topic", "partner_iso3"),
}
"""The table of each kind of series, its column for the key, and that for the partner if any."""


def rows_behind(files: PackFiles, atlas: Atlas, thing: Thing) -> tuple[Row, ...]:
    """Give the rows that say a thing, in the order of the file; none for notes and files.

    A rating or a ladder that names no date is that of the newest judgement that the Atlas has, a
    ladder that names no scenario that of the baseline. Of a series, values of a year that was not
    over on the day that the Atlas is seen on are left out.
    """
    if thing.kind in {"series", "figure"}:
        return _values(files, atlas, thing)
    table = TABLES.get(thing.kind)
    if table is None:
        return ()
    cells = thing.fields
    if thing.kind == "ladder":
        cells.setdefault("scenario", BASELINE_SCENARIO)
    if thing.kind in {"rating", "ladder"}:
        cells.setdefault("as_of", atlas.subject.as_of.isoformat())
    return files.find(table, cells)


def series_of(thing: Thing) -> SeriesRef | None:
    """Give the series that a figure or a series names; `None` where it names none."""
    try:
        return parse_ref(thing.parts[0])
    except ValueError:
        return None


def _values(files: PackFiles, atlas: Atlas, thing: Thing) -> tuple[Row, ...]:
    ref = series_of(thing)
    if ref is None:
        return ()
    table, key, partner = SERIES_TABLES[ref.kind]
    cells = {key: ref.key} | ({partner: ref.partner} if partner else {})
    cells |= {name: part for name, part in thing.fields.items() if name != "series"}
    day = atlas.subject.seen_on
    return tuple(row for row in files.find(table, cells) if is_over(row.cells["year"], day))


def is_over(year: str, day: date | None) -> bool:
    """Say whether a year was over by a day; always where no day is given."""
    return day is None or (year.isdecimal() and was_known(int(year), day))


def row_words(numbers: Iterable[int]) -> str:
    """Give row numbers with those that follow one another as a range: “2–13, 20”."""
    spans: list[list[int]] = []
    for number in sorted(set(numbers)):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}{EN_DASH}{b}" for a, b in spans)
