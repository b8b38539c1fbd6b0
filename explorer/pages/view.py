"""What is being looked at: the countries side by side, their order, and the selected thing."""

from dataclasses import dataclass
from typing import Literal

VIEWS = (
    ("compare", "Compare"),
    ("outcomes", "Outcomes"),
    ("what_if", "What if"),
    ("evidence", "Evidence"),
    ("timeline", "Timeline"),
    ("notes", "Notes"),
    ("assessments", "Assessments"),
    ("votes", "Votes"),
    ("changes", "Changes"),
    ("record", "Record"),
    ("sources", "Sources"),
    ("map", "Map"),
)
"""The views of the window, name and title, in the order of the rail."""

Sort = Literal["factor", "difference"]
TargetKind = Literal["cell", "factor", "country", "outcome"]


@dataclass(frozen=True, slots=True)
class View:
    """The baseline country, those against it in the pack's order, and the order of the rows."""

    baseline: str
    comparators: tuple[str, ...]
    sort: Sort = "factor"

    @property
    def shown(self) -> tuple[str, ...]:
        """Give all countries shown, baseline first."""
        return (self.baseline, *self.comparators)


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be selected and can carry a note.

    A cell has a country and a factor; a factor only a factor; a country only a country; an
    outcome a country, or none when the whole row is meant.
    """

    kind: TargetKind
    iso3: str = ""
    factor: str = ""

    def __str__(self) -> str:
        """Give the form used in files: `cell:KAZ:iran_wedge`, `factor:iran_wedge`, `outcome`."""
        return ":".join(part for part in (self.kind, self.iso3, self.factor) if part)


def parse_target(text: str) -> Target | None:
    """Read the form that `str(target)` gives; `None` where it is not one."""
    parts = text.split(":")
    match parts:
        case ["cell", iso3, factor] if iso3 and factor:
            return Target("cell", iso3, factor)
        case ["factor", factor] if factor:
            return Target("factor", factor=factor)
        case ["country", iso3] if iso3:
            return Target("country", iso3)
        case ["outcome"]:
            return Target("outcome")
        case ["outcome", iso3] if iso3:
            return Target("outcome", iso3)
        case _:
            return None
