from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.events import default_event
from explorer.pages.outlook import compose_outlook
from explorer.pages.scenarios import (
    JUDGED,
    MOST_COLUMNS,
    NOW,
    ScenariosPage,
    bundled_id,
    compose_scenarios,
    first_columns,
    own_id,
    points_words,
)
from explorer.workspace.document import OwnScenario, WhatIf, Workspace, frozen

STATES = ("AZE", "KAZ", "UZB")
CALM, STORM = "bundled:calm_south", "bundled:storm_south"
CHANGED = WhatIf("calm_south", frozen({("KAZ", "public_opinion"): 3.0}))


def with_own(what_if: WhatIf | None = None) -> Workspace:
    own = OwnScenario("s1", "Quiet spring", "", CHANGED, datetime(2026, 11, 24, tzinfo=UTC))
    return Workspace(what_if=what_if or WhatIf(), scenarios=frozen({"s1": own}))


def compose(
    atlas: Atlas, keys: tuple[str, ...], workspace: Workspace | None = None
) -> ScenariosPage:
    workspace = workspace or Workspace()
    outlook = compose_outlook(atlas, workspace)
    return compose_scenarios(atlas, outlook, workspace, STATES, keys, default_event(atlas))


@pytest.mark.parametrize("base", ["baseline", "calm_south", "costed_offer"])
def test_a_column_shows_what_the_sliders_would_under_that_scenario(
    atlas: Atlas, base: str
) -> None:
    here = compose_outlook(atlas, Workspace(what_if=WhatIf(base)))
    page = compose(atlas, (f"bundled:{base}",), Workspace(what_if=WhatIf("northern_grip")))
    for row in page.rows:
        assert row.cells[0].shares == here.after[row.iso3].shares


def test_an_own_scenario_stands_beside_the_judgement(atlas: Atlas) -> None:
    page = compose(atlas, (JUDGED, "own:s1"), with_own())
    assert [column.title for column in page.columns] == ["Things as they stand", "Quiet spring"]
    own = compose_outlook(atlas, Workspace(what_if=CHANGED))
    kazakhstan = page.rows[1]
    assert kazakhstan.cells[1].shares == own.after["KAZ"].shares


def test_differences_are_told_from_the_first_column(atlas: Atlas) -> None:
    page = compose(atlas, (JUDGED, CALM, JUDGED))
    first, second = page.rows[1].cells
    assert first.difference == ""
    event = default_event(atlas).event
    then, now = event.probability(first.shares), event.probability(second.shares)
    assert second.difference == f"{points_words(then, now)}, same lead"
    assert second.rung == "Token accession"
    assert second.likelihood == "63\u00a0%, likely"


def test_another_lead_is_told(atlas: Atlas) -> None:
    fallen = ("washington_profile", "great_power_balancing", "economic_modernisation")
    what_if = WhatIf(ratings=frozen({("KAZ", key): 0.0 for key in fallen}))
    page = compose(atlas, (JUDGED, NOW), Workspace(what_if=what_if))
    assert page.rows[1].cells[1].difference.endswith("token accession no longer leads")
    assert page.rows[0].cells[1].difference == "No difference"


def test_no_more_than_four_stand_side_by_side(atlas: Atlas) -> None:
    keys = tuple(f"bundled:{each.id}" for each in atlas.scenarios)
    page = compose(atlas, keys)
    assert len(page.columns) == MOST_COLUMNS < len(keys)
    assert {option.key for option in page.options if option.is_shown} == set(keys[:4])
    assert not any(option.may_be_taken for option in page.options)
    assert all(option.may_be_taken for option in compose(atlas, keys[:3]).options)


def test_scenarios_that_are_gone_are_left_out(atlas: Atlas) -> None:
    page = compose(atlas, (JUDGED, "own:s1", NOW))
    assert [column.key for column in page.columns] == [JUDGED]
    assert compose(atlas, ()).columns == ()


def test_what_is_assumed_now_is_offered_only_where_it_has_no_name(atlas: Atlas) -> None:
    def keys(workspace: Workspace) -> set[str]:
        return {option.key for option in compose(atlas, (), workspace).options}

    assert NOW not in keys(Workspace())
    assert NOW not in keys(Workspace(what_if=WhatIf("calm_south")))
    assert NOW in keys(Workspace(what_if=CHANGED))


def test_the_first_columns_hold_the_judgement_and_what_is_assumed(atlas: Atlas) -> None:
    def first(workspace: Workspace) -> tuple[str, ...]:
        return first_columns(atlas, compose_outlook(atlas, workspace), workspace)

    assert first(Workspace())[:2] == (JUDGED, CALM)
    assert first(Workspace(what_if=WhatIf("storm_south")))[:2] == (JUDGED, STORM)
    assert first(Workspace(what_if=CHANGED))[:2] == (JUDGED, NOW)


def test_the_table_has_a_line_for_each_state_and_scenario(atlas: Atlas) -> None:
    page = compose(atlas, (JUDGED, CALM, STORM))
    assert len(page.table.rows) == len(STATES) * 3
    assert len(page.table.columns) == len(page.table.numeric) == 3 + len(atlas.rungs)
    assert page.table.rows[1][:2] == ("Azerbaijan", "Calm in the south")


def test_a_state_that_nobody_judged_has_no_value(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, Workspace())
    page = compose_scenarios(
        atlas, outlook, Workspace(), ("ISR",), (JUDGED, CALM), default_event(atlas)
    )
    assert [cell.rung for cell in page.rows[0].cells] == ["no value found"] * 2
    assert set(page.table.rows[0][2:]) == {"no value found"}


def test_points_are_those_of_the_figures_shown() -> None:
    assert points_words(0.894, 0.946) == "+6 points"
    assert points_words(0.15, 0.14) == "\u22121 point"
    assert points_words(0.151, 0.149) == "under 1 point"


def test_a_key_names_one_scenario() -> None:
    assert (bundled_id(CALM), own_id(CALM)) == ("calm_south", "")
    assert (bundled_id("own:s1"), own_id("own:s1")) == ("", "s1")
    assert (bundled_id(NOW), own_id(NOW)) == ("", "")


def test_no_text_is_faulty(atlas: Atlas, faults_of_text: Callable[[object], list[str]]) -> None:
    page = compose(atlas, (JUDGED, NOW, STORM, "own:s1"), with_own(CHANGED))
    assert len(page.columns) == 4
    assert faults_of_text(page) == []
