from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from explorer.errors import ForecastFileError
from explorer.packs.forecast_file import FileForecast, read_forecasts

QUESTIONS = {"Q02": True, "P01": True, "Q01": False}
HEADER = "question_id,likelihood,when,confidence,reason\n"


def written(folder: Path, rows: str, header: str = HEADER) -> Path:
    path = folder / "mine.csv"
    path.write_text(header + rows, encoding="utf-8")
    return path


def test_forecasts_are_read_in_the_order_of_the_file(tmp_path: Path) -> None:
    rows = (
        "Q02,0.35,2026-10-03T12:00:00+00:00,low,'=SUM(A1)\nP01,1,2026-10-03,,\nQ02,0.123456,,,\n"
    )
    assert read_forecasts(written(tmp_path, rows), QUESTIONS) == (
        FileForecast("Q02", 0.35, datetime(2026, 10, 3, 12, tzinfo=UTC), "low", "=SUM(A1)"),
        FileForecast("P01", 1.0, date(2026, 10, 3), None, ""),
        FileForecast("Q02", 0.1235, None, None, ""),
    )


def test_every_fault_of_every_row_is_named(tmp_path: Path) -> None:
    rows = (
        "Q77,0.5,,,\n"
        "Q01,0.5,,,\n"
        "Q02,35,,,\n"
        "Q02,,,,\n"
        "Q02,0.5,2026-10-03T12:00:00,,\n"
        "Q02,0.5,soon,,\n"
        "Q02,0.5,,total,\n"
        ",0.5,,,\n"
    )
    with pytest.raises(ForecastFileError) as error:
        read_forecasts(written(tmp_path, rows), QUESTIONS)
    found = [(fault.row, fault.field) for fault in error.value.faults]
    assert found == [
        *((2, "question_id"), (3, "question_id"), (4, "likelihood"), (5, "likelihood")),
        *((6, "when"), (7, "when"), (8, "confidence"), (9, "question_id")),
    ]
    words = str(error.value)
    for part in ("“Q77” is not known", "Q01 is resolved", "“soon” is no such moment", "mine.csv"):
        assert part in words


@pytest.mark.parametrize(
    ("header", "rows", "words"),
    [
        (HEADER, "", "holds no forecast"),
        ("question_id;likelihood\n", "Q02;0,5\n", "semicolons"),
        ("question_id,likelihood\n", "Q02,0.5\n", "the column is missing"),
        (HEADER.replace("reason", "why"), "Q02,0.5,,,\n", "no column of that name"),
    ],
)
def test_a_file_of_another_form_says_what_is_wrong(
    tmp_path: Path, header: str, rows: str, words: str
) -> None:
    with pytest.raises(ForecastFileError, match=words):
        read_forecasts(written(tmp_path, rows, header), QUESTIONS)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ForecastFileError, match="missing"):
        read_forecasts(tmp_path / "none.csv", QUESTIONS)
