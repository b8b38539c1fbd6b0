import pytest

from explorer.pages.tables import Table, as_tsv


def test_cells_are_set_apart_by_tabs_and_rows_by_lines() -> None:
    table = Table(("Year", "Kazakhstan"), (("2024", "1,234.5"),), (True, True))
    assert as_tsv(table) == "Year\tKazakhstan\n2024\t1,234.5"


@pytest.mark.parametrize("cell", ["=1+1", "+SUM(A1)", "-cmd", "@x"])
def test_a_cell_that_a_spreadsheet_would_run_is_guarded(cell: str) -> None:
    assert as_tsv(Table(("A",), ((cell,),), (False,))) == f"A\n'{cell}"


@pytest.mark.parametrize("cell", ["-2.5", "\u22122.5", "+1.9", "no value found"])
def test_numbers_and_words_stay_as_they_are(cell: str) -> None:
    assert as_tsv(Table(("A",), ((cell,),), (True,))) == f"A\n{cell}"


def test_a_cell_keeps_to_its_place() -> None:
    assert as_tsv(Table(("A",), (("one\ttwo\nthree",),), (False,))) == "A\none two three"
