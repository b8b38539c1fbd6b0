from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from explorer.workspace.document import OwnForecast, OwnQuestion, Resolution, Workspace
from explorer.workspace.forecasts import (
    asked_of,
    drop_forecast,
    drop_question,
    forecasts_on,
    is_question_altered,
    next_forecast_id,
    next_question_id,
    put_forecast,
    put_question,
    recorded_on,
    reopen_question,
    resolve_question,
    withdraw_forecast,
)
from explorer.workspace.seals import seal_forecast

NOW = datetime(2026, 11, 24, 21, 4, 7, 123, tzinfo=UTC)
QUESTION = OwnQuestion("P01", "Will it rain?", ("KAZ",), date(2027, 1, 31), "A millimetre", NOW)
FORECAST = OwnForecast("F001", "P01", "", 0.3, NOW, "Clouds", "low")


def held() -> Workspace:
    return put_forecast(put_question(Workspace(), QUESTION), FORECAST)


def sealed() -> Workspace:
    return seal_forecast(held(), "F001", NOW)


def test_ids_count_on_from_the_highest() -> None:
    assert (next_question_id(Workspace()), next_forecast_id(Workspace())) == ("P01", "F001")
    assert (next_question_id(held()), next_forecast_id(held())) == ("P02", "F002")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (replace(QUESTION, id="Q01"), "no id of an own question"),
        (replace(QUESTION, text=" "), "needs a name"),
        (replace(QUESTION, yes_when=" "), "counts as a yes"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused(wrong: OwnQuestion, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        put_question(Workspace(), wrong)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (replace(FORECAST, id="E001"), "no id of a forecast"),
        (replace(FORECAST, likelihood=1.01), "no likelihood"),
        (replace(FORECAST, likelihood=float("nan")), "no likelihood"),
        (replace(FORECAST, question=""), "needs a name"),
    ],
)
def test_a_forecast_that_is_none_is_refused(wrong: OwnForecast, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        put_forecast(Workspace(), wrong)


def test_a_forecast_is_kept_in_utc_to_the_second_and_never_comes_with_a_seal() -> None:
    there = timezone(timedelta(hours=5))
    made = replace(FORECAST, when=NOW.astimezone(there), seal="f" * 64, sealed=NOW)
    kept = put_forecast(Workspace(), made).forecasts["F001"]
    assert kept.when.isoformat() == "2026-11-24T21:04:07+00:00"
    assert (kept.seal, kept.sealed) == ("", None)


def test_forecasts_on_a_question_come_oldest_first() -> None:
    earlier = replace(FORECAST, id="F002", when=NOW - timedelta(days=1))
    other = replace(FORECAST, id="F003", question="Q02")
    workspace = put_forecast(put_forecast(held(), earlier), other)
    assert [each.id for each in forecasts_on(workspace, "P01")] == ["F002", "F001"]


def test_a_question_that_is_changed_has_its_forecasts_count_from_then() -> None:
    later = NOW + timedelta(days=2)
    changed = put_question(held(), replace(QUESTION, text="Will it snow?"), later)
    forecast = changed.forecasts["F001"]
    assert forecast.asked == asked_of(changed.questions["P01"])
    assert forecast.asked == "Will it snow? (KAZ) Closes 2027-01-31. Counts as yes: A millimetre"
    assert forecast.when == later.replace(microsecond=0)
    with pytest.raises(ValueError, match="from when F001 answers"):
        put_question(held(), replace(QUESTION, text="Will it snow?"))


def test_a_question_that_asks_for_the_same_leaves_its_forecasts_alone() -> None:
    earlier = replace(QUESTION, created=NOW - timedelta(days=1))
    changed = put_question(held(), earlier, NOW + timedelta(days=2))
    assert changed.forecasts == held().forecasts


def test_what_is_sealed_is_neither_changed_nor_deleted() -> None:
    workspace = sealed()
    with pytest.raises(ValueError, match="F001 is sealed"):
        put_forecast(workspace, replace(FORECAST, likelihood=0.9))
    with pytest.raises(ValueError, match="withdraw it instead"):
        drop_forecast(workspace, "F001")
    with pytest.raises(ValueError, match="ask a new question"):
        put_question(workspace, replace(QUESTION, yes_when="A drop"))
    with pytest.raises(ValueError, match="stays on record"):
        drop_question(workspace, "P01")


def test_withdrawing_a_sealed_forecast_adds_a_line_and_leaves_it_as_it_was() -> None:
    before = sealed()
    after = withdraw_forecast(before, "F001", NOW, "I was wrong")
    assert after.forecasts == before.forecasts
    assert after.withdrawals["F001"].reason == "I was wrong"
    assert withdraw_forecast(after, "F001", NOW + timedelta(days=1), "Again") is after


def test_deleting_a_question_takes_its_forecasts_along() -> None:
    assert drop_question(held(), "P01") == Workspace()


def test_what_is_resolved_is_neither_put_otherwise_nor_deleted() -> None:
    resolution = Resolution("P01", "yes", date(2027, 1, 1), ("E1",), "")
    workspace = resolve_question(held(), resolution)
    with pytest.raises(ValueError, match="P01 is resolved; reopen it first"):
        put_question(workspace, replace(QUESTION, yes_when="A drop"), NOW)
    with pytest.raises(ValueError, match="reopen it first"):
        drop_question(workspace, "P01")
    with pytest.raises(ValueError, match="F001 stays as it is"):
        put_forecast(workspace, replace(FORECAST, likelihood=0.9))
    with pytest.raises(ValueError, match="F001 stays on record"):
        drop_forecast(workspace, "F001")
    assert drop_question(reopen_question(workspace, "P01"), "P01") == Workspace()


def test_what_is_withdrawn_is_not_taken_up_again() -> None:
    workspace = withdraw_forecast(held(), "F001", NOW, "")
    with pytest.raises(ValueError, match="F001 is withdrawn"):
        put_forecast(workspace, replace(FORECAST, likelihood=0.9))
    with pytest.raises(ValueError, match="is withdrawn; ask a new question"):
        put_question(workspace, replace(QUESTION, yes_when="A drop"), NOW)


def test_deleting_a_forecast_takes_its_withdrawal_along() -> None:
    workspace = drop_forecast(withdraw_forecast(held(), "F001", NOW, ""), "F001")
    assert (dict(workspace.forecasts), dict(workspace.withdrawals)) == ({}, {})


def test_nothing_is_resolved_without_evidence() -> None:
    bare = Resolution("P01", "yes", date(2027, 1, 1), (), "It rained")
    with pytest.raises(ValueError, match="at least one item of evidence"):
        resolve_question(held(), bare)
    resolved = resolve_question(held(), replace(bare, evidence_ids=("E001",)))
    assert resolved.resolutions["P01"].outcome == "yes"
    assert reopen_question(resolved, "P01") == held()


def test_edits_of_what_is_not_there_change_nothing() -> None:
    workspace = held()
    assert drop_question(workspace, "P09") is workspace
    assert drop_forecast(workspace, "F009") is workspace
    assert reopen_question(workspace, "P01") is workspace
    assert withdraw_forecast(workspace, "F009", NOW, "") is workspace
    assert put_question(workspace, QUESTION) is workspace


def test_a_question_changed_behind_a_seal_is_seen() -> None:
    workspace = put_question(held(), replace(QUESTION, text="Will it rain now?"), NOW)
    workspace = seal_forecast(workspace, "F001", NOW)
    forecast = workspace.forecasts["F001"]
    assert not is_question_altered(workspace, forecast)
    moved = replace(workspace, questions={"P01": QUESTION})
    assert is_question_altered(moved, forecast)


def test_the_record_of_an_earlier_day_lacks_what_came_later() -> None:
    workspace = put_forecast(held(), replace(FORECAST, id="F002", when=NOW + timedelta(days=9)))
    workspace = withdraw_forecast(workspace, "F001", NOW + timedelta(days=2), "")
    resolution = Resolution("P01", "yes", date(2026, 12, 20), ("E1",), "")
    workspace = resolve_question(workspace, resolution)
    assert recorded_on(workspace, date(2026, 11, 24)) == held()
    assert recorded_on(workspace, date(2026, 11, 23)) == Workspace()
    assert recorded_on(workspace, date(2026, 12, 20)) == workspace


def test_the_record_of_an_earlier_day_lacks_a_seal_that_came_later() -> None:
    workspace = seal_forecast(held(), "F001", NOW + timedelta(days=3))
    assert recorded_on(workspace, date(2026, 11, 26)) == held()
    assert recorded_on(workspace, date(2026, 11, 27)) == workspace


def test_a_question_is_kept_with_its_moment_in_utc_to_the_second() -> None:
    there = timezone(timedelta(hours=5))
    kept = put_question(Workspace(), replace(QUESTION, created=NOW.astimezone(there)))
    assert kept.questions["P01"].created.isoformat() == "2026-11-24T21:04:07+00:00"
