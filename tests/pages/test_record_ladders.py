import math
from dataclasses import replace

import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.record_ladders import (
    ARRANGED,
    POOL,
    WHY_NOT,
    ladder_cautions,
    ladder_forecasts,
)
from explorer.pages.record_questions import Question, question_of
from explorer.workspace.document import Workspace


def question(atlas: Atlas, key: str) -> Question:
    found = question_of(atlas, Workspace(), key)
    assert found is not None
    return found


def test_the_announcement_is_scored_on_the_ladders_dated_before_it(atlas: Atlas) -> None:
    """The sums of rungs 3 to 5 of `ladders.csv`, worked out by hand: 0.34 for R1."""
    found = {each.who: each for each in ladder_forecasts(atlas, question(atlas, "Q01"))}
    assert set(found) == {POOL, "R1", "R2", "R3", "R4"}
    first = found["R1"]
    assert first.likelihood == pytest.approx(0.34)
    assert first.day_words == "31 Oct 2025"
    assert first.scores is not None
    assert first.scores.brier == pytest.approx(0.66**2)
    assert first.scores.log == pytest.approx(math.log(0.34))


def test_the_pool_is_the_plain_mean_of_the_raters(atlas: Atlas) -> None:
    pool, *raters = ladder_forecasts(atlas, question(atlas, "Q01"))
    mean = sum(each.likelihood for each in raters) / len(raters)
    assert pool.likelihood == pytest.approx(mean, abs=1e-3)


def test_while_the_question_is_open_the_ladders_have_no_scores(atlas: Atlas) -> None:
    opened = replace(question(atlas, "Q01"), state="open", known_from=None)
    found = ladder_forecasts(atlas, opened)
    assert {each.day_words for each in found} == {"31 Oct 2025", "23 Nov 2026"}
    assert all(each.scores is None for each in found)


def test_no_other_question_is_scored_and_each_says_why(atlas: Atlas) -> None:
    for each in atlas.questions:
        if each.id != "Q01":
            assert ladder_forecasts(atlas, question(atlas, each.id)) == ()
            (why,) = ladder_cautions(atlas, question(atlas, each.id))
            assert why
            assert "{" not in why


@pytest.mark.parametrize("key", ["Q05", "Q06", "Q07", "Q08", "Q09"])
def test_questions_of_another_horizon_say_so(atlas: Atlas, key: str) -> None:
    (why,) = ladder_cautions(atlas, question(atlas, key))
    assert "2026" in why
    assert "the end of 2030" in why


def test_the_cautions_name_hindsight_and_that_the_two_are_not_quite_the_same(
    atlas: Atlas,
) -> None:
    words = " ".join(ladder_cautions(atlas, question(atlas, "Q01")))
    assert "hindsight" in words
    assert "not quite the same" in words
    assert "Token accession" in words


def test_the_arrangement_names_questions_states_and_rungs_that_there_are(atlas: Atlas) -> None:
    questions = {each.id: each for each in atlas.questions}
    rungs = {each.id for each in atlas.rungs}
    for (pack, key), event in ARRANGED.items():
        assert pack == atlas.subject.pack
        assert event.iso3 in questions[key].countries
        assert event.rung in rungs
    assert {key for _, key in WHY_NOT} <= set(questions)


def test_in_another_pack_no_question_is_taken_for_the_ladder_s(atlas: Atlas) -> None:
    other = replace(atlas, subject=replace(atlas.subject, pack="other"))
    assert ladder_forecasts(other, question(atlas, "Q01")) == ()
