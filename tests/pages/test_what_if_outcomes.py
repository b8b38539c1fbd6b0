from collections.abc import Callable

from explorer.analysis.intervals import Interval, Uncertainty
from explorer.domain.atlas import Atlas
from explorer.pages.events import default_event
from explorer.pages.outlook import compose_outlook
from explorer.pages.swings import compose_swings
from explorer.pages.what_if_outcomes import (
    MOST_SWINGS,
    compose_outcome_bars,
    longest_swings,
)
from explorer.workspace.document import WhatIf, Workspace, frozen

STATES = ("AZE", "KAZ", "UZB")
FALLEN = ("washington_profile", "great_power_balancing", "economic_modernisation")
CHANGED = Workspace(what_if=WhatIf(ratings=frozen({("KAZ", key): 0.0 for key in FALLEN})))


def uncertain(iso3: str) -> Uncertainty:
    some = tuple(Interval(low, low + 0.05, low + 0.1, low + 0.05) for low in (0.9, 0.7, 0.4, 0.2))
    return Uncertainty(iso3, (), (Interval(1.0, 1.0, 1.0, 1.0), *some), (), 10, 1)


def test_a_bar_shows_exactly_the_forecast(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, CHANGED)
    for row in compose_outcome_bars(atlas, outlook, None, STATES).chart.rows:
        assert row.shares == outlook.after[row.iso3].shares


def test_only_states_that_changed_have_a_bar_of_before(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, CHANGED)
    bars = compose_outcome_bars(atlas, outlook, None, STATES)
    azerbaijan, kazakhstan, _ = bars.chart.rows
    assert azerbaijan.before == ()
    assert kazakhstan.before == outlook.before["KAZ"].shares
    assert [bool(words.was) for words in bars.words] == [False, True, False]
    assert "Thin bar" in bars.note


def test_without_intervals_there_are_no_whiskers_and_it_is_said(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, Workspace())
    bars = compose_outcome_bars(atlas, outlook, None, STATES)
    assert all(row.bounds == () for row in bars.chart.rows)
    assert bars.note == "80 % intervals follow."


def test_with_intervals_each_inner_edge_has_its_bounds(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, Workspace())
    intervals = {iso3: uncertain(iso3) for iso3 in STATES}
    bars = compose_outcome_bars(atlas, outlook, intervals, STATES)
    for row in bars.chart.rows:
        assert [low for low, _ in row.bounds] == [0.9, 0.7, 0.4, 0.2]
    assert "80 % intervals: at least low-stakes cooperation 90 to " in bars.words[0].description
    assert bars.chart.caption.table.rows[1][:3] == (
        "Azerbaijan",
        "this rung or higher, 80 % interval",
        "100\u00a0%",
    )


def test_the_words_of_a_bar_name_the_leading_rung_with_figure_and_word(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, CHANGED)
    words = {each.iso3: each for each in compose_outcome_bars(atlas, outlook, None, STATES).words}
    assert words["AZE"].leading == "Strategic embrace 89\u00a0%, very likely"
    assert words["AZE"].was == ""
    # Kazakhstan's leading rung is another now, so the one before is named in full.
    assert words["KAZ"].leading.startswith("Low-stakes cooperation ")
    assert words["KAZ"].was == "was Token accession 69\u00a0%, likely"


def test_a_scenario_in_force_is_named_in_the_source(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, Workspace(what_if=WhatIf("storm_south")))
    caption = compose_outcome_bars(atlas, outlook, None, STATES).chart.caption
    assert caption.source.startswith("Under the scenario “Storm in the south”")
    plain = compose_outcome_bars(atlas, compose_outlook(atlas, Workspace()), None, STATES)
    assert plain.chart.caption.source.startswith("Source: mean of 4 raters")


def test_states_that_nobody_judged_are_named(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, Workspace())
    bars = compose_outcome_bars(atlas, outlook, None, ("AZE", "ISR"))
    assert [row.iso3 for row in bars.chart.rows] == ["AZE"]
    assert bars.missing == "Nobody has judged Israel."


def test_the_tornado_beside_the_sliders_keeps_its_longest_bars_and_its_whole_table(
    atlas: Atlas,
) -> None:
    outlook = compose_outlook(atlas, Workspace())
    whole = compose_swings(atlas, outlook, "KAZ", default_event(atlas))
    short = longest_swings(whole)
    assert short.swings == whole.swings[:MOST_SWINGS]
    assert short.caption.table == whole.caption.table
    assert f"longest of {len(whole.swings)}" in short.caption.unit
    assert longest_swings(short) == short


def test_no_text_of_the_bars_is_faulty(
    atlas: Atlas, faults_of_text: Callable[[object], list[str]]
) -> None:
    outlook = compose_outlook(atlas, CHANGED)
    intervals = {iso3: uncertain(iso3) for iso3 in STATES}
    assert faults_of_text(compose_outcome_bars(atlas, outlook, intervals, STATES)) == []
