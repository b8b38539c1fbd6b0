"""The sources that exported tables cite, numbered in the order in which they are first cited."""

from collections.abc import Iterable

from explorer.domain.atlas import Atlas
from explorer.domain.dates import parse_partial_date
from explorer.domain.sources import Source
from explorer.pages.evidence_detail import language_name
from explorer.pages.export_values import (
    Cell,
    ExportColumn,
    ExportTable,
    Missing,
    day_cell,
    words_or,
)
from explorer.pages.source_facts import NOT_RECORDED
from explorer.pages.sources import safe_url

_NOT_RECORDED = Missing(NOT_RECORDED)


def sources_export(atlas: Atlas, tables: Iterable[ExportTable]) -> ExportTable:
    """Give what is on record of each source that these tables cite, and how many rows do."""
    counts = cited_sources(tables)
    columns = (
        ExportColumn("number", "Number", "count", "In the order of the first citation."),
        ExportColumn("id", "Id", "text"),
        ExportColumn("title", "Title", "prose"),
        ExportColumn("publisher", "Publisher", "text"),
        ExportColumn("author", "Author", "text", told=False),
        ExportColumn("date", "Date", "day", "As printed."),
        ExportColumn("language", "Language", "text"),
        ExportColumn("kind", "Kind", "text", told=False),
        ExportColumn("licence", "Licence", "text", told=False),
        ExportColumn("edition", "Edition", "text", told=False),
        ExportColumn("read_via", "Read through", "text", told=False),
        ExportColumn("caveat", "Caveat", "prose", told=False),
        ExportColumn("address", "Address", "link", "An address that is safe to open."),
        ExportColumn("rows", "Rows", "count", "How many rows of all tables cite it.", told=False),
    )
    rows = tuple(
        _row(atlas.source_by_id[key], number, count)
        for number, (key, count) in enumerate(counts.items(), start=1)
    )
    about = "Every source that a row of the other tables cites, and what is on record of it."
    return ExportTable("sources", "Sources", about, columns, rows, held=2, layout="sources")


def cited_sources(tables: Iterable[ExportTable]) -> dict[str, int]:
    """Give the ids that tables cite, in the order of the first citation, with a count of rows."""
    counts: dict[str, int] = {}
    for table in tables:
        places = [at for at, each in enumerate(table.columns) if each.kind == "sources"]
        for row in table.rows:
            for at in places:
                cell = row[at]
                for key in cell.split("; ") if isinstance(cell, str) else ():
                    counts[key] = counts.get(key, 0) + 1
    return counts


def _row(source: Source, number: int, count: int) -> tuple[Cell, ...]:
    return (
        number,
        source.id,
        source.title,
        words_or(source.publisher, _NOT_RECORDED),
        words_or(source.author, _NOT_RECORDED),
        _date(source.date),
        words_or(language_name(source.language), _NOT_RECORDED),
        words_or(source.kind, _NOT_RECORDED),
        words_or(source.licence, _NOT_RECORDED),
        words_or(source.edition, _NOT_RECORDED),
        words_or(source.read_via, _NOT_RECORDED),
        words_or(source.caveat, Missing("none")),
        words_or(safe_url(source.url), Missing("no address that is safe to open")),
        count,
    )


def _date(text: str) -> Cell:
    try:
        return day_cell(parse_partial_date(text))
    except ValueError:
        return words_or(text, _NOT_RECORDED)
