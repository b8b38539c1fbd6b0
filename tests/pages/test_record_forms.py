from datetime import UTC, date, datetime

from explorer.domain.atlas import Atlas
from explorer.pages.record_forms import (
    certainty_words,
    forecast_faults,
    forecast_form,
    forecast_from,
    question_faults,
    question_form,
    question_from,
    resolution_faults,
    resolution_form,
    resolution_from,
    withdrawal_form,
)
from explorer.workspace.document import OwnForecast, Workspace

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
TODAY = NOW.date()
ASKED = {
    "text": " Will it\nrain? ",
    "yes_when": "A drop",
    "closes": "2027-01-31",
    "countries": "KAZ UZB",
}
FORECAST = OwnForecast("F001", "Q02", "", 0.35, NOW, "Clouds", "low")


def test_a_question_without_faults_is_made_and_can_be_edited_again(atlas: Atlas) -> None:
    assert not question_faults(ASKED, TODAY)
    made = question_from(ASKED, "P01", NOW)
    assert (made.text, made.countries) == ("Will it rain?", ("KAZ", "UZB"))
    values = {each.name: each.value for each in question_form(atlas, made).fields}
    assert question_from(values, "P01", NOW) == made


def test_who_rewords_a_question_is_told_what_becomes_of_the_forecasts(atlas: Atlas) -> None:
    made = question_from(ASKED, "P01", NOW)
    words = "your forecasts on it count from that moment on"
    assert words in question_form(atlas, made).aside
    assert words not in question_form(atlas, None).aside


def test_the_faults_of_a_question_say_what_to_do() -> None:
    blank = dict.fromkeys(ASKED, "")
    assert set(question_faults(blank, TODAY)) == {"text", "yes_when", "closes"}
    assert "“soon” is no day" in question_faults({**ASKED, "closes": "soon"}, TODAY)["closes"]
    assert "past" in question_faults({**ASKED, "closes": "2026-11-23"}, TODAY)["closes"]
    assert not question_faults({**ASKED, "closes": "2026-11-24"}, TODAY)


def test_a_resolution_needs_an_outcome_a_day_that_came_and_evidence(atlas: Atlas) -> None:
    workspace = Workspace()
    values = {"outcome": "", "day": "", "evidence": "", "words": ""}
    assert set(resolution_faults(atlas, workspace, values, TODAY)) == {
        "outcome",
        "day",
        "evidence",
    }
    whole = {"outcome": "no", "day": "2026-11-01", "evidence": "e169; E296, E169", "words": " x "}
    assert not resolution_faults(atlas, workspace, whole, TODAY)
    made = resolution_from(whole, "Q02")
    assert made.evidence_ids == ("E169", "E296")
    assert (made.outcome, made.day, made.words) == ("no", date(2026, 11, 1), "x")
    values = {each.name: each.value for each in resolution_form("Q", made, TODAY).fields}
    assert resolution_from(values, "Q02") == made


def test_a_forecast_that_is_changed_counts_from_now_and_one_that_is_not_stays() -> None:
    values = {each.name: each.value for each in forecast_form(FORECAST).fields}
    later = NOW.replace(hour=13)
    assert forecast_from(FORECAST, values, later) == FORECAST
    changed = forecast_from(FORECAST, {**values, "likelihood": "40"}, later)
    assert (changed.likelihood, changed.when) == (0.4, later)
    assert forecast_faults({**values, "likelihood": "400"})
    assert not forecast_faults(values)


def test_withdrawing_asks_only_why() -> None:
    assert [each.name for each in withdrawal_form(FORECAST).fields] == ["reason"]


def test_only_certainty_is_warned_of() -> None:
    assert certainty_words("0")
    assert certainty_words("100 %")
    assert not certainty_words("1")
    assert not certainty_words("x")
