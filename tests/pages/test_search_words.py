import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.pages.search_words import marked, romanised, spaced, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Əliyev’s visit", ("eliyev", "visit")),
        ("O\u02bbzbekiston", ("ozbekiston",)),
        ("Sa'ar", ("saar",)),
        ("QAZAXISTAN qazax\u0131stan", ("qazaxistan", "qazaxistan")),
        ("İran", ("iran",)),
        ("Мирзиёев", ("мирзиеев",)),
        ("cafe\u0301", ("cafe",)),
        ("C5+1, snake_case", ("c5", "1", "snake", "case")),
        ("“*:^", ()),
    ],
)
def test_words_are_blind_to_case_diacritics_and_marks(text: str, found: tuple[str, ...]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [("Тоқаев", "toqaev"), ("Токаев", "tokaev"), ("Мирзиёев", "mirziyoev"), ("Baku", "baku")],
)
def test_cyrillic_letters_are_written_with_latin_ones(cyrillic: str, latin: str) -> None:
    assert romanised(cyrillic) == latin


@given(st.text())
def test_words_of_words_are_the_same_words(text: str) -> None:
    found = words(text)
    assert words(" ".join(found)) == found
    assert spaced(text) == "".join(f" {word}" for word in found)


def stretches(text: str, wanted: tuple[str, ...], width: int = 0) -> list[str]:
    found = marked(text, wanted, width)
    return [found.text[start : start + length] for start, length in found.marks]


def test_what_was_typed_is_marked_and_no_more() -> None:
    assert stretches("Iran trade, and iranian ports", ("ira", "trade")) == ["Ira", "trade", "ira"]


def test_a_word_that_folding_made_shorter_is_marked_whole() -> None:
    assert stretches("Iran's ports", ("ira",)) == ["Iran's"]


def test_a_long_text_is_cut_around_the_first_word_found() -> None:
    text = "word " * 40 + "Nakhchivan " + "word " * 40
    found = marked(text, ("nakh",), 60)
    assert found.text.startswith("… ")
    assert found.text.endswith("…")
    assert len(found.text) <= 60 + 3
    assert stretches(text, ("nakh",), 60) == ["Nakh"]


@given(st.text(), st.lists(st.text(min_size=1, max_size=3), max_size=3), st.integers(0, 80))
def test_marks_lie_within_the_text_one_after_another(
    text: str, wanted: list[str], width: int
) -> None:
    found = marked(text, tuple(wanted), width)
    at = 0
    for start, length in found.marks:
        assert at <= start
        assert length > 0
        at = start + length
    assert at <= len(found.text)


def test_a_letter_of_a_symbol_is_marked_in_the_symbol_and_in_no_other_word() -> None:
    text = "A/RES/80/116 was adopted by a vote, and all agreed"
    assert marked(text, words("A/RES/80/116")).marks == ((0, 1), (2, 3), (6, 2), (9, 3))
    assert marked("An apple a day", words("a")).marks == ((0, 1), (3, 1), (9, 1))
