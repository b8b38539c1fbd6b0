from dataclasses import replace

import numpy as np
import pytest

from explorer.analysis.basis import Basis, Choices, bases_of
from explorer.analysis.fit import Fit, fit_beta
from explorer.analysis.forecast import Setting, forecast
from explorer.analysis.streams import stream
from explorer.analysis.worlds import (
    betas_of,
    dirichlet_parameters,
    mixed_anchor,
    mixture_of,
    rungs_from,
    shifted,
)
from explorer.domain.atlas import Atlas


@pytest.fixture(scope="module")
def fit(bundled: Atlas) -> Fit:
    return fit_beta(bundled)


def test_the_mixture_of_raters_has_the_moments_of_the_bayesian_bootstrap() -> None:
    """Rubin (1981): a mean has posterior mean x and variance sum (x_i - x)^2 / (n (n + 1)).

    For 1, 2, 4, 9 that is 4 and 38 / 20 = 1.9; each share has mean 1/4 and variance 3 / 80.
    """
    values = np.array([1.0, 2.0, 4.0, 9.0])
    mixture = mixture_of(stream(3, "raters"), np.ones(4), 200_000).astype(np.float64)
    means = values @ mixture
    assert means.mean() == pytest.approx(4.0, abs=0.02)
    assert means.var() == pytest.approx(1.9, rel=0.02)
    assert mixture.mean(axis=1) == pytest.approx(np.full(4, 0.25), abs=0.003)
    assert mixture.var(axis=1) == pytest.approx(np.full(4, 3 / 80), rel=0.03)


def test_a_rater_who_does_not_count_is_not_drawn(bundled: Atlas) -> None:
    two = Choices(rater_weights={"R1": 1, "R2": 1, "R3": 0, "R4": 0})
    found = dirichlet_parameters(bases_of(bundled, choices=two), bundled.raters)
    assert found == pytest.approx([1, 1, 0, 0])
    assert not mixture_of(stream(1, "raters"), found, 10)[2:].any()


def test_beta_is_drawn_about_its_fitted_value_and_never_below_zero(fit: Fit) -> None:
    drawn = betas_of(stream(1, "beta"), replace(fit, clustered=2.0, error=1.0), 100_000)
    assert drawn.mean() == pytest.approx(fit.beta, abs=0.05)
    assert drawn.std() == pytest.approx(2.0, rel=0.02)
    assert betas_of(stream(1, "beta"), replace(fit, clustered=100.0), 1000).min() == 0.0


@pytest.mark.parametrize("method", ["linear", "geometric"])
def test_the_worlds_in_which_raters_count_alike_and_nothing_moves_are_the_anchor(
    bundled: Atlas, method: str
) -> None:
    choices = Choices(method="linear" if method == "linear" else "geometric")
    for basis in bases_of(bundled, choices=choices):
        even = np.full((4, 1), 0.25, dtype=np.float32)
        ladders = np.array(basis.anchor.ladders, dtype=np.float32)
        above = mixed_anchor(ladders, even, geometric=method == "geometric")
        rungs = rungs_from(shifted(above, np.zeros(1, dtype=np.float32)))
        assert rungs[:, 0] == pytest.approx(np.array(basis.anchor.shares), abs=1e-5)


def test_a_shift_of_many_worlds_is_the_shift_of_each(kazakhstan: Basis) -> None:
    found = forecast(kazakhstan, 10.0, Setting({"washington_profile": 1.0, "iran_wedge": 4.0}))
    above = np.array(kazakhstan.anchor.shares)[::-1].cumsum()[-2::-1].astype(np.float32)
    rungs = rungs_from(shifted(above[:, None], np.array([found.shift], dtype=np.float32)))
    assert rungs[:, 0] == pytest.approx(np.array(found.shares), abs=1e-5)
