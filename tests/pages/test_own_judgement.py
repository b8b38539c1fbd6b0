from collections.abc import Callable
from datetime import date

import pytest

from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Rating
from explorer.domain.outcomes import JudgedLadder
from explorer.pages.outlook import compose_outlook
from explorer.pages.own_judgement import (
    APART,
    NOT_YET,
    OwnLadderBlock,
    OwnRatingBlock,
    compose_own,
    compose_own_ladder,
    compose_own_rating,
    own_words,
)
from explorer.pages.rating_marks import own_mark
from explorer.pages.view import Target
from explorer.workspace.document import OWN_RATER, Pooling, WhatIf, Workspace
from explorer.workspace.judgements import (
    judgement_of,
    pool_judgement,
    set_own_ladder,
    set_own_rating,
    set_pooling,
    take_judgement,
)

DAY = date(2026, 11, 24)
CELL = Target("cell", "KAZ", "iran_wedge")
OUTCOME = Target("outcome", "KAZ")
RATING = Rating("", DAY, "KAZ", "iran_wedge", 2.0, 3.0, 4.0, "high", "", "Grain", ())
LADDER = JudgedLadder("", DAY, "KAZ", "baseline", (0.1, 0.6, 0.1, 0.1, 0.1), "Rail")


def judged() -> Workspace:
    return set_own_ladder(set_own_rating(Workspace(), RATING), LADDER)


def with_colleague(workspace: Workspace) -> Workspace:
    rating = Rating("Aigul", DAY, "KAZ", "iran_wedge", 0.0, 1.0, 2.0, "low", "", "Ports", ())
    ladder = JudgedLadder("Aigul", DAY, "KAZ", "baseline", (0.2, 0.2, 0.2, 0.2, 0.2))
    return take_judgement(workspace, judgement_of("Aigul", [rating], [ladder]))


def test_without_an_own_judgement_the_block_says_none_and_keeps_the_raters(atlas: Atlas) -> None:
    block = compose_own_rating(atlas, Workspace(), CELL)
    assert (block.own, block.summary, block.standing) == (None, NOT_YET, "")
    assert [line.name for line in block.lines] == ["R1", "R2", "R3", "R4", "mean of 4 raters"]
    assert [line.kind for line in block.lines] == ["rater"] * 4 + ["pool"]
    ladder = compose_own_ladder(atlas, Workspace(), OUTCOME)
    assert (ladder.own, ladder.summary, ladder.standing) == (None, NOT_YET, "")
    assert len(ladder.lines) == 5
    assert all(len(line.shares) == len(atlas.rungs) for line in ladder.lines)


def test_level_rungs_are_said_to_be_level(atlas: Atlas) -> None:
    def summary(*shares: float) -> str:
        own = set_own_ladder(Workspace(), JudgedLadder("", DAY, "KAZ", "baseline", shares))
        return compose_own_ladder(atlas, own, OUTCOME).summary

    first, second = (rung.title for rung in atlas.rungs[:2])
    assert summary(0.6, 0.1, 0.1, 0.1, 0.1) == f"{first} 60\u00a0%"
    assert summary(0.4, 0.4, 0.1, 0.1, 0.0) == f"{first} and {second} level, 40\u00a0% each"
    assert summary(0.2, 0.2, 0.2, 0.2, 0.2) == "5 rungs level, 20\u00a0% each"
    assert summary(0.1, 0.3, 0.3, 0.3, 0.0) == "3 rungs level, 30\u00a0% each"


def test_per_cents_of_a_ladder_of_thirds_sum_to_a_hundred(atlas: Atlas) -> None:
    thirds = JudgedLadder("", DAY, "KAZ", "baseline", (1 / 3, 1 / 3, 1 / 3, 0.0, 0.0))
    block = compose_own_ladder(atlas, set_own_ladder(Workspace(), thirds), OUTCOME)
    assert block.own is not None
    assert block.own.percents == (33.4, 33.3, 33.3, 0.0, 0.0)


def test_an_own_rating_kept_apart_leaves_the_pool_as_it_is(atlas: Atlas) -> None:
    plain = compose_own_rating(atlas, Workspace(), CELL)
    block = compose_own_rating(atlas, judged(), CELL)
    assert block.pooled == plain.pooled
    assert block.standing == f"{APART} The pooled figure is the mean of 4 raters."
    own = block.lines[-1]
    assert (own.name, own.kind, own.reason) == (OWN_RATER, "own", "Grain")
    assert own.text == "3.0 (2.0 to 4.0)"
    assert own.basis == f"Confidence high. Judged 24 Nov 2026. {APART}"
    assert block.own is not None
    assert (block.own.reason, block.own.day) == ("Grain", "2026-11-24")


def test_an_own_rating_pooled_in_is_one_of_five(atlas: Atlas) -> None:
    workspace = pool_judgement(judged(), OWN_RATER, is_pooled=True)
    plain = compose_own_rating(atlas, Workspace(), CELL)
    block = compose_own_rating(atlas, workspace, CELL)
    assert plain.pooled is not None
    assert block.pooled == pytest.approx((4 * plain.pooled + 3.0) / 5)
    assert block.standing == "Pooled in: mean of 5 raters, one of them you."
    assert APART not in block.lines[-1].basis


def test_a_block_is_the_same_whether_the_atlas_has_the_further_raters_or_not(
    atlas: Atlas,
) -> None:
    from explorer.pages.outlook import with_raters

    workspace = pool_judgement(judged(), OWN_RATER, is_pooled=True)
    pooled = with_raters(atlas, workspace.judgements)
    for target in (CELL, OUTCOME):
        assert compose_own(pooled, workspace, target) == compose_own(atlas, workspace, target)


def test_a_colleague_stands_before_the_pool_and_counts_only_if_pooled_in(atlas: Atlas) -> None:
    workspace = with_colleague(judged())
    block = compose_own_rating(atlas, workspace, CELL)
    names = [line.name for line in block.lines]
    assert names == ["R1", "R2", "R3", "R4", "Aigul", "mean of 4 raters", OWN_RATER]
    block = compose_own_rating(atlas, pool_judgement(workspace, "Aigul", is_pooled=True), CELL)
    assert block.lines[-2].name == "mean of 5 raters"
    assert block.standing.startswith(APART)


def test_how_ladders_are_pooled_is_named_and_a_rating_stays_a_mean(atlas: Atlas) -> None:
    workspace = set_pooling(judged(), Pooling("geometric", {"R1": 2.0}))
    workspace = pool_judgement(workspace, OWN_RATER, is_pooled=True)
    ladder = compose_own_ladder(atlas, workspace, OUTCOME)
    assert ladder.standing == "Pooled in: weighted geometric pool of 5 raters, one of them you."
    rating = compose_own_rating(atlas, workspace, CELL)
    assert rating.standing == "Pooled in: weighted mean of 5 raters, one of them you."


def test_a_ladder_is_of_the_bundled_scenario_in_force(atlas: Atlas) -> None:
    other = next(each for each in atlas.scenarios if each.id != "baseline")
    workspace = Workspace(what_if=WhatIf(other.id), judgements=judged().judgements)
    block = compose_own_ladder(atlas, workspace, OUTCOME)
    assert block.scenario == other.id
    assert block.label == f"Kazakhstan · {other.title}"
    assert block.own is None


def test_only_a_cell_and_one_states_outcome_can_be_judged(atlas: Atlas) -> None:
    assert isinstance(compose_own(atlas, Workspace(), CELL), OwnRatingBlock)
    assert isinstance(compose_own(atlas, Workspace(), OUTCOME), OwnLadderBlock)
    for target in (Target("outcome"), Target("country", "KAZ"), Target("factor", factor="x")):
        assert compose_own(atlas, Workspace(), target) is None


def test_the_texts_hold_together(
    atlas: Atlas, faults_of_text: Callable[[object], list[str]]
) -> None:
    workspace = with_colleague(pool_judgement(judged(), OWN_RATER, is_pooled=True))
    for target in (CELL, OUTCOME):
        assert faults_of_text(compose_own(atlas, workspace, target)) == []


def test_the_own_rating_is_marked_and_said_beside_the_pooled_one() -> None:
    assert own_mark(judged(), "KAZ", "iran_wedge") == 3.0
    assert own_mark(judged(), "UZB", "iran_wedge") is None
    assert own_words(judged(), "UZB", "iran_wedge") == ""
    words = own_words(judged(), "KAZ", "iran_wedge")
    assert words == "\u25bc You: 3.0 (2.0 to 4.0), kept apart from the pool."
    pooled = pool_judgement(judged(), OWN_RATER, is_pooled=True)
    assert own_words(pooled, "KAZ", "iran_wedge").endswith("pooled in.")


def test_what_was_judged_after_the_day_looked_at_is_kept_and_does_not_count(atlas: Atlas) -> None:
    then = known_on(atlas, date(2025, 11, 5))
    pooled = pool_judgement(judged(), OWN_RATER, is_pooled=True)
    block = compose_own_rating(then, pooled, CELL)
    assert block.own is not None
    assert "after 5 Nov 2025" in block.standing
    assert block.pooled == compose_own_rating(then, Workspace(), CELL).pooled
    plain, mine = (compose_outlook(then, workspace) for workspace in (Workspace(), pooled))
    assert mine.after["KAZ"] == plain.after["KAZ"]
    assert (
        compose_outlook(atlas, pooled).after["KAZ"]
        != compose_outlook(atlas, Workspace()).after["KAZ"]
    )
