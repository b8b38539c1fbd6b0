"""The outcome ladder, the scenarios, and what the raters judged of them."""

from dataclasses import dataclass
from datetime import date

BASELINE_SCENARIO = "baseline"
OUTCOME = "outcome"
"""Stands in place of a factor's id for the outcome itself, as of evidence and of notes."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of the ladder; rungs exclude one another, and a higher `order` is closer ties."""

    order: int
    id: str
    title: str
    definition: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """A course of events on which the raters judged the ladder anew."""

    id: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class ScenarioShift:
    """By how many scale points a scenario moves a factor."""

    scenario: str
    factor: str
    shift: float


@dataclass(frozen=True, slots=True)
class JudgedLadder:
    """One rater's probabilities of the rungs, in rung order; they sum to one.

    `reason` is the rater's own words, and blank where none were given.
    """

    rater: str
    as_of: date
    iso3: str
    scenario: str
    probabilities: tuple[float, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """One rater's view of an actor: position on the ladder, salience 0-100, capability 0-1."""

    rater: str
    iso3: str
    actor: str
    position: float
    salience: float
    capability: float
    note: str
