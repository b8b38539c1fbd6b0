"""What is said where the case is seen as of an earlier day, and the days that are offered."""

from dataclasses import dataclass
from datetime import date

from explorer.domain.as_of import is_judged, whole, written_on
from explorer.domain.atlas import Atlas
from explorer.pages.changes_dates import parse_day
from explorer.pages.words import day_words

HINDSIGHT = "made later, with hindsight"
"""Goes with every judgement of an earlier date: the bundled ones were all made with the newest."""
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


def as_of_notice(atlas: Atlas) -> str:
    """Say which day the Atlas is cut to, and what that leaves: blank for the newest.

    One or two sentences without a link, for the head of the window and of each page of a brief:
    “As of 5 Nov 2025: 291 of 446 items of evidence; judgements of 31 Oct 2025, made later, with
    hindsight.” An Atlas knows the day by `subject.seen_on`; give the one the page is composed of.
    """
    day = atlas.subject.seen_on
    if day is None:
        return ""
    count = f"{len(atlas.evidence):,} of {len(whole(atlas).evidence):,} items of evidence"
    if not is_judged(atlas):
        return f"As of {day_words(day)}: {count}; nothing had been judged by then."
    judged = day_words(atlas.subject.as_of)
    return f"As of {day_words(day)}: {count}; judgements of {judged}, {HINDSIGHT}."


def as_of_stamp(atlas: Atlas) -> str:
    """Say the day in the fewest words: “As of 5 Nov 2025”; blank for the newest."""
    day = atlas.subject.seen_on
    return "" if day is None else f"As of {day_words(day)}"


def judged_words(atlas: Atlas) -> str:
    """Say when what is shown was judged: “Judged 23 Nov 2026”, or that it was not by the day.

    A judgement of an earlier date is never said without its hindsight.
    """
    subject = atlas.subject
    if not is_judged(atlas):
        return not_judged(atlas)
    judged = f"Judged {day_words(subject.as_of)}"
    return judged if subject.seen_on is None else f"{judged}, {HINDSIGHT}"


def not_judged(atlas: Atlas) -> str:
    """Say that nothing was judged by the day that is looked at; without one, that nothing is."""
    day = atlas.subject.seen_on
    return "Not judged" if day is None else f"Not judged by {day_words(day)}"


def not_written(atlas: Atlas) -> str:
    """Say why the texts are missing: they were written later. Blank for the newest."""
    if atlas.subject.seen_on is None:
        return ""
    return (
        f"The texts were written on {day_words(written_on(atlas))} and are not shown as of an "
        "earlier day."
    )


def not_of_the_day(atlas: Atlas, what: str) -> str:
    """Say why something that was judged or written with the newest is missing: `what` names it.

    “Scenarios were judged on 23 Nov 2026 and are not shown as of an earlier day.”
    """
    if atlas.subject.seen_on is None:
        return ""
    return f"{what} on {day_words(written_on(atlas))} and are not shown as of an earlier day."


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
    """Read a day that was typed; `None` for the newest, or a day from then on.

    Raises:
        ValueError: if it is no day; the message says how to write one.
    """
    plain = text.strip()
    if plain.casefold() in {"", NEWEST}:
        return None
    day = parse_day(plain)
    return day if day < newest.subject.as_of else None


def stepped(newest: Atlas, day: date | None, by: int) -> date | None:
    """Give the day some days later, or earlier for less than nought; `None` for the newest."""
    start = day or newest.subject.as_of
    earliest = date.min.toordinal()
    found = date.fromordinal(max(start.toordinal() + by, earliest))
    return found if found < newest.subject.as_of else None
