from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.workspace.document import OwnForecast, Workspace
from explorer.workspace.forecasts import put_forecast
from explorer.workspace.history import History
from explorer.workspace.seals import (
    altered_forecasts,
    check_seals,
    seal_forecast,
    seal_of,
    seal_state,
)

NOW = datetime(2026, 11, 24, 21, 4, 7, tzinfo=UTC)
FORECAST = OwnForecast("F001", "Q02", "Will it?", 0.35, NOW, "Wolken ∞", "moderate")


def sealed(forecast: OwnForecast = FORECAST) -> OwnForecast:
    held = put_forecast(Workspace(), forecast)
    return seal_forecast(held, "F001", NOW + timedelta(minutes=1)).forecasts["F001"]


def test_the_seal_is_the_hash_of_canonical_json_written_out_by_hand() -> None:
    written = (
        '{"asked":"Will it?","confidence":"moderate","id":"F001","likelihood":0.35,'
        '"question":"Q02","reason":"Wolken ∞","sealed":"2026-11-24T21:05:07+00:00",'
        '"when":"2026-11-24T21:04:07+00:00"}'
    )
    assert sealed().seal == sha256(written.encode()).hexdigest()


def test_a_forecast_is_unsealed_then_intact() -> None:
    assert seal_state(FORECAST) == "none"
    assert seal_state(sealed()) == "intact"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "F002"),
        ("question", "Q03"),
        ("asked", "Will it ever?"),
        ("likelihood", 0.36),
        ("when", NOW - timedelta(seconds=1)),
        ("reason", ""),
        ("confidence", "high"),
        ("sealed", NOW),
        ("sealed", None),
        ("seal", "0" * 64),
        ("seal", ""),
    ],
)
def test_a_change_of_any_field_breaks_the_seal(field: str, value: object) -> None:
    changed = replace(sealed(), **{field: value})
    assert seal_state(changed) == "altered"


def test_the_seal_does_not_hang_on_the_zone_in_which_a_moment_is_written() -> None:
    there = timezone(timedelta(hours=5))
    assert seal_of(replace(FORECAST, when=NOW.astimezone(there))) == seal_of(FORECAST)


@given(st.floats(0, 1), st.text(), st.text())
def test_every_forecast_can_be_sealed_and_is_intact_then(
    likelihood: float, reason: str, asked: str
) -> None:
    made = replace(FORECAST, likelihood=likelihood, reason=reason, asked=asked)
    assert seal_state(sealed(made)) == "intact"


def test_half_of_a_pair_of_surrogates_can_be_sealed() -> None:
    assert seal_state(sealed(replace(FORECAST, reason="\ud800"))) == "intact"


def test_sealing_twice_changes_nothing() -> None:
    once = seal_forecast(put_forecast(Workspace(), FORECAST), "F001", NOW)
    assert seal_forecast(once, "F001", NOW + timedelta(days=1)) is once


def test_a_seal_is_undone_as_a_step_of_the_session() -> None:
    plain = put_forecast(Workspace(), FORECAST)
    history = History(plain).step(seal_forecast(plain, "F001", NOW))
    assert history.undo().present == plain


def test_checking_names_what_is_altered_and_leaves_out_what_is_not_sealed() -> None:
    workspace = put_forecast(Workspace(), FORECAST)
    workspace = put_forecast(workspace, replace(FORECAST, id="F002"))
    workspace = put_forecast(workspace, replace(FORECAST, id="F003"))
    for key in ("F001", "F002"):
        workspace = seal_forecast(workspace, key, NOW)
    forged = replace(workspace.forecasts["F002"], likelihood=0.9)
    workspace = replace(workspace, forecasts={**workspace.forecasts, "F002": forged})
    assert dict(check_seals(workspace)) == {"F001": "intact", "F002": "altered"}
    assert altered_forecasts(workspace) == ("F002",)
