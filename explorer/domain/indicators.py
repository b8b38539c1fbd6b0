"""Indicators and series: what is measured, and the values found."""

from dataclasses import dataclass
from typing import Literal

SeriesKind = Literal["indicator", "trade_share", "un_agreement"]
Bearing = Literal["pull", "hold", "context"]
"""What a higher value does: pull towards closer ties, hold back, or neither by itself."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measured quantity. `withheld` says why its values are not bundled; else blank.

    `basis` says how its values came about, in the publisher's words as far as they say it:
    “modelled”, “modelled in part”, “estimated”, “judged by experts”, “experts and surveys”,
    “surveyed” or “derived”. Blank: not recorded.
    """

    id: str
    name: str
    unit: str
    description: str
    topic: str
    higher_means: str
    source_ids: tuple[str, ...]
    origin: str
    caveat: str
    withheld: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class SeriesRef:
    """Names a series: an indicator, a partner's share in trade, or agreement at the UN.

    `key` is the indicator's id, the flow (`exports`, `imports`) or the topic of the votes;
    `partner` is an ISO code for the two dyadic kinds and blank for an indicator.
    """

    kind: SeriesKind
    key: str
    partner: str = ""

    def __str__(self) -> str:
        """Give the short form used in files and settings: `kind/key` or `kind/key/partner`."""
        return "/".join(part for part in (self.kind, self.key, self.partner) if part)


@dataclass(frozen=True, slots=True)
class FactorSeries:
    """Says that a series bears on a factor, and which way; a blank factor is the profile."""

    factor: str
    series: SeriesRef
    bearing: Bearing


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series. `note` tells of a limit of this value (blank where there is none)."""

    year: int
    value: float
    source_id: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PartnerList:
    """The leading partners that were listed for a state in a year; those left out are not zero.

    `least` is the smallest share listed, and `note` a limit of the list (blank where none).
    """

    year: int
    least: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """The values found of one series for one state; a year that is missing was not found."""

    ref: SeriesRef
    iso3: str
    points: tuple[Point, ...]

    @property
    def latest(self) -> Point | None:
        """Give the newest value, or `None` where none was found."""
        return self.points[-1] if self.points else None
