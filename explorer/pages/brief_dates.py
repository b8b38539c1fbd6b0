"""Dates in full, as a brief gives them in its titles."""

from datetime import date

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
