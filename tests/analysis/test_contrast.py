import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.contrast import mean_swing, relative_gap

VALUES = st.lists(st.floats(-1e6, 1e6).map(lambda value: round(value, 3)), min_size=2, max_size=8)


def test_a_gap_is_told_in_usual_differences_of_two_states() -> None:
    """By hand: 1, 2 and 4 differ by 1, 2 and 3, so usually by 2; from 1 to 4 is 1.5 times that."""
    assert relative_gap(1.0, 4.0, (1.0, 2.0, 4.0)) == pytest.approx(1.5)


def test_where_all_are_level_nobody_is_apart() -> None:
    assert relative_gap(2.0, 2.0, (2.0, 2.0)) == 0.0
    assert relative_gap(2.0, 2.0, ()) == 0.0


def test_values_that_swing_widely_are_not_far_apart() -> None:
    """By hand: 10, 14 and 8 change by 4 and by 6, so by 5; a difference of 1 is a fifth of it."""
    assert mean_swing((10.0, 14.0, 8.0)) == pytest.approx(5.0)
    assert mean_swing((10.0,)) == 0.0
    assert relative_gap(8.0, 9.0, (8.0, 9.0), 5.0) == pytest.approx(0.2)
    assert relative_gap(8.0, 9.0, (8.0, 9.0), 0.5) == pytest.approx(1.0)


@given(VALUES, st.sampled_from((0.001, 7.0, 1000.0)))
def test_the_unit_does_not_matter(values: list[float], factor: float) -> None:
    one, other = values[0], values[-1]
    scaled = [value * factor for value in values]
    gap = relative_gap(one, other, values)
    assert relative_gap(scaled[0], scaled[-1], scaled) == pytest.approx(gap)
    assert relative_gap(other, one, values) == gap
