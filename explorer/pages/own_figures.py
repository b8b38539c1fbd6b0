"""The figures of an own judgement as they are typed and moved: a range in order, shares of 100."""

from collections.abc import Iterable, Sequence
from datetime import date

from explorer.domain.judgement import SCALE_MAX, SCALE_MIN

FIRST_HALF = 0.5
"""How far a range reaches to either side of a best value before the user sets its ends."""


def read_number(text: str) -> float | None:
    """Read a number as people type it, with a point or a comma; `None` where it is none."""
    try:
        value = float(text.strip().rstrip("%").strip().replace(",", "."))
    except ValueError:
        return None
    return value if abs(value) < float("inf") else None


def day_fault(text: str, today: date) -> str:
    """Say what is wrong with a date as typed; nothing if it will do."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return "Type the date as year, month and day, such as 2026-11-24."
    return "The date lies in the future." if day > today else ""


def moved_range(
    present: tuple[float, float, float] | None, which: int, value: float
) -> tuple[float, float, float]:
    """Set low (0), best (1) or high (2), which push one another so that they stay in order.

    Without a present range, the first value set is the best one, half a point either way of it
    the range, until the user says otherwise.
    """
    value = round(min(max(value, SCALE_MIN), SCALE_MAX), 1)
    if present is None:
        return (
            round(max(value - FIRST_HALF, SCALE_MIN), 1),
            value,
            round(min(value + FIRST_HALF, SCALE_MAX), 1),
        )
    found = list(present)
    found[which] = value
    for below in range(which):
        found[below] = min(found[below], value)
    for above in range(which + 1, 3):
        found[above] = max(found[above], value)
    return found[0], found[1], found[2]


def given_share(
    percents: Sequence[float], at: int, percent: float, held: Iterable[int] = ()
) -> tuple[float, ...]:
    """Give a rung a per cent, and let the others share what is left in proportion: 100 in all.

    `held` are rungs that keep what they have as long as that leaves enough; where it does not,
    all others give way in proportion. Per cents are whole, or tenths where one was given so.
    """
    step = 1 if _is_whole([percent, *(percents[each] for each in held)]) else 10
    given = round(min(max(percent, 0.0), 100.0) * step)
    kept = {each: round(percents[each] * step) for each in held if each != at}
    free = [each for each in range(len(percents)) if each != at and each not in kept]
    if not free or given + sum(kept.values()) > 100 * step:
        kept = {}
        free = [each for each in range(len(percents)) if each != at]
    left = 100 * step - given - sum(kept.values())
    found = kept | {at: given} | _parted(left, {each: percents[each] for each in free})
    return tuple(found[each] / step for each in range(len(percents)))


def even_percents(count: int) -> tuple[float, ...]:
    """Give so many per cents alike, as far as whole ones can be."""
    parts = _parted(100, dict.fromkeys(range(count), 1.0))
    return tuple(float(parts[at]) for at in range(count))


def _parted(whole: int, shares: dict[int, float]) -> dict[int, int]:
    """Part a whole number in proportion; what rounding leaves goes to the largest remainders."""
    total = sum(shares.values())
    if total <= 0.0:
        shares, total = dict.fromkeys(shares, 1.0), float(len(shares))
    exact = {each: whole * share / total for each, share in shares.items()}
    found = {each: int(value) for each, value in exact.items()}
    by_rest = sorted(exact, key=lambda each: (found[each] - exact[each], each))
    for each in by_rest[: whole - sum(found.values())]:
        found[each] += 1
    return found


def _is_whole(values: Iterable[float]) -> bool:
    return all(abs(value - round(value)) < 1e-9 for value in values)  # noqa: PLR2004 - rounding
