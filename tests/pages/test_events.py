from collections.abc import Callable
from dataclasses import replace

from explorer.analysis.odds import Event
from explorer.domain.atlas import Atlas
from explorer.pages.events import default_event, event_by_key, event_choices


def test_every_rung_can_be_asked_about_and_no_event_is_there_twice(atlas: Atlas) -> None:
    choices = event_choices(atlas)
    shares = (0.1, 0.2, 0.3, 0.25, 0.15)
    likelihoods = [round(choice.event.probability(shares), 9) for choice in choices]
    assert len({choice.key for choice in choices}) == len(choices) == 8
    assert 1.0 not in likelihoods
    assert [choice.event for choice in choices[:4]] == [
        Event("at_least", place) for place in range(1, 5)
    ]
    assert [choice.event for choice in choices[4:]] == [
        Event("exactly", place) for place in range(4)
    ]


def test_an_event_is_named_as_a_title_and_within_a_sentence(
    atlas: Atlas, faults_of_text: Callable[[object], list[str]]
) -> None:
    choice = default_event(atlas)
    assert choice.title == "At least token accession"
    assert choice.words == "at least token accession"
    assert choice.key == "at_least:token_accession"
    assert not faults_of_text(event_choices(atlas))


def test_the_middle_rung_of_any_ladder_is_asked_about_first(atlas: Atlas) -> None:
    three = replace(atlas, rungs=atlas.rungs[:3])
    assert default_event(three).event == Event("at_least", 1)
    assert default_event(atlas) in event_choices(atlas)


def test_a_key_finds_its_event_and_an_unknown_one_the_first_shown(atlas: Atlas) -> None:
    for choice in event_choices(atlas):
        assert event_by_key(atlas, choice.key) == choice
    assert event_by_key(atlas, "at_least:no_such_rung") == default_event(atlas)
