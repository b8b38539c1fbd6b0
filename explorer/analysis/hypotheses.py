"""Which rung the evidence speaks least against: the analysis of competing hypotheses.

Source of the method: Heuer, R. J., 1999, Psychology of intelligence analysis, chapter 8, which
marks cells and prefers what has least against it, without figures. Each item of evidence is set
against each rung; what fits a rung counts for nothing, since it may fit others too. The figures
are later. The plain count gives I one and II two, and the weighted one multiplies that by
credibility and relevance, each 1 / root 2, 1 or root 2 (Good, L., Shrager, J., Stefik, M.,
Pirolli, P. and Card, S., 2004, ACH 1.1: technical description, PARC). The squared count gives II
four, and diagnosticity is the population standard deviation of an item's cells over the rungs
(Open Synthesis, `openach/metrics.py`). The three counts can rank differently.

Tests of the method found no gain over plain judgement: none in accuracy (Mandel, D. R.,
Karvetski, C. W. and Dhami, M. K., 2018, Boosting intelligence analysts' judgment accuracy: what
works, what fails?, Judgment and Decision Making 13(6)) and none in coherence (Karvetski, C. W. and
Mandel, D. R., 2020, Coherence of probability judgments from uncertain evidence: does ACH help?,
the same 15(6)). So it stands beside the forecast and never replaces it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import pstdev
from typing import Literal

from explorer.analysis.consistency import Cell, Grade, Row
from explorer.domain.evidence import MARKS, Mark

Count = Literal["plain", "weighted", "squared"]
"""How inconsistency is counted; the three can rank rungs differently."""

COUNTS: tuple[Count, ...] = ("plain", "weighted", "squared")
FACTORS: dict[Grade, float] = {"low": 1 / math.sqrt(2), "medium": 1.0, "high": math.sqrt(2)}
"""What credibility and relevance multiply an inconsistency by."""

_AGAINST: dict[Mark, float] = {"II": 2.0, "I": 1.0}
_TIE = 1e-9


@dataclass(frozen=True, slots=True)
class Telling:
    """An item that, left out, would change the lead, and the rungs that would then lead."""

    evidence_id: str
    leading: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Standings:
    """How much speaks against each rung, lowest first, and who leads by that.

    `leading` holds the places of the rungs with the least against them; several if they are level.
    `margin` is by how much the next one has more. `against` counts the items marked I or II for
    each rung. `telling` are the items that change the lead when each alone is left out.
    """

    count: Count
    totals: tuple[float, ...]
    against: tuple[int, ...]
    leading: tuple[int, ...]
    margin: float
    telling: tuple[Telling, ...]


def standings(rows: Sequence[Row], rungs: int, count: Count = "plain") -> Standings:
    """Add up what speaks against each rung."""
    parts = [[inconsistency(row, cell, count) for cell in row.cells] for row in rows]
    totals = _totals(parts, rungs)
    leading = _least(totals)
    others = [total for place, total in enumerate(totals) if place not in leading]
    return Standings(
        count=count,
        totals=totals,
        against=tuple(sum(part[place] > 0.0 for part in parts) for place in range(rungs)),
        leading=leading,
        margin=min(others) - totals[leading[0]] if others else 0.0,
        telling=_telling(rows, parts, totals, leading),
    )


def inconsistency(row: Row, cell: Cell, count: Count) -> float:
    """Give what one cell counts against its rung; what fits, or is neutral, counts nothing."""
    plain = _AGAINST.get(cell.mark, 0.0)
    if count == "weighted":
        return plain * FACTORS[row.credibility] * FACTORS[row.relevance]
    return plain**2 if count == "squared" else plain


def diagnosticity(row: Row) -> float:
    """Give how well an item tells the rungs apart; nought where it fits all alike."""
    return pstdev(MARKS.index(cell.mark) for cell in row.cells)


def by_diagnosticity(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Give the items with the most telling first; equals keep their order."""
    return tuple(sorted(rows, key=diagnosticity, reverse=True))


def _totals(parts: Sequence[Sequence[float]], rungs: int) -> tuple[float, ...]:
    return tuple(math.fsum(part[place] for part in parts) for place in range(rungs))


def _least(totals: Sequence[float]) -> tuple[int, ...]:
    least = min(totals)
    return tuple(place for place, total in enumerate(totals) if total <= least + _TIE)


def _telling(
    rows: Sequence[Row],
    parts: Sequence[Sequence[float]],
    totals: Sequence[float],
    leading: tuple[int, ...],
) -> tuple[Telling, ...]:
    """Leave out each item in turn."""
    found: list[Telling] = []
    for row, part in zip(rows, parts, strict=True):
        without = _least([total - less for total, less in zip(totals, part, strict=True)])
        if without != leading:
            found.append(Telling(row.evidence_id, without))
    return tuple(found)
