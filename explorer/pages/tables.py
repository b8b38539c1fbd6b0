"""Tables as values: what a chart stands on, and what is copied."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A table of texts. `numeric` says, by column, whether to align to the right.

    A missing value is written “no value found”, never left blank and never zero.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]


NO_VALUE = "no value found"


def as_tsv(table: Table) -> str:
    """Give the table for the clipboard: cells set apart by tabs, guarded against formulas."""
    lines = (table.columns, *table.rows)
    return "\n".join("\t".join(_guarded(cell) for cell in line) for line in lines)


def _guarded(cell: str) -> str:
    """Keep a spreadsheet from reading a text as a formula; numbers stay as they are."""
    flat = cell.replace("\t", " ").replace("\n", " ").replace("\r", " ")
    if flat and flat[0] in "=+-@" and not _is_number(flat):
        return f"'{flat}"
    return flat


def _is_number(text: str) -> bool:
    try:
        float(text.replace("\u2212", "-").replace(",", ""))
    except ValueError:
        return False
    return True
