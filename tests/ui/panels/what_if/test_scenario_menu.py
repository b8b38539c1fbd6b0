from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.outlook import compose_outlook
from explorer.pages.what_if import compose_what_if
from explorer.ui.panels.what_if.scenario_menu import ScenarioMenu, scenario_button
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import OwnScenario, WhatIf, Workspace, frozen

CHANGED = WhatIf("calm_south", frozen({("KAZ", "public_opinion"): 1.0}))
OWN = OwnScenario("s1", "Bread & peace", "", CHANGED, datetime(2026, 11, 24, tzinfo=UTC))
IN_FORCE = Workspace(what_if=CHANGED, scenario="s1", scenarios=frozen({"s1": OWN}))


@pytest.fixture
def menu(qtbot: QtBot, themes: ThemeKeeper) -> Iterator[ScenarioMenu]:
    del themes
    button = scenario_button()
    qtbot.addWidget(button)
    yield ScenarioMenu(button)
    button.close()


def show(menu: ScenarioMenu, atlas: Atlas, workspace: Workspace) -> dict[str, QAction]:
    outlook = compose_outlook(atlas, workspace)
    menu.show_page(compose_what_if(atlas, outlook, workspace, ("AZE", "KAZ"), "KAZ"))
    menu.fill()
    return {action.text(): action for action in menu.actions() if action.text()}


def test_the_bundled_scenarios_are_offered_with_what_they_say(
    menu: ScenarioMenu, atlas: Atlas
) -> None:
    actions = show(menu, atlas, Workspace())
    for scenario in atlas.scenarios:
        assert actions[scenario.title].toolTip() == scenario.description
    assert [each.text() for each in actions.values() if each.isChecked()] == [
        "Things as they stand"
    ]
    assert not actions["Save as a new scenario…"].isEnabled()


def test_what_was_changed_since_it_was_opened_is_not_ticked(
    menu: ScenarioMenu, atlas: Atlas
) -> None:
    actions = show(menu, atlas, Workspace(what_if=WhatIf(ratings=CHANGED.ratings)))
    assert not any(each.isChecked() for each in actions.values())
    assert "Things as they stand, changed" in actions
    actions = show(menu, atlas, replace(IN_FORCE, what_if=WhatIf()))
    assert not any(each.isChecked() for each in actions.values())
    assert "Bread && peace, changed" in actions
    actions = show(menu, atlas, IN_FORCE)
    assert [each.text() for each in actions.values() if each.isChecked()] == ["Bread && peace"]


def test_long_names_are_told_apart_and_quoted_to_the_end(menu: ScenarioMenu, atlas: Atlas) -> None:
    names = [f"{'A long thaw in the south ' * 4}{number}" for number in (1, 2)]
    both = frozen(
        {f"s{at}": replace(OWN, id=f"s{at}", title=each) for at, each in enumerate(names)}
    )
    actions = show(menu, atlas, replace(IN_FORCE, scenario="s1", scenarios=both))
    found = [text for text in actions if text.startswith("A long thaw")]
    assert len(found) == 2
    assert actions[found[0]].toolTip() == names[0]
    (rename,) = (text for text in actions if text.startswith("Rename"))
    assert rename == f"Rename “{found[1]}”…"
    assert rename.count("…") == 2


def test_choosing_says_which_scenario_is_meant(menu: ScenarioMenu, atlas: Atlas) -> None:
    bases: list[str] = []
    own: list[str] = []
    menu.base_chosen.connect(bases.append)
    menu.own_chosen.connect(own.append)
    actions = show(menu, atlas, IN_FORCE)
    actions["Storm in the south"].trigger()
    actions["Bread && peace"].trigger()
    assert (bases, own) == (["storm_south"], ["s1"])


def test_what_can_be_done_with_the_scenario_in_force_is_offered(
    menu: ScenarioMenu, atlas: Atlas
) -> None:
    wanted: list[str] = []
    menu.wanted.connect(wanted.append)
    actions = show(menu, atlas, IN_FORCE)
    name = "“Bread && peace”"
    assert not actions[f"Save the changes to {name}"].isEnabled()
    for text in (f"Duplicate {name}", f"Rename {name}…", f"Delete {name}", "Compare scenarios…"):
        actions[text].trigger()
    assert wanted == ["duplicate", "rename", "delete", "compare"]


def test_without_an_own_scenario_in_force_nothing_is_offered_for_it(
    menu: ScenarioMenu, atlas: Atlas
) -> None:
    texts = show(menu, atlas, Workspace(what_if=CHANGED))
    assert not any(text.startswith(("Duplicate", "Rename", "Delete")) for text in texts)
    assert texts["Save as a new scenario…"].isEnabled()
