import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.simplex import project

ROWS = st.lists(st.floats(-3.0, 3.0), min_size=1, max_size=7)


def test_a_row_beyond_the_simplex_loses_the_same_from_each_number_that_stays() -> None:
    """Figure 1 of Duchi et al. (2008), by hand, for v = (0.8, 0.6, -0.2).

    Sorted, v1 - (0.8 - 1) / 1 and v2 - (1.4 - 1) / 2 = 0.4 are above zero, v3 - (1.2 - 1) / 3 is
    not. So two numbers stay, theta = 0.2, and the row is (0.6, 0.4, 0).
    """
    repair = project((0.8, 0.6, -0.2))
    assert repair.shares == pytest.approx((0.6, 0.4, 0.0))
    assert repair.threshold == pytest.approx(0.2)
    assert repair.excess == pytest.approx(0.2)
    assert repair.size == pytest.approx(math.sqrt(3 * 0.2**2))


@pytest.mark.parametrize(
    ("row", "projected"),
    [
        ((-0.5,), (1.0,)),
        ((0.8, 0.8), (0.5, 0.5)),
        ((0.0, 2.0), (0.0, 1.0)),
        ((0.5, -0.5), (1.0, 0.0)),
        ((0.5, 1.0), (0.25, 0.75)),
        ((0.0, -0.5), (0.75, 0.25)),
    ],
)
def test_the_projections_that_another_library_tests_come_out(
    row: tuple[float, ...], projected: tuple[float, ...]
) -> None:
    """From test_simplex_projection.py of the public Python package convex_dim_red."""
    assert project(row).shares == pytest.approx(projected)


def test_a_row_too_small_gains_the_same_everywhere() -> None:
    assert project((0.3, 0.4)).shares == pytest.approx((0.45, 0.55))


def test_a_coherent_row_comes_back_as_it_was() -> None:
    row = (0.1, 0.2, 0.7)
    assert project(row).shares == row
    assert project(row).size == 0.0


@pytest.mark.parametrize("wrong", [(), (math.nan, 1.0), (math.inf, 0.0)])
def test_what_is_no_row_is_refused(wrong: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="finite"):
        project(wrong)


@given(ROWS)
def test_the_result_is_a_set_of_probabilities(row: list[float]) -> None:
    shares = project(row).shares
    assert sum(shares) == pytest.approx(1.0)
    assert min(shares) >= 0.0


@given(ROWS)
def test_a_second_repair_changes_nothing(row: list[float]) -> None:
    shares = project(row).shares
    assert project(shares).shares == pytest.approx(shares, abs=1e-9)


@given(ROWS, st.data())
def test_no_other_point_of_the_simplex_is_nearer(row: list[float], data: st.DataObject) -> None:
    size = len(row)
    parts = data.draw(st.lists(st.floats(0.001, 1.0), min_size=size, max_size=size))
    other = [part / sum(parts) for part in parts]
    assert project(row).size <= math.dist(row, other) + 1e-9
