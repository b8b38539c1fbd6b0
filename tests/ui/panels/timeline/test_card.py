from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.evidence_items import evidence_item
from explorer.pages.timeline import Timeline, TimelineEvent, compose_timeline
from explorer.pages.trace import Thing, parse_thing
from explorer.pages.trace_names import records_named
from explorer.style import DARK, LIGHT
from explorer.ui.panels.timeline import TimelinePanel
from explorer.ui.panels.timeline.card import NOTHING, EventCard
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import Text
from explorer.ui.widgets.trace_link import TraceLink


@pytest.fixture(scope="module")
def timeline(atlas: Atlas) -> Timeline:
    return compose_timeline(atlas, ("AZE", "KAZ"))


def titled(timeline: Timeline, words: str) -> TimelineEvent:
    return next(each for each in timeline.events if each.title.startswith(words))


@pytest.fixture
def card(qtbot: QtBot) -> EventCard:
    made = EventCard(LIGHT)
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.show()
    return made


def words(card: EventCard) -> str:
    return " ".join(each.text() for each in card.findChildren(Text))


def test_without_an_event_it_says_how_to_come_by_one(card: EventCard) -> None:
    assert words(card) == NOTHING


def test_an_event_says_when_where_what_and_who_says_so(
    card: EventCard, timeline: Timeline
) -> None:
    event = titled(timeline, "Kazakhstan announces")
    card.show_event(event)
    said = words(card)
    assert "6 Nov 2025 · Kazakhstan · Accords" in said
    assert event.title in said
    assert event.detail in said
    every = card.findChildren(LinkButton)
    links = [each.text() for each in every if not isinstance(each, TraceLink)]
    assert [source.line for source in event.sources] == links[: len(event.sources)]
    assert card.accessibleDescription() == event.told


def test_an_event_leads_to_where_it_comes_from(
    atlas: Atlas, qtbot: QtBot, timeline: Timeline
) -> None:
    panel = TimelinePanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(1000, 800)
    panel.show()
    told: list[str] = []
    panel.trace_wanted.connect(told.append)
    named = [thing_of(each.goal) for each in timeline.events]
    assert {each.kind for each in named} == {"event", "tie"}
    assert all(records_named(atlas, each) for each in named)
    for event in timeline.events[:3]:
        panel.card.show_event(event)
        qtbot.wait(10)
        link = next(x for x in panel.card.findChildren(TraceLink) if x.goal == event.goal)
        assert link.isVisible()
        link.click()
        assert told[-1] == event.goal


def thing_of(goal: str) -> Thing:
    found = parse_thing(goal)
    assert found is not None
    return found


def test_a_date_says_what_of_it_is_not_on_record(card: EventCard, timeline: Timeline) -> None:
    card.show_event(titled(timeline, "Herzog visits Kazakhstan"))
    assert "Apr 2026 (the day is not on record)" in words(card)


def test_all_evidence_near_it_is_named_with_the_reason(
    card: EventCard, timeline: Timeline
) -> None:
    event = titled(timeline, "Kazakhstan announces")
    card.show_event(event)
    assert list(card.links) == [lead.id for lead in event.evidence]
    said = words(card)
    assert f"Evidence near it · {len(event.evidence)}" in said
    assert "Same source and same day:" in said


def test_what_has_no_source_or_evidence_says_so(card: EventCard, timeline: Timeline) -> None:
    card.show_event(replace(timeline.events[0], sources=(), evidence=()))
    assert "No source on record." in words(card)
    assert "No item of evidence" in words(card)


def test_an_item_unfolds_right_below_its_line(
    card: EventCard, timeline: Timeline, atlas: Atlas
) -> None:
    event = titled(timeline, "Kazakhstan announces")
    card.show_event(event)
    first, second = (atlas.evidence_by_id[lead.id] for lead in event.evidence[:2])
    card.show_item(evidence_item(atlas, first, cited=False))
    card.show_item(evidence_item(atlas, second, cited=False))
    assert card.items == (first.id, second.id)
    stops = card.stops
    assert stops.index(card.links[first.id]) < stops.index(card.ways[first.id])
    assert stops.index(card.ways[first.id]) < stops.index(card.links[second.id])
    card.show_item(evidence_item(atlas, first, cited=False))
    assert card.items == (second.id,)


def test_an_item_that_is_not_near_the_event_is_not_shown(
    card: EventCard, timeline: Timeline, atlas: Atlas
) -> None:
    event = titled(timeline, "Kazakhstan announces")
    card.show_event(event)
    near = {lead.id for lead in event.evidence}
    other = next(item for item in atlas.evidence if item.id not in near)
    card.show_item(evidence_item(atlas, other, cited=False))
    assert card.items == ()


def test_texts_are_never_read_as_markup(card: EventCard, timeline: Timeline) -> None:
    card.show_event(replace(timeline.events[0], title="<img src=x> & <b>bold</b>"))
    assert "<img src=x> & <b>bold</b>" in words(card)


def test_another_theme_keeps_the_event(card: EventCard, timeline: Timeline) -> None:
    event = titled(timeline, "Kazakhstan announces")
    card.show_event(event)
    card.set_theme(DARK)
    assert card.event_shown == event
    assert event.title in words(card)
