"""The comparison as data, as values: tables whose cells keep their kind, and what is said of them.

Every form of it, from a workbook to a document, is written from these.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from explorer.domain.dates import PartialDate
from explorer.pages.numbers import decimals_for, number_text, share_text, signed_text
from explorer.pages.tables import NO_VALUE
from explorer.pages.words import EN_DASH, day_words

Kind = Literal[
    "text",
    "prose",
    "day",
    "year",
    "count",
    "rating",
    "change",
    "share",
    "percent",
    "figure",
    "sources",
    "link",
]
"""What a column holds.

`text` and `prose` are words, few or many; `day` a date, or words where less than the day is known;
`year` and `count` whole numbers; `rating` is on the scale of 0 to 4, `change` a difference on it;
`share` a likelihood from 0 to 1, `percent` any other part of a whole; `figure` a number in the
unit that its row names; `sources` ids set apart by semicolons; `link` an address that is safe to
open.
"""
Layout = Literal["table", "passages", "sources"]
NUMBERS: frozenset[Kind] = frozenset(
    {"year", "count", "rating", "change", "share", "percent", "figure"}
)
"""The kinds whose cells are numbers, where there is one."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Stands where there is no value, and says why: never blank, and never zero."""

    words: str


Cell = str | int | float | date | Missing
NOT_FOUND = Missing(NO_VALUE)
NOT_APPLICABLE = Missing(EN_DASH)
"""Stands where a column has nothing to say of a row."""


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """A column: its key for programs, its title for people, its kind, and what it means.

    One that is not `told` is too much for a document that is read from top to bottom.
    """

    key: str
    title: str
    kind: Kind
    about: str = ""
    told: bool = True


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A table. `key` names it for programs and files, `title` for people.

    `about` says what it holds, `empty` why it has no row where it has none. The first `held`
    columns stay in sight. `layout` says how a document shows it.
    """

    key: str
    title: str
    about: str
    columns: tuple[ExportColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str = NO_VALUE
    held: int = 1
    layout: Layout = "table"
    told: bool = True

    def place(self, key: str) -> int:
        """Give the place of a column by its key, counted from 0."""
        return [column.key for column in self.columns].index(key)


@dataclass(frozen=True, slots=True)
class DataExport:
    """The comparison as data: what it is, what to beware of, and its tables.

    `made` is the day of the data, which files bear as theirs, so that the same data give the same
    bytes. `marking` is blank, or the label that every page bears.
    """

    title: str
    made: date
    marking: str
    facts: tuple[tuple[str, str], ...]
    cautions: tuple[str, ...]
    tables: tuple[ExportTable, ...]

    def table(self, key: str) -> ExportTable:
        """Give a table by its key."""
        return next(table for table in self.tables if table.key == key)


_MEANINGS: dict[Kind, str] = {
    "text": "Words.",
    "prose": "Words.",
    "day": "A date, YYYY-MM-DD; of what is known to the month or year alone, that.",
    "year": "A year.",
    "count": "A whole number.",
    "rating": "A number from 0 to 4.",
    "change": "A number of scale points.",
    "share": "A likelihood from 0 to 1, shown in per cent.",
    "percent": "A number from 0 to 1, shown in per cent.",
    "figure": "A number, or words where the source prints words.",
    "sources": "Ids of sources, set apart by semicolons.",
    "link": "An address.",
}


def meaning(column: ExportColumn) -> str:
    """Say what a column holds: its kind, and what is to be known of it."""
    return f"{_MEANINGS[column.kind]} {column.about}".strip()


def day_cell(when: PartialDate) -> Cell:
    """Give a date as a cell: a day where the day is known, else the year and month as words."""
    return date(when.year, when.month, when.day) if when.day else str(when)


def known_to(when: PartialDate) -> str:
    """Say how far a date is on record: to the day, the month or the year."""
    return "day" if when.day else "month" if when.month else "year"


def words_or(text: str, missing: Missing = NOT_FOUND) -> Cell:
    """Give a text as a cell, and what stands for it where it is blank."""
    return text or missing


def id_list(ids: Iterable[str]) -> Cell:
    """Give ids as a cell, each once, set apart by semicolons."""
    found = (part.strip() for text in ids for part in text.split(";"))
    return words_or("; ".join(dict.fromkeys(part for part in found if part)))


def figure_cell(text: str) -> Cell:
    """Give a figure as printed: as a number where it is one, else in its own words."""
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        return words_or(text, NOT_APPLICABLE)
    return value if math.isfinite(value) else text


def shown_text(cell: Cell, kind: Kind) -> str:
    """Give a cell as a reader sees it: figures with separators, shares in per cent."""
    match cell:
        case Missing():
            return cell.words
        case date():
            return day_words(cell)
        case str():
            return cell
        case _:
            return _number(cell, kind)


def _number(value: float, kind: Kind) -> str:
    match kind:
        case "year":
            return f"{value:.0f}"
        case "share":
            return share_text(value)
        case "percent":
            return f"{number_text(100.0 * value, 1)} %"
        case "rating":
            return number_text(value, 1)
        case "change":
            return signed_text(value, 1)
        case _:
            return number_text(value, decimals_for([value]))
