from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.forecast import Setting, forecast
from explorer.domain.atlas import Atlas
from explorer.pages.charts import Swing, TornadoChart
from explorer.pages.events import EventChoice, default_event, event_choices
from explorer.pages.outlook import Outlook, compose_outlook
from explorer.pages.swings import (
    Reach,
    axis_text,
    compose_swings,
    drawn_bars,
    points_figure,
    points_text,
)
from explorer.workspace.document import WhatIf, Workspace, frozen

Faults = Callable[[object], list[str]]


@pytest.fixture(scope="module")
def outlook(atlas: Atlas) -> Outlook:
    return compose_outlook(atlas, Workspace())


@pytest.fixture(scope="module")
def token(atlas: Atlas) -> EventChoice:
    return default_event(atlas)


def swing(low: float, high: float) -> Swing:
    return Swing("Public opinion", low, high, "1.0", "2.0", high > low, "3.0", "")


def test_title_source_and_caveat_say_what_the_chart_is_and_is_not(
    atlas: Atlas, outlook: Outlook, token: EventChoice, faults_of_text: Faults
) -> None:
    chart = compose_swings(atlas, outlook, "KAZ", token)
    caption = chart.caption
    assert caption.title == "What moves Kazakhstan most · at least token accession"
    assert caption.source == (
        f"Source: ratings of 4 raters, judged 23 Nov 2026; beta fitted "
        f"({outlook.ground.fit.beta:.1f})"
    )
    assert "says nothing of what factors do together" in caption.caveat
    assert "same evidence" in caption.caveat
    assert "over its range" in caption.unit
    assert "89" in caption.description
    assert chart.swings[0].label in caption.description
    assert not faults_of_text(chart)


@pytest.mark.parametrize("reach", ["range", "point"])
def test_the_longest_swing_comes_first_in_chart_and_table(
    atlas: Atlas, outlook: Outlook, token: EventChoice, reach: Reach
) -> None:
    for iso3 in outlook.after:
        chart = compose_swings(atlas, outlook, iso3, token, reach)
        lengths = [abs(each.high - each.low) for each in chart.swings]
        assert lengths == sorted(lengths, reverse=True)
        assert len(lengths) == len(atlas.factors)
        assert [row[0] for row in chart.caption.table.rows] == [x.label for x in chart.swings]


def test_the_ends_are_what_forecasting_with_those_ratings_gives(
    atlas: Atlas, outlook: Outlook, token: EventChoice
) -> None:
    basis, beta = outlook.after["UZB"].basis, outlook.ground.fit.beta
    by_title = {factor.title: factor.id for factor in atlas.factors}
    for reach in ("range", "point"):
        for each in compose_swings(atlas, outlook, "UZB", token, reach).swings:
            standing = next(x for x in basis.standings if x.factor == by_title[each.label])
            ends = (standing.low, standing.high)
            if reach == "point":
                ends = (max(standing.mode - 1, 0.0), min(standing.mode + 1, 4.0))
            for rating, words, likelihood in zip(
                ends, (each.low_words, each.high_words), (each.low, each.high), strict=True
            ):
                anew = forecast(basis, beta, Setting({standing.factor: rating}))
                assert likelihood == pytest.approx(anew.probability(token.event))
                assert float(words) == pytest.approx(rating, abs=0.051)


def test_an_interest_pulls_and_a_constraint_holds(
    atlas: Atlas, outlook: Outlook, token: EventChoice
) -> None:
    groups = {factor.title: factor.group for factor in atlas.factors}
    chart = compose_swings(atlas, outlook, "KAZ", token)
    assert {each.is_pull == (groups[each.label] == "interest") for each in chart.swings} == {True}


def test_under_a_scenario_the_chart_says_so_and_starts_from_it(
    atlas: Atlas, token: EventChoice
) -> None:
    ratings = frozen({("KAZ", "washington_profile"): 0.5})
    under = compose_outlook(atlas, Workspace(what_if=WhatIf(ratings=ratings)))
    chart = compose_swings(atlas, under, "KAZ", token)
    assert "not the judgement as it stands" in chart.caption.unit
    assert chart.now == under.after["KAZ"].probability(token.event)
    assert chart.now < under.before["KAZ"].probability(token.event)
    row = next(row for row in chart.caption.table.rows if row[0] == "Standing in Washington")
    assert row[3] == "0.5"


def test_a_state_that_nobody_judged_is_said_to_have_no_value(
    atlas: Atlas, outlook: Outlook, token: EventChoice, faults_of_text: Faults
) -> None:
    after = {iso3: found for iso3, found in outlook.after.items() if iso3 != "TJK"}
    bases = {iso3: found for iso3, found in outlook.ground.bases.items() if iso3 != "TJK"}
    without = replace(outlook, after=after, ground=replace(outlook.ground, bases=bases))
    chart = compose_swings(atlas, without, "TJK", token)
    assert chart.swings == ()
    assert chart.caption.missing == "Tajikistan: no value found, nobody judged this state."
    assert chart.caption.limits == ""
    assert not faults_of_text(chart)


def test_the_axis_holds_all_bars_and_is_evenly_set(atlas: Atlas, outlook: Outlook) -> None:
    for iso3 in outlook.after:
        for choice in event_choices(atlas):
            for reach in ("range", "point"):
                assert_axis_fits(compose_swings(atlas, outlook, iso3, choice, reach))


def assert_axis_fits(chart: TornadoChart) -> None:
    ends = [end for each in chart.swings for end in (each.low, each.high)]
    assert 0.0 <= chart.ticks[0] <= min(*ends, chart.now)
    assert max(*ends, chart.now) <= chart.ticks[-1] <= 1.0
    steps = [after - before for before, after in pairwise(chart.ticks)]
    assert steps == pytest.approx([steps[0]] * len(steps))
    assert 2 <= len(chart.ticks) <= 7


@given(st.floats(0.0, 1.0))
def test_an_event_that_nothing_moves_has_a_sentence_and_no_axis(
    atlas: Atlas, share: float
) -> None:
    """No rating moves a rung that is ruled out, or certain."""
    outlook = compose_outlook(atlas, Workspace())
    now = outlook.after["KAZ"]
    anchor = replace(now.basis.anchor, shares=(1.0 - share, share, 0.0, 0.0, 0.0))
    basis = replace(now.basis, anchor=anchor)
    flat = replace(outlook, after={"KAZ": replace(now, basis=basis, shares=anchor.shares)})
    chart = compose_swings(atlas, flat, "KAZ", default_event(atlas))
    assert chart.now == 0.0
    assert chart.swings == ()
    assert chart.caption.missing == "Nothing moves this: it is ruled out."
    assert chart.caption.table.rows


def test_points_are_told_to_a_tenth_only_while_all_are_below_ten() -> None:
    assert points_text(0.0594, 0.0594) == "5.9\u00a0points"
    assert points_text(0.0594, 0.12) == "6\u00a0points"
    assert points_text(0.012, 0.12) == "1\u00a0point"
    assert points_text(0.00001, 0.02) == "<0.1\u00a0points"
    assert points_figure(0.001, 0.5) == "<1"
    assert points_figure(0.0, 0.5) == "0"
    assert points_figure(0.125, 0.5) == "13"


def test_a_place_on_the_axis_has_no_more_decimals_than_it_needs() -> None:
    assert [axis_text(tick) for tick in (0.0, 0.025, 0.9, 1.0)] == [
        "0\u00a0%",
        "2.5\u00a0%",
        "90\u00a0%",
        "100\u00a0%",
    ]


def test_bars_lie_to_either_side_of_now_with_their_ratings() -> None:
    left, right = drawn_bars(swing(0.7, 0.5), 0.6)
    assert (left.end, left.words, left.is_likelier) == (0.5, "2.0", False)
    assert (right.end, right.words, right.is_likelier) == (0.7, "1.0", True)
    assert left.depth == right.depth == 1.0


@pytest.mark.parametrize(("low", "high"), [(0.4, 0.5), (0.5, 0.4), (0.7, 0.8), (0.8, 0.7)])
def test_two_bars_on_one_side_have_lanes_of_their_own(low: float, high: float) -> None:
    outer, inner = drawn_bars(swing(low, high), 0.6)
    assert abs(outer.end - 0.6) > abs(inner.end - 0.6)
    assert outer.is_likelier == inner.is_likelier == (low > 0.6)
    assert outer.lane + outer.depth <= inner.lane
    assert outer.words == ("1.0, 2.0" if outer.end == low else "2.0, 1.0")
    assert inner.words == ""


def test_each_bar_tells_its_figures_in_a_sentence(
    atlas: Atlas, outlook: Outlook, token: EventChoice
) -> None:
    first = compose_swings(atlas, outlook, "KAZ", token).swings[0]
    assert first.description == (
        "Standing in Washington, now 2.8: at 2.1 the likelihood is 86\u00a0%, at 3.3 it is "
        "92\u00a0%; now 89\u00a0%. Swing 5.9\u00a0points, weight 15\u00a0%."
    )
