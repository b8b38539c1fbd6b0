"""How sure a forecast is: what its probabilities could be, given all that is uncertain in them.

Many worlds are drawn (`explorer.analysis.worlds`) and each is forecast. The raters read the same
evidence. Their agreement therefore understates doubt, and so do these intervals.

The draws are made in chunks and only counted, in ten thousand steps of probability, so that memory
does not grow with their number. Each quantity draws from its own stream.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from explorer.analysis.basis import Basis
from explorer.analysis.fit import Fit
from explorer.analysis.forecast import Setting
from explorer.analysis.intervals import DRAWS, LEVEL, SEED, Interval, Uncertainty
from explorer.analysis.streams import stream
from explorer.analysis.worlds import (
    Floats,
    Luck,
    above_in,
    betas_of,
    dirichlet_parameters,
    mixture_of,
    part_of,
    rungs_from,
)

Counts = NDArray[np.int64]

_CHUNK = 16_384
_DISCARD = 4  # bits of a 16-bit number that choosing one of them leaves over
_STEPS = 10_000


class StateDraws:
    """One state's part of the draws: its arrays, its streams and the counts so far."""

    def __init__(self, basis: Basis, setting: Setting, raters: Sequence[str], seed: int) -> None:
        self.iso3 = basis.iso3
        self._part = part_of(basis, setting, raters)
        self._streams = [
            stream(seed, f"rating/{basis.iso3}/{each.factor}").bit_generator
            for each in basis.standings
        ]
        size = self._part.ladders.shape[1]
        self._sums = np.zeros(2 * size - 1)
        self._counts: Counts = np.zeros((2 * size - 1, _STEPS + 1), dtype=np.int64)
        self._leading: Counts = np.zeros(size, dtype=np.int64)

    def add(self, luck: Luck) -> None:
        """Forecast one chunk of worlds and count what came out."""
        above = above_in(self._part, self._drawn(len(luck.beta)), luck)
        rungs = rungs_from(above)
        self._count(np.concatenate((rungs, above)))
        self._leading += np.bincount(rungs.argmax(axis=0), minlength=len(rungs))

    def _drawn(self, count: int) -> Floats:
        """Draw each rating as its signed part of propensity before weighting."""
        values = np.empty((len(self._streams), count), dtype=np.float32)
        for row, table, source in zip(values, self._part.tables, self._streams, strict=True):
            raw: NDArray[np.uint64] = source.random_raw(-(-count // 4))
            places = raw.view(np.uint16)[:count] >> _DISCARD
            np.take(table, places, out=row, mode="clip")
        return values

    def _count(self, values: Floats) -> None:
        self._sums += values.sum(axis=1, dtype=np.float64)
        places = (values * _STEPS).astype(np.int64)
        places += np.arange(len(values))[:, None] * (_STEPS + 1)
        found = np.bincount(places.ravel(), minlength=self._counts.size)
        self._counts += found.reshape(self._counts.shape)

    def result(self, draws: int, seed: int) -> Uncertainty:
        """Give the intervals of all that was counted."""
        size = len(self._leading)
        intervals = [
            _interval(row, total / draws)
            for row, total in zip(self._counts, self._sums, strict=True)
        ]
        certain = Interval(1.0, 1.0, 1.0, 1.0)
        return Uncertainty(
            iso3=self.iso3,
            rungs=tuple(intervals[:size]),
            at_least=(certain, *intervals[size:]),
            leading=tuple(float(each) for each in self._leading / draws),
            draws=draws,
            seed=seed,
        )


def draw_intervals(
    bases: Sequence[Basis],
    fit: Fit,
    settings: Mapping[str, Setting] | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
) -> tuple[Uncertainty, ...]:
    """Draw worlds for several states at once and give the 80 % intervals of their forecasts.

    Args:
        bases: the states, in the order of the result.
        fit: beta, with the standard error to draw it from.
        settings: what the user changed, by ISO code.
        draws: how many worlds.
        seed: the same seed gives the same result.

    Raises:
        ValueError: if there is no world to draw, or a weight does not fit.
    """
    if draws < 1:
        raise ValueError("at least one world has to be drawn")
    settings = settings or {}
    raters = tuple(sorted({rater for basis in bases for rater in basis.raters}))
    states = [
        StateDraws(basis, settings.get(basis.iso3, Setting()), raters, seed) for basis in bases
    ]
    alphas = dirichlet_parameters(bases, raters)
    mixing, slopes = stream(seed, "raters"), stream(seed, "beta")
    for start in range(0, draws, _CHUNK):
        count = min(_CHUNK, draws - start)
        luck = Luck(mixture_of(mixing, alphas, count), betas_of(slopes, fit, count))
        for state in states:
            state.add(luck)
    return tuple(state.result(draws, seed) for state in states)


def _interval(counts: Counts, mean: float) -> Interval:
    """Read quantiles off the counts, evenly spread within a step."""
    sums = np.concatenate(([0], np.cumsum(counts)))
    tail = (1.0 - LEVEL) / 2.0
    low, median, high = (_quantile(sums, part) for part in (tail, 0.5, 1.0 - tail))
    return Interval(low, median, high, float(mean))


def _quantile(sums: Counts, part: float) -> float:
    wanted = part * float(sums[-1])
    place = int(np.searchsorted(sums, wanted, side="left"))
    place = max(place, 1)
    before, after = float(sums[place - 1]), float(sums[place])
    inside = (wanted - before) / (after - before) if after > before else 0.0
    return min((place - 1 + inside) / _STEPS, 1.0)
