from pathlib import Path

import pytest

from explorer.errors import Fault
from explorer.packs.columns import read_columns
from explorer.packs.question_rules import question_faults
from explorer.packs.record_tables import QUESTION_LADDERS

HEADER = "question,presupposes,iso3,rung,why_not\n"


def faults(folder: Path, row: str) -> list[Fault]:
    (folder / "data").mkdir()
    (folder / QUESTION_LADDERS.file).write_text(f"{HEADER}{row}\n", "utf-8")
    columns, wrong = read_columns(folder, QUESTION_LADDERS)
    assert columns is not None
    assert list(wrong) == []
    return list(question_faults(columns))


@pytest.mark.parametrize("row", ["Q1,E1,,,", "Q1,,KAZ,joins,", "Q1,,,,Another horizon"])
def test_a_question_may_have_an_event_or_a_reason_or_neither(tmp_path: Path, row: str) -> None:
    assert faults(tmp_path, row) == []


@pytest.mark.parametrize(
    ("row", "field"),
    [("Q1,,KAZ,,", "rung"), ("Q1,,,joins,", "iso3"), ("Q1,,KAZ,joins,Why", "why_not")],
)
def test_half_an_event_and_one_with_a_reason_against_it_are_told(
    tmp_path: Path, row: str, field: str
) -> None:
    [fault] = faults(tmp_path, row)
    assert (fault.file, fault.row, fault.field) == ("data/question_ladders.csv", 2, field)
