"""Own questions, forecasts and resolutions, as they stand in the file of the workspace.

A seal is read as it stands: whether it still fits is for `explorer.workspace.seals` to say, so
that an altered forecast is shown with its mark and is not thrown away with the file.
"""

from typing import Literal, get_args

from explorer.domain.judgement import Confidence
from explorer.workspace.checks import (
    check_forecast_id,
    check_likelihood,
    check_moment,
    check_question_id,
)
from explorer.workspace.document import (
    Outcome,
    OwnForecast,
    OwnQuestion,
    Resolution,
    Withdrawal,
)
from explorer.workspace.nodes import Node

_CONFIDENCES: tuple[Confidence | Literal[""], ...] = ("", *get_args(Confidence))
_OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
_FORECAST = ("id", "question", "asked", "likelihood", "when", "reason", "confidence")


def plain_question(question: OwnQuestion) -> dict[str, object]:
    """Give an own question as a document holds it."""
    return {
        "id": question.id,
        "text": question.text,
        "countries": question.countries,
        "closes": question.closes.isoformat(),
        "yes_when": question.yes_when,
        "created": question.created.isoformat(),
    }


def read_question(node: Node) -> tuple[str, OwnQuestion]:
    """Read an own question, with its id."""
    found = node.fields(("id", "text", "countries", "closes", "yes_when", "created"))
    found["id"].check(lambda: check_question_id(found["id"].text()))
    created = found["created"].moment()
    found["created"].check(lambda: check_moment(created))
    question = OwnQuestion(
        id=found["id"].text(),
        text=found["text"].name(),
        countries=tuple(each.text() for each in found["countries"].items()),
        closes=found["closes"].day(),
        yes_when=found["yes_when"].name(),
        created=created,
    )
    return question.id, question


def plain_forecast(forecast: OwnForecast) -> dict[str, object]:
    """Give a forecast as a document holds it."""
    return {
        "id": forecast.id,
        "question": forecast.question,
        "asked": forecast.asked,
        "likelihood": forecast.likelihood,
        "when": forecast.when.isoformat(),
        "reason": forecast.reason,
        "confidence": forecast.confidence,
        "seal": forecast.seal,
        "sealed": "" if forecast.sealed is None else forecast.sealed.isoformat(),
    }


def read_forecast(node: Node) -> tuple[str, OwnForecast]:
    """Read a forecast, with its id."""
    found = node.fields((*_FORECAST, "seal", "sealed"))
    found["id"].check(lambda: check_forecast_id(found["id"].text()))
    found["likelihood"].check(lambda: check_likelihood(found["likelihood"].number()))
    sealed = found["sealed"].moment() if found["sealed"].text() else None
    for name in ("when", "sealed") if sealed else ("when",):
        moment = found[name].moment()
        found[name].check(lambda moment=moment: check_moment(moment))
    forecast = OwnForecast(
        id=found["id"].text(),
        question=found["question"].name(),
        asked=found["asked"].text(),
        likelihood=found["likelihood"].number(),
        when=found["when"].moment(),
        reason=found["reason"].text(),
        confidence=found["confidence"].choice(_CONFIDENCES),
        seal=found["seal"].text(),
        sealed=sealed,
    )
    return forecast.id, forecast


def plain_withdrawal(withdrawal: Withdrawal) -> dict[str, object]:
    """Give a withdrawal as a document holds it."""
    return {
        "forecast": withdrawal.forecast,
        "when": withdrawal.when.isoformat(),
        "reason": withdrawal.reason,
    }


def read_withdrawal(node: Node) -> tuple[str, Withdrawal]:
    """Read a withdrawal, with the id of the forecast that it ends."""
    found = node.fields(("forecast", "when", "reason"))
    moment = found["when"].moment()
    found["when"].check(lambda: check_moment(moment))
    withdrawal = Withdrawal(found["forecast"].name(), moment, found["reason"].text())
    return withdrawal.forecast, withdrawal


def plain_resolution(resolution: Resolution) -> dict[str, object]:
    """Give a resolution as a document holds it."""
    return {
        "question": resolution.question,
        "outcome": resolution.outcome,
        "day": resolution.day.isoformat(),
        "evidence_ids": resolution.evidence_ids,
        "words": resolution.words,
    }


def read_resolution(node: Node) -> tuple[str, Resolution]:
    """Read a resolution, with the id of its question."""
    found = node.fields(("question", "outcome", "day", "evidence_ids", "words"))
    ids = tuple(each.name() for each in found["evidence_ids"].items())
    if not ids:
        raise found["evidence_ids"].damage("names no item of evidence")
    resolution = Resolution(
        question=found["question"].name(),
        outcome=found["outcome"].choice(_OUTCOMES),
        day=found["day"].day(),
        evidence_ids=ids,
        words=found["words"].text(),
    )
    return resolution.question, resolution
