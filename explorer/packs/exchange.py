"""What the small files that users exchange share: one table by itself, and guarded cells."""

import re
from dataclasses import dataclass
from pathlib import Path

from explorer.errors import Fault
from explorer.packs.cells import seen
from explorer.packs.fields import Table

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
