"""What changed between two dates, in short: a page of a brief at most."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from explorer.domain.atlas import Atlas
from explorer.pages.changes import (
    ChangeGroup,
    ChangeLine,
    ChangesPage,
    GroupKind,
    StateChanges,
    compose_changes,
)
from explorer.pages.words import day_words
from explorer.workspace.document import Workspace

_MOST: dict[GroupKind, int] = {
    "ladder": 5,
    "ratings": 4,
    "evidence": 3,
    "events": 3,
    "questions": 2,
    "votes": 2,
    "relations": 1,
}
"""How many lines of a kind are given, so that two states fit on a page: of a ladder all rungs.

Kinds that are not named are left to the window.
"""


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
    heading = f"{page.title}, {day_words(page.since)} to {day_words(page.until)}"
    return ChangesPart(heading, page.judged, page.cautions, states, page.nothing)


def _state(state: StateChanges) -> StatePart:
    groups = (_group(each) for each in state.groups if each.lines and each.kind in _MOST)
    return StatePart(state.name, tuple(groups))


def _group(group: ChangeGroup) -> GroupPart:
    most = _MOST[group.kind]
    shown, left = group.lines[:most], len(group.lines) - most
    # What a ladder says in words stands before its rungs.
    note = (group.note,) if group.kind == "ladder" and group.note else ()
    return GroupPart(
        group.heading,
        (*note, *(_words(line) for line in shown)),
        (*("" for _ in note), *(_figure(line) for line in shown)),
        f"{left} more" if left > 0 else "",
    )


def _words(line: ChangeLine) -> str:
    """Give a line with its id and its date: “Sa'ar received in Baku (26 Jan 2026)”."""
    cited = f" [{line.id}]" if line.id else ""
    return f"{line.text}{cited}{f' ({line.lead})' if line.lead else ''}"


def _figure(line: ChangeLine) -> str:
    """Give the values then and now with their difference: “2.8 → 2.4 (−0.4)”."""
    return f"{line.figure} ({line.move})" if line.move else line.figure
