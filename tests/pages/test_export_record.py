from datetime import date

from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION
from explorer.domain.indicators import SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.assessments import compose_assessments
from explorer.pages.export_record import (
    agreement_export,
    assessments_export,
    evidence_export,
    relations_export,
    timeline_export,
    votes_export,
)
from explorer.pages.export_values import NOT_FOUND
from explorer.pages.votes import compose_votes

STATES = ("AZE", "KAZ")


def test_the_evidence_is_all_of_the_shown_states_and_of_no_others(atlas: Atlas) -> None:
    table = evidence_export(atlas, STATES)
    wanted = {item.id for item in atlas.evidence if set(item.countries) & set(STATES)}
    assert {row[0] for row in table.rows} == wanted
    item = next(each for each in atlas.evidence if each.id in wanted and each.date.day)
    row = next(row for row in table.rows if row[0] == item.id)
    assert row[table.place("date")] == date(item.date.year, item.date.month, item.date.day)
    assert row[table.place("claim")] == item.claim
    assert row[table.place("strength")] == item.strength
    assert row[table.place("credibility")] == item.credibility
    assert row[table.place("sources")] == "; ".join(item.source_ids)


def test_votes_are_those_of_the_view(atlas: Atlas) -> None:
    table, page = votes_export(atlas, STATES), compose_votes(atlas, STATES)
    places = [table.place("vote_aze"), table.place("vote_kaz")]
    assert [tuple(row[at] for at in places) for row in table.rows] == [
        each.votes for each in page.rows
    ]
    assert [row[0] for row in table.rows] == [each.day for each in page.rows]


def test_a_share_of_equal_votes_stands_with_its_votes_and_few_of_them_are_marked(
    atlas: Atlas, observations: Observations
) -> None:
    table = agreement_export(atlas, observations, STATES)
    point = observations.series(SeriesRef("un_agreement", "all", "ISR"), "KAZ").latest
    assert point is not None
    row = table.rows[1]
    assert row[:3] == ("Israel", "All votes", "Kazakhstan")
    assert row[table.place("same")] == point.value / 100.0
    assert row[table.place("year")] == point.year
    votes, few = table.place("votes"), table.place("few")
    for each in table.rows:
        count = each[votes]
        if isinstance(count, int):
            assert each[few] == ("yes" if count < 10 else "no")
        else:
            assert count == NOT_FOUND


def test_assessments_and_events_on_the_region_count_for_each_state(atlas: Atlas) -> None:
    table = assessments_export(atlas, STATES)
    page = compose_assessments(atlas, STATES)
    assert [row[table.place("position")] for row in table.rows] == [x.position for x in page.items]
    events = timeline_export(atlas, STATES)
    codes = [set(str(row[events.place("codes")]).split("; ")) for row in events.rows]
    assert all(each & {*STATES, REGION} for each in codes)
    assert any(REGION in each for each in codes)


def test_relations_are_named_for_people(atlas: Atlas) -> None:
    table = relations_export(atlas, STATES)
    assert {row[0] for row in table.rows} == {"Azerbaijan", "Kazakhstan"}
    assert "Israeli embassy" in {row[1] for row in table.rows}
    assert not any("_" in str(row[1]) for row in table.rows)
