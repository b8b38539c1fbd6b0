"""The map on paper, and that it says what the map on the screen says."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.packs.geography import read_geography
from explorer.pages.charts import MapChart
from explorer.pages.map import compose_map, plane_of
from explorer.pages.map_values import MapChoice
from explorer.pages.outlook import compose_outlook
from explorer.paths import bundled_pack
from explorer.report import chart_png, chart_svg
from explorer.report.map_drawing import MAP_WIDTH, map_height
from explorer.report.pictures import plate_svg
from explorer.style import DARK, LIGHT, step_colours
from explorer.workspace.document import Workspace

_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def chart(atlas: Atlas, observations: Observations) -> MapChart:
    plane = plane_of(read_geography(bundled_pack(), atlas))
    outlook = compose_outlook(atlas, Workspace())
    made = compose_map(atlas, outlook, observations, plane, MapChoice("indicator", "gini", ""))
    assert made is not None
    return made


def texts(drawing: bytes) -> list[str]:
    root = ET.fromstring(drawing)  # noqa: S314 - made here
    return ["".join(text.itertext()) for text in root.iter(f"{_SVG}text")]


def test_the_legend_the_compared_states_and_their_values_are_written(chart: MapChart) -> None:
    found = texts(plate_svg(chart, MAP_WIDTH, map_height(chart)))
    assert [words for words in found if words in {x.words for x in chart.classes}] == [
        each.words for each in chart.classes
    ]
    for area in chart.areas:
        if area.is_compared:
            assert area.label in found
            assert area.value in found


def test_whose_boundaries_they_are_is_written_whole_below_the_map(chart: MapChart) -> None:
    found = " ".join(texts(plate_svg(chart, MAP_WIDTH, map_height(chart))))
    assert chart.boundaries in found


def test_every_class_has_its_colour_and_only_what_is_missing_a_hatch(chart: MapChart) -> None:
    drawing = chart_svg(chart, LIGHT).decode()
    for colour in step_colours(5, LIGHT):
        assert f"fill: {colour}" in drawing
    assert "<pattern" in drawing
    full = replace(
        chart,
        classes=chart.classes[:-1],
        areas=tuple(
            replace(area, class_at=None) if area.class_at == len(chart.classes) - 1 else area
            for area in chart.areas
        ),
    )
    assert "<pattern" not in chart_svg(full, LIGHT).decode()


def test_a_drawing_is_the_same_each_time(chart: MapChart) -> None:
    assert chart_svg(chart, DARK) == chart_svg(chart, DARK)


def test_what_is_out_of_sight_takes_no_room_in_the_file(chart: MapChart) -> None:
    west, south, _, _ = chart.reach
    part = replace(chart, reach=(west, south, west + 500.0, south + 400.0))
    assert len(chart_svg(part, LIGHT)) < 0.6 * len(chart_svg(chart, LIGHT))


def test_a_picture_of_a_map_is_a_png(chart: MapChart) -> None:
    assert chart_png(chart, 60.0, LIGHT).startswith(b"\x89PNG")
