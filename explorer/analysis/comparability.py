"""May two figures that stand side by side be called higher and lower?

Comparability is how far differences between figures are due to what is measured and not to how,
when or by whom: European Statistics Code of Practice (2017), principle 14, “Coherence and
Comparability”; OECD (2011), Quality Framework for Statistical Activities, dimension “coherence”.
Figures that fail here are still shown. What is withheld is the word for their difference.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import Literal

Kind = Literal["year", "source", "modelled", "caveat", "overlap", "rival", "absent"]
Absence = Literal["", "small", "unlisted"]
"""Why a partner has no share: the list printed leaves it out, or there is no list at all."""

FURTHEST = 5
"""Years beyond which no two figures are compared, however slowly a series moves."""
UNKNOWN = 1
"""Years that may lie between two figures where it is not known how fast a series moves."""
STEPS = 10
"""How many of the latest changes tell how fast a series moves."""
ASSUMED: frozenset[str] = frozenset(
    {"modelled", "modelled in part", "estimated", "judged by experts", "experts and surveys"}
)
"""The bases on which a figure is worked out or judged, and not counted."""


NORMAL_95 = 1.959963984540054
"""How many standard deviations about the mean hold 95 % of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Rival:
    """What another figure for the same quantity says of the state in one year; `whose` it is."""

    whose: str
    year: int
    value: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One of two figures side by side; `value` is `None` where none was found.

    `definition` names what is measured, `source` whose figure it is, by id. `basis` says how it
    came about, and is blank where that is not recorded. `caveat` is what the source warns of this
    state's figure, or that its figures are not to be ranked. `absence` is for a partner's share.
    `pace` is what the series usually changes in a year, and `None` where that is not known.
    `rivals` are the values of other figures for the same quantity, of any year.
    """

    definition: str
    source: str
    year: int
    value: float | None
    basis: str = ""
    caveat: str = ""
    interval: tuple[float, float] | None = None
    absence: Absence = ""
    pace: float | None = None
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that sets two figures apart; one that `withholds` forbids “higher” and “lower”."""

    kind: Kind
    withholds: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the comparison of two figures holds, and what is to be said of it."""

    findings: tuple[Finding, ...] = ()

    @property
    def holds(self) -> bool:
        """Say whether one figure may be called higher or lower than the other."""
        return not any(each.withholds for each in self.findings)

    @property
    def withheld_by(self) -> tuple[Kind, ...]:
        """Give the kinds of what forbids the comparison."""
        return tuple(each.kind for each in self.findings if each.withholds)


def compare(one: Figure, other: Figure) -> Verdict:
    """Say whether two figures may be compared; their order makes no difference.

    - absent: a figure is missing, or the partner is not listed, which is not zero. Withholds.
    - year: the years differ. Withholds if they are further apart than `years_allowed`; else warns.
    - source: another definition, or another source, which may count in another way. Withholds.
    - modelled: both bases are recorded and differ: withholds. Either is a model's result, an
      estimate or a judgement: warns, since part of the difference may lie in how it is made.
    - caveat: the source warns of either figure. Withholds.
    - overlap: the intervals meet. Withholds. That two intervals meet does not show that there is
      no difference: as a test it is conservative, and finds fewer differences than there are
      (Schenker, N. and Gentleman, J. F., 2001, On judging the significance of differences by
      examining the overlap between confidence intervals, The American Statistician 55, 182-186).
      Here that errs on the side of silence.
    - rival: another figure for the same quantity orders the two the other way. Withholds.

    A figure beside itself is not compared with anything: nothing is found.
    """
    if one == other:
        return Verdict()
    found = (
        _year(one, other),
        _source(one, other),
        _modelled(one, other),
        _caveat(one, other),
        _overlap(one, other),
        _rival(one, other),
        _absent(one, other),
    )
    return Verdict(tuple(each for each in found if each is not None))


def years_allowed(one: Figure, other: Figure) -> int:
    """Give how many years may lie between two figures: as many as their difference outlasts.

    It is their difference over what the faster of the two series usually changes in a year: in
    more years than that, the one alone could have moved by all that sets them apart. It is at most
    `FURTHEST`, and `UNKNOWN` where the pace of neither is known.
    """
    paces = [each.pace for each in (one, other) if each.pace is not None]
    if not paces or one.value is None or other.value is None:
        return UNKNOWN
    difference, pace = abs(one.value - other.value), max(paces)
    if difference >= FURTHEST * pace:
        return FURTHEST if difference > 0 else 0
    return int(difference / pace)


def rivals_against(one: Figure, other: Figure) -> tuple[Rival, ...]:
    """Give the rivals that order two figures the other way: their values for `one`.

    Of each rival the newest year counts in which it has a value for both, if that lies no further
    than `FURTHEST` years from either figure. A rival for which both are level orders neither.
    """
    if one.value is None or other.value is None:
        return ()
    theirs = {(each.whose, each.year): each.value for each in other.rivals}
    newest: dict[str, Rival] = {}
    for each in sorted(one.rivals, key=lambda rival: rival.year):
        is_near = max(abs(each.year - one.year), abs(each.year - other.year)) <= FURTHEST
        if is_near and (each.whose, each.year) in theirs:
            newest[each.whose] = each
    difference = one.value - other.value
    return tuple(
        each
        for each in newest.values()
        if (each.value - theirs[each.whose, each.year]) * difference < 0.0
    )


def wilson_interval(share: float, count: int, width: float = NORMAL_95) -> tuple[float, float]:
    """Give the interval of a share of a count: Wilson's score interval, as shares from 0 to 1.

    Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference,
    Journal of the American Statistical Association 22, 209-212. Where half marks count towards
    `share` it is wider than need be, since marks of a half vary less than those of nought and one.

    Raises:
        ValueError: if the count is not positive or the share is not between nought and one.
    """
    if count < 1 or not 0.0 <= share <= 1.0:
        msg = f"No share of {count}: {share}"
        raise ValueError(msg)
    square = width * width
    middle = share + square / (2 * count)
    reach = width * sqrt(share * (1.0 - share) / count + square / (4 * count * count))
    scale = 1.0 + square / count
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


def usual_pace(years: Sequence[int], values: Sequence[float]) -> float | None:
    """Give the mean size of the change in a year over the latest `STEPS` changes.

    A change over several years counts as if spread over them evenly. It is `None` for fewer than
    two values.
    """
    steps = list(pairwise(zip(years, values, strict=True)))[-STEPS:]
    if not steps:
        return None
    changes = [abs(after[1] - before[1]) / (after[0] - before[0]) for before, after in steps]
    return sum(changes) / len(changes)


def _absent(one: Figure, other: Figure) -> Finding | None:
    missing = any(each.value is None or each.absence for each in (one, other))
    return Finding("absent", withholds=True) if missing else None


def _year(one: Figure, other: Figure) -> Finding | None:
    apart = abs(one.year - other.year)
    if apart == 0 or one.value is None or other.value is None:
        return None
    return Finding("year", withholds=apart > years_allowed(one, other))


def _source(one: Figure, other: Figure) -> Finding | None:
    alike = (one.definition, one.source) == (other.definition, other.source)
    return None if alike or None in {one.value, other.value} else Finding("source", withholds=True)


def _modelled(one: Figure, other: Figure) -> Finding | None:
    bases = {one.basis, other.basis}
    if len(bases - {""}) > 1:
        return Finding("modelled", withholds=True)
    return Finding("modelled", withholds=False) if bases & ASSUMED else None


def _caveat(one: Figure, other: Figure) -> Finding | None:
    return Finding("caveat", withholds=True) if one.caveat or other.caveat else None


def _rival(one: Figure, other: Figure) -> Finding | None:
    return Finding("rival", withholds=True) if rivals_against(one, other) else None


def _overlap(one: Figure, other: Figure) -> Finding | None:
    if one.interval is None or other.interval is None:
        return None
    meet = one.interval[0] <= other.interval[1] and other.interval[0] <= one.interval[1]
    return Finding("overlap", withholds=True) if meet else None
