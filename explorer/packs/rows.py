"""Where a record stands in a pack: its file, its row, and the file's SHA-256.

    files = PackFiles(folder)
    files.find("ratings", {"iso3": "KAZ", "factor": "iran_wedge"})   # rows with these cells
    files.stamp("data/ratings.csv").sha256

Rows are counted as a spreadsheet counts, and as `Fault.row` does: the header is row 1. A cell of
several lines is still one row. Nothing is read before it is asked for, and a file is read again
only when its size or its time of change is another; reading the longest takes some hundred
milliseconds, so it belongs off the thread that draws.
"""

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock

from explorer.packs.columns import FIRST_ROW
from explorer.packs.schema import TABLE_BY_NAME

_Index = Mapping[tuple[str, ...], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a table: its file in the pack, its row, and its cells by column."""

    file: str
    row: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file of the pack: SHA-256 of its bytes in hexadecimal, size in bytes, count of records.

    A file that is not there, or cannot be read, has a blank hash. A note counts no records.
    """

    file: str
    sha256: str
    size: int
    records: int


@dataclass
class _Table:
    """A table as it was read: its records as text, and indexes made as they are needed."""

    header: tuple[str, ...]
    records: list[tuple[str, ...]]
    indexes: dict[tuple[str, ...], _Index] = field(default_factory=dict[tuple[str, ...], _Index])


@dataclass
class _File:
    """A file as it was read: what tells whether it changed, its hash and, for a table, records."""

    state: tuple[int, int]
    sha256: str
    table: _Table | None


class PackFiles:
    """The files of one pack. It may be asked from any thread, one at a time being served."""

    def __init__(self, folder: Path) -> None:
        """Read nothing yet."""
        self._folder = folder
        self._files: dict[str, _File] = {}
        self._lock = RLock()

    @property
    def folder(self) -> Path:
        """Give the folder of the pack."""
        return self._folder

    def find(self, name: str, cells: Mapping[str, str]) -> tuple[Row, ...]:
        """Give the rows of a table whose cells are these, in the order of the file.

        A column that the table does not have matches nothing, and so does a file that is not
        there. Cells are compared as they are written; of a list, the whole text.
        """
        table = self._table(name)
        if table is None or any(column not in table.header for column in cells):
            return ()
        names = tuple(cells)
        with self._lock:
            index = table.indexes.get(names)
            if index is None:
                index = table.indexes[names] = _index(table, names)
        found = index.get(tuple(cells.values()), ())
        file = TABLE_BY_NAME[name].file
        return tuple(self._row(file, table, at) for at in found)

    def rows_of(self, name: str) -> tuple[Row, ...]:
        """Give all rows of a table, in the order of the file."""
        table = self._table(name)
        if table is None:
            return ()
        file = TABLE_BY_NAME[name].file
        return tuple(self._row(file, table, at) for at in range(len(table.records)))

    def column(self, name: str, column: str) -> tuple[str, ...]:
        """Give the cells of a column, in the order of the file; none where there is no such."""
        table = self._table(name)
        if table is None or column not in table.header:
            return ()
        at = table.header.index(column)
        return tuple(record[at] for record in table.records)

    def stamp(self, file: str) -> Stamp:
        """Give hash, size and count of records of a file, by its path in the pack."""
        found = self._read(file)
        if found is None:
            return Stamp(file, "", 0, 0)
        records = len(found.table.records) if found.table else 0
        return Stamp(file, found.sha256, found.state[0], records)

    def files(self) -> tuple[str, ...]:
        """Give the paths of all files of the pack, sorted."""
        found = (path for path in self._folder.rglob("*") if path.is_file())
        return tuple(sorted(path.relative_to(self._folder).as_posix() for path in found))

    def _row(self, file: str, table: _Table, at: int) -> Row:
        return Row(file, FIRST_ROW + at, dict(zip(table.header, table.records[at], strict=False)))

    def _table(self, name: str) -> _Table | None:
        known = TABLE_BY_NAME.get(name)
        found = self._read(known.file) if known else None
        return found.table if found else None

    def _read(self, file: str) -> _File | None:
        """Read a file unless it is as it was; `None` where it cannot be read."""
        path = self._folder / file
        with self._lock:
            try:
                known = self._files.get(file)
                state = _state(path)
                if known is None or known.state != state:
                    data = path.read_bytes()
                    table = _parsed(data) if path.suffix == ".csv" else None
                    known = _File(state, hashlib.sha256(data).hexdigest(), table)
                    self._files[file] = known
            except (OSError, UnicodeDecodeError, csv.Error):
                self._files.pop(file, None)
                return None
            return known


def _state(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns


def _parsed(data: bytes) -> _Table:
    reader = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    header = tuple(next(reader, None) or ())
    # Equal cells are one object: most of those in a long table stand there thousands of times.
    shared: dict[str, str] = {}
    records = [tuple(shared.setdefault(cell, cell) for cell in record) for record in reader]
    return _Table(header, records)


def _index(table: _Table, names: tuple[str, ...]) -> _Index:
    places = [table.header.index(name) for name in names]
    found: dict[tuple[str, ...], list[int]] = {}
    for at, record in enumerate(table.records):
        if len(record) == len(table.header):
            found.setdefault(tuple(record[place] for place in places), []).append(at)
    return found
