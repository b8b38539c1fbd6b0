from dataclasses import replace

import pytest

from explorer.analysis.basis import Choices
from explorer.analysis.uncertainty import draw_intervals
from explorer.domain.atlas import Atlas
from explorer.pages.estimate_charts import event_estimates
from explorer.pages.judgement_charts import ladder_chart, outlook_ladders, rating_chart
from explorer.pages.outlook import compose_outlook
from explorer.pages.tables import NO_VALUE
from explorer.workspace.document import Pooling, WhatIf, Workspace


def test_the_rating_chart_has_a_row_a_factor_and_a_mark_a_rated_country(atlas: Atlas) -> None:
    chart = rating_chart(atlas, ("AZE", "KAZ"))
    assert chart.names == (("AZE", "Azerbaijan"), ("KAZ", "Kazakhstan"))
    assert [row.label for row in chart.rows] == [factor.title for factor in atlas.factors]
    for row in chart.rows:
        assert [iso3 for iso3, _ in row.marks] == ["AZE", "KAZ"]
        assert all(mark.low <= mark.value <= mark.high for _, mark in row.marks)
    assert chart.caption.source == (
        "Source: mean of 4 raters (R1, R2, R3, R4), judged 23 Nov 2026"
    )


def test_the_rating_chart_is_pooled_by_what_the_raters_count_for_and_names_them(
    atlas: Atlas,
) -> None:
    weights = {"R1": 2.0, "R2": 0.0, "R3": 0.0, "R4": 0.0}
    chart = rating_chart(atlas, ("KAZ",), Choices("geometric", weights))
    day = atlas.subject.as_of
    for factor, row in zip(atlas.factors, chart.rows, strict=True):
        [own] = [each for each in atlas.ratings_of("KAZ", factor.id, day) if each.rater == "R1"]
        [(_, mark)] = row.marks
        assert (mark.low, mark.value, mark.high) == pytest.approx(
            (own.low, own.mode, own.high), abs=0.051
        )
    assert chart.caption.source == (
        "Source: weighted mean of 4 raters (R1 counting 2, R2 counting 0, R3 counting 0, "
        "R4 counting 0), judged 23 Nov 2026"
    )


def test_the_ladders_in_force_say_how_they_are_pooled(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, Workspace(pooling=Pooling("geometric")))
    source = outlook_ladders(outlook, None, ("KAZ",)).caption.source
    assert source == "Source: geometric pool of 4 raters, judged 23 Nov 2026"
    assert event_estimates(outlook, None, ("KAZ",)).caption.source == source


def test_a_country_that_nobody_rated_has_no_mark_and_its_table_says_so(atlas: Atlas) -> None:
    chart = rating_chart(atlas, ("AZE", "TUR"))
    assert all(len(row.marks) == 1 for row in chart.rows)
    assert {row[2] for row in chart.caption.table.rows} == {NO_VALUE}


def test_the_ladder_chart_sums_to_one_in_each_row_and_its_table_agrees(atlas: Atlas) -> None:
    chart = ladder_chart(atlas, atlas.subject.compared)
    assert [row.iso3 for row in chart.rows] == list(atlas.subject.compared)
    assert all(sum(row.shares) == pytest.approx(1.0) for row in chart.rows)
    assert len(chart.caption.table.rows) == len(chart.rows)
    assert "Kazakhstan: Token accession" in chart.caption.description


def test_a_country_that_nobody_judged_has_no_ladder(atlas: Atlas) -> None:
    assert ladder_chart(atlas, ("TUR",)).rows == ()
    assert ladder_chart(replace(atlas, ladders=()), ("KAZ",)).rows == ()


def test_the_ladders_in_force_have_whiskers_once_they_are_drawn(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, Workspace())
    ground = outlook.ground
    drawn = draw_intervals(tuple(ground.bases.values()), ground.fit, outlook.settings, 1000)
    bare = outlook_ladders(outlook, None, ("AZE", "KAZ", "TUR"))
    whole = outlook_ladders(outlook, {each.iso3: each for each in drawn}, ("AZE", "KAZ"))
    assert [row.iso3 for row in bare.rows] == ["AZE", "KAZ"]
    assert all(row.bounds == row.before == () for row in bare.rows)
    assert [row.shares for row in whole.rows] == [row.shares for row in bare.rows]
    assert all(len(row.bounds) == len(row.shares) - 1 for row in whole.rows)
    assert bare.rows[1].shares == ladder_chart(atlas, ("KAZ",)).rows[0].shares


def test_ladders_under_a_scenario_hold_the_judgement_and_say_so(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, Workspace(what_if=WhatIf("calm_south")))
    chart = outlook_ladders(outlook, None, ("KAZ",))
    assert chart.rows[0].before == ladder_chart(atlas, ("KAZ",)).rows[0].shares
    assert chart.caption.missing.startswith("Under the scenario “Calm in the south”")
    assert chart.caption.caveat.startswith(chart.caption.missing)
    assert [row[0] for row in chart.caption.table.rows] == ["Kazakhstan", "Kazakhstan, as judged"]
