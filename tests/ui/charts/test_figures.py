from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.ui.charts.figures import number, spread, steps, years

sizes = st.floats(-1e9, 1e9, allow_nan=False)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1234.5, 1, "1,234.5"),
        (-0.3, 1, "\u22120.3"),
        (-0.01, 1, "0.0"),
        (0.0, 0, "0"),
        (None, 1, "no value found"),
    ],
)
def test_a_value_is_written_as_a_reader_expects(
    value: float | None, decimals: int, text: str
) -> None:
    assert number(value, decimals) == text


@given(sizes, st.floats(0.001, 1e9), st.integers(2, 8))
def test_ticks_are_few_and_inside(low: float, span: float, most: int) -> None:
    found = steps(low, low + span, most)
    assert len(found) <= most + 1
    assert all(low - span * 1e-6 <= value <= low + span * (1 + 1e-6) for value in found)


def test_ticks_are_round() -> None:
    assert steps(0.0, 96.9, 5) == [0, 20, 40, 60, 80]
    assert steps(-1.0, 1.0, 4) == [-1.0, -0.5, 0.0, 0.5, 1.0]
    assert steps(3.0, 3.0, 4) == [3.0]


@given(st.integers(1900, 2100), st.integers(0, 150), st.integers(1, 12))
def test_years_are_whole_and_no_more_than_there_is_room_for(
    first: int, span: int, most: int
) -> None:
    found = years(first - 0.4, first + span + 0.4, most)
    assert 1 <= len(found) <= most
    assert all(first <= year <= first + span for year in found)


def test_a_short_span_shows_each_year() -> None:
    assert years(2017.9, 2021.1, 6) == [2018, 2019, 2020, 2021]
    assert years(1991.5, 2024.5, 4) == [2000, 2010, 2020]


@given(st.lists(st.floats(0, 200), min_size=1, max_size=8))
def test_labels_are_kept_apart_inside_and_in_order(places: list[float]) -> None:
    moved = spread(places, 13.0, 0.0, 200.0)
    inside = sorted(moved)
    assert all(-1e-6 <= place <= 200 + 1e-6 for place in inside)
    assert all(after - before >= 13.0 - 1e-6 for before, after in pairwise(inside))
    order = sorted(range(len(places)), key=lambda at: places[at])
    assert [moved[at] for at in order] == inside


def test_labels_that_do_not_touch_stay_where_they_are() -> None:
    assert spread([10.0, 100.0, 50.0], 13.0, 0.0, 200.0) == [10.0, 100.0, 50.0]


def test_labels_without_room_for_all_share_it_evenly() -> None:
    assert spread([5.0, 5.0, 5.0], 13.0, 0.0, 10.0) == [0.0, 5.0, 10.0]
