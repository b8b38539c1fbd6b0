from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Rating
from explorer.domain.outcomes import JudgedLadder
from explorer.pages.outlook import ground_of
from explorer.pages.raters import compose_raters, own_fault, pooling_fault
from explorer.pages.view import Target
from explorer.workspace.document import OWN_RATER, Pooling, Workspace, frozen
from explorer.workspace.judgements import (
    judgement_of,
    pool_judgement,
    set_own_ladder,
    set_own_rating,
    take_judgement,
)

DAY = date(2026, 11, 24)
RATING = Rating("", DAY, "KAZ", "iran_wedge", 2.0, 3.0, 4.0, "high", "", "Grain", ())


def ladder(*shares: float) -> JudgedLadder:
    return JudgedLadder("", DAY, "KAZ", "baseline", shares)


def pooled_ladder(*shares: float) -> Workspace:
    return pool_judgement(set_own_ladder(Workspace(), ladder(*shares)), OWN_RATER, is_pooled=True)


def test_the_raters_of_the_pack_come_first_and_the_user_last(atlas: Atlas) -> None:
    colleague = judgement_of("Zhanna", [replace(RATING, rater="Zhanna")], [])
    workspace = take_judgement(set_own_rating(Workspace(), RATING), colleague)
    part = compose_raters(atlas, workspace)
    assert [row.rater for row in part.rows] == ["R1", "R2", "R3", "R4", "Zhanna", OWN_RATER]
    assert [row.is_bundled for row in part.rows] == [True] * 4 + [False] * 2
    assert [row.is_pooled for row in part.rows] == [True] * 4 + [False] * 2
    assert part.rows[0].words == "72 ratings, 30 ladders"
    assert part.rows[-1].words == "1 rating, 0 ladders"
    assert part.rows[-1].is_own
    assert {row.weight for row in part.rows} == {1.0}


def test_pooling_as_it_comes_has_no_fault(atlas: Atlas) -> None:
    assert pooling_fault(atlas, Workspace()) == ""
    assert pooling_fault(atlas, pooled_ladder(0.2, 0.2, 0.2, 0.2, 0.2)) == ""


def test_raters_who_all_count_for_nought_are_refused_in_words(atlas: Atlas) -> None:
    nought: Mapping[str, float] = dict.fromkeys(atlas.raters, 0.0)
    fault = pooling_fault(atlas, Workspace(pooling=Pooling("linear", nought)))
    assert "At least one rater" in fault


def test_what_only_the_user_would_judge_needs_somebody_who_judged_the_rest(atlas: Atlas) -> None:
    nought: Mapping[str, float] = dict.fromkeys(atlas.raters, 0.0)
    workspace = replace(pooled_ladder(1, 0, 0, 0, 0), pooling=Pooling("linear", nought))
    fault = pooling_fault(atlas, workspace)
    assert "Azerbaijan" in fault
    assert "nought" in fault


def test_a_product_that_leaves_no_rung_is_refused_with_its_place(atlas: Atlas) -> None:
    def narrow(rater: str, *shares: float) -> Workspace:
        judged = judgement_of(rater, [], [replace(ladder(*shares), rater=rater)])
        return take_judgement(pooled_ladder(1, 0, 0, 0, 0), judged)

    workspace = pool_judgement(narrow("Aigul", 0, 1, 0, 0, 0), "Aigul", is_pooled=True)
    assert pooling_fault(atlas, workspace) == ""
    fault = pooling_fault(atlas, replace(workspace, pooling=Pooling("geometric")))
    assert fault.startswith("Kazakhstan, Things as they stand:")
    assert "pool by the mean" in fault


def test_one_cell_or_ladder_is_at_fault_where_the_whole_would_be(atlas: Atlas) -> None:
    cell, outcome = Target("cell", "KAZ", "iran_wedge"), Target("outcome", "KAZ")
    for shares in ((1.0, 0.0, 0.0, 0.0, 0.0), (0.2, 0.2, 0.2, 0.2, 0.2)):
        sound = pooled_ladder(*shares)
        assert own_fault(atlas, sound, cell) == ""
        assert own_fault(atlas, sound, outcome, "baseline") == pooling_fault(atlas, sound) == ""
    nought: dict[str, float] = dict.fromkeys(("R1", "R2", "R3", "R4", OWN_RATER), 0.0)
    workspace = replace(
        pooled_ladder(0.2, 0.2, 0.2, 0.2, 0.2), pooling=Pooling(rater_weights=frozen(nought))
    )
    assert "would count for nought" in own_fault(atlas, workspace, cell)
    assert "would count for nought" in own_fault(atlas, workspace, outcome, "baseline")
    last = judgement_of(
        "Aigul", (), [JudgedLadder("Aigul", DAY, "KAZ", "baseline", (0.0, 0.0, 0.0, 0.0, 1.0))]
    )
    clash = take_judgement(pooled_ladder(1.0, 0.0, 0.0, 0.0, 0.0), last)
    clash = pool_judgement(clash, "Aigul", is_pooled=True)
    clash = replace(clash, pooling=Pooling("geometric"))
    fault = own_fault(atlas, clash, outcome, "baseline")
    assert "rule out every rung" in fault
    assert fault == pooling_fault(atlas, clash)


def test_what_has_no_fault_can_be_stood_on(atlas: Atlas) -> None:
    workspace = replace(
        pooled_ladder(0.96, 0.01, 0.01, 0.01, 0.01),
        pooling=Pooling("geometric", frozen({"R1": 0.0, "R4": 3.0})),
    )
    assert pooling_fault(atlas, workspace) == ""
    assert ground_of(atlas, workspace).now["KAZ"]
