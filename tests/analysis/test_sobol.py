import math

import numpy as np
import pytest
from numpy.typing import NDArray

from explorer.analysis.shares import Doubt
from explorer.analysis.sobol import Sample, sobol_shares

ROWS = 32_768
Array = NDArray[np.floating]


def two_samples(names: str, low: float, high: float, rows: int = ROWS) -> tuple[Sample, Sample]:
    source = np.random.default_rng(4)
    one, other = ({name: source.uniform(low, high, rows) for name in names} for _ in range(2))
    return one, other


def ishigami(sample: Sample) -> Array:
    return (
        np.sin(sample["a"])
        + 7 * np.sin(sample["b"]) ** 2
        + 0.1 * sample["c"] ** 4 * np.sin(sample["a"])
    )


def test_the_shares_of_ishigamis_function_are_the_published_ones() -> None:
    """Ishigami, T. and Homma, T., 1990, with a = 7 and b = 0.1, uniform from -pi to pi.

    An importance quantification technique in uncertainty analysis for computer models, First
    International Symposium on Uncertainty Modeling and Analysis, 398-403. In closed form the
    variance is a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2 = 13.8446, of which the first quantity alone
    has (1 + b pi^4/5)^2 / 2, the second a^2/8, and the first with the third 8 b^2 pi^8 / 225.
    """
    parts = ((1 + 0.1 * math.pi**4 / 5) ** 2 / 2, 49 / 8, 8 * 0.01 * math.pi**8 / 225)
    alone, second, both = (part / sum(parts) for part in parts)
    assert (alone, second, both) == pytest.approx((0.3139, 0.4424, 0.2437), abs=5e-5)
    found = sobol_shares(ishigami, *two_samples("abc", -math.pi, math.pi), 1)
    first = [source.first.value for source in found.sources]
    total = [source.total.value for source in found.sources]
    assert first == pytest.approx([alone, second, 0.0], abs=0.02)
    assert total == pytest.approx([alone + both, second, both], abs=0.02)
    assert found.variance == pytest.approx(13.8446, rel=0.02)
    assert found.mean == pytest.approx(3.5, abs=0.05)
    assert found.together == pytest.approx(0.2437, abs=0.03)


def test_the_shares_of_sobols_g_function_are_the_published_ones() -> None:
    """The product of (|4 x - 2| + a) / (1 + a) with a = 0, 1, 4.5, 9 and four times 99.

    Saltelli, A. and Sobol', I. M., 1995, About the use of rank transformation in sensitivity
    analysis of model output, Reliability Engineering and System Safety 50(3), 225-239; this is
    the usual set of coefficients. The partial variances are 1 / (3 (1 + a)^2), so the variance
    is the product of one more than each, less one; a first-order share is the partial variance
    over it.
    """
    weights = dict(zip("abcdefgh", (0.0, 1.0, 4.5, 9.0, *[99.0] * 4), strict=True))
    parts = {name: 1 / (3 * (1 + a) ** 2) for name, a in weights.items()}
    whole = math.prod(1 + part for part in parts.values())

    def g(sample: Sample) -> Array:
        values = [(np.abs(4 * sample[name] - 2) + a) / (1 + a) for name, a in weights.items()]
        return np.prod(values, axis=0)

    found = sobol_shares(g, *two_samples("abcdefgh", 0.0, 1.0), 1)
    for source in found.sources:
        part = parts[source.name]
        assert source.first.value == pytest.approx(part / (whole - 1), abs=0.02)
        total = part * whole / (1 + part) / (whole - 1)
        assert source.total.value == pytest.approx(total, abs=0.02)


def test_an_interval_holds_the_truth_about_eight_times_in_ten() -> None:
    """Of 60 runs on a sum of two even quantities, each worth a half, 36 at least are wanted."""
    held = 0
    for seed in range(60):
        source = np.random.default_rng(seed)
        one, other = ({name: source.random(400) for name in "ab"} for _ in range(2))
        found = sobol_shares(lambda sample: sample["a"] + sample["b"], one, other, seed)
        share = found.sources[0].total
        held += share.low <= 0.5 <= share.high
    assert 36 <= held <= 58


def test_a_number_that_never_changes_has_no_shares() -> None:
    found = sobol_shares(lambda sample: 0 * sample["a"] + 2.0, *two_samples("ab", 0, 1, 64), 1)
    assert all(source.first.value == source.total.value == 0.0 for source in found.sources)


def test_the_same_seed_gives_the_same_shares() -> None:
    def run() -> Doubt:
        return sobol_shares(ishigami, *two_samples("abc", -math.pi, math.pi, 256), 9)

    assert run() == run()


def test_a_single_draw_is_refused() -> None:
    with pytest.raises(ValueError, match="two draws"):
        sobol_shares(ishigami, *two_samples("abc", 0, 1, 1), 1)
