from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from explorer.analysis.scoring import LEAST_RESOLVED
from explorer.domain.atlas import Atlas
from explorer.pages.record_scores import ALWAYS_EVEN, YOU, compose_scores, seal_words
from explorer.workspace.document import OwnForecast, OwnQuestion, Resolution, Workspace
from explorer.workspace.forecasts import put_forecast, put_question, resolve_question
from explorer.workspace.seals import seal_forecast

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def with_resolved(count: int) -> Workspace:
    """Ask questions of which those with an even number come true, and give them 80 or 30 %."""
    workspace = Workspace()
    for number in range(1, count + 1):
        key, happened = f"P{number:02d}", number % 2 == 0
        question = OwnQuestion(key, "Will it?", ("KAZ",), date(2027, 1, 1), "It does", NOW)
        workspace = put_question(workspace, question)
        made = OwnForecast(f"F{number:03d}", key, "", 0.8 if happened else 0.3, NOW, "")
        workspace = put_forecast(workspace, made)
        day = (NOW + timedelta(days=5)).date()
        outcome = Resolution(key, "yes" if happened else "no", day, ("E001",), "")
        workspace = resolve_question(workspace, outcome)
    return workspace


def test_before_the_user_has_a_score_the_page_says_so_and_shows_the_pack_s(atlas: Atlas) -> None:
    page = compose_scores(atlas, Workspace())
    assert page.mine is None
    assert page.nothing
    (judged,) = page.judged
    assert "Q01" in judged.heading
    assert "hindsight" in " ".join(judged.cautions)
    who = [row[0] for row in judged.table.rows]
    assert who[0].startswith("Pool of the raters, 31 Oct 2025: 32.1")
    assert who[-2:] == [ALWAYS_EVEN, "Always the base rate, 33\u00a0% (6 of 18)"]
    assert judged.table.rows[-2][2:] == ("0.250", "0.500", "−0.693")


def test_scores_are_the_mean_over_questions_beside_those_of_the_references(atlas: Atlas) -> None:
    page = compose_scores(atlas, with_resolved(2))
    assert page.mine is not None
    you, even, base = page.mine.table.rows
    assert you == (YOU, "2", "0.065", "0.130", "−0.290")
    assert even == (ALWAYS_EVEN, "2", "0.250", "0.500", "−0.693")
    assert base[0].startswith("Always the base rate")
    assert [row[0][:3] for row in page.by_question.rows] == ["P01", "P02"]


def test_the_page_says_how_many_of_the_scored_forecasts_were_sealed_in_time(
    atlas: Atlas,
) -> None:
    workspace = seal_forecast(with_resolved(3), "F001", NOW + timedelta(hours=1))
    workspace = seal_forecast(workspace, "F002", NOW + timedelta(days=9))
    page = compose_scores(atlas, workspace)
    assert page.mine is not None
    assert page.mine.cautions[0].startswith("1 of 3 forecasts scored here was sealed before")


def test_calibration_waits_until_there_are_enough(atlas: Atlas) -> None:
    page = compose_scores(atlas, with_resolved(LEAST_RESOLVED - 1))
    assert page.chart is None
    assert page.parts == ()
    assert page.progress == "29 of 30 resolved questions needed."


def test_calibration_is_drawn_once_there_are_enough(atlas: Atlas) -> None:
    page = compose_scores(atlas, with_resolved(LEAST_RESOLVED))
    assert page.chart is not None
    low, high = page.chart.points
    assert (low.mean, low.share, low.count) == pytest.approx((0.3, 0.0, 15))
    assert (high.mean, high.share, high.count) == pytest.approx((0.8, 1.0, 15))
    assert page.chart.base == 0.5
    assert page.chart.caption.table.rows[0] == (
        *("20 to 40\u00a0%", "15", "30\u00a0%"),
        *("0", "0\u00a0%"),
    )
    parts = dict(page.parts)
    assert parts["Reliability"] == "0.065"
    assert parts["Resolution"] == parts["Uncertainty"] == "0.250"
    assert parts["Brier score of the last forecasts"] == "0.065"


def test_the_check_of_the_seals_names_what_is_broken() -> None:
    assert seal_words(Workspace()) == "No forecast is sealed."
    workspace = seal_forecast(with_resolved(3), "F001", NOW)
    assert seal_words(workspace) == "The seal of F001 is intact."
    workspace = seal_forecast(workspace, "F002", NOW)
    assert seal_words(workspace) == "All 2 seals are intact."
    forged = replace(workspace.forecasts["F002"], likelihood=0.99)
    workspace = replace(workspace, forecasts={**workspace.forecasts, "F002": forged})
    assert seal_words(workspace) == "Altered: F002 is not as sealed. 1 other is intact."


def test_every_method_is_defined_with_its_source(atlas: Atlas) -> None:
    words = " ".join(text for _, text in compose_scores(atlas, Workspace()).definitions)
    for source in ("Brier 1950", "Good 1952", "Murphy 1973", "Mellers", "Stephenson"):
        assert source in words
