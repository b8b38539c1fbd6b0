import pytest

from explorer.analysis.differences import RatingDifference
from explorer.domain.judgement import Group
from explorer.pages.compare_cells import compose_difference


@pytest.mark.parametrize(
    ("group", "value", "text", "words"),
    [
        ("interest", 1.94, "+1.9", "1.9 higher than Azerbaijan, a stronger pull"),
        ("interest", -0.3, "\u22120.3", "0.3 lower than Azerbaijan, a weaker pull"),
        ("constraint", 0.5, "+0.5", "0.5 higher than Azerbaijan, holds back more"),
        ("constraint", -0.5, "\u22120.5", "0.5 lower than Azerbaijan, holds back less"),
    ],
)
def test_a_difference_is_signed_and_said_by_what_it_does(
    group: Group, value: float, text: str, words: str
) -> None:
    effect = "pull" if (value > 0) == (group == "interest") else "hold"
    found = compose_difference(group, RatingDifference(value, effect, False), "Azerbaijan")
    assert (found.text, found.words) == (text, words)


def test_a_difference_within_the_ranges_says_so() -> None:
    found = compose_difference("interest", RatingDifference(0.4, "pull", True), "Azerbaijan")
    assert found.words.endswith("within the ranges, so the two may be level")


def test_a_difference_that_rounds_to_nothing_has_no_sign() -> None:
    found = compose_difference("interest", RatingDifference(-0.04, "level", True), "Azerbaijan")
    assert (found.text, found.words) == ("0.0", "level with Azerbaijan")
