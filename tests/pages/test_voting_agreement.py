from collections.abc import Callable

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.indicators import SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.tables import NO_VALUE
from explorer.pages.voting_agreement import (
    FEW_VOTES,
    HALF,
    MEASURES,
    PARTNERS,
    SAME_VOTE,
    TOPICS,
    agreement_chart,
    caution_of,
    latest_shares,
)

SIX = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")


def test_the_shares_are_those_of_the_pack_in_percent(
    atlas: Atlas, observations: Observations
) -> None:
    chart = agreement_chart(atlas, observations, "all", "ISR", SAME_VOTE, ("TKM",))
    line = chart.lines[0]
    points = observations.series(SeriesRef("un_agreement", "all", "ISR"), "TKM").points
    found = dict(zip(line.years, line.values, strict=True))
    assert all(found[point.year] == point.value for point in points)
    assert {year for year, value in found.items() if value is None} == (
        set(line.years) - {point.year for point in points}
    )


def test_an_abstention_counts_half_where_that_is_asked_for(
    atlas: Atlas, observations: Observations
) -> None:
    same = agreement_chart(atlas, observations, "palestine", "ISR", SAME_VOTE, ("KAZ",))
    half = agreement_chart(atlas, observations, "palestine", "ISR", HALF, ("KAZ",))
    pairs = zip(same.lines[0].values, half.lines[0].values, strict=True)
    assert all(a is None or b is None or a <= b for a, b in pairs)
    assert same.lines[0].values != half.lines[0].values
    assert "half" in half.caption.description


def test_shares_of_few_votes_are_thin_and_the_threshold_is_said(
    atlas: Atlas, observations: Observations
) -> None:
    chart = agreement_chart(atlas, observations, "all", "ISR", SAME_VOTE, ("TKM",))
    line = chart.lines[0]
    for at, note in enumerate(line.notes):
        is_few = bool(note) and int(note.split()[0]) < FEW_VOTES
        assert (at in line.thin_places) == is_few
    assert line.thin_places
    assert f"fewer than {FEW_VOTES} votes" in caution_of(chart)
    assert f"fewer than {FEW_VOTES} votes" in chart.caption.caveat


def test_where_enough_votes_stand_behind_all_shares_no_threshold_is_said(
    atlas: Atlas, observations: Observations
) -> None:
    chart = agreement_chart(atlas, observations, "all", "ISR", SAME_VOTE, ("KAZ",))
    assert chart.lines[0].thin_places == ()
    assert "Hollow" not in caution_of(chart)


def test_the_table_sets_the_number_of_votes_beside_each_share(
    atlas: Atlas, observations: Observations
) -> None:
    table = agreement_chart(
        atlas, observations, "palestine", "ISR", SAME_VOTE, ("KAZ", "TKM")
    ).caption.table
    assert table.columns == (
        "Year",
        "Kazakhstan, % of votes",
        "Kazakhstan, votes",
        "Turkmenistan, % of votes",
        "Turkmenistan, votes",
    )
    rows = {row[0]: row for row in table.rows}
    assert rows["2024"] == ("2024", "0.0", "16", "0.0", "15")
    assert rows["1995"][3:] == (NO_VALUE, NO_VALUE)


@pytest.mark.parametrize("topic", [key for key, _ in TOPICS])
def test_every_topic_and_measure_can_be_drawn_for_every_partner(
    atlas: Atlas,
    observations: Observations,
    faults_of_text: Callable[[object], list[str]],
    topic: str,
) -> None:
    for partner in PARTNERS:
        for measure, _ in MEASURES:
            chart = agreement_chart(atlas, observations, topic, partner, measure, SIX)
            assert chart.lines
            assert faults_of_text(chart.caption) == []
            values = (value for line in chart.lines for value in line.values)
            assert all(value is None or 0.0 <= value <= 100.0 for value in values)


def test_a_state_without_a_value_is_named(atlas: Atlas, observations: Observations) -> None:
    chart = agreement_chart(atlas, observations, "all", "ISR", SAME_VOTE, ("KAZ", "XKX"))
    assert chart.caption.missing.startswith(NO_VALUE.capitalize())
    assert len(chart.lines) == 1


def test_the_newest_shares_say_their_votes_and_year(
    atlas: Atlas, observations: Observations
) -> None:
    rows = latest_shares(atlas, observations, "all", SAME_VOTE, ("KAZ", "TKM", "XKX"))
    assert [row.partner for row in rows] == list(PARTNERS)
    israel = rows[0].shares
    assert (israel[0].words, israel[0].votes, israel[0].year) == ("26 %", "19 votes", "2025")
    assert israel[1].is_thin
    assert israel[2].words == NO_VALUE


def test_a_share_of_few_votes_is_called_neither_higher_nor_lower(
    atlas: Atlas, observations: Observations
) -> None:
    states = ("AZE", "KAZ", "TKM")
    caption = agreement_chart(atlas, observations, "all", "ISR", SAME_VOTE, states).caption
    assert caption.compared == (
        "Latest figures, against Azerbaijan (13 votes): not called higher or lower for Kazakhstan "
        "(19 votes; intervals meet) and Turkmenistan (5 votes; caveat, intervals meet)."
    )
    assert caption.compared in caption.description
