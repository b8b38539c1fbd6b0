import math
from datetime import UTC, datetime

import pytest

from explorer.workspace.assumptions import (
    choose_base,
    delete_scenario,
    duplicate_scenario,
    open_scenario,
    rename_scenario,
    reset,
    save_scenario,
    set_rating,
    set_weights,
    update_scenario,
)
from explorer.workspace.document import WhatIf, Workspace

NOW = datetime(2026, 11, 24, 21, 4, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@pytest.fixture
def moved() -> Workspace:
    return set_rating(Workspace(), "KAZ", "iran_wedge", 3.0)


@pytest.mark.parametrize(("value", "held"), [(2.5, 2.5), (-1.0, 0.0), (9.0, 4.0), (math.inf, 4.0)])
def test_an_assumed_rating_is_held_within_the_scale(value: float, held: float) -> None:
    workspace = set_rating(Workspace(), "KAZ", "iran_wedge", value)
    assert dict(workspace.what_if.ratings) == {("KAZ", "iran_wedge"): held}


def test_a_rating_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="number"):
        set_rating(Workspace(), "KAZ", "iran_wedge", math.nan)


def test_a_rating_taken_back_leaves_nothing_assumed(moved: Workspace) -> None:
    assert set_rating(moved, "KAZ", "iran_wedge", None) == Workspace()
    assert set_rating(Workspace(), "KAZ", "iran_wedge", None) == Workspace()


def test_weights_that_do_not_sum_to_one_are_refused() -> None:
    with pytest.raises(ValueError, match=r"sum to 0\.9"):
        set_weights(Workspace(), {"a": 0.5, "b": 0.4})


def test_no_weights_are_the_pooled_ones_again() -> None:
    workspace = set_weights(Workspace(), {"a": 0.25, "b": 0.75})
    assert dict(workspace.what_if.weights) == {"a": 0.25, "b": 0.75}
    assert set_weights(workspace, {}) == Workspace()


def test_a_weight_changed_later_by_the_caller_does_not_reach_the_workspace() -> None:
    weights = {"a": 0.25, "b": 0.75}
    workspace = set_weights(Workspace(), weights)
    weights["a"] = 9.0
    assert workspace.what_if.weights["a"] == 0.25


def test_a_bundled_scenario_is_taken_with_no_own_changes(moved: Workspace) -> None:
    saved = save_scenario(moved, "Mine", NOW)
    chosen = choose_base(saved, "shock")
    assert chosen.what_if == WhatIf("shock")
    assert chosen.scenario == ""
    assert chosen.scenarios == saved.scenarios


def test_a_reset_assumes_nothing_and_keeps_what_was_saved(moved: Workspace) -> None:
    saved = save_scenario(moved, "Mine", NOW)
    plain = reset(saved)
    assert plain.what_if.is_plain
    assert plain.scenario == ""
    assert plain.scenarios == saved.scenarios


def test_a_saved_scenario_holds_what_was_assumed_and_is_in_force(moved: Workspace) -> None:
    saved = save_scenario(moved, "  Mine ", NOW, "Why")
    scenario = saved.scenarios[saved.scenario]
    assert (scenario.id, scenario.title, scenario.note) == ("own-1", "Mine", "Why")
    assert scenario.what_if == moved.what_if
    assert scenario.edited == NOW


def test_ids_are_never_those_of_a_scenario_that_is_there(moved: Workspace) -> None:
    workspace = save_scenario(save_scenario(moved, "One", NOW), "Two", NOW)
    workspace = save_scenario(delete_scenario(workspace, "own-1"), "Three", NOW)
    assert [each.title for each in workspace.scenarios.values()] == ["Two", "Three"]
    assert list(workspace.scenarios) == ["own-2", "own-3"]


def test_titles_that_are_taken_are_told_apart(moved: Workspace) -> None:
    workspace = moved
    for _ in range(3):
        workspace = save_scenario(workspace, "Mine", NOW)
    titles = [each.title for each in workspace.scenarios.values()]
    assert titles == ["Mine", "Mine (copy)", "Mine (copy 2)"]


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_a_blank_title_is_refused(moved: Workspace, blank: str) -> None:
    with pytest.raises(ValueError, match="name"):
        save_scenario(moved, blank, NOW)
    saved = save_scenario(moved, "Mine", NOW)
    with pytest.raises(ValueError, match="name"):
        rename_scenario(saved, "own-1", blank, "", NOW)


def test_a_scenario_is_updated_with_what_is_assumed_now(moved: Workspace) -> None:
    saved = save_scenario(moved, "Mine", NOW)
    changed = set_rating(saved, "KAZ", "iran_wedge", 1.0)
    assert changed.scenarios["own-1"].what_if == moved.what_if
    updated = update_scenario(changed, "own-1", LATER)
    assert updated.scenarios["own-1"].what_if == changed.what_if
    assert updated.scenarios["own-1"].edited == LATER
    assert update_scenario(updated, "own-1", NOW) == updated


def test_a_scenario_opened_again_assumes_what_it_held(moved: Workspace) -> None:
    saved = save_scenario(moved, "Mine", NOW)
    opened = open_scenario(reset(saved), "own-1")
    assert opened == saved


def test_a_copy_has_its_own_id_and_title_and_leaves_what_is_in_force(moved: Workspace) -> None:
    saved = save_scenario(moved, "Mine", NOW, "Why")
    twice = duplicate_scenario(duplicate_scenario(saved, "own-1", LATER), "own-2", LATER)
    assert [each.title for each in twice.scenarios.values()] == [
        "Mine",
        "Mine (copy)",
        "Mine (copy 2)",
    ]
    copy = twice.scenarios["own-2"]
    assert (copy.id, copy.note, copy.what_if, copy.edited) == (
        "own-2",
        "Why",
        moved.what_if,
        LATER,
    )
    assert twice.scenario == "own-1"


def test_a_scenario_may_keep_its_own_title_when_renamed(moved: Workspace) -> None:
    saved = save_scenario(save_scenario(moved, "Mine", NOW), "Other", NOW)
    renamed = rename_scenario(saved, "own-2", "Other", "New note", LATER)
    assert renamed.scenarios["own-2"].title == "Other"
    assert renamed.scenarios["own-2"].note == "New note"
    assert rename_scenario(saved, "own-2", "Other", "", LATER) is saved
    clash = rename_scenario(saved, "own-2", "Mine", "", LATER)
    assert clash.scenarios["own-2"].title == "Mine (copy)"


def test_deleting_the_scenario_in_force_leaves_what_is_assumed(moved: Workspace) -> None:
    saved = save_scenario(moved, "Mine", NOW)
    assert delete_scenario(saved, "own-1") == moved


def test_deleting_another_scenario_leaves_the_one_in_force(moved: Workspace) -> None:
    saved = duplicate_scenario(save_scenario(moved, "Mine", NOW), "own-1", NOW)
    left = delete_scenario(saved, "own-2")
    assert left.scenario == "own-1"
    assert list(left.scenarios) == ["own-1"]


def test_a_scenario_that_is_not_there_is_a_bug(moved: Workspace) -> None:
    with pytest.raises(KeyError):
        open_scenario(moved, "own-9")
    with pytest.raises(KeyError):
        update_scenario(moved, "own-9", NOW)
