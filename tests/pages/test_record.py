from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from explorer.domain.atlas import Atlas
from explorer.pages.record import (
    QuestionPage,
    compose_question,
    compose_question_list,
    record_as_of,
)
from explorer.workspace.document import OwnForecast, OwnQuestion, Resolution, Workspace
from explorer.workspace.forecasts import (
    put_forecast,
    put_question,
    resolve_question,
    withdraw_forecast,
)
from explorer.workspace.seals import seal_forecast

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
QUESTION = OwnQuestion("P01", "Will it rain?", ("KAZ",), date(2027, 1, 31), "A drop", NOW)
FORECAST = OwnForecast("F001", "P01", "", 0.35, NOW, "Clouds", "low")


def held() -> Workspace:
    return put_forecast(put_question(Workspace(), QUESTION), FORECAST)


def page(atlas: Atlas, workspace: Workspace, key: str = "P01") -> QuestionPage:
    found = compose_question(atlas, workspace, key)
    assert found is not None
    return found


def test_the_list_counts_what_there_is_and_what_passes(atlas: Atlas) -> None:
    assert compose_question_list(atlas, Workspace()).counts == "22 questions, 18 resolved"
    mine = compose_question_list(atlas, held(), "mine")
    assert mine.counts == "1 of 23 questions"
    assert mine.rows[0].subtitle == "P01 · Open · Kazakhstan · 1 forecast of yours"


def test_the_first_resolved_case_has_all_that_is_known_of_it(atlas: Atlas) -> None:
    found = page(atlas, Workspace(), "Q01")
    assert found.outcome == "Yes, 6 Nov 2025"
    assert dict(found.facts)["Confidence"] == "high, the resolver's"
    assert [each.id for each in found.evidence] == ["E169", "E296", "E311"]
    assert all(each.is_known for each in found.evidence)
    pool = found.judged[0]
    assert (pool.likelihood, pool.word, pool.brier, pool.log) == (
        *("32.1\u00a0%", "unlikely"),
        *("0.461", "−1.136"),
    )
    assert found.blocked
    assert not found.can_resolve


def test_a_no_without_a_day_says_from_when_it_counts(atlas: Atlas) -> None:
    checked = dict(page(atlas, Workspace(), "Q05").facts)["Last checked"]
    assert checked.startswith("5 Oct 2026; no day of its own")


def test_likelihood_and_confidence_stand_apart(atlas: Atlas) -> None:
    (line,) = page(atlas, held()).mine
    assert (line.likelihood, line.word) == ("35\u00a0%", "unlikely")
    assert line.notes == ("Clouds.", "Confidence is low.")
    assert (line.brier, line.log) == ("not scored", "not scored")


def test_a_sealed_forecast_says_so_and_its_question_is_fixed(atlas: Atlas) -> None:
    workspace = seal_forecast(held(), "F001", NOW)
    found = page(atlas, workspace)
    assert found.mine[0].seal == "intact"
    assert "intact" in found.mine[0].notes[-1]
    assert workspace.forecasts["F001"].seal[:12] in found.mine[0].notes[-1]
    assert not found.can_edit
    assert page(atlas, held()).can_edit


def test_an_altered_forecast_and_an_altered_question_are_marked(atlas: Atlas) -> None:
    workspace = seal_forecast(held(), "F001", NOW)
    forged = replace(workspace.forecasts["F001"], likelihood=0.9)
    altered = replace(workspace, forecasts={"F001": forged})
    assert page(atlas, altered).mine[0].seal == "altered"
    assert any("not as it was sealed" in note for note in page(atlas, altered).mine[0].notes)
    moved = replace(workspace, questions={"P01": replace(QUESTION, yes_when="A flood")})
    assert any("no longer reads" in note for note in page(atlas, moved).mine[0].notes)


def test_a_certain_forecast_is_warned_of(atlas: Atlas) -> None:
    workspace = put_forecast(held(), replace(FORECAST, likelihood=1.0))
    assert any("minus infinity" in note for note in page(atlas, workspace).mine[0].notes)


def test_a_withdrawal_is_a_line_below_the_forecast(atlas: Atlas) -> None:
    (line,) = page(atlas, withdraw_forecast(held(), "F001", NOW, "News")).mine
    assert line.is_given_up
    assert line.notes[-1] == "Withdrawn 24 Nov 2026, 12:00 UTC: News."


def test_resolving_scores_what_was_made_before_and_nothing_later(atlas: Atlas) -> None:
    late = replace(FORECAST, id="F002", when=NOW + timedelta(days=9))
    workspace = put_forecast(held(), late)
    made = Resolution("P01", "yes", date(2026, 11, 30), ("E169", "U009"), "It rained")
    found = page(atlas, resolve_question(workspace, made))
    first, second = found.mine
    assert first.brier == "0.423"
    assert second.brier == "not scored"
    assert "Made when the answer was known" in second.notes[-1]
    assert found.my_score.startswith("Your score on this question: Brier score 0.423")
    assert [each.is_known for each in found.evidence] == [True, False]
    assert dict(found.facts)["What happened"] == "It rained"
    assert found.can_reopen


def test_a_seal_that_came_after_the_answer_is_said_to_vouch_for_little(atlas: Atlas) -> None:
    made = Resolution("P01", "yes", date(2026, 11, 30), ("E169",), "")
    late = seal_forecast(resolve_question(held(), made), "F001", NOW + timedelta(days=9))
    assert "Sealed only when the answer was known" in page(atlas, late).mine[0].notes[-1]
    in_time = resolve_question(seal_forecast(held(), "F001", NOW), made)
    assert "intact" in page(atlas, in_time).mine[0].notes[-1]


def test_a_void_question_scores_nothing(atlas: Atlas) -> None:
    made = Resolution("P01", "void", date(2026, 11, 30), ("E169",), "")
    found = page(atlas, resolve_question(held(), made))
    assert found.outcome.startswith("Void")
    assert found.my_score.startswith("Void")


def test_an_earlier_day_is_for_looking_only(atlas: Atlas) -> None:
    day = date(2026, 11, 23)
    assert compose_question(atlas, record_as_of(held(), day), "P01", day) is None
    assert record_as_of(held(), None) == held()
    there = compose_question(atlas, held(), "P01", date(2026, 11, 24))
    assert there is not None
    assert "24 Nov 2026" in there.blocked
    assert [there.can_resolve, there.can_edit, there.can_reopen] == [False] * 3


def test_a_question_that_there_is_not_has_no_page(atlas: Atlas) -> None:
    assert compose_question(atlas, Workspace(), "P77") is None


def test_a_forecast_can_be_sealed_changed_withdrawn_and_deleted_while_it_is_open(
    atlas: Atlas,
) -> None:
    sealed = seal_forecast(held(), "F001", NOW)
    offered = [
        page(atlas, each).mine[0].actions
        for each in (
            held(),
            sealed,
            withdraw_forecast(held(), "F001", NOW, ""),
            withdraw_forecast(sealed, "F001", NOW, ""),
        )
    ]
    assert offered == [
        ("seal", "edit_forecast", "withdraw", "drop_forecast"),
        ("copy", "withdraw"),
        ("drop_forecast",),
        ("copy",),
    ]


def test_once_the_answer_is_known_a_forecast_and_its_question_stay_as_they_are(
    atlas: Atlas,
) -> None:
    made = Resolution("P01", "yes", date(2026, 11, 30), ("E169",), "")
    found = page(atlas, resolve_question(held(), made))
    assert found.mine[0].actions == ()
    assert not found.can_edit
    bundled = put_forecast(Workspace(), replace(FORECAST, question="Q01", asked="Will it?"))
    assert page(atlas, bundled, "Q01").mine[0].actions == ()


def test_on_an_earlier_day_a_forecast_and_its_question_offer_nothing_to_change(
    atlas: Atlas,
) -> None:
    day = NOW.date()
    made = Resolution("P01", "yes", date(2026, 11, 24), ("E169",), "")
    resolved = compose_question(atlas, resolve_question(held(), made), "P01", day)
    there = compose_question(atlas, held(), "P01", day)
    sealed = compose_question(atlas, seal_forecast(held(), "F001", NOW), "P01", day)
    assert resolved is not None
    assert there is not None
    assert sealed is not None
    assert [there.mine[0].actions, sealed.mine[0].actions] == [(), ("copy",)]
    assert [resolved.can_reopen, resolved.can_resolve, resolved.can_edit] == [False] * 3


def test_a_forecast_made_after_the_question_closed_is_not_scored_and_says_why(
    atlas: Atlas,
) -> None:
    late = replace(FORECAST, id="F002", when=datetime(2027, 2, 2, tzinfo=UTC))
    made = Resolution("P01", "no", date(2027, 3, 9), ("E169",), "")
    found = page(atlas, resolve_question(put_forecast(held(), late), made))
    assert found.mine[1].brier == "not scored"
    assert found.mine[1].notes[-1] == "Made when the question had closed, so it is not scored."


def test_a_forecast_on_a_question_that_the_pack_has_no_longer_is_listed(atlas: Atlas) -> None:
    gone = replace(FORECAST, question="Q99", asked="Will it hail?")
    workspace = put_forecast(Workspace(), gone)
    assert compose_question_list(atlas, workspace, "mine").rows[0].title == "Will it hail?"
    found = page(atlas, workspace, "Q99")
    assert found.kicker == "No longer in the pack · Q99"
    assert [each.key for each in found.mine] == ["F001"]
    assert "no forecast can be added" in found.blocked
    assert (found.goal, found.cautions, found.is_own) == ("", (), False)
    assert found.can_resolve
    nameless = put_forecast(Workspace(), replace(gone, asked=" "))
    assert page(atlas, nameless, "Q99").title == "The words of this question are not on record."
