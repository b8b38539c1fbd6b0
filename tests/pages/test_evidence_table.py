from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.domain.dates import PartialDate
from explorer.packs.reading import read_atlas
from explorer.pages.evidence_table import (
    COLUMNS,
    Column,
    EvidenceFilter,
    EvidenceRow,
    Ledger,
    compose_ledger,
    count_words,
    evidence_table,
    first_day,
    last_day,
)
from explorer.pages.own_evidence import Draft, drafted
from explorer.workspace.document import Workspace
from explorer.workspace.evidence import put_own_evidence, set_remark

NOW = datetime(2026, 11, 24, tzinfo=UTC)
DRAFT = Draft(
    claim="A pilot plant was agreed",
    date="2026-11-20",
    states="UZB",
    factor="outcome",
    direction="+",
    strength="3",
    kind="event",
    reliability="C",
    credibility="3",
    source_title="Interview in Şəki",
)


@pytest.fixture(scope="module")
def ledger(atlas: Atlas) -> Ledger:
    return compose_ledger(atlas, Workspace())


def test_all_items_are_shown_newest_first(atlas: Atlas, ledger: Ledger) -> None:
    rows = ledger.find(EvidenceFilter())
    assert {row.id for row in rows} == set(atlas.evidence_by_id)
    assert [row.when for row in rows] == sorted((row.when for row in rows), reverse=True)


Check = tuple[EvidenceFilter, Callable[[EvidenceRow], object]]
CHECKS: tuple[Check, ...] = (
    (EvidenceFilter(states=("KAZ", "TJK")), lambda row: {"KAZ", "TJK"} & set(row.states)),
    (EvidenceFilter(factors=("iran_wedge",)), lambda row: row.factor == "iran_wedge"),
    (EvidenceFilter(directions=("-",)), lambda row: row.direction == "-"),
    (EvidenceFilter(strengths=(3,)), lambda row: row.strength == 3),
    (EvidenceFilter(kinds=("vote",)), lambda row: row.kind == "vote"),
    (EvidenceFilter(reliabilities=("A", "B")), lambda row: row.reliability in "AB"),
    (EvidenceFilter(credibilities=(1,)), lambda row: row.credibility == 1),
    (EvidenceFilter(sources=("S001",)), lambda row: "S001" in row.source_ids),
)


@pytest.mark.parametrize("check", CHECKS)
def test_a_filter_gives_all_that_hold_it_and_no_others(ledger: Ledger, check: Check) -> None:
    wanted, holds = check
    expected = {row.id for row in ledger.rows if holds(row)}
    assert 0 < len(expected) < len(ledger.rows)
    assert {row.id for row in ledger.find(wanted)} == expected


def test_parts_of_a_filter_must_hold_together(ledger: Ledger) -> None:
    found = ledger.find(EvidenceFilter(states=("KAZ",), directions=("-",), text="iran"))
    assert found
    assert all("KAZ" in row.states and row.direction == "-" for row in found)
    assert not ledger.find(EvidenceFilter(states=("KAZ",), factors=("no such",)))


@pytest.mark.parametrize("text", ["tokayev", "TOKAYEV", "Tokáyev", "kazakhstan tokayev"])
def test_text_is_found_blind_to_case_and_diacritics(ledger: Ledger, text: str) -> None:
    plain = {row.id for row in ledger.find(EvidenceFilter(text="Tokayev"))}
    found = {row.id for row in ledger.find(EvidenceFilter(text=text))}
    assert found
    assert found <= plain
    assert " " in text or found == plain


def test_a_source_s_publisher_and_a_comment_are_found_by_text(atlas: Atlas) -> None:
    marked = set_remark(Workspace(), "E001", "doubt", "Zebra crossing", NOW)
    ledger = compose_ledger(atlas, marked)
    assert [row.id for row in ledger.find(EvidenceFilter(text="zebra"))] == ["E001"]
    assert "E001" in {row.id for row in ledger.find(EvidenceFilter(text="daryo"))}


def test_a_date_known_to_the_year_lies_in_each_month_of_it(ledger: Ledger) -> None:
    year = next(row for row in ledger.rows if not row.when.month)
    june = PartialDate(year.when.year, 6)
    assert year in ledger.find(EvidenceFilter(since=june, until=june))


def test_dates_are_bounds_that_are_in(ledger: Ledger) -> None:
    day = PartialDate(2025, 11, 6)
    rows = ledger.find(EvidenceFilter(since=day, until=day))
    assert day in {row.when for row in rows}
    assert all(first_day(row.when) <= first_day(day) <= last_day(row.when) for row in rows)


@given(st.sampled_from([name for name, _ in COLUMNS]), st.booleans())
def test_sorting_loses_nothing_and_the_other_way_round_turns_the_values(
    column: Column, descending: bool
) -> None:
    ledger = compose_ledger(_atlas(), Workspace())
    one = ledger.find(EvidenceFilter(), column, descending=descending)
    other = ledger.find(EvidenceFilter(), column, descending=not descending)
    assert {row.id for row in one} == {row.id for row in ledger.rows}
    assert _value(one[0], column) == _value(other[-1], column)


def test_own_items_and_marks_can_be_asked_for(atlas: Atlas) -> None:
    workspace = put_own_evidence(Workspace(), drafted(DRAFT, "U001", NOW))
    workspace = set_remark(workspace, "E009", "doubt", "", NOW)
    workspace = set_remark(workspace, "E010", "", "Ask", NOW)
    ledger = compose_ledger(atlas, workspace)
    assert len(ledger.rows) == len(atlas.evidence) + 1
    found = {
        whose: {row.id for row in ledger.find(EvidenceFilter(whose=whose))}
        for whose in ("own", "marked", "doubt")
    }
    assert found == {"own": {"U001"}, "marked": {"E009", "E010"}, "doubt": {"E009"}}
    assert [row.id for row in ledger.find(EvidenceFilter(text="seki"))] == ["U001"]
    own = next(row for row in ledger.rows if row.is_own)
    assert own.sources == 1


def test_items_on_one_and_the_same_source_alone_are_marked(atlas: Atlas, ledger: Ledger) -> None:
    for row in ledger.rows:
        alone = [item for item in atlas.evidence if item.source_ids == row.source_ids]
        assert row.is_repeated == (row.sources == 1 and len(alone) > 1)


def test_the_table_to_copy_has_no_blank_cell_and_names_the_user_s_own(atlas: Atlas) -> None:
    workspace = put_own_evidence(Workspace(), drafted(DRAFT, "U001", NOW))
    ledger = compose_ledger(atlas, workspace)
    table = evidence_table(atlas, workspace, ledger.rows)
    assert len(table.rows) == len(ledger.rows)
    assert all(cell for row in table.rows for cell in row)
    assert any(row[0] == "U001 (my own)" for row in table.rows)
    assert any("S002 Daryo.uz" in row[12] for row in table.rows)


def test_the_count_says_how_many_of_how_many() -> None:
    assert count_words(38, 446) == "38 of 446"
    assert count_words(1200, 100_000) == "1,200 of 100,000"


def test_a_filter_that_asks_for_nothing_is_empty() -> None:
    assert EvidenceFilter().is_empty
    assert not replace(EvidenceFilter(), text="a").is_empty


_READ: list[Atlas] = []


def _atlas() -> Atlas:
    if not _READ:
        _READ.append(read_atlas(paths.bundled_pack()))
    return _READ[0]


def _value(row: EvidenceRow, column: str) -> object:
    values: dict[str, object] = {
        "date": row.when,
        "states": row.states,
        "claim": row.claim.casefold(),
        "factor": row.factor,
        "direction": row.direction,
        "strength": row.strength,
        "kind": row.kind,
        "grade": row.grade,
        "sources": row.sources,
    }
    return values[column]
