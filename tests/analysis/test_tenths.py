from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.tenths import closed_tenths, to_tenth


@pytest.mark.parametrize(
    ("value", "shown"),
    [(2.25, 2.3), (2.35, 2.4), (1.15, 1.2), (0.25, 0.3), (0.0499, 0.0), (-0.25, -0.3), (4.0, 4.0)],
)
def test_a_half_goes_away_from_zero_however_the_machine_holds_it(
    value: float, shown: float
) -> None:
    assert to_tenth(value) == shown


def test_what_a_mean_misses_by_the_machines_own_error_does_not_matter() -> None:
    assert to_tenth((0.1 + 0.2 + 0.3 + 0.4) / 4) == to_tenth(0.25) == 0.3


@given(st.integers(0, 400))
def test_hundredths_are_rounded_as_a_person_does(hundredths: int) -> None:
    by_hand = (Decimal(hundredths) / 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert to_tenth(hundredths / 100) == float(by_hand)


def test_parts_that_all_end_on_a_half_still_sum_to_the_whole() -> None:
    assert closed_tenths((12.25, 37.25, 50.5)) == (12.3, 37.2, 50.5)
    assert closed_tenths((25.05, 25.05, 24.95, 24.95)) == (25.1, 25.1, 24.9, 24.9)
    assert closed_tenths((100 / 3,) * 3) == (33.4, 33.3, 33.3)
    assert closed_tenths(()) == ()


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12).filter(lambda found: sum(found) > 0.01))
def test_parts_as_shown_sum_to_a_hundred_and_none_moves_by_a_tenth(shares: list[float]) -> None:
    parts = [100 * share / sum(shares) for share in shares]
    shown = closed_tenths(parts)
    assert sum(round(10 * each) for each in shown) == 1000
    for part, each in zip(parts, shown, strict=True):
        assert abs(part - each) < 0.1 + 1e-6
        assert each == to_tenth(each)


@given(st.integers(0, 1000))
def test_a_part_that_is_a_tenth_already_stays_as_it_is(tenths: int) -> None:
    rest = (100 - tenths / 10) / 3
    assert closed_tenths((rest, tenths / 10, rest, rest))[1] == tenths / 10
