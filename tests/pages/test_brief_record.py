from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.pages.brief_record import EXPECTATIONS, record_part
from explorer.pages.brief_sources import SourceNumbers

STATES = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")


def test_the_twelve_texts_stand_with_both_votes_in_words(atlas: Atlas) -> None:
    part = record_part(atlas, ("AZE", "TKM"), SourceNumbers(atlas))
    assert len(part.votes) == 12
    held = {(x.resolution, x.iso3): x.vote for x in atlas.key_votes}
    words = {"yes": "yes", "no": "no", "abstain": "abstained", "absent": "not recorded"}
    for line in part.votes:
        number = line.text.rsplit(", ", 1)[1]
        assert line.votes == tuple(words[held[number, iso3]] for iso3 in ("AZE", "TKM"))
    assert "Turkmenistan: " in part.votes_note.text
    assert part.votes_note.cites


def test_the_announcement_is_scored_with_the_caution_of_hindsight(atlas: Atlas) -> None:
    part = record_part(atlas, ("AZE", "KAZ"), SourceNumbers(atlas))
    [first] = [x for x in part.resolved if x.question.startswith("Will Kazakhstan announce")]
    assert first.outcome == "Yes, 6 Nov 2025"
    assert first.body.cites
    assert "Brier score 0.461" in first.score
    assert "hindsight" in first.score
    assert all(not each.score for each in part.resolved if each is not first)


def test_each_author_told_of_names_a_state_of_the_pair_and_has_a_source(atlas: Atlas) -> None:
    part = record_part(atlas, ("UZB", "KAZ"), SourceNumbers(atlas))
    assert len(part.expected) == EXPECTATIONS
    for each in part.expected:
        assert "Uzbekistan" in each.where or "Kazakhstan" in each.where
        assert "The region" not in each.where
        assert each.stance
        assert each.body.cites
    assert f"the newest {EXPECTATIONS}" in part.expected_note


@pytest.mark.parametrize("pair", list(combinations(STATES, 2)))
def test_every_pair_is_told_without_gaps(
    atlas: Atlas, faults_of_text: Callable[[object], list[str]], pair: tuple[str, str]
) -> None:
    assert faults_of_text(record_part(atlas, pair, SourceNumbers(atlas))) == []


def test_what_is_not_on_record_is_said(atlas: Atlas) -> None:
    bare = replace(atlas, key_votes=(), assessments=(), dissents=(), questions=())
    part = record_part(bare, ("AZE", "KAZ"), SourceNumbers(bare))
    assert part.votes_note.text == "No vote on record."
    assert part.expected_note == "No assessment of Azerbaijan and Kazakhstan is on record."
    assert part.resolved_note == "No forecast question on these states has been resolved."


def test_as_of_the_day_before_the_announcement_its_question_is_not_resolved(atlas: Atlas) -> None:
    cut = known_on(atlas, date(2025, 11, 5))
    part = record_part(cut, ("AZE", "KAZ"), SourceNumbers(cut))
    assert not any(x.question.startswith("Will Kazakhstan announce") for x in part.resolved)
    assert len(part.votes) < 12


def test_a_question_that_came_out_by_an_earlier_day_says_what_happened_by_its_evidence(
    atlas: Atlas,
) -> None:
    cut = known_on(atlas, date(2025, 11, 5))
    [told] = record_part(cut, ("AZE", "KAZ"), SourceNumbers(cut)).resolved
    claims = {each.claim.rstrip(".") for each in cut.evidence}
    assert told.body.text.rstrip(".") in claims
    assert told.body.cites
