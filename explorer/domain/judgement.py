"""What the raters judged: factors, ratings and the texts that go with them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Group = Literal["interest", "constraint"]
"""Interests pull towards closer ties; constraints hold back."""

Confidence = Literal["low", "moderate", "high"]
"""How good the basis of a judgement is; never a likelihood."""

OWN_RATER = "You"
"""The rater's name that the user's own judgements go by; nobody else may bear it."""

SCALE_MIN = 0.0
SCALE_MAX = 4.0


@dataclass(frozen=True, slots=True)
class Factor:
    """One thing that draws a state to closer ties or holds it back.

    `holder` names whose interest or pressure it is: ISO codes, or `country` for the state itself.
    `scale` holds the five written scale points, 0 to 4.
    """

    id: str
    group: Group
    holder: tuple[str, ...]
    title: str
    short: str
    question: str
    scale: tuple[str, str, str, str, str]
    basis: str


@dataclass(frozen=True, slots=True)
class Rating:
    """One rater's judgement of one factor for one state on one date, on the 0 to 4 scale.

    The range from `low` to `high` is meant to hold the true value about eight times in ten.
    `summary` and `rationale` are the rater's own words and may be blank (earlier dates).
    """

    rater: str
    as_of: date
    iso3: str
    factor: str
    low: float
    mode: float
    high: float
    confidence: Confidence
    summary: str
    rationale: str
    evidence_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weight:
    """The weight that a rater gives a factor; a rater's weights sum to 100."""

    rater: str
    factor: str
    weight: float


@dataclass(frozen=True, slots=True)
class Cell:
    """The edited text for one state and one factor, merged from the raters' texts."""

    iso3: str
    factor: str
    summary: str
    rationale: str
    evidence_ids: tuple[str, ...]
    would_raise: str
    would_lower: str


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The judgement on one state: likelihood in `judgement`, confidence apart from it."""

    iso3: str
    headline: str
    judgement: str
    confidence: Confidence
    confidence_because: str
    counter_argument: str
    counter_evidence_ids: tuple[str, ...]
    what_changed: str


@dataclass(frozen=True, slots=True)
class PairConclusion:
    """The judgement on a pair: the pack's baseline country and `iso3`."""

    iso3: str
    headline: str
    judgement: str
    shared: str
    differs: str


@dataclass(frozen=True, slots=True)
class Dissent:
    """A named author who expects something else than the conclusion says."""

    iso3: str
    author: str
    publisher: str
    date: str
    position: str
    source_id: str


@dataclass(frozen=True, slots=True)
class Signpost:
    """A thing to watch. `+` means closer ties; for a constraint, that the constraint eases."""

    iso3: str
    signpost: str
    direction: Literal["+", "-"]
    factor: str
