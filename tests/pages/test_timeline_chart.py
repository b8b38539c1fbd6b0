from datetime import date

import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.timeline import OTHERS, Timeline, compose_timeline, within
from explorer.pages.timeline_chart import (
    chart_of,
    first_window,
    home_window,
    source_line,
    standing_words,
    timeline_chart,
    timeline_table,
)
from explorer.pages.words import study_states

SINCE, UNTIL = date(2023, 1, 1), date(2026, 11, 24)


@pytest.fixture(scope="module")
def all_six(atlas: Atlas) -> Timeline:
    return compose_timeline(atlas, study_states(atlas))


def test_the_days_shown_at_first_hold_most_events_and_begin_with_a_year(
    all_six: Timeline,
) -> None:
    first, last = first_window(all_six.events)
    seen = within(all_six.events, first, last)
    assert len(seen) > 0.65 * len(all_six.events)
    assert date.fromordinal(first).month == 12
    assert seen[-1] == all_six.events[-1]


def test_all_events_fit_in_the_widest_window(all_six: Timeline) -> None:
    assert within(all_six.events, *home_window(all_six.events)) == list(all_six.events)


def test_a_timeline_without_events_has_a_window_too() -> None:
    for window in (home_window(()), first_window(())):
        assert window[0] < window[1]


def test_rows_are_shared_among_the_lanes_the_fullest_first(all_six: Timeline) -> None:
    chart = chart_of(all_six, all_six.events, first_window(all_six.events), rows=14)
    levels = {lane.iso3: lane.levels for lane in chart.lanes}
    assert sum(levels.values()) == 14
    assert levels[OTHERS] == max(levels.values())
    assert levels["KGZ"] == 1


def test_lanes_keep_their_rows_whatever_is_sieved_out(all_six: Timeline) -> None:
    window = first_window(all_six.events)
    assert (
        chart_of(all_six, all_six.events[-1:], window).lanes
        == chart_of(all_six, all_six.events, window).lanes
    )


def test_table_and_text_are_of_what_is_in_sight(all_six: Timeline) -> None:
    window = (date(2025, 11, 1).toordinal(), date(2025, 11, 30).toordinal())
    chart = chart_of(all_six, all_six.events, window)
    seen = within(all_six.events, *window)
    assert [row[3] for row in chart.caption.table.rows] == [each.title for each in seen]
    assert chart.caption.description.startswith(f"{len(seen)} events, 2025.")
    assert all(each.told in chart.caption.description for each in seen)
    assert len(chart.marks) == len(all_six.events)
    assert [mark.key for mark in chart.shown] == [each.key for each in seen]


def test_a_line_of_the_table_holds_date_states_kind_and_sources(all_six: Timeline) -> None:
    table = timeline_table(all_six.events)
    row = next(row for row in table.rows if row[3].startswith("Kazakhstan announces"))
    assert row[:3] == ("6 Nov 2025", "Kazakhstan", "Accords")
    assert "6 Nov 2025" in row[5]
    assert all(all(row) for row in table.rows)


def test_an_outline_is_explained_only_where_there_is_one(all_six: Timeline) -> None:
    exact = [each for each in all_six.events if each.is_exact]
    assert "outline" not in source_line(exact)
    assert "outline" in source_line(all_six.events)
    assert not source_line(())


def test_what_is_in_sight_beyond_and_not_looked_for_adds_up(all_six: Timeline) -> None:
    window = (date(2025, 11, 1).toordinal(), date(2025, 11, 30).toordinal())
    kept = all_six.events[10:]
    seen = len(within(kept, *window))
    words = standing_words(all_six, kept, window)
    assert words == (
        f"{seen} events in sight, 1 Nov 2025 to 30 Nov 2025"
        f" · {len(kept) - seen} before or after · 10 not looked for"
    )


@pytest.mark.parametrize("most", [0, 1, 6, 14])
def test_a_brief_takes_no_more_events_than_it_may(atlas: Atlas, most: int) -> None:
    chart = timeline_chart(atlas, ("AZE", "KAZ"), SINCE, UNTIL, most)
    assert len(chart.marks) == most
    assert [mark.first for mark in chart.marks] == sorted(mark.first for mark in chart.marks)
    assert all(SINCE.toordinal() <= mark.middle <= UNTIL.toordinal() for mark in chart.marks)


def test_what_matters_most_for_kazakhstan_is_its_step_into_the_accords(atlas: Atlas) -> None:
    titles = [mark.title for mark in timeline_chart(atlas, ("AZE", "KAZ"), SINCE, UNTIL, 6).marks]
    assert "Kazakhstan announces it will join the Abraham Accords" in titles


def test_a_further_event_never_drives_out_one_that_mattered_more(atlas: Atlas) -> None:
    few = {mark.key for mark in timeline_chart(atlas, ("AZE", "UZB"), SINCE, UNTIL, 5).marks}
    many = {mark.key for mark in timeline_chart(atlas, ("AZE", "UZB"), SINCE, UNTIL, 9).marks}
    assert few < many


def test_a_brief_has_a_lane_for_each_state_and_one_for_others_only_at_need(atlas: Atlas) -> None:
    chart = timeline_chart(atlas, ("AZE", "KAZ"), SINCE, UNTIL, 6)
    assert [lane.iso3 for lane in chart.lanes] == ["AZE", "KAZ"]
    wide = timeline_chart(atlas, ("AZE", "KGZ"), SINCE, UNTIL, 30)
    assert [lane.iso3 for lane in wide.lanes] == ["AZE", "KGZ", OTHERS]
    assert {kind.key for kind in wide.kinds} == {mark.kind for mark in wide.marks}
