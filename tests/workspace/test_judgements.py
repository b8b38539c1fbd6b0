import math
from datetime import date

import pytest

from explorer.domain.judgement import Rating
from explorer.domain.outcomes import JudgedLadder
from explorer.workspace.document import OWN_RATER, Pooling, RaterJudgement, Workspace
from explorer.workspace.judgements import (
    drop_judgement,
    drop_own_ladder,
    drop_own_rating,
    judgement_of,
    namesake,
    pool_judgement,
    set_own_ladder,
    set_own_rating,
    set_pooling,
    take_judgement,
)

DAY = date(2026, 11, 24)
RATING = Rating("", DAY, "KAZ", "iran_wedge", 1.0, 2.0, 3.0, "low", "", "Grain", ())
LADDER = JudgedLadder("", DAY, "KAZ", "baseline", (0.1, 0.2, 0.3, 0.3, 0.1), "Grain")


def judged_by(rater: str) -> RaterJudgement:
    return judgement_of(
        rater,
        [Rating(rater, DAY, "KAZ", "iran_wedge", 1.0, 2.0, 3.0, "low", "", "", ())],
        [JudgedLadder(rater, DAY, "KAZ", "baseline", (0.5, 0.5))],
    )


def test_own_ratings_and_ladders_bear_the_name_kept_for_the_user() -> None:
    workspace = set_own_ladder(set_own_rating(Workspace(), RATING), LADDER)
    own = workspace.judgements[OWN_RATER]
    assert own.ratings["KAZ", "iran_wedge"].rater == OWN_RATER
    assert own.ladders["KAZ", "baseline"].rater == OWN_RATER
    assert own.ladders["KAZ", "baseline"].reason == "Grain"
    assert not own.is_pooled


def test_what_is_taken_back_leaves_nothing_behind() -> None:
    workspace = set_own_ladder(set_own_rating(Workspace(), RATING), LADDER)
    half = drop_own_rating(workspace, "KAZ", "iran_wedge")
    assert dict(half.judgements[OWN_RATER].ratings) == {}
    assert drop_own_ladder(half, "KAZ", "baseline") == Workspace()
    assert drop_own_rating(Workspace(), "KAZ", "iran_wedge") == Workspace()


def test_a_rating_out_of_order_and_a_ladder_that_is_no_whole_are_refused() -> None:
    crossed = Rating("", DAY, "KAZ", "iran_wedge", 3.0, 2.0, 3.0, "low", "", "", ())
    with pytest.raises(ValueError, match="order"):
        set_own_rating(Workspace(), crossed)
    with pytest.raises(ValueError, match="sum to"):
        set_own_ladder(Workspace(), JudgedLadder("", DAY, "KAZ", "baseline", (0.5, 0.4)))


def test_a_judgement_taken_in_replaces_one_of_the_same_name_and_stays_pooled() -> None:
    workspace = take_judgement(Workspace(), judged_by("Aigul"))
    workspace = pool_judgement(workspace, "Aigul", is_pooled=True)
    again = take_judgement(
        workspace, judgement_of("Aigul", judged_by("Aigul").ratings.values(), ())
    )
    assert again.judgements["Aigul"].is_pooled
    assert dict(again.judgements["Aigul"].ladders) == {}


def test_a_namesake_in_other_letters_is_the_same_rater_and_counts_once() -> None:
    workspace = take_judgement(Workspace(), judged_by("Anna"))
    workspace = pool_judgement(workspace, "Anna", is_pooled=True)
    again = take_judgement(workspace, judgement_of("anna", judged_by("anna").ratings.values(), ()))
    assert list(again.judgements) == ["Anna"]
    found = again.judgements["Anna"]
    assert found.is_pooled
    assert {each.rater for each in found.ratings.values()} == {"Anna"} == {found.rater}
    assert (namesake(again, " ANNA "), namesake(again, "Berik")) == ("Anna", "")


@pytest.mark.parametrize("name", ["You", "you", " YOU ", ""])
def test_a_colleague_may_not_bear_the_users_name_or_none(name: str) -> None:
    judgement = RaterJudgement(name, ratings=judged_by("Aigul").ratings)
    with pytest.raises(ValueError, match="name"):
        take_judgement(Workspace(), judgement)


def test_a_judgement_may_be_pooled_in_and_kept_apart_again() -> None:
    apart = take_judgement(Workspace(), judged_by("Aigul"))
    pooled = pool_judgement(apart, "Aigul", is_pooled=True)
    assert pooled.judgements["Aigul"].is_pooled
    assert pool_judgement(pooled, "Aigul", is_pooled=False) == apart


def test_a_dropped_rater_counts_for_nothing_any_more() -> None:
    workspace = take_judgement(Workspace(), judged_by("Aigul"))
    workspace = set_pooling(workspace, Pooling("geometric", {"Aigul": 2.0, "R1": 0.5}))
    dropped = drop_judgement(workspace, "Aigul")
    assert dict(dropped.judgements) == {}
    assert dropped.pooling == Pooling("geometric", {"R1": 0.5})


@pytest.mark.parametrize("counts", [{"R1": -1.0}, {"R1": math.nan}, {"R1": 0.0, "R2": 0.0}])
def test_raters_must_count_for_something(counts: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"nought|something"):
        set_pooling(Workspace(), Pooling("linear", counts))


def test_a_judgement_of_another_rater_or_given_twice_is_refused() -> None:
    rating = next(iter(judged_by("Aigul").ratings.values()))
    ladder = next(iter(judged_by("Aigul").ladders.values()))
    with pytest.raises(ValueError, match="iran_wedge"):
        judgement_of("Berik", [rating], ())
    with pytest.raises(ValueError, match="iran_wedge"):
        judgement_of("Aigul", [rating, rating], ())
    with pytest.raises(ValueError, match="baseline"):
        judgement_of("Aigul", (), [ladder, ladder])
