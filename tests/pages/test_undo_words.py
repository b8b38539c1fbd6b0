from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.atlas import Atlas
from explorer.domain.evidence import Evidence
from explorer.pages.shortening import shortened
from explorer.pages.undo_words import change_words
from explorer.workspace.assumptions import (
    choose_base,
    delete_scenario,
    open_scenario,
    rename_scenario,
    reset,
    save_scenario,
    set_rating,
    set_weights,
    update_scenario,
)
from explorer.workspace.document import (
    OwnEvidence,
    OwnForecast,
    OwnQuestion,
    OwnSource,
    Pooling,
    RaterJudgement,
    Remark,
    Resolution,
    UserNote,
    Workspace,
    frozen,
)
from explorer.workspace.forecasts import (
    put_forecast,
    put_question,
    resolve_question,
    withdraw_forecast,
)
from explorer.workspace.seals import seal_forecast

WHEN = datetime(2026, 11, 24, tzinfo=UTC)
EMPTY = Workspace()
SET = set_rating(EMPTY, "KAZ", "public_opinion", 2.5)
SAVED = save_scenario(SET, "Thaw", WHEN)


def test_a_step_that_changes_nothing_has_no_words(atlas: Atlas) -> None:
    assert change_words(atlas, SAVED, SAVED) == ""


def test_what_becomes_of_a_scenario_is_said_by_its_name(atlas: Atlas) -> None:
    own = SAVED.scenario
    other = set_rating(SAVED, "KAZ", "public_opinion", 1.0)
    assert change_words(atlas, SET, SAVED) == "scenario “Thaw” saved"
    assert change_words(atlas, SAVED, delete_scenario(SAVED, own)) == "scenario “Thaw” deleted"
    renamed = rename_scenario(SAVED, own, "Frost", "", WHEN)
    assert change_words(atlas, SAVED, renamed) == "scenario “Thaw” renamed “Frost”"
    noted = rename_scenario(SAVED, own, "Thaw", "If talks hold", WHEN)
    assert change_words(atlas, SAVED, noted) == "note of scenario “Thaw” changed"
    kept = update_scenario(other, own, WHEN)
    assert change_words(atlas, other, kept) == "changes saved to scenario “Thaw”"


def test_what_is_assumed_is_said_by_state_and_factor(atlas: Atlas) -> None:
    title = atlas.factor_by_id["public_opinion"].title
    assert change_words(atlas, EMPTY, SET) == f"Kazakhstan, {title} set to 2.5"
    assert change_words(atlas, SET, EMPTY) == f"Kazakhstan, {title} put back"
    more = set_rating(SET, "UZB", "public_opinion", 1.0)
    assert change_words(atlas, more, SET) == f"Uzbekistan, {title} put back"
    assert change_words(atlas, more, reset(more)) == "assumptions put aside"
    weights = {each.id: 1 / len(atlas.factors) for each in atlas.factors}
    weighed = set_weights(EMPTY, weights)
    assert change_words(atlas, EMPTY, weighed) == "weights changed"
    assert change_words(atlas, weighed, EMPTY) == "weights put back"


def test_a_scenario_that_is_opened_is_named(atlas: Atlas) -> None:
    scenario = atlas.scenarios[-1]
    opened = choose_base(SAVED, scenario.id)
    assert change_words(atlas, SAVED, opened) == f"scenario “{scenario.title}” opened"
    back = open_scenario(opened, SAVED.scenario)
    assert change_words(atlas, opened, back) == "scenario “Thaw” opened"


def test_all_else_that_a_user_does_has_words(atlas: Atlas) -> None:
    noted = replace(
        EMPTY, notes=frozen({"country:TJK": UserNote("country:TJK", "Look again", WHEN)})
    )
    assert change_words(atlas, EMPTY, noted) == "note on Tajikistan written"
    assert change_words(atlas, noted, EMPTY) == "note on Tajikistan deleted"
    pooled = replace(EMPTY, pooling=Pooling("geometric"))
    assert change_words(atlas, EMPTY, pooled) == "pooling by the product chosen"
    weighed = replace(EMPTY, pooling=Pooling("linear", frozen({"R1": 0.0})))
    assert change_words(atlas, EMPTY, weighed) == "what raters count for changed"
    beside = replace(EMPTY, judgements=frozen({"Ann": RaterJudgement("Ann")}))
    assert change_words(atlas, EMPTY, beside) == "judgement of Ann taken in"
    inside = replace(beside, judgements=frozen({"Ann": RaterJudgement("Ann", is_pooled=True)}))
    assert change_words(atlas, beside, inside) == "judgement of Ann counted in the pool"
    item = atlas.evidence[0].id
    rung = atlas.rungs[0].id
    marked = replace(EMPTY, marks=frozen({("TJK", item, rung): "II"}))
    assert change_words(atlas, EMPTY, marked) == f"mark of {item} for Tajikistan set"
    remarked = replace(EMPTY, remarks=frozen({item: Remark("doubt", "", WHEN)}))
    assert change_words(atlas, EMPTY, remarked) == f"remark on {item} written"
    mine = OwnEvidence(_item(atlas), OwnSource(), WHEN)
    added = replace(EMPTY, own_evidence=frozen({"U001": mine}))
    assert change_words(atlas, added, EMPTY) == "own evidence U001 deleted"


def _item(atlas: Atlas) -> Evidence:
    return replace(atlas.evidence[0], id="U001")


def test_of_several_changes_the_first_is_told_and_the_others_are_counted(atlas: Atlas) -> None:
    both = replace(SAVED, pooling=Pooling("geometric"))
    assert change_words(atlas, SET, both) == "scenario “Thaw” saved, and 1 more"


@given(st.text(max_size=120), st.integers(min_value=3, max_value=60))
def test_a_shortened_name_fits_and_keeps_both_ends(name: str, most: int) -> None:
    short = shortened(name, most)
    assert len(short) <= most
    if len(name) <= most:
        assert short == name
    else:
        head, tail = short.split("…", 1) if "…" not in name else ("", "")
        assert name.startswith(head)
        assert name.endswith(tail)


def test_long_names_that_differ_only_at_their_ends_are_told_apart() -> None:
    names = [f"{'A long thaw in the south ' * 4}{number}" for number in (1, 2)]
    assert shortened(names[0], 44) != shortened(names[1], 44)


def test_what_became_of_a_forecast_is_told(atlas: Atlas) -> None:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    made = put_forecast(Workspace(), OwnForecast("F001", "Q02", "", 0.2, now, ""))
    sealed = seal_forecast(made, "F001", now)
    gone = withdraw_forecast(sealed, "F001", now, "")
    asked = put_question(gone, OwnQuestion("P01", "Will it?", (), now.date(), "So", now))
    resolution = Resolution("P01", "yes", now.date(), ("E001",), "")
    resolved = resolve_question(asked, resolution)
    line = [Workspace(), made, sealed, gone, asked, resolved]
    assert [change_words(atlas, old, new) for old, new in pairwise(line)] == [
        "forecast F001 added",
        "forecast F001 sealed",
        "forecast F001 withdrawn",
        "question P01 asked",
        "question P01 resolved",
    ]
    assert change_words(atlas, sealed, made) == "forecast F001 unsealed"
    assert change_words(atlas, resolved, asked) == "question P01 reopened"
