from datetime import date

import pytest

from explorer.packs.reading import read_atlas
from explorer.pages.changes import compose_changes
from explorer.pages.changes_page import ChangesPage
from explorer.pages.tables import as_csv
from explorer.paths import bundled_pack
from explorer.workspace.document import Workspace


@pytest.fixture(scope="module")
def page() -> ChangesPage:
    atlas = read_atlas(bundled_pack())
    return compose_changes(atlas, Workspace(), date(2025, 10, 31), None, ("AZE", "KAZ"))


def test_the_table_has_a_row_for_each_line_and_no_blank_cell(page: ChangesPage) -> None:
    lines = sum(len(group.lines) for state in page.states for group in state.groups)
    assert len(page.table.rows) == lines
    assert all(cell.strip() for row in page.table.rows for cell in row)
    assert {len(row) for row in page.table.rows} == {len(page.table.columns)}
    assert {row[-2:] for row in page.table.rows} == {("2025-10-31", "2026-11-23")}


def test_the_values_then_and_now_stand_apart_with_the_days_they_are_of(page: ChangesPage) -> None:
    assert page.table.columns[2:7] == ("What", "Then", "Now", "Move", "Date")
    judged = [row for row in page.table.rows if row[1] in {"Likely outcome", "Ratings that moved"}]
    assert {row[6] for row in judged} == {"31 Oct 2025 to 23 Nov 2026"}
    token = next(
        row for row in judged if row[:3] == ("Kazakhstan", "Likely outcome", "Token accession")
    )
    assert token[3:6] == ("24\u00a0%", "69\u00a0%", "+45")
    for row in judged:
        if row[1] == "Ratings that moved":
            assert float(row[5].replace("\u2212", "-")) == pytest.approx(
                float(row[4]) - float(row[3])
            )


def test_the_file_guards_moves_that_a_spreadsheet_would_take_for_formulas(
    page: ChangesPage,
) -> None:
    assert ",+0.4," in as_csv(page.table)  # a number is none
    for line in as_csv(page.table).splitlines():
        assert not line.startswith(("=", "@"))


def test_the_text_names_the_dates_and_every_item_by_its_id(page: ChangesPage) -> None:
    assert page.text.startswith("What changed: Azerbaijan and Kazakhstan, 31 Oct 2025 to ")
    assert page.judged in page.text
    for state in page.states:
        for group in state.groups:
            for line in group.lines:
                assert line.told in page.text
                assert not line.id or line.id in line.told


def test_a_state_without_moves_keeps_the_reason_in_the_table() -> None:
    atlas = read_atlas(bundled_pack())
    days = date(2025, 11, 5), date(2025, 11, 8)
    page = compose_changes(atlas, Workspace(), *days, ("KAZ",))
    reasons = [row[2] for row in page.table.rows if row[1] == "Likely outcome"]
    assert reasons == ["There are no two judgements to compare."]
