"""What stands behind what is selected: the thing that “Where does this come from?” leads to."""

from explorer.domain.atlas import Atlas
from explorer.pages.chain import ChainPage
from explorer.pages.search import Hit
from explorer.pages.single_source import REPORTED
from explorer.pages.timeline import TimelineEvent, compose_timeline
from explorer.pages.trace import Thing, parse_thing, thing
from explorer.pages.view import Target, View


def goal_of_target(target: Target, view: View) -> Thing:
    """Give the thing behind what is selected in the comparison.

    A cell has its rating, a state its conclusion, an outcome its ladder; of a whole row of
    outcomes the baseline's is taken.
    """
    match target.kind:
        case "cell":
            return thing("rating", target.iso3, target.factor)
        case "factor":
            return thing("factor", target.factor)
        case "country":
            return thing("conclusion", target.iso3)
        case "outcome":
            return thing("ladder", target.iso3 or view.baseline)


def goal_of_event(atlas: Atlas, view: View, key: str) -> str:
    """Name an event of the timeline by its key there; blank where it is none of the pack's."""
    event = compose_timeline(atlas, view.shown).event(key) if key else None
    return name_of_event(atlas, event) if event else ""


def name_of_event(atlas: Atlas, event: TimelineEvent) -> str:
    """Name an event of the timeline, which may be a tie; blank where it is none of the pack's."""
    title = event.title.removesuffix(f" ({REPORTED})")
    for found in atlas.events:
        if (found.date, found.title) == (event.date, title):
            return str(thing("event", found.date, found.title))
    name = title.partition(": ")[2]
    for tie in atlas.ties:
        if (tie.date, tie.event) == (event.date, name):
            return str(thing("tie", tie.iso3, tie.date, tie.event))
    return ""


def goal_of_note(key: str) -> str:
    """Name a bundled note by its id; blank for a note of the user's own."""
    return str(thing("note", key)) if "/" in key else ""


def hit_of(page: ChainPage) -> Hit | None:
    """Give what a view is asked to show for a page; `None` where a place or a view is enough."""
    named = parse_thing(page.goal)
    inner = parse_thing(named.key) if named is not None and named.kind == "own" else named
    if named is None or inner is None or inner.kind not in {"evidence", "note"}:
        return None
    if inner.kind == "note":
        return Hit("note", page.title, "", None, key=inner.key)
    kind = "own_evidence" if named.kind == "own" else "evidence"
    return Hit(kind, page.title, "", None, key=inner.key)
