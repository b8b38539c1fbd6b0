from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.pages.words import (
    counted,
    date_words,
    horizon_words,
    in_sentences,
    listing,
    mid_sentence,
    number_word,
    sentence,
    signed,
)


@pytest.mark.parametrize(
    ("words", "text"),
    [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")],
)
def test_words_are_listed_as_a_sentence_does(words: tuple[str, ...], text: str) -> None:
    assert listing(words) == text


@pytest.mark.parametrize(
    ("value", "text"), [(1.94, "+1.9"), (-0.31, "\u22120.3"), (0.04, "0.0"), (-0.04, "0.0")]
)
def test_a_difference_has_a_sign_unless_it_rounds_to_nothing(value: float, text: str) -> None:
    assert signed(value) == text


@given(st.floats(-4.0, 4.0))
def test_a_difference_turned_round_has_the_other_sign(value: float) -> None:
    turned = signed(-value).translate(str.maketrans("+\u2212", "\u2212+"))
    assert turned == signed(value)


def test_counts_have_their_noun() -> None:
    assert counted(1, "country", "countries") == "1 country"
    assert counted(1234, "country", "countries") == "1,234 countries"
    assert (number_word(5), number_word(12)) == ("five", "12")


def test_dates_are_put_into_words_and_other_texts_stay() -> None:
    assert date_words("2025-11-06") == "6 Nov 2025"
    assert date_words("2025-11") == "Nov 2025"
    assert date_words("undated") == "undated"
    assert horizon_words(date(2030, 12, 31)) == "the end of 2030"
    assert horizon_words(date(2030, 6, 30)) == "30 Jun 2030"


def test_a_sentence_ends_once_and_has_no_gaps() -> None:
    assert sentence("  a  b ") == "a b."
    assert sentence("Why?") == "Why?"
    assert sentence("") == ""
    assert in_sentences(("one", "", "two.")) == "One. Two."


def test_a_title_within_a_sentence_begins_with_a_small_letter() -> None:
    assert mid_sentence("Token accession") == "token accession"
    assert mid_sentence("") == ""
