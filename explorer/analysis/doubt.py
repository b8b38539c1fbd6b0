"""What an event's doubt comes from: each rating, the raters' disagreement, and beta.

The quantities are those of `explorer.analysis.worlds`, and the shares those of
`explorer.analysis.sobol`. The raters' mixture is one quantity: it moves anchor and weights.
"""

import numpy as np

from explorer.analysis.basis import Basis
from explorer.analysis.fit import Fit
from explorer.analysis.forecast import Setting
from explorer.analysis.intervals import SEED
from explorer.analysis.odds import Event
from explorer.analysis.shares import BETA, RATERS, ROWS, Doubt
from explorer.analysis.sobol import Sample, sobol_shares
from explorer.analysis.streams import stream
from explorer.analysis.worlds import (
    Floats,
    Luck,
    Part,
    above_in,
    betas_of,
    dirichlet_parameters,
    mixture_of,
    part_of,
)


def doubt_about(
    basis: Basis,
    fit: Fit,
    event: Event,
    setting: Setting | None = None,
    rows: int = ROWS,
    seed: int = SEED,
) -> Doubt:
    """Give the shares of an event's variance, by factor id and then `raters` and `beta`.

    Raises:
        ValueError: if there are fewer than two rows, or a weight does not fit.
    """
    part = part_of(basis, setting or Setting(), basis.raters)
    one, other = (_sample(basis, fit, part, rows, f"{half}/{seed}") for half in ("one", "other"))
    names = [each.factor for each in basis.standings]

    def number(sample: Sample) -> Floats:
        ratings = np.stack([sample[name] for name in names]).astype(np.float32, copy=False)
        mixture = sample[RATERS].astype(np.float32, copy=False)
        luck = Luck(mixture, sample[BETA].astype(np.float32, copy=False))
        return _probability(event, above_in(part, ratings, luck))

    return sobol_shares(number, one, other, seed)


def _sample(basis: Basis, fit: Fit, part: Part, rows: int, half: str) -> Sample:
    """Draw every quantity once for each row, each from its own stream."""
    sample: dict[str, Floats] = {}
    for standing, table in zip(basis.standings, part.tables, strict=True):
        source = stream(0, f"sobol/{half}/rating/{basis.iso3}/{standing.factor}")
        sample[standing.factor] = table[source.integers(0, len(table), rows)]
    alphas = dirichlet_parameters([basis], basis.raters)
    sample[RATERS] = mixture_of(stream(0, f"sobol/{half}/{RATERS}"), alphas, rows)
    sample[BETA] = betas_of(stream(0, f"sobol/{half}/{BETA}"), fit, rows)
    return sample


def _probability(event: Event, above: Floats) -> Floats:
    """Read an event's probability off those of each rung or a higher one, but the lowest."""
    certain = np.ones((1, above.shape[1]), dtype=np.float32)
    never = np.zeros((1, above.shape[1]), dtype=np.float32)
    sums = np.concatenate((certain, above, never))
    if event.kind == "at_least":
        return sums[event.place]
    return sums[event.place] - sums[event.place + 1]
