"""Workspaces whose pooling cannot be followed: every view says so and goes on."""

from collections.abc import Callable
from datetime import date

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Rating
from explorer.domain.outcomes import JudgedLadder
from explorer.pages.detail_page import compose_detail
from explorer.pages.outcomes import compose_outcomes_page, compose_rater_ladders
from explorer.pages.outlook import compose_outlook
from explorer.pages.own_judgement import (
    OTHER_RUNGS,
    OwnLadderBlock,
    OwnRatingBlock,
    compose_own,
)
from explorer.pages.own_pools import NOT_FOLLOWED
from explorer.pages.view import Target, View
from explorer.pages.what_if import compose_what_if
from explorer.workspace.document import OWN_RATER, Pooling, Workspace, frozen
from explorer.workspace.judgements import (
    judgement_of,
    pool_judgement,
    set_own_ladder,
    set_own_rating,
    take_judgement,
)

DAY = date(2026, 11, 24)
VIEW = View("AZE", ("KAZ", "UZB"))
CELL, OUTCOME = Target("cell", "KAZ", "iran_wedge"), Target("outcome", "KAZ")
TARGETS = (
    CELL,
    OUTCOME,
    Target("factor", factor="iran_wedge"),
    Target("country", "KAZ"),
    Target("outcome"),
)
RATERS = ("R1", "R2", "R3", "R4")


def ladder(rater: str, *shares: float) -> JudgedLadder:
    return JudgedLadder(rater, DAY, "KAZ", "baseline", shares)


def with_own(*shares: float) -> Workspace:
    rating = Rating("", DAY, "KAZ", "iran_wedge", 2.0, 3.0, 4.0, "high", "", "Grain", ())
    workspace = set_own_ladder(set_own_rating(Workspace(), rating), ladder("", *shares))
    return pool_judgement(workspace, OWN_RATER, is_pooled=True)


def all_for_nought() -> Workspace:
    raters = (*RATERS, OWN_RATER)
    own = with_own(0.1, 0.6, 0.1, 0.1, 0.1)
    return Workspace(
        judgements=own.judgements,
        pooling=Pooling(rater_weights=frozen(dict.fromkeys(raters, 0.0))),
    )


def no_rung_is_left() -> Workspace:
    """Two raters each hold certain what the other rules out, under a geometric pool."""
    judgement = judgement_of("Aigul", [], [ladder("Aigul", 0.0, 0.0, 0.0, 0.0, 1.0)])
    workspace = take_judgement(with_own(1.0, 0.0, 0.0, 0.0, 0.0), judgement)
    workspace = pool_judgement(workspace, "Aigul", is_pooled=True)
    return Workspace(judgements=workspace.judgements, pooling=Pooling("geometric"))


def own_of_other_rungs() -> Workspace:
    return with_own(0.5, 0.3, 0.2)


def colleague_of_other_rungs() -> Workspace:
    judgement = judgement_of("Aigul", [], [ladder("Aigul", *(0.125,) * 8)])
    workspace = take_judgement(with_own(0.1, 0.6, 0.1, 0.1, 0.1), judgement)
    return pool_judgement(workspace, "Aigul", is_pooled=True)


UNSOUND = (all_for_nought, no_rung_is_left, own_of_other_rungs, colleague_of_other_rungs)


@pytest.mark.parametrize("make", UNSOUND)
def test_every_page_is_composed_of_a_workspace_that_cannot_be_followed(
    atlas: Atlas, make: Callable[[], Workspace], faults_of_text: Callable[[object], list[str]]
) -> None:
    workspace = make()
    outlook = compose_outlook(atlas, workspace)
    pages: list[object] = [
        compose_outcomes_page(atlas, workspace, outlook, None, VIEW.shown),
        compose_rater_ladders(atlas, workspace, "KAZ"),
        compose_what_if(atlas, outlook, workspace, VIEW.shown, "KAZ"),
    ]
    for target in TARGETS:
        pages += [
            compose_own(atlas, workspace, target),
            compose_detail(atlas, workspace, VIEW, target),
            compose_detail(atlas, workspace, VIEW, target, outlook),
        ]
    for page in pages:
        assert faults_of_text(page) == []


def test_a_rating_that_cannot_be_pooled_so_is_the_mean_of_the_datas_raters(atlas: Atlas) -> None:
    block = compose_own(atlas, all_for_nought(), CELL)
    plain = compose_own(atlas, Workspace(), CELL)
    assert isinstance(block, OwnRatingBlock)
    assert isinstance(plain, OwnRatingBlock)
    assert block.standing == NOT_FOLLOWED
    assert block.pooled == plain.pooled
    assert "mean of 4 raters" in [line.name for line in block.lines]


@pytest.mark.parametrize("make", [all_for_nought, no_rung_is_left])
def test_a_ladder_that_cannot_be_pooled_so_is_the_mean_of_the_datas_raters(
    atlas: Atlas, make: Callable[[], Workspace]
) -> None:
    block = compose_own(atlas, make(), OUTCOME)
    plain = compose_own(atlas, Workspace(), OUTCOME)
    assert isinstance(block, OwnLadderBlock)
    assert isinstance(plain, OwnLadderBlock)
    assert block.standing == NOT_FOLLOWED
    assert block.pooled == plain.pooled


@pytest.mark.parametrize("make", [own_of_other_rungs, colleague_of_other_rungs])
def test_a_ladder_with_other_rungs_is_left_out_and_that_is_said(
    atlas: Atlas, make: Callable[[], Workspace]
) -> None:
    block = compose_own(atlas, make(), OUTCOME)
    assert isinstance(block, OwnLadderBlock)
    assert OTHER_RUNGS in block.standing
    assert all(len(line.shares) == len(atlas.rungs) for line in block.lines)
    assert (block.own is None) == (make is own_of_other_rungs)
