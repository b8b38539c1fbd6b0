from datetime import date

import pytest

from explorer.domain.dates import PartialDate
from explorer.pages.export_values import (
    NOT_APPLICABLE,
    NOT_FOUND,
    Cell,
    Kind,
    day_cell,
    figure_cell,
    id_list,
    known_to,
    shown_text,
    words_or,
)


@pytest.mark.parametrize(
    ("when", "cell", "known"),
    [
        (PartialDate(2025, 11, 6), date(2025, 11, 6), "day"),
        (PartialDate(2025, 11), "2025-11", "month"),
        (PartialDate(1992), "1992", "year"),
    ],
)
def test_a_date_is_a_day_only_where_the_day_is_on_record(
    when: PartialDate, cell: Cell, known: str
) -> None:
    assert day_cell(when) == cell
    assert known_to(when) == known


@pytest.mark.parametrize(
    ("printed", "cell"),
    [
        ("1,250", 1250.0),
        ("-3.5", -3.5),
        ("over 40", "over 40"),
        ("nan", "nan"),
        ("", NOT_APPLICABLE),
    ],
)
def test_a_figure_as_printed_is_a_number_only_where_it_is_one(printed: str, cell: Cell) -> None:
    assert figure_cell(printed) == cell


def test_ids_stand_once_each_and_a_blank_is_said() -> None:
    assert id_list(["S1; S2", "S1", " S3 "]) == "S1; S2; S3"
    assert id_list([]) == NOT_FOUND
    assert words_or("") == NOT_FOUND


@pytest.mark.parametrize(
    ("cell", "kind", "shown"),
    [
        (0.004, "share", "<1\u00a0%"),
        (0.6123, "share", "61\u00a0%"),
        (0.0, "percent", "0.0 %"),
        (2.25, "rating", "2.2"),
        (-1.5, "change", "\u22121.5"),
        (1_234_567.0, "figure", "1,234,567"),
        (2024, "year", "2024"),
        (date(2025, 11, 6), "day", "6 Nov 2025"),
        (NOT_FOUND, "figure", "no value found"),
        ("yes", "text", "yes"),
    ],
)
def test_a_cell_is_shown_as_the_app_shows_it(cell: Cell, kind: Kind, shown: str) -> None:
    assert shown_text(cell, kind) == shown
