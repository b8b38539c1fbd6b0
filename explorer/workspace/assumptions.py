"""Pure edits of what is assumed, and of the scenarios that the user has named and saved."""

import math
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from itertools import count

from explorer.domain.judgement import SCALE_MAX, SCALE_MIN
from explorer.workspace.checks import check_shares, checked_name
from explorer.workspace.document import OwnScenario, WhatIf, Workspace, frozen

_ID = "own-"
_COPY = re.compile(r" \(copy(?: \d+)?\)$")


def set_rating(workspace: Workspace, iso3: str, factor: str, value: float | None) -> Workspace:
    """Assume another rating, held within the scale; `None` goes back to that of the base.

    Raises:
        ValueError: if the value is no number.
    """
    ratings = dict(workspace.what_if.ratings)
    if value is None:
        ratings.pop((iso3, factor), None)
    elif math.isnan(value):
        raise ValueError("a rating must be a number")
    else:
        ratings[iso3, factor] = min(max(value, SCALE_MIN), SCALE_MAX)
    return _assume(workspace, replace(workspace.what_if, ratings=frozen(ratings)))


def set_weights(workspace: Workspace, weights: Mapping[str, float]) -> Workspace:
    """Assume other weights: one for each factor, summing to one; none for the pooled ones again.

    Raises:
        ValueError: if there are some and they do not sum to one, or one is below nought.
    """
    if weights:
        check_shares(weights.values())
    return _assume(workspace, replace(workspace.what_if, weights=frozen(weights)))


def choose_base(workspace: Workspace, scenario_id: str) -> Workspace:
    """Assume a bundled scenario and nothing else."""
    return replace(workspace, what_if=WhatIf(scenario_id), scenario="")


def reset(workspace: Workspace) -> Workspace:
    """Assume nothing: the judgement as it stands."""
    return replace(workspace, what_if=WhatIf(), scenario="")


def save_scenario(workspace: Workspace, title: str, edited: datetime, note: str = "") -> Workspace:
    """Save what is assumed as a new scenario, which is then the one in force.

    A title that another scenario has already is told apart by “(copy)”.

    Raises:
        ValueError: if the title is blank.
    """
    kept = _free_title(workspace, checked_name(title, "a scenario"))
    new = OwnScenario(_free_id(workspace), kept, note, workspace.what_if, edited)
    return replace(_with(workspace, new), scenario=new.id)


def update_scenario(workspace: Workspace, scenario_id: str, edited: datetime) -> Workspace:
    """Save what is assumed in a scenario that there is; it is then the one in force."""
    scenario = workspace.scenarios[scenario_id]
    if scenario.what_if != workspace.what_if:
        scenario = replace(scenario, what_if=workspace.what_if, edited=edited)
    return replace(_with(workspace, scenario), scenario=scenario_id)


def open_scenario(workspace: Workspace, scenario_id: str) -> Workspace:
    """Assume what a saved scenario says."""
    return replace(
        workspace, what_if=workspace.scenarios[scenario_id].what_if, scenario=scenario_id
    )


def duplicate_scenario(workspace: Workspace, scenario_id: str, edited: datetime) -> Workspace:
    """Save a copy of a scenario under a title of its own; what is in force stays in force."""
    scenario = workspace.scenarios[scenario_id]
    title = _free_title(workspace, f"{_COPY.sub('', scenario.title)} (copy)")
    return _with(workspace, replace(scenario, id=_free_id(workspace), title=title, edited=edited))


def rename_scenario(
    workspace: Workspace, scenario_id: str, title: str, note: str, edited: datetime
) -> Workspace:
    """Give a scenario another title and note; a title that another has is told apart.

    Raises:
        ValueError: if the title is blank.
    """
    scenario = workspace.scenarios[scenario_id]
    kept = _free_title(workspace, checked_name(title, "a scenario"), but=scenario_id)
    if (kept, note) == (scenario.title, scenario.note):
        return workspace
    return _with(workspace, replace(scenario, title=kept, note=note, edited=edited))


def delete_scenario(workspace: Workspace, scenario_id: str) -> Workspace:
    """Delete a scenario. What is assumed stays assumed, also if it was opened from it."""
    scenarios = {key: each for key, each in workspace.scenarios.items() if key != scenario_id}
    scenario = "" if workspace.scenario == scenario_id else workspace.scenario
    return replace(workspace, scenarios=frozen(scenarios), scenario=scenario)


def _assume(workspace: Workspace, what_if: WhatIf) -> Workspace:
    return replace(workspace, what_if=what_if)


def _with(workspace: Workspace, scenario: OwnScenario) -> Workspace:
    return replace(workspace, scenarios=frozen({**workspace.scenarios, scenario.id: scenario}))


def _free_id(workspace: Workspace) -> str:
    """Give an id that no scenario has, above those there are, so that order tells age."""
    numbers = [
        int(number) for key in workspace.scenarios if (number := key.removeprefix(_ID)).isdecimal()
    ]
    return f"{_ID}{max(numbers, default=0) + 1}"


def _free_title(workspace: Workspace, title: str, but: str = "") -> str:
    """Give a title that no other scenario has: itself, or with “(copy)”, “(copy 2)” behind it."""
    taken = {each.title for key, each in workspace.scenarios.items() if key != but}
    plain = _COPY.sub("", title)
    names = (
        title if number == 0 else f"{plain} (copy{f' {number}' if number > 1 else ''})"
        for number in count()
    )
    return next(name for name in names if name not in taken)
