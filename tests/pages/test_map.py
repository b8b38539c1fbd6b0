from dataclasses import replace

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.geography import Geography
from explorer.domain.observations import Observations
from explorer.packs.geography import read_geography
from explorer.pages.charts import MapChart
from explorer.pages.map import (
    Plane,
    border_words,
    boundary_words,
    compose_map,
    drawn_words,
    plane_of,
)
from explorer.pages.map_layout import is_within
from explorer.pages.map_values import MapChoice
from explorer.pages.outlook import compose_outlook
from explorer.paths import bundled_pack
from explorer.workspace.document import Workspace

GINI = MapChoice("indicator", "gini", "Gini index")
WARINESS = MapChoice("rating", "iran_wedge", "Shared wariness of Iran")
ACCORDS = MapChoice("bloc", "Abraham Accords", "Abraham Accords")


@pytest.fixture(scope="module")
def plane(atlas: Atlas) -> Plane:
    return plane_of(read_geography(bundled_pack(), atlas))


def composed(
    atlas: Atlas, observations: Observations, plane: Plane, choice: MapChoice
) -> MapChart:
    outlook = compose_outlook(atlas, Workspace())
    chart = compose_map(atlas, outlook, observations, plane, choice)
    assert chart is not None
    return chart


@pytest.fixture(scope="module")
def gini(atlas: Atlas, observations: Observations, plane: Plane) -> MapChart:
    return composed(atlas, observations, plane, GINI)


def test_the_legend_counts_the_states_that_are_drawn_in_each_class(gini: MapChart) -> None:
    for at, each in enumerate(gini.classes):
        assert each.count == sum(area.class_at == at for area in gini.areas)
    assert gini.classes[-1].words == "no value found (1)"
    assert gini.classes[0].words.endswith("states)")


def test_a_step_stays_in_the_legend_without_a_state_and_an_empty_group_does_not(
    atlas: Atlas, observations: Observations, plane: Plane
) -> None:
    rated = composed(atlas, observations, plane, WARINESS)
    assert [each.count for each in rated.classes] == [2, 3, 0, 1]
    league = composed(atlas, observations, plane, MapChoice("bloc", "Arab League", ""))
    assert [(each.role, each.place) for each in league.classes] == [("group", 0), ("missing", 0)]
    for area in league.areas:
        assert area.class_at is None or area.class_at < len(league.classes)


def test_a_rating_colours_the_compared_states_alone(
    atlas: Atlas, observations: Observations, plane: Plane
) -> None:
    chart = composed(atlas, observations, plane, WARINESS)
    coloured = {area.iso3 for area in chart.areas if area.class_at is not None}
    assert coloured == set(atlas.subject.compared)
    iran = next(area for area in chart.areas if area.iso3 == "IRN")
    assert ("Shared wariness of Iran", "not among the states measured") in iran.facts


def test_a_state_tells_its_value_year_source_and_land_borders(gini: MapChart) -> None:
    kazakhstan = next(area for area in gini.areas if area.iso3 == "KAZ")
    headings = [heading for heading, _ in kazakhstan.facts]
    assert headings == ["Gini index", "Year", "Source", "Capital", "Land borders"]
    assert "Land borders: Russia 7,644\u00a0km, Uzbekistan 2,330\u00a0km" in kazakhstan.description


def test_borders_name_neighbours_that_the_pack_knows_from_its_outlines_alone(
    atlas: Atlas, plane: Plane
) -> None:
    words = border_words(atlas, plane.geography, "UZB")
    assert "Afghanistan 144\u00a0km" in words
    assert "; source: The World Factbook" in words
    assert border_words(atlas, plane.geography, "XXX") == ""


def test_the_map_says_plainly_of_which_year_its_lines_are_and_what_its_dots_are(
    atlas: Atlas, gini: MapChart
) -> None:
    assert gini.drawn == "Borders of 2017, without later changes"
    assert gini.drawn in gini.boundaries
    assert gini.caption.goal == "series:indicator/gini"
    assert "● capital, ◆ port" in gini.boundaries
    undated = replace(atlas.source_by_id["natural_earth"], edition="")
    assert drawn_words(undated) == ""


def test_the_map_says_whose_point_of_view_its_boundaries_are(atlas: Atlas) -> None:
    words = boundary_words(atlas, "natural_earth")
    assert atlas.source_by_id["natural_earth"].caveat.split(".")[0] in words
    assert "the only point of view" in words
    assert "Natural Earth, version of November 2017, public domain." in words
    assert "the only point of view" in boundary_words(atlas, "nobody")


def test_what_is_shown_at_first_holds_the_compared_states_whole(gini: MapChart) -> None:
    west, south, east, north = gini.reach
    compared = [area for area in gini.areas if area.is_compared]
    for x, y in (spot for area in compared for rings in area.polygons for spot in rings[0]):
        assert west < x < east
        assert south < y < north


def test_capitals_lie_in_their_states_and_those_beyond_the_outlines_are_left_out(
    gini: MapChart,
) -> None:
    capitals = {point.label: point.at for point in gini.points if point.kind == "capital"}
    assert "Beijing" not in capitals
    by_code = {area.iso3: area for area in gini.areas}
    for name, iso3 in (("Tashkent", "UZB"), ("Bishkek", "KGZ"), ("Tehran", "IRN")):
        assert any(is_within(capitals[name], rings[0]) for rings in by_code[iso3].polygons)


def test_each_port_stands_once_the_largest_first(gini: MapChart) -> None:
    ports = [point for point in gini.points if point.kind == "port"]
    assert "Bandar Abbas" in [point.label for point in ports]
    assert [point.rank for point in ports] == sorted(point.rank for point in ports)
    assert len(set(ports)) == len(ports)


def test_the_table_tells_of_every_state_also_of_one_that_lies_beyond_the_map(
    atlas: Atlas, gini: MapChart
) -> None:
    rows = {row[0]: row for row in gini.caption.table.rows}
    assert len(rows) == len(atlas.countries)
    assert rows["Turkmenistan"][1:3] == ("40.8 (1998)", "1998")
    assert rows["Bahrain"][1:] == ("no value found", "no value found", "no value found")
    assert rows["Morocco"][3] == "beyond the map"
    assert "Morocco and United States lie beyond this map." in gini.caption.caveat


def test_the_description_says_every_value_and_the_missing_ones_are_named_first(
    gini: MapChart,
) -> None:
    assert "Tajikistan: 36.1 (2024)." in gini.caption.description
    assert gini.caption.missing == "No value found for Bahrain."


def test_no_text_of_a_map_is_faulty(
    atlas: Atlas, observations: Observations, plane: Plane, faults_of_text: object
) -> None:
    assert callable(faults_of_text)
    for choice in (GINI, WARINESS, ACCORDS):
        assert faults_of_text(composed(atlas, observations, plane, choice)) == []


def test_a_pack_without_outlines_has_no_map(atlas: Atlas, observations: Observations) -> None:
    outlook = compose_outlook(atlas, Workspace())
    assert compose_map(atlas, outlook, observations, plane_of(Geography()), GINI) is None


def test_a_scenario_in_force_is_said_with_the_likelihoods(
    atlas: Atlas, observations: Observations, plane: Plane
) -> None:
    workspace = Workspace()
    assumed = replace(workspace, what_if=replace(workspace.what_if, base="calm_south"))
    outlook = compose_outlook(atlas, assumed)
    choice = MapChoice("likelihood", atlas.rungs[2].id, "Token accession or higher")
    chart = compose_map(atlas, outlook, observations, plane, choice)
    assert chart is not None
    assert f"under {outlook.title}" in chart.caption.unit
