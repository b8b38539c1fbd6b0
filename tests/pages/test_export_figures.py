import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.pages.comparability import pair_cell
from explorer.pages.export_figures import figures_export, figures_grid
from explorer.pages.export_values import NOT_APPLICABLE, ExportTable, Missing
from explorer.pages.series_comparison import comparison_of, named_figures
from explorer.pages.series_labels import parse_ref

STATES = ("AZE", "TKM")


@pytest.fixture(scope="module")
def table(atlas: Atlas, observations: Observations) -> ExportTable:
    return figures_export(atlas, observations, STATES)


def test_every_series_that_bears_on_something_has_a_row_a_state(
    atlas: Atlas, table: ExportTable
) -> None:
    series = table.place("series")
    named = [str(row[series]) for row in table.rows]
    assert set(named) == {str(each.series) for each in atlas.factor_series}
    assert len(named) == len(STATES) * len(set(named))


def test_a_value_is_the_newest_with_its_year_and_source_and_as_its_source_gives_it(
    observations: Observations, table: ExportTable
) -> None:
    seen = 0
    for row in table.rows:
        ref, iso3 = parse_ref(str(row[table.place("series")])), str(row[table.place("iso3")])
        point = observations.series(ref, iso3).latest
        value = row[table.place("value")]
        if point is None:
            assert isinstance(value, Missing)
            assert row[table.place("year")] == value
            continue
        seen += 1
        assert value == point.value
        assert row[table.place("year")] == point.year
        assert row[table.place("sources")] == point.source_id
    assert seen > 100


def test_a_figure_says_whether_it_may_be_compared_with_that_of_the_baseline(
    atlas: Atlas, observations: Observations, table: ExportTable
) -> None:
    place = table.place("compared")
    assert {row[place] for row in table.rows if row[2] == "AZE"} == {NOT_APPLICABLE}
    said: set[object] = set()
    for row in table.rows:
        if row[2] == "AZE" or row[place] == NOT_APPLICABLE:
            continue
        ref = parse_ref(str(row[table.place("series")]))
        assert row[place] == pair_cell(comparison_of(atlas, observations, ref, "AZE", "TKM"))
        said.add(row[place])
    assert any(str(each).startswith("no") for each in said)
    assert "yes" in said


def test_a_partner_that_is_not_listed_is_said_not_to_be_zero(
    atlas: Atlas, observations: Observations, table: ExportTable
) -> None:
    place, found = table.place("note"), 0
    for row in table.rows:
        ref = parse_ref(str(row[table.place("series")]))
        if ref.kind != "trade_share":
            continue
        series = [observations.series(ref, iso3) for iso3 in STATES]
        named = named_figures(atlas, observations, ref, series, str)
        figure = named[STATES.index(str(row[2]))].figure
        if figure.absence == "small":
            assert "which is not zero" in str(row[place])
            found += 1
    assert found


def test_side_by_side_each_state_has_the_value_and_year_of_its_own_row(
    atlas: Atlas, observations: Observations, table: ExportTable
) -> None:
    grid = figures_grid(atlas, observations, STATES)
    by_row = {(row[table.place("series")], row[2]): row for row in table.rows}
    for row in grid.rows:
        for iso3 in STATES:
            alone = by_row[row[grid.place("series")], iso3]
            assert row[grid.place(f"value_{iso3.lower()}")] == alone[table.place("value")]
            assert row[grid.place(f"year_{iso3.lower()}")] == alone[table.place("year")]
        other = by_row[row[grid.place("series")], "TKM"][table.place("compared")]
        if other != NOT_APPLICABLE:
            assert row[grid.place("compared")] == other
