"""Dates known to the day, the month or only the year."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_DECEMBER = 12
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as far as the record gives it; a part that is not known is 0, and sorts first."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """Give the ISO form, as long as what is known: `2025`, `2025-11` or `2025-11-06`."""
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
        if self.day:
            text += f"-{self.day:02d}"
        return text

    @property
    def words(self) -> str:
        """Give the date for a reader: `2025`, `Nov 2025` or `6 Nov 2025`."""
        if self.day:
            return f"{self.day} {MONTHS[self.month - 1]} {self.year}"
        if self.month:
            return f"{MONTHS[self.month - 1]} {self.year}"
        return str(self.year)


def parse_partial_date(text: str) -> PartialDate:
    """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

    Raises:
        ValueError: if the text has another form or names no day of the calendar.
    """
    match = _PATTERN.fullmatch(text)
    if match is None:
        message = f"“{text}” is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD"
        raise ValueError(message)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    date(year, month or 1, day or 1)
    return PartialDate(year, month, day)


def first_day(when: PartialDate) -> date:
    """Give the first day that a date may mean: of its year, its month, or the day itself."""
    return date(when.year, when.month or 1, when.day or 1)


def last_day(when: PartialDate) -> date:
    """Give the last day that a date may mean: of its year, its month, or the day itself."""
    if not when.month:
        return date(when.year, _DECEMBER, 31)
    if when.day:
        return date(when.year, when.month, when.day)
    if when.month == _DECEMBER:
        return date(when.year, _DECEMBER, 31)
    return date(when.year, when.month + 1, 1) - timedelta(days=1)
