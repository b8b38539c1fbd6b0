"""Dates in full, as a brief gives them in its titles."""

from datetime import date

from explorer.domain.dates import PartialDate

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def long_date(day: date) -> str:
    """Give a day in full, whatever the language of the system: “23 November 2026”."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def long_partial(when: PartialDate) -> str:
    """Give a date in full as far as it is known: “November 2026”."""
    known = (str(when.day or ""), _MONTHS[when.month - 1] if when.month else "", str(when.year))
    return " ".join(part for part in known if part)
