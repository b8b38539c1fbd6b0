"""Tables as values: what a chart stands on, and what is copied."""

import csv
import io
import unicodedata
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Table:
    """A table of texts. `numeric` says, by column, whether to align to the right.

    A missing value is written “no value found”, never left blank and never zero.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]


NO_VALUE = "no value found"
_MINUS = "\u2212"
_FORMULA_MARKS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""What a spreadsheet takes a formula to begin with, in the full width of East Asia too."""


def as_tsv(table: Table) -> str:
    """Give the table for the clipboard: cells set apart by tabs, guarded against formulas."""
    return "\n".join("\t".join(line) for line in _guarded_lines(table))


def as_csv(table: Table) -> str:
    """Give the table as a file of comma-separated values (RFC 4180), guarded against formulas.

    Figures below zero have the plain hyphen for a minus, since a spreadsheet reads no other.
    """
    file = io.StringIO()
    lines = _guarded_lines(table)
    csv.writer(file).writerows([_with_plain_minus(cell) for cell in line] for line in lines)
    return file.getvalue()


def as_html(table: Table, title: str, aside: str) -> str:
    """Give the table with a title and a line on where it comes from, for a text processor.

    A spreadsheet prefers this form to plain text, so its cells are guarded against formulas too.
    """
    columns, *rows = _guarded_lines(table)
    heads = "".join(f'<th scope="col" align="left">{escape(cell)}</th>' for cell in columns)
    body = "".join(f"<tr>{_html_cells(row, table.numeric)}</tr>" for row in rows)
    return (
        '<html><head><meta charset="utf-8"></head><body>'
        f"<p><b>{escape(title)}</b><br>{escape(aside)}</p>"
        '<table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse">'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></body></html>"
    )


def _html_cells(row: list[str], numeric: tuple[bool, ...]) -> str:
    first, *others = row
    cells = [f'<th scope="row" align="left">{escape(first)}</th>']
    for cell, is_number in zip(others, numeric[1:], strict=True):
        cells.append(f'<td align="{"right" if is_number else "left"}">{escape(cell)}</td>')
    return "".join(cells)


def _guarded_lines(table: Table) -> list[list[str]]:
    return [[_guarded(cell) for cell in line] for line in (table.columns, *table.rows)]


def _guarded(cell: str) -> str:
    """Keep a spreadsheet from reading a text as a formula; numbers stay as they are."""
    # No cell may break its line, and a spreadsheet reads “61 %” only with a plain space.
    flat = "".join(" " if _is_odd_space(letter) else letter for letter in cell)
    if flat.lstrip()[:1] in _FORMULA_MARKS and flat.strip() and not _is_number(flat):
        return f"'{flat}"
    return flat


def _is_odd_space(letter: str) -> bool:
    return letter == "\u00a0" or unicodedata.category(letter) in {"Cc", "Zl", "Zp"}


def _with_plain_minus(cell: str) -> str:
    return cell.replace(_MINUS, "-") if _is_number(cell) else cell


def _is_number(text: str) -> bool:
    try:
        float(text.replace(_MINUS, "-").replace(",", ""))
    except ValueError:
        return False
    return True
