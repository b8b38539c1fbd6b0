"""Reads one CSV table of a pack into columns, and gathers what is wrong with it."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from explorer.errors import Fault
from explorer.packs.cells import plain, quoted, read_column
from explorer.packs.fields import Table

FIRST_ROW = 2
"""Where the first record stands: the header is row 1, as a spreadsheet counts."""

_AT_A_TIME = 500


@dataclass(frozen=True)
class Columns:
    """The values of a table by column, all of one length, in the order of the file.

    `rows` says where each record stands in the file, as a spreadsheet counts. `texts` holds the
    cells as they are written. A cell at fault holds a blank value (see `cells.read_column`).
    """

    table: Table
    rows: Sequence[int]
    texts: Mapping[str, Sequence[str]]
    parsed: Mapping[str, Sequence[Any]]

    def fault(self, position: int, field: str, found: str, remedy: str) -> Fault:
        """Make a fault of the cell at a position of a column."""
        return Fault(self.table.file, self.rows[position], field, found, remedy)


def read_columns(folder: Path, table: Table) -> tuple[Columns | None, list[Fault]]:
    """Read one table. No columns are given where the file or one of its columns is missing."""
    try:
        data = (folder / table.file).read_bytes()
    except FileNotFoundError:
        names = ", ".join(field.name for field in table.fields)
        remedy = f"Add the table with the columns {names}"
        return None, [Fault(table.file, 0, "", "the file is missing", remedy)]
    except OSError as error:
        found = f"the file cannot be read ({error.strerror})"
        return None, [Fault(table.file, 0, "", found, "See that it is a file you may read")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(table, error)]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return _columns(table, reader)
    except csv.Error as error:
        return None, [_not_csv(table, text, error)]


def _not_utf8(table: Table, error: UnicodeDecodeError) -> Fault:
    """Find the cell that holds the first byte that is not UTF-8, where what goes before is CSV."""
    data = error.object  # what follows the mark of byte order, if there is one
    found = f"byte 0x{data[error.start]:02x} is not UTF-8 text"
    before = data[: error.start].decode() + "�"
    try:
        records = list(csv.reader(io.StringIO(before, newline="")))
    except csv.Error:
        return Fault(table.file, 0, "", found, "Save the file as UTF-8")
    header, last = records[0], records[-1]
    at_header = len(records) == 1 or len(last) > len(header)
    field = "" if at_header else plain(header[len(last) - 1])
    return Fault(table.file, len(records), field, found, "Save the file as UTF-8")


def _not_csv(table: Table, text: str, error: csv.Error) -> Fault:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    row = FIRST_ROW - 1
    try:
        for _record in reader:
            row += 1
    except csv.Error:
        pass
    remedy = (
        "Put quotation marks around a cell that holds commas or quotation marks, and double those"
    )
    if "field limit" in str(error):
        remedy = "Shorten the cell; a quotation mark that is not closed may have made it so long"
    return Fault(table.file, row, "", f"the row is not CSV ({error})", remedy)


def _columns(table: Table, reader: Iterator[list[str]]) -> tuple[Columns | None, list[Fault]]:
    header = next(reader, None) or []
    faults = _header_faults(table, header)
    rows, texts, wrong = _gather(table, header, reader)
    faults += wrong
    parsed: dict[str, Sequence[Any]] = {}
    columns = Columns(table, rows, texts, parsed)
    for field in table.fields:
        if field.name not in texts:
            continue
        values, complaints = read_column(field, texts[field.name])
        parsed[field.name] = values
        faults += [columns.fault(at, field.name, found, do) for at, found, do in complaints]
    whole = len(parsed) == len(table.fields)
    return (columns if whole else None), faults


def _gather(
    table: Table, header: list[str], reader: Iterator[list[str]]
) -> tuple[list[int], dict[str, Sequence[str]], list[Fault]]:
    """Turn records into columns, some hundred at a time.

    A list of all records at once would make Python's collector go through everything, again and
    again, and take half as long more.
    """
    texts: list[list[str]] = [[] for _name in header]
    rows: list[int] = []
    faults: list[Fault] = []
    row = FIRST_ROW
    while records := list(islice(reader, _AT_A_TIME)):
        numbers: Sequence[int] = range(row, row + len(records))
        row += len(records)
        if set(map(len, records)) != {len(header)}:
            faults += _width_faults(table, len(header), zip(numbers, records, strict=True))
            kept = [
                each for each in zip(numbers, records, strict=True) if len(each[1]) == len(header)
            ]
            numbers, records = [each[0] for each in kept], [each[1] for each in kept]
        rows.extend(numbers)
        for cells, part in zip(texts, zip(*records, strict=True), strict=bool(records)):
            cells.extend(part)
    return rows, dict(zip(header, texts, strict=True)), faults


def _header_faults(table: Table, header: list[str]) -> list[Fault]:
    names = [field.name for field in table.fields]
    faults = [
        Fault(table.file, 1, field.name, "the column is missing", f"Add it: {field.meaning}")
        for field in table.fields
        if field.name not in header
    ]
    for at, name in enumerate(header):
        if name not in names:
            found = f"no column of that name is known ({quoted(name)})"
            remedy = f"Remove or rename it; the columns are {', '.join(names)}"
            faults.append(Fault(table.file, 1, plain(name), found, remedy))
        elif name in header[:at]:
            remedy = "Keep one of the two"
            faults.append(Fault(table.file, 1, name, "the column stands there twice", remedy))
    return faults


def _width_faults(
    table: Table, width: int, records: Iterable[tuple[int, list[str]]]
) -> list[Fault]:
    remedy = "Give each column one cell; a cell that holds a comma needs quotation marks"
    return [
        Fault(
            table.file,
            row,
            "",
            f"the row has {len(record)} cells where the header has {width}",
            remedy,
        )
        for row, record in records
        if len(record) != width
    ]
