from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.packs.geography import read_geography
from explorer.pages.charts import MapChart
from explorer.pages.map import compose_map, plane_of
from explorer.pages.map_layout import (
    BAR_RISE,
    BAR_ROOM,
    Lettering,
    MapLayout,
    MapWindow,
    fitted,
    is_within,
    legend_lines,
    scale_bar,
)
from explorer.pages.map_parts import MapClass
from explorer.pages.map_values import MapChoice
from explorer.pages.outlook import compose_outlook
from explorer.paths import bundled_pack
from explorer.workspace.document import Workspace


def width(words: str, is_strong: bool) -> float:
    return (7.0 if is_strong else 6.0) * len(words)


LETTERS = Lettering(width, 14.0, 13.0)
SQUARE = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0))


@pytest.fixture(scope="module")
def chart(atlas: Atlas, observations: Observations) -> MapChart:
    plane = plane_of(read_geography(bundled_pack(), atlas))
    outlook = compose_outlook(atlas, Workspace())
    made = compose_map(atlas, outlook, observations, plane, MapChoice("indicator", "gini", ""))
    assert made is not None
    return made


def laid(chart: MapChart, zoom: float = 1.0, size: tuple[float, float] = (900, 560)) -> MapLayout:
    home = fitted(chart.reach, *size)
    return MapLayout(chart, MapWindow(*size, home.centre, home.scale * zoom), LETTERS)


@given(st.floats(-900, 900), st.floats(-900, 900), st.floats(0.05, 5), st.floats(0, 900))
def test_a_place_and_its_point_lead_to_each_other(
    x: float, y: float, scale: float, across: float
) -> None:
    window = MapWindow(900.0, 600.0, (x, y), scale)
    assert window.place(window.spot(across, 77.0)) == pytest.approx((across, 77.0), abs=1e-6)


def test_north_is_up_and_east_is_right() -> None:
    window = MapWindow(100.0, 100.0, (0.0, 0.0), 1.0)
    assert window.place((10.0, 20.0)) == (60.0, 30.0)


@pytest.mark.parametrize("size", [(900.0, 300.0), (300.0, 900.0)])
def test_all_of_a_reach_is_in_the_window_whatever_its_form(size: tuple[float, float]) -> None:
    window = fitted((-100.0, -50.0, 300.0, 250.0), *size)
    for x, y in ((-100.0, -50.0), (300.0, 250.0)):
        px, py = window.place((x, y))
        assert -1e-6 <= px <= size[0] + 1e-6
        assert -1e-6 <= py <= size[1] + 1e-6


@pytest.mark.parametrize("zoom", [0.4, 1.0, 3.0])
def test_no_name_lies_on_another_or_on_the_scale_and_all_are_in_the_window(
    chart: MapChart, zoom: float
) -> None:
    layout = laid(chart, zoom)
    boxes = [layout.box_of(name) for name in layout.names]
    boxes.append((0.0, 560.0 - BAR_RISE, BAR_ROOM, 560.0))
    for one, other in combinations(boxes, 2):
        apart = (
            one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        )
        assert apart, (one, other)
    assert all(left >= 0 and top >= 0 for left, top, _, _ in boxes)


@pytest.mark.parametrize("size", [(620.0, 400.0), (900.0, 560.0), (1200.0, 700.0)])
def test_the_compared_states_are_named_with_their_values_at_first(
    chart: MapChart, size: tuple[float, float]
) -> None:
    names = {name.area.iso3: name.lines for name in laid(chart, 1.0, size).names}
    for area in chart.areas:
        if area.is_compared:
            assert names[area.iso3] == (area.label, area.value)


def test_a_large_neighbour_is_named_where_its_own_place_is_out_of_sight(chart: MapChart) -> None:
    layout = laid(chart)
    iran = next(area for area in chart.areas if area.iso3 == "IRN")
    assert not layout.window.holds(iran.at)
    placed = next(name for name in layout.names if name.area is iran)
    at = layout.window.spot(placed.x, placed.y)
    assert any(is_within(at, rings[0]) for rings in iran.polygons)


def test_more_ports_are_shown_the_closer_one_looks(chart: MapChart) -> None:
    black_sea = next(point.at for point in chart.points if point.label == "Batumi")

    def ranks(scale: float) -> set[int]:
        window = MapWindow(900.0, 560.0, black_sea, scale)
        return {each.point.rank for each in MapLayout(chart, window, LETTERS).points}

    assert max(ranks(0.1)) < max(ranks(0.25))
    assert "Bandar Abbas" in {each.point.label for each in laid(chart, 0.5).points}


def test_a_label_of_a_point_stands_beside_it_or_nowhere(chart: MapChart) -> None:
    sides = {each.side for each in laid(chart, 0.4).points}
    assert sides <= {-1, 0, 1}
    capitals = {each.point.label: each.side for each in laid(chart).points}
    assert all(capitals[name] for name in ("Astana", "Baku", "Ashgabat", "Tashkent"))


def test_a_label_knows_the_ground_it_stands_on(chart: MapChart) -> None:
    grounds = {each.point.label: each.ground for each in laid(chart).points}
    assert grounds["Astana"] is not None
    assert grounds["Astana"].iso3 == "KAZ"
    assert grounds["Baku"] is None  # its label lies on the Caspian


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])
def test_no_label_of_a_capital_abroad_stands_on_a_state_that_is_not_its_own(
    chart: MapChart, zoom: float
) -> None:
    layout = laid(chart, zoom)
    for each in layout.points:
        home = layout.under(each.x, each.y)
        if each.side and not (home and home.is_compared):
            assert each.ground is None or each.ground is home, each.point.label


@pytest.mark.parametrize("zoom", [0.5, 0.8, 1.0, 1.3, 1.69, 2.2, 2.9, 3.7, 4.8, 8.0, 12.0])
@pytest.mark.parametrize("size", [(900.0, 560.0), (640.0, 420.0)])
def test_no_letter_of_a_place_abroad_stands_on_another_state_at_any_zoom(
    chart: MapChart, zoom: float, size: tuple[float, float]
) -> None:
    home = fitted(chart.reach, *size)
    yerevan = next(each.at for each in chart.points if each.label == "Yerevan")
    for centre in (home.centre, yerevan):
        layout = MapLayout(chart, MapWindow(*size, centre, home.scale * zoom), LETTERS)
        for each in layout.points:
            own = layout.under(each.x, each.y)
            if not each.side or (own and own.is_compared):
                continue
            reach = each.side * (width(each.point.label, False) + 8.0)
            for part in (0.0, 0.25, 0.5, 0.75, 1.0):
                ground = layout.under(each.x + reach * part, each.y)
                assert ground is None or ground is own, each.point.label


@pytest.mark.parametrize(
    ("scale", "most", "told"),
    [(0.25, 110.0, (200, 50.0)), (1.0, 110.0, (100, 100.0)), (0.1, 60.0, (500, 50.0))],
)
def test_the_scale_is_a_round_number_of_kilometres(
    scale: float, most: float, told: tuple[int, float]
) -> None:
    assert scale_bar(scale, most) == told


def test_a_place_is_within_a_ring_or_without() -> None:
    assert is_within((1.0, 3.0), SQUARE)
    assert not is_within((5.0, 3.0), SQUARE)
    assert not is_within((1.0, -0.1), SQUARE)


def test_a_legend_that_is_too_wide_breaks_between_classes() -> None:
    classes = [MapClass(f"{at} to {at + 1}", "step", at, at) for at in range(5)]
    one, *rest = legend_lines(classes, 900.0, width)
    assert (len(one), rest) == (5, [])
    lines = legend_lines(classes, 200.0, width)
    assert [each for line in lines for each, _ in line] == classes
    assert len(lines) > 1
    assert all(line[0][1] == 0.0 for line in lines)
    assert legend_lines([], 200.0, width) == ()
