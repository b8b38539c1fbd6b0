"""The timeline as a chart and as a table, and the few events that matter for a brief."""

from collections.abc import Iterable, Sequence
from datetime import date

from explorer.domain.atlas import Atlas
from explorer.pages.charts import Caption, TimelineChart, TimelineLane, TimelineMark
from explorer.pages.tables import Table
from explorer.pages.timeline import (
    OTHERS,
    Timeline,
    TimelineEvent,
    compose_timeline,
    within,
)
from explorer.pages.words import counted, country_names, day_words, listing

_COLUMNS = ("Date", "State", "Kind", "Event", "Detail", "Sources")
_KEPT = 0.7
"""The part of all events that the axis shows at first: the latest, where they stand close."""
_MARGIN = 0.02
_MOST_LEVELS = 6
_ROWS_AN_EVENT = 0.65
"""Of the events of a brief two in three have a row of their own: their titles then fit."""
_OUTLINE = "An outline: the day is not on record, only the month or year"
_WEIGHTS = {"accords": 4.0, "embassy": 2.0, "visit": 2.0, "agreement": 2.0, "statement": 1.5}
_OF_BOTH, _OF_ONE = 3.0, 2.0
_BEST_KNOWN = 3
"""Evidence beyond this many items does not make an event matter more."""


def home_window(events: Sequence[TimelineEvent]) -> tuple[int, int]:
    """Give the first and last day that hold all events, with a margin."""
    if not events:
        today = date(2020, 1, 1).toordinal()
        return today, today + 366
    first = min(each.first for each in events)
    last = max(each.last for each in events)
    margin = max(round((last - first) * _MARGIN), 15)
    return first - margin, last + margin


def first_window(events: Sequence[TimelineEvent]) -> tuple[int, int]:
    """Give the days shown at first: the latest seven in ten events, from a New Year's Day on.

    Those of decades ago would else press all others together.
    """
    if not events:
        return home_window(events)
    ordered = sorted(each.first for each in events)
    kept = date.fromordinal(ordered[int(len(ordered) * (1 - _KEPT))])
    start = kept.replace(month=1, day=1).toordinal()
    last = max(each.last for each in events)
    margin = max(round((last - start) * _MARGIN), 15)
    return start - margin, last + margin


def chart_of(
    timeline: Timeline,
    events: Sequence[TimelineEvent],
    window: tuple[float, float],
    title: str = "Timeline",
    rows: int = 14,
) -> TimelineChart:
    """Give some events of a timeline as a chart, shown between two days.

    `rows` are shared among the lanes by what the timeline holds, whatever is sieved out, so that
    the axis does not jump.
    """
    shown = within(events, *window)
    kinds = tuple(each for each in timeline.kinds if any(x.kind == each for x in timeline.events))
    return TimelineChart(
        Caption(
            title,
            "",
            source_line(shown),
            "",
            _description(shown, window),
            timeline_table(shown),
        ),
        _lanes(timeline, rows),
        kinds,
        tuple(_mark(each) for each in events),
        *window,
    )


def timeline_table(events: Iterable[TimelineEvent]) -> Table:
    """Give events as a table, a line an event."""
    rows = tuple(
        (
            each.when,
            listing(each.names),
            each.kind.title,
            each.title,
            each.detail or "no detail on record",
            "; ".join(source.line for source in each.sources) or "no source on record",
        )
        for each in events
    )
    return Table(_COLUMNS, rows, (False,) * len(_COLUMNS))


def timeline_chart(
    atlas: Atlas, countries: Sequence[str], since: date, until: date, most: int
) -> TimelineChart:
    """Give the events that matter most for some states between two days, at most `most`.

    What counts: a kind near to the question (the Accords first, then dealings with Israel), an
    event of all the states rather than of one or of the region, and evidence that rests on it.
    The newer one goes first where two are alike.
    """
    timeline = compose_timeline(atlas, countries)
    window = (since.toordinal(), until.toordinal())
    found = within(timeline.events, *window)
    ranked = sorted(found, key=lambda each: (-_weight(each, countries), -each.first, each.key))
    chosen = sorted(ranked[: max(most, 0)], key=lambda each: (each.first, each.key))
    kinds = {each.kind.key for each in chosen}
    names = listing(country_names(atlas, countries))
    few = Timeline(
        timeline.states,
        tuple(lane for lane in timeline.lanes if _holds(chosen, lane[0])),
        tuple(kind for kind in timeline.kinds if kind.key in kinds),
        tuple(chosen),
    )
    rows = round(sum(len(each.lanes) for each in chosen) * _ROWS_AN_EVENT)
    return chart_of(few, chosen, window, f"Events that matter for {names}", rows)


def source_line(events: Sequence[TimelineEvent]) -> str:
    """Say how many sources stand behind some events, and what an outline means if there is one."""
    sources = {source.id for event in events for source in event.sources}
    parts = [f"{counted(len(sources), 'source')}, named with each event"] if sources else []
    if any(not event.is_exact for event in events):
        parts.append(_OUTLINE)
    return ". ".join(parts)


def standing_words(
    timeline: Timeline, events: Sequence[TimelineEvent], window: tuple[float, float]
) -> str:
    """Say how many events are in sight, between which days, and how many are sieved out."""
    seen = len(within(events, *window))
    first, last = (day_words(date.fromordinal(max(round(day), 1))) for day in window)
    parts = [f"{counted(seen, 'event')} in sight, {first} to {last}"]
    if beyond := len(events) - seen:
        parts.append(f"{beyond} before or after")
    if hidden := len(timeline.events) - len(events):
        parts.append(f"{hidden} not looked for")
    return " · ".join(parts)


def _holds(events: Sequence[TimelineEvent], lane: str) -> bool:
    return lane != OTHERS or any(OTHERS in each.lanes for each in events)


def _weight(event: TimelineEvent, countries: Sequence[str]) -> float:
    named = len(set(event.states) & set(countries))
    place = _OF_BOTH if named > 1 else _OF_ONE if named else 0.0
    evidence = min(len(event.evidence), _BEST_KNOWN) / _BEST_KNOWN
    return _WEIGHTS.get(event.kind.key, 1.0) + place + evidence


def _lanes(timeline: Timeline, rows: int) -> tuple[TimelineLane, ...]:
    """Share rows among the lanes: one each, then one more where the most events share a row."""
    counts = [sum(iso3 in each.lanes for each in timeline.events) for iso3, _ in timeline.lanes]
    levels = [1] * len(counts)
    while sum(levels) < rows:
        crowd = [
            count / level if level < min(count, _MOST_LEVELS) else 0.0
            for count, level in zip(counts, levels, strict=True)
        ]
        if not any(crowd):
            break
        levels[crowd.index(max(crowd))] += 1
    pairs = zip(timeline.lanes, levels, strict=True)
    return tuple(TimelineLane(iso3, label, level) for (iso3, label), level in pairs)


def _mark(event: TimelineEvent) -> TimelineMark:
    return TimelineMark(
        event.key,
        event.lanes,
        event.first,
        event.last,
        event.kind.key,
        event.when,
        event.title,
        event.told,
    )


def _description(events: Sequence[TimelineEvent], window: tuple[float, float]) -> str:
    first, last = (date.fromordinal(max(round(day), 1)).year for day in window)
    years = str(first) if first == last else f"{first} to {last}"
    head = f"{counted(len(events), 'event')}, {years}."
    return " ".join((head, *(each.told for each in events)))
