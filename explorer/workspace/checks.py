"""What may stand in a workspace: scale, shares and names. Edits and the file ask here alike."""

import math
from collections.abc import Iterable

from explorer.domain.judgement import SCALE_MAX, SCALE_MIN

TOLERANCE = 1e-6
"""How far a sum of shares may lie from one."""


def check_rating(value: float) -> float:
    """Give a rating back.

    Raises:
        ValueError: if it is not on the scale.
    """
    if not SCALE_MIN <= value <= SCALE_MAX:
        raise ValueError(f"{value:g} is not on the scale from {SCALE_MIN:g} to {SCALE_MAX:g}")
    return value


def check_range(low: float, mode: float, high: float) -> None:
    """Check a rating with its range.

    Raises:
        ValueError: if one of the three is not on the scale, or they are not in order.
    """
    for value in (low, mode, high):
        check_rating(value)
    if not low <= mode <= high:
        raise ValueError(f"{low:g}, {mode:g}, {high:g} are not in order: low, mode, high")


def check_shares(shares: Iterable[float]) -> None:
    """Check weights or probabilities that are parts of one whole.

    Raises:
        ValueError: if one is below nought or no number, or they do not sum to one.
    """
    found = tuple(shares)
    check_counts(found)
    total = math.fsum(found)
    if abs(total - 1.0) > TOLERANCE:
        raise ValueError(f"the shares sum to {total:.9g}, and must sum to 1")


def check_counts(counts: Iterable[float]) -> None:
    """Check numbers that say what something counts for.

    Raises:
        ValueError: if one is below nought or no number.
    """
    for count in counts:
        if not math.isfinite(count) or count < 0.0:
            raise ValueError(f"{count:g} is below nought or no number")


def checked_name(name: str, what: str) -> str:
    """Give a name without the space around it; `what` says what it names.

    Raises:
        ValueError: if nothing is left of it.
    """
    if not (kept := name.strip()):
        raise ValueError(f"{what} needs a name")
    return kept
