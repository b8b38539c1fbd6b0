from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from explorer.report.pads import spread

STEP, HIGH = 10.0, 200.0


@given(st.lists(st.floats(0, HIGH), min_size=1, max_size=12))
def test_labels_end_up_apart_in_their_order_and_inside(wanted: list[float]) -> None:
    placed = spread(wanted, STEP, 0.0, HIGH)
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    ordered = [placed[index] for index in order]
    assert all(upper - lower > STEP - 1e-6 for lower, upper in pairwise(ordered))
    assert min(ordered) > -1e-6
    assert max(ordered) < HIGH + 1e-6


def test_labels_with_room_stay_where_they_wanted_to_be() -> None:
    assert spread([50.0, 10.0, 120.0], STEP, 0.0, HIGH) == (50.0, 10.0, 120.0)


def test_two_labels_at_one_place_move_apart_by_halves() -> None:
    assert spread([100.0, 100.0], STEP, 0.0, HIGH) == (95.0, 105.0)
