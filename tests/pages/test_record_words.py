from datetime import datetime, timedelta, timezone

import pytest

from explorer.analysis.scoring import score
from explorer.pages.record_words import (
    brier_text,
    exact_percent,
    is_certain,
    likelihood_hint,
    log_text,
    moment_words,
    read_percent,
    score_sentence,
    two_class_text,
    word_of,
)


def test_scores_have_three_places_and_a_true_minus() -> None:
    scores = score(0.34, happened=True)
    assert (brier_text(scores), two_class_text(scores)) == ("0.436", "0.871")
    assert log_text(scores) == "−1.079"
    assert score_sentence(scores) == "Brier score 0.436, logarithmic score −1.079."


def test_a_failed_certainty_is_said_in_words() -> None:
    assert log_text(score(1.0, happened=False)) == "minus infinity"


def test_what_has_no_score_says_so() -> None:
    assert brier_text(None) == two_class_text(None) == log_text(None) == "not scored"


@pytest.mark.parametrize(
    ("typed", "likelihood"),
    [
        ("35", 0.35),
        (" 35 % ", 0.35),
        ("0,5", 0.005),
        ("100%", 1.0),
        ("0", 0.0),
        ("12.3456", 0.1235),
        ("", None),
        ("x", None),
        ("101", None),
        ("-1", None),
        ("−1", None),
        ("nan", None),
        ("inf", None),
    ],
)
def test_a_likelihood_is_read_as_people_type_it(typed: str, likelihood: float | None) -> None:
    assert read_percent(typed) == likelihood


def test_the_word_beside_the_field_is_that_of_the_directive() -> None:
    assert likelihood_hint("35") == "unlikely"
    assert likelihood_hint("") == "from 0 to 100"
    assert likelihood_hint("350") == "not a number from 0 to 100"


def test_at_either_end_the_word_is_true_of_the_number() -> None:
    assert (word_of(0.0), word_of(1.0)) == ("ruled out", "held for certain")
    assert word_of(0.01) == "almost no chance"
    assert is_certain(0.0)
    assert not is_certain(0.01)


def test_a_likelihood_is_shown_as_it_was_typed() -> None:
    assert [exact_percent(x) for x in (0.35, 0.005, 1.0, 0.1235)] == [
        "35\u00a0%",
        "0.5\u00a0%",
        "100\u00a0%",
        "12.35\u00a0%",
    ]


def test_moments_are_told_in_utc() -> None:
    there = timezone(timedelta(hours=5))
    assert moment_words(datetime(2026, 11, 25, 2, 4, tzinfo=there)) == "24 Nov 2026, 21:04 UTC"
