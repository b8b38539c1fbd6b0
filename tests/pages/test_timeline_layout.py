from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.pages.timeline_layout import Placed, Space, Spot, place, ticks

SPACE = Space(levels=3, mark=18.0, gap=4.0, left=0.0, right=1000.0, least=40.0)
SPOTS = st.lists(st.tuples(st.floats(0, 1000), st.floats(10, 300)), min_size=0, max_size=40).map(
    lambda pairs: [Spot(f"{at:02}", x, wide) for at, (x, wide) in enumerate(pairs)]
)


def span(each: Placed) -> tuple[float, float]:
    """Give where a mark with its label begins and ends."""
    left = right = SPACE.mark / 2 - 1.5
    if each.room:
        room = each.room + SPACE.gap
        left, right = (left + room, right) if each.is_left else (left, right + room)
    return each.x - left, each.x + right


@given(SPOTS)
def test_every_event_has_one_mark(spots: list[Spot]) -> None:
    placed = place(spots, SPACE)
    keys = [key for each in placed for key in each.keys]
    assert sorted(keys) == [spot.key for spot in spots]


@given(SPOTS)
def test_no_label_runs_into_a_mark_or_another_label(spots: list[Spot]) -> None:
    placed = place(spots, SPACE)
    for level in range(SPACE.levels):
        row = sorted((each for each in placed if each.level == level), key=lambda each: each.x)
        for each, after in pairwise(row):
            if each.room or after.room:
                assert span(each)[1] <= span(after)[0] + 1e-6


@given(SPOTS)
def test_labels_stay_between_the_ends_and_no_wider_than_wanted(spots: list[Spot]) -> None:
    wanted = {spot.key: spot.wanted for spot in spots}
    for each in place(spots, SPACE):
        assert each.room <= (wanted[each.keys[0]] if len(each.keys) == 1 else 0)
        assert each.room == 0 or each.room >= min(SPACE.least, wanted[each.keys[0]])
        if each.room:
            begin, end = span(each)
            assert begin >= SPACE.left - 1e-6 or not each.is_left
            assert end <= SPACE.right + 1e-6 or each.is_left


@given(SPOTS)
def test_events_with_room_on_the_levels_are_not_put_together(spots: list[Spot]) -> None:
    if len(spots) <= SPACE.levels:
        assert all(len(each.keys) == 1 for each in place(spots, SPACE))


def test_events_too_close_for_all_levels_become_one_mark() -> None:
    placed = place([Spot(str(at), 500.0 + at, 50.0) for at in range(5)], SPACE)
    assert sorted(len(each.keys) for each in placed) == [1, 1, 3]


def test_events_far_apart_stand_on_the_first_level_with_whole_labels() -> None:
    placed = place([Spot("a", 100, 80), Spot("b", 400, 80), Spot("c", 700, 80)], SPACE)
    assert [(each.level, each.room, each.is_left) for each in placed] == [(0, 80, False)] * 3


def test_a_label_that_finds_no_room_to_the_right_stands_to_the_left() -> None:
    (only,) = place([Spot("a", 980, 200)], SPACE)
    assert (only.room, only.is_left) == (200, True)


@given(st.integers(1, 3_000_000), st.integers(1, 60_000), st.integers(3, 20))
def test_an_axis_names_few_days_in_order_within_its_ends(first: int, span: int, most: int) -> None:
    last = min(first + span, date.max.toordinal() - 400)
    found = ticks(min(first, last), last, most)
    days = [tick.day for tick in found]
    assert days == sorted(set(days))
    assert len(days) <= most
    assert all(min(first, last) <= day <= last for day in days)


@pytest.mark.parametrize(
    ("first", "last", "most", "labels"),
    [
        (date(2022, 12, 7), date(2026, 7, 1), 8, ["2023", "Jul", "2024", "Jul", "2025"]),
        (date(1979, 1, 2), date(2027, 1, 1), 10, ["1980", "1985", "1990", "1995", "2000"]),
        (date(2025, 2, 18), date(2026, 1, 9), 14, ["Mar 2025", "Apr", "May", "Jun", "Jul"]),
        (date(2025, 11, 1), date(2025, 11, 14), 14, ["1 Nov 2025", "2 Nov", "3 Nov", "4 Nov"]),
    ],
)
def test_an_axis_is_named_as_a_reader_would(
    first: date, last: date, most: int, labels: list[str]
) -> None:
    found = ticks(first.toordinal(), last.toordinal(), most)
    assert [tick.label for tick in found][: len(labels)] == labels


def test_a_new_year_stands_out_among_months() -> None:
    found = ticks(date(2025, 6, 1).toordinal(), date(2026, 5, 1).toordinal(), 14)
    assert [tick.label for tick in found if tick.is_strong] == ["2026"]
