from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.packs.geography import read_geography
from explorer.pages.charts import MapChart
from explorer.pages.map import Plane, compose_map, plane_of
from explorer.pages.map_values import MapChoice
from explorer.pages.outlook import compose_outlook
from explorer.paths import bundled_pack
from explorer.report import chart_svg
from explorer.style import DARK, LIGHT, Theme, step_colours
from explorer.ui.charts.map_frame import legend_of
from explorer.ui.charts.maps import MapPlot
from explorer.workspace.document import Workspace

_SVG = "{http://www.w3.org/2000/svg}"
RATING = MapChoice("rating", "iran_wedge", "Shared wariness of Iran")
ACCORDS = MapChoice("bloc", "Abraham Accords", "Abraham Accords")


@pytest.fixture(scope="module")
def plane(atlas: Atlas) -> Plane:
    return plane_of(read_geography(bundled_pack(), atlas))


@pytest.fixture(scope="module")
def chart_of(atlas: Atlas, plane: Plane) -> Callable[[MapChoice], MapChart]:
    outlook = compose_outlook(atlas, Workspace())

    def made(choice: MapChoice) -> MapChart:
        chart = compose_map(atlas, outlook, None, plane, choice)
        assert chart is not None
        return chart

    return made


@pytest.fixture
def plot(qtbot: QtBot, chart_of: Callable[[MapChoice], MapChart]) -> MapPlot:
    made = MapPlot(LIGHT)
    qtbot.addWidget(made)
    made.show_chart(chart_of(RATING), LIGHT)
    made.resize(900, 640)
    made.show()
    return made


def point_in(plot: MapPlot, iso3: str) -> QPoint:
    """Return a point on a state, as the mouse would have it."""
    frame = plot.frame
    assert frame is not None
    area = next(area for area in frame.chart.areas if area.iso3 == iso3)
    x, y = frame.window.place(area.at)
    return QPoint(round(x), round(y + plot.legend_top))


def scale(plot: MapPlot) -> float:
    frame = plot.frame
    assert frame is not None
    return frame.window.scale


def colour_at(plot: MapPlot, iso3: str, below: int) -> str:
    image: QImage = plot.grab().toImage()
    return image.pixelColor(point_in(plot, iso3) + QPoint(0, below)).name()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_states_wear_the_colour_of_their_class_in_both_themes(
    plot: MapPlot, chart_of: Callable[[MapChoice], MapChart], theme: Theme
) -> None:
    plot.show_chart(chart_of(RATING), theme)
    steps = step_colours(4, theme)
    assert colour_at(plot, "KAZ", 40) == steps[1]
    assert colour_at(plot, "TKM", -24) == steps[0]


def test_a_click_chooses_a_state_and_one_beside_all_chooses_none(plot: MapPlot) -> None:
    told: list[str] = []
    plot.chosen.connect(told.append)
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=point_in(plot, "TKM"))
    assert told == ["TKM"]
    assert "Turkmenistan" in plot.accessibleDescription()
    assert "Land borders" in plot.accessibleDescription()
    sea = point_in(plot, "AZE") + QPoint(90, 0)
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=sea)
    assert plot.iso3 == ""


def test_an_enclave_is_part_of_its_own_state(plot: MapPlot) -> None:
    frame = plot.frame
    assert frame is not None
    kyrgyz = next(area for area in frame.chart.areas if area.iso3 == "KGZ")
    ring = kyrgyz.polygons[0][1]
    middle = (sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring))
    found = frame.at(QPointF(*frame.window.place(middle)))
    assert found is not None
    assert found.iso3 in {"UZB", "TJK"}


def test_space_goes_from_state_to_state_and_back(plot: MapPlot) -> None:
    seen: list[str] = []
    for _ in range(6):
        QTest.keyClick(plot, Qt.Key.Key_Space)
        seen.append(plot.iso3)
    assert seen == ["AZE", "KAZ", "KGZ", "TJK", "TKM", "UZB"]
    QTest.keyClick(plot, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert plot.iso3 == "TKM"
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.iso3 == ""
    QTest.keyClick(plot, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert plot.iso3 == "ARE"  # the last of those that the pack knows


def test_a_state_that_is_out_of_sight_is_brought_into_it(plot: MapPlot) -> None:
    for _ in range(5):
        QTest.keyClick(plot, Qt.Key.Key_Plus)
    plot.choose("AZE")
    frame, area = plot.frame, plot.area
    assert frame is not None
    assert area is not None
    assert frame.window.holds(area.at)


def test_keys_zoom_and_move_and_home_comes_back(plot: MapPlot) -> None:
    home = plot.reach
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    assert plot.reach[2] - plot.reach[0] < home[2] - home[0]
    west = plot.reach[0]
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.reach[0] > west
    south = plot.reach[1]
    QTest.keyClick(plot, Qt.Key.Key_Down)
    assert plot.reach[1] < south
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert plot.reach == pytest.approx(home)


def test_the_wheel_zooms_about_the_pointer(plot: MapPlot) -> None:
    at = point_in(plot, "TJK")
    before = scale(plot)
    for _ in range(4):
        event = QWheelEvent(
            QPointF(at),
            QPointF(plot.mapToGlobal(at)),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        plot.wheelEvent(event)
    assert scale(plot) > before
    assert (point_in(plot, "TJK") - at).manhattanLength() <= 2


def test_zooming_ends_before_the_map_is_lost(plot: MapPlot) -> None:
    home = scale(plot)
    for _ in range(40):
        plot.zoom(2.0)
    assert scale(plot) == pytest.approx(12 * home)
    for _ in range(40):
        plot.zoom(0.5)
    assert scale(plot) == pytest.approx(0.45 * home)
    for _ in range(60):
        plot.pan(1.0, 1.0)
    frame = plot.frame
    assert frame is not None
    assert max(x for x, _ in frame.chart.sheet) == pytest.approx(frame.window.centre[0])


def test_a_drag_moves_the_map_and_chooses_nothing(plot: MapPlot) -> None:
    start = point_in(plot, "KAZ")
    west = plot.reach[0]
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(plot, start + QPoint(30, 0))
    QTest.mouseMove(plot, start + QPoint(60, 0))
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    assert plot.reach[0] == pytest.approx(west - 60 / scale(plot))
    assert plot.iso3 == ""


def test_the_part_shown_stays_when_something_else_colours_the_states(
    plot: MapPlot, chart_of: Callable[[MapChoice], MapChart]
) -> None:
    plot.zoom(2.0)
    plot.choose("KAZ")
    reach = plot.reach
    plot.show_chart(chart_of(ACCORDS), LIGHT)
    assert plot.reach == pytest.approx(reach, rel=0.05)
    assert plot.iso3 == "KAZ"


def test_the_tip_tells_name_value_and_borders_with_texts_escaped(plot: MapPlot) -> None:
    plot.choose("UZB")
    assert plot.area is not None
    tip = plot.tip(plot.area)
    assert "<b>Uzbekistan</b>" in tip
    assert "1.5 (" in tip
    assert "Land borders: Kazakhstan 2,330" in tip


def test_enter_goes_on_with_the_state_chosen_and_with_none_nowhere(
    qtbot: QtBot, plot: MapPlot
) -> None:
    with qtbot.assertNotEmitted(plot.opened):
        QTest.keyClick(plot, Qt.Key.Key_Return)
    plot.choose("KGZ")
    told: list[str] = []
    plot.opened.connect(told.append)
    QTest.keyClick(plot, Qt.Key.Key_Return)
    assert told == ["KGZ"]


def test_a_screen_reader_hears_the_values_and_the_keys(plot: MapPlot) -> None:
    assert plot.accessibleName() == "Shared wariness of Iran"
    assert "Kazakhstan: 1.4." in plot.accessibleDescription()
    assert "Space" in plot.accessibleDescription()


def test_a_map_takes_the_height_it_is_given(plot: MapPlot) -> None:
    plot.resize(900, 420)
    frame = plot.frame
    assert frame is not None
    assert plot.height() == 420
    assert frame.window.height < 420 - plot.legend_top


def test_the_screen_and_paper_say_the_same(
    plot: MapPlot, chart_of: Callable[[MapChoice], MapChart]
) -> None:
    for choice in (RATING, ACCORDS):
        chart = chart_of(choice)
        plot.show_chart(chart, LIGHT)
        frame = plot.frame
        assert frame is not None
        root = ET.fromstring(chart_svg(chart, LIGHT))  # noqa: S314 - made here
        paper = ["".join(each.itertext()) for each in root.iter(f"{_SVG}text")]
        legend = [each.words for line in legend_of(chart, plot.width()) for each, _ in line]
        assert [words for words in paper if words in legend] == legend
        compared = [name for name in frame.layout.names if name.area.is_compared]
        assert len(compared) == 6
        assert {words for name in compared for words in name.lines} <= set(paper)
        assert chart.boundaries in " ".join(paper)
        assert chart.caption.source in " ".join(paper)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_line_round_the_chosen_state_stands_out_from_its_fill_in_either_theme(
    plot: MapPlot, theme: Theme
) -> None:
    plot.show_chart(plot.chart or pytest.fail("no chart"), theme)
    before = plot.grab().toImage()
    plot.choose("KAZ")
    after = plot.grab().toImage()
    pixels = [(x, y) for x in range(0, after.width(), 2) for y in range(0, after.height(), 2)]
    changed = [at for at in pixels if before.pixelColor(*at) != after.pixelColor(*at)]
    inks = [at for at in changed if after.pixelColor(*at).name() == theme.ink.lower()]
    pale = [at for at in changed if after.pixelColor(*at).name() == theme.card.lower()]
    assert len(inks) > 50
    assert len(pale) > 50
