from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.domain.evidence import Mark
from explorer.domain.outcomes import BASELINE_SCENARIO, JudgedLadder
from explorer.pages.agreement import (
    NOW,
    SIGNS,
    VERDICTS,
    AgreementPart,
    compose_agreement,
)
from explorer.pages.outlook import compose_outlook
from explorer.workspace.document import (
    OWN_RATER,
    OwnEvidence,
    Pooling,
    RaterJudgement,
    WhatIf,
    Workspace,
    frozen,
)


def part(atlas: Atlas, iso3: str, workspace: Workspace | None = None) -> AgreementPart:
    workspace = workspace or Workspace()
    return compose_agreement(atlas, compose_outlook(atlas, workspace), workspace, iso3)


def test_the_pooled_judgement_comes_first_and_leads(atlas: Atlas) -> None:
    found = part(atlas, "KAZ")
    assert (found.rows[0].method, found.rows[0].verdict) == ("Pooled judgement", "leads")
    assert [row.verdict for row in found.rows].count("leads") == 1


def test_each_method_is_named_plainly_and_each_rater_has_a_row(atlas: Atlas) -> None:
    assert [row.method for row in part(atlas, "AZE").rows] == [
        "Pooled judgement",
        "Geometric pool",
        *(f"Rater {who}" for who in ("R1", "R2", "R3", "R4")),
        *(f"Competing hypotheses, {count}" for count in ("plain", "weighted", "squared")),
        "Actors, weighted mean",
        "Actors, weighted median",
    ]


@pytest.mark.parametrize("iso3", ["AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK"])
def test_the_verdicts_follow_from_the_rungs_shown(
    atlas: Atlas, iso3: str, faults_of_text: Callable[[object], list[str]]
) -> None:
    found = part(atlas, iso3)
    lead = found.rows[0].rung
    for row in found.rows[1:]:
        assert row.verdict == ("agrees" if row.rung == lead else "differs")
    assert faults_of_text(found) == []


def test_where_all_agree_the_sentence_says_so(atlas: Atlas) -> None:
    assert part(atlas, "KAZ").sentence == "All 11 answers name token accession."


def test_a_disagreement_is_stated_with_who_names_what(atlas: Atlas) -> None:
    assert part(atlas, "AZE").sentence == (
        "Seven of 11 answers name strategic embrace; the plain and squared counts of the evidence "
        "name token accession; the weighted count of the evidence and the actors' mean name "
        "substantive accession. The answers lie up to two rungs apart."
    )


def test_each_answer_is_sure_in_its_own_measure(atlas: Atlas) -> None:
    sure = {row.method: row.sure for row in part(atlas, "AZE").rows}
    assert sure["Pooled judgement"] == "89\u00a0%, very likely"
    assert sure["Competing hypotheses, plain"] == "13\u00a0% less against it than the next"
    assert sure["Actors, weighted mean"] == "at 3.97, 0.03 rungs from it"


def test_agreement_is_said_to_be_no_independent_confirmation(atlas: Atlas) -> None:
    found = part(atlas, "KAZ")
    assert "share raters and evidence" in found.note
    assert "no independent confirmation" in found.note


def test_a_sign_never_stands_without_its_word(atlas: Atlas) -> None:
    found = part(atlas, "AZE")
    assert found.table.rows[0][3] == "● leads"
    assert len(set(SIGNS.values())) == len(set(VERDICTS.values())) == 4


def test_without_assumptions_nothing_is_said_of_worlds(atlas: Atlas) -> None:
    found = part(atlas, "KAZ")
    assert found.notice == ""
    assert "Of" not in found.table.columns
    assert {row.of for row in found.rows} == {NOW}


def test_under_a_scenario_each_row_says_what_it_is_of(atlas: Atlas) -> None:
    found = part(atlas, "KAZ", Workspace(what_if=WhatIf(base="calm_south")))
    assert "do not move with a scenario" in found.notice
    of = {row.method: row.of for row in found.rows}
    assert of["Pooled judgement"] == of["Rater R1"] == "“Calm in the south”"
    assert of["Competing hypotheses, plain"] == of["Actors, weighted mean"] == NOW
    assert found.table.columns[-1] == "Of"


def test_a_changed_rating_moves_the_forecast_and_leaves_the_rest(atlas: Atlas) -> None:
    changed = WhatIf(ratings=frozen({("KAZ", "iran_wedge"): 4.0}))
    plain = {row.method: row for row in part(atlas, "KAZ").rows}
    moved = part(atlas, "KAZ", Workspace(what_if=changed)).rows
    assert moved[0].method == "Forecast, moved from the pooled judgement"
    assert moved[0].sure != plain["Pooled judgement"].sure
    assert moved[1].sure == plain["Pooled judgement"].sure
    for row in moved[2:]:
        assert (row.rung, row.sure) == (plain[row.method].rung, plain[row.method].sure)


def test_the_pool_not_chosen_stands_beside_the_one_chosen(atlas: Atlas) -> None:
    rows = part(atlas, "KAZ", Workspace(pooling=Pooling("geometric"))).rows
    assert [row.method for row in rows[:2]] == ["Pooled judgement, geometric", "Linear pool"]


def own_ladder(*, is_pooled: bool) -> Workspace:
    ladder = JudgedLadder(
        OWN_RATER,
        datetime(2026, 11, 24, tzinfo=UTC).date(),
        "KAZ",
        BASELINE_SCENARIO,
        (0.0, 0.0, 0.0, 1.0, 0.0),
    )
    judgement = RaterJudgement(
        OWN_RATER, is_pooled, ladders=frozen({("KAZ", BASELINE_SCENARIO): ladder})
    )
    return Workspace(judgements=frozen({OWN_RATER: judgement}))


def test_a_judgement_kept_apart_has_a_row_of_its_own(atlas: Atlas) -> None:
    found = part(atlas, "KAZ", own_ladder(is_pooled=False))
    row = next(row for row in found.rows if row.method == "Your own ladder, kept apart")
    assert (row.rung, row.verdict) == ("Substantive accession", "differs")
    assert "11 of 12 answers name token accession; your own ladder names" in found.sentence
    assert found.rows[0].sure == part(atlas, "KAZ").rows[0].sure


def test_on_paper_nothing_is_called_the_readers_own(atlas: Atlas) -> None:
    item = next(item.id for item in atlas.evidence if "KAZ" in item.countries)
    marks: Mapping[tuple[str, str, str], Mark] = frozen({("KAZ", item, atlas.rungs[2].id): "II"})
    workspace = replace(own_ladder(is_pooled=True), marks=marks)
    outlook = compose_outlook(atlas, workspace)
    found = compose_agreement(atlas, outlook, workspace, "KAZ", "the ladder of the author")
    assert "The ladder of the author" in [row.method for row in found.rows]
    assert "and the ladder of the author name" in found.sentence
    assert "1 mark of the user's own" in found.note
    assert "your" not in repr(found).lower()


def test_a_judgement_pooled_in_is_a_rater_like_the_others(atlas: Atlas) -> None:
    found = part(atlas, "KAZ", own_ladder(is_pooled=True))
    assert "Your own ladder" in [row.method for row in found.rows]
    assert found.rows[0].sure != part(atlas, "KAZ").rows[0].sure


def test_raters_who_rule_out_every_rung_between_them_leave_the_geometric_pool_without_an_answer(
    atlas: Atlas,
) -> None:
    sure = {"R1": (1.0, 0.0, 0.0, 0.0, 0.0)}
    others = (0.0, 0.0, 0.0, 0.0, 1.0)
    ladders = tuple(
        replace(each, probabilities=sure.get(each.rater, others))
        if (each.iso3, each.scenario) == ("KAZ", BASELINE_SCENARIO)
        else each
        for each in atlas.ladders
    )
    row = part(replace(atlas, ladders=ladders), "KAZ").rows[1]
    assert (row.method, row.rung, row.verdict) == ("Geometric pool", "no value found", "none")
    assert row.sure == "between them the raters rule out every rung"


def test_marks_of_ones_own_count_and_are_told_of(atlas: Atlas) -> None:
    items = [item.id for item in atlas.evidence if "KAZ" in item.countries]
    against: Mark = "II"
    marks: Mapping[tuple[str, str, str], Mark] = frozen(
        {("KAZ", item, atlas.rungs[2].id): against for item in items}
    )
    found = part(atlas, "KAZ", Workspace(marks=marks))
    assert f"hold {len(items)} marks of your own" in found.note
    plain = next(row for row in found.rows if row.method == "Competing hypotheses, plain")
    assert plain.verdict == "differs"


def test_items_of_ones_own_count_and_are_told_of(atlas: Atlas, own_item: OwnEvidence) -> None:
    total = 1 + sum("KAZ" in each.countries for each in atlas.evidence)
    mine = frozen({"U001": own_item})
    found = part(atlas, "KAZ", Workspace(own_evidence=mine))
    assert f"1 of the {total} items that the counts of evidence hold is your own." in found.note
    earlier = part(known_on(atlas, date(2025, 11, 5)), "KAZ", Workspace(own_evidence=mine))
    assert "your own" not in earlier.note
    many = frozen({f"U{n:03d}": stronger(own_item, f"U{n:03d}") for n in range(1, 100)})
    swayed = part(atlas, "KAZ", Workspace(own_evidence=many))
    plain = {row.method: row.rung for row in part(atlas, "KAZ").rows}
    assert any(
        row.rung != plain[row.method] for row in swayed.rows if row.method.startswith("Competing")
    )


def stronger(own: OwnEvidence, key: str) -> OwnEvidence:
    return replace(own, item=replace(own.item, id=key, strength=3))


def test_a_count_with_all_rungs_level_has_no_answer_and_is_counted_in_none(atlas: Atlas) -> None:
    neutral: Mark = "N"
    marks: Mapping[tuple[str, str, str], Mark] = frozen(
        {
            ("KAZ", item.id, rung.id): neutral
            for item in atlas.evidence
            if "KAZ" in item.countries
            for rung in atlas.rungs
        }
    )
    found = part(atlas, "KAZ", Workspace(marks=marks))
    counts = [row for row in found.rows if row.method.startswith("Competing")]
    assert [(row.rung, row.verdict) for row in counts] == [("no rung leads", "none")] * 3
    assert found.sentence == "All eight answers name token accession."


def test_what_nobody_described_is_no_answer(atlas: Atlas) -> None:
    bare = replace(atlas, actors=(), evidence=())
    rows = {row.method: row for row in part(bare, "KAZ").rows}
    assert rows["Actors"].verdict == "none"
    assert rows["Competing hypotheses, plain"].verdict == "none"


def test_a_state_that_nobody_judged_has_a_sentence_and_no_rows(atlas: Atlas) -> None:
    ladders = tuple(each for each in atlas.ladders if each.iso3 != "KAZ")
    found = part(replace(atlas, ladders=ladders), "KAZ")
    assert found.rows == ()
    assert found.sentence == "Nobody has judged the outcomes of Kazakhstan."
