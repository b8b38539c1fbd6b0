"""What the small files that users exchange share: one table by itself, and guarded cells."""

import csv
import io
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from explorer.errors import ExportError, Fault
from explorer.packs.cells import seen
from explorer.packs.fields import Table
from explorer.saving import save_whole

LONGEST = 131_072
"""Characters in a cell: what Python's reader of such tables takes at most."""

_LARGEST = 4_000_000  # bytes; nothing comes near, and a film chosen by mistake is not read
# What a spreadsheet takes a formula to begin with; an apostrophe before it says that it is none.
_FORMULA = re.compile(r"'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")


@dataclass(frozen=True, slots=True)
class OneFile(Table):
    """A table that stands by itself, outside of a pack."""

    file_name: str = ""

    @property
    def file(self) -> str:
        """Give the file's own name."""
        return self.file_name


def guarded(cell: str) -> str:
    """Keep a spreadsheet from reading a text as a formula; a blank text is no text."""
    kept = seen(cell)
    if not kept.strip():
        return ""
    return f"'{kept}" if _FORMULA.match(kept) else kept


def unguarded(cell: str) -> str:
    """Give a text without the apostrophe that guards it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def fault_of_file(path: Path, noun: str) -> Fault | None:
    """Tell of a file that is not worth reading; `noun` says what it should hold."""
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            found = f"the file holds {size / 1e6:,.0f} MB, and no {noun} is so long"
            return Fault(path.name, 0, "", found, "Choose the file that was exported")
        with path.open("rb") as file:
            header = file.readline(2000)
    except OSError:
        return None  # said where the table is read
    if b";" in header and b"," not in header:
        remedy = "Save it as CSV UTF-8 with commas, and with points in the numbers"
        return Fault(path.name, 1, "", "the cells are parted by semicolons", remedy)
    return None


def sorted_faults(table: Table, faults: Iterable[Fault]) -> list[Fault]:
    """Put faults in the order of the file: by row, then by column."""
    order = {field.name: place for place, field in enumerate(table.fields)}
    return sorted(faults, key=lambda fault: (fault.row, order.get(fault.field, -1)))


def write_table(
    path: Path,
    table: Table,
    rows: Iterable[Mapping[str, str]],
    texts: Collection[str],
    about: Callable[[Mapping[str, str]], str],
) -> None:
    """Save rows as a table for others; one that was there is replaced.

    Args:
        path: the file.
        table: gives the columns; what a row lacks is blank.
        rows: cells by column.
        texts: the columns of free text, which are guarded.
        about: names a row in a message.

    Raises:
        ExportError: if a text is too long to be read again, or the file cannot be written.
    """
    file = io.StringIO()
    writer = csv.DictWriter(file, [field.name for field in table.fields], restval="")
    writer.writeheader()
    for row in rows:
        cells = {name: guarded(cell) if name in texts else cell for name, cell in row.items()}
        for name, cell in cells.items():
            if len(cell) > LONGEST:
                message = (
                    f"the {name} of {about(cells)} has {len(cell):,} characters, and a file takes "
                    f"{LONGEST:,} at most; shorten it and export again"
                )
                raise ExportError(message)
        writer.writerow(cells)
    try:
        # The mark of byte order tells a spreadsheet that this is UTF-8.
        save_whole(path, file.getvalue().encode("utf-8-sig", "replace"))
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror or error}") from error
