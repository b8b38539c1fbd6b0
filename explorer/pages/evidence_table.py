"""The table of all evidence: its rows, and how they are filtered and sorted while one types.

What is compared is made once for all rows: the letters that a text is found by, dates as numbers,
and for each column the order of the rows. A filter then only compares.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from explorer.domain.atlas import Atlas
from explorer.domain.dates import PartialDate
from explorer.domain.evidence import Direction, Evidence
from explorer.domain.outcomes import OUTCOME
from explorer.pages.evidence_items import STRENGTH, direction_words
from explorer.pages.evidence_pool import (
    VERDICT_WORDS,
    EvidencePool,
    factor_title,
    pool_evidence,
)
from explorer.pages.search_words import spaced, words
from explorer.pages.sources import publisher_words
from explorer.pages.tables import Table
from explorer.pages.words import country_names
from explorer.workspace.document import Remark, Verdict, Workspace

Column = Literal[
    "date", "states", "claim", "factor", "direction", "strength", "kind", "grade", "sources"
]
COLUMNS: tuple[tuple[Column, str], ...] = (
    ("date", "Date"),
    ("states", "States"),
    ("claim", "Claim"),
    ("factor", "Factor"),
    ("direction", "Direction"),
    ("strength", "Strength"),
    ("kind", "Kind"),
    ("grade", "Grade"),
    ("sources", "Sources"),
)
"""The columns of the table, name and title, from the left."""

_DIRECTION_ORDER: tuple[Direction, ...] = ("+", "-", "0")
_NONE = "none"
_NO_REMARK = Remark("", "", None)  # pyright: ignore[reportArgumentType] - it is of no time


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One item, ready to show. `sources` counts them, and `source_ids` names them.

    `is_repeated` says that it rests on one source alone on which other items rest alone too.
    `place` is that of its factor in the pack's order. `letters` is what a text is looked for in.
    """

    id: str
    when: PartialDate
    date: str
    states: tuple[str, ...]
    claim: str
    factor: str
    factor_title: str
    place: int
    direction: Direction
    direction_words: str
    strength: int
    strength_words: str
    kind: str
    reliability: str
    credibility: int
    source_ids: tuple[str, ...]
    is_repeated: bool
    is_own: bool
    verdict: Verdict
    comment: str
    letters: str

    @property
    def grade(self) -> str:
        """Give both grades in short: “B2”."""
        return f"{self.reliability}{self.credibility}"

    @property
    def sources(self) -> int:
        """Give the number of sources."""
        return len(self.source_ids)


@dataclass(frozen=True, slots=True)
class EvidenceFilter:
    """What is asked for; an empty part asks for nothing. All parts must hold, of each one value.

    `since` and `until` are days known to the day, the month or the year, both included. `whose` is
    `own` for the user's own items, `marked` for those with a remark, or a verdict.
    """

    text: str = ""
    states: tuple[str, ...] = ()
    factors: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()
    strengths: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    reliabilities: tuple[str, ...] = ()
    credibilities: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None
    whose: str = ""

    @property
    def is_empty(self) -> bool:
        """Say whether everything passes."""
        return self == EvidenceFilter()


@dataclass(frozen=True, eq=False)
class Ledger:
    """Rows with what they are filtered and sorted by. `rows` are newest first."""

    rows: tuple[EvidenceRow, ...]
    _orders: dict[tuple[Column, bool], NDArray[np.intp]] = field(
        default_factory=dict[tuple[Column, bool], NDArray[np.intp]]
    )

    @cached_property
    def letters(self) -> list[str]:
        """Give what each row is found by."""
        return [row.letters for row in self.rows]

    @cached_property
    def first_days(self) -> NDArray[np.int64]:
        """Give the first day that each row's date may mean, as the number YYYYMMDD."""
        return np.fromiter((first_day(row.when) for row in self.rows), np.int64, len(self.rows))

    @cached_property
    def last_days(self) -> NDArray[np.int64]:
        """Give the last day that each row's date may mean, as the number YYYYMMDD."""
        return np.fromiter((last_day(row.when) for row in self.rows), np.int64, len(self.rows))

    @cached_property
    def holders(self) -> dict[tuple[str, object], NDArray[np.bool_]]:
        """Give which rows hold a value, by the part of the filter and the value."""
        found: dict[tuple[str, object], list[int]] = {}
        for at, row in enumerate(self.rows):
            for key in _keys_of(row):
                found.setdefault(key, []).append(at)
        return {key: self._flags(places) for key, places in found.items()}

    def order(self, column: Column, *, descending: bool) -> NDArray[np.intp]:
        """Give the places of the rows in the order of a column; among equals the newest first."""
        known = self._orders.get((column, descending))
        if known is None:
            values = [_SORTED_BY[column](row) for row in self.rows]
            places = sorted(range(len(values)), key=values.__getitem__, reverse=descending)
            known = np.array(places, np.intp)
            self._orders[column, descending] = known
        return known

    def find(
        self, wanted: EvidenceFilter, column: Column = "date", *, descending: bool = True
    ) -> tuple[EvidenceRow, ...]:
        """Give the rows that pass a filter, in the order of a column."""
        flags = np.ones(len(self.rows), np.bool_)
        for part, values in _parts(wanted):
            flags &= self._any_of(part, values)
        if wanted.since is not None:
            flags &= self.last_days >= first_day(wanted.since)
        if wanted.until is not None:
            flags &= self.first_days <= last_day(wanted.until)
        order = self.order(column, descending=descending)
        places: list[int] = order[flags[order]].tolist()
        letters, rows = self.letters, self.rows
        for word in words(wanted.text):
            places = [at for at in places if word in letters[at]]
        return tuple([rows[at] for at in places])

    def _any_of(self, part: str, values: Iterable[object]) -> NDArray[np.bool_]:
        flags = np.zeros(len(self.rows), np.bool_)
        for value in values:
            held = self.holders.get((part, value))
            if held is not None:
                flags |= held
        return flags

    def _flags(self, places: list[int]) -> NDArray[np.bool_]:
        made = np.zeros(len(self.rows), np.bool_)
        made[places] = True
        return made


def compose_ledger(atlas: Atlas, workspace: Workspace) -> Ledger:
    """Compose the rows of the pack's evidence and of the user's own, newest first."""
    pool = pool_evidence(atlas, workspace)
    order = {factor.id: place for place, factor in enumerate(atlas.factors)} | {OUTCOME: 10**6}
    items = sorted(pool.items.values(), key=lambda item: (item.date, item.id), reverse=True)
    return Ledger(tuple(_row(atlas, workspace, pool, item, order) for item in items))


def count_words(found: int, total: int) -> str:
    """Say how many items are shown: “38 of 446”."""
    return f"{found:,} of {total:,}"


def first_day(when: PartialDate) -> int:
    """Give the first day that a date may mean, as the number YYYYMMDD."""
    return when.year * 10_000 + (when.month or 1) * 100 + (when.day or 1)


def last_day(when: PartialDate) -> int:
    """Give the last day that a date may mean, as the number YYYYMMDD; months have 31 days."""
    return when.year * 10_000 + (when.month or 12) * 100 + (when.day or 31)


def evidence_table(atlas: Atlas, workspace: Workspace, rows: Iterable[EvidenceRow]) -> Table:
    """Give rows as a table to copy or to save, with all that is known of each item."""
    pool = pool_evidence(atlas, workspace)
    columns = ("Id", "Date", "States", "Factor", "Direction", "Strength", "Kind", "Claim")
    more = ("Quantity", "Unit", "Reliability", "Credibility", "Sources", "Note")
    mine = ("My mark", "My comment")
    lines = tuple(_line(pool, row) for row in rows)
    names = (*columns, *more, *mine)
    return Table(names, lines, tuple(name == "Credibility" for name in names))


def _line(pool: EvidencePool, row: EvidenceRow) -> tuple[str, ...]:
    item = pool.items[row.id]
    return (
        f"{row.id} (my own)" if row.is_own else row.id,
        str(row.when),
        "; ".join(row.states),
        row.factor_title,
        row.direction_words,
        row.strength_words,
        row.kind,
        row.claim,
        item.quantity or _NONE,
        item.unit or _NONE,
        row.reliability,
        str(row.credibility),
        "; ".join(_source_words(pool, key) for key in row.source_ids) or _NONE,
        item.note or _NONE,
        VERDICT_WORDS.get(row.verdict, _NONE),
        row.comment or _NONE,
    )


def _source_words(pool: EvidencePool, key: str) -> str:
    source = pool.sources.get(key)
    if source is None:
        return key
    name = f"{publisher_words(source)}, {source.date}".strip(", ") or source.title
    return f"{key} {name}"


def _row(
    atlas: Atlas,
    workspace: Workspace,
    pool: EvidencePool,
    item: Evidence,
    order: dict[str, int],
) -> EvidenceRow:
    remark = workspace.remarks.get(item.id, _NO_REMARK)
    title, said = factor_title(atlas, item.factor), direction_words(atlas, item)
    strength = STRENGTH.get(item.strength, str(item.strength))
    sources = [pool.sources[key] for key in item.source_ids if key in pool.sources]
    texts = (
        *(item.id, item.claim, title, said, strength, item.kind, item.quantity, item.unit),
        *(item.note, *country_names(atlas, item.countries), *item.countries),
        *(part for each in sources for part in (each.id, each.title, each.publisher)),
    )
    alone = pool.resting.get(item.source_ids[0], ()) if len(item.source_ids) == 1 else ()
    return EvidenceRow(
        id=item.id,
        when=item.date,
        date=item.date.words,
        states=item.countries,
        claim=item.claim,
        factor=item.factor,
        factor_title=title,
        place=order.get(item.factor, 10**6),
        direction=item.direction,
        direction_words=said,
        strength=item.strength,
        strength_words=strength,
        kind=item.kind,
        reliability=item.reliability,
        credibility=item.credibility,
        source_ids=item.source_ids,
        is_repeated=len(alone) > 1,
        is_own=item.id in pool.own,
        verdict=remark.verdict,
        comment=remark.comment,
        letters="".join(map(_letters, texts)) + spaced(remark.comment),
    )


@lru_cache(maxsize=8192)
def _letters(text: str) -> str:
    """Give what a text is found by; kept, since texts stay while remarks and days change."""
    return spaced(text)


_SORTED_BY: dict[Column, Callable[[EvidenceRow], tuple[object, ...]]] = {
    "date": lambda row: (row.when, row.id),
    "states": lambda row: row.states,
    "claim": lambda row: (row.claim.casefold(),),
    "factor": lambda row: (row.place, row.factor),
    "direction": lambda row: (_DIRECTION_ORDER.index(row.direction), row.direction_words),
    "strength": lambda row: (row.strength,),
    "kind": lambda row: (row.kind,),
    "grade": lambda row: (row.reliability, row.credibility),
    "sources": lambda row: (row.sources,),
}


def _keys_of(row: EvidenceRow) -> Iterable[tuple[str, object]]:
    """Give what a row can be asked for by, besides text and dates."""
    yield from (("states", iso3) for iso3 in row.states)
    yield from (("sources", key) for key in row.source_ids)
    yield ("factors", row.factor)
    yield ("directions", row.direction)
    yield ("strengths", row.strength)
    yield ("kinds", row.kind)
    yield ("reliabilities", row.reliability)
    yield ("credibilities", row.credibility)
    if row.is_own:
        yield ("whose", "own")
    if row.verdict:
        yield ("whose", row.verdict)
    if row.verdict or row.comment:
        yield ("whose", "marked")


def _parts(wanted: EvidenceFilter) -> Iterable[tuple[str, tuple[object, ...]]]:
    """Give the parts of a filter that ask for something, with the values that they ask for."""
    parts: tuple[tuple[str, tuple[object, ...]], ...] = (
        ("states", wanted.states),
        ("factors", wanted.factors),
        ("directions", wanted.directions),
        ("strengths", wanted.strengths),
        ("kinds", wanted.kinds),
        ("reliabilities", wanted.reliabilities),
        ("credibilities", wanted.credibilities),
        ("sources", wanted.sources),
        ("whose", (wanted.whose,) if wanted.whose else ()),
    )
    return (each for each in parts if each[1])
