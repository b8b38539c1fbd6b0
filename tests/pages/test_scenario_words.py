from dataclasses import replace
from datetime import UTC, datetime

from explorer.domain.atlas import Atlas
from explorer.pages.outlook import compose_outlook
from explorer.pages.scenario_words import assumption_lines, scenario_notice
from explorer.workspace.document import OwnScenario, WhatIf, Workspace, frozen


def under(what_if: WhatIf) -> Workspace:
    return Workspace(what_if=what_if)


def test_the_judgement_as_it_stands_assumes_nothing(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, Workspace())
    assert scenario_notice(outlook) == ""
    assert assumption_lines(atlas, outlook, ("AZE", "KAZ")) == ()


def test_a_bundled_scenario_is_named_with_what_it_moves(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, under(WhatIf("costed_offer")))
    assert "“A costed American offer”" in scenario_notice(outlook)
    (line,) = assumption_lines(atlas, outlook, ("KAZ",))
    assert "repeal of trade restrictions" in line
    for step in atlas.scenario_shifts:
        if step.scenario == "costed_offer":
            assert f"{atlas.factor_by_id[step.factor].title} +{step.shift}" in line


def test_each_rating_set_apart_is_said_from_what_it_was(atlas: Atlas) -> None:
    ratings = frozen({("KAZ", "public_opinion"): 1.0, ("UZB", "public_opinion"): 2.0})
    outlook = compose_outlook(atlas, under(WhatIf(ratings=ratings)))
    lines = assumption_lines(atlas, outlook, ("AZE", "KAZ"))
    before = outlook.before["KAZ"].basis
    mode = next(x.mode for x in before.standings if x.factor == "public_opinion")
    title = atlas.factor_by_id["public_opinion"].title
    assert f"Kazakhstan, {title}: {mode:.1f} → 1.0." in lines
    assert "1 rating of other states changed too." in lines
    assert not any("Uzbekistan" in line for line in lines)


def test_weights_set_apart_are_said_and_those_that_stay_are_not(atlas: Atlas) -> None:
    basis = compose_outlook(atlas, Workspace()).before["KAZ"].basis
    weights = {each.factor: each.weight for each in basis.standings}
    first, second, *_ = weights
    weights[first], weights[second] = weights[first] + 0.03, weights[second] - 0.03
    outlook = compose_outlook(atlas, under(WhatIf(weights=frozen(weights))))
    line = assumption_lines(atlas, outlook, ("KAZ",))[-1]
    assert line.startswith("Weights of the factors: ")
    assert line.count("→") == 2


def test_a_scenario_of_the_users_own_goes_by_its_name(atlas: Atlas) -> None:
    what_if = WhatIf("calm_south", frozen({("KAZ", "public_opinion"): 1.0}))
    own = OwnScenario("own-1", "Quiet spring", "", what_if, datetime(2026, 11, 24, tzinfo=UTC))
    workspace = Workspace(what_if=what_if, scenario="own-1", scenarios=frozen({"own-1": own}))
    assert "“Quiet spring”" in scenario_notice(compose_outlook(atlas, workspace))
    changed = replace(workspace, what_if=WhatIf("calm_south"))
    assert "“Quiet spring, changed”" in scenario_notice(compose_outlook(atlas, changed))
