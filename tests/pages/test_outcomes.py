from collections.abc import Callable
from dataclasses import replace

import pytest

from explorer.analysis.intervals import Interval, Uncertainty
from explorer.analysis.likelihood import likelihood_word, percent_text, whole_percent
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import JudgedLadder
from explorer.pages.numbers import share_figure
from explorer.pages.outcomes import (
    DRAWING,
    OutcomesPage,
    compose_outcomes_page,
    compose_rater_ladders,
    moved_text,
)
from explorer.pages.outlook import Intervals, compose_outlook
from explorer.pages.tables import NO_VALUE
from explorer.workspace.document import (
    OWN_RATER,
    Pooling,
    RaterJudgement,
    WhatIf,
    Workspace,
    frozen,
)

ALL = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")
MINUS = "\u2212"


def page_of(
    atlas: Atlas,
    workspace: Workspace | None = None,
    states: tuple[str, ...] = ALL,
    intervals: Intervals | None = None,
) -> OutcomesPage:
    workspace = workspace or Workspace()
    outlook = compose_outlook(atlas, workspace)
    return compose_outcomes_page(atlas, workspace, outlook, intervals, states)


def own(iso3: str, atlas: Atlas, *, is_pooled: bool) -> RaterJudgement:
    ladder = JudgedLadder(
        OWN_RATER, atlas.subject.as_of, iso3, "baseline", (0.1, 0.2, 0.3, 0.25, 0.15), "A hunch"
    )
    return RaterJudgement(OWN_RATER, is_pooled, ladders={(iso3, "baseline"): ladder})


@pytest.fixture(scope="module")
def page(atlas: Atlas) -> OutcomesPage:
    return page_of(atlas)


def test_the_title_names_the_horizon_and_the_standing_the_day(page: OutcomesPage) -> None:
    assert page.title == "Likely outcomes by the end of 2030"
    assert page.standing == "The judgement as it stands, of 23 Nov 2026."
    assert page.is_plain


def test_the_making_names_the_raters_and_the_caution_their_evidence(page: OutcomesPage) -> None:
    assert "mean of 4 raters" in page.method
    assert "same evidence" in page.caution
    assert "understate doubt" in page.caution


def test_each_state_shown_has_its_likeliest_rung_in_words_that_fit_the_figure(
    atlas: Atlas, page: OutcomesPage
) -> None:
    outlook = compose_outlook(atlas, Workspace())
    assert [line.iso3 for line in page.lines] == list(ALL)
    for line in page.lines:
        shares = outlook.after[line.iso3].shares
        top = max(shares)
        assert line.leading == atlas.rungs[shares.index(top)].title
        assert (line.percent, line.word) == (percent_text(top), likelihood_word(top))


def test_only_the_states_in_view_are_spoken_of(atlas: Atlas) -> None:
    page = page_of(atlas, states=("AZE", "UZB"))
    assert [name for _, name in page.states] == ["Azerbaijan", "Uzbekistan"]
    assert [row.iso3 for row in page.ladders.rows] == ["AZE", "UZB"]
    assert all([row.iso3 for row in chart.rows] == ["AZE", "UZB"] for _, chart in page.estimates)
    assert page.moves is not None
    assert len(page.moves.table.rows) == 2


def test_a_state_that_nobody_judged_is_named_and_not_drawn(atlas: Atlas) -> None:
    bare = replace(atlas, ladders=tuple(each for each in atlas.ladders if each.iso3 != "KGZ"))
    page = page_of(bare)
    assert page.missing == "Nobody has judged the outcomes of Kyrgyzstan."
    assert "KGZ" not in {iso3 for iso3, _ in page.states}


def test_an_interval_that_is_being_drawn_says_so_and_then_gives_its_bounds(atlas: Atlas) -> None:
    before = page_of(atlas)
    assert {line.interval for line in before.lines} == {DRAWING}
    span = Interval(0.61, 0.68, 0.73, 0.68)
    whole = Interval(1.0, 1.0, 1.0, 1.0)
    drawn = Uncertainty("KAZ", (span,) * 5, (whole, *(span,) * 4), (0.2,) * 5, 10, 1)
    after = page_of(atlas, intervals={"KAZ": drawn})
    found = {line.iso3: line.interval for line in after.lines}
    assert found["KAZ"] == "61 to 73\u00a0%"
    assert found["AZE"] == DRAWING


def test_the_move_since_the_judgement_before_is_the_difference_of_the_figures_shown(
    page: OutcomesPage,
) -> None:
    kazakhstan = next(line for line in page.lines if line.iso3 == "KAZ")
    assert page.then_title == "Since 31 Oct 2025"
    assert kazakhstan.then == "24\u00a0% (+45)"
    assert page.moves is not None
    assert page.moves.table.rows[1] == (
        "Kazakhstan",
        "3 → <1",
        "65 → 10",
        "24 → 69",
        "7 → 19",
        "1 → 1",
    )
    assert "hindsight" in page.moves.note


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (0.244, 0.691, "24\u00a0% (+45)"),
        (0.30, 0.255, f"30\u00a0% ({MINUS}4)"),
        (0.121, 0.119, "12\u00a0% (level)"),
        (0.001, 0.004, "<1\u00a0% (level)"),
    ],
)
def test_points_are_those_between_the_figures_shown(before: float, now: float, said: str) -> None:
    assert moved_text(before, now) == said
    assert whole_percent(now) - whole_percent(before) == int(
        "0" if "level" in said else said.split("(")[1].rstrip(")").replace(MINUS, "-")
    )


def test_without_an_earlier_judgement_nothing_is_said_of_a_move(atlas: Atlas) -> None:
    newest = replace(
        atlas,
        ratings=tuple(each for each in atlas.ratings if each.as_of == atlas.subject.as_of),
        ladders=tuple(each for each in atlas.ladders if each.as_of == atlas.subject.as_of),
    )
    page = page_of(newest)
    assert page.moves is None
    assert page.then_title == ""
    assert {line.then for line in page.lines} == {NO_VALUE}


def test_a_scenario_is_named_and_set_against_the_judgement(atlas: Atlas) -> None:
    page = page_of(atlas, replace(Workspace(), what_if=WhatIf(base="storm_south")))
    title = next(each.title for each in atlas.scenarios if each.id == "storm_south")
    plain = compose_outlook(atlas, Workspace())
    assert not page.is_plain
    assert title in page.standing
    assert page.then_title == "As judged"
    for line in page.lines:
        place = [rung.title for rung in atlas.rungs].index(line.leading)
        judged = percent_text(plain.before[line.iso3].shares[place])
        assert line.then.startswith(f"{judged} (")


def test_changed_ratings_are_said_to_move_the_figures_and_the_judgement_before_stays(
    atlas: Atlas,
) -> None:
    changed = WhatIf(ratings={("KAZ", "public_opinion"): 4.0})
    page = page_of(atlas, replace(Workspace(), what_if=changed))
    assert "log-odds" in page.method
    plain = page_of(atlas)
    assert page.moves is not None
    assert plain.moves is not None
    assert page.moves.table == plain.moves.table


def test_a_rater_more_is_told_where_the_judgement_before_lacks_it(atlas: Atlas) -> None:
    workspace = replace(Workspace(), judgements={OWN_RATER: own("KAZ", atlas, is_pooled=True)})
    page = page_of(atlas, workspace)
    assert page.moves is not None
    assert "Kazakhstan was judged by 4 raters then and by 5 raters now" in page.moves.note
    plain = page_of(atlas)
    assert plain.moves is not None
    assert page.moves.table == plain.moves.table
    [line] = [line for line in page.lines if line.iso3 == "KAZ"]
    assert line.percent != next(one.percent for one in plain.lines if one.iso3 == "KAZ")
    assert line.then.endswith(", 4 raters")


def test_the_move_is_pooled_by_what_the_raters_count_for_now(atlas: Atlas) -> None:
    alone = dict.fromkeys(atlas.raters, 0.0) | {"R1": 1.0}
    page = page_of(atlas, Workspace(pooling=Pooling(rater_weights=frozen(alone))))
    assert page.moves is not None
    then, now = (
        next(each for each in atlas.ladders_of("KAZ", "baseline", day) if each.rater == "R1")
        for day in atlas.judgement_dates
    )
    steps = zip(then.probabilities, now.probabilities, strict=True)
    wanted = tuple(f"{share_figure(old)} → {share_figure(new)}" for old, new in steps)
    assert page.moves.table.rows[1] == ("Kazakhstan", *wanted)


def test_each_rater_has_a_ladder_beside_the_pooled_one(atlas: Atlas) -> None:
    part = compose_rater_ladders(atlas, Workspace(), "KAZ")
    assert part is not None
    judged = atlas.ladders_of("KAZ", "baseline", atlas.subject.as_of)
    assert [row.label for row in part.chart.rows] == [
        *(each.rater for each in judged),
        "Mean of 4 raters",
    ]
    for row, each in zip(part.chart.rows, judged, strict=False):
        assert row.shares == pytest.approx(each.probabilities)


def test_an_own_ladder_kept_apart_stands_with_its_reason_and_moves_no_figure(
    atlas: Atlas,
) -> None:
    workspace = replace(Workspace(), judgements={OWN_RATER: own("KAZ", atlas, is_pooled=False)})
    part = compose_rater_ladders(atlas, workspace, "KAZ")
    assert part is not None
    assert any(OWN_RATER in row.label for row in part.chart.rows)
    assert any("A hunch" in each.words for each in part.reasons)
    assert page_of(atlas, workspace).lines == page_of(atlas).lines


def test_nobody_judged_means_no_ladders_of_raters(atlas: Atlas) -> None:
    bare = replace(atlas, ladders=tuple(each for each in atlas.ladders if each.iso3 != "KGZ"))
    assert compose_rater_ladders(bare, Workspace(), "KGZ") is None


def test_rungs_and_notes_come_from_the_pack(atlas: Atlas, page: OutcomesPage) -> None:
    assert [fact.value for fact in page.rungs] == [rung.definition for rung in atlas.rungs]
    assert [note.heading for note in page.notes] == [
        "The outcome ladder",
        "Reference cases",
        "What the seed article expected, and what has happened since",
        "How the judgements work",
    ]


def test_no_text_has_gaps_or_code_in_it(
    atlas: Atlas, faults_of_text: Callable[[object], list[str]]
) -> None:
    for workspace in (
        Workspace(),
        replace(Workspace(), what_if=WhatIf(base="calm_south")),
        replace(Workspace(), what_if=WhatIf(ratings={("KAZ", "public_opinion"): 4.0})),
    ):
        page = page_of(atlas, workspace)
        assert faults_of_text(replace(page, notes=())) == []
        assert faults_of_text(compose_rater_ladders(atlas, workspace, "UZB")) == []
