"""What is said of the changes that turn an event; `explorer.analysis.levers` finds them.

This module needs no numpy, so that pages can hold its values before numpy is there.
"""

from dataclasses import dataclass
from typing import Literal

from explorer.analysis.odds import Event

Goal = Event | Literal["lead"]
"""What is to turn: whether an event is likelier than not, or which rung leads."""


@dataclass(frozen=True, slots=True)
class Change:
    """A rating as it is and as it would have to be."""

    factor: str
    before: float
    after: float

    @property
    def points(self) -> float:
        """Give the change in scale points."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Lever:
    """Changes that together just turn the event; `shares` are the rungs' probabilities then.

    `size` is the root of the sum of the squared changes and `shift` what they add in log-odds.
    """

    changes: tuple[Change, ...]
    size: float
    shift: float
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Levers:
    """All that would turn an event, the smallest first; empty where nothing within the scale does.

    For an event `holds` says that it is likelier than not as things are, so that turning it makes
    it no longer so. For the lead `holds` is true. `turns` are the nearest shifts in log-odds that
    turn it, down and up; `None` where none within reach of two factors does.
    """

    iso3: str
    goal: Goal
    holds: bool
    turns: tuple[float | None, float | None]
    one: tuple[Lever, ...]
    two: tuple[Lever, ...]
