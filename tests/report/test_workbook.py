import io
import re
import time
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from explorer.pages.export_values import NUMBERS, Cell, DataExport, Missing
from explorer.report.workbook import COLUMNS_SHEET, CUT, FIRST_SHEET, LONGEST, workbook_bytes


def made(export: DataExport) -> bytes:
    return workbook_bytes(export, lambda _done, _total, _words: None)


@pytest.fixture(scope="module")
def content(data_export: DataExport) -> bytes:
    return made(data_export)


@pytest.fixture(scope="module")
def book(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def sheet_of(book: Workbook, name: str) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def expected(cell: Cell) -> object:
    """Give what a spreadsheet reads back of a cell."""
    match cell:
        case Missing():
            return cell.words
        case date():
            return datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001 - cells have no zone
        case _:
            return cell


def test_every_cell_is_read_back_as_the_page_has_it(
    data_export: DataExport, book: Workbook
) -> None:
    for table in data_export.tables:
        head, *rows = sheet_of(book, table.title).iter_rows(values_only=True)
        assert list(head) == [column.title for column in table.columns]
        assert len(rows) == len(table.rows)
        for found, row in zip(rows, table.rows, strict=True):
            for cell, value in zip(found, row, strict=True):
                if isinstance(value, float):  # a workbook holds sixteen digits
                    assert cell == pytest.approx(value, rel=1e-15)
                else:
                    assert cell == expected(value)


def test_numbers_are_numbers_with_formats_and_days_are_days(
    data_export: DataExport, book: Workbook
) -> None:
    formats: dict[str, set[str]] = {}
    for table in data_export.tables:
        sheet = sheet_of(book, table.title)
        for row, cells in enumerate(table.rows, start=2):
            for at, (column, cell) in enumerate(zip(table.columns, cells, strict=True), start=1):
                found = sheet.cell(row, at)
                if isinstance(cell, Missing | str):
                    assert found.data_type == "s"
                elif isinstance(cell, date):
                    assert isinstance(found.value, datetime)
                    assert found.number_format == "yyyy-mm-dd"
                else:
                    assert found.data_type == "n"
                    formats.setdefault(column.kind, set()).add(found.number_format)
    assert formats["rating"] == {"0.0"}
    assert formats["share"] == {'[<0.01]"<1"%;[>0.99]">99"%;0%'}
    assert formats["year"] == {"0"}
    assert "#,##0.00" in formats["figure"]
    assert set(formats) <= set(NUMBERS)


def test_there_is_no_formula_anywhere(content: bytes, odd_export: DataExport) -> None:
    for file in (content, made(odd_export)):
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            sheets = [name for name in archive.namelist() if "worksheets/sheet" in name]
            assert sheets
            assert not any(re.search(rb"<f[ >]", archive.read(name)) for name in sheets)


def test_a_text_that_looks_like_a_formula_stays_a_text_when_it_is_edited(
    odd_export: DataExport,
) -> None:
    sheet = sheet_of(load_workbook(io.BytesIO(made(odd_export))), "Odd")
    cells = [sheet.cell(row, 1) for row in range(2, 12)]
    assert [cell.value for cell in cells[:9]] == [row[0] for row in odd_export.tables[0].rows[:9]]
    assert all(cell.data_type == "s" for cell in cells)
    assert [cell.quotePrefix for cell in cells[:7]] == [True] * 5 + [False] * 2


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(odd_export: DataExport) -> None:
    sheet = sheet_of(load_workbook(io.BytesIO(made(odd_export))), "Odd")
    found = str(sheet.cell(11, 1).value)
    assert len(found) == LONGEST
    assert found.endswith(CUT)


def test_the_heads_stay_in_sight_and_can_be_filtered_by(
    data_export: DataExport, book: Workbook
) -> None:
    for table in data_export.tables:
        sheet = sheet_of(book, table.title)
        assert sheet.freeze_panes == f"{'ABCD'[table.held]}2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert all(9 <= each.width <= 60 for each in sheet.column_dimensions.values())


def test_the_first_sheet_says_what_it_is_and_leads_to_the_others(
    data_export: DataExport, book: Workbook
) -> None:
    assert book.sheetnames[0] == FIRST_SHEET
    sheet = sheet_of(book, FIRST_SHEET)
    said = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert said[0] == "TLP:AMBER"
    assert said[1] == data_export.title
    assert {words for fact in data_export.facts for words in fact} <= set(said)
    assert set(data_export.cautions) <= set(said)
    links = {cell.hyperlink.location for row in sheet.rows for cell in row if cell.hyperlink}
    assert links == {f"'{name}'!A1" for name in book.sheetnames[1:]}
    assert book.sheetnames[-1] == COLUMNS_SHEET


def test_the_marking_is_on_every_page_that_is_printed(book: Workbook) -> None:
    for sheet in book.worksheets:
        assert sheet.oddHeader is not None
        assert sheet.oddFooter is not None
        assert sheet.oddHeader.center.text == sheet.oddFooter.center.text == "TLP:AMBER"


def test_an_address_opens_and_one_that_is_not_safe_is_not_there(
    data_export: DataExport, book: Workbook
) -> None:
    table = data_export.table("sources")
    sheet, at = sheet_of(book, "Sources"), table.place("address") + 1
    cells = [sheet.cell(row, at) for row in range(2, len(table.rows) + 2)]
    linked = [cell for cell in cells if cell.hyperlink]
    assert len(linked) > 100
    assert all(str(cell.value).startswith(("http", "mailto")) for cell in linked)


def test_a_table_without_rows_says_why(odd_export: DataExport) -> None:
    sheet = sheet_of(load_workbook(io.BytesIO(made(odd_export))), "None")
    assert sheet.cell(2, 1).value == "=none by then"


def test_the_same_data_give_the_same_bytes_at_another_time(
    data_export: DataExport, content: bytes
) -> None:
    time.sleep(2.1)  # a zip counts in steps of two seconds
    assert made(data_export) == content
