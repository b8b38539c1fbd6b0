"""The days that are offered to look at, and those that are typed."""

from dataclasses import dataclass
from datetime import date

from explorer.domain.atlas import Atlas
from explorer.pages.changes_dates import parse_day
from explorer.pages.words import HINDSIGHT, day_words

NEWEST = "newest"
_LEADING = "accords"
_MOST_EVENTS = 8


@dataclass(frozen=True, slots=True)
class DayChoice:
    """A day that is offered to look at: `None` is the newest. `words` say what was on it."""

    day: date | None
    words: str


@dataclass(frozen=True, slots=True)
class DayChoices:
    """Days under a heading."""

    heading: str
    choices: tuple[DayChoice, ...]


def day_choices(newest: Atlas) -> tuple[DayChoices, ...]:
    """Offer days to look at: the newest, the earlier judgements, and leading events."""
    last = newest.subject.as_of
    now = DayChoice(None, f"Newest ({day_words(last)})")
    judged = tuple(
        DayChoice(day, f"{day_words(day)} · {HINDSIGHT}")
        for day in reversed(newest.judgement_dates)
        if day < last
    )
    events = tuple(
        DayChoice(day, f"{day_words(day)} · {title}") for day, title in _leading_events(newest)
    )
    found = (
        DayChoices("", (now,)),
        DayChoices("Judgements of an earlier date", judged),
        DayChoices("Days of events", events),
    )
    return tuple(each for each in found if each.choices)


def _leading_events(newest: Atlas) -> list[tuple[date, str]]:
    """Give the events of the Accords that are known to the day, the newest first."""
    days = [
        (date(each.date.year, each.date.month, each.date.day), each.title)
        for each in newest.events
        if each.category == _LEADING and each.date.day
    ]
    return sorted((x for x in days if x[0] < newest.subject.as_of), reverse=True)[:_MOST_EVENTS]


def read_day(newest: Atlas, text: str) -> date | None:
    """Read a day that was typed; `None` for the newest.

    Raises:
        ValueError: if it is no day, or one after the newest; the message says what to type.
    """
    plain = text.strip()
    if plain.casefold() in {"", NEWEST}:
        return None
    day, last = parse_day(plain), newest.subject.as_of
    if day > last:
        raise ValueError(
            f"{day_words(day)} is after the newest day, {day_words(last)}. Type that day or an "
            "earlier one."
        )
    return day if day < last else None


def stepped(newest: Atlas, day: date | None, by: int) -> date | None:
    """Give the day some days later, or earlier for less than nought; `None` for the newest."""
    start = day or newest.subject.as_of
    earliest = date.min.toordinal()
    found = date.fromordinal(max(start.toordinal() + by, earliest))
    return found if found < newest.subject.as_of else None
