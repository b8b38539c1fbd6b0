"""The user's forecasts as a table for a file, and a seal as a line to be sent to somebody."""

from explorer.domain.atlas import Atlas
from explorer.pages.record_questions import question_of
from explorer.pages.record_words import exact_percent, moment_words
from explorer.pages.tables import Table
from explorer.workspace.document import OwnForecast, Workspace
from explorer.workspace.seals import seal_state

_COLUMNS = (
    *("id", "question_id", "question", "likelihood", "when", "confidence", "reason"),
    *("sealed", "seal", "seal_state", "withdrawn", "outcome", "answer_known_from"),
)


def record_table(atlas: Atlas, workspace: Workspace) -> Table:
    """Give all forecasts of the user's, oldest first, with their seals and how they came out."""
    forecasts = sorted(workspace.forecasts.values(), key=lambda each: (each.when, each.id))
    return Table(
        _COLUMNS,
        tuple(_row(atlas, workspace, each) for each in forecasts),
        tuple(name == "likelihood" for name in _COLUMNS),
    )


def seal_line(forecast: OwnForecast) -> str:
    """Give a seal with what it is the seal of, for a mail to somebody who can vouch for it."""
    sealed = moment_words(forecast.sealed) if forecast.sealed else "never"
    return (
        f"{forecast.id} on {forecast.question}, “{forecast.asked}”: "
        f"{exact_percent(forecast.likelihood)}, made {moment_words(forecast.when)}, sealed "
        f"{sealed}, SHA-256 {forecast.seal}"
    )


def _row(atlas: Atlas, workspace: Workspace, each: OwnForecast) -> tuple[str, ...]:
    question = question_of(atlas, workspace, each.question)
    gone = workspace.withdrawals.get(each.id)
    known = question.known_from if question else None
    outcome = question.state if question else ""
    if question is None or (question.is_lost and outcome == "open"):
        outcome = "no such question"
    return (
        each.id,
        each.question,
        question.text if question else each.asked,
        str(each.likelihood),
        each.when.isoformat(),
        each.confidence,
        each.reason,
        each.sealed.isoformat() if each.sealed else "",
        each.seal,
        seal_state(each),
        gone.when.isoformat() if gone else "",
        outcome,
        known.isoformat() if known else "",
    )
