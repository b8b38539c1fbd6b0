import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.errors import WorkspaceError
from explorer.workspace.codec import decode, encode
from explorer.workspace.document import OwnForecast, OwnQuestion, Resolution, Workspace
from explorer.workspace.forecasts import (
    put_forecast,
    put_question,
    resolve_question,
    withdraw_forecast,
)
from explorer.workspace.seals import seal_forecast, seal_state
from explorer.workspace.storage import open_workspace

NOW = datetime(2026, 11, 24, 21, 4, tzinfo=UTC)
PATH = Path("workspace.json")


def held() -> Workspace:
    question = OwnQuestion("P01", "Will it rain?", ("KAZ",), date(2027, 1, 31), "Rain", NOW)
    workspace = put_question(Workspace(), question)
    forecast = OwnForecast("F001", "P01", "", 0.3, NOW, "Clouds", "low")
    workspace = put_forecast(workspace, forecast)
    workspace = put_forecast(workspace, replace(forecast, id="F002", confidence=""))
    workspace = seal_forecast(workspace, "F001", NOW)
    workspace = withdraw_forecast(workspace, "F001", NOW, "News")
    resolution = Resolution("P01", "void", date(2027, 1, 1), ("E001", "U001"), "Nobody looked")
    return resolve_question(workspace, resolution)


def test_the_record_comes_back_as_it_was() -> None:
    assert decode(encode(held()), PATH) == held()


@given(st.floats(0, 1), st.text(), st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1)))  # noqa: DTZ001 - the zone comes next
def test_a_seal_holds_through_the_file_and_back(
    likelihood: float, reason: str, moment: datetime
) -> None:
    made = OwnForecast("F001", "Q02", "Will it?", likelihood, moment.replace(tzinfo=UTC), reason)
    workspace = seal_forecast(put_forecast(Workspace(), made), "F001", NOW)
    back = decode(encode(workspace), PATH)
    assert seal_state(back.forecasts["F001"]) == "intact"


def test_a_file_without_a_record_has_an_empty_one() -> None:
    document = json.loads(encode(Workspace()))
    for name in ("questions", "forecasts", "withdrawals", "resolutions"):
        del document[name]
    assert decode(json.dumps(document).encode(), PATH) == Workspace()


@pytest.mark.parametrize(
    ("part", "field", "value", "words"),
    [
        ("questions", "id", "Q01", "no id of an own question"),
        ("questions", "closes", "soon", "no date"),
        ("questions", "text", "", "needs a name"),
        ("questions", "yes_when", " ", "needs a name"),
        ("questions", "created", "2026-11-24T21:04:00", "no moment in UTC"),
        ("forecasts", "id", "P01", "no id of a forecast"),
        ("forecasts", "likelihood", 1.5, "no likelihood"),
        ("forecasts", "confidence", "total", "none of"),
        ("forecasts", "when", "2026-11-24T21:04:00+05:00", "no moment in UTC"),
        ("forecasts", "when", "2026-11-24T21:04:00", "no moment in UTC"),
        ("forecasts", "sealed", "2026-11-24T21:04:00", "no moment in UTC"),
        ("withdrawals", "when", "2026-11-24T21:04:00", "no moment in UTC"),
        ("resolutions", "outcome", "maybe", "none of"),
        ("resolutions", "evidence_ids", [], "no item of evidence"),
    ],
)
def test_damage_is_named_by_its_field(part: str, field: str, value: object, words: str) -> None:
    document = json.loads(encode(held()))
    document[part][0][field] = value
    with pytest.raises(WorkspaceError, match=words) as error:
        decode(json.dumps(document).encode(), PATH)
    assert f"{part}[0]" in str(error.value)


def test_a_file_with_an_altered_forecast_loads_whole_and_says_which_is_altered(
    tmp_path: Path,
) -> None:
    document = json.loads(encode(held()))
    document["forecasts"][0]["likelihood"] = 0.9
    path = tmp_path / "workspace.json"
    path.write_text(json.dumps(document))
    opened = open_workspace(path)
    assert opened.workspace.forecasts["F001"].likelihood == 0.9
    assert seal_state(opened.workspace.forecasts["F001"]) == "altered"
    assert opened.workspace.notes == held().notes
    assert "F001" in opened.message
    assert "Record" in opened.message
    assert [each.name for each in tmp_path.iterdir()] == ["workspace.json"]


def test_a_file_with_whole_seals_opens_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "workspace.json"
    path.write_bytes(encode(held()))
    assert open_workspace(path).message == ""
