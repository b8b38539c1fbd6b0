"""Many worlds of one state at a time: what they share, and what a forecast is in each.

In each world

- every rating comes from the triangle of its pooled range (`explorer.analysis.triangles`); where
  the user sets a rating, its range moves along with it;
- the raters are mixed at random, for the anchor and for the weights alike, by the Bayesian
  bootstrap: shares from a Dirichlet distribution (Rubin, D. B., 1981, The Bayesian bootstrap,
  Annals of Statistics 9(1), 130-134). Each rater has parameter 1 where all count alike, and
  otherwise the number of raters who count times the rater's weight;
- beta is normal about its fitted value, and never below zero.

The anchor of a world was judged at the pooled ratings with that world's weights, so from there its
shift is reckoned: raters who weigh factors otherwise do not move a ladder by that alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.analysis.basis import Basis
from explorer.analysis.fit import Fit
from explorer.analysis.forecast import Setting, ranges_under, weights_under
from explorer.analysis.propensity import sign_of
from explorer.analysis.triangles import fit_triangles
from explorer.domain.judgement import SCALE_MAX

Floats = NDArray[np.float32]

LEVELS = 4_096
"""How many equally likely values each rating's triangle is cut into."""

_FLOOR = np.float32(1e-30)  # what the logarithm of a rung that is ruled out is taken of
_FARTHEST = np.float32(60.0)  # the log-odds beyond which a probability no longer changes


@dataclass(frozen=True, slots=True)
class Luck:
    """What one batch of worlds shares between states: the raters' mixture and beta.

    `mixture` has a row for each rater and a column for each world; its columns sum to one.
    """

    mixture: Floats
    beta: Floats


@dataclass(frozen=True, slots=True)
class Part:
    """What a state brings to every world, as arrays.

    `tables` holds for each factor the equally likely values of s * r / 4. `weights` has a row for
    each of the state's raters, `start` the propensity at the pooled ratings under that row, and
    `ladders` the rater's own ladder. `rows` says where these raters stand in the mixture.
    """

    tables: Floats
    weights: Floats
    start: Floats
    ladders: Floats
    rows: tuple[int, ...]
    geometric: bool


def part_of(basis: Basis, setting: Setting, raters: Sequence[str]) -> Part:
    """Gather a state's arrays; weights that the user sets hold in every world.

    Raises:
        ValueError: if a weight is negative or all are zero.
    """
    if setting.weights:
        rows = (weights_under(basis, setting),) * len(basis.raters)
    else:
        rows = basis.rater_weights
    return Part(
        tables=_signed_tables(basis, setting),
        weights=np.array(rows, dtype=np.float32),
        start=_starting_propensity(basis),
        ladders=np.array(basis.anchor.ladders, dtype=np.float32),
        rows=tuple(raters.index(rater) for rater in basis.raters),
        geometric=basis.anchor.method == "geometric",
    )


def above_in(part: Part, ratings: Floats, luck: Luck) -> Floats:
    """Give the probability of each rung or a higher one, but the lowest, in each world.

    `ratings` has a row for each factor and a column for each world, as drawn from `part.tables`.
    """
    mixture = luck.mixture[list(part.rows)]
    if len(part.rows) < len(luck.mixture):
        mixture = mixture / np.maximum(mixture.sum(axis=0), _FLOOR)
    change = ((product(part.weights, ratings) - part.start) * mixture).sum(axis=0)
    above = mixed_anchor(part.ladders, mixture, geometric=part.geometric)
    return shifted(above, luck.beta * change)


def dirichlet_parameters(bases: Sequence[Basis], raters: Sequence[str]) -> NDArray[np.float64]:
    """Give each rater's parameter: one where all count alike, zero for one who does not count."""
    shares = dict.fromkeys(raters, 0.0)
    for basis in bases:
        for rater, share in zip(basis.raters, basis.anchor.weights, strict=True):
            shares[rater] = max(shares[rater], share)
    found = np.array([shares[rater] for rater in raters])
    return found / found.sum() * np.count_nonzero(found)


def mixture_of(source: np.random.Generator, parameters: NDArray[np.float64], count: int) -> Floats:
    """Draw shares of the raters, a column for each world; each column sums to one."""
    drawn = source.standard_gamma(parameters, size=(count, len(parameters)))
    drawn /= drawn.sum(axis=1, keepdims=True)
    return np.ascontiguousarray(drawn.T, dtype=np.float32)


def betas_of(source: np.random.Generator, fit: Fit, count: int) -> Floats:
    """Draw beta, normal about its fitted value and never below zero."""
    drawn = fit.beta + fit.spread * source.standard_normal(count)
    return np.maximum(drawn, 0.0).astype(np.float32)


def mixed_anchor(ladders: Floats, mixture: Floats, *, geometric: bool) -> Floats:
    """Give the probability of each rung or a higher one, but the lowest, in each world's mixture.

    `ladders` has a row for each rater, `mixture` too; the result has a column for each world.
    """
    if geometric:
        shares = np.exp(product(np.log(np.maximum(ladders, _FLOOR)).T, mixture))
        shares /= shares.sum(axis=0)
        return np.cumsum(shares[::-1], axis=0)[-2::-1]
    above = np.cumsum(ladders[:, ::-1], axis=1)[:, -2::-1]
    return np.minimum(product(above.T, mixture), np.float32(1.0))


def shifted(above: Floats, shift: Floats) -> Floats:
    """Move cumulative probabilities by a shift in log-odds for each world."""
    odds = np.exp(np.clip(shift, -_FARTHEST, _FARTHEST))
    gain = above * odds
    return (gain / (gain + (np.float32(1.0) - above))).astype(np.float32, copy=False)


def rungs_from(above: Floats) -> Floats:
    """Give the rungs' probabilities from those of each rung or a higher one, but the lowest."""
    rungs = np.empty((len(above) + 1, above.shape[1]), dtype=above.dtype)
    np.subtract(1.0, above[0], out=rungs[0])
    np.subtract(above[:-1], above[1:], out=rungs[1:-1])
    rungs[-1] = above[-1]
    np.maximum(rungs, 0.0, out=rungs)
    return rungs


def product(left: Floats, right: Floats) -> Floats:
    """Give the matrix product, summed here and in one thread.

    The linear algebra library would start threads for it, which wait busily for one another: that
    doubled the time, and tied the result to the number of processors.
    """
    return np.einsum("ij,jk->ik", left, right)


def _signed_tables(basis: Basis, setting: Setting) -> Floats:
    """Give for each factor the equally likely values of s * r / 4, one row for each."""
    rows = ranges_under(basis, setting)
    low, mode, high = (np.array(column) for column in zip(*rows, strict=True))
    triangles = fit_triangles(low, mode, high)
    middles = (np.arange(LEVELS) + 0.5) / LEVELS
    signs = np.array([sign_of(group) for group in basis.groups]) / SCALE_MAX
    return (signs[:, None] * triangles.quantiles(middles)).astype(np.float32)


def _starting_propensity(basis: Basis) -> Floats:
    """Give each rater's propensity at the pooled ratings, a row for each."""
    signs = np.array([sign_of(group) for group in basis.groups]) / SCALE_MAX
    parts = np.array(basis.rater_weights) * signs * np.array(basis.ratings)
    return parts.sum(axis=1, keepdims=True).astype(np.float32)
