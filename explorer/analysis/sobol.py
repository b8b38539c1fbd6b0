"""How much of the doubt about a number comes from each uncertain quantity: Sobol's shares.

The first-order share is the part of the variance that would go if the quantity were known (Sobol',
I. M., 1993, Sensitivity estimates for nonlinear mathematical models, Mathematical Modelling and
Computational Experiment 1(4), 407-414); the total share is the part that would stay if all others
were known (Homma, T. and Saltelli, A., 1996, Importance measures in global sensitivity analysis of
nonlinear models, Reliability Engineering and System Safety 52(1), 1-17).

First-order shares are estimated as in Saltelli, A. et al., 2010, Variance based sensitivity
analysis of model output: design and estimator for the total sensitivity index, Computer Physics
Communications 181(2), 259-270, table 2 (b), about the mean; total shares as in Jansen, M. J. W.,
1999, Analysis of variance designs for model output, Computer Physics Communications 117(1-2),
35-43, which is table 2 (f) there. Intervals come from resampling the rows (Archer, G. E. B.,
Saltelli, A. and Sobol', I. M., 1997, Sensitivity measures, ANOVA-like techniques and the use of
bootstrap, Journal of Statistical Computation and Simulation 58(2), 99-120).
"""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from explorer.analysis.shares import Doubt, Share, Source
from explorer.analysis.streams import stream

Array = NDArray[np.float64]
Sample = Mapping[str, NDArray[np.floating]]
"""Draws by the name of the quantity; the last axis of each array counts the draws."""

RESAMPLES = 200
_TAIL = 0.1


def sobol_shares(
    number: Callable[[Sample], NDArray[np.floating]], one: Sample, other: Sample, seed: int
) -> Doubt:
    """Estimate the shares of a number from two independent samples of its quantities.

    Args:
        number: gives the number for each draw of a sample, and is called once for each quantity
            and twice more.
        one: a sample of all quantities.
        other: another one, with the same names and shapes.
        seed: for the resampling.

    Raises:
        ValueError: if there are fewer than two draws.
    """
    here = np.asarray(number(one), dtype=np.float64)
    there = np.asarray(number(other), dtype=np.float64)
    rows = len(here)
    if rows <= 1:
        raise ValueError("shares of variance need two draws or more")
    mean = float((here.mean() + there.mean()) / 2.0)
    swapped = np.stack(
        [np.asarray(number({**one, name: other[name]}), dtype=np.float64) for name in one]
    )
    products = np.concatenate(((there - mean) * (swapped - here), (here - swapped) ** 2 / 2.0))
    moments = np.stack((here + there, (here - mean) ** 2 + (there - mean) ** 2)) / 2.0
    estimates = np.concatenate((products, moments))
    whole = _shares(estimates.mean(axis=1, keepdims=True), mean)[:, 0]
    low, high = _intervals(estimates, mean, seed)
    found = [Share(*row) for row in zip(whole.tolist(), low.tolist(), high.tolist(), strict=True)]
    pairs = zip(one, found[: len(one)], found[len(one) :], strict=True)
    variance = float(moments[1].mean())
    return Doubt(tuple(Source(*each) for each in pairs), variance, mean, rows)


def _shares(means: Array, mean: float) -> Array:
    """Turn mean products into shares; the last two rows hold the mean and the square about it."""
    variance = means[-1] - (means[-2] - mean) ** 2
    known = np.maximum(variance, np.finfo(np.float64).tiny)
    return np.where(variance > 0.0, means[:-2] / known, 0.0)


def _intervals(estimates: Array, mean: float, seed: int) -> tuple[Array, Array]:
    """Resample the rows and give the 10 % and the 90 % point of each share."""
    rows = int(estimates.shape[1])
    source = stream(seed, "sobol/resampling")
    again = np.empty((len(estimates), RESAMPLES))
    for place in range(RESAMPLES):
        times = np.bincount(source.integers(0, rows, rows), minlength=rows)
        again[:, place] = np.einsum("ij,j->i", estimates, times / rows)
    shares = _shares(again, mean)
    return np.quantile(shares, _TAIL, axis=1), np.quantile(shares, 1.0 - _TAIL, axis=1)
