"""Which events rest on one source of low grade, and how that is said with their titles."""

from explorer.domain.atlas import Atlas
from explorer.domain.dates import PartialDate
from explorer.domain.evidence import Event

REPORTED = "reported, one source"
_DOUBTED = 3
"""From this credibility on an item is at best possibly true: not confirmed, nor probably true."""


def rests_on_one_report(atlas: Atlas, event: Event) -> bool:
    """Say whether an event has one source, and all that the pack took from it on it is in doubt.

    What was taken on it are the items of evidence from that source, of the event's date and of
    one of its states. They are in doubt from Admiralty credibility 3, “possibly true”, on. An
    event on which there is no such item is not said to be in doubt, since nobody graded it.
    """
    if len(event.source_ids) != 1:
        return False
    source, states = event.source_ids[0], set(event.countries)
    grades = [
        item.credibility
        for item in atlas.evidence
        if source in item.source_ids
        and states & set(item.countries)
        and _may_be_one(item.date, event.date)
    ]
    return bool(grades) and all(grade >= _DOUBTED for grade in grades)


def event_title(atlas: Atlas, event: Event) -> str:
    """Give an event's title, with a mark where it rests on one report."""
    is_reported = rests_on_one_report(atlas, event)
    return f"{event.title} ({REPORTED})" if is_reported else event.title


def _may_be_one(one: PartialDate, other: PartialDate) -> bool:
    """Say whether two dates may be the same day: they agree as far as both are known."""
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(not a or not b or a == b for a, b in pairs)
