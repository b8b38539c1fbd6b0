"""Forecasts from a file among the user's own: what is taken, from when it counts, what is said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from explorer.domain.atlas import Atlas
from explorer.packs.forecast_file import FileForecast
from explorer.pages.record_questions import question_of, questions_of
from explorer.pages.record_words import moment_words
from explorer.pages.words import counted, day_words, sentence
from explorer.workspace.document import OwnForecast, Workspace
from explorer.workspace.forecasts import forecasts_on, next_forecast_id, put_forecast


@dataclass(frozen=True, slots=True)
class Taken:
    """A workspace with forecasts of a file; how many are new, and how many were there already."""

    workspace: Workspace
    new: int
    known: int

    @property
    def words(self) -> str:
        """Say what was taken in."""
        known = f", {self.known} there already" if self.known else ""
        since = "; what is new counts from now on and bears no seal" if self.new else ""
        return f"{counted(self.new, 'forecast')} taken in{known}{since}."


def open_questions(atlas: Atlas, workspace: Workspace) -> Mapping[str, bool]:
    """Say of each question whether it is open, by its id; of lost ones nothing."""
    found = questions_of(atlas, workspace)
    return {each.key: each.state == "open" for each in found if not each.is_lost}


def with_forecasts(
    atlas: Atlas, workspace: Workspace, found: Iterable[FileForecast], moment: datetime
) -> Taken:
    """Take forecasts in, all as made at `moment`, since nothing vouches for an earlier time.

    When a file says otherwise, the reason tells. One with the likelihood, confidence and reason of
    one that is there is not taken twice.
    """
    new = known = 0
    for each in found:
        question = question_of(atlas, workspace, each.question)
        if question is None or _is_there(workspace, each):
            known += 1
            continue
        forecast = OwnForecast(
            id=next_forecast_id(workspace),
            question=each.question,
            asked=question.text,
            likelihood=each.likelihood,
            when=moment,
            reason=_reason(each),
            confidence=each.confidence or "",
        )
        workspace = put_forecast(workspace, forecast)
        new += 1
    return Taken(workspace, new, known)


def _is_there(workspace: Workspace, each: FileForecast) -> bool:
    same = (each.likelihood, each.confidence or "")
    return any(
        (one.likelihood, one.confidence) == same and one.reason in {each.reason, _reason(each)}
        for one in forecasts_on(workspace, each.question)
    )


def _reason(each: FileForecast) -> str:
    if each.when is None:
        return each.reason
    when = moment_words(each.when) if isinstance(each.when, datetime) else day_words(each.when)
    dated = f"Dated {when} in the file that it was taken from."
    return f"{sentence(each.reason)} {dated}" if each.reason else dated
