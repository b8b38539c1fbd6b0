from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.pages.own_figures import (
    day_fault,
    even_percents,
    given_share,
    moved_range,
    read_number,
)

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "value"),
    [("2.5", 2.5), (" 2,5 ", 2.5), ("40 %", 40.0), ("", None), ("two", None), ("inf", None)],
)
def test_a_number_is_read_as_people_type_it(text: str, value: float | None) -> None:
    assert read_number(text) == value


def test_a_date_must_be_one_and_not_lie_ahead() -> None:
    assert day_fault("2026-11-24", DAY) == ""
    assert "2026-11-24" in day_fault("24.11.2026", DAY)
    assert "future" in day_fault("2026-11-25", DAY)


def test_the_first_value_brings_a_range_and_the_three_push_one_another() -> None:
    assert moved_range(None, 1, 2.04) == (1.5, 2.0, 2.5)
    assert moved_range(None, 1, 4.7) == (3.5, 4.0, 4.0)
    assert moved_range((1.0, 2.0, 3.0), 0, 2.5) == (2.5, 2.5, 3.0)
    assert moved_range((1.0, 2.0, 3.0), 2, 0.5) == (0.5, 0.5, 0.5)
    assert moved_range((1.0, 2.0, 3.0), 1, 3.5) == (1.0, 3.5, 3.5)


@given(
    st.tuples(*[st.floats(-1, 5)] * 3).map(sorted),
    st.integers(0, 2),
    st.floats(-1, 5),
)
def test_a_range_is_in_order_and_on_the_scale_whatever_is_set(
    start: list[float], which: int, value: float
) -> None:
    begun = moved_range(None, 1, start[1])
    found = moved_range(begun, which, value)
    assert 0.0 <= found[0] <= found[1] <= found[2] <= 4.0


def test_a_share_given_leaves_the_rest_in_proportion() -> None:
    assert given_share((20, 20, 20, 20, 20), 2, 60) == (10, 10, 60, 10, 10)
    assert given_share((10, 10, 60, 10, 10), 1, 25, held=[2]) == (5, 25, 60, 5, 5)
    assert given_share((0, 0, 100), 2, 40) == (30, 30, 40)
    assert given_share((0.5, 99.5), 0, 0.7) == (0.7, 99.3)


def test_what_is_held_gives_way_where_it_leaves_too_little() -> None:
    assert given_share((10, 30, 60), 0, 50, held=[1, 2]) == (50, 17, 33)
    assert given_share((10, 30, 60), 0, 100, held=[1]) == (100, 0, 0)


@given(
    st.lists(st.integers(0, 100), min_size=2, max_size=6).filter(any),
    st.integers(0, 5),
    st.floats(0, 100),
    st.sets(st.integers(0, 5)),
)
def test_per_cents_sum_to_a_hundred_and_none_is_below_nought(
    weights: list[int], at: int, percent: float, held: set[int]
) -> None:
    before = even_percents(len(weights))
    for place, weight in enumerate(weights):
        before = given_share(before, place, weight)
    at %= len(weights)
    after = given_share(
        before, at, round(percent, 1), [each for each in held if each < len(weights)]
    )
    assert sum(after) == pytest.approx(100)
    assert min(after) >= 0
    assert after[at] == round(percent, 1)
