"""How well an item of evidence fits each rung, by a rule that the user may overrule cell by cell.

The rule. An item that points towards closer ties speaks against the low rungs, one that points
away against the high ones, and context is neutral throughout. Counted from the end it speaks
against, with strength s and the number j of rungs passed, s - j of two or more is very
inconsistent (II), one inconsistent (I), nought neutral (N), less one consistent (C), and less than
that very consistent (CC). So strength 1 has one I; strength 2 an II and an I; strength 3 two II
and an I.

The factor's group comes in here: a force at work counts in full, the lack of one a step less. A
stronger interest and a harder constraint are forces at work; a weaker interest and an eased
constraint only leave room. Items on the outcome itself count in full.

The rule is this app's own. Since it begins at the ends of the ladder, the middle rung has an item
against it only from strength 3 on, and mixed evidence leaves the middle in the lead.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from explorer.analysis.weights import weights_in
from explorer.domain.atlas import Atlas
from explorer.domain.evidence import MARKS, Direction, Evidence, Mark
from explorer.domain.judgement import Group

Grade = Literal["low", "medium", "high"]

OUTCOME = "outcome"

_LEVEL_OF_NEUTRAL = MARKS.index("N")
_SOUND, _WEAK = frozenset("AB"), frozenset("DEF")
_CONFIRMED, _DOUBTFUL = 2, 4
_THIRD = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """One mark; `by_user` says that it overrules the rule, whose own mark is `rule`."""

    mark: Mark
    rule: Mark
    by_user: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One item against every rung, lowest first, with the grades the weighted count uses.

    `strength` is what the rule counted, from the item's own, less one where only the lack of a
    force is told.
    """

    evidence_id: str
    cells: tuple[Cell, ...]
    credibility: Grade
    relevance: Grade
    direction: Direction
    strength: int


def rows_of(
    atlas: Atlas,
    iso3: str,
    marks: Mapping[tuple[str, int], Mark] | None = None,
    own: Iterable[Evidence] = (),
) -> tuple[Row, ...]:
    """Set the items that name a state against the rungs, in the pack's order, then one's own.

    Args:
        atlas: the pack.
        iso3: the state; items on the region as a whole are left out, since they name no state.
        marks: the user's own marks by evidence id and the rung's place, counted from 0.
        own: items of the user's own, which count like the pack's.
    """
    marks = marks or {}
    relevances = _relevances(atlas)
    rungs = len(atlas.rungs)
    found: list[Row] = []
    for item in (*atlas.evidence, *own):
        if iso3 not in item.countries:
            continue
        factor = atlas.factor_by_id.get(item.factor)
        strength = counted_strength(item, factor.group if factor else None)
        cells = tuple(
            _cell(rule, marks.get((item.id, place)))
            for place, rule in enumerate(rule_marks(item.direction, strength, rungs))
        )
        relevance = relevances.get(item.factor, "high")
        found.append(
            Row(item.id, cells, credibility_of(item), relevance, item.direction, strength)
        )
    return tuple(found)


def counted_strength(item: Evidence, group: Group | None) -> int:
    """Give the strength that the rule counts; `None` for an item on the outcome itself."""
    at_work = group is None or (group == "interest") == (item.direction == "+")
    return item.strength if at_work else item.strength - 1


def rule_marks(direction: Direction, strength: int, rungs: int) -> tuple[Mark, ...]:
    """Give the rule's marks for an item, lowest rung first."""
    if direction == "0":
        return tuple(MARKS[_LEVEL_OF_NEUTRAL] for _ in range(rungs))
    levels = [_LEVEL_OF_NEUTRAL - strength + passed for passed in range(rungs)]
    last = len(MARKS) - 1
    marks: tuple[Mark, ...] = tuple([MARKS[min(max(level, 0), last)] for level in levels])
    return marks if direction == "+" else marks[::-1]


def credibility_of(item: Evidence) -> Grade:
    """Grade an item by its Admiralty marks.

    High is a source of A or B with information of 1 or 2; low a source of D or worse, or one that
    cannot be judged, or information of 4 or more; medium the rest.
    """
    if item.reliability in _WEAK or item.credibility >= _DOUBTFUL:
        return "low"
    if item.reliability in _SOUND and item.credibility <= _CONFIRMED:
        return "high"
    return "medium"


def _relevances(atlas: Atlas) -> dict[str, Grade]:
    """Grade factors by pooled weight: the upper third high, the lower third low."""
    pooled = weights_in(atlas)
    pairs = zip(pooled.shares, pooled.factors, strict=True)
    ranked = [factor for _, factor in sorted(pairs, key=lambda pair: pair[0])]
    third = len(ranked) // _THIRD
    grades: dict[str, Grade] = dict.fromkeys(ranked, "medium")
    grades.update(dict.fromkeys(ranked[:third], "low"))
    grades.update(dict.fromkeys(ranked[len(ranked) - third :], "high"))
    return grades


def _cell(rule: Mark, own: Mark | None) -> Cell:
    return Cell(rule, rule) if own is None else Cell(own, rule, by_user=True)
