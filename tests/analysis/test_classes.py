import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.classes import class_of, round_breaks, roundest

figures = st.floats(-1e9, 1e9, allow_nan=False).map(lambda each: float(f"{each:.6g}"))


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (4.2, 5.3, 5.0),
        (97.0, 131.0, 100.0),
        (0.31, 0.38, 0.35),
        (-3.0, 2.0, 0.0),
        (-31.0, -19.0, -20.0),
        (1234.0, 1236.0, 1235.0),
        (9.0, 10.0, 10.0),
        (37_000_000.0, 69_000_000.0, 50_000_000.0),
        (6.0, 19.0, 10.0),
    ],
)
def test_a_break_is_the_roundest_number_between_two_values(
    low: float, high: float, told: float
) -> None:
    assert roundest(low, high) == told


@given(figures, figures)
def test_a_break_parts_the_values_on_its_sides(one: float, other: float) -> None:
    low, high = min(one, other), max(one, other)
    if low == high:
        with pytest.raises(ValueError, match="no number lies"):
            roundest(low, high)
    else:
        assert low < roundest(low, high) <= high


@given(st.lists(figures, max_size=30), st.integers(1, 6))
def test_breaks_rise_and_leave_no_class_empty(values: list[float], most: int) -> None:
    breaks = round_breaks(values, most)
    assert list(breaks) == sorted(set(breaks))
    if values:
        assert len(breaks) < most
        assert {class_of(value, breaks) for value in values} == set(range(len(breaks) + 1))
    else:
        assert breaks == ()


def test_classes_hold_about_as_many_values_each() -> None:
    breaks = round_breaks([1, 2, 3, 11, 12, 13, 101, 103, 144, 900, 950, 1400], 4)
    assert breaks == (10.0, 100.0, 500.0)


def test_a_cut_moves_by_one_value_for_a_shorter_number() -> None:
    assert round_breaks([10, 20, 33.37, 33.38, 41, 52], 2) == (30.0,)


def test_values_that_are_alike_make_one_class() -> None:
    assert round_breaks([3.0] * 9, 5) == ()


def test_a_value_at_a_break_is_in_the_class_above_it() -> None:
    assert class_of(10.0, (10.0, 20.0)) == 1


def test_a_map_without_a_class_is_refused() -> None:
    with pytest.raises(ValueError, match="one class or more"):
        round_breaks([1.0], 0)
