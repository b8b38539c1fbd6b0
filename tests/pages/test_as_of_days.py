from datetime import date

import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.as_of_days import day_choices, read_day, stepped

THEN = date(2025, 11, 5)


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
    ],
)
def test_a_day_is_read_in_either_form(atlas: Atlas, text: str, day: date | None) -> None:
    assert read_day(atlas, text) == day


@pytest.mark.parametrize("text", ["yesterday", "31 Feb 2025", "2025-13-01", "11/5/2025"])
def test_what_is_no_day_is_refused_with_what_to_type(atlas: Atlas, text: str) -> None:
    with pytest.raises(ValueError, match="6 Nov 2025"):
        read_day(atlas, text)


def test_a_day_after_the_newest_is_refused_with_the_newest(atlas: Atlas) -> None:
    with pytest.raises(ValueError, match="1 Jan 2027 is after the newest day, 23 Nov 2026"):
        read_day(atlas, "2027-01-01")


def test_days_are_stepped_and_end_at_the_newest(atlas: Atlas) -> None:
    assert stepped(atlas, None, -1) == date(2026, 11, 22)
    assert stepped(atlas, date(2026, 11, 22), 1) is None
    assert stepped(atlas, None, 1) is None
    assert stepped(atlas, THEN, -1) == date(2025, 11, 4)
    assert stepped(atlas, date.min, -1) == date.min
