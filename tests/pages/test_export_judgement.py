import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.compare import ComparePage
from explorer.pages.compare_page import compose_compare
from explorer.pages.compare_table import comparison_table
from explorer.pages.export_judgement import (
    comparison_grid,
    conclusions_table,
    outcomes_table,
    ratings_table,
)
from explorer.pages.export_values import NOT_APPLICABLE, ExportTable, Kind, shown_text
from explorer.pages.outlook import Intervals, Outlook, all_intervals, compose_outlook
from explorer.pages.view import View
from explorer.workspace.document import Workspace

VIEW = View("AZE", ("KAZ", "TKM"))


@pytest.fixture(scope="module")
def outlook(atlas: Atlas) -> Outlook:
    return compose_outlook(atlas, Workspace())


@pytest.fixture(scope="module")
def intervals(outlook: Outlook) -> Intervals:
    return all_intervals(outlook)


@pytest.fixture(scope="module")
def page(atlas: Atlas, outlook: Outlook, intervals: Intervals) -> ComparePage:
    return compose_compare(atlas, Workspace(), VIEW, outlook, intervals)


def test_ratings_and_differences_are_those_of_the_grid_on_the_screen(
    atlas: Atlas, page: ComparePage
) -> None:
    grid, shown = comparison_grid(atlas, page), comparison_table(page)
    for column in page.columns:
        code = column.iso3.lower()
        kinds: tuple[tuple[str, str, Kind], ...] = (
            ("rating, or likelihood of the rung", f"rating_{code}", "rating"),
            ("difference", f"difference_{code}", "change"),
        )
        for title, key, kind in kinds:
            if column.is_baseline and key.startswith("difference"):
                continue
            at, place = shown.columns.index(f"{column.name}: {title}"), grid.place(key)
            said = [row[at] for row in shown.rows[: len(grid.rows)]]
            values = [row[place] for row in grid.rows]
            assert all(isinstance(value, float) for value in values)
            assert [shown_text(value, kind) for value in values] == said


def test_a_row_of_the_ratings_has_range_confidence_and_reasons(
    atlas: Atlas, page: ComparePage
) -> None:
    table = ratings_table(atlas, page)
    assert len(table.rows) == 3 * len(atlas.factors)
    row = next(r for r in table.rows if r[2] == "KAZ" and r[0] == "Vantage on Iran")
    cell = next(
        cell
        for section in page.sections
        for each in section.rows
        for cell in each.cells
        if each.factor == "strategic_penetration" and cell.iso3 == "KAZ"
    )
    assert cell.mark is not None
    assert cell.difference is not None
    assert row[table.place("rating")] == cell.mark.value
    assert (row[table.place("low")], row[table.place("high")]) == (cell.mark.low, cell.mark.high)
    assert row[table.place("confidence")] == cell.confidence
    assert row[table.place("meaning")] == cell.difference.words
    text = atlas.cell_by_key["KAZ", "strategic_penetration"]
    assert row[table.place("reasons")] == text.rationale
    first = next(r for r in table.rows if r[2] == "AZE")
    assert first[table.place("difference")] == NOT_APPLICABLE


def rungs_of(table: ExportTable, iso3: str) -> list[tuple[object, ...]]:
    return [row for row in table.rows if row[2] == iso3]


def test_outcomes_are_exact_and_lie_within_their_intervals(
    atlas: Atlas, page: ComparePage, outlook: Outlook, intervals: Intervals
) -> None:
    table = outcomes_table(atlas, page, outlook, intervals)
    rows = rungs_of(table, "KAZ")
    likely = [row[table.place("likelihood")] for row in rows]
    assert likely == list(outlook.after["KAZ"].shares)
    assert sum(outlook.after["KAZ"].shares) == pytest.approx(1.0)
    drawn = intervals["KAZ"]
    assert [row[table.place("low")] for row in rows] == [each.low for each in drawn.rungs]
    assert [row[table.place("high")] for row in rows] == [each.high for each in drawn.rungs]
    assert rows[0][table.place("or_higher")] == NOT_APPLICABLE
    assert rows[2][table.place("or_higher")] == outlook.after["KAZ"].at_least[2]


def test_the_judgement_on_each_pair_comes_before_that_on_each_state(atlas: Atlas) -> None:
    table = conclusions_table(atlas, VIEW)
    assert [row[0] for row in table.rows] == [
        "Azerbaijan and Kazakhstan",
        "Azerbaijan and Turkmenistan",
        "Azerbaijan",
        "Kazakhstan",
        "Turkmenistan",
    ]
    likelihood, confidence = table.place("judgement"), table.place("confidence")
    for row in table.rows:
        assert "confidence" not in str(row[likelihood]).lower()
        assert str(row[confidence]).startswith("Confidence in the judgement on")


def test_a_pair_without_the_packs_baseline_has_no_judgement_of_its_own(atlas: Atlas) -> None:
    table = conclusions_table(atlas, View("KAZ", ("TKM",)))
    assert [row[0] for row in table.rows] == ["Kazakhstan", "Turkmenistan"]
