from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest

from explorer.analysis.likelihood import whole_percent
from explorer.analysis.uncertainty import draw_intervals
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO, JudgedLadder
from explorer.pages.compare import OutcomeCell
from explorer.pages.compare_outcomes import compose_outcomes, scenario_banner
from explorer.pages.compare_page import compose_compare, with_intervals
from explorer.pages.outlook import Intervals, Outlook, compose_outlook
from explorer.pages.view import View
from explorer.pages.words import EN_DASH
from explorer.workspace.document import Pooling, RaterJudgement, WhatIf, Workspace, frozen

FIVE = ("KAZ", "UZB", "TKM", "KGZ", "TJK")
VIEW = View("AZE", FIVE)
CALM = Workspace(
    what_if=WhatIf("calm_south", frozen({("KAZ", "iran_wedge"): 0.5, ("UZB", "iran_wedge"): 3.0}))
)


def drawn(outlook: Outlook) -> Intervals:
    ground = outlook.ground
    found = draw_intervals(tuple(ground.bases.values()), ground.fit, outlook.settings, 2000)
    return {each.iso3: each for each in found}


@pytest.fixture(scope="module")
def plain(atlas: Atlas) -> Outlook:
    return compose_outlook(atlas, Workspace())


@pytest.fixture(scope="module")
def calm(atlas: Atlas) -> Outlook:
    return compose_outlook(atlas, CALM)


def cell_of(
    atlas: Atlas, outlook: Outlook | None, iso3: str, intervals: Intervals | None = None
) -> OutcomeCell:
    row = compose_outcomes(atlas, Workspace(), VIEW, outlook, intervals)
    return next(cell for cell in row.cells if cell.iso3 == iso3)


def test_a_plain_outlook_says_what_is_said_without_one(atlas: Atlas, plain: Outlook) -> None:
    assert compose_compare(atlas, Workspace(), VIEW, plain) == compose_compare(
        atlas, Workspace(), VIEW
    )


def test_the_interval_is_of_the_leading_rung_and_holds_its_likelihood(
    atlas: Atlas, plain: Outlook
) -> None:
    intervals = drawn(plain)
    for cell in compose_outcomes(atlas, Workspace(), VIEW, plain, intervals).cells:
        found = intervals[cell.iso3].rungs[cell.place]
        low, high = whole_percent(found.low), whole_percent(found.high)
        assert cell.interval == f"{low} to {high}\u00a0%"
        assert low <= whole_percent(cell.shares[cell.place]) <= high
        assert f"interval of that {low} to {high} %." in cell.description


def test_each_inner_edge_has_the_interval_of_what_lies_above_it(
    atlas: Atlas, plain: Outlook
) -> None:
    intervals = drawn(plain)
    cell = cell_of(atlas, plain, "KAZ", intervals)
    above = [sum(cell.shares[place:]) for place in range(1, len(cell.shares))]
    assert len(cell.bounds) == len(above)
    assert all(low <= share <= high for (low, high), share in zip(cell.bounds, above, strict=True))


def test_while_the_intervals_are_drawn_nothing_is_said_of_them(
    atlas: Atlas, plain: Outlook
) -> None:
    cell = cell_of(atlas, plain, "KAZ")
    assert (cell.bounds, cell.interval, cell.intervals) == ((), "", ())
    assert "interval" not in cell.description


def test_the_move_is_that_of_the_leading_rung_with_its_date_and_caution(
    atlas: Atlas, plain: Outlook
) -> None:
    cell = cell_of(atlas, plain, "KAZ")
    assert cell.leading == "Token accession"
    assert cell.move == "since 31 Oct 2025: 24 → 69\u00a0%"
    assert cell.was == "was 24\u00a0%"
    assert "Token accession since 31 Oct 2025: 24 → 69" in cell.description
    assert "hindsight" in cell.description
    assert "hindsight" in compose_outcomes(atlas, Workspace(), VIEW, plain).subtitle


def test_a_likelihood_that_shows_the_same_is_level(atlas: Atlas) -> None:
    day = atlas.subject.as_of
    now = {
        (each.iso3, each.scenario, each.rater): each for each in atlas.ladders if each.as_of == day
    }
    ladders = tuple(
        replace(each, probabilities=now[each.iso3, each.scenario, each.rater].probabilities)
        if (each.iso3, each.scenario, each.rater) in now
        else each
        for each in atlas.ladders
    )
    cell = cell_of(replace(atlas, ladders=ladders), None, "KAZ")
    assert cell.move == "level since 31 Oct 2025"
    assert cell.was == "was 69\u00a0%"


def test_without_an_earlier_judgement_nothing_is_said_of_a_move(atlas: Atlas) -> None:
    ladders = tuple(each for each in atlas.ladders if each.as_of == atlas.subject.as_of)
    ratings = tuple(each for each in atlas.ratings if each.as_of == atlas.subject.as_of)
    row = compose_outcomes(replace(atlas, ladders=ladders, ratings=ratings), Workspace(), VIEW)
    assert {(cell.move, cell.was) for cell in row.cells} == {("", "")}
    assert "earlier" not in row.subtitle


def test_under_a_scenario_the_move_gives_way_to_the_judgement(
    atlas: Atlas, plain: Outlook, calm: Outlook
) -> None:
    cell, judged = cell_of(atlas, calm, "KAZ"), cell_of(atlas, plain, "KAZ")
    assert cell.shares != judged.shares
    assert cell.before == judged.shares
    assert (cell.move, cell.was) == ("", "")
    assert cell.judged == "judged 69\u00a0%"
    assert "Under the scenario Calm in the south, changed; judged 69" in cell.description
    assert judged.before == ()


def test_the_banner_names_the_scenario_and_counts_its_changes(
    atlas: Atlas, plain: Outlook, calm: Outlook
) -> None:
    assert scenario_banner(calm) == (
        "What if: Calm in the south, changed · 2 changes · outcomes follow it, ratings and texts "
        "are the judgement as it stands"
    )
    bare = compose_outlook(atlas, Workspace(what_if=WhatIf("calm_south")))
    assert scenario_banner(bare).startswith("What if: Calm in the south · outcomes follow it")
    assert scenario_banner(plain) == scenario_banner(None) == ""


def test_the_thin_bar_is_explained_only_where_there_is_one(
    atlas: Atlas, plain: Outlook, calm: Outlook
) -> None:
    marks = {
        len(outlook.what_if.ratings): [
            line.mark for line in compose_outcomes(atlas, Workspace(), VIEW, outlook).key
        ]
        for outlook in (plain, calm)
    }
    assert marks == {0: ["whisker"], 2: ["whisker", "before"]}


def test_the_asides_are_interval_then_move_and_shorter_where_room_is_short(
    atlas: Atlas, plain: Outlook
) -> None:
    cell = cell_of(atlas, plain, "KAZ", drawn(plain))
    full, short = cell.asides
    assert full == f"{cell.interval} · {cell.move}"
    dashed = cell.interval.replace(" to ", EN_DASH)
    assert short == f"{dashed} · was 24\u00a0%"


def test_a_rater_who_is_pooled_in_is_counted_and_moves_the_ladder(
    atlas: Atlas, plain: Outlook
) -> None:
    rows = (0.0, 0.0, 0.0, 1.0, 0.0)
    ladder = JudgedLadder("You", atlas.subject.as_of, "KAZ", BASELINE_SCENARIO, rows)
    own = RaterJudgement(
        "You", is_pooled=True, ladders=MappingProxyType({("KAZ", BASELINE_SCENARIO): ladder})
    )
    outlook = compose_outlook(atlas, Workspace(judgements=frozen({"You": own})))
    row = compose_outcomes(atlas, Workspace(), View("AZE", ("KAZ",)), outlook)
    assert row.subtitle.startswith("mean of 4 or 5 raters")
    cell = row.cells[1]
    assert cell.shares[3] > cell_of(atlas, plain, "KAZ").shares[3]
    before = cell_of(atlas, plain, "KAZ")
    alike = " by the same 4 raters; 4 raters then, 5 now"
    assert cell.move == f"{before.move}{alike}"
    assert cell.was == "4 raters: 24 → 69\u00a0%"


def test_the_way_of_pooling_is_named(atlas: Atlas) -> None:
    for pooling, words in (
        (Pooling("geometric"), "geometric pool of 4 raters"),
        (Pooling("linear", frozen({"R1": 2.0})), "weighted mean of 4 raters"),
    ):
        outlook = compose_outlook(atlas, Workspace(pooling=pooling))
        row = compose_outcomes(atlas, Workspace(), VIEW, outlook)
        assert row.subtitle.startswith(words)


def test_intervals_change_the_outcomes_of_a_page_and_nothing_else(
    atlas: Atlas, plain: Outlook
) -> None:
    bare = compose_compare(atlas, Workspace(), VIEW, plain)
    intervals = drawn(plain)
    whole = with_intervals(bare, atlas, Workspace(), VIEW, plain, intervals)
    assert whole == compose_compare(atlas, Workspace(), VIEW, plain, intervals)
    assert whole.sections is bare.sections


def test_no_text_of_the_outcomes_is_faulty(
    atlas: Atlas, calm: Outlook, faults_of_text: Callable[[object], list[str]]
) -> None:
    for outlook in (None, calm):
        intervals = drawn(outlook) if outlook else None
        page = compose_compare(atlas, Workspace(), VIEW, outlook, intervals)
        assert faults_of_text(page) == []
