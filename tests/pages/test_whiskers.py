from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from explorer.pages.whiskers import edges_beside, lane_count, whiskers_of

SHARES = (0.1, 0.2, 0.4, 0.3)
BOUNDS = ((0.85, 0.95), (0.6, 0.8), (0.2, 0.45))


def test_a_whisker_lies_about_its_edge_counted_from_the_right() -> None:
    found = whiskers_of(SHARES, BOUNDS, gap=0.01)
    assert [round(each.edge, 9) for each in found] == [0.1, 0.3, 0.7]
    assert [(round(each.low, 9), round(each.high, 9)) for each in found] == [
        (0.05, 0.15),
        (0.2, 0.4),
        (0.55, 0.8),
    ]


def test_whiskers_that_do_not_meet_share_a_lane() -> None:
    assert [each.lane for each in whiskers_of(SHARES, BOUNDS, gap=0.04)] == [0, 0, 0]


def test_whiskers_that_would_meet_lie_in_lanes_of_their_own() -> None:
    found = whiskers_of(SHARES, BOUNDS, gap=0.06)
    assert [each.lane for each in found] == [0, 1, 0]
    assert lane_count(found) == 2


def test_a_whisker_too_short_to_tell_from_a_dot_is_left_out() -> None:
    found = whiskers_of(SHARES, ((0.899, 0.901), *BOUNDS[1:]), gap=0.01)
    assert [each.place for each in found] == [2, 3]


def test_only_the_edges_asked_for_are_given() -> None:
    assert [each.place for each in whiskers_of(SHARES, BOUNDS, 0.01, edges_beside(2))] == [2, 3]
    assert [each.place for each in whiskers_of(SHARES, BOUNDS, 0.01, edges_beside(0))] == [1]
    assert [each.place for each in whiskers_of(SHARES, BOUNDS, 0.01, edges_beside(3))] == [3]


def test_without_intervals_there_are_no_whiskers() -> None:
    assert whiskers_of(SHARES, (), 0.01) == ()
    assert lane_count(()) == 0


@given(
    bounds=st.lists(
        st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted).map(tuple), max_size=6
    ),
    gap=st.floats(0.001, 0.2),
)
def test_no_two_whiskers_of_one_lane_run_into_one_another(
    bounds: list[tuple[float, float]], gap: float
) -> None:
    bounds.sort(key=lambda bound: -bound[1])
    shares = (1.0 / (len(bounds) + 1),) * (len(bounds) + 1)
    found = whiskers_of(shares, bounds, gap)
    for lane in range(lane_count(found)):
        own = [each for each in found if each.lane == lane]
        assert all(after.low >= before.high + gap for before, after in pairwise(own))
