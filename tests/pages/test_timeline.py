from collections.abc import Callable
from datetime import date

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.dates import PartialDate
from explorer.pages.single_source import event_title
from explorer.pages.timeline import (
    OTHERS,
    Sieve,
    Timeline,
    TimelineEvent,
    compose_timeline,
    days_of,
    sieved,
    within,
)
from explorer.pages.timeline_kinds import ON_RECORD
from explorer.pages.words import study_states


@pytest.fixture(scope="module")
def pair(atlas: Atlas) -> Timeline:
    return compose_timeline(atlas, ("AZE", "KAZ"))


def titled(timeline: Timeline, words: str) -> TimelineEvent:
    return next(each for each in timeline.events if each.title.startswith(words))


def test_every_event_of_the_pack_is_there_oldest_first(atlas: Atlas, pair: Timeline) -> None:
    titles = [each.title for each in pair.events]
    assert all(titles.count(event_title(atlas, each)) == 1 for each in atlas.events)
    assert [each.first for each in pair.events] == sorted(each.first for each in pair.events)
    assert len({each.key for each in pair.events}) == len(pair.events)


def test_the_key_of_an_event_of_the_pack_is_its_place_in_it(atlas: Atlas, pair: Timeline) -> None:
    for place, event in enumerate(atlas.events):
        found = pair.event(str(place))
        assert found is not None
        assert found.title == event_title(atlas, event)
    assert pair.event("nothing") is None


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        (PartialDate(2025, 11, 6), date(2025, 11, 6), date(2025, 11, 6)),
        (PartialDate(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        (PartialDate(1993), date(1993, 1, 1), date(1993, 12, 31)),
    ],
)
def test_a_date_spans_the_days_that_it_may_mean(
    when: PartialDate, first: date, last: date
) -> None:
    assert days_of(when) == (first.toordinal(), last.toordinal())


def test_a_month_is_shown_as_a_month_and_says_that_the_day_is_not_on_record(
    pair: Timeline,
) -> None:
    visit = titled(pair, "Herzog visits Kazakhstan")
    assert (visit.when, visit.doubt) == ("Apr 2026", "the day is not on record")
    assert not visit.is_exact
    assert "Apr 2026 (the day is not on record)" in visit.told


def test_a_day_has_no_doubt(pair: Timeline) -> None:
    joined = titled(pair, "Kazakhstan announces")
    assert (joined.when, joined.doubt, joined.is_exact) == ("6 Nov 2025", "", True)


def test_an_event_stands_in_the_lane_of_each_state_shown_or_else_with_the_others(
    pair: Timeline,
) -> None:
    assert titled(pair, "Kazakhstan announces").lanes == ("KAZ",)
    assert titled(pair, "Reuters: US in talks").lanes == ("AZE", "KAZ")
    assert titled(pair, "Pro-Palestinian march in Bishkek").lanes == (OTHERS,)
    assert titled(pair, "UN Assembly votes").lanes == (OTHERS,)
    assert [code for code, _ in pair.lanes] == ["AZE", "KAZ", OTHERS]


def test_a_tie_on_record_is_left_out_where_an_event_of_the_state_tells_it(
    atlas: Atlas, pair: Timeline
) -> None:
    told = [each for each in pair.events if each.kind.key == ON_RECORD]
    assert titled(pair, "Azerbaijan: embassy of Israel").when == "1993"
    assert not [each for each in told if each.states == ("AZE",) and each.when == "1992"]
    assert 0 < len(told) < len(atlas.ties)


def test_each_source_names_publisher_and_date_and_has_a_safe_link(pair: Timeline) -> None:
    for event in pair.events:
        assert event.sources
        for source in event.sources:
            assert source.line
            assert source.url.startswith(("http://", "https://", "mailto:")) or not source.url


def test_evidence_that_shares_source_and_day_comes_first_and_says_so(
    atlas: Atlas, pair: Timeline
) -> None:
    event = titled(pair, "Kazakhstan announces")
    reasons = [lead.reason for lead in event.evidence]
    assert reasons[0] == "same source and same day"
    order = ["same source and same day", "same source", "same state and same day"]
    assert reasons == sorted(reasons, key=order.index)
    ids = {source.id for source in event.sources}
    for lead in event.evidence:
        item = atlas.evidence_by_id[lead.id]
        shares = bool(ids & {part for text in item.source_ids for part in text.split(";")})
        assert shares == ("source" in lead.reason)
        assert (str(item.date) == "2025-11-06" and "KAZ" in item.countries) == (
            "day" in lead.reason
        )


def test_evidence_on_the_whole_region_is_not_near_by_its_day_alone(
    atlas: Atlas, pair: Timeline
) -> None:
    for event in pair.events:
        for lead in event.evidence:
            if lead.reason == "same state and same day":
                shared = set(atlas.evidence_by_id[lead.id].countries) & set(event.states)
                assert shared - {"REG"}


@pytest.mark.parametrize("words", ["tokayev", "TOKAYEV  accords", "6 nov 2025"])
def test_words_are_found_by_their_beginnings_in_any_case(pair: Timeline, words: str) -> None:
    found = sieved(pair.events, Sieve(words=words))
    assert 0 < len(found) < len(pair.events)
    wanted = words.lower().split()
    assert all(all(word in each.told.lower() for word in wanted) for each in found)


def test_the_middle_of_a_word_is_not_found(pair: Timeline) -> None:
    assert not sieved(pair.events, Sieve(words="okayev"))


def test_a_sieve_takes_kinds_lane_and_words_together(pair: Timeline) -> None:
    found = sieved(pair.events, Sieve(frozenset({"iran"}), "AZE", "baku"))
    assert found
    assert all(each.kind.key != "iran" and "AZE" in each.lanes for each in found)
    assert sieved(pair.events, Sieve()) == pair.events


def test_what_lies_between_two_days_is_told_by_its_middle(pair: Timeline) -> None:
    embassy = titled(pair, "Azerbaijan: embassy of Israel")
    july, may = date(1993, 7, 20).toordinal(), date(1993, 5, 1).toordinal()
    assert within([embassy], may, july) == [embassy]
    assert not within([embassy], july, july + 400)


def test_no_text_has_gaps_or_marks_of_the_program(
    atlas: Atlas, faults_of_text: Callable[[object], list[str]]
) -> None:
    timeline = compose_timeline(atlas, study_states(atlas))
    said = tuple((each.told, each.title, each.detail) for each in timeline.events)
    assert not faults_of_text(said)
