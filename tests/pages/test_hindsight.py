from dataclasses import replace
from datetime import date

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.dates import parse_partial_date
from explorer.domain.notes import METHOD_NOTE
from explorer.domain.observations import Observations
from explorer.packs.observations import read_observations
from explorer.packs.reading import read_atlas
from explorer.pages.brief import BriefOptions, compose_brief
from explorer.pages.brief_dates import long_partial
from explorer.pages.changes import compose_changes
from explorer.pages.compare_page import compose_compare
from explorer.pages.hindsight import hindsight_clause, hindsight_sentence, made_words
from explorer.pages.outcomes import compose_outcomes_page
from explorer.pages.outlook import compose_outlook
from explorer.pages.record import compose_question
from explorer.pages.view import View
from explorer.paths import bundled_pack
from explorer.workspace.document import Workspace

THEN = date(2025, 10, 31)
SAID = "The judgement of 31 October 2025 was made in November 2026, with hindsight."
PAIR = View("AZE", ("KAZ",))


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return read_atlas(bundled_pack())


@pytest.fixture(scope="module")
def observations(atlas: Atlas) -> Observations:
    return read_observations(bundled_pack(), atlas)


def test_the_bundled_pack_says_of_its_judgements_what_its_method_says(atlas: Atlas) -> None:
    made = long_partial(parse_partial_date(atlas.subject.judged_in))
    method = next(each for each in atlas.notes if each.id == METHOD_NOTE)
    assert f"31 October 2025 were written in {made}; hindsight" in method.body
    assert hindsight_sentence(atlas, THEN) == SAID


def test_what_was_judged_when_it_is_dated_was_not_judged_in_hindsight(atlas: Atlas) -> None:
    assert hindsight_sentence(atlas, atlas.subject.as_of) == ""
    assert made_words(atlas, date(2026, 11, 1)) == ""
    assert made_words(atlas, date(2026, 10, 31)) != ""


def test_where_a_pack_does_not_say_the_doubt_is_said(atlas: Atlas) -> None:
    silent = replace(atlas, subject=replace(atlas.subject, judged_in=""))
    assert hindsight_clause(silent, THEN).endswith(
        "was perhaps made after its date, with hindsight"
    )


def test_a_day_is_named_as_a_day(atlas: Atlas) -> None:
    exact = replace(atlas, subject=replace(atlas.subject, judged_in="2026-11-20"))
    assert made_words(exact, THEN) == "made on 20 November 2026, with hindsight"


def test_every_place_that_sets_it_beside_the_newest_says_it_in_the_same_words(
    atlas: Atlas, observations: Observations
) -> None:
    mine = Workspace()
    outlook = compose_outlook(atlas, mine)
    brief = compose_brief(atlas, observations, mine, "AZE", "KAZ", BriefOptions(since=THEN))
    changes = compose_changes(atlas, mine, THEN, None, PAIR.shown)
    compare = compose_compare(atlas, mine, PAIR, outlook)
    question = compose_question(atlas, mine, "Q01")
    assert question is not None
    places = {
        "brief": brief.changed_caution,
        "what changed in the brief": str(brief.since),
        "changes": " ".join(changes.cautions),
        "outcomes": str(compose_outcomes_page(atlas, mine, outlook, None, PAIR.shown)),
        "compare": str(compare.outcomes),
        "record": " ".join(question.cautions),
    }
    for place, words in places.items():
        assert SAID in words or SAID[:-1].lower() in words.lower(), place
        assert "may have been" not in words, place
