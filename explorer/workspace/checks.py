"""What may stand in a workspace: scale, shares and names. Edits and the file ask here alike."""

import math
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from explorer.domain.judgement import SCALE_MAX, SCALE_MIN

_OWN_ID = re.compile(r"U\d{3,9}")
_QUESTION_ID = re.compile(r"P\d{2,9}")
_FORECAST_ID = re.compile(r"F\d{3,9}")
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


def check_own_id(key: str) -> None:
    """Check the id of an item of evidence of the user's own.

    Raises:
        ValueError: if it has not the form `U001`.
    """
    if not _OWN_ID.fullmatch(key):
        raise ValueError(f"“{key}” is no id of an own item, such as U001")


def check_strength(strength: float) -> None:
    """Check how strong an item of evidence is said to be.

    Raises:
        ValueError: if it is not 1, 2 or 3.
    """
    if strength not in (1, 2, 3):
        raise ValueError(f"{strength:g} is not 1, 2 or 3")


def check_grade(reliability: str, credibility: float) -> None:
    """Check the Admiralty grades of source and information.

    Raises:
        ValueError: if they are not a letter from A to F and a number from 1 to 6.
    """
    if len(reliability) != 1 or reliability not in "ABCDEF":
        raise ValueError(f"“{reliability}” is no grade from A to F")
    if credibility not in (1, 2, 3, 4, 5, 6):
        raise ValueError(f"{credibility:g} is no grade from 1 to 6")


def check_question_id(key: str) -> None:
    """Check the id of a question of the user's own.

    Raises:
        ValueError: if it has not the form `P01`.
    """
    if not _QUESTION_ID.fullmatch(key):
        raise ValueError(f"“{key}” is no id of an own question, such as P01")


def check_forecast_id(key: str) -> None:
    """Check the id of a forecast of the user's own.

    Raises:
        ValueError: if it has not the form `F001`.
    """
    if not _FORECAST_ID.fullmatch(key):
        raise ValueError(f"“{key}” is no id of a forecast, such as F001")


def check_likelihood(value: float) -> None:
    """Check a likelihood.

    Raises:
        ValueError: if it is not from 0 to 1.
    """
    if not 0.0 <= value <= 1.0:
        raise ValueError(f"{value:g} is no likelihood from 0 to 1")


def check_moment(moment: datetime) -> None:
    """Check a moment of the record, which must not hang on where the reader is.

    Raises:
        ValueError: if it is not in UTC.
    """
    if moment.utcoffset() != timedelta(0):
        raise ValueError(f"{moment.isoformat()} is no moment in UTC")


def in_utc(moment: datetime) -> datetime:
    """Give a moment in UTC, to the second, as the record keeps it."""
    return moment.astimezone(UTC).replace(microsecond=0)
