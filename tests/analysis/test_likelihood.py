import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.likelihood import BANDS, likelihood_word, percent_text, whole_percent

MIRROR = {
    "almost no chance": "almost certain",
    "very unlikely": "very likely",
    "unlikely": "likely",
    "roughly even chance": "roughly even chance",
    "likely": "unlikely",
    "very likely": "very unlikely",
    "almost certain": "almost no chance",
}


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (0.0, "almost no chance"),
        (0.049, "very unlikely"),  # shown as 5 %
        (0.04, "almost no chance"),
        (0.05, "very unlikely"),
        (0.20, "unlikely"),
        (0.45, "roughly even chance"),
        (0.55, "roughly even chance"),
        (0.56, "likely"),
        (0.80, "likely"),
        (0.81, "very likely"),
        (0.95, "very likely"),
        (0.96, "almost certain"),
        (1.0, "almost certain"),
    ],
)
def test_words_follow_the_bands_of_icd_203_and_a_bound_is_of_the_milder_band(
    probability: float, word: str
) -> None:
    assert likelihood_word(probability) == word


@pytest.mark.parametrize(
    ("probability", "text"),
    [
        (0.0, "<1 %"),
        (0.009, "<1 %"),
        (0.01, "1 %"),
        (0.205, "21 %"),
        (0.61, "61 %"),
        (0.99, "99 %"),
        (0.991, ">99 %"),
        (1.0, ">99 %"),
    ],
)
def test_nothing_is_shown_as_impossible_or_certain(probability: float, text: str) -> None:
    assert percent_text(probability).replace("\u00a0", " ") == text


@given(st.integers(0, 100))
def test_the_words_are_the_same_on_both_sides_of_even(percent: int) -> None:
    assert likelihood_word(1 - percent / 100) == MIRROR[likelihood_word(percent / 100)]


@given(st.floats(0.0, 1.0))
def test_the_word_fits_the_per_cent_that_is_shown(probability: float) -> None:
    band = next(band for band in BANDS if band.word == likelihood_word(probability))
    assert band.low <= min(max(whole_percent(probability), 1), 99) <= band.high


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_a_higher_probability_never_gets_a_lower_word(one: float, other: float) -> None:
    words = [band.word for band in BANDS]
    low, high = sorted((one, other))
    assert words.index(likelihood_word(low)) <= words.index(likelihood_word(high))


@pytest.mark.parametrize("wrong", [-0.01, 1.01, 61.0])
def test_what_is_no_probability_is_refused(wrong: float) -> None:
    with pytest.raises(ValueError, match="no probability"):
        likelihood_word(wrong)
