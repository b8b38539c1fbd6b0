"""Pure edits of the user's record: questions, forecasts, and how the questions came out.

What is sealed stays: a sealed forecast is neither edited nor deleted, and neither is the question
that it answers. Withdrawing it adds a line and takes nothing away. What is withdrawn is not taken
up again, and once a question is resolved neither it nor a forecast on it can be put otherwise, for
then one would know what to say.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from explorer.workspace.checks import (
    check_forecast_id,
    check_likelihood,
    check_question_id,
    checked_name,
    in_utc,
)
from explorer.workspace.document import (
    OwnForecast,
    OwnQuestion,
    Resolution,
    Withdrawal,
    Workspace,
    frozen,
)
from explorer.workspace.seals import is_sealed


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
    """Say whether an own question can no longer be changed or deleted."""
    return bool(_fixed_by(workspace, question_id))


def is_question_altered(workspace: Workspace, forecast: OwnForecast) -> bool:
    """Say whether the own question of a sealed forecast no longer reads as it did then."""
    question = workspace.questions.get(forecast.question)
    return is_sealed(forecast) and question is not None and asked_of(question) != forecast.asked


def put_question(
    workspace: Workspace, question: OwnQuestion, moment: datetime | None = None
) -> Workspace:
    """Add an own question, or put it in the place of the one of its id.

    Forecasts on one that now asks for something else answer the new words, and count from
    `moment` on, when they were put: before, nobody had forecast that.

    Raises:
        ValueError: if its id is none of the user's, it has no text, it does not say what counts
            as a yes, the one in its place is resolved, a forecast on that is sealed or withdrawn,
            or there are forecasts that change and no `moment`.
    """
    check_question_id(question.id)
    checked_name(question.text, "a question")
    if not question.yes_when.strip():
        raise ValueError("a question must say what counts as a yes")
    question = replace(question, created=in_utc(question.created))
    present = workspace.questions.get(question.id)
    if present == question:
        return workspace
    if present is not None and (why := _fixed_by(workspace, question.id)):
        raise ValueError(why)
    return replace(
        workspace,
        questions=frozen({**workspace.questions, question.id: question}),
        forecasts=frozen(dict(_answering(workspace, question, moment))),
    )


def drop_question(workspace: Workspace, question_id: str) -> Workspace:
    """Delete an own question with its forecasts.

    Raises:
        ValueError: if it is resolved, or a forecast on it is sealed or withdrawn.
    """
    if question_id not in workspace.questions:
        return workspace
    if why := _fixed_by(workspace, question_id):
        raise ValueError(why)
    gone = {each.id for each in forecasts_on(workspace, question_id)}
    return replace(
        workspace,
        questions=frozen({k: v for k, v in workspace.questions.items() if k != question_id}),
        forecasts=frozen({k: v for k, v in workspace.forecasts.items() if k not in gone}),
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
        ValueError: if its id, likelihood or question is none, or the one in its place is sealed,
            withdrawn or on a question that is resolved.
    """
    check_forecast_id(forecast.id)
    check_likelihood(forecast.likelihood)
    checked_name(forecast.question, "the question of a forecast")
    present = workspace.forecasts.get(forecast.id)
    if present is not None and is_sealed(present):
        raise ValueError(f"{forecast.id} is sealed; add a forecast that takes its place")
    if present is not None and forecast.id in workspace.withdrawals:
        raise ValueError(f"{forecast.id} is withdrawn; add a forecast that takes its place")
    if present is not None and present.question in workspace.resolutions:
        raise ValueError(f"{present.question} is resolved, so {forecast.id} stays as it is")
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
    """Delete a forecast that is not sealed, on a question that is open.

    Raises:
        ValueError: if it is sealed, or its question is resolved.
    """
    present = workspace.forecasts.get(forecast_id)
    if present is None:
        return workspace
    if is_sealed(present):
        raise ValueError(f"{forecast_id} is sealed and stays on record; withdraw it instead")
    if present.question in workspace.resolutions:
        raise ValueError(f"{present.question} is resolved, so {forecast_id} stays on record")
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


def _fixed_by(workspace: Workspace, question_id: str) -> str:
    """Say why an own question can no longer be changed; blank while it can."""
    if question_id in workspace.resolutions:
        return f"{question_id} is resolved; reopen it first"
    forecasts = forecasts_on(workspace, question_id)
    if any(is_sealed(each) for each in forecasts):
        return f"a forecast on {question_id} is sealed and stays on record; ask a new question"
    if any(each.id in workspace.withdrawals for each in forecasts):
        return f"a forecast on {question_id} is withdrawn; ask a new question instead"
    return ""


def _answering(
    workspace: Workspace, question: OwnQuestion, moment: datetime | None
) -> Iterator[tuple[str, OwnForecast]]:
    """Give all forecasts by their ids, those on the question with its words."""
    asked = asked_of(question)
    for key, each in workspace.forecasts.items():
        if each.question != question.id or each.asked == asked:
            yield key, each
        elif moment is None:
            raise ValueError(f"say from when {key} answers the new words of {question.id}")
        else:
            yield key, replace(each, asked=asked, when=in_utc(moment))


def _unsealed(forecast: OwnForecast) -> OwnForecast:
    return replace(forecast, seal="", sealed=None)


def _next(keys: Iterable[str]) -> int:
    return 1 + max((int(key[1:]) for key in keys), default=0)
