from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.weights import reweigh
from explorer.domain.atlas import Atlas
from explorer.pages.events import default_event
from explorer.pages.outlook import compose_outlook
from explorer.pages.what_changed import (
    MOST_REASONS,
    ChangePart,
    compose_change,
    move_words,
    odds_text,
    shift_text,
)
from explorer.pages.what_if import weights_in_force
from explorer.workspace.document import WhatIf, Workspace, frozen

STATES = ("AZE", "KAZ", "UZB")
FALLEN = ("washington_profile", "great_power_balancing", "economic_modernisation")
"""With none of these, token accession no longer leads in Kazakhstan."""


def change(atlas: Atlas, what_if: WhatIf, iso3: str = "KAZ") -> ChangePart:
    outlook = compose_outlook(atlas, Workspace(what_if=what_if))
    return compose_change(atlas, outlook, iso3, STATES, default_event(atlas))


def figure(text: str) -> float:
    return float(text.replace("\u2212", "-"))


def test_with_nothing_changed_it_is_said_that_the_bars_are_the_judgement(atlas: Atlas) -> None:
    part = change(atlas, WhatIf())
    assert part.heading == "What changed for Kazakhstan"
    assert part.lines[0].startswith("Nothing yet: the bars are the judgement as it stands.")
    assert (part.reasons, part.total, part.others) == ((), None, "")


def test_a_change_tells_the_move_of_the_lead_and_of_the_event(atlas: Atlas) -> None:
    part = change(atlas, WhatIf(ratings=frozen({("KAZ", "public_opinion"): 0.5})))
    outlook = compose_outlook(
        atlas, Workspace(what_if=WhatIf(ratings=frozen({("KAZ", "public_opinion"): 0.5})))
    )
    event = default_event(atlas).event
    then, now = (f["KAZ"].probability(event) for f in (outlook.before, outlook.after))
    assert part.lines[0].startswith("Token accession still leads: ")
    assert part.lines[1] == f"At least token accession: {move_words(then, now)}."
    (reason,) = part.reasons
    assert (reason.label, reason.move, reason.bearing) == ("Public opinion", "1.9 → 0.5", "pull")
    assert part.total is None


def test_a_new_lead_is_told_with_the_old_one(atlas: Atlas) -> None:
    part = change(atlas, WhatIf(ratings=frozen({("KAZ", key): 0.0 for key in FALLEN})))
    assert part.lines[0].startswith("Low-stakes cooperation leads now: ")
    assert part.lines[1].startswith("Token accession led before: 69\u00a0→\u00a0")


def test_the_reasons_sum_to_the_shift(atlas: Atlas) -> None:
    ratings = frozen({("KAZ", "public_opinion"): 0.5, ("KAZ", "washington_profile"): 2.0})
    part = change(atlas, WhatIf(ratings=ratings))
    assert part.total is not None
    assert {reason.bearing for reason in part.reasons} == {"pull", "hold"}
    total = sum(figure(reason.shift) for reason in part.reasons)
    assert figure(part.total.shift) == pytest.approx(total, abs=0.011)


def test_of_many_reasons_the_smaller_ones_are_summed(atlas: Atlas) -> None:
    shares = weights_in_force(compose_outlook(atlas, Workspace()))
    part = change(atlas, WhatIf(weights=frozen(reweigh(shares, "washington_profile", 0.4))))
    assert len(part.reasons) == MOST_REASONS + 1
    assert part.reasons[-1].label.endswith(" other factors")
    assert any("weight 15.3 → 40.0 %" in reason.move for reason in part.reasons)


def test_under_a_bundled_scenario_its_own_part_is_told_apart(atlas: Atlas) -> None:
    alone = change(atlas, WhatIf("calm_south"))
    assert alone.reasons == ()
    assert alone.lines[-1] == (
        "The 4 raters judged the ladder anew under “Calm in the south”; nothing else is changed."
    )
    both = change(atlas, WhatIf("calm_south", frozen({("KAZ", "public_opinion"): 0.0})))
    assert both.lines[-1].startswith("Under “Calm in the south” alone the 4 raters put that at ")


def test_the_other_states_that_moved_are_told_too(atlas: Atlas) -> None:
    part = change(atlas, WhatIf(ratings=frozen({("UZB", "public_opinion"): 0.5})))
    assert part.lines == ("None of the present assumptions moves Kazakhstan.",)
    assert part.others.startswith("Uzbekistan: low-stakes cooperation 82\u00a0→\u00a0")
    assert "Azerbaijan" not in part.others


def test_a_move_says_the_words_of_both_ends() -> None:
    assert move_words(0.41, 0.52) == "41\u00a0→\u00a052\u00a0% (roughly even chance, was unlikely)"
    assert move_words(0.61, 0.7) == "61\u00a0→\u00a070\u00a0% (likely, as before)"
    assert move_words(0.61, 0.612) == "61\u00a0% (likely)"


def test_log_odds_and_odds_go_together() -> None:
    assert (shift_text(0.426), odds_text(0.426)) == ("+0.43", "× 1.53")
    assert (shift_text(-0.1), odds_text(-0.1)) == ("\u22120.10", "× 0.90")
    assert shift_text(0.001) == "0.00"


@given(then=st.floats(0, 1), now=st.floats(0, 1))
def test_a_move_names_one_word_exactly_when_both_ends_share_it(then: float, now: float) -> None:
    said = move_words(then, now)
    assert said.count("(") == 1
    assert ("was " in said) != ("as before" in said or "→" not in said)


def test_no_text_is_faulty(atlas: Atlas, faults_of_text: Callable[[object], list[str]]) -> None:
    for base in ("baseline", "calm_south", "storm_south"):
        for iso3 in atlas.subject.compared:
            ratings = frozen({(iso3, "public_opinion"): 0.5, (iso3, "iran_wedge"): 4.0})
            assert faults_of_text(change(atlas, WhatIf(base, ratings), iso3)) == []
