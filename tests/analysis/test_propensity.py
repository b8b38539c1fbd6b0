from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.propensity import propensity, within_scale
from explorer.domain.judgement import Group

GROUPS: tuple[Group, ...] = ("interest", "interest", "constraint")


@dataclass(frozen=True)
class Case:
    weights: list[float]
    ratings: list[float]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    parts = draw(st.lists(st.floats(0.01, 1.0), min_size=3, max_size=3))
    ratings = draw(st.lists(st.floats(0.0, 4.0), min_size=3, max_size=3))
    return Case([part / sum(parts) for part in parts], ratings)


def test_interests_pull_and_constraints_hold_back() -> None:
    """By hand: 0.5 x 4/4 + 0.2 x 1/4 - 0.3 x 2/4 = 0.5 + 0.05 - 0.15 = 0.4."""
    found = propensity(GROUPS, (0.5, 0.2, 0.3), (4, 1, 2))
    assert found.parts == pytest.approx((0.5, 0.05, -0.15))
    assert found.value == pytest.approx(0.4)


def test_ratings_are_held_within_the_scale() -> None:
    assert [within_scale(each) for each in (-0.2, 0, 3.1, 4.7)] == [0, 0, 3.1, 4]


def test_lists_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        propensity(GROUPS, (1.0,), (1, 2, 3))


@given(cases())
def test_propensity_lies_between_minus_one_and_one_and_is_the_sum_of_its_parts(case: Case) -> None:
    found = propensity(GROUPS, case.weights, case.ratings)
    assert -1.0 - 1e-9 <= found.value <= 1.0 + 1e-9
    assert found.value == pytest.approx(sum(found.parts))


@given(cases(), st.integers(0, 2), st.floats(0.0, 4.0))
def test_a_higher_interest_never_lowers_it_and_a_higher_constraint_never_raises_it(
    case: Case, place: int, rise: float
) -> None:
    raised = list(case.ratings)
    raised[place] += rise
    change = (
        propensity(GROUPS, case.weights, raised).value
        - propensity(GROUPS, case.weights, case.ratings).value
    )
    assert change * (1 if GROUPS[place] == "interest" else -1) >= -1e-12
