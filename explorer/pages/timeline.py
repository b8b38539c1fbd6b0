"""The events of a pack, ready to show: when as far as known, where, of what kind, says who."""

import calendar
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION
from explorer.domain.dates import PartialDate
from explorer.domain.evidence import Event, Evidence
from explorer.pages.charts import TimelineKind
from explorer.pages.detail import SourceLink
from explorer.pages.single_source import event_title
from explorer.pages.sources import source_links
from explorer.pages.timeline_kinds import ON_RECORD, in_order, kind_of
from explorer.pages.trace import Thing, thing
from explorer.pages.words import country_name, country_names, listing, sentence

OTHERS = "others"
"""The lane of what bears on the region or on states that are not shown."""
OTHERS_LABEL = "Region and others"
_BY_BOTH = "same source and same day"
_BY_SOURCE = "same source"
_BY_DATE = "same state and same day"
_RANKS = (_BY_BOTH, _BY_SOURCE, _BY_DATE)
_BARE = str.maketrans({"ə": "e", "\u0131": "i"})
_PRECISION = {"day": "", "month": "the day is not on record", "year": "only the year is on record"}


@dataclass(frozen=True, slots=True)
class EvidenceLead:
    """An item of evidence near an event; `reason` says by what: a source or a date they share."""

    id: str
    claim: str
    reason: str


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One event. `first` and `last` are the days it may have been on, as calendar ordinals.

    `when` is the date in words, `doubt` says what of it is not on record, or nothing. `lanes` are
    the lanes it stands in, `states` the codes it bears on and `names` their names. `told` is all
    of it in sentences, `plain` what a search looks in. `goal` names the event, or the tie, that it
    is of in the pack: see `explorer.pages.trace`.
    """

    key: str
    date: PartialDate
    first: int
    last: int
    when: str
    doubt: str
    states: tuple[str, ...]
    names: tuple[str, ...]
    lanes: tuple[str, ...]
    kind: TimelineKind
    title: str
    detail: str
    sources: tuple[SourceLink, ...]
    evidence: tuple[EvidenceLead, ...]
    told: str
    plain: str = field(repr=False, default="")
    goal: str = ""

    @property
    def is_exact(self) -> bool:
        """Say whether the day is known."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Timeline:
    """All events, oldest first, with the lanes (code and label) and the kinds that there are."""

    states: tuple[str, ...]
    lanes: tuple[tuple[str, str], ...]
    kinds: tuple[TimelineKind, ...]
    events: tuple[TimelineEvent, ...]

    def event(self, key: str) -> TimelineEvent | None:
        """Give an event by its key."""
        return next((each for each in self.events if each.key == key), None)


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which events are wanted: not of the kinds in `without`, of a lane, and with some words."""

    without: frozenset[str] = frozenset()
    lane: str = ""
    words: str = ""


def compose_timeline(atlas: Atlas, states: Sequence[str]) -> Timeline:
    """Compose the events with a lane for each state shown, and one for the region and others.

    The record of ties with Israel is part of it; a tie is left out where an event of the same
    state stands within its date, since that is then the same thing told at more length.
    """
    leads = _Leads(atlas)
    events = [*((each, thing("event", each.date, each.title)) for each in atlas.events)]
    events += _ties(atlas)
    made = [
        replace(_event(atlas, leads, states, each, f"{place}"), goal=str(named))
        for place, (each, named) in enumerate(events)
    ]
    made.sort(key=lambda each: (each.first, each.last, each.key))
    lanes = tuple((iso3, country_name(atlas, iso3)) for iso3 in states)
    return Timeline(
        tuple(states),
        (*lanes, (OTHERS, OTHERS_LABEL)),
        in_order(frozenset(each.kind.key for each in made)),
        tuple(made),
    )


def sieved(events: Iterable[TimelineEvent], sieve: Sieve) -> tuple[TimelineEvent, ...]:
    """Give the events that are wanted; every word looked for must begin a word of the event."""
    wanted = _plain(sieve.words).split()
    return tuple(
        each
        for each in events
        if each.kind.key not in sieve.without
        and (not sieve.lane or sieve.lane in each.lanes)
        and all(f" {word}" in each.plain for word in wanted)
    )


def within(events: Iterable[TimelineEvent], first: float, last: float) -> list[TimelineEvent]:
    """Give the events between two days; of a month or a year its middle counts."""
    return [each for each in events if first <= (each.first + each.last) / 2 <= last]


def days_of(when: PartialDate) -> tuple[int, int]:
    """Give the first and the last day that a date may mean, as calendar ordinals."""
    first = date(when.year, when.month or 1, when.day or 1)
    if when.day:
        return first.toordinal(), first.toordinal()
    month = when.month or 12
    last = date(when.year, month, calendar.monthrange(when.year, month)[1])
    return first.toordinal(), last.toordinal()


def _ties(atlas: Atlas) -> Iterable[tuple[Event, Thing]]:
    spans = [(set(each.countries), days_of(each.date)) for each in atlas.events]
    for tie in atlas.ties:
        first, last = days_of(tie.date)
        if any(tie.iso3 in states and first <= a and b <= last for states, (a, b) in spans):
            continue
        title = f"{country_name(atlas, tie.iso3)}: {tie.event}"
        event = Event(tie.date, (tie.iso3,), title, tie.detail, ON_RECORD, (tie.source_id,))
        yield event, thing("tie", tie.iso3, tie.date, tie.event)


def _event(
    atlas: Atlas, leads: "_Leads", states: Sequence[str], event: Event, key: str
) -> TimelineEvent:
    first, last = days_of(event.date)
    kind = kind_of(event.category)
    names = country_names(atlas, event.countries)
    lanes = tuple(iso3 for iso3 in states if iso3 in event.countries) or (OTHERS,)
    sources = source_links(atlas, event.source_ids)
    precision = "day" if event.date.day else "month" if event.date.month else "year"
    detail = sentence(event.detail)
    detail = detail[:1].upper() + detail[1:]
    title = event_title(atlas, event)
    told = _told(replace(event, title=title), kind, names, detail, sources, _PRECISION[precision])
    return TimelineEvent(
        key=key,
        date=event.date,
        first=first,
        last=last,
        when=event.date.words,
        doubt=_PRECISION[precision],
        states=event.countries,
        names=names,
        lanes=lanes,
        kind=kind,
        title=title,
        detail=detail,
        sources=sources,
        evidence=leads.of(event),
        told=told,
        plain=f" {_plain(told)}",
    )


def _told(
    event: Event,
    kind: TimelineKind,
    names: Sequence[str],
    detail: str,
    sources: Sequence[SourceLink],
    doubt: str,
) -> str:
    when = f"{event.date.words} ({doubt})" if doubt else event.date.words
    parts = [f"{when}: {sentence(event.title)}"]
    if detail:
        parts.append(detail)
    parts.append(f"{kind.title}, {listing(names)}.")
    if sources:
        parts.append(f"Source: {'; '.join(each.line for each in sources)}.")
    return " ".join(parts)


class _Leads:
    """Finds the evidence that shares a source, or a state and the day, with an event."""

    def __init__(self, atlas: Atlas) -> None:
        by_source: defaultdict[str, list[Evidence]] = defaultdict(list)
        by_date: defaultdict[PartialDate, list[Evidence]] = defaultdict(list)
        for item in atlas.evidence:
            by_date[item.date].append(item)
            for key in _split(item.source_ids):
                by_source[key].append(item)
        self._by_source: Mapping[str, list[Evidence]] = by_source
        self._by_date: Mapping[PartialDate, list[Evidence]] = by_date

    def of(self, event: Event) -> tuple[EvidenceLead, ...]:
        """Give the items, those nearest to the event first."""
        shared = {
            item.id: item
            for key in _split(event.source_ids)
            for item in self._by_source.get(key, ())
        }
        same_day = {
            item.id: item
            for item in self._by_date.get(event.date, ())
            if event.date.day and _meet(item.countries, event.countries)
        }
        found = {**shared, **same_day}
        day = days_of(event.date)[0]
        leads = [(_reason(key, shared, same_day), item) for key, item in found.items()]
        leads.sort(
            key=lambda lead: (
                _RANKS.index(lead[0]),
                abs(days_of(lead[1].date)[0] - day),
                lead[1].id,
            )
        )
        return tuple(EvidenceLead(item.id, item.claim, reason) for reason, item in leads)


def _meet(some: Collection[str], others: Collection[str]) -> bool:
    """Say whether two things bear on one state; what bears on the region as a whole is apart."""
    return bool((set(some) & set(others)) - {REGION})


def _reason(key: str, shared: Collection[str], same_day: Collection[str]) -> str:
    if key in shared:
        return _BY_BOTH if key in same_day else _BY_SOURCE
    return _BY_DATE


def _split(ids: Iterable[str]) -> Iterable[str]:
    return (part.strip() for text in ids for part in text.split(";"))


def _plain(text: str) -> str:
    """Give a text without case, accents and marks, its words set apart by single spaces."""
    bare = unicodedata.normalize("NFKD", text.translate(_BARE))
    kept = (letter for letter in bare if not unicodedata.combining(letter))
    return " ".join("".join(x if x.isalnum() else " " for x in kept).casefold().split())
