"""The forms of the view Record: what is asked for, what is wrong with it, and what it makes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Confidence
from explorer.pages.evidence_filters import Choice
from explorer.pages.evidence_pool import pool_evidence
from explorer.pages.record_words import CERTAIN, exact_percent, is_certain, read_percent
from explorer.pages.words import country_name, study_states
from explorer.workspace.document import (
    Outcome,
    OwnForecast,
    OwnQuestion,
    Resolution,
    Workspace,
)

CONFIDENCES: Mapping[str, Confidence | Literal[""]] = {
    "": "",
    "low": "low",
    "moderate": "moderate",
    "high": "high",
}
"""The confidences by their own names, the blank one for none."""
CONFIDENCE_CHOICES = (
    Choice("", "Not said"),
    *(Choice(key, key.capitalize()) for key in CONFIDENCES if key),
)
_OUTCOMES: dict[str, Outcome] = {"yes": "yes", "no": "no", "void": "void"}
_ANSWERABLE = "A question that can be answered by yes or no on a certain day."
_REWORDED = " Once it asks for something else, your forecasts on it count from that moment on."
_NO_DATE = "“{text}” is no day. Give it as year, month and day, such as 2027-01-31."


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: `kind` is `line`, `text` (several lines), `choice` or `states`."""

    name: str
    label: str
    kind: Literal["line", "text", "choice", "states"]
    value: str = ""
    hint: str = ""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its title, what is said above it, its fields, and the words of its button."""

    title: str
    aside: str
    fields: tuple[Field, ...]
    button: str


def question_form(atlas: Atlas, question: OwnQuestion | None) -> Form:
    """Ask for a question of one's own."""
    states = tuple(Choice(key, country_name(atlas, key)) for key in study_states(atlas))
    return Form(
        title=f"Edit {question.id}" if question else "Ask a question",
        aside=_ANSWERABLE + (_REWORDED if question else ""),
        fields=(
            Field("text", "Question", "text", question.text if question else ""),
            Field(
                "yes_when",
                "What counts as yes",
                "text",
                question.yes_when if question else "",
                "so exact that two people would agree on it",
            ),
            Field(
                "closes",
                "Closes on",
                "line",
                question.closes.isoformat() if question else "",
                "2027-01-31: the last day on which it may come true",
            ),
            Field(
                "countries",
                "States",
                "states",
                " ".join(question.countries) if question else "",
                choices=states,
            ),
        ),
        button="&Keep the question",
    )


def question_faults(values: Mapping[str, str], today: date) -> Mapping[str, str]:
    """Say what keeps a question from being kept, by field."""
    faults: dict[str, str] = {}
    if not values["text"].strip():
        faults["text"] = "Write the question."
    if not values["yes_when"].strip():
        faults["yes_when"] = "Say what counts as a yes, so that nobody has to argue afterwards."
    closes = _day(values["closes"])
    if closes is None:
        faults["closes"] = _no_date(values["closes"])
    elif closes < today:
        faults["closes"] = "This day is past. Give the last day on which it may still come true."
    return faults


def question_from(values: Mapping[str, str], key: str, created: datetime) -> OwnQuestion:
    """Make a question of values without faults.

    Raises:
        ValueError: if its day is none.
    """
    return OwnQuestion(
        id=key,
        text=" ".join(values["text"].split()),
        countries=tuple(values["countries"].split()),
        closes=date.fromisoformat(values["closes"].strip()),
        yes_when=" ".join(values["yes_when"].split()),
        created=created,
    )


def resolution_form(question: str, resolution: Resolution | None, today: date) -> Form:
    """Ask how a question came out."""
    return Form(
        title="Resolve the question",
        aside=question,
        fields=(
            Field(
                "outcome",
                "Came out as",
                "choice",
                resolution.outcome if resolution else "",
                choices=(
                    Choice("yes", "Yes"),
                    Choice("no", "No"),
                    Choice("void", "Void: it can no longer be answered"),
                ),
            ),
            Field(
                "day",
                "Known since",
                "line",
                (resolution.day if resolution else today).isoformat(),
                "the day on which the answer was known",
            ),
            Field(
                "evidence",
                "Evidence",
                "line",
                " ".join(resolution.evidence_ids) if resolution else "",
                "ids such as E169 or U001, at least one",
            ),
            Field("words", "What happened", "text", resolution.words if resolution else ""),
        ),
        button="&Resolve",
    )


def resolution_faults(
    atlas: Atlas, workspace: Workspace, values: Mapping[str, str], today: date
) -> Mapping[str, str]:
    """Say what keeps a question from being resolved, by field."""
    faults: dict[str, str] = {}
    if values["outcome"] not in _OUTCOMES:
        faults["outcome"] = "Choose how it came out."
    day = _day(values["day"])
    if day is None:
        faults["day"] = _no_date(values["day"])
    elif day > today:
        faults["day"] = "This day is still to come. Give the day on which the answer was known."
    ids = _ids(values["evidence"])
    known = pool_evidence(atlas, workspace).items
    unknown = [key for key in ids if key not in known]
    if not ids:
        faults["evidence"] = (
            "Name at least one item of evidence. If there is none yet, add one of your own in the "
            "view Evidence first."
        )
    elif unknown:
        faults["evidence"] = (
            f"There is no item {', '.join(unknown)}. Look the id up in the view Evidence."
        )
    return faults


def resolution_from(values: Mapping[str, str], question: str) -> Resolution:
    """Make a resolution of values without faults.

    Raises:
        ValueError: if its day is none.
    """
    return Resolution(
        question=question,
        outcome=_OUTCOMES[values["outcome"]],
        day=date.fromisoformat(values["day"].strip()),
        evidence_ids=_ids(values["evidence"]),
        words=values["words"].strip(),
    )


def forecast_form(forecast: OwnForecast) -> Form:
    """Ask for what is to be changed in a forecast that is not sealed."""
    percent = exact_percent(forecast.likelihood).removesuffix("%").strip()
    return Form(
        title=f"Edit {forecast.id}",
        aside="A forecast that is changed counts from now on, not from when it was first made.",
        fields=(
            Field("likelihood", "Likelihood of a yes, %", "line", percent, "from 0 to 100"),
            Field(
                "confidence",
                "How sure you are of it",
                "choice",
                forecast.confidence,
                choices=CONFIDENCE_CHOICES[1:],
            ),
            Field("reason", "Why", "text", forecast.reason),
        ),
        button="&Keep the forecast",
    )


def forecast_faults(values: Mapping[str, str]) -> Mapping[str, str]:
    """Say what keeps a forecast from being kept, by field."""
    if read_percent(values["likelihood"]) is None:
        return {"likelihood": "Give a number from 0 to 100."}
    return {}


def forecast_from(
    forecast: OwnForecast, values: Mapping[str, str], moment: datetime
) -> OwnForecast:
    """Make the changed forecast of values without faults; it counts from `moment` on."""
    likelihood = read_percent(values["likelihood"])
    changed = replace(
        forecast,
        likelihood=forecast.likelihood if likelihood is None else likelihood,
        confidence=CONFIDENCES[values["confidence"]],
        reason=values["reason"].strip(),
    )
    return forecast if changed == forecast else replace(changed, when=moment)


def withdrawal_form(forecast: OwnForecast) -> Form:
    """Ask why a forecast is withdrawn."""
    return Form(
        title=f"Withdraw {forecast.id}",
        aside=(
            "From now on it stands no longer. It stays on record, and what it scores until now "
            "counts."
        ),
        fields=(Field("reason", "Why", "text", "", "may stay blank"),),
        button="&Withdraw",
    )


def certainty_words(text: str) -> str:
    """Give the warning on a likelihood of 0 or 100 %; blank for any other."""
    likelihood = read_percent(text)
    return CERTAIN if likelihood is not None and is_certain(likelihood) else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _no_date(text: str) -> str:
    return (
        _NO_DATE.format(text=text.strip()) if text.strip() else "Give a day, such as 2027-01-31."
    )


def _ids(text: str) -> tuple[str, ...]:
    plain = text.replace(";", " ").replace(",", " ")
    return tuple(dict.fromkeys(part.upper() for part in plain.split()))
