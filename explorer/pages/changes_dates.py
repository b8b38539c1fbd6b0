"""The two dates that “What changed” compares: the choices offered, and dates typed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from explorer.analysis.change import judged_by
from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION
from explorer.domain.dates import MONTHS
from explorer.domain.evidence import Event
from explorer.pages.words import country_names, day_words, listing

TYPED = "typed"
WINDOW = "window"
JUDGEMENT = "judgement"
_SPANS = ((30, "30 days before"), (90, "90 days before"), (365, "365 days before"))
_KIND_OF_EVENTS = "accords"
_MOST_EVENTS = 6
_FIRST_YEAR = 1900
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})\.?\s+([A-Za-z]{3,9})\.?\s+(\d{4})")


@dataclass(frozen=True, slots=True)
class DateChoice:
    """A choice of a date; where it cannot be chosen, `day` is `None` and the label says why.

    One without a key is the heading of those that follow.
    """

    key: str
    label: str
    day: date | None = None

    @property
    def is_heading(self) -> bool:
        """Say whether this is a heading."""
        return not self.key


@dataclass(frozen=True, slots=True)
class BriefMade:
    """The newest brief of a pair: its two states, the date of its data and their edition."""

    baseline: str
    comparator: str
    day: date
    edition: str


@dataclass(frozen=True, slots=True)
class Span:
    """Two dates that can be compared, or why they cannot be: then `fault` says what to do."""

    since: date | None
    until: date | None
    fault: str = ""


def until_choices(newest: Atlas, window: date, states: Sequence[str]) -> tuple[DateChoice, ...]:
    """Offer later dates: that of the window, earlier judgements, and days of named events."""
    last = newest.subject.seen_on or newest.subject.as_of
    name = "The newest" if window >= last else "The date of the window"
    judged = tuple(
        DateChoice(f"judged {day}", f"The judgement of {day_words(day)}", day)
        for day in newest.judgement_dates
        if day < window
    )
    events = tuple(
        DateChoice(_event_key(each), f"{each.title} ({day_words(day)})", day)
        for each, day in _events(newest, window, states)
    )
    return (
        DateChoice(WINDOW, f"{name} ({day_words(window)})", window),
        *judged,
        *((DateChoice("", "The day of an event"),) if events else ()),
        *events,
    )


def since_choices(
    newest: Atlas,
    until: date,
    pairs: Sequence[tuple[str, str]],
    states: Sequence[str],
    briefs: Sequence[BriefMade],
) -> tuple[DateChoice, ...]:
    """Offer earlier dates: the judgement before, the last briefs, spans, and named events."""
    events = tuple(
        DateChoice(
            _event_key(each),
            f"{each.title} ({day_words(day - timedelta(days=1))})",
            day - timedelta(days=1),
        )
        for each, day in _events(newest, until, states)
    )
    return (
        _judgement_choice(newest, until),
        *(_brief_choice(newest, until, pair, briefs) for pair in pairs),
        *(_span_choice(until, days, words) for days, words in _SPANS),
        *((DateChoice("", "The day before an event"),) if events else ()),
        *events,
    )


def first_since(choices: Sequence[DateChoice]) -> DateChoice:
    """Give the choice to begin with: the judgement before, else the longest span."""
    found = next((each for each in choices if each.key == JUDGEMENT and each.day), None)
    return found or next(each for each in choices if each.key == str(_SPANS[-1][0]))


def span_of(since: date | None, until: date | None, window: date) -> Span:
    """Check two dates; they are refused where they are not in order or after the window's."""
    if since is None or until is None:
        return Span(None, None, "Choose two dates.")
    if until > window:
        return Span(
            None,
            None,
            f"{day_words(until)} is after {day_words(window)}, the date of the window: choose "
            "that day or an earlier one, or let the window show a later date.",
        )
    if since >= until:
        same = "the same day as" if since == until else "after"
        return Span(
            None,
            None,
            f"The earlier date, {day_words(since)}, is {same} the later one, {day_words(until)}: "
            "choose an earlier day to begin with, or a later one to end with.",
        )
    return Span(since, until)


def parse_day(text: str) -> date:
    """Read a day as `2025-11-06` or `6 Nov 2025`.

    Raises:
        ValueError: if it is none, or one before 1900; the message says how to write one.
    """
    found = _day(text)
    if found.year < _FIRST_YEAR:
        raise ValueError(f"Nothing is on record of {found.year}: type a day from 1900 on.")
    return found


def _day(text: str) -> date:
    plain = " ".join(text.split())
    iso, words = _ISO.fullmatch(plain), _WORDS.fullmatch(plain)
    try:
        if iso:
            return date(*(int(each) for each in iso.groups()))
        if words:
            day, month, year = words.groups()
            names = [each.lower() for each in MONTHS]
            return date(int(year), names.index(month[:3].lower()) + 1, int(day))
    except ValueError:
        message = f"“{plain}” is not a day of the calendar: type one such as 6 Nov 2025."
        raise ValueError(message) from None
    message = f"“{plain}” is not read as a day: type it as 6 Nov 2025 or 2025-11-06."
    raise ValueError(message)


def _judgement_choice(newest: Atlas, until: date) -> DateChoice:
    now = judged_by(newest, until)
    before = judged_by(newest, now - timedelta(days=1)) if now else None
    if before is None:
        return DateChoice(JUDGEMENT, "The judgement before (there is none)")
    return DateChoice(JUDGEMENT, f"The judgement before ({day_words(before)})", before)


def _brief_choice(
    newest: Atlas, until: date, pair: tuple[str, str], briefs: Sequence[BriefMade]
) -> DateChoice:
    names = listing(country_names(newest, pair))
    key = f"brief {'-'.join(pair)}"
    label = f"The last brief of {names}"
    made = next((x for x in briefs if (x.baseline, x.comparator) == pair), None)
    if made is None:
        return DateChoice(key, f"{label} (none exported yet)")
    told = day_words(made.day)
    if made.edition != newest.subject.edition:
        told = f"{told}, edition {made.edition}"
    if made.day >= until:
        return DateChoice(key, f"{label} ({told}: nothing newer)")
    return DateChoice(key, f"{label} ({told})", made.day)


def _span_choice(until: date, days: int, words: str) -> DateChoice:
    day = date.fromordinal(max(until.toordinal() - days, 1))
    return DateChoice(str(days), f"{words} ({day_words(day)})", day)


def _events(newest: Atlas, until: date, states: Sequence[str]) -> list[tuple[Event, date]]:
    """Give events of the Accords known to the day, newest first, that bear on what is shown."""
    found = [
        (each, date(each.date.year, each.date.month, each.date.day))
        for each in newest.events
        if each.category == _KIND_OF_EVENTS
        and each.date.day
        and (REGION in each.countries or set(states).intersection(each.countries))
    ]
    before = [each for each in found if each[1] < until]
    return sorted(before, key=lambda each: each[1], reverse=True)[:_MOST_EVENTS]


def _event_key(event: Event) -> str:
    return f"event {event.date} {event.title}"
