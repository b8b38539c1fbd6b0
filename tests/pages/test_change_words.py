from explorer.analysis.change import Raters
from explorer.pages.change_words import alike_words, counts_words, points_words


def test_raters_who_are_the_same_at_both_dates_need_no_words() -> None:
    assert counts_words(Raters(4, 4, 4)) == ""
    assert alike_words(Raters(4, 4, 4)) == ""


def test_other_raters_are_counted_at_both_dates() -> None:
    assert counts_words(Raters(4, 5, 4)) == "4 raters then, 5 now"
    assert alike_words(Raters(1, 2, 1)) == "by the same 1 rater; 1 rater then, 2 now"


def test_as_many_others_are_said_too() -> None:
    assert alike_words(Raters(4, 4, 3)) == "by the same 3 raters; 4 raters then, 4 now"


def test_points_are_said_with_a_true_minus_and_their_number() -> None:
    assert points_words(45) == "+45 points"
    assert points_words(-1) == "\u22121 point"
    assert points_words(0) == "level"
