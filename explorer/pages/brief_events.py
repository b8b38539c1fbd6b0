"""The appendix of a brief on events and evidence: what happened, and how the record leans."""

from datetime import date

from explorer.domain.atlas import Atlas
from explorer.pages.balance import compose_balance_grid
from explorer.pages.brief_document import CitedText, EventEntry, EventsPart
from explorer.pages.brief_record import record_part, things_recorded
from explorer.pages.brief_sources import SourceNumbers
from explorer.pages.charts import TimelineChart
from explorer.pages.evidence_table import EvidenceFilter, compose_ledger
from explorer.pages.timeline import compose_timeline
from explorer.pages.timeline_chart import timeline_chart
from explorer.pages.trace import thing
from explorer.pages.trace_goals import name_of_event
from explorer.pages.words import (
    counted,
    country_name,
    in_sentences,
    listing,
    number_word,
    sentence,
)
from explorer.workspace.document import Workspace

TITLE = "Events and evidence"
EVENTS = 12
"""How many events are told: as many as a third of a page holds."""
_YEARS = 6
"""How far back they may lie: the Accords were signed within this time."""
_OUTLINE = "An outline marks a day that is not on record, only the month or year"


def events_part(
    atlas: Atlas, pair: tuple[str, str], sources: SourceNumbers, title: str = TITLE
) -> EventsPart:
    """Compose the events that matter for the pair, and its evidence for and against.

    Only the pack's own items are counted: what the user added stands in the user's own notes.
    """
    names = [country_name(atlas, iso3) for iso3 in pair]
    timeline = _timeline(atlas, pair)
    rows = compose_ledger(atlas, Workspace()).find(EvidenceFilter(states=pair))
    return EventsPart(
        title=title,
        events_note=_note(timeline),
        timeline=timeline if timeline.marks else None,
        events=_entries(atlas, pair, timeline, sources),
        balance=compose_balance_grid(atlas, rows, f"on {listing(names)}", pair),
        record=record_part(atlas, pair, sources),
    )


def things_told(atlas: Atlas, pair: tuple[str, str]) -> tuple[str, ...]:
    """Name all that the part tells of or counts: events and ties, evidence, and the record."""
    known = {each.key: each for each in compose_timeline(atlas, pair).events}
    rows = compose_ledger(atlas, Workspace()).find(EvidenceFilter(states=pair))
    return (
        *things_recorded(atlas, pair),
        *(name_of_event(atlas, known[mark.key]) for mark in _timeline(atlas, pair).marks),
        *(str(thing("evidence", row.id)) for row in rows),
    )


def _timeline(atlas: Atlas, pair: tuple[str, str]) -> TimelineChart:
    """Give the chart from the New Year before its first event on, so that no room is left bare."""
    until = atlas.subject.seen_on or atlas.subject.as_of
    since = date(until.year - _YEARS, 1, 1)
    chart = timeline_chart(atlas, pair, since, until, EVENTS)
    if not chart.marks:
        return chart
    first = date.fromordinal(chart.marks[0].first).year
    return timeline_chart(atlas, pair, max(since, date(first, 1, 1)), until, EVENTS)


def _note(timeline: TimelineChart) -> str:
    if not timeline.marks:
        return f"No event of the last {number_word(_YEARS)} years is on record for these states."
    many = counted(len(timeline.marks), "event")
    chosen = (
        f"The {many} of the last {number_word(_YEARS)} years that bear most on the question: the "
        "Accords first, then dealings with Israel; events of both states before those of one, and "
        "those on which evidence rests"
    )
    outline = any(mark.first != mark.last for mark in timeline.marks)
    return in_sentences((chosen, _OUTLINE if outline else ""))


def _entries(
    atlas: Atlas, pair: tuple[str, str], chart: TimelineChart, sources: SourceNumbers
) -> tuple[EventEntry, ...]:
    known = {each.key: each for each in compose_timeline(atlas, pair).events}
    return tuple(
        EventEntry(
            when=event.when,
            where=listing(event.names),
            kind=event.kind.title,
            body=CitedText(
                sentence(event.title), sources.cites(each.id for each in event.sources)
            ),
        )
        for event in (known[mark.key] for mark in chart.marks)
    )
