from collections.abc import Callable
from dataclasses import replace

import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.actors import ActorsPart, compose_actors, settled_actors
from explorer.pages.outlook import Outlook, compose_outlook
from explorer.workspace.document import Pooling, WhatIf, Workspace, frozen


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
