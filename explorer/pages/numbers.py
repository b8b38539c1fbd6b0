"""Figures as they are shown: separators for thousands, decimals by size, and a true minus."""

import math
from collections.abc import Iterable

from explorer.analysis.likelihood import percent_text
from explorer.pages.words import MINUS

_STEPS = ((1e9, "billion"), (1e6, "million"))
_WORDS_OF_SIZE = ("thousand", "million", "billion", "trillion")
_MOST_DECIMALS = 4
_DIGITS = 3
_SMALL = 10.0
_LARGE = 1000.0
_FLAT_SHARE = 0.75
_FLAT_AMOUNT = 0.5


def number_text(value: float, decimals: int) -> str:
    """Give a figure to show: `1,234`, `12.3`, and a true minus before one below zero."""
    text = f"{abs(value):,.{decimals}f}"
    is_zero = not text.strip("0.,")
    return f"{MINUS}{text}" if value < 0 and not is_zero else text


def signed_text(value: float, decimals: int) -> str:
    """Give a difference with its sign, plus or true minus; one that shows as nought has none."""
    size = number_text(abs(value), decimals)
    if not size.strip("0.,"):
        return size
    return f"{'+' if value > 0 else MINUS}{size}"


def share_figure(share: float) -> str:
    """Give a likelihood, 0 to 1, as it stands within a bar of per cents: “89”, “<1”, “>99”."""
    return share_text(share).removesuffix("%").strip()


def share_text(share: float) -> str:
    """Give a likelihood, 0 to 1, with its sign of per cent: “89 %”, “<1 %”."""
    return percent_text(share)


def interval_text(low: float, high: float) -> str:
    """Give an interval of likelihoods, each 0 to 1: “63 to 72 %”, or one figure for both ends."""
    first, last = share_figure(low), share_figure(high)
    return share_text(high) if first == last else f"{first} to {share_text(high)}"


def decimals_for(values: Iterable[float]) -> int:
    """Give the decimals that show the largest figure with about three digits.

    Whole figures need none. Small ones beside others below a thousand keep one.
    """
    sizes = [abs(value) for value in values]
    largest = max(sizes, default=0.0)
    if largest == 0.0 or all(size == round(size) for size in sizes):
        return 0
    wanted = _DIGITS - 1 - math.floor(math.log10(largest))
    smallest = min(size for size in sizes if size > 0)
    fewest = 1 if smallest < _SMALL and largest < _LARGE else 0
    return max(fewest, min(_MOST_DECIMALS, wanted))


def scale_for(values: Iterable[float], unit: str) -> tuple[float, str]:
    """Give a divisor and the unit it makes: dollars by the ten thousand million become billions.

    A unit that is a share, or that counts in thousands or more already, stays as it is.
    """
    largest = max((abs(value) for value in values), default=0.0)
    lower = unit.lower()
    if lower.startswith("%") or any(word in lower for word in _WORDS_OF_SIZE):
        return 1.0, unit
    for size, word in _STEPS:
        if largest >= size:
            return size, f"{word} {unit}".strip()
    return 1.0, unit


def starts_at_zero(values: Iterable[float], unit: str) -> bool:
    """Say whether an axis should hold zero: figures that are not negative and spread widely.

    Where the smallest is above half the largest (of shares, three quarters), an axis from zero
    would flatten the curve.
    """
    found = list(values)
    if not found or min(found) < 0:
        return False
    flat = _FLAT_SHARE if unit.startswith("%") else _FLAT_AMOUNT
    return min(found) <= flat * max(found)
