from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.dates import PartialDate
from explorer.packs.cells import is_safe_address, quoted, read_column, seen, unsafe_addresses
from explorer.packs.fields import Field

NUMBER = Field("share", "Share", "number", at_least=0, at_most=100)
OPTIONAL_NUMBER = Field("share", "Share", "number", optional=True)


def complaints(field: Field, *texts: str) -> list[int]:
    return [position for position, _found, _remedy in read_column(field, texts)[1]]


@given(st.lists(st.floats(0, 100)))
def test_numbers_come_back_as_they_were_written(numbers: list[float]) -> None:
    values, wrong = read_column(NUMBER, [repr(number) for number in numbers])
    assert (list(values), wrong) == (numbers, [])


@given(st.lists(st.text(min_size=1, max_size=6), min_size=1))
def test_a_text_is_a_number_in_company_if_and_only_if_it_is_one_alone(texts: list[str]) -> None:
    """The quick way through a whole column and the way through each cell agree."""
    alone = [position for position, text in enumerate(texts) if complaints(NUMBER, text)]
    assert complaints(NUMBER, *texts, "not a number") == [*alone, len(texts)]
    assert bool(complaints(NUMBER, *texts)) == bool(alone)


@given(st.lists(st.text(alphabet=" \t0123456789.-+eE_infa", min_size=1, max_size=5), min_size=1))
def test_what_looks_nearly_like_numbers_is_judged_the_same_both_ways(texts: list[str]) -> None:
    alone = [position for position, text in enumerate(texts) if complaints(NUMBER, text)]
    assert complaints(NUMBER, *texts) == alone


@pytest.mark.parametrize(
    "text", ["nan", "inf", "-inf", "1e999", "1_0", " 1", "1,5", "½", "-1", "101"]
)
def test_what_is_not_a_plain_number_within_bounds_is_told(text: str) -> None:
    values, wrong = read_column(NUMBER, ["1", text])
    assert list(values) == [1.0, None]
    assert [position for position, _found, _remedy in wrong] == [1]


def test_bounds_include_their_ends() -> None:
    assert complaints(NUMBER, "0", "100") == []


def test_a_blank_is_none_only_where_it_may_be() -> None:
    assert list(read_column(OPTIONAL_NUMBER, ["", "2"])[0]) == [None, 2.0]
    assert complaints(NUMBER, "2", "") == [1]


def test_space_alone_counts_as_blank() -> None:
    assert complaints(Field("title", "Title"), "a", "  ") == [1]


def test_dates_are_read_and_told_apart_from_what_only_resembles_them() -> None:
    field = Field("date", "Date", "date")
    assert list(read_column(field, ["2026-11-23"])[0]) == [date(2026, 11, 23)]
    assert complaints(field, "2026-11-23", "20261123", "2026-11", "2026-02-30") == [1, 2, 3]


def test_partial_dates_keep_what_is_known() -> None:
    field = Field("date", "Date", "partial_date")
    values, wrong = read_column(field, ["1991", "1996-05", "2026-11-23", "2026-13"])
    assert list(values)[:3] == [
        PartialDate(1991),
        PartialDate(1996, 5),
        PartialDate(2026, 11, 23),
    ]
    assert [position for position, _found, _remedy in wrong] == [3]


@given(st.lists(st.from_regex(r"[A-Za-z0-9]{1,8}", fullmatch=True), min_size=1))
def test_a_list_comes_back_as_it_was_joined(parts: list[str]) -> None:
    values, wrong = read_column(Field("ids", "Ids", "list"), [";".join(parts)])
    assert (list(values), wrong) == ([tuple(parts)], [])


@pytest.mark.parametrize("text", ["a;", ";a", "a;;b", "a; b", ";"])
def test_a_list_with_blanks_or_spaces_is_told(text: str) -> None:
    assert complaints(Field("ids", "Ids", "list"), text) == [0]


def test_each_part_of_a_list_has_to_fit_the_pattern() -> None:
    field = Field("years", "Years", "list", pattern=r"\d{4}")
    assert complaints(field, "2015;2016", "2015;soon") == [1]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("https://a.org/x?y=1", True),
        ("HTTP://a.org", True),
        ("mailto:desk@a.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
        ("//a.org", False),
        ("a.org", False),
        ("https://a.org https://b.org", False),
        ("https://a.org\njavascript:alert(1)", False),
        (" javascript:alert(1)", False),
    ],
)
def test_only_pages_and_mail_may_be_opened(text: str, safe: bool) -> None:
    assert is_safe_address(text) is safe
    assert (complaints(Field("url", "Address", "address"), text) == []) is safe


def test_addresses_in_a_running_text_are_found() -> None:
    text = "http://a.org (the first) ; ftp://b.org ; note: c"
    assert list(unsafe_addresses(text)) == ["ftp://b.org"]


@given(st.text())
def test_a_quotation_is_one_short_printable_line(text: str) -> None:
    line = quoted(text)
    assert line.isprintable()
    assert len(line) <= 62


def test_a_choice_that_is_not_offered_names_those_that_are() -> None:
    field = Field("group", "Group", choices=("interest", "constraint"))
    _values, wrong = read_column(field, ["interest", "hope"])
    assert wrong == [(1, "“hope”", "Use one of: interest, constraint")]


OPTIONAL_TEXT = Field("note", "Note", optional=True)


@pytest.mark.parametrize("field", [OPTIONAL_TEXT, OPTIONAL_NUMBER, NUMBER])
def test_space_alone_is_refused_whether_or_not_the_cell_may_be_blank(field: Field) -> None:
    assert complaints(field, "1", "   ") == [1]
    assert complaints(field, "   ") == [0]


@pytest.mark.parametrize("mark", ["\x1b", "\0", "\x7f", "\x9b", "\u202e", "\u2066", "\u2028"])
@pytest.mark.parametrize("field", [Field("title", "Title"), OPTIONAL_TEXT])
def test_a_character_that_steers_a_screen_is_refused(field: Field, mark: str) -> None:
    ((position, found, remedy),) = read_column(field, ["a", f"a{mark}b"])[1]
    assert (position, found) == (1, f"“a b” holds the character U+{ord(mark):04X}")
    assert remedy == "Take it out: it cannot be seen, and changes how text is shown"


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb", "a\tb", "a\u00a0b", "می‌شود", "Əsas"])
def test_lines_tabs_and_marks_that_spelling_needs_are_borne(text: str) -> None:
    assert complaints(OPTIONAL_TEXT, text) == []


@given(st.lists(st.text(max_size=3), min_size=1))
def test_a_text_is_refused_in_company_if_and_only_if_it_is_alone(texts: list[str]) -> None:
    alone = [position for position, text in enumerate(texts) if complaints(OPTIONAL_TEXT, text)]
    assert complaints(OPTIONAL_TEXT, *texts) == alone


COUNT = Field("n", "Count", "integer", at_least=1)


@pytest.mark.parametrize("text", ["99999999999999999999", "-99999999999999999999", "9" * 400])
@pytest.mark.parametrize("field", [COUNT, Field("n", "Count", "integer", optional=True)])
def test_a_whole_number_beyond_all_use_is_refused(field: Field, text: str) -> None:
    ((position, found, _remedy),) = read_column(field, ["2", text])[1]
    assert position == 1
    assert found.endswith("is out of bounds")


def test_a_bound_that_the_field_leaves_open_is_told() -> None:
    (_position, _found, remedy) = read_column(COUNT, ["9" * 20])[1][0]
    assert remedy == "Give a whole number from 1 to 1000000000"


def test_what_cannot_be_seen_is_taken_out_of_a_text_and_line_ends_stay() -> None:
    assert seen("a\u202eb\x00c\n\td") == "abc\n\td"
    _values, wrong = read_column(Field("note", "Note"), [seen("a\u2028b\x85")])
    assert wrong == []
