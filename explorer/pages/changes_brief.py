"""What changed between two dates, in short: a page of a brief at most."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from explorer.domain.atlas import Atlas
from explorer.pages.changes import ChangeGroup, ChangesPage, StateChanges, compose_changes
from explorer.workspace.document import Workspace

_MOST = {"ratings": 4, "evidence": 3, "events": 4, "questions": 3}
_MOST_OF_OTHERS = 2


@dataclass(frozen=True, slots=True)
class ChangesPart:
    """The top lines for a brief.

    `heading` names both dates, `judged` says which judgements are compared, or that none was made
    in between. `cautions` go with the figures. `nothing` is said in place of states where nothing
    changed at all, and is blank otherwise.
    """

    heading: str
    judged: str
    cautions: tuple[str, ...]
    states: tuple["StatePart", ...]
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class StatePart:
    """What changed for a state, group by group; groups without a line are left out."""

    name: str
    groups: tuple["GroupPart", ...]


@dataclass(frozen=True, slots=True)
class GroupPart:
    """A few lines of one kind, such as “New evidence · 55”; `more` says how many are left out.

    `figures` stand beside the lines, one for each, and may be blank: “+0.4”, “+45 points”.
    """

    title: str
    lines: tuple[str, ...]
    figures: tuple[str, ...]
    more: str = ""


def changes_part(
    newest: Atlas,
    workspace: Workspace,
    since: date,
    until: date | None,
    states: Sequence[str],
) -> ChangesPart:
    """Compose the top lines of what changed for the states of a brief.

    Args:
        newest: the whole Atlas, not one cut to a date.
        workspace: whose pooling is followed.
        since: the earlier date, such as the data date of the last brief.
        until: the later date; `None` for the newest there is.
        states: ISO codes, such as those of the brief's pair.

    Raises:
        ValueError: if the dates are not in order.
    """
    return part_of(compose_changes(newest, workspace, since, until, states))


def part_of(page: ChangesPage) -> ChangesPart:
    """Take the top lines of a page."""
    states = tuple(_state(each) for each in page.states)
    return ChangesPart(page.title, page.judged, page.cautions, states, page.nothing)


def _state(state: StateChanges) -> StatePart:
    return StatePart(state.name, tuple(_group(each) for each in state.groups if each.lines))


def _group(group: ChangeGroup) -> GroupPart:
    most = _MOST.get(group.kind, _MOST_OF_OTHERS)
    shown, left = group.lines[:most], len(group.lines) - most
    return GroupPart(
        group.heading,
        tuple(line.told for line in shown),
        tuple(line.figure for line in shown),
        f"{left} more" if left > 0 else "",
    )
