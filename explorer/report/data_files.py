"""The comparison as plain data: JSON, and files of comma-separated values in a zip or a folder.

JSON holds every text exactly. In CSV a text that a spreadsheet would take for a formula is
guarded, as everywhere in the app.
"""

import io
import json
import zipfile
from datetime import date

from explorer.pages.export_values import Cell, DataExport, ExportTable, Missing, meaning
from explorer.pages.tables import Table, as_csv

_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The oldest moment that a zip can bear: files in it bear no time of their own."""
_ON_DISK = 0o644 << 16
_WHOLE = 1e15
"""Below this a whole number is held exactly, and needs no point."""


def json_bytes(export: DataExport) -> bytes:
    """Write everything as one JSON document, every row with the keys of its columns."""
    document = {
        "title": export.title,
        "marking": export.marking or None,
        "made": export.made.isoformat(),
        "facts": [{"name": name, "words": words} for name, words in export.facts],
        "cautions": list(export.cautions),
        "tables": {table.key: _table(table) for table in export.tables},
    }
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode()


def csv_files(export: DataExport) -> dict[str, bytes]:
    """Give a file a table by its name, one on what they are, and one on what the columns mean."""
    marking = f"{export.marking} " if export.marking else ""
    facts = (("Title", f"{marking}{export.title}"), *export.facts)
    about = [*facts, *(("To beware of", words) for words in export.cautions)]
    columns = [
        (table.key, column.key, column.title, meaning(column))
        for table in export.tables
        for column in table.columns
    ]
    tables = {
        "about": Table(("name", "words"), tuple(about), (False,) * 2),
        "columns": Table(("file", "key", "title", "holds"), tuple(columns), (False,) * 4),
    }
    tables |= {table.key: _texts(table) for table in export.tables}
    # Spreadsheets take a file for UTF-8 by its mark at the front.
    return {f"{key}.csv": as_csv(table).encode("utf-8-sig") for key, table in tables.items()}


def zip_bytes(export: DataExport) -> bytes:
    """Give the files of `csv_files` in a zip, the same bytes for the same data."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in csv_files(export).items():
            entry = zipfile.ZipInfo(name, _FIRST_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = _ON_DISK
            archive.writestr(entry, content)
    return file.getvalue()


def _table(table: ExportTable) -> dict[str, object]:
    keys = [column.key for column in table.columns]
    return {
        "title": table.title,
        "about": table.about if table.rows else f"{table.about} {table.empty}",
        "columns": [
            {"key": each.key, "title": each.title, "holds": meaning(each)}
            for each in table.columns
        ],
        "rows": [
            dict(zip(keys, (_plain(cell) for cell in row), strict=True)) for row in table.rows
        ],
    }


def _plain(cell: Cell) -> str | int | float | None:
    if isinstance(cell, Missing):
        return None
    return cell.isoformat() if isinstance(cell, date) else cell


def _texts(table: ExportTable) -> Table:
    """Give a table as texts: numbers in full with a point, and a table without rows says why."""
    keys = tuple(column.key for column in table.columns)
    rows = tuple(tuple(_text(cell) for cell in row) for row in table.rows)
    if not rows:
        rows = ((table.empty, *("–",) * (len(keys) - 1)),)
    return Table(keys, rows, (False,) * len(keys))


def _text(cell: Cell) -> str:
    if isinstance(cell, Missing):
        return cell.words
    if isinstance(cell, float):
        return repr(int(cell)) if cell.is_integer() and abs(cell) < _WHOLE else repr(cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell)
