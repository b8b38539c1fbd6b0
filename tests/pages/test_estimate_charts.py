from collections.abc import Callable

import pytest

from explorer.analysis.uncertainty import draw_intervals
from explorer.domain.atlas import Atlas
from explorer.pages.estimate_charts import NOT_DRAWN, event_estimates, rung_estimates
from explorer.pages.outlook import Intervals, Outlook, compose_outlook
from explorer.workspace.document import WhatIf, Workspace

SIX = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")


@pytest.fixture(scope="module")
def outlook(atlas: Atlas) -> Outlook:
    return compose_outlook(atlas, Workspace())


@pytest.fixture(scope="module")
def intervals(outlook: Outlook) -> Intervals:
    ground = outlook.ground
    found = draw_intervals(tuple(ground.bases.values()), ground.fit, outlook.settings, 2000)
    return {each.iso3: each for each in found}


def test_each_state_has_a_row_and_each_rung_a_column(
    atlas: Atlas, outlook: Outlook, intervals: Intervals
) -> None:
    chart = rung_estimates(outlook, intervals, SIX)
    assert chart.columns == tuple(rung.title for rung in atlas.rungs)
    assert [row.iso3 for row in chart.rows] == list(SIX)
    for row in chart.rows:
        assert tuple(each.value for each in row.estimates) == outlook.after[row.iso3].shares
        assert all(
            each.interval and each.interval[0] <= each.value <= each.interval[1]
            for each in row.estimates
        )


def test_events_leave_out_the_lowest_rung_which_is_certain(
    atlas: Atlas, outlook: Outlook, intervals: Intervals
) -> None:
    chart = event_estimates(outlook, intervals, ("KAZ",))
    assert chart.columns == (
        *(f"{rung.title} or higher" for rung in atlas.rungs[1:-1]),
        atlas.rungs[-1].title,
    )
    values = [each.value for each in chart.rows[0].estimates]
    assert values == sorted(values, reverse=True)
    assert values[0] == pytest.approx(1.0 - outlook.after["KAZ"].shares[0])


def test_intervals_that_are_still_drawn_are_said_to_be(outlook: Outlook) -> None:
    chart = event_estimates(outlook, None, ("KAZ", "UZB"))
    assert {each.interval for row in chart.rows for each in row.estimates} == {None}
    assert {row[-1] for row in chart.caption.table.rows} == {NOT_DRAWN}


def test_the_table_names_the_state_only_where_there_are_several(
    outlook: Outlook, intervals: Intervals
) -> None:
    one, two = (event_estimates(outlook, intervals, states) for states in (SIX[:1], SIX[:2]))
    assert one.caption.table.columns == ("Rung", "Likelihood", "80 % interval")
    assert two.caption.table.columns == ("State", "Rung", "Likelihood", "80 % interval")
    assert len(two.caption.table.rows) == 2 * len(one.caption.table.rows)


def test_a_lone_state_is_one_panel_with_a_lane_a_column_and_several_are_turned_round(
    outlook: Outlook, intervals: Intervals
) -> None:
    one, two = (event_estimates(outlook, intervals, states) for states in (SIX[:1], SIX[:2]))
    assert [panel.title for panel in one.panels] == ["Azerbaijan"]
    assert tuple(lane.label for lane in one.panels[0].lanes) == one.columns
    assert tuple(panel.title for panel in two.panels) == two.columns
    assert [lane.label for lane in two.panels[0].lanes] == ["Azerbaijan", "Kazakhstan"]


def test_the_words_round_the_chart_say_what_it_stands_on(
    outlook: Outlook,
    intervals: Intervals,
    atlas: Atlas,
    faults_of_text: Callable[[object], list[str]],
) -> None:
    chart = rung_estimates(outlook, intervals, SIX)
    assert chart.caption.source == "Source: mean of 4 raters, judged 23 Nov 2026"
    assert "understate doubt" in chart.caption.caveat
    assert "Kazakhstan: Ordinary ties" in chart.caption.description
    assert faults_of_text(chart) == []
    calm = compose_outlook(atlas, Workspace(what_if=WhatIf("calm_south")))
    under = rung_estimates(calm, None, SIX)
    assert under.caption.missing.startswith("Under the scenario “Calm in the south”")
    assert under.caption.caveat.startswith(under.caption.missing)


def test_a_state_that_nobody_judged_has_no_row(outlook: Outlook) -> None:
    assert rung_estimates(outlook, None, ("TUR",)).rows == ()
