from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.events import default_event
from explorer.pages.outlook import compose_outlook
from explorer.pages.scenarios import JUDGED, ScenariosPage, compose_scenarios
from explorer.ui.panels.what_if.scenarios import ScenarioCellView, ScenariosView
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import Text
from explorer.workspace.document import OwnScenario, WhatIf, Workspace, frozen

STATES = ("AZE", "KAZ", "UZB")
KEYS = (JUDGED, "bundled:calm_south", "bundled:storm_south", "own:s1")
LONG = "A scenario whose name goes on & on, as names that people give sometimes do"
OWN = OwnScenario(
    "s1", LONG, "", WhatIf("calm_south", frozen({})), datetime(2026, 11, 24, tzinfo=UTC)
)
WORKSPACE = Workspace(scenarios=frozen({"s1": OWN}))


def page_of(atlas: Atlas, keys: tuple[str, ...]) -> ScenariosPage:
    outlook = compose_outlook(atlas, WORKSPACE)
    return compose_scenarios(atlas, outlook, WORKSPACE, STATES, keys, default_event(atlas))


@pytest.fixture
def view(qtbot: QtBot, themes: ThemeKeeper) -> ScenariosView:
    made = ScenariosView(themes.theme)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    return made


def cells(view: ScenariosView) -> list[ScenarioCellView]:
    body = view._area.widget()
    return body.findChildren(ScenarioCellView) if body is not None else []


def test_each_state_has_a_cell_for_each_scenario(view: ScenariosView, atlas: Atlas) -> None:
    page = page_of(atlas, KEYS)
    view.show_page(page)
    said = {cell.accessibleName() for cell in cells(view)}
    assert said == {cell.description for row in page.rows for cell in row.cells}
    assert len(cells(view)) == len(STATES) * len(KEYS)
    assert not view.grab().isNull()


def test_the_same_page_is_not_built_again(view: ScenariosView, atlas: Atlas) -> None:
    view.show_page(page_of(atlas, KEYS))
    body = view._area.widget()
    view.show_page(page_of(atlas, KEYS))
    assert view._area.widget() is body


def test_the_menu_shows_and_takes_scenarios_up_to_four(view: ScenariosView, atlas: Atlas) -> None:
    chosen: list[tuple[str, ...]] = []
    view.chosen.connect(chosen.append)
    view.show_page(page_of(atlas, KEYS[:3]))
    view.fill_menu()
    actions = view.menu.actions()
    assert [action.isChecked() for action in actions[:3]] == [True, True, True]
    actions[0].trigger()
    actions[-1].trigger()
    assert chosen == [KEYS[1:3], KEYS]
    assert actions[-1].text() == LONG.replace("&", "&&")
    view.show_page(page_of(atlas, KEYS))
    view.fill_menu()
    assert [a.isEnabled() for a in view.menu.actions() if not a.isChecked()] == [False, False]


def test_a_column_is_removed_and_opened_by_its_links(view: ScenariosView, atlas: Atlas) -> None:
    chosen: list[tuple[str, ...]] = []
    opened: list[str] = []
    view.chosen.connect(chosen.append)
    view.opened.connect(opened.append)
    view.show_page(page_of(atlas, KEYS[:2]))
    links = {link.accessibleName(): link for link in view.findChildren(LinkButton)}
    links["Remove Calm in the south"].click()
    links["Open Calm in the south on the sliders"].click()
    assert (chosen, opened) == ([(JUDGED,)], ["bundled:calm_south"])


def test_without_a_scenario_it_says_what_to_do(view: ScenariosView, atlas: Atlas) -> None:
    view.show_page(page_of(atlas, ()))
    assert cells(view) == []
    assert not view.grab().isNull()


def test_the_table_is_copied_for_texts_and_for_spreadsheets(
    view: ScenariosView, atlas: Atlas
) -> None:
    view.show_page(page_of(atlas, KEYS[:2]))
    view.copy.click()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("State\tScenario\tOrdinary ties\t")
    assert "<table" in data.html()


def test_a_description_stands_whole_in_the_head_of_its_column(
    view: ScenariosView, atlas: Atlas
) -> None:
    view.show_page(page_of(atlas, KEYS))
    body = view._area.widget()
    assert body is not None
    said = {label.text() for label in body.findChildren(Text)}
    for scenario in atlas.scenarios:
        if f"bundled:{scenario.id}" in KEYS:
            assert scenario.description in said
