"""Pure edits of the user's record: questions, forecasts, and how the questions came out.

What is sealed stays: a sealed forecast is neither edited nor deleted, and neither is the question
that it answers. Withdrawing it adds a line and takes nothing away.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from explorer.workspace.checks import (
    check_forecast_id,
    check_likelihood,
    check_question_id,
    checked_name,
)
from explorer.workspace.document import (
    OwnForecast,
    OwnQuestion,
    Resolution,
    Withdrawal,
    Workspace,
    frozen,
)


def next_question_id(workspace: Workspace) -> str:
    """Give the id of the next own question: one above the highest that there is."""
    return f"P{_next(workspace.questions):02d}"


def next_forecast_id(workspace: Workspace) -> str:
    """Give the id of the next forecast: one above the highest that there is."""
    return f"F{_next(workspace.forecasts):03d}"


def forecasts_on(workspace: Workspace, question_id: str) -> tuple[OwnForecast, ...]:
    """Give the forecasts on a question, oldest first."""
    found = (each for each in workspace.forecasts.values() if each.question == question_id)
    return tuple(sorted(found, key=lambda each: (each.when, each.id)))


def is_question_fixed(workspace: Workspace, question_id: str) -> bool:
    """Say whether a question can no longer be changed, since a forecast on it is sealed."""
    return any(_is_sealed(each) for each in forecasts_on(workspace, question_id))


def is_question_altered(workspace: Workspace, forecast: OwnForecast) -> bool:
    """Say whether the own question of a sealed forecast no longer reads as it did then."""
    question = workspace.questions.get(forecast.question)
    return _is_sealed(forecast) and question is not None and asked_of(question) != forecast.asked


def put_question(workspace: Workspace, question: OwnQuestion) -> Workspace:
    """Add an own question, or put it in the place of the one of its id.

    Forecasts on it that are not sealed go along with the new words.

    Raises:
        ValueError: if its id is none of the user's, it has no text, it does not say what counts
            as a yes, or a forecast on the one in its place is sealed.
    """
    check_question_id(question.id)
    checked_name(question.text, "a question")
    if not question.yes_when.strip():
        raise ValueError("a question must say what counts as a yes")
    question = replace(question, created=in_utc(question.created))
    present = workspace.questions.get(question.id)
    if present == question:
        return workspace
    if present is not None and is_question_fixed(workspace, question.id):
        raise ValueError(f"a forecast on {question.id} is sealed; ask a new question instead")
    asked = asked_of(question)
    forecasts = {
        key: replace(each, asked=asked) if each.question == question.id else each
        for key, each in workspace.forecasts.items()
    }
    return replace(
        workspace,
        questions=frozen({**workspace.questions, question.id: question}),
        forecasts=frozen(forecasts),
    )


def drop_question(workspace: Workspace, question_id: str) -> Workspace:
    """Delete an own question with its forecasts and its resolution.

    Raises:
        ValueError: if a forecast on it is sealed.
    """
    if question_id not in workspace.questions:
        return workspace
    if is_question_fixed(workspace, question_id):
        raise ValueError(f"a forecast on {question_id} is sealed and stays on record")
    gone = {each.id for each in forecasts_on(workspace, question_id)}
    return replace(
        workspace,
        questions=frozen({k: v for k, v in workspace.questions.items() if k != question_id}),
        forecasts=frozen({k: v for k, v in workspace.forecasts.items() if k not in gone}),
        withdrawals=frozen({k: v for k, v in workspace.withdrawals.items() if k not in gone}),
        resolutions=frozen({k: v for k, v in workspace.resolutions.items() if k != question_id}),
    )


def asked_of(question: OwnQuestion) -> str:
    """Give all that a forecast on an own question answers, in words, to be sealed with it."""
    states = f" ({', '.join(question.countries)})" if question.countries else ""
    return (
        f"{question.text}{states} Closes {question.closes.isoformat()}. "
        f"Counts as yes: {question.yes_when}"
    )


def put_forecast(workspace: Workspace, forecast: OwnForecast) -> Workspace:
    """Add a forecast, or put it in the place of the one of its id.

    On an own question it takes that one's words; on one of the pack, `asked` must hold them.

    Raises:
        ValueError: if its id, likelihood or question is none, or the one in its place is sealed.
    """
    check_forecast_id(forecast.id)
    check_likelihood(forecast.likelihood)
    checked_name(forecast.question, "the question of a forecast")
    present = workspace.forecasts.get(forecast.id)
    if present is not None and _is_sealed(present):
        raise ValueError(f"{forecast.id} is sealed; add a forecast that takes its place")
    own = workspace.questions.get(forecast.question)
    plain = replace(
        forecast,
        asked=asked_of(own) if own else forecast.asked,
        when=in_utc(forecast.when),
        seal="",
        sealed=None,
    )
    return replace(workspace, forecasts=frozen({**workspace.forecasts, plain.id: plain}))


def drop_forecast(workspace: Workspace, forecast_id: str) -> Workspace:
    """Delete a forecast that is not sealed.

    Raises:
        ValueError: if it is sealed.
    """
    present = workspace.forecasts.get(forecast_id)
    if present is None:
        return workspace
    if _is_sealed(present):
        raise ValueError(f"{forecast_id} is sealed and stays on record; withdraw it instead")
    return replace(
        workspace,
        forecasts=frozen({k: v for k, v in workspace.forecasts.items() if k != forecast_id}),
        withdrawals=frozen({k: v for k, v in workspace.withdrawals.items() if k != forecast_id}),
    )


def withdraw_forecast(
    workspace: Workspace, forecast_id: str, moment: datetime, reason: str
) -> Workspace:
    """Let a forecast stand no longer from a moment on; one withdrawn already stays so."""
    if forecast_id not in workspace.forecasts or forecast_id in workspace.withdrawals:
        return workspace
    line = Withdrawal(forecast_id, in_utc(moment), reason)
    return replace(workspace, withdrawals=frozen({**workspace.withdrawals, forecast_id: line}))


def resolve_question(workspace: Workspace, resolution: Resolution) -> Workspace:
    """Say how a question came out, or put it in the place of what was said before.

    Raises:
        ValueError: if no evidence is named.
    """
    checked_name(resolution.question, "the question")
    if not resolution.evidence_ids:
        raise ValueError("a resolution needs at least one item of evidence")
    return replace(
        workspace,
        resolutions=frozen({**workspace.resolutions, resolution.question: resolution}),
    )


def reopen_question(workspace: Workspace, question_id: str) -> Workspace:
    """Take a resolution back."""
    if question_id not in workspace.resolutions:
        return workspace
    kept = {key: each for key, each in workspace.resolutions.items() if key != question_id}
    return replace(workspace, resolutions=frozen(kept))


def recorded_on(workspace: Workspace, day: date) -> Workspace:
    """Give a workspace whose record is as it stood at the end of a day (in UTC); all else stays.

    Questions and forecasts made later are absent, what was resolved later is open again, and what
    was sealed later bears no seal yet.
    """
    return replace(
        workspace,
        questions=frozen(
            {k: v for k, v in workspace.questions.items() if in_utc(v.created).date() <= day}
        ),
        forecasts=frozen(
            {
                k: v if v.sealed is None or v.sealed.date() <= day else _unsealed(v)
                for k, v in workspace.forecasts.items()
                if v.when.date() <= day
            }
        ),
        withdrawals=frozen(
            {k: v for k, v in workspace.withdrawals.items() if v.when.date() <= day}
        ),
        resolutions=frozen({k: v for k, v in workspace.resolutions.items() if v.day <= day}),
    )


def in_utc(moment: datetime) -> datetime:
    """Give a moment in UTC, to the second."""
    return moment.astimezone(UTC).replace(microsecond=0)


def _is_sealed(forecast: OwnForecast) -> bool:
    return bool(forecast.seal) or forecast.sealed is not None


def _unsealed(forecast: OwnForecast) -> OwnForecast:
    return replace(forecast, seal="", sealed=None)


def _next(keys: Iterable[str]) -> int:
    return 1 + max((int(key[1:]) for key in keys), default=0)
