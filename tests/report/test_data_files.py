import csv
import io
import json
import time
import zipfile
from typing import Any

import pytest

from explorer.pages.export_values import DataExport, Missing
from explorer.report.data_files import csv_files, json_bytes, zip_bytes


@pytest.fixture(scope="module")
def files(data_export: DataExport) -> dict[str, bytes]:
    return csv_files(data_export)


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_json_holds_every_cell_under_its_key_and_null_for_none(data_export: DataExport) -> None:
    document: dict[str, Any] = json.loads(json_bytes(data_export))
    assert document["marking"] == "TLP:AMBER"
    for table in data_export.tables:
        found = document["tables"][table.key]["rows"]
        assert len(found) == len(table.rows)
        for row, cells in zip(found, table.rows, strict=True):
            for column, cell in zip(table.columns, cells, strict=True):
                value = row[column.key]
                if isinstance(cell, Missing):
                    assert value is None
                elif isinstance(cell, str | int | float):
                    assert value == cell
                else:
                    assert value == cell.isoformat()


def test_json_leaves_texts_as_they_are(odd_export: DataExport) -> None:
    rows = json.loads(json_bytes(odd_export))["tables"]["odd"]["rows"]
    assert [row["words"] for row in rows] == [row[0] for row in odd_export.tables[0].rows]


def test_there_is_a_file_a_table_one_on_all_and_one_on_the_columns(
    data_export: DataExport, files: dict[str, bytes]
) -> None:
    keys = [table.key for table in data_export.tables]
    assert list(files) == [f"{key}.csv" for key in ("about", "columns", *keys)]
    assert rows_of(files["about.csv"])[1] == ["Title", f"TLP:AMBER {data_export.title}"]
    assert len(rows_of(files["columns.csv"])) - 1 == sum(
        len(x.columns) for x in data_export.tables
    )


def test_figures_in_csv_are_exact_and_what_is_missing_is_said(
    data_export: DataExport, files: dict[str, bytes]
) -> None:
    table = data_export.table("figures")
    at = table.place("value")
    read = [row[at] for row in rows_of(files["figures.csv"])[1:]]
    for text, row in zip(read, table.rows, strict=True):
        cell = row[at]
        if isinstance(cell, Missing):
            assert text == cell.words
        elif isinstance(cell, float):
            assert float(text) == cell


def test_a_text_that_looks_like_a_formula_is_guarded(odd_export: DataExport) -> None:
    rows = rows_of(csv_files(odd_export)["odd.csv"])
    assert [row[0][:2] for row in rows[1:6]] == ["'=", "'+", "'-", "'@", "'\uff1d"]
    assert rows_of(csv_files(odd_export)["none.csv"])[1] == ["'=none by then", "–"]


def test_the_zip_holds_the_files_and_is_the_same_at_another_time(
    data_export: DataExport, files: dict[str, bytes]
) -> None:
    content = zip_bytes(data_export)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
    time.sleep(2.1)  # a zip counts in steps of two seconds
    assert zip_bytes(data_export) == content
