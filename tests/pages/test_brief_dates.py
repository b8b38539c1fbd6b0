from datetime import date

import pytest

from explorer.pages.brief_dates import long_date


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2026, 11, 23), "23 November 2026"), (date(2025, 5, 1), "1 May 2025")],
)
def test_a_day_is_given_in_full_in_english(day: date, words: str) -> None:
    assert long_date(day) == words
