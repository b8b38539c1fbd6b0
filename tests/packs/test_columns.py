import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.errors import Fault
from explorer.packs.columns import Columns, read_columns
from explorer.packs.fields import Field, Table

TABLE = Table("things", "Things", (Field("id", "Id"), Field("size", "Size", "number")), ("id",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path


def read(folder: Path, data: bytes) -> tuple[Columns | None, list[tuple[int, str]]]:
    (folder / TABLE.file).write_bytes(data)
    columns, faults = read_columns(folder, TABLE)
    return columns, [(fault.row, fault.field) for fault in faults]


def test_values_stand_in_columns_with_their_rows(folder: Path) -> None:
    columns, faults = read(folder, b"id,size\na,1\nb,2.5\n")
    assert columns is not None
    assert faults == []
    assert list(columns.rows) == [2, 3]
    assert columns.parsed == {"id": ["a", "b"], "size": [1.0, 2.5]}


def test_a_mark_of_byte_order_and_windows_line_ends_are_borne(folder: Path) -> None:
    columns, faults = read(folder, b"\xef\xbb\xbfid,size\r\na,1\r\n")
    assert columns is not None
    assert faults == []
    assert columns.parsed["size"] == [1.0]


def test_rows_with_too_many_or_too_few_cells_are_told_and_the_others_still_read(
    folder: Path,
) -> None:
    columns, faults = read(folder, b"id,size\na,1,x\nb\nc,3\n\nd,many\n")
    assert columns is not None
    assert faults == [(2, ""), (3, ""), (5, ""), (6, "size")]
    assert list(columns.rows) == [4, 6]


def test_a_row_is_counted_in_records_and_not_in_lines(folder: Path) -> None:
    _columns, faults = read(folder, b'id,size\n"a\nb",1\nc,many\n')
    assert faults == [(3, "size")]


def test_a_byte_that_is_not_utf8_is_placed_in_its_cell(folder: Path) -> None:
    columns, faults = read(folder, b"id,size\na,1\nb\xe9b,2\n")
    assert columns is None
    assert faults == [(3, "id")]


def test_a_bad_byte_is_placed_in_its_cell_also_behind_a_mark_of_byte_order(folder: Path) -> None:
    (folder / TABLE.file).write_bytes(b"\xef\xbb\xbfid,size\na,1\nb\xe9b,2\n")
    _columns, (fault,) = read_columns(folder, TABLE)
    assert (fault.row, fault.field) == (3, "id")
    assert fault.found == "byte 0xe9 is not UTF-8 text"


OVERLONG = b"x" * 131_073


@pytest.fixture
def limit_of_python() -> Iterator[None]:
    """Set the longest cell that Python reads; other libraries raise it for all."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


@pytest.mark.usefixtures("limit_of_python")
def test_a_bad_byte_behind_a_cell_over_the_limit_is_told_without_a_place(
    folder: Path,
) -> None:
    columns, faults = read(folder, b"id,size\n" + OVERLONG + b",1\nb\xe9b,2\n")
    assert columns is None
    assert faults == [(0, "")]


@pytest.mark.usefixtures("limit_of_python")
def test_a_cell_over_the_limit_is_to_be_shortened(
    folder: Path,
) -> None:
    (folder / TABLE.file).write_bytes(b"id,size\n" + OVERLONG + b",1\n")
    _columns, (fault,) = read_columns(folder, TABLE)
    assert (fault.row, fault.field) == (2, "")
    assert fault.remedy.startswith("Shorten the cell")


def test_a_header_of_several_lines_is_told_on_one(folder: Path) -> None:
    _columns, faults = read(folder, b'id,size,"a\nb\x1b[31m"\nx,1,y\n')
    assert faults == [(1, "a b [31m")]


def test_missing_unknown_and_doubled_columns_are_told(folder: Path) -> None:
    columns, faults = read(folder, b"id,id,colour\na,b,c\n")
    assert columns is None
    assert faults == [(1, "size"), (1, "id"), (1, "colour")]


def test_an_empty_file_lacks_every_column(folder: Path) -> None:
    columns, faults = read(folder, b"")
    assert columns is None
    assert faults == [(1, "id"), (1, "size")]


def test_a_quotation_mark_that_is_never_closed_is_told_with_its_row(folder: Path) -> None:
    columns, faults = read(folder, b'id,size\na,1\n"b,2\n')
    assert columns is None
    assert faults == [(3, "")]


def test_a_missing_file_names_the_columns_it_should_have(tmp_path: Path) -> None:
    columns, faults = read_columns(tmp_path, TABLE)
    assert columns is None
    assert faults == [
        Fault(
            "data/things.csv",
            0,
            "",
            "the file is missing",
            "Add the table with the columns id, size",
        )
    ]


@given(
    rows=st.lists(st.tuples(st.text("ab,\"'\n é", min_size=1), st.integers(-9, 9)), max_size=1200)
)
def test_what_a_writer_of_csv_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("pack")
    (folder / "data").mkdir()
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([("id", "size"), *rows])
    (folder / TABLE.file).write_text(out.getvalue(), "utf-8", newline="")
    columns, faults = read_columns(folder, TABLE)
    assert columns is not None
    assert list(columns.texts["id"]) == [text for text, _size in rows]
    assert list(columns.parsed["size"]) == [float(size) for _text, size in rows]
    assert {fault.row for fault in faults} == {
        row for row, (text, _size) in enumerate(rows, start=2) if not text.strip()
    }
