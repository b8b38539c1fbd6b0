"""How ratings are rounded to be shown: to a tenth, the same everywhere.

A reader takes one shown figure from another, so a shown difference is the difference of what is
shown, not of what was rounded away.
"""

import math


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
