"""The list of all sources: what each is, on what terms, and whether anything uses it."""

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.domain.atlas import Atlas
from explorer.domain.sources import Source
from explorer.packs.rows import PackFiles
from explorer.pages.evidence_detail import language_name
from explorer.pages.provenance_sources import uses_count
from explorer.pages.search import folded
from explorer.pages.source_facts import is_data_set
from explorer.pages.sources import publisher_words, source_link
from explorer.pages.words import counted


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the list: its id, title, a line on it, and how often it is used.

    `text` is what is searched, without marks on letters.
    """

    id: str
    title: str
    line: str
    uses: str
    kind: str
    language: str
    has_licence: bool
    has_caveat: bool
    is_used: bool
    text: str


@dataclass(frozen=True, slots=True)
class SourceSieve:
    """What of the list is asked for; a blank asks for nothing.

    `kind` is `page` or `data`, `language` a language's name, `record` one of `RECORD`.
    """

    text: str = ""
    kind: str = ""
    language: str = ""
    record: str = ""

    @property
    def is_empty(self) -> bool:
        """Say whether all sources are asked for."""
        return self == SourceSieve()


KINDS = (("", "Any kind"), ("page", "Pages"), ("data", "Data sets"))
RECORD = (
    ("", "Any record"),
    ("licence", "Licence recorded"),
    ("no licence", "No licence recorded"),
    ("caveat", "With a caveat"),
    ("used", "Used"),
    ("unused", "Used by nothing"),
)


def compose_source_list(atlas: Atlas, files: PackFiles) -> tuple[SourceRow, ...]:
    """Give all sources that the Atlas has, in its order, with what uses each.

    It counts the values of the long tables, which it reads for that: work for a thread.
    """
    counts = uses_count(atlas, files)
    return tuple(_row(source, counts[source.id]) for source in atlas.sources)


def sieved(rows: Iterable[SourceRow], sieve: SourceSieve) -> tuple[SourceRow, ...]:
    """Give the rows that pass; each word typed must be in the text of a row."""
    words = folded(sieve.text).split()
    return tuple(row for row in rows if _passes(row, sieve, words))


def languages(rows: Iterable[SourceRow]) -> tuple[str, ...]:
    """Give the languages of a list, sorted; one that is not recorded is left out."""
    return tuple(sorted({row.language for row in rows if row.language}))


def standing_words(shown: int, every: int) -> str:
    """Say how many sources are shown: “12 of 422 sources”."""
    return counted(every, "source") if shown == every else f"{shown:,} of {every:,} sources"


def _passes(row: SourceRow, sieve: SourceSieve, words: list[str]) -> bool:
    record = {
        "licence": row.has_licence,
        "no licence": not row.has_licence,
        "caveat": row.has_caveat,
        "used": row.is_used,
        "unused": not row.is_used,
    }
    return (
        (not sieve.kind or sieve.kind == row.kind)
        and (not sieve.language or sieve.language == row.language)
        and record.get(sieve.record, True)
        and all(word in row.text for word in words)
    )


def _row(source: Source, counts: tuple[int, int, int]) -> SourceRow:
    evidence, others, values = counts
    parts = (
        counted(evidence, "item") if evidence else "",
        counted(others, "record") if others else "",
        counted(values, "value") if values else "",
    )
    line = " · ".join(part for part in (source_link(source).line, source.id) if part)
    texts = (source.id, source.title, source.publisher, source.author, source.date, source.url)
    return SourceRow(
        id=source.id,
        title=source.title,
        line=line,
        uses=" · ".join(part for part in parts if part) or "used by nothing",
        kind="data" if is_data_set(source) else "page",
        language=language_name(source.language),
        has_licence=bool(source.licence),
        has_caveat=bool(source.caveat),
        is_used=any(counts),
        text=folded(" ".join((*texts, publisher_words(source), source.caveat))),
    )
