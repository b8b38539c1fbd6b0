"""What changed between two dates, as values: states, groups of changes, and lines."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from explorer.pages.search import Hit
from explorer.pages.tables import Table
from explorer.pages.view import Target
from explorer.pages.what_if import Bearing

GroupKind = Literal[
    "ladder",
    "ratings",
    "factors",
    "evidence",
    "events",
    "questions",
    "votes",
    "relations",
    "assessments",
    "arms",
]
"""The kinds of change, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change.

    `lead` is its date in words or blank, `text` what it is of, `aside` a quieter line about it,
    `figure` the values then and now (“24 → 69 %”), `move` their difference (“+45”). `bearing` is
    what it does to closeness, which the words say too. `told` is all of it in sentences. `goal`
    is where it is shown at length. `id` is that of an item or a question, or blank. `then`, `now`
    and `dated` are for a table: both values, and the days they are of.
    """

    text: str
    told: str
    lead: str = ""
    aside: str = ""
    figure: str = ""
    move: str = ""
    bearing: Bearing = "level"
    is_strong: bool = False
    goal: Target | Hit | None = None
    id: str = ""
    then: str = ""
    now: str = ""
    dated: str = ""


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes of one kind in a state.

    `heading` counts them, `note` says what the lines do not, and stands for them where there are
    none. `bars` are the shares of the rungs then and now, for a ladder that moved.
    """

    kind: GroupKind
    title: str
    lines: tuple[ChangeLine, ...]
    note: str = ""
    bars: tuple[tuple[float, ...], ...] = ()
    counts: bool = True

    @property
    def heading(self) -> str:
        """Give the title with the number of changes."""
        return f"{self.title} · {len(self.lines)}" if self.counts and self.lines else self.title


@dataclass(frozen=True, slots=True)
class StateChanges:
    """All that changed for one state; a blank code is of what bears on none of those shown."""

    iso3: str
    name: str
    summary: str
    groups: tuple[ChangeGroup, ...]

    @property
    def is_unchanged(self) -> bool:
        """Say whether there is nothing to tell."""
        return not any(group.lines for group in self.groups)

    def group(self, kind: GroupKind) -> ChangeGroup | None:
        """Give the group of a kind."""
        return next((each for each in self.groups if each.kind == kind), None)


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What changed between the ends of two days.

    `judged` says which judgements are compared, or why none can have moved; `is_judged_twice` says
    whether there are two. `cautions` go with the figures. `nothing` says that nothing changed, and
    is blank where something did. `table` holds all lines, and `text` all of it in sentences, to be
    copied.
    """

    since: date
    until: date
    title: str
    subtitle: str
    judged: str
    is_judged_twice: bool
    cautions: tuple[str, ...]
    states: tuple[StateChanges, ...]
    nothing: str
    table: Table
    text: str
