from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.tenths import to_tenth


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
