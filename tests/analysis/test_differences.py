import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.differences import in_quadrature, rating_difference
from explorer.analysis.pooling import PooledRating
from explorer.domain.judgement import Group

GROUPS: tuple[Group, ...] = ("interest", "constraint")


def pooled(low: float, mode: float, high: float) -> PooledRating:
    return PooledRating(low, mode, high, (mode,), 0.0, apart=False, confidence="low")


def pooled_ratings() -> st.SearchStrategy[PooledRating]:
    points = st.lists(st.floats(0.0, 4.0), min_size=3, max_size=3).map(sorted)
    return points.map(lambda found: pooled(found[0], found[1], found[2]))


def test_quadrature_gives_the_published_uncertainty_of_the_end_gauge() -> None:
    """JCGM 100:2008, H.1.4 (25, 9.7, 2.9, 16.6 nm make 32) and H.1.3.2 (5.8, 3.9, 6.7: 9.7)."""
    assert round(in_quadrature(25, 9.7, 2.9, 16.6)) == 32
    assert round(in_quadrature(5.8, 3.9, 6.7), 1) == 9.7


def test_a_higher_interest_pulls_and_a_higher_constraint_holds_back() -> None:
    low, high = pooled(0.9, 1.0, 1.1), pooled(2.9, 3.0, 3.1)
    assert rating_difference("interest", low, high).effect == "pull"
    assert rating_difference("interest", high, low).effect == "hold"
    assert rating_difference("constraint", low, high).effect == "hold"
    assert rating_difference("constraint", high, low).effect == "pull"


def test_a_difference_that_is_shown_as_nothing_is_level() -> None:
    found = rating_difference("interest", pooled(1, 2, 3), pooled(1, 2.04, 3))
    assert found.effect == "level"
    assert found.value == pytest.approx(0.04)
    assert found.shown == 0.0


def test_the_shown_difference_is_what_a_reader_gets_from_the_shown_ratings() -> None:
    """2.25 is shown as 2.3 and 2.34 as 2.3: level, though 0.09 apart; 2.24 and 2.26 are not."""
    level = rating_difference("interest", pooled(1, 2.25, 3), pooled(1, 2.34, 3))
    assert (level.shown, level.effect) == (0.0, "level")
    told = rating_difference("interest", pooled(1, 2.24, 3), pooled(1, 2.26, 3))
    assert (told.shown, told.effect) == (0.1, "pull")
    assert told.value == pytest.approx(0.02)


def test_only_the_halves_of_the_ranges_that_face_one_another_count() -> None:
    """3-4-5: halves of 0.3 and 0.4 that face one another make 0.5; the far halves are huge."""
    baseline = pooled(0.0, 1.0, 1.3)
    assert rating_difference("interest", baseline, pooled(1.1, 1.5, 4.0)).within_ranges
    assert not rating_difference("interest", baseline, pooled(1.2, 1.6, 4.0)).within_ranges


@given(st.sampled_from(GROUPS), pooled_ratings(), pooled_ratings())
def test_seen_from_the_other_side_a_difference_turns_round(
    group: Group, one: PooledRating, other: PooledRating
) -> None:
    there, back = rating_difference(group, one, other), rating_difference(group, other, one)
    turned = {"pull": "hold", "hold": "pull", "level": "level"}
    assert back.value == -there.value
    assert back.shown == -there.shown
    assert back.effect == turned[there.effect]
    assert back.within_ranges == there.within_ranges


@given(st.sampled_from(GROUPS), pooled_ratings(), pooled_ratings())
def test_ranges_that_do_not_meet_are_told_apart(
    group: Group, one: PooledRating, other: PooledRating
) -> None:
    found = rating_difference(group, one, other)
    if max(one.low, other.low) > min(one.high, other.high) + 1e-6:
        assert not found.within_ranges
