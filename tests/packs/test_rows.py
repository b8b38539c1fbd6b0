"""Where records stand in the files of a pack, measured against the csv module and hashlib."""

import csv
import hashlib
import os
from pathlib import Path

import pytest

from explorer import paths
from explorer.packs.fields import Table
from explorer.packs.rows import PackFiles
from explorer.packs.schema import TABLES


@pytest.fixture(scope="module")
def files() -> PackFiles:
    return PackFiles(paths.bundled_pack())


def csv_rows(file: str) -> list[list[str]]:
    with (paths.bundled_pack() / file).open(newline="", encoding="utf-8") as opened:
        return list(csv.reader(opened))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_last_row_of_every_table_is_found_by_its_key_where_it_stands(
    files: PackFiles, table: Table
) -> None:
    lines = csv_rows(table.file)
    last = dict(zip(lines[0], lines[-1], strict=True))
    found = files.find(table.name, {column: last[column] for column in table.key})
    assert len(lines) in [row.row for row in found]
    assert all(row.file == table.file for row in found)
    row = next(row for row in found if row.row == len(lines))
    assert dict(row.cells) == last


@pytest.mark.parametrize("file", ["data/observations.csv", "notes/method/judgement.md"])
def test_the_hash_is_that_of_the_bytes_of_the_file(files: PackFiles, file: str) -> None:
    data = (paths.bundled_pack() / file).read_bytes()
    stamp = files.stamp(file)
    assert stamp.sha256 == hashlib.sha256(data).hexdigest()
    assert stamp.size == len(data)


def test_fewer_columns_find_all_rows_that_agree_in_them(files: PackFiles) -> None:
    lines = csv_rows("data/weights.csv")
    expected = [at for at, line in enumerate(lines, start=1) if line[1] == "iran_wedge"]
    assert [row.row for row in files.find("weights", {"factor": "iran_wedge"})] == expected


def test_a_cell_of_several_lines_is_one_row(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    text = 'id,title,description\na,"one\ntwo",x\nb,three,y\n'
    (tmp_path / "data" / "scenarios.csv").write_text(text, encoding="utf-8")
    found = PackFiles(tmp_path).find("scenarios", {"id": "b"})
    assert [row.row for row in found] == [3]


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "scenarios.csv"
    path.write_text("id,title,description\na,A,x\n", encoding="utf-8")
    files = PackFiles(tmp_path)
    before = files.stamp("data/scenarios.csv")
    path.write_text("id,title,description\nb,B,x\na,A,x\n", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert [row.row for row in files.find("scenarios", {"id": "a"})] == [3]
    assert files.stamp("data/scenarios.csv").sha256 != before.sha256


def test_what_is_not_there_is_found_nowhere(files: PackFiles, tmp_path: Path) -> None:
    assert files.find("ratings", {"planet": "KAZ"}) == ()
    assert files.find("planets", {"iso3": "KAZ"}) == ()
    assert files.stamp("data/planets.csv").sha256 == ""
    assert PackFiles(tmp_path).find("ratings", {"iso3": "KAZ"}) == ()
