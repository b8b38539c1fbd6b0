import math

import pytest

from explorer.workspace.checks import (
    check_counts,
    check_range,
    check_rating,
    check_shares,
    checked_name,
)


@pytest.mark.parametrize("value", [-0.01, 4.01, math.nan, math.inf])
def test_a_rating_off_the_scale_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="not on the scale from 0 to 4"):
        check_rating(value)


@pytest.mark.parametrize("ends", [(2.0, 1.0, 3.0), (1.0, 3.0, 2.0)])
def test_a_range_must_hold_its_most_likely_value(ends: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="not in order"):
        check_range(*ends)
    check_range(0.0, 4.0, 4.0)


@pytest.mark.parametrize("shares", [(0.5, 0.4), (1.5, -0.5), (math.nan, 1.0), ()])
def test_shares_must_be_parts_of_one_whole(shares: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match=r"sum to 1|below nought or no number"):
        check_shares(shares)
    check_shares((0.1,) * 10)


def test_what_counts_must_be_a_number_not_below_nought() -> None:
    check_counts((0.0, 7.0))
    with pytest.raises(ValueError, match="below nought"):
        check_counts((1.0, -1.0))


def test_a_name_loses_the_space_around_it_and_may_not_be_blank() -> None:
    assert checked_name(" Trade first\n", "a scenario") == "Trade first"
    with pytest.raises(ValueError, match="a scenario needs a name"):
        checked_name(" \t", "a scenario")
