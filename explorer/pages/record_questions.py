"""The questions of the record, bundled and own alike: what was asked and how it came out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from explorer.analysis.scoring import Judged, Scores, Standing, last_before, score_over_time
from explorer.domain.atlas import Atlas
from explorer.domain.dates import parse_partial_date
from explorer.domain.evidence import ForecastQuestion
from explorer.workspace.document import OwnForecast, OwnQuestion, Workspace
from explorer.workspace.forecasts import forecasts_on
from explorer.workspace.seals import seal_state

State = Literal["open", "yes", "no", "void"]
Shown = Literal["all", "open", "resolved", "mine"]
NO_WORDS = "The words of this question are not on record."
_STATES: dict[str, State] = {"yes": "yes", "no": "no", "void": "void"}


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the pack (`bundled`) or of the user (`own`), and how it came out.

    One that is neither is lost: the user forecast it, and the pack has it no longer. `known_from`
    is the moment from which the answer was known, or a question of the user's closed if that came
    first: what was forecast then or later is not scored. It is `None` while the question is open.
    `is_mine` says that the user resolved it.
    """

    key: str
    text: str
    countries: tuple[str, ...]
    state: State
    known_from: datetime | None
    bundled: ForecastQuestion | None
    own: OwnQuestion | None
    is_mine: bool = False

    @property
    def is_scored(self) -> bool:
        """Say whether forecasts on it can be scored: it came out as yes or as no."""
        return self.state in ("yes", "no") and self.known_from is not None

    @property
    def is_lost(self) -> bool:
        """Say whether it is in the pack no longer, and known by its forecasts alone."""
        return self.bundled is None and self.own is None


def questions_of(atlas: Atlas, workspace: Workspace) -> tuple[Question, ...]:
    """Give the pack's questions, then the user's own, then lost ones, each in order of its id."""
    return tuple(_all(atlas, workspace))


def question_of(atlas: Atlas, workspace: Workspace, key: str) -> Question | None:
    """Give a question by its id; `None` where there is none."""
    return next((each for each in _all(atlas, workspace) if each.key == key), None)


def shown_questions(
    questions: Iterable[Question], workspace: Workspace, shown: Shown, iso3: str
) -> tuple[Question, ...]:
    """Give the questions that pass the filters; “mine” are those asked or forecast by the user."""
    mine = {each.question for each in workspace.forecasts.values()} | set(workspace.resolutions)
    found: list[Question] = []
    for each in questions:
        passes = (
            shown == "all"
            or (shown == "open" and each.state == "open")
            or (shown == "resolved" and each.state != "open")
            or (shown == "mine" and (each.own is not None or each.key in mine))
        )
        if passes and (not iso3 or iso3 in each.countries):
            found.append(each)
    return tuple(found)


def standings_of(workspace: Workspace, forecasts: Iterable[OwnForecast]) -> tuple[Standing, ...]:
    """Give the user's forecasts on one question as they stood, with their withdrawals.

    A withdrawal ends what stands only if no later forecast has taken its place by then.
    """
    made = tuple(forecasts)
    line = [Standing(each.likelihood, each.when) for each in made]
    for each in made:
        gone = workspace.withdrawals.get(each.id)
        if gone is None:
            continue
        later = any(each.when < other.when <= gone.when for other in made)
        if not later:
            line.append(Standing(None, max(gone.when, each.when)))
    return tuple(line)


def own_scores(workspace: Workspace, question: Question) -> Scores | None:
    """Give the score of the user's forecasts on a question; `None` where none is to be scored."""
    if not question.is_scored or question.known_from is None:
        return None
    line = standings_of(workspace, forecasts_on(workspace, question.key))
    return score_over_time(line, question.known_from, happened=question.state == "yes")


def is_sealed_before(question: Question, forecast: OwnForecast) -> bool:
    """Say whether a forecast was sealed, and is intact, before the answer was known."""
    is_intact = seal_state(forecast) == "intact"
    if not is_intact or forecast.sealed is None:
        return False
    return question.known_from is None or forecast.sealed < question.known_from


def own_judged(workspace: Workspace, questions: Iterable[Question]) -> tuple[Judged, ...]:
    """Give the likelihood that stood last before each resolved question's answer was known.

    One a question: two forecasts of one question do not come true apart from one another.
    """
    found: list[Judged] = []
    for each in questions:
        if not each.is_scored or each.known_from is None:
            continue
        line = standings_of(workspace, forecasts_on(workspace, each.key))
        last = last_before(line, each.known_from)
        if last is not None:
            found.append(Judged(last, each.state == "yes"))
    return tuple(found)


def _all(atlas: Atlas, workspace: Workspace) -> Iterator[Question]:
    for each in atlas.questions:
        yield _bundled(each, workspace)
    own: Mapping[str, OwnQuestion] = workspace.questions
    for key in sorted(own, key=lambda key: (len(key), key)):
        yield _own(own[key], workspace)
    there = {each.id for each in atlas.questions} | own.keys()
    lost = sorted({each.question for each in workspace.forecasts.values()} - there)
    for key in lost:
        yield _lost(key, workspace)


def _bundled(each: ForecastQuestion, workspace: Workspace) -> Question:
    """Take the pack's word where it resolves a question, else the user's."""
    state = _STATES.get(each.resolution, "open")
    if state != "open":
        known = _start_of(each.date_resolved or each.last_checked)
        return Question(each.id, each.question, each.countries, state, known, each, None)
    mine = workspace.resolutions.get(each.id)
    return Question(
        key=each.id,
        text=each.question,
        countries=each.countries,
        state=mine.outcome if mine else "open",
        known_from=_midnight(mine.day) if mine else None,
        bundled=each,
        own=None,
        is_mine=mine is not None,
    )


def _own(each: OwnQuestion, workspace: Workspace) -> Question:
    """Take what the user says of it; what comes after it closes has no bearing on the answer."""
    mine = workspace.resolutions.get(each.id)
    closed = each.closes + timedelta(days=1) if each.closes < date.max else each.closes
    return Question(
        key=each.id,
        text=each.text,
        countries=each.countries,
        state=mine.outcome if mine else "open",
        known_from=_midnight(min(mine.day, closed)) if mine else None,
        bundled=None,
        own=each,
        is_mine=mine is not None,
    )


def _lost(key: str, workspace: Workspace) -> Question:
    """Give a question in the words that its newest forecast answers."""
    mine = workspace.resolutions.get(key)
    return Question(
        key=key,
        text=forecasts_on(workspace, key)[-1].asked.strip() or NO_WORDS,
        countries=(),
        state=mine.outcome if mine else "open",
        known_from=_midnight(mine.day) if mine else None,
        bundled=None,
        own=None,
        is_mine=mine is not None,
    )


def _start_of(text: str) -> datetime | None:
    """Give the first moment of a day, month or year: what came within it may have been known."""
    try:
        found = parse_partial_date(text)
    except ValueError:
        return None
    return _midnight(date(found.year, found.month or 1, found.day or 1))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
