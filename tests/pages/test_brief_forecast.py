from collections.abc import Callable
from datetime import date
from itertools import permutations

import pytest

from explorer.analysis.forecast import Setting, forecast
from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.domain.outcomes import BASELINE_SCENARIO, JudgedLadder
from explorer.pages.brief import Brief, BriefOptions, compose_brief
from explorer.pages.brief_forecast import AUTHOR, SWINGS, forecast_part
from explorer.pages.numbers import share_figure
from explorer.pages.outlook import all_intervals, compose_outlook
from explorer.workspace.document import (
    OWN_RATER,
    OwnEvidence,
    RaterJudgement,
    WhatIf,
    Workspace,
    frozen,
)

PAIR = ("AZE", "KAZ")
MOVED = Workspace(what_if=WhatIf("calm_south", frozen({("KAZ", "public_opinion"): 0.5})))


@pytest.fixture
def compose(atlas: Atlas, observations: Observations) -> Callable[[Workspace], Brief]:
    return lambda workspace: compose_brief(atlas, observations, workspace, *PAIR, BriefOptions())


@pytest.mark.parametrize("pair", [*permutations(("AZE", "KAZ", "TKM", "TJK"), 2)])
def test_each_state_has_its_longest_swings_and_what_would_change_it(
    atlas: Atlas, pair: tuple[str, str], faults_of_text: Callable[[object], list[str]]
) -> None:
    found = forecast_part(atlas, compose_outlook(atlas, Workspace()), Workspace(), pair)
    assert [each.name for each in found.moves] == [atlas.country_by_iso3[x].name for x in pair]
    for each in found.moves:
        lengths = [abs(swing.high - swing.low) for swing in each.chart.swings]
        assert len(lengths) == SWINGS
        assert lengths == sorted(lengths, reverse=True)
        assert all(text.endswith(".") for text in each.levers)
    assert faults_of_text(found.methods) == []
    assert faults_of_text(found.moves) == []


def test_the_method_that_leads_comes_first_and_agrees_with_itself(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, Workspace())
    rows = forecast_part(atlas, outlook, Workspace(), PAIR).methods
    for iso3, answer in zip(PAIR, rows[0].answers, strict=True):
        assert answer is not None
        assert answer.agrees
        assert answer.rung == atlas.rungs[outlook.after[iso3].leading].title
    assert rows[1].method == "Each rater alone"
    assert len({row.method for row in rows}) == len(rows)


def test_with_one_state_moved_each_method_still_answers_for_both(atlas: Atlas) -> None:
    workspace = Workspace(what_if=WhatIf(ratings=frozen({("KAZ", "washington_profile"): 0.0})))
    outlook = compose_outlook(atlas, workspace)
    rows = forecast_part(atlas, outlook, workspace, PAIR).methods
    assert rows[0].method == "Forecast"
    assert [row.method for row in rows if None in row.answers] == []
    pool = next(row for row in rows if row.method == "Linear pool")
    assert pool.answers[0] == rows[0].answers[0]
    assert pool.answers[1] != rows[0].answers[1]


def test_the_authors_own_marks_in_the_counts_of_evidence_are_said(atlas: Atlas) -> None:
    item = next(each.id for each in atlas.evidence if "KAZ" in each.countries)
    workspace = Workspace(marks=frozen({("KAZ", item, atlas.rungs[0].id): "II"}))
    outlook = compose_outlook(atlas, workspace)
    note = forecast_part(atlas, outlook, workspace, PAIR).methods_note
    assert "on Kazakhstan hold 1 mark of the author." in note
    assert "Azerbaijan hold" not in note


def test_the_authors_own_items_in_the_counts_of_evidence_are_said(
    atlas: Atlas, own_item: OwnEvidence
) -> None:
    workspace = Workspace(own_evidence=frozen({"U001": own_item}))
    outlook = compose_outlook(atlas, workspace)
    note = forecast_part(atlas, outlook, workspace, PAIR).methods_note
    total = 1 + sum("KAZ" in each.countries for each in atlas.evidence)
    assert f"on Kazakhstan hold 1 item of the author among {total}." in note
    assert "Azerbaijan hold" not in note


def test_an_answer_other_than_the_lead_is_marked(atlas: Atlas) -> None:
    rows = forecast_part(atlas, compose_outlook(atlas, Workspace()), Workspace(), PAIR).methods
    lead = rows[0].answers[0]
    assert lead is not None
    for row in rows[1:]:
        answer = row.answers[0]
        assert answer is not None
        assert answer.agrees == (lead.rung in answer.rung)


def test_a_brief_under_a_scenario_says_so_and_shows_both_ladders(
    atlas: Atlas, compose: Callable[[Workspace], Brief]
) -> None:
    brief, plain = compose(MOVED), compose(Workspace())
    assert "“Calm in the south, changed”" in brief.cover.scenario
    assert any("→ 0.5" in line for line in brief.cover.assumptions)
    assert (plain.cover.scenario, plain.cover.assumptions) == ("", ())
    outlook = compose_outlook(atlas, MOVED)
    basis = outlook.ground.bases["KAZ"]
    expected = forecast(basis, outlook.ground.fit.beta, Setting({"public_opinion": 0.5}))
    bar = brief.outcomes[1]
    assert bar.shares == expected.shares
    assert bar.before == plain.outcomes[1].shares
    assert plain.outcomes[1].before == ()


def test_the_whiskers_are_the_intervals_that_the_window_draws(
    atlas: Atlas, compose: Callable[[Workspace], Brief]
) -> None:
    intervals = all_intervals(compose_outlook(atlas, Workspace()))
    bar = compose(Workspace()).outcomes[1]
    drawn = intervals["KAZ"].at_least
    for whisker in bar.whiskers:
        interval = drawn[whisker.place]
        assert (whisker.low, whisker.high) == (1.0 - interval.high, 1.0 - interval.low)
    lead = bar.shares.index(max(bar.shares))
    assert {lead, lead + 1} <= {whisker.place for whisker in bar.whiskers}
    leading = intervals["KAZ"].rungs[bar.shares.index(max(bar.shares))]
    assert share_figure(leading.low) in bar.interval
    assert share_figure(leading.high) in bar.interval


def test_the_users_own_ladder_is_the_authors_to_who_reads_the_brief(atlas: Atlas) -> None:
    day = date(2026, 11, 24)
    ladder = JudgedLadder(OWN_RATER, day, "KAZ", BASELINE_SCENARIO, (0.0, 0.0, 0.0, 0.0, 1.0))
    own = RaterJudgement(
        OWN_RATER, is_pooled=True, ladders=frozen({("KAZ", BASELINE_SCENARIO): ladder})
    )
    workspace = Workspace(judgements=frozen({OWN_RATER: own}))
    rows = forecast_part(atlas, compose_outlook(atlas, workspace), workspace, PAIR).methods
    raters = next(row for row in rows if row.method == "Each rater alone").answers[1]
    assert raters is not None
    assert raters.agrees
    assert raters.sure == f"R1, R2, R3, R4; \u2260 Strategic embrace: {AUTHOR}"
    note = forecast_part(atlas, compose_outlook(atlas, workspace), workspace, PAIR).methods_note
    assert "your" not in note.casefold()


def test_a_brief_made_now_differs_by_nothing_from_one_with_intervals_at_hand(
    atlas: Atlas, observations: Observations, compose: Callable[[Workspace], Brief]
) -> None:
    drawn = all_intervals(compose_outlook(atlas, MOVED))
    quick = compose_brief(atlas, observations, MOVED, *PAIR, BriefOptions(), drawn)
    assert quick == compose(MOVED)
