import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.triangles import Triangles, fit_triangles


def fit_one(low: float, mode: float, high: float) -> Triangles:
    return fit_triangles(np.array([low]), np.array([mode]), np.array([high]))


def quantile(triangles: Triangles, part: float) -> float:
    return float(triangles.quantiles(np.array([part]))[0, 0])


def ranges() -> st.SearchStrategy[list[float]]:
    return st.lists(st.floats(0.0, 4.0), min_size=3, max_size=3).map(sorted)


def test_an_even_range_reaches_the_closed_form_on_either_side() -> None:
    """By hand: with L = R and S = 2 L, (L - d)^2 = 2 L^2 / 10 gives L = d / (1 - root 0.2)."""
    found = fit_one(1.5, 2.0, 2.5)
    reach = 0.5 / (1 - math.sqrt(0.2))
    assert found.start[0] == pytest.approx(2.0 - reach)
    assert found.end[0] == pytest.approx(2.0 + reach)


def test_quantiles_of_a_known_triangle_are_those_of_its_distribution() -> None:
    """Triangle from 0 over 1 to 4: F(x) = x^2 / 4 up to 1 and 1 - (4 - x)^2 / 12 beyond."""
    triangle = Triangles(np.array([0.0]), np.array([1.0]), np.array([4.0]))
    assert quantile(triangle, 0.16) == pytest.approx(0.8)
    assert quantile(triangle, 0.25) == pytest.approx(1.0)
    assert quantile(triangle, 1 - 4 / 12) == pytest.approx(2.0)


def test_a_range_that_begins_or_ends_on_the_scales_end_ends_there() -> None:
    low, high = fit_one(0.0, 0.4, 1.0), fit_one(3.0, 3.6, 4.0)
    assert low.start[0] == 0.0
    assert quantile(low, 0.9) == pytest.approx(1.0)
    assert high.end[0] == 4.0
    assert quantile(high, 0.1) == pytest.approx(3.0)


def test_a_rating_without_a_range_is_known() -> None:
    found = fit_one(2.5, 2.5, 2.5)
    assert quantile(found, 0.01) == pytest.approx(2.5)
    assert quantile(found, 0.99) == pytest.approx(2.5)


@given(ranges())
def test_a_triangle_keeps_to_the_scale_and_holds_the_range(row: list[float]) -> None:
    found = fit_one(row[0], row[1], row[2])
    assert -1e-9 <= found.start[0] <= row[0] + 1e-6
    assert row[2] - 1e-6 <= found.end[0] <= 4.0 + 1e-9
    values = found.quantiles(np.linspace(0, 1, 33))[0]
    assert (np.diff(values) >= -1e-9).all()


@given(ranges())
def test_the_ends_of_a_range_are_the_ten_and_ninety_per_cent_points_within_the_scale(
    row: list[float],
) -> None:
    found = fit_one(row[0], row[1], row[2])
    if found.start[0] > 1e-9:
        assert quantile(found, 0.1) == pytest.approx(row[0], abs=1e-5)
    if found.end[0] < 4.0 - 1e-9:
        assert quantile(found, 0.9) == pytest.approx(row[2], abs=1e-5)
