from collections.abc import Callable

import pytest

from explorer.analysis.uncertainty import draw_intervals
from explorer.domain.atlas import Atlas
from explorer.pages.compare import ComparePage
from explorer.pages.compare_page import compose_compare
from explorer.pages.compare_table import (
    NOT_APPLICABLE,
    comparison_table,
    difference_words,
    words_of,
)
from explorer.pages.outlook import compose_outlook
from explorer.pages.tables import NO_VALUE, Table, as_csv, as_tsv
from explorer.pages.view import Target, View
from explorer.workspace.document import WhatIf, Workspace

FIVE = ("KAZ", "UZB", "TKM", "KGZ", "TJK")
VIEWS = [View("AZE", ("KAZ",)), View("KAZ", ("UZB",)), View("AZE", FIVE), View("AZE", ("TUR",))]


def page(atlas: Atlas, view: View) -> ComparePage:
    return compose_compare(atlas, Workspace(), view)


def cell(table: Table, row: str, column: str) -> str:
    line = next(line for line in table.rows if line[0] == row)
    return line[table.columns.index(column)]


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_every_factor_and_every_rung_has_a_row_and_no_cell_is_blank(
    atlas: Atlas, faults_of_text: Callable[[object], list[str]], view: View
) -> None:
    table = comparison_table(page(atlas, view))
    titles = [factor.title for factor in atlas.factors] + [rung.title for rung in atlas.rungs]
    assert [row[0] for row in table.rows] == titles
    assert {len(row) for row in table.rows} == {len(table.columns)} == {len(table.numeric)}
    assert len(set(table.columns)) == len(table.columns)
    assert all(text for row in table.rows for text in row)
    assert faults_of_text(table) == []


@pytest.mark.parametrize("view", VIEWS[:3], ids=str)
def test_the_table_says_what_the_grid_says(atlas: Atlas, view: View) -> None:
    shown = page(atlas, view)
    table = comparison_table(shown)
    for section in shown.sections:
        for row in section.rows:
            for column, held in zip(shown.columns, row.cells, strict=True):
                name, mark = column.name, held.mark
                assert mark is not None
                rated = cell(table, row.title, f"{name}: rating, or likelihood of the rung")
                extent = cell(table, row.title, f"{name}: range, or 80 % interval of the rung")
                assert float(rated) == mark.value
                assert extent == f"{mark.low:.1f} to {mark.high:.1f}"
                assert cell(table, row.title, f"{name}: confidence") == held.confidence
                count = cell(table, row.title, f"{name}: evidence items")
                assert int(count) == held.evidence_count
                if held.difference:
                    text = cell(table, row.title, f"{name}: difference")
                    does = cell(table, row.title, f"{name}: what the difference does")
                    assert (text, does) == (held.difference.text, held.difference.words)


def test_a_pair_has_its_summaries_and_more_countries_have_none(atlas: Atlas) -> None:
    shown = page(atlas, View("AZE", ("KAZ",)))
    first = shown.sections[0].rows[0]
    table = comparison_table(shown)
    assert cell(table, first.title, "Kazakhstan: summary") == first.cells[1].summary
    many = comparison_table(page(atlas, View("AZE", FIVE)))
    assert not [column for column in many.columns if column.endswith("summary")]


def test_the_baseline_has_no_difference_from_itself(atlas: Atlas) -> None:
    table = comparison_table(page(atlas, View("KAZ", ("AZE", "UZB"))))
    assert "Azerbaijan: difference" in table.columns
    assert "Kazakhstan: difference" not in table.columns


def test_rungs_have_their_per_cents_and_the_leading_one_its_word(atlas: Atlas) -> None:
    shown = page(atlas, View("AZE", ("KAZ",)))
    held = shown.outcomes.cells[1]
    table = comparison_table(shown)
    leading = cell(table, held.leading, "Kazakhstan: rating, or likelihood of the rung")
    assert leading == held.percent
    words = [cell(table, rung, "Kazakhstan: summary") for rung in shown.outcomes.rungs]
    assert [text for text in words if text != NOT_APPLICABLE] == [
        f"leading rung, {held.word}" + (f"; {held.disagreement}" if held.disagreement else "")
    ]


def test_what_nobody_judged_is_said_and_its_evidence_is_counted(atlas: Atlas) -> None:
    table = comparison_table(page(atlas, View("AZE", ("TUR",))))
    of_turkey = [at for at, name in enumerate(table.columns) if name.startswith("Turkey: ")]
    for row in table.rows:
        found = [row[at] for at in of_turkey]
        assert found[0] == NO_VALUE
        if row[1].startswith("Likely outcomes"):
            assert found[1:] == [NOT_APPLICABLE] * 6
        else:
            assert found[1:3] == found[5:] == [NO_VALUE] * 2
            assert found[3].isdigit()
            assert found[4] == "Nobody has rated this"


def test_a_spreadsheet_takes_the_whole_table_for_texts_and_numbers(atlas: Atlas) -> None:
    table = comparison_table(page(atlas, View("AZE", FIVE)))
    for line in as_tsv(table).split("\n"):
        assert line.count("\t") == len(table.columns) - 1
        assert "\u00a0" not in line
    assert "\u2212" not in as_csv(table)


@pytest.mark.parametrize("sort", ["factor", "difference"])
def test_the_rows_keep_the_order_of_the_grid(atlas: Atlas, sort: str) -> None:
    view = View("AZE", ("TJK",), "difference" if sort == "difference" else "factor")
    shown = page(atlas, view)
    titles = [row.title for section in shown.sections for row in section.rows]
    assert [row[0] for row in comparison_table(shown).rows][: len(titles)] == titles


def test_a_cell_is_told_in_its_own_sentences(atlas: Atlas) -> None:
    shown = page(atlas, View("AZE", ("KAZ",)))
    row = shown.sections[0].rows[1]
    assert words_of(shown, Target("cell", "KAZ", row.factor)) == row.cells[1].description
    assert words_of(shown, Target("outcome", "AZE")) == shown.outcomes.cells[0].description


def test_a_factor_is_told_with_each_countrys_cell(atlas: Atlas) -> None:
    shown = page(atlas, View("AZE", FIVE))
    row = shown.sections[0].rows[1]
    head, *lines = words_of(shown, Target("factor", factor=row.factor)).split("\n")
    assert head == f"{row.title}. {row.holder}."
    assert lines == [cell.description for cell in row.cells]
    head, *lines = words_of(shown, Target("outcome")).split("\n")
    assert head.startswith(shown.outcomes_title)
    assert lines == [cell.description for cell in shown.outcomes.cells]


def test_a_country_is_told_with_its_headline_and_its_cells(atlas: Atlas) -> None:
    shown = page(atlas, View("AZE", FIVE))
    head, *lines = words_of(shown, Target("country", "UZB")).split("\n")
    assert head == f"Uzbekistan. {shown.columns[2].headline.rstrip('.')}."
    assert len(lines) == len(atlas.factors) + 1
    assert all(line.startswith("Uzbekistan, ") for line in lines)


def test_what_is_not_shown_has_no_words(atlas: Atlas) -> None:
    shown = page(atlas, View("AZE", ("KAZ",)))
    assert words_of(shown, Target("country", "UZB")) == ""
    assert words_of(shown, Target("factor", factor="unknown")) == ""
    assert words_of(shown, Target("cell", "UZB", shown.sections[0].rows[0].factor)) == ""


def test_the_difference_of_a_pair_is_told_with_its_country_and_factor(atlas: Atlas) -> None:
    shown = page(atlas, View("AZE", ("KAZ",)))
    row = shown.sections[0].rows[0]
    difference = row.cells[1].difference
    assert difference is not None
    said = difference_words(shown, row.factor)
    assert said == f"Kazakhstan, {row.title}: {difference.words}."
    assert difference_words(page(atlas, View("AZE", FIVE)), row.factor) == ""


def test_a_rung_has_its_interval_once_it_is_drawn(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, Workspace())
    ground = outlook.ground
    drawn = draw_intervals(tuple(ground.bases.values()), ground.fit, outlook.settings, 1000)
    intervals = {each.iso3: each for each in drawn}
    shown = compose_compare(atlas, Workspace(), View("AZE", ("KAZ",)), outlook, intervals)
    table = comparison_table(shown)
    for rung, words in zip(atlas.rungs, shown.outcomes.cells[1].intervals, strict=True):
        column = "Kazakhstan: range, or 80 % interval of the rung"
        assert cell(table, rung.title, column) == words


def test_under_a_scenario_the_table_holds_the_judgement_too_and_names_it(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, Workspace(what_if=WhatIf("calm_south")))
    for view in (View("AZE", ("KAZ",)), View("AZE", FIVE)):
        table = comparison_table(compose_compare(atlas, Workspace(), view, outlook))
        judged = comparison_table(page(atlas, view))
        column = "Kazakhstan: rating, or likelihood of the rung"
        for rung in atlas.rungs:
            held = cell(table, f"{rung.title}, as judged", column)
            assert held == cell(judged, rung.title, column)
        assert table.rows[-1][0].startswith("What if: Calm in the south")
        assert {len(row) for row in table.rows} == {len(table.columns)}
