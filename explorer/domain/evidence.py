"""Dated, graded and sourced claims, and the other things on record."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from explorer.domain.dates import PartialDate

Direction = Literal["+", "-", "0"]
"""Towards closer ties, against, or context. For a constraint `+` means that it bites less."""

OPEN = "open"
"""How a forecast question stands that has no answer yet."""
LATER_RECORD = "Later record"
"""The basis of a forecast question that was put only when what it asks of was under way."""

Mark = Literal["II", "I", "N", "C", "CC"]
"""How an item fits a rung: very inconsistent, inconsistent, neutral, consistent, very so."""
MARKS: tuple[Mark, ...] = ("II", "I", "N", "C", "CC")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim. `strength` 1 to 3 weighs the fact; the Admiralty grades its source and its truth.

    `reliability` A to F grades the source, `credibility` 1 to 6 the information, each judged
    apart. `factor` is a factor's id or `outcome`. `quantity` is the figure as printed, or blank.
    """

    id: str
    date: PartialDate
    countries: tuple[str, ...]
    factor: str
    direction: Direction
    strength: int
    kind: str
    claim: str
    quantity: str
    unit: str
    source_ids: tuple[str, ...]
    reliability: str
    credibility: int
    note: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a named author or institution expects."""

    author: str
    publisher: str
    date: PartialDate
    countries: tuple[str, ...]
    position: str
    stance: str
    source_id: str
    note: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, for the timeline."""

    date: PartialDate
    countries: tuple[str, ...]
    title: str
    detail: str
    category: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """One item of a state's relations with Israel: embassies, visas, flights, treaties, status.

    `source_id` is the first of `source_ids`.
    """

    iso3: str
    item: str
    value: str
    date: str
    source_id: str
    note: str
    source_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """A dated event in a state's relations with Israel, as the press records it."""

    iso3: str
    date: PartialDate
    event: str
    detail: str
    source_id: str


@dataclass(frozen=True, slots=True)
class ForecastQuestion:
    """A checkable question taken from the seed article, and what happened."""

    id: str
    question: str
    seed_basis: str
    countries: tuple[str, ...]
    resolution: str
    what_happened: str
    evidence_ids: tuple[str, ...]
    date_resolved: str
    last_checked: str
    confidence: str
    note: str

    @property
    def is_from_later_record(self) -> bool:
        """Say whether the question was drawn from what came after the seed article."""
        return self.seed_basis == LATER_RECORD


@dataclass(frozen=True, slots=True)
class QuestionTerms:
    """What the words of a forecast question take for granted, and how it stands to the ladder.

    `presupposes` are the items of evidence without which the question could not have been asked
    in these words. A question that the ladder of `iso3` stands for comes true with `rung` or a
    higher one; `why_not` says why one near to the ladder is not scored on it. `{horizon}` in it
    stands for the horizon in words. What does not apply is blank.
    """

    question: str
    presupposes: tuple[str, ...]
    iso3: str
    rung: str
    why_not: str


@dataclass(frozen=True, slots=True)
class KeyVote:
    """How a state voted on one of the main General Assembly texts on Gaza."""

    resolution: str
    date: date
    topic: str
    iso3: str
    vote: str
    source_id: str


@dataclass(frozen=True, slots=True)
class ArmsOrder:
    """An order for major arms from Israel in the register; TIV is a volume measure, not money.

    What was delivered is `None` where it is not known, as on a day before all deliveries.
    """

    iso3: str
    supplier_iso3: str
    order_year: int
    weapon: str
    category: str
    delivered: float | None
    delivery_years: tuple[str, ...]
    tiv_order: float
    tiv_delivered: float | None
    source_id: str
