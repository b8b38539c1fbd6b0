from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.pages.brief import BriefOptions, compose_brief
from explorer.pages.brief_events import EVENTS, events_part
from explorer.pages.brief_sources import SourceNumbers
from explorer.workspace.document import Workspace

STATES = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")


def test_the_announcement_of_kazakhstan_is_among_the_events_with_its_sources(
    atlas: Atlas,
) -> None:
    part = events_part(atlas, ("AZE", "KAZ"), SourceNumbers(atlas))
    [told] = [each for each in part.events if each.when == "6 Nov 2025"]
    assert "join the Abraham Accords" in told.body.text
    assert told.where == "Kazakhstan"
    assert told.kind == "Accords"
    assert told.body.cites


@pytest.mark.parametrize("pair", list(combinations(STATES, 2)))
def test_the_list_tells_each_event_of_the_chart_in_order_of_time(
    atlas: Atlas, faults_of_text: Callable[[object], list[str]], pair: tuple[str, str]
) -> None:
    part = events_part(atlas, pair, SourceNumbers(atlas))
    assert part.timeline is not None
    assert [each.when for each in part.events] == [mark.date for mark in part.timeline.marks]
    assert 1 < len(part.events) <= EVENTS
    firsts = [mark.first for mark in part.timeline.marks]
    assert firsts == sorted(firsts)
    assert faults_of_text(part) == []


def test_the_balance_counts_the_evidence_of_the_two_states_alone(atlas: Atlas) -> None:
    part = events_part(atlas, ("UZB", "TKM"), SourceNumbers(atlas))
    assert part.balance.columns == ("Uzbekistan", "Turkmenistan")
    total = part.balance.rows[-1].balances[0]
    own = [each for each in atlas.evidence if "UZB" in each.countries]
    assert total.towards + total.against + total.context == len(own)


def test_without_events_the_part_says_so_and_draws_none(atlas: Atlas) -> None:
    bare = replace(atlas, events=(), ties=())
    part = events_part(bare, ("AZE", "KAZ"), SourceNumbers(bare))
    assert part.timeline is None
    assert part.events == ()
    assert part.events_note == ("No event of the last six years is on record for these states.")


def test_a_brief_has_the_part_unless_it_is_left_out(
    atlas: Atlas, observations: Observations
) -> None:
    brief = compose_brief(atlas, observations, Workspace(), "AZE", "KAZ", BriefOptions())
    assert brief.events is not None
    short = compose_brief(
        atlas, observations, Workspace(), "AZE", "KAZ", BriefOptions(events=False)
    )
    assert short.events is None
    assert len(short.sources) < len(brief.sources)
