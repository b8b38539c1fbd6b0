from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from explorer.analysis.consistency import rows_of
from explorer.analysis.hypotheses import COUNTS, Count, standings
from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.domain.evidence import MARKS
from explorer.pages.hypotheses import ORDERS, MatrixPart, Order, compose_matrix
from explorer.pages.tables import as_csv
from explorer.workspace.document import OwnEvidence, OwnSource, Workspace
from explorer.workspace.evidence import drop_own_evidence, put_own_evidence
from explorer.workspace.marks import set_mark

KEYS: tuple[Order, ...] = tuple(order for order, _ in ORDERS)


def ids(part: MatrixPart) -> list[str]:
    return [row.item.id for row in part.rows]


def test_the_matrix_has_a_row_for_each_item_on_the_state_and_a_column_for_each_rung(
    atlas: Atlas,
) -> None:
    part = compose_matrix(atlas, Workspace(), "KAZ")
    assert set(ids(part)) == {item.id for item in atlas.evidence if "KAZ" in item.countries}
    assert [column.rung_id for column in part.columns] == [rung.id for rung in atlas.rungs]
    assert all(len(row.cells) == len(part.columns) for row in part.rows)
    assert part.own == ""
    assert not part.is_overruled


@pytest.mark.parametrize("count", COUNTS)
def test_totals_and_lead_are_those_of_the_analysis(atlas: Atlas, count: Count) -> None:
    for iso3 in atlas.subject.compared:
        part = compose_matrix(atlas, Workspace(), iso3, count)
        found = standings(rows_of(atlas, iso3), len(atlas.rungs), count)
        totals = [float(column.total) for column in part.columns]
        assert totals == pytest.approx(found.totals, abs=0.051)
        assert [column.against for column in part.columns] == list(found.against)
        leading = [place for place, column in enumerate(part.columns) if column.is_leading]
        assert leading == list(found.leading)
        for place in leading:
            assert part.columns[place].title.lower() in part.lead
        assert {row.item.id for row in part.rows if row.telling} == {
            each.evidence_id for each in found.telling
        }


def test_the_lead_is_said_with_its_count_its_items_and_the_next_rung(atlas: Atlas) -> None:
    part = compose_matrix(atlas, Workspace(), "TJK")
    leader = next(column for column in part.columns if column.is_leading)
    assert part.lead.startswith(f"Least speaks against {leader.title.lower()}: a count of ")
    assert f"{leader.total}, from {leader.against} of {len(part.rows)} items." in part.lead
    assert "Next is " in part.lead


def test_counts_that_disagree_are_said_to(atlas: Atlas) -> None:
    said = {
        iso3: compose_matrix(atlas, Workspace(), iso3).agreement for iso3 in atlas.subject.compared
    }
    for iso3, words in said.items():
        rows = rows_of(atlas, iso3)
        leads = {standings(rows, len(atlas.rungs), each).leading for each in COUNTS}
        assert words.startswith("The counts disagree") == (len(leads) > 1)
    assert len({words.startswith("The counts disagree") for words in said.values()}) == 2


def test_an_item_that_would_change_the_lead_says_so_and_is_named(atlas: Atlas) -> None:
    part = compose_matrix(atlas, Workspace(), "TJK")
    told = [row for row in part.rows if row.telling]
    assert told
    assert len(told) <= 6
    assert all(row.item.id in part.telling for row in told)
    assert all(row.telling.startswith("Left out, ") for row in told)


@pytest.mark.parametrize("order", KEYS)
def test_every_order_holds_all_items_and_the_most_telling_come_first_where_asked(
    atlas: Atlas, order: Order
) -> None:
    part = compose_matrix(atlas, Workspace(), "UZB", "plain", order)
    by_id = atlas.evidence_by_id
    items = [by_id[row.item.id] for row in part.rows]
    assert sorted(ids(part)) == sorted(ids(compose_matrix(atlas, Workspace(), "UZB")))
    places = {factor.id: place for place, factor in enumerate(atlas.factors)}
    key = {
        "diagnosticity": [-row.diagnosticity for row in part.rows],
        "date": [-item.date.year for item in items],
        "factor": [places.get(item.factor, len(places)) for item in items],
        "strength": [-item.strength for item in items],
    }[order]
    assert key == sorted(key)


def test_a_mark_of_the_users_own_counts_and_is_told_apart(atlas: Atlas) -> None:
    plain = compose_matrix(atlas, Workspace(), "KAZ")
    row = next(row for row in plain.rows if row.cells[2].mark == "N")
    rung = atlas.rungs[2]
    own = set_mark(Workspace(), "KAZ", row.item.id, rung.id, "II")
    part = compose_matrix(atlas, own, "KAZ")
    cell = next(each for each in part.rows if each.item.id == row.item.id).cells[2]
    assert (cell.mark, cell.rule, cell.by_user) == ("II", "N", True)
    assert cell.words == (
        f"{rung.title}: very inconsistent (II), your own mark; the rule says neutral (N)."
    )
    assert float(part.columns[2].total) == float(plain.columns[2].total) + 2
    assert part.own == "You have overruled the rule in 1 cell."
    assert "1 mark of the user's own" in part.aside
    assert part.is_overruled


def test_an_own_item_is_a_row_like_the_others_and_is_told_apart(
    atlas: Atlas, own_item: OwnEvidence
) -> None:
    plain = compose_matrix(atlas, Workspace(), "KAZ")
    workspace = put_own_evidence(Workspace(), own_item)
    part = compose_matrix(atlas, workspace, "KAZ")
    row = next(each for each in part.rows if each.is_own)
    assert (row.item.id, row.label) == ("U001", "U001 (yours)")
    assert row.item.sources[0].title == own_item.source.title
    assert len(part.rows) == len(plain.rows) + 1
    against = [cell.mark in {"I", "II"} for cell in row.cells]
    assert any(against)
    assert [x.against for x in part.columns] == [
        before.against + more for before, more in zip(plain.columns, against, strict=True)
    ]
    assert part.own_items == f"1 of the {len(part.rows)} items is your own: U001."
    assert f"{len(part.rows)} evidence items, 1 of them the user's own" in part.aside
    assert any(line[0] == "U001 (own)" for line in part.table.rows)
    assert plain.own_items == ""
    assert "own" not in plain.aside
    marked = set_mark(workspace, "KAZ", "U001", atlas.rungs[0].id, "CC")
    assert compose_matrix(atlas, marked, "KAZ").own == "You have overruled the rule in 1 cell."
    gone = drop_own_evidence(marked, "U001")
    assert compose_matrix(atlas, gone, "KAZ") == plain


def test_an_own_item_of_another_state_or_of_a_later_day_is_no_row(
    atlas: Atlas, own_item: OwnEvidence
) -> None:
    workspace = put_own_evidence(Workspace(), own_item)
    assert not any(row.is_own for row in compose_matrix(atlas, workspace, "UZB").rows)
    cut = known_on(atlas, date(2025, 11, 5))
    assert compose_matrix(cut, workspace, "KAZ") == compose_matrix(cut, Workspace(), "KAZ")
    bare = replace(own_item, source=OwnSource())
    part = compose_matrix(atlas, put_own_evidence(Workspace(), bare), "KAZ")
    line = next(each for each in part.table.rows if each[0] == "U001 (own)")
    assert line[-1] == "none given"


def test_marks_on_another_state_on_unknown_items_and_unknown_rungs_do_nothing(
    atlas: Atlas,
) -> None:
    plain = compose_matrix(atlas, Workspace(), "KAZ")
    item = plain.rows[0].item.id
    workspace = set_mark(Workspace(), "UZB", item, atlas.rungs[0].id, "II")
    workspace = set_mark(workspace, "KAZ", "E999999", atlas.rungs[0].id, "II")
    workspace = set_mark(workspace, "KAZ", item, "no_such_rung", "II")
    assert compose_matrix(atlas, workspace, "KAZ") == plain


def test_a_state_without_evidence_has_no_lead(atlas: Atlas) -> None:
    bare = replace(atlas, evidence=())
    part = compose_matrix(bare, Workspace(), "KAZ")
    assert part.rows == ()
    assert part.lead == "No evidence item names this state, so no rung leads."
    assert [column.total for column in part.columns] == ["0"] * len(atlas.rungs)


def test_the_table_has_all_items_totals_and_the_users_own_marks_beside_the_rules(
    atlas: Atlas,
) -> None:
    plain = compose_matrix(atlas, Workspace(), "TKM", "weighted")
    item = plain.rows[0].item.id
    own = set_mark(Workspace(), "TKM", item, atlas.rungs[0].id, "N")
    part = compose_matrix(atlas, own, "TKM", "weighted")
    table = part.table
    assert len(table.rows) == len(part.rows) + 2
    assert all(len(row) == len(table.columns) == len(table.numeric) for row in table.rows)
    line = next(row for row in table.rows if row[0] == item)
    assert line[10] == f"N (own; rule {plain.rows[0].cells[0].rule})"
    assert table.rows[-2][0] == "Total against, weighted count"
    assert list(table.rows[-2][10:-1]) == [column.total for column in part.columns]
    assert all(cell for row in table.rows for cell in row)
    assert as_csv(table).count("\n") == len(table.rows) + 1


@pytest.mark.parametrize("count", COUNTS)
def test_each_count_says_what_it_does_and_only_the_weighted_one_names_grades(
    atlas: Atlas, count: Count
) -> None:
    words = compose_matrix(atlas, Workspace(), "AZE", count).count_words
    assert ("credibility" in words) == (count == "weighted")
    assert ("by the data's own weights" in words) == (count == "weighted")
    assert ("II counts 4" in words) == (count == "squared")


def test_every_sentence_can_be_shown(
    atlas: Atlas, faults_of_text: Callable[[object], list[str]]
) -> None:
    for iso3 in atlas.subject.compared:
        for count in COUNTS:
            assert faults_of_text(compose_matrix(atlas, Workspace(), iso3, count)) == []


def test_the_method_is_kept_beside_the_forecast_and_its_lean_is_said(atlas: Atlas) -> None:
    part = compose_matrix(atlas, Workspace(), "AZE")
    assert "no gain in accuracy" in part.caution
    assert "beside the forecast" in part.caution
    assert "leans to the middle" in part.caution
    assert part.rule.count(". ") == 1
    assert part.rule.endswith(".")


def test_a_mark_further_against_a_rung_never_lessens_its_total(atlas: Atlas) -> None:
    part = compose_matrix(atlas, Workspace(), "TJK")
    for row in part.rows[::7]:
        for place, cell in enumerate(row.cells):
            worse = MARKS[max(MARKS.index(cell.mark) - 1, 0)]
            own = set_mark(Workspace(), "TJK", row.item.id, atlas.rungs[place].id, worse)
            after = compose_matrix(atlas, own, "TJK")
            assert float(after.columns[place].total) >= float(part.columns[place].total)
