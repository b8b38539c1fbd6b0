"""The comparison as one document in Markdown, with tables and numbered sources."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from explorer.pages.export_values import (
    NUMBERS,
    Cell,
    DataExport,
    ExportColumn,
    ExportTable,
    Missing,
    shown_text,
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")
_SPACE = re.compile(r"[^\S\u00a0]+")
"""Any white space but that which holds a figure and its unit together."""
_OPENING = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")
_EMPTY_CELL = "–"


def markdown_bytes(export: DataExport) -> bytes:
    """Write the document; what the user or a source wrote is never read as Markdown."""
    blocks = [*_head(export), *(block for each in export.tables for block in _part(export, each))]
    if export.marking:
        blocks.append(f"**{escaped(export.marking)}**")
    text = "\n\n".join(blocks)
    return f"{text}\n".encode()


def escaped(text: str) -> str:
    """Give a text on one line so that it stands in Markdown as it is."""
    flat = _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", text).strip(" "))
    return _OPENING.sub(_without_order, flat)


def _without_order(found: re.Match[str]) -> str:
    """Keep a line that begins with a sign or a number from becoming a list."""
    mark = found[2]
    return f"{found[1]}{mark[:-1]}\\{mark[-1]}"


def _head(export: DataExport) -> Iterator[str]:
    if export.marking:
        yield f"**{escaped(export.marking)}**"
    yield f"# {escaped(export.title)}"
    yield "\n".join(f"- **{escaped(name)}:** {escaped(words)}" for name, words in export.facts)
    yield "## To beware of"
    yield "\n".join(f"- {escaped(words)}" for words in export.cautions)


def _part(export: DataExport, table: ExportTable) -> Iterator[str]:
    if not table.told:
        return
    yield f"## {escaped(table.title)}"
    yield escaped(table.about)
    if not table.rows:
        yield f"*{escaped(table.empty)}*"
        return
    numbers = _numbers(export)
    match table.layout:
        case "table":
            yield _grid(table, numbers)
        case "passages":
            yield from _passages(table, numbers)
        case "sources":
            yield "\n".join(_source(table, row) for row in table.rows)


def _numbers(export: DataExport) -> dict[str, int]:
    """Give the number of each source by its id."""
    table = export.table("sources")
    at, number = table.place("id"), table.place("number")
    return {
        key: count
        for row in table.rows
        if isinstance(key := row[at], str) and isinstance(count := row[number], int)
    }


def _grid(table: ExportTable, numbers: Mapping[str, int]) -> str:
    told = [at for at, column in enumerate(table.columns) if column.told]
    columns = [table.columns[at] for at in told]
    lines = (
        _line([escaped(column.title) for column in columns]),
        _line(["---:" if column.kind in NUMBERS else "---" for column in columns]),
        *(
            _line([_words(table.columns[at], row[at], numbers) for at in told])
            for row in table.rows
        ),
    )
    return "\n".join(lines)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cell or _EMPTY_CELL for cell in cells)} |"


def _passages(table: ExportTable, numbers: Mapping[str, int]) -> Iterator[str]:
    """Give each row as a heading and a paragraph a column; what does not apply is left out."""
    for row in table.rows:
        yield f"### {_words(table.columns[0], row[0], numbers)}"
        for column, cell in zip(table.columns[1:], row[1:], strict=True):
            if column.told and not (isinstance(cell, Missing) and cell.words == _EMPTY_CELL):
                yield f"**{escaped(column.title)}.** {_words(column, cell, numbers)}"


def _words(column: ExportColumn, cell: Cell, numbers: Mapping[str, int]) -> str:
    if column.kind == "sources" and isinstance(cell, str):
        found = sorted(numbers[key] for key in cell.split("; ") if key in numbers)
        return " ".join(f"\\[{number}\\]" for number in found)
    return escaped(shown_text(cell, column.kind))


def _source(table: ExportTable, row: tuple[Cell, ...]) -> str:
    """Give a source on a line of a numbered list, with its address where one is safe to open."""
    cells = {column.key: cell for column, cell in zip(table.columns, row, strict=True)}
    when = cells["date"]
    dated = shown_text(when, "day") if isinstance(when, date | str) else ""
    parts = [cells["publisher"], cells["title"], dated, cells["edition"], cells["id"]]
    words = ", ".join(escaped(part) for part in parts if isinstance(part, str) and part)
    address = cells["address"]
    link = (
        f" <{address}>" if isinstance(address, str) and not re.search(r"[<>\s]", address) else ""
    )
    return f"{cells['number']}. {words}.{link}"
