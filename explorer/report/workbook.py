"""The comparison as a workbook: the only home of XlsxWriter.

Numbers are numbers with formats, dates are dates, and every text is stored as a text, whatever it
begins with. Nothing in the file depends on when it was made, so that the same data give the same
bytes.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from explorer.pages.export_values import (
    NUMBERS,
    Cell,
    DataExport,
    ExportColumn,
    ExportTable,
    Kind,
    Missing,
    meaning,
    shown_text,
)
from explorer.pages.numbers import decimals_for
from explorer.pages.words import MINUS
from explorer.report.progress import Progress
from explorer.style import LIGHT

FIRST_SHEET = "About"
COLUMNS_SHEET = "Columns"
FORMULA_MARKS = tuple("=+-@\uff1d\uff0b\uff0d\uff20\t\r")
LONGEST = 32_767
"""Characters that a cell can hold."""
CUT = " … (cut: the other forms have it whole)"
_OLDEST = date(1900, 3, 1)
"""Days before this are words: spreadsheets disagree on their numbers."""
_ABOUT_WIDTHS = (18, 96)
_COLUMN_WIDTHS = (14, 24, 28, 70)
_LEAST, _PROSE, _TEXT_MOST = 9, 58, 30
_WRAPPED_FROM = 24
_FORMATS: dict[Kind, str] = {
    "year": "0",
    "count": "#,##0",
    "rating": "0.0",
    "change": f'+0.0;"{MINUS}"0.0;0.0',
    # As the app shows likelihoods: below one per cent and above ninety-nine no figure is given.
    "share": '[<0.01]"<1"%;[>0.99]">99"%;0%',
    "percent": "0.0%",
    "day": "yyyy-mm-dd",
}


def workbook_bytes(export: DataExport, progress: Progress) -> bytes:
    """Write a workbook: a sheet that says what it is, one for each table, and one on columns.

    It is made in memory; nothing is written to the disk.
    """
    file = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    book = Workbook(file, options)
    made = datetime(export.made.year, export.made.month, export.made.day, tzinfo=UTC)
    book.set_properties(
        {
            "title": export.title,
            "author": "Country Explorer",
            "comments": export.marking,
            "created": made.replace(tzinfo=None),
        }
    )
    styles = _Styles(book)
    total = len(export.tables) + 1
    _write_about(_sheet(book, FIRST_SHEET, export), styles, export)
    for done, table in enumerate(export.tables):
        progress(done, total, f"Writing {table.title}")
        _write_table(_sheet(book, table.title, export), styles, table)
    _write_columns(_sheet(book, COLUMNS_SHEET, export), styles, export.tables)
    book.close()
    return file.getvalue()


class _Styles:
    """Hands out the formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        """Begin with none."""
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def get(self, **properties: object) -> Format:
        """Give a format with these properties; all cells begin at the top."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"valign": "top", **properties})
        return self._made[key]

    def head(self) -> Format:
        """Give the format of a column's title."""
        fill, line = LIGHT.tint, LIGHT.mute
        return self.get(
            bold=True, text_wrap=True, bg_color=fill, bottom=1, bottom_color=line, valign="bottom"
        )

    def text(self, text: str, *, wrapped: bool) -> Format:
        """Give the format of a text; one that looks like a formula stays a text when edited."""
        properties: dict[str, object] = {"text_wrap": True} if wrapped else {}
        if text.lstrip()[:1] in FORMULA_MARKS and text.strip():
            properties["quote_prefix"] = True
        return self.get(**properties)

    def missing(self, kind: Kind) -> Format:
        """Give the format of what stands for a value."""
        side = "right" if kind in NUMBERS else "left"
        return self.get(font_color=LIGHT.mute, italic=True, align=side)


def _sheet(book: Workbook, name: str, export: DataExport) -> Worksheet:
    """Add a sheet that prints on pages which bear the marking and their number."""
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    marking = f'&C&"-,Bold"{_in_header(export.marking)}' if export.marking else ""
    sheet.set_header(f"&L{_in_header(_short(export.title))}{marking}&R{_in_header(name)}")
    sheet.set_footer(f"&LCountry Explorer{marking}&R&P / &N")
    return sheet


def _in_header(text: str) -> str:
    """Give a text for a page's head, where an ampersand would begin an order."""
    return text.replace("&", "&&")


def _short(title: str) -> str:
    return title if len(title) <= 80 else f"{title[:79]}…"


def _write_about(sheet: Worksheet, styles: _Styles, export: DataExport) -> None:
    """Say what the workbook is, what to beware of, and what is on each sheet."""
    for at, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(at, at, width)
    sheet.hide_gridlines(2)
    row = 0
    if export.marking:
        _write_text(sheet, row, 0, export.marking, styles.get(bold=True))
        row += 1
    _write_text(sheet, row, 0, export.title, styles.get(bold=True, font_size=15))
    label, words = styles.get(font_color=LIGHT.mute), styles.get(text_wrap=True)
    section = styles.get(bold=True, bottom=1, bottom_color=LIGHT.line)
    row += 2
    for name, fact in export.facts:
        _write_text(sheet, row, 0, name, label)
        _write_text(sheet, row, 1, fact, words)
        row += 1
    row += 1
    _write_text(sheet, row, 0, "To beware of", section)
    sheet.write_blank(row, 1, None, section)
    row += 1
    for caution in export.cautions:
        _write_text(sheet, row, 1, caution, words)
        row += 1
    row += 1
    _write_text(sheet, row, 0, "Sheets", section)
    sheet.write_blank(row, 1, None, section)
    row += 1
    link = styles.get(font_color=LIGHT.accent, underline=1)
    for table in export.tables:
        sheet.write_url(row, 0, f"internal:'{table.title}'!A1", link, table.title)
        rows = f"{len(table.rows):,} {'row' if len(table.rows) == 1 else 'rows'}"
        _write_text(sheet, row, 1, f"{table.about} {rows}.", words)
        row += 1
    sheet.write_url(row, 0, f"internal:'{COLUMNS_SHEET}'!A1", link, COLUMNS_SHEET)
    _write_text(sheet, row, 1, "What each column of each sheet means.", words)


def _write_table(sheet: Worksheet, styles: _Styles, table: ExportTable) -> None:
    """Write a table: its head stays in sight, can be filtered by, and is on every page."""
    last = len(table.columns) - 1
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, _width(table, at))
        _write_text(sheet, 0, at, column.title, styles.head())
    if not table.rows:
        _write_text(sheet, 1, 0, table.empty, styles.missing("text"))
    for at, row in enumerate(table.rows, start=1):
        for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            _write_cell(sheet, styles, _Spot(at, place, column), cell)
    sheet.freeze_panes(1, table.held)
    sheet.autofilter(0, 0, max(len(table.rows), 1), last)
    sheet.repeat_rows(0)


def _write_columns(sheet: Worksheet, styles: _Styles, tables: Iterable[ExportTable]) -> None:
    """Write what each column means, and its key in the other forms."""
    titles = ("Sheet", "Column", "Key in CSV and JSON", "What it holds")
    for at, (title, width) in enumerate(zip(titles, _COLUMN_WIDTHS, strict=True)):
        sheet.set_column(at, at, width)
        _write_text(sheet, 0, at, title, styles.head())
    row = 1
    for table in tables:
        for column in table.columns:
            cells = (table.title, column.title, column.key, meaning(column))
            for at, words in enumerate(cells):
                _write_text(sheet, row, at, words, styles.text(words, wrapped=at > 2))
            row += 1
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, row - 1, len(titles) - 1)
    sheet.repeat_rows(0)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a cell stands, counted from 0, and the column that it is of."""

    row: int
    place: int
    column: ExportColumn


def _write_cell(sheet: Worksheet, styles: _Styles, spot: _Spot, cell: Cell) -> None:
    kind = spot.column.kind
    match cell:
        case Missing():
            _write_text(sheet, spot.row, spot.place, cell.words, styles.missing(kind))
        case date() if cell >= _OLDEST:
            style = styles.get(num_format=_FORMATS["day"], align="left")
            moment = datetime(cell.year, cell.month, cell.day, tzinfo=UTC).replace(tzinfo=None)
            sheet.write_datetime(spot.row, spot.place, moment, style)
        case date():
            _write_text(sheet, spot.row, spot.place, cell.isoformat(), styles.get())
        case str() if kind == "link":
            _write_link(sheet, styles, spot, cell)
        case str():
            wrapped = _is_wrapped(spot.column, cell)
            _write_text(sheet, spot.row, spot.place, cell, styles.text(cell, wrapped=wrapped))
        case _:
            style = styles.get(num_format=_number_format(kind, cell))
            sheet.write_number(spot.row, spot.place, cell, style)


def _write_link(sheet: Worksheet, styles: _Styles, spot: _Spot, address: str) -> None:
    """Write an address that opens; one too long for a spreadsheet's link is a text."""
    style = styles.get(font_color=LIGHT.accent, underline=1)
    if len(address) > 2_000 or sheet.write_url(spot.row, spot.place, address, style, address) != 0:
        _write_text(sheet, spot.row, spot.place, address, styles.get())


def _write_text(sheet: Worksheet, row: int, place: int, text: str, style: Format) -> None:
    """Write a text as a text; one longer than a cell can hold is cut, and says so."""
    whole = text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT
    if sheet.write_string(row, place, whole, style) != 0:
        raise ValueError(f"a text of {len(whole)} characters did not fit at {row}, {place}")


def _number_format(kind: Kind, value: float) -> str:
    known = _FORMATS.get(kind)
    if known is not None:
        return known
    decimals = decimals_for([value])
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def _is_wrapped(column: ExportColumn, text: str) -> bool:
    return column.kind == "prose" or len(text) > _WRAPPED_FROM


def _width(table: ExportTable, at: int) -> int:
    """Give the width of a column in characters: as its cells need, within reason."""
    column = table.columns[at]
    cells = [len(shown_text(row[at], column.kind)) for row in table.rows]
    longest = max(cells, default=0)
    words = max(len(word) for word in column.title.split()) + 4  # room for the filter's arrow
    if column.kind == "prose":
        return max(words, min(longest + 2, _PROSE))
    return max(_LEAST, words, min(longest + 2, _TEXT_MOST))
