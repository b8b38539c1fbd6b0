from datetime import date

import pytest

from explorer.domain.dates import PartialDate
from explorer.domain.later_words import (
    NOTE_WITHHELD,
    WITHHELD,
    dates_named,
    label_by,
    markdown_by,
    names_later,
    note_by,
    words_by,
)

DAY = date(2025, 11, 5)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("restated in Dec 2025", [PartialDate(2025, 12)]),
        ("on 23 April 2025, and 2026-03-05", [PartialDate(2025, 4, 23), PartialDate(2026, 3, 5)]),
        ("Tanker count, 2023–2025", [PartialDate(2023), PartialDate(2025)]),
        ("2023-2025", [PartialDate(2023), PartialDate(2025)]),
        ("by September 2024 and Sept. 2024", [PartialDate(2024, 9), PartialDate(2024, 9)]),
        ("31 February 2024", [PartialDate(2024, 2)]),
        ("M-2032, 12025 tonnes and room 820296", []),
    ],
)
def test_dates_are_found_as_far_as_words_name_them(text: str, dates: list[PartialDate]) -> None:
    assert list(dates_named(text)) == dates


@pytest.mark.parametrize(
    ("text", "is_later"),
    [("5 November 2025", False), ("November 2025", True), ("2025", True), ("Oct 2025", False)],
)
def test_a_date_in_words_counts_by_its_last_day(text: str, is_later: bool) -> None:
    assert names_later(text, DAY) is is_later


def test_a_note_that_tells_of_later_things_is_left_out_whole() -> None:
    assert note_by("No later visit found by Oct 2026", DAY) == NOTE_WITHHELD
    assert note_by("Tajikistan later denied exporting drones", DAY) == NOTE_WITHHELD
    assert note_by("Widely quoted", DAY) == "Widely quoted"
    assert note_by("", DAY) == ""


def test_of_a_text_the_sentences_and_brackets_that_name_a_later_time_are_left_out() -> None:
    assert words_by("Ends 2018. Kazakhstan 2026 is 0.43 here.", DAY) == f"Ends 2018. {WITHHELD}"
    assert words_by("full member (to 2014); listed in 2026", DAY) == (
        f"full member (to 2014). {WITHHELD}"
    )
    assert words_by("Nothing of the kind.", DAY) == "Nothing of the kind."


def test_a_label_loses_its_bracket_or_what_follows_the_comma() -> None:
    assert label_by("Armed forces (2026 estimate)", DAY) == "Armed forces"
    assert label_by("World Bank, to 2026", DAY) == "World Bank"
    assert label_by("In 2026", DAY) == WITHHELD


def test_of_markdown_points_sentences_and_empty_sections_are_left_out() -> None:
    body = (
        "Spellings are given.\n\n## People\n\n- **Sa'ar**, came in May 2026 [E002]. ru X.\n\n"
        "## Places\n\n- **Abbas**: a port. **Anzali**: hit [E002].\n"
        "- **Baku**: a city [E001].\n"
    )
    assert markdown_by(body, DAY, {"E001"}) == (
        "Spellings are given.\n\n## Places\n\n- **Abbas**: a port.\n- **Baku**: a city [E001]."
    )
