from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from explorer.analysis.scoring import Judged
from explorer.domain.atlas import Atlas
from explorer.pages.record_questions import (
    own_judged,
    own_scores,
    question_of,
    questions_of,
    shown_questions,
    standings_of,
)
from explorer.workspace.document import OwnForecast, OwnQuestion, Resolution, Workspace
from explorer.workspace.forecasts import (
    forecasts_on,
    put_forecast,
    put_question,
    resolve_question,
    withdraw_forecast,
)

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
QUESTION = OwnQuestion("P01", "Will it rain?", ("KAZ",), date(2027, 1, 31), "Rain", NOW)


def forecast(key: str, likelihood: float, days: float, question: str = "P01") -> OwnForecast:
    return OwnForecast(key, question, "", likelihood, NOW + timedelta(days=days), "")


def held(*forecasts: OwnForecast) -> Workspace:
    workspace = put_question(Workspace(), QUESTION)
    for each in forecasts:
        workspace = put_forecast(workspace, each)
    return workspace


def resolved(workspace: Workspace, outcome: str = "yes") -> Workspace:
    day = date(2026, 12, 4)
    kinds = {"yes": "yes", "no": "no", "void": "void"}
    made = Resolution("P01", "yes", day, ("E001",), "")
    return resolve_question(workspace, replace(made, outcome=kinds[outcome]))


def test_questions_of_the_pack_come_before_own_ones(atlas: Atlas) -> None:
    keys = [each.key for each in questions_of(atlas, held())]
    assert keys == [*(each.id for each in atlas.questions), "P01"]


def test_the_pack_s_answer_counts_from_its_day_or_from_when_it_was_checked(atlas: Atlas) -> None:
    announced = question_of(atlas, Workspace(), "Q01")
    by_october = question_of(atlas, Workspace(), "Q05")
    in_december = question_of(atlas, Workspace(), "Q17")
    assert announced is not None
    assert by_october is not None
    assert in_december is not None
    assert announced.known_from == datetime(2025, 11, 6, tzinfo=UTC)
    assert by_october.known_from == datetime(2026, 10, 5, tzinfo=UTC)
    assert in_december.known_from == datetime(2025, 12, 1, tzinfo=UTC)
    assert (announced.state, by_october.state) == ("yes", "no")


def test_the_user_resolves_what_the_pack_leaves_open_and_nothing_else(atlas: Atlas) -> None:
    workspace = Workspace()
    for key in ("Q01", "Q02"):
        made = Resolution(key, "no", date(2026, 12, 1), ("E001",), "")
        workspace = resolve_question(workspace, made)
    first, second = (question_of(atlas, workspace, key) for key in ("Q01", "Q02"))
    assert first is not None
    assert second is not None
    assert (first.state, first.is_mine) == ("yes", False)
    assert (second.state, second.is_mine) == ("no", True)


@pytest.mark.parametrize(
    ("shown", "keys"),
    [("mine", {"P01", "Q02"}), ("open", {"P01", "Q02", "Q18", "Q19", "Q20"})],
)
def test_the_filter_shows_what_is_asked_for(atlas: Atlas, shown: str, keys: set[str]) -> None:
    workspace = held(forecast("F001", 0.3, 0, "Q02"))
    choice = "mine" if shown == "mine" else "open"
    found = shown_questions(questions_of(atlas, workspace), workspace, choice, "")
    assert {each.key for each in found} == keys


def test_the_filter_by_state_shows_only_that_state_s(atlas: Atlas) -> None:
    found = shown_questions(questions_of(atlas, Workspace()), Workspace(), "resolved", "TKM")
    assert found
    assert all("TKM" in each.countries and each.state != "open" for each in found)


def test_a_withdrawal_ends_what_stands(atlas: Atlas) -> None:
    workspace = withdraw_forecast(held(forecast("F001", 0.2, 0)), "F001", NOW, "")
    line = standings_of(workspace, forecasts_on(workspace, "P01"))
    assert [each.likelihood for each in line] == [0.2, None]
    question = question_of(atlas, resolved(workspace), "P01")
    assert question is not None
    assert own_scores(resolved(workspace), question) is None


def test_withdrawing_what_another_has_taken_the_place_of_ends_nothing() -> None:
    workspace = held(forecast("F001", 0.2, 0), forecast("F002", 0.8, 1))
    workspace = withdraw_forecast(workspace, "F001", NOW + timedelta(days=2), "")
    line = standings_of(workspace, forecasts_on(workspace, "P01"))
    assert [each.likelihood for each in line] == [0.2, 0.8]


def test_a_question_scores_by_time_and_is_judged_by_what_stood_last(atlas: Atlas) -> None:
    workspace = resolved(held(forecast("F001", 0.2, 0), forecast("F002", 0.8, 4.5)))
    question = question_of(atlas, workspace, "P01")
    assert question is not None
    scores = own_scores(workspace, question)
    assert scores is not None
    share = 4.5 / 9.5  # from noon of the 24th to the first moment of the 4th
    assert scores.brier == pytest.approx(share * 0.64 + (1 - share) * 0.04)
    assert own_judged(workspace, [question]) == (Judged(0.8, happened=True),)


@pytest.mark.parametrize("outcome", ["void", ""])
def test_what_is_open_or_void_is_not_scored(atlas: Atlas, outcome: str) -> None:
    workspace = held(forecast("F001", 0.2, 0))
    workspace = resolved(workspace, outcome) if outcome else workspace
    question = question_of(atlas, workspace, "P01")
    assert question is not None
    assert own_scores(workspace, question) is None
    assert own_judged(workspace, [question]) == ()


def test_an_own_question_scores_until_it_closes_and_no_longer(atlas: Atlas) -> None:
    late = Resolution("P01", "no", date(2027, 3, 9), ("E001",), "")
    early = replace(late, day=date(2027, 1, 20))
    for made, known in ((late, date(2027, 2, 1)), (early, early.day)):
        question = question_of(atlas, resolve_question(held(), made), "P01")
        assert question is not None
        assert question.known_from == datetime(known.year, known.month, known.day, tzinfo=UTC)


def test_a_question_that_the_pack_has_no_longer_comes_last_and_is_scored(atlas: Atlas) -> None:
    workspace = held(forecast("F001", 0.2, 0, "Q99"))
    lost = questions_of(atlas, workspace)[-1]
    assert (lost.key, lost.is_lost, lost.state) == ("Q99", True, "open")
    made = Resolution("Q99", "no", date(2026, 12, 4), ("E001",), "")
    lost = questions_of(atlas, resolve_question(workspace, made))[-1]
    scores = own_scores(workspace, lost)
    assert scores is not None
    assert scores.brier == pytest.approx(0.04)


def test_a_withdrawal_that_is_dated_before_its_forecast_ends_it_from_the_start() -> None:
    workspace = withdraw_forecast(
        held(forecast("F001", 0.2, 0)), "F001", NOW - timedelta(days=1), ""
    )
    line = standings_of(workspace, forecasts_on(workspace, "P01"))
    assert [(each.likelihood, each.since) for each in line] == [(0.2, NOW), (None, NOW)]
