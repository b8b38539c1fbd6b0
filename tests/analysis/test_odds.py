import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.odds import Event, at_least, log_odds, move, shift_ladder


def ladders() -> st.SearchStrategy[tuple[float, ...]]:
    parts = st.lists(st.floats(0.0, 1.0), min_size=5, max_size=5).filter(lambda row: sum(row) > 0)
    return parts.map(lambda row: tuple(part / sum(row) for part in row))


SHIFTS = st.floats(-60.0, 60.0)


def test_a_shift_gives_the_published_probabilities_of_the_other_party() -> None:
    """Agresti, A., 1996, An introduction to categorical data analysis, table 8.6 and section 8.2.

    Political ideology in five classes by party, General Social Survey of 1991, as worked through
    in "Fitting and interpreting a proportional odds model" of the University of Virginia Library:
    30, 46, 148, 84, 99 Republicans and 80, 81, 171, 41, 55 Democrats. Fitted: cut points -2.469,
    -1.475, 0.237, 1.070 in the log-odds of "at most" for Republicans, and 0.975 more for
    Democrats, an odds ratio of 2.65. Published: the lowest class is 0.08 of Republicans and 0.18
    of Democrats. R's `polr` gives all Democrats as 0.183, 0.194, 0.393, 0.115, 0.115.
    """
    at_most = [1 / (1 + math.exp(-cut)) for cut in (-2.469, -1.475, 0.237, 1.070)]
    sums = [0.0, *at_most, 1.0]
    republicans = [high - low for low, high in pairwise(sums)]
    democrats = shift_ladder(republicans, -0.975)
    assert round(republicans[0], 2) == 0.08
    assert democrats == pytest.approx((0.183, 0.194, 0.393, 0.115, 0.115), abs=6e-4)
    for place in range(1, 5):
        ratio = math.exp(
            log_odds(at_least(republicans)[place]) - log_odds(at_least(democrats)[place])
        )
        assert ratio == pytest.approx(2.65, abs=0.005)


def test_odds_of_one_moved_by_the_logarithm_of_three_are_three() -> None:
    assert move(0.5, math.log(3)) == pytest.approx(0.75)
    assert move(0.5, -math.log(3)) == pytest.approx(0.25)


def test_an_event_is_a_rung_or_a_rung_and_all_above_it() -> None:
    shares = (0.1, 0.2, 0.3, 0.4)
    assert Event("exactly", 2).probability(shares) == 0.3
    assert Event("at_least", 2).probability(shares) == pytest.approx(0.7)
    assert Event("at_least", 0).probability(shares) == 1.0


def test_what_is_certain_stays_so() -> None:
    assert move(0.0, 5.0) == 0.0
    assert move(1.0, -5.0) == 1.0
    assert (log_odds(0.0), log_odds(1.0)) == (-math.inf, math.inf)
    assert shift_ladder((0.0, 1.0, 0.0), 3.0) == (0.0, 1.0, 0.0)


@given(ladders())
def test_no_shift_gives_the_ladder_back_to_the_last_digit(shares: tuple[float, ...]) -> None:
    assert shift_ladder(shares, 0.0) == shares


@given(ladders(), SHIFTS)
def test_a_shifted_ladder_is_a_set_of_probabilities(
    shares: tuple[float, ...], shift: float
) -> None:
    moved = shift_ladder(shares, shift)
    assert sum(moved) == pytest.approx(1.0)
    assert min(moved) >= 0.0


@given(ladders(), SHIFTS, SHIFTS)
def test_a_larger_shift_never_lowers_at_least_any_rung(
    shares: tuple[float, ...], one: float, other: float
) -> None:
    low, high = (at_least(shift_ladder(shares, shift)) for shift in sorted((one, other)))
    assert all(after >= before - 1e-12 for before, after in zip(low, high, strict=True))


@given(ladders(), st.floats(-5.0, 5.0), st.floats(-5.0, 5.0))
def test_two_shifts_are_one_by_their_sum(
    shares: tuple[float, ...], one: float, other: float
) -> None:
    twice = shift_ladder(shift_ladder(shares, one), other)
    assert twice == pytest.approx(shift_ladder(shares, one + other), abs=1e-9)


@given(ladders(), st.floats(-5.0, 5.0))
def test_every_at_least_moves_by_the_same_log_odds(
    shares: tuple[float, ...], shift: float
) -> None:
    before, after = at_least(shares), at_least(shift_ladder(shares, shift))
    for old, new in zip(before[1:], after[1:], strict=True):
        if 1e-6 < old < 1 - 1e-6 and 1e-6 < new < 1 - 1e-6:
            assert log_odds(new) - log_odds(old) == pytest.approx(shift, abs=1e-6)
