import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.pages.tables import Table, as_csv, as_html, as_tsv


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


@pytest.mark.parametrize("cell", [" =1+1", "\t=1+1", "\r\n@x", "\uff1d1+1", "\x01-cmd"])
def test_nothing_before_a_formula_hides_it_from_the_guard(cell: str) -> None:
    assert as_tsv(Table(("A",), ((cell,),), (False,))).startswith("A\n'")


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_a_file_of_values_reads_back_row_by_row_and_runs_nothing(
    rows: list[tuple[str, str]],
) -> None:
    text = as_csv(Table(("A", "B"), tuple(rows), (False, True)))
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert [len(row) for row in read] == [2] * (len(rows) + 1)
    for cell in (cell for row in read for cell in row):
        assert not cell.lstrip().startswith(("=", "@", "\uff1d"))


def test_a_figure_in_a_file_of_values_has_a_minus_that_a_spreadsheet_reads() -> None:
    table = Table(("A", "B"), (("\u22122.5", "a \u2212 b"), ("61\u00a0%", "x,y")), (True, False))
    assert as_csv(table) == 'A,B\r\n-2.5,a \u2212 b\r\n61 %,"x,y"\r\n'


def test_a_table_for_a_text_processor_escapes_and_guards_every_text() -> None:
    table = Table(("<A>", "B"), (("a & b", "=1<2"),), (False, True))
    html = as_html(table, "<Title>", 'Judged "now"')
    assert "<b>&lt;Title&gt;</b><br>Judged &quot;now&quot;" in html
    assert '<th scope="col" align="left">&lt;A&gt;</th>' in html
    assert '<th scope="row" align="left">a &amp; b</th>' in html
    assert '<td align="right">&#x27;=1&lt;2</td>' in html
