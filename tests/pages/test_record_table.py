from datetime import UTC, datetime

from explorer.domain.atlas import Atlas
from explorer.pages.record_table import record_table, seal_line
from explorer.workspace.document import OwnForecast, Workspace
from explorer.workspace.forecasts import put_forecast, withdraw_forecast
from explorer.workspace.seals import seal_forecast

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def held() -> Workspace:
    made = OwnForecast("F001", "Q02", "Will it?", 0.35, NOW, "Clouds", "low")
    workspace = put_forecast(Workspace(), made)
    gone = OwnForecast("F002", "Q99", "Gone?", 0.5, NOW, "")
    return seal_forecast(put_forecast(workspace, gone), "F001", NOW)


def test_each_forecast_is_a_row_with_its_seal_and_how_its_question_came_out(
    atlas: Atlas,
) -> None:
    workspace = withdraw_forecast(held(), "F001", NOW, "")
    table = record_table(atlas, workspace)
    first, second = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    assert first["question"].startswith("Will Kazakhstan sign")
    assert (first["likelihood"], first["confidence"]) == ("0.35", "low")
    assert first["seal_state"] == "intact"
    assert first["withdrawn"] == "2026-11-24T12:00:00+00:00"
    assert (second["question"], second["outcome"]) == ("Gone?", "no such question")
    assert second["seal"] == ""


def test_a_seal_is_told_with_what_it_is_the_seal_of() -> None:
    forecast = held().forecasts["F001"]
    line = seal_line(forecast)
    assert forecast.seal in line
    assert "“Will it?”: 35\u00a0%, made 24 Nov 2026, 12:00 UTC" in line
