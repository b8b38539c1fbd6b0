import math
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.pages.record_ladders import (
    HINDSIGHT,
    POOL,
    TOGETHER,
    ladder_cautions,
    ladder_event,
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


def test_the_event_of_a_ladder_is_of_a_state_that_the_question_is_about(atlas: Atlas) -> None:
    questions = {each.id: each for each in atlas.questions}
    events = [each for key in questions if (each := ladder_event(atlas, key)) is not None]
    assert [(each.question, each.iso3, each.rung) for each in events] == [
        ("Q01", "KAZ", "token_accession")
    ]
    assert events[0].iso3 in questions["Q01"].countries


def test_in_a_pack_that_arranges_nothing_no_question_is_taken_for_the_ladder_s(
    atlas: Atlas,
) -> None:
    other = replace(atlas, question_terms=())
    assert ladder_forecasts(other, question(atlas, "Q01")) == ()


def test_while_a_question_is_open_no_caution_tells_that_there_is_an_answer(atlas: Atlas) -> None:
    then = known_on(atlas, date(2025, 11, 5))
    for each in then.questions:
        asked = question(then, each.id)
        if asked.state == "open":
            words = " ".join(ladder_cautions(then, asked))
            assert HINDSIGHT not in words
            assert "answered" not in words
            assert "2026" not in words
    assert TOGETHER in ladder_cautions(then, question(then, "Q01"))


def test_a_ladder_dated_to_the_moment_of_the_answer_is_no_forecast_of_it(atlas: Atlas) -> None:
    asked = question(atlas, "Q01")
    at_once = replace(asked, known_from=datetime(2025, 10, 31, tzinfo=UTC))
    assert ladder_forecasts(atlas, at_once) == ()
