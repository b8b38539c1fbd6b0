import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from explorer.analysis.pooling import Pool
from explorer.domain.atlas import Atlas
from explorer.pages.actors import ActorsPart, compose_actors, settled_actors
from explorer.pages.agreement import compose_agreement
from explorer.pages.compare_outcomes import compose_outcomes
from explorer.pages.detail_outcome import compose_outcome_detail
from explorer.pages.doubt import compose_doubt
from explorer.pages.events import default_event
from explorer.pages.fit import compose_fit
from explorer.pages.moves import compose_moves
from explorer.pages.outcomes import compose_outcomes_page, compose_rater_ladders
from explorer.pages.outlook import Outlook, compose_outlook
from explorer.pages.scenarios import compose_scenarios
from explorer.pages.view import Target, View
from explorer.pages.what_changed import compose_change
from explorer.pages.what_if import compose_what_if
from explorer.pages.what_if_outcomes import compose_outcome_bars
from explorer.pages.words import study_states
from explorer.workspace.document import Pooling, WhatIf, Workspace, frozen
from tests.pages.conftest import texts

_MEAN_OF_RATERS = re.compile(r"mean of (?:\d+|the)")
_BARE_MEAN = re.compile(r"(?<!weighted )mean of (?:\d+|the)", re.IGNORECASE)


@pytest.fixture(scope="module")
def outlook(atlas: Atlas) -> Outlook:
    return compose_outlook(atlas, Workspace())


def of(atlas: Atlas, outlook: Outlook, iso3: str = "KAZ") -> ActorsPart:
    part = compose_actors(atlas, outlook, iso3)
    assert part is not None
    return part


@pytest.mark.parametrize("iso3", ["AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK"])
def test_actors_stand_in_order_with_the_closest_to_the_top_rung_first(
    atlas: Atlas, outlook: Outlook, iso3: str, faults_of_text: Callable[[object], list[str]]
) -> None:
    part = of(atlas, outlook, iso3)
    positions = [stand.position for stand in part.chart.stands]
    assert positions == sorted(positions, reverse=True)
    assert sum(stand.share for stand in part.chart.stands) == pytest.approx(1.0)
    assert all(stand.low <= stand.position <= stand.high for stand in part.chart.stands)
    assert faults_of_text(part) == []


def test_chart_and_table_list_the_same_actors(atlas: Atlas, outlook: Outlook) -> None:
    part = of(atlas, outlook)
    assert [row[0] for row in part.table.rows] == [each.label for each in part.chart.stands]
    assert part.chart.caption.table is part.table


def test_the_sentence_says_where_mean_and_median_lie_and_who_pulls(
    atlas: Atlas, outlook: Outlook
) -> None:
    assert of(atlas, outlook).sentence == (
        "The weighted mean lies at 3.01 and the weighted median at 3.20, both nearest to token "
        "accession. Hardest pull towards closer ties: Israel, +0.13 rungs; hardest pull back: "
        "Russia, −0.11. Longest lever: leadership, of whom a move by one rung moves the mean by "
        "0.29 rungs."
    )


def test_mean_and_median_that_differ_are_told_apart(atlas: Atlas, outlook: Outlook) -> None:
    said = of(atlas, outlook, "AZE").sentence
    assert "mean lies at 3.97, nearest to substantive accession" in said
    assert "median at 4.92, nearest to strategic embrace" in said


def test_actors_who_all_stand_at_one_place_pull_nowhere(atlas: Atlas) -> None:
    actors = tuple(replace(actor, position=3.0) for actor in atlas.actors)
    alike = replace(atlas, actors=actors)
    said = of(alike, compose_outlook(alike, Workspace())).sentence
    assert "Hardest" not in said
    assert "both nearest to token accession" in said


def test_a_scenario_is_said_to_leave_the_actors_where_they_are(
    atlas: Atlas, outlook: Outlook
) -> None:
    assert of(atlas, outlook).notice == ""
    under = compose_outlook(atlas, Workspace(what_if=WhatIf(base="storm_south")))
    part = of(atlas, under)
    assert "does not move them" in part.notice
    assert part.chart.mean == of(atlas, outlook).chart.mean


def test_the_users_weights_on_raters_count_here_too(atlas: Atlas, outlook: Outlook) -> None:
    weights = frozen({"R1": 1.0, "R2": 0.0, "R3": 0.0, "R4": 0.0})
    one = compose_outlook(atlas, Workspace(pooling=Pooling(rater_weights=weights)))
    mine = next(
        actor.position
        for actor in atlas.actors
        if (actor.rater, actor.iso3, actor.actor) == ("R1", "KAZ", "Israel")
    )
    stand = next(each for each in of(atlas, one).chart.stands if each.label == "Israel")
    assert stand.position == mine
    assert of(atlas, outlook).chart.mean != of(atlas, one).chart.mean


def test_raters_who_all_count_nought_count_alike_for_the_actors(
    atlas: Atlas, outlook: Outlook
) -> None:
    nought = frozen(dict.fromkeys(("R1", "R2", "R3", "R4"), 0.0))
    choices = replace(outlook.ground.choices, rater_weights=nought)
    without = replace(outlook, ground=replace(outlook.ground, choices=choices))
    assert settled_actors(without, "KAZ") == settled_actors(outlook, "KAZ")


def test_a_state_without_actors_has_no_part(atlas: Atlas) -> None:
    bare = replace(atlas, actors=())
    assert compose_actors(bare, compose_outlook(bare, Workspace()), "KAZ") is None


def ladder_pages(atlas: Atlas, outlook: Outlook, workspace: Workspace) -> Iterator[object]:
    """Compose all that says how the ladders of some states are pooled."""
    states, choice = study_states(atlas), default_event(atlas)
    view = View(states[0], states[1:])
    yield compose_agreement(atlas, outlook, workspace, "KAZ")
    yield compose_change(atlas, outlook, "KAZ", states, choice)
    yield compose_doubt(atlas, outlook, "KAZ", choice, rows=64)
    yield compose_fit(atlas, outlook)
    yield compose_moves(atlas, outlook, "KAZ", choice)
    yield compose_outcome_bars(atlas, outlook, None, states)
    yield compose_outcomes(atlas, workspace, view, outlook)
    yield compose_outcomes_page(atlas, workspace, outlook, None, states)
    yield compose_rater_ladders(atlas, workspace, "KAZ")
    yield compose_scenarios(
        atlas, outlook, workspace, states, ("now", "bundled:calm_south"), choice
    )
    yield compose_outcome_detail(atlas, workspace, view, Target("outcome", "KAZ"), outlook)
    yield compose_what_if(atlas, outlook, workspace, states, "KAZ")


def told(page: object, pattern: re.Pattern[str]) -> list[str]:
    return [text for text in texts(page) if pattern.search(text)]


@pytest.mark.parametrize("method", ["linear", "geometric"])
@pytest.mark.parametrize("weights", [{"R1": 2.0}, {"R1": 0.0, "R4": 0.5}])
def test_with_raters_that_count_unlike_no_text_says_a_bare_mean(
    atlas: Atlas, weights: dict[str, float], method: Pool
) -> None:
    workspace = Workspace(pooling=Pooling(method, frozen(weights)))
    outlook = compose_outlook(atlas, workspace)
    pages = (*ladder_pages(atlas, outlook, workspace), compose_actors(atlas, outlook, "KAZ"))
    assert [text for page in pages for text in told(page, _BARE_MEAN)] == []


def test_no_text_on_ladders_pooled_by_product_calls_them_a_mean(atlas: Atlas) -> None:
    workspace = Workspace(pooling=Pooling("geometric"))
    outlook = compose_outlook(atlas, workspace)
    pages = ladder_pages(atlas, outlook, workspace)
    assert [text for page in pages for text in told(page, _MEAN_OF_RATERS)] == []


def test_actors_are_of_a_mean_whatever_the_pool_of_the_ladders(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, Workspace(pooling=Pooling("geometric")))
    part = compose_actors(atlas, outlook, "KAZ")
    assert part is not None
    assert part.chart.caption.source.startswith("Source: mean of")


def test_actors_whose_raters_count_unlike_are_of_a_weighted_mean(atlas: Atlas) -> None:
    workspace = Workspace(pooling=Pooling(rater_weights=frozen({"R1": 2.0})))
    part = compose_actors(atlas, compose_outlook(atlas, workspace), "KAZ")
    assert part is not None
    assert part.chart.caption.source.startswith("Source: weighted mean of")
