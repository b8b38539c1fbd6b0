from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.forecast import Setting, forecast
from explorer.analysis.pooling import ladder_of, rating_of
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Rating
from explorer.domain.outcomes import BASELINE_SCENARIO, JudgedLadder
from explorer.pages.compare_outcomes import scenario_banner
from explorer.pages.outlook import (
    compose_outlook,
    ground_of,
    is_ground_of,
    outlook_of,
    scenario_title,
    with_raters,
)
from explorer.pages.scenario_words import assumption_lines, page_notice
from explorer.workspace.document import (
    OWN_RATER,
    OwnScenario,
    Pooling,
    RaterJudgement,
    WhatIf,
    Workspace,
    frozen,
)

PLAIN = Workspace()


def own_judgement(*, is_pooled: bool) -> RaterJudgement:
    day = date(2026, 11, 24)
    rating = Rating(
        OWN_RATER, day, "KAZ", "public_opinion", 0.0, 0.0, 0.5, "low", "", "A hunch.", ()
    )
    ladder = JudgedLadder(OWN_RATER, day, "KAZ", BASELINE_SCENARIO, (0.0, 0.0, 0.0, 0.0, 1.0))
    return RaterJudgement(
        OWN_RATER,
        is_pooled,
        frozen({("KAZ", "public_opinion"): rating}),
        frozen({("KAZ", BASELINE_SCENARIO): ladder}),
    )


def test_with_nothing_assumed_each_forecast_is_the_pooled_ladder_to_the_last_digit(
    atlas: Atlas,
) -> None:
    outlook = compose_outlook(atlas, PLAIN)
    assert outlook.is_plain
    assert outlook.title == ""
    assert set(outlook.after) == set(atlas.subject.compared)
    for iso3, found in outlook.after.items():
        pooled = ladder_of(atlas, iso3, BASELINE_SCENARIO)
        assert pooled is not None
        assert found.shares == pooled.shares == outlook.before[iso3].shares


def test_under_a_bundled_scenario_the_forecast_is_the_ladder_judged_under_it(
    atlas: Atlas,
) -> None:
    outlook = compose_outlook(atlas, Workspace(what_if=WhatIf("storm_south")))
    pooled = ladder_of(atlas, "UZB", "storm_south")
    assert pooled is not None
    assert outlook.after["UZB"].shares == pooled.shares
    assert outlook.before["UZB"].shares != pooled.shares
    assert outlook.title == "Storm in the south"


@given(st.floats(0.0, 4.0))
def test_a_rating_set_apart_moves_its_own_state_and_no_other(atlas: Atlas, value: float) -> None:
    what_if = WhatIf(ratings=frozen({("KGZ", "public_opinion"): value}))
    outlook = compose_outlook(atlas, Workspace(what_if=what_if))
    beta = outlook.ground.fit.beta
    expected = forecast(
        outlook.ground.now["KGZ"], beta, Setting(ratings={"public_opinion": value})
    )
    assert outlook.after["KGZ"].shares == expected.shares
    assert outlook.after["TJK"].shares == outlook.before["TJK"].shares


def test_a_judgement_kept_apart_moves_nothing_and_one_pooled_in_does(atlas: Atlas) -> None:
    apart = Workspace(judgements=frozen({OWN_RATER: own_judgement(is_pooled=False)}))
    assert with_raters(atlas, apart.judgements) is atlas
    pooled = with_raters(atlas, frozen({OWN_RATER: own_judgement(is_pooled=True)}))
    rating, before = (rating_of(each, "KAZ", "public_opinion") for each in (pooled, atlas))
    assert rating is not None
    assert before is not None
    assert len(rating.modes) == len(before.modes) + 1
    assert rating.mode < before.mode
    outlook = compose_outlook(
        atlas, Workspace(judgements=frozen({OWN_RATER: own_judgement(is_pooled=True)}))
    )
    assert outlook.after["KAZ"].basis.anchor.raters == 5
    assert outlook.after["TKM"].basis.anchor.raters == 4


def test_a_ground_holds_as_long_as_scenario_raters_and_pooling_stay(atlas: Atlas) -> None:
    ground = ground_of(atlas, PLAIN)
    moved = Workspace(what_if=WhatIf(ratings=frozen({("KAZ", "public_opinion"): 1.0})))
    assert is_ground_of(ground, PLAIN, moved)
    assert outlook_of(ground, moved).changes == 1
    assert not is_ground_of(ground, PLAIN, Workspace(what_if=WhatIf("calm_south")))
    assert not is_ground_of(ground, PLAIN, Workspace(pooling=Pooling("geometric")))
    judged = Workspace(judgements=frozen({OWN_RATER: own_judgement(is_pooled=True)}))
    assert not is_ground_of(ground, PLAIN, judged)
    apart = Workspace(judgements=frozen({OWN_RATER: own_judgement(is_pooled=False)}))
    assert is_ground_of(ground, PLAIN, apart)
    assert not is_ground_of(ground, apart, judged)
    assert not is_ground_of(ground, judged, apart)


def test_raters_who_all_count_nought_leave_nothing_to_stand_on(atlas: Atlas) -> None:
    nobody = Pooling(rater_weights=frozen(dict.fromkeys(atlas.raters, 0.0)))
    with pytest.raises(ValueError, match="not all zero"):
        ground_of(atlas, Workspace(pooling=nobody))


def test_what_cannot_be_followed_is_left_out_and_said(atlas: Atlas) -> None:
    nobody = Pooling(rater_weights=frozen(dict.fromkeys(atlas.raters, 0.0)))
    outlook = compose_outlook(atlas, Workspace(pooling=nobody))
    assert "Raters and pooling" in outlook.fault
    assert outlook.after["KAZ"].shares == compose_outlook(atlas, PLAIN).after["KAZ"].shares
    foreign = Workspace(what_if=WhatIf("of_another_pack"))
    outlook = compose_outlook(atlas, foreign)
    assert "'of_another_pack' is not in the data" in outlook.fault
    assert set(outlook.after) == set(atlas.subject.compared)
    assert compose_outlook(atlas, PLAIN).fault == ""


def test_assumptions_of_another_pack_are_left_out_and_said(atlas: Atlas) -> None:
    ratings = frozen({("KAZ", "no_factor"): 1.0, ("FRA", "public_opinion"): 1.0})
    workspace = Workspace(what_if=WhatIf(ratings=ratings, weights=frozen({"no_factor": 1.0})))
    outlook = compose_outlook(atlas, workspace)
    assert outlook.is_plain
    assert outlook.changes == 0
    assert "Ratings of states or factors" in outlook.fault
    assert "Weights of other factors" in outlook.fault
    assert assumption_lines(atlas, outlook, ("AZE", "KAZ")) == (outlook.fault,)
    assert page_notice(outlook)
    banner = scenario_banner(outlook)
    assert outlook.fault in banner


def test_a_pooled_ladder_of_another_length_is_left_out(atlas: Atlas) -> None:
    day = date(2026, 11, 24)
    ladder = JudgedLadder("Anna", day, "KAZ", BASELINE_SCENARIO, (0.5, 0.5))
    anna = RaterJudgement("Anna", is_pooled=True, ladders=frozen({("KAZ", "baseline"): ladder}))
    outlook = compose_outlook(atlas, Workspace(judgements=frozen({"Anna": anna})))
    assert outlook.after["KAZ"].shares == compose_outlook(atlas, PLAIN).after["KAZ"].shares


def test_a_changed_scenario_is_not_called_by_its_name_alone(atlas: Atlas) -> None:
    ratings = frozen({("KAZ", "public_opinion"): 1.0})
    assert scenario_title(atlas, Workspace(what_if=WhatIf("calm_south"))) == "Calm in the south"
    changed = Workspace(what_if=WhatIf("calm_south", ratings))
    assert scenario_title(atlas, changed) == "Calm in the south, changed"
    alone = Workspace(what_if=WhatIf(ratings=ratings))
    assert scenario_title(atlas, alone) == "Own assumptions"
    own = OwnScenario("own-1", "Thaw", "", alone.what_if, datetime(2026, 11, 24, tzinfo=UTC))
    saved = replace(alone, scenario="own-1", scenarios=frozen({"own-1": own}))
    assert scenario_title(atlas, saved) == "Thaw"
