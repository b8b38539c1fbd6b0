from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from explorer.analysis.tenths import to_tenth
from explorer.analysis.weights import reweigh
from explorer.domain.atlas import Atlas
from explorer.pages.outlook import compose_outlook
from explorer.pages.what_if import (
    NOTHING,
    SliderRow,
    WhatIfPage,
    compose_what_if,
    rating_home,
    weights_in_force,
)
from explorer.workspace.assumptions import set_rating, set_weights
from explorer.workspace.document import OwnScenario, WhatIf, Workspace, frozen

STATES = ("AZE", "KAZ", "UZB")


def compose(atlas: Atlas, workspace: Workspace, iso3: str = "KAZ") -> WhatIfPage:
    return compose_what_if(atlas, compose_outlook(atlas, workspace), workspace, STATES, iso3)


def rows(page: WhatIfPage) -> dict[str, SliderRow]:
    return {row.key: row for group in page.ratings for row in group.rows}


def weights(page: WhatIfPage) -> dict[str, SliderRow]:
    return {row.key: row for group in page.weights for row in group.rows}


def assuming(factor: str, value: float, base: str = "baseline") -> Workspace:
    return Workspace(what_if=WhatIf(base, frozen({("KAZ", factor): value})))


def test_with_nothing_changed_every_slider_stands_at_the_pooled_judgement(atlas: Atlas) -> None:
    page = compose(atlas, Workspace())
    assert page.title == NOTHING
    assert page.is_plain
    assert set(rows(page)) == {factor.id for factor in atlas.factors}
    for row in (*rows(page).values(), *weights(page).values()):
        assert row.value == row.judged == row.home
        assert row.low <= row.value <= row.high
        assert (row.change, row.bearing, row.is_set) == ("", "level", False)


def test_interests_and_constraints_stand_apart(atlas: Atlas) -> None:
    page = compose(atlas, Workspace())
    for groups in (page.ratings, page.weights):
        assert [group.title for group in groups] == ["Interests", "Constraints"]
        for group, name in zip(groups, ("interest", "constraint"), strict=True):
            assert {atlas.factor_by_id[row.key].group for row in group.rows} == {name}


@pytest.mark.parametrize(
    ("factor", "value", "sign", "bearing"),
    [
        ("public_opinion", 0.5, "\u2212", "pull"),
        ("public_opinion", 3.5, "+", "hold"),
        ("washington_profile", 0.5, "\u2212", "hold"),
        ("washington_profile", 3.9, "+", "pull"),
    ],
)
def test_a_change_says_what_it_does_to_closeness(
    atlas: Atlas, factor: str, value: float, sign: str, bearing: str
) -> None:
    row = rows(compose(atlas, assuming(factor, value)))[factor]
    assert row.value == value
    assert row.is_set
    assert row.change.startswith(sign)
    assert row.bearing == bearing
    words = "pulls closer" if bearing == "pull" else "holds back"
    assert words in row.description


def test_a_shown_change_is_the_difference_of_the_shown_figures(atlas: Atlas) -> None:
    row = rows(compose(atlas, assuming("public_opinion", 1.0)))["public_opinion"]
    shown = float(row.figure) - to_tenth(row.judged)
    assert float(row.change.replace("\u2212", "-")) == pytest.approx(shown)


def test_under_a_scenario_a_slider_returns_to_where_the_scenario_puts_it(atlas: Atlas) -> None:
    workspace = assuming("public_opinion", 3.0, "calm_south")
    page = compose(atlas, workspace)
    row = rows(page)["public_opinion"]
    outlook = compose_outlook(atlas, workspace)
    assert row.home == rating_home(outlook, "KAZ", "public_opinion")
    assert row.home == pytest.approx(row.judged - 1.2)
    assert "ring" in page.hint
    untouched = rows(page)["iran_trade_routes"]
    assert untouched.value == untouched.home != untouched.judged
    assert not untouched.is_set
    assert untouched.bearing == "pull"


def test_title_and_subtitle_say_what_is_assumed(atlas: Atlas) -> None:
    page = compose(atlas, assuming("public_opinion", 3.0, "calm_south"))
    assert page.title == "What if: Calm in the south, changed"
    assert page.subtitle == (
        "“Calm in the south” moves 5 ratings of every state · "
        "changed by you: 1 rating of Kazakhstan"
    )
    elsewhere = compose(atlas, assuming("public_opinion", 3.0), "UZB")
    assert elsewhere.title == "What if: own assumptions"
    assert elsewhere.subtitle == "Changed by you: 1 rating of other states"
    assert [state.changes for state in elsewhere.states] == [0, 1, 0]


def test_weights_are_in_per_cent_and_sum_to_a_hundred(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, Workspace())
    shares = weights_in_force(outlook)
    assert sum(shares.values()) == pytest.approx(1.0)
    shown = weights(compose(atlas, Workspace()))
    assert sum(row.value for row in shown.values()) == pytest.approx(100.0)
    for row in shown.values():
        given = [
            100 * each.weight / sum(x.weight for x in atlas.weights if x.rater == each.rater)
            for each in atlas.weights
            if each.factor == row.key
        ]
        assert (row.low, row.high) == pytest.approx((min(given), max(given)))


def test_the_weights_as_shown_sum_to_a_hundred(atlas: Atlas) -> None:
    for share in (None, 0.117, 0.4, 0.333):
        shares = weights_in_force(compose_outlook(atlas, Workspace()))
        own = reweigh(shares, "iran_wedge", share) if share is not None else {}
        shown = weights(compose(atlas, set_weights(Workspace(), own)))
        figures = [float(row.figure.removesuffix("\u00a0%")) for row in shown.values()]
        assert sum(round(10 * each) for each in figures) == 1000
        for row in shown.values():
            assert f"{row.figure.replace(chr(0xA0), ' ')} of all weight" in row.description
            assert row.is_set == bool(row.change)
        if share is None:
            assert not any(row.change for row in shown.values())
        else:
            assert shown["iran_wedge"].figure == f"{100 * share:.1f}\u00a0%"


def test_a_weight_beyond_the_usual_lengthens_the_track(atlas: Atlas) -> None:
    shares = weights_in_force(compose_outlook(atlas, Workspace()))
    rest = 0.4 / (len(shares) - 1)
    heavy = set_weights(Workspace(), {key: 0.6 if key == "iran_wedge" else rest for key in shares})
    page = compose(atlas, heavy)
    assert page.has_own_weights
    assert {row.top for row in weights(page).values()} == {100.0}
    assert "the weights" in page.subtitle


def test_own_scenarios_are_offered_and_told_to_be_changed(atlas: Atlas) -> None:
    what_if = WhatIf("calm_south", frozen({("KAZ", "public_opinion"): 1.0}))
    own = OwnScenario("s1", "Quiet spring", "Why not", what_if, datetime(2026, 11, 24, tzinfo=UTC))
    workspace = Workspace(what_if=what_if, scenario="s1", scenarios=frozen({"s1": own}))
    page = compose(atlas, workspace)
    assert page.title == "What if: Quiet spring"
    assert page.subtitle.startswith("Your scenario, saved 24 Nov 2026 · ")
    assert page.description == "Why not"
    assert (page.own_id, page.is_own_changed) == ("s1", False)
    assert [each.is_in_force for each in page.own] == [True]
    assert not any(each.is_in_force for each in page.bundled)
    changed = compose(atlas, set_rating(workspace, "KAZ", "public_opinion", 2.0))
    assert changed.is_own_changed
    assert changed.title == "What if: Quiet spring, changed"


def test_a_state_that_nobody_judged_has_nothing_to_slide(atlas: Atlas) -> None:
    page = compose(atlas, Workspace(), "ISR")
    assert page.ratings == ()
    assert page.missing.startswith("Nobody has judged ")


def test_no_text_of_the_page_is_faulty(
    atlas: Atlas, faults_of_text: Callable[[object], list[str]]
) -> None:
    for base in ("baseline", "calm_south", "northern_grip"):
        for iso3 in atlas.subject.compared:
            page = compose(atlas, assuming("public_opinion", 1.2, base), iso3)
            assert faults_of_text(page) == []
