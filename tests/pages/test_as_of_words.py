from datetime import date

import pytest

from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.pages.as_of_words import (
    as_of_notice,
    as_of_stamp,
    day_choices,
    judged_words,
    not_judged,
    not_of_the_day,
    not_written,
    read_day,
    stepped,
)

THEN = date(2025, 11, 5)
LONG_AGO = date(2020, 1, 1)


def test_the_newest_needs_no_notice(atlas: Atlas) -> None:
    assert as_of_notice(atlas) == as_of_stamp(atlas) == not_written(atlas) == ""
    assert not_of_the_day(atlas, "Scenarios were judged") == ""


def test_the_notice_says_day_evidence_and_hindsight(atlas: Atlas) -> None:
    cut = known_on(atlas, THEN)
    assert as_of_notice(cut) == (
        f"As of 5 Nov 2025: {len(cut.evidence)} of {len(atlas.evidence)} items of evidence; "
        "judgements of 31 Oct 2025, made later, with hindsight."
    )
    assert as_of_stamp(cut) == "As of 5 Nov 2025"


def test_before_any_judgement_the_notice_says_so(atlas: Atlas) -> None:
    cut = known_on(atlas, LONG_AGO)
    assert as_of_notice(cut).endswith("nothing had been judged by then.")
    assert not_judged(cut) == judged_words(cut) == "Not judged by 1 Jan 2020"


def test_an_earlier_judgement_is_never_said_without_its_hindsight(atlas: Atlas) -> None:
    assert judged_words(atlas) == "Judged 23 Nov 2026"
    assert judged_words(known_on(atlas, THEN)).endswith("made later, with hindsight")


def test_missing_texts_are_said_to_be_written_later(atlas: Atlas) -> None:
    assert not_written(known_on(atlas, THEN)) == (
        "The texts were written on 23 Nov 2026 and are not shown as of an earlier day."
    )


def test_the_days_offered_are_the_newest_the_judgements_and_leading_events(atlas: Atlas) -> None:
    newest, judged, events = day_choices(atlas)
    assert [each.day for each in newest.choices] == [None]
    assert [each.day for each in judged.choices] == [date(2025, 10, 31)]
    assert date(2025, 11, 6) in [each.day for each in events.choices]
    assert all(each.day and each.day < atlas.subject.as_of for each in events.choices)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-11-05", THEN),
        ("5 Nov 2025", THEN),
        (" 5 November 2025 ", THEN),
        ("newest", None),
        ("", None),
        ("2026-11-23", None),
        ("2031-01-01", None),
    ],
)
def test_a_day_is_read_in_either_form(atlas: Atlas, text: str, day: date | None) -> None:
    assert read_day(atlas, text) == day


@pytest.mark.parametrize("text", ["yesterday", "31 Feb 2025", "2025-13-01", "11/5/2025"])
def test_what_is_no_day_is_refused_with_what_to_type(atlas: Atlas, text: str) -> None:
    with pytest.raises(ValueError, match="6 Nov 2025"):
        read_day(atlas, text)


def test_days_are_stepped_and_end_at_the_newest(atlas: Atlas) -> None:
    assert stepped(atlas, None, -1) == date(2026, 11, 22)
    assert stepped(atlas, date(2026, 11, 22), 1) is None
    assert stepped(atlas, None, 1) is None
    assert stepped(atlas, THEN, -1) == date(2025, 11, 4)
    assert stepped(atlas, date.min, -1) == date.min
