import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.packs.geography import read_geography
from explorer.pages.charts import MapChart
from explorer.pages.map import compose_map, plane_of
from explorer.pages.map_values import MapChoice, map_choices
from explorer.pages.outlook import compose_outlook
from explorer.paths import bundled_pack
from explorer.style import DARK, LIGHT
from explorer.ui.panels.map import MapPanel
from explorer.ui.panels.map.card import NOTHING
from explorer.ui.panels.map.panel import WAITING
from explorer.workspace.document import Workspace


@pytest.fixture(scope="module")
def chart(atlas: Atlas) -> MapChart:
    plane = plane_of(read_geography(bundled_pack(), atlas))
    choice = MapChoice("rating", "iran_wedge", "Shared wariness of Iran")
    made = compose_map(atlas, compose_outlook(atlas, Workspace()), None, plane, choice)
    assert made is not None
    return made


@pytest.fixture
def panel(qtbot: QtBot, atlas: Atlas, chart: MapChart) -> MapPanel:
    made = MapPanel(LIGHT)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.head.show_choices(map_choices(atlas))
    made.show()
    made.show_chart(chart)
    return made


def test_words_stand_in_place_of_the_map_until_there_is_one(qtbot: QtBot, chart: MapChart) -> None:
    made = MapPanel(LIGHT)
    qtbot.addWidget(made)
    assert made.said == WAITING
    assert made.plot is None
    made.show_chart(chart)
    assert made.said == ""
    made.show_fault("The file cannot be read.")
    assert made.said == "The file cannot be read."


def test_the_card_says_how_to_choose_a_state_and_then_what_the_map_tells_of_it(
    panel: MapPanel,
) -> None:
    assert panel.card.accessibleDescription() == NOTHING
    panel.choose("UZB")
    assert panel.card.area is not None
    assert "Land borders" in panel.card.accessibleDescription()


def test_a_compared_state_is_a_click_from_the_comparison_and_another_is_not(
    panel: MapPanel,
) -> None:
    told: list[str] = []
    panel.opened.connect(told.append)
    panel.choose("UZB")
    assert panel.card.link is not None
    QTest.mouseClick(panel.card.link, Qt.MouseButton.LeftButton)
    assert told == ["UZB"]
    panel.choose("IRN")
    assert panel.card.link is None
    assert panel.plot is not None
    QTest.keyClick(panel.plot, Qt.Key.Key_Return)
    assert told == ["UZB"]


def test_the_buttons_zoom_and_come_home(panel: MapPanel) -> None:
    assert panel.plot is not None
    home = panel.plot.reach
    panel.head.zooms[1].click()
    assert panel.plot.reach[0] > home[0]
    panel.head.zooms[2].click()
    assert panel.plot.reach == pytest.approx(home)
    panel.head.zooms[0].click()
    assert panel.plot.reach[0] < home[0]


def test_the_chart_that_is_saved_is_of_what_is_shown(panel: MapPanel) -> None:
    told: list[tuple[object, str]] = []

    def take(chart: object, kind: str) -> None:
        told.append((chart, kind))

    panel.chart_save_wanted.connect(take)
    panel.head.zooms[1].click()
    panel.view.save_wanted.emit("svg")
    (saved, kind), *_ = told
    assert kind == "svg"
    assert isinstance(saved, MapChart)
    assert panel.plot is not None
    assert saved.reach == panel.plot.reach


def test_every_choice_can_be_taken_and_comes_back_with_its_kind(
    panel: MapPanel, atlas: Atlas
) -> None:
    seen: list[MapChoice | None] = []
    panel.changed.connect(lambda: seen.append(panel.head.choice))
    for choice in map_choices(atlas):
        panel.head.choose(choice.kind, choice.ref)
    assert seen == list(map_choices(atlas))
    panel.head.choose("bloc", "SCO")
    rating = next(each for each in panel.head.kinds.buttons if each.key == "rating")
    rating.click()
    assert panel.head.choice is not None
    assert panel.head.choice.kind == "rating"
    next(each for each in panel.head.kinds.buttons if each.key == "bloc").click()
    assert panel.head.choice.ref == "SCO"


def test_tab_goes_from_the_head_to_the_map_its_links_and_the_card(panel: MapPanel) -> None:
    panel.choose("KAZ")
    panel.head.kinds.buttons[0].setFocus()
    seen: list[QWidget] = []
    while (now := QApplication.focusWidget()) is not None and now not in seen:
        seen.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert panel.plot is not None
    places = [seen.index(each) for each in (panel.head.box, panel.plot, *panel.card.stops)]
    assert places == sorted(places)
    assert all(each.accessibleName() for each in seen)


def test_the_theme_is_taken_by_map_and_card(panel: MapPanel) -> None:
    panel.choose("KAZ")
    panel.set_theme(DARK)
    assert panel.plot is not None
    assert panel.plot.theme == DARK
    assert panel.plot.iso3 == "KAZ"
    assert panel.grab().toImage().pixelColor(300, 60).lightness() < 80


def test_a_narrow_window_shows_the_map_whole(qtbot: QtBot, panel: MapPanel) -> None:
    panel.resize(700, 480)
    qtbot.wait(10)
    assert panel.plot is not None
    assert panel.plot.width() > 300
    assert panel.plot.geometry().bottom() <= panel.view.height()
