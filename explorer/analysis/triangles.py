"""What a rating's range says about the values between and beyond: a triangle on the scale.

A range is meant to hold the true value eight times in ten, so its ends are the 10 % and the 90 %
point and the best value is the mode. The triangle with those three properties reaches a little
beyond the range. Risk software takes triangles in the same form, two percentiles and a mode
(PsiTriangGen of Analytic Solver, DefineAltParms of Crystal Ball); see also Kotz, S. and van Dorp,
J. R., 2004, Beyond beta, World Scientific. It is held within the scale: where it would reach
beyond 0 or 4 it ends there, and only the other end is fitted, so the end on that side need no
longer be the 10 % or 90 % point. A range that begins or ends on the scale's end, ends there.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.domain.judgement import SCALE_MAX, SCALE_MIN

Array = NDArray[np.float64]

TAIL = 0.1
"""The probability beyond each end of a rating's range."""

_HALVINGS = 60
_WIDEST = 2.0 * (SCALE_MAX - SCALE_MIN)


@dataclass(frozen=True, slots=True)
class Triangles:
    """Triangles side by side, as arrays of one shape: where each begins, peaks and ends."""

    start: Array
    mode: Array
    end: Array

    def quantiles(self, probabilities: Array) -> Array:
        """Give each triangle's values at these probabilities, one row for each triangle."""
        left, right = self.mode - self.start, self.end - self.mode
        width = left + right
        split = np.divide(left, width, out=np.zeros_like(width), where=width > 0.0)
        rising = self.start[:, None] + np.sqrt(probabilities * (width * left)[:, None])
        falling = self.end[:, None] - np.sqrt((1.0 - probabilities) * (width * right)[:, None])
        return np.where(probabilities < split[:, None], rising, falling)


def fit_triangles(low: Array, mode: Array, high: Array) -> Triangles:
    """Fit a triangle to each range and best value, all on the 0 to 4 scale.

    With the reaches L and R of the triangle to the left and right of the mode, S = L + R, and l
    and h those of the range, the 10 % points ask (L - l)^2 = S L / 10 and (R - h)^2 = S R / 10.
    For a given S each is a quadratic in the root of L or R, and S is found by halving.
    """
    below, above = np.zeros_like(mode), np.full_like(mode, _WIDEST)
    for _ in range(_HALVINGS):
        width = (below + above) / 2.0
        left, right = _reaches(width, low, mode, high)
        wider = left + right > width
        below, above = np.where(wider, width, below), np.where(wider, above, width)
    left, right = _reaches((below + above) / 2.0, low, mode, high)
    return Triangles(mode - left, mode, mode + right)


def _reaches(width: Array, low: Array, mode: Array, high: Array) -> tuple[Array, Array]:
    """Give how far a triangle of this width reaches to each side, held within the scale."""
    root = np.sqrt(TAIL * width)
    left = ((root + np.sqrt(root**2 + 4.0 * (mode - low))) / 2.0) ** 2
    right = ((root + np.sqrt(root**2 + 4.0 * (high - mode))) / 2.0) ** 2
    return np.minimum(left, mode - SCALE_MIN), np.minimum(right, SCALE_MAX - mode)
