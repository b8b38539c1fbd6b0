from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from explorer.domain.atlas import Atlas
from explorer.packs.forecast_file import FileForecast, read_forecasts
from explorer.pages.record_import import open_questions, with_forecasts
from explorer.pages.record_table import record_table
from explorer.pages.tables import as_csv
from explorer.workspace.document import OwnForecast, Workspace
from explorer.workspace.forecasts import put_forecast
from explorer.workspace.seals import seal_forecast

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
FOUND = FileForecast("Q02", 0.35, date(2026, 10, 3), "low", "Clouds")


def test_what_is_taken_counts_from_now_and_says_when_the_file_dated_it(atlas: Atlas) -> None:
    taken = with_forecasts(atlas, Workspace(), [FOUND], NOW)
    forecast = taken.workspace.forecasts["F001"]
    assert (forecast.question, forecast.likelihood, forecast.confidence) == ("Q02", 0.35, "low")
    assert (forecast.when, forecast.sealed) == (NOW, None)
    assert forecast.asked.startswith("Will Kazakhstan sign")
    assert forecast.reason == "Clouds. Dated 3 Oct 2026 in the file that it was taken from."
    assert (
        taken.words
    ) == "1 forecast taken in; what is new counts from now on and bears no seal."


def test_a_file_taken_twice_adds_nothing_the_second_time(atlas: Atlas) -> None:
    bare = FileForecast("Q18", 0.5, None, None, "")
    once = with_forecasts(atlas, Workspace(), [FOUND, bare], NOW)
    twice = with_forecasts(atlas, once.workspace, [FOUND, bare], NOW + timedelta(days=1))
    assert twice.workspace == once.workspace
    assert (once.new, twice.new, twice.known) == (2, 0, 2)
    assert twice.words == "0 forecasts taken in, 2 there already."


def test_what_was_exported_is_there_already_and_new_to_an_empty_record(
    atlas: Atlas, tmp_path: Path
) -> None:
    made = OwnForecast("F001", "Q02", "Will it?", 0.35, NOW, "=Clouds", "low")
    workspace = seal_forecast(put_forecast(Workspace(), made), "F001", NOW)
    path = tmp_path / "mine.csv"
    path.write_bytes(as_csv(record_table(atlas, workspace)).encode("utf-8-sig"))
    found = read_forecasts(path, open_questions(atlas, workspace))
    assert with_forecasts(atlas, workspace, found, NOW).known == 1
    afresh = with_forecasts(atlas, Workspace(), found, NOW).workspace.forecasts["F001"]
    assert afresh.reason.startswith("=Clouds. Dated 24 Nov 2026, 12:00 UTC")
    assert afresh.seal == ""


def test_questions_are_open_resolved_or_not_to_be_forecast(atlas: Atlas) -> None:
    lost = OwnForecast("F001", "Q99", "Will it?", 0.35, NOW, "")
    found = open_questions(atlas, put_forecast(Workspace(), lost))
    assert (found["Q01"], found["Q02"]) == (False, True)
    assert "Q99" not in found
