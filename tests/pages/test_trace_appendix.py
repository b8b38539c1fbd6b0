"""The appendix of a brief: each line names rows that hold what it says, each file its hash."""

import csv
import hashlib
import re

import pytest

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.packs.rows import PackFiles
from explorer.pages.trace_appendix import CitedThings, TraceAppendix, compose_appendix
from explorer.pages.trace_rows import row_words

PAIR = ("AZE", "KAZ")
CITED = CitedThings(
    source_ids=("S017", "sipri_isr_register"),
    evidence_ids=("E020", "E003"),
    series=("indicator/gdp_cur_usd", "trade_share/exports/RUS", "un_agreement/palestine/ISR"),
)


@pytest.fixture(scope="module")
def appendix(atlas: Atlas) -> TraceAppendix:
    return compose_appendix(atlas, PackFiles(paths.bundled_pack()), PAIR, CITED)


def lines(file: str) -> list[list[str]]:
    path = paths.bundled_pack() / "data" / file
    with path.open(newline="", encoding="utf-8") as opened:
        return list(csv.reader(opened))


def numbers(words: str) -> set[int]:
    """Read “2–13, 20” back."""
    found: set[int] = set()
    for part in words.split(", "):
        first, _, last = part.partition("–")
        found |= set(range(int(first), int(last or first) + 1))
    return found


def test_a_line_on_ratings_names_the_rows_of_that_state_and_day_and_no_others(
    appendix: TraceAppendix,
) -> None:
    row = next(
        each
        for each in dict(appendix.groups)["Judgements"]
        if each.what == "Ratings, Kazakhstan, 2026-11-23"
    )
    head, *records = lines(row.file)
    day, state = head.index("as_of"), head.index("iso3")
    expected = {
        at
        for at, record in enumerate(records, start=2)
        if (record[state], record[day]) == ("KAZ", "2026-11-23")
    }
    assert numbers(row.rows) == expected
    assert len(expected) == 48


def test_a_line_on_a_chart_names_the_rows_of_its_values(appendix: TraceAppendix) -> None:
    row = next(
        each
        for each in dict(appendix.groups)["Figures"]
        if each.file == "observations.csv" and each.what.endswith("Kazakhstan")
    )
    head, *records = lines(row.file)
    found = {
        at
        for at, record in enumerate(records, start=2)
        if record[head.index("indicator_id")] == "gdp_cur_usd"
        and record[head.index("iso3")] == "KAZ"
    }
    assert numbers(row.rows) == found


def test_each_item_and_each_numbered_source_stands_with_its_row(appendix: TraceAppendix) -> None:
    evidence, sources = dict(appendix.groups)["Evidence and sources"]
    for name, row in re.findall(r"(E\d+) (\d+)", evidence.rows):
        assert lines("evidence.csv")[int(row) - 1][0] == name
    assert re.findall(r"E\d+", evidence.rows) == ["E003", "E020"]
    found = [
        lines("sources.csv")[int(row) - 1][0] for row in re.findall(r"\] (\d+)", sources.rows)
    ]
    assert found == list(CITED.source_ids)


def test_each_file_that_a_line_names_is_hashed_once(appendix: TraceAppendix) -> None:
    named = {f"data/{row.file}" for _, rows in appendix.groups for row in rows}
    assert sorted(each.file for each in appendix.files) == sorted(named)
    for each in appendix.files:
        data = (paths.bundled_pack() / each.file).read_bytes()
        assert each.sha256 == hashlib.sha256(data).hexdigest()


def test_rows_that_follow_one_another_are_a_range() -> None:
    assert row_words([5, 2, 3, 4, 9, 9]) == "2–5, 9"
    assert row_words([]) == ""
