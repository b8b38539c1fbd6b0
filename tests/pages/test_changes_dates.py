from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.atlas import Atlas
from explorer.packs.reading import read_atlas
from explorer.pages.changes_dates import (
    JUDGEMENT,
    WINDOW,
    BriefMade,
    DateChoice,
    first_since,
    parse_day,
    since_choices,
    span_of,
    until_choices,
)
from explorer.pages.words import day_words
from explorer.paths import bundled_pack

NEWEST = date(2026, 11, 23)
FIRST = date(2025, 10, 31)
PAIR = ("AZE", "KAZ")


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return read_atlas(bundled_pack())


def since_of(atlas: Atlas, until: date = NEWEST, *briefs: BriefMade) -> dict[str, DateChoice]:
    found = since_choices(atlas, until, [PAIR], PAIR, briefs)
    return {each.key: each for each in found}


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_day_is_read_as_it_is_shown_and_in_iso_form(day: date) -> None:
    assert parse_day(day_words(day)) == day
    assert parse_day(f"  {day.isoformat()} ") == day


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-11", "not read as a day"),
        ("yesterday", "not read as a day"),
        ("", "not read as a day"),
        ("2025-02-30", "not a day of the calendar"),
        ("31 Feb 2025", "not a day of the calendar"),
        ("6 Foo 2025", "not a day of the calendar"),
        ("1 Jan 1066", "Nothing is on record of 1066"),
    ],
)
def test_what_is_no_day_is_refused_with_how_to_write_one(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_day(text)


def test_months_may_be_written_out() -> None:
    assert parse_day("6 November 2025") == date(2025, 11, 6)


def test_the_judgement_before_is_offered_first(atlas: Atlas) -> None:
    found = since_of(atlas)
    assert next(iter(found)) == JUDGEMENT
    assert found[JUDGEMENT].day == FIRST
    assert first_since(tuple(found.values())).key == JUDGEMENT


def test_without_a_judgement_before_the_longest_span_comes_first(atlas: Atlas) -> None:
    found = since_of(atlas, date(2025, 11, 8))
    assert found[JUDGEMENT].day is None
    assert "there is none" in found[JUDGEMENT].label
    assert first_since(tuple(found.values())).day == date(2024, 11, 8)


def test_spans_are_counted_back_from_the_later_date(atlas: Atlas) -> None:
    found = since_of(atlas)
    for days in (30, 90, 365):
        assert found[str(days)].day == NEWEST - timedelta(days)


def test_a_named_event_is_offered_from_the_day_before_it(atlas: Atlas) -> None:
    label = "Kazakhstan announces it will join the Abraham Accords (5 Nov 2025)"
    assert label in {each.label for each in since_of(atlas).values()}
    early = since_of(atlas, date(2025, 11, 1))
    assert label not in {each.label for each in early.values()}


def test_a_last_brief_is_offered_with_its_date_and_disabled_with_the_reason(
    atlas: Atlas,
) -> None:
    key = "brief AZE-KAZ"
    edition = atlas.subject.edition
    assert "none exported yet" in since_of(atlas)[key].label
    assert since_of(atlas)[key].day is None
    other = BriefMade("AZE", "UZB", FIRST, edition)
    assert since_of(atlas, NEWEST, other)[key].day is None
    made = BriefMade(*PAIR, FIRST, edition)
    assert since_of(atlas, NEWEST, made)[key] == DateChoice(
        key, "The last brief of Azerbaijan and Kazakhstan (31 Oct 2025)", FIRST
    )
    older = since_of(atlas, NEWEST, BriefMade(*PAIR, FIRST, "2025.10"))[key]
    assert "edition 2025.10" in older.label
    new = since_of(atlas, NEWEST, BriefMade(*PAIR, NEWEST, edition))[key]
    assert new.day is None
    assert "nothing newer" in new.label


def test_the_later_date_is_that_of_the_window_at_most(atlas: Atlas) -> None:
    whole = until_choices(atlas, NEWEST, PAIR)
    assert (whole[0].key, whole[0].day) == (WINDOW, NEWEST)
    assert whole[0].label == "The newest (23 Nov 2026)"
    assert FIRST in {each.day for each in whole}
    cut = until_choices(atlas, date(2025, 11, 8), PAIR)
    assert cut[0].label == "The date of the window (8 Nov 2025)"
    assert all(each.day is None or each.day <= date(2025, 11, 8) for each in cut)


def test_dates_out_of_order_are_refused_with_what_to_do() -> None:
    assert span_of(FIRST, NEWEST, NEWEST).fault == ""
    swapped = span_of(NEWEST, FIRST, NEWEST)
    assert swapped.since is None
    assert "is after the later one" in swapped.fault
    assert "the same day as" in span_of(FIRST, FIRST, NEWEST).fault
    assert "date of the window" in span_of(FIRST, NEWEST, date(2026, 1, 1)).fault
    assert span_of(None, NEWEST, NEWEST).fault
