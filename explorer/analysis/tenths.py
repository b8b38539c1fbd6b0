"""How ratings are rounded to be shown: to a tenth, the same everywhere.

A reader takes one shown figure from another, so a shown difference is the difference of what is
shown, not of what was rounded away.
"""

import math
from collections.abc import Sequence


def to_tenth(value: float) -> float:
    """Give a rating to a tenth of a scale point; a half goes away from zero.

    The product is cleaned at the ninth decimal first, since a mean such as 2.35 may be held a
    hair below itself.
    """
    tenths = math.floor(round(abs(value) * 10.0, 9) + 0.5)
    return math.copysign(tenths / 10.0, value) if tenths else 0.0


def shown_difference(value: float, less: float) -> float:
    """Give a shown rating less another shown rating, to a tenth."""
    return to_tenth(to_tenth(value) - to_tenth(less))


def closed_tenths(values: Sequence[float]) -> tuple[float, ...]:
    """Round values that are parts of a whole so that the shown parts sum to the whole, shown.

    Each gives up what it has over a whole tenth, and the tenths that are then left go to those
    that gave up most, the earlier one of two alike: the method of largest remainders, or of Hare
    and Niemeyer (Balinski, M. L. and Young, H. P., 1982, Fair Representation, Yale University
    Press). No value moves by a tenth or more, and one that is a tenth already stays as it is.
    """
    exact = [round(value * 10.0, 6) for value in values]
    found = [math.floor(each) for each in exact]
    left = math.floor(math.fsum(exact) + 0.5) - sum(found)
    by_rest = sorted(range(len(exact)), key=lambda at: (round(found[at] - exact[at], 6), at))
    for at in by_rest[:left]:
        found[at] += 1
    return tuple(each / 10.0 for each in found)
