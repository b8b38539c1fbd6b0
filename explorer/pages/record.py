"""The view Record: the list of questions, and one question with all that was forecast of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from explorer.analysis.scoring import score
from explorer.domain.atlas import Atlas
from explorer.pages.evidence_pool import pool_evidence
from explorer.pages.record_ladders import LadderForecast, ladder_cautions, ladder_forecasts
from explorer.pages.record_questions import (
    Question,
    Shown,
    is_sealed_before,
    own_scores,
    question_of,
    questions_of,
    shown_questions,
)
from explorer.pages.record_words import (
    CERTAIN,
    NOT_SCORED,
    OUTCOMES,
    VOID,
    brier_text,
    exact_percent,
    is_certain,
    log_text,
    moment_words,
    score_sentence,
    word_of,
)
from explorer.pages.seed import asked_because
from explorer.pages.trace import thing
from explorer.pages.words import (
    confidence_sentence,
    counted,
    country_name,
    country_names,
    date_words,
    day_words,
    listing,
    sentence,
    study_states,
)
from explorer.workspace.document import OwnForecast, Resolution, Workspace
from explorer.workspace.forecasts import (
    forecasts_on,
    is_question_altered,
    is_question_fixed,
    recorded_on,
)
from explorer.workspace.seals import is_sealed, seal_state

SHOWN: tuple[tuple[Shown, str], ...] = (
    ("all", "All"),
    ("open", "Open"),
    ("resolved", "Resolved"),
    ("mine", "Mine"),
)
"""What the list can show, key and words."""


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question in the list: its words, and below them states, outcome and own forecasts."""

    key: str
    title: str
    subtitle: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class QuestionList:
    """The questions that pass the filters, how many there are, and the states to filter by."""

    counts: str
    rows: tuple[QuestionRow, ...]
    states: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CitedItem:
    """An item of evidence; `is_known` says whether the view Evidence can show it."""

    id: str
    words: str
    is_known: bool


@dataclass(frozen=True, slots=True)
class ForecastLine:
    """A forecast with its scores. `key` is the id of the user's own, blank for a judged one.

    `notes` are sentences below it: reason, confidence, seal, withdrawal, warning. `seal` is
    `none`, `intact` or `altered`. `is_given_up` says that it was withdrawn. `actions` name what
    the user may do with it: seal, edit_forecast, withdraw, drop_forecast, copy (the seal).
    """

    key: str
    who: str
    when: str
    likelihood: str
    word: str
    brier: str
    log: str
    notes: tuple[str, ...] = ()
    seal: str = "none"
    is_given_up: bool = False
    actions: tuple[str, ...] = ()

    @property
    def is_scored(self) -> bool:
        """Say whether it has scores."""
        return self.brier != NOT_SCORED


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question in full.

    `judged` are the pack's own likelihoods with `cautions`; `mine` the user's, with `my_score` in
    a sentence (blank where there is none). `blocked` says why no forecast can be added, blank
    where one can. `can_resolve`, `can_reopen` and `can_edit` say what the user may do.
    """

    key: str
    title: str
    kicker: str
    outcome: str
    facts: tuple[tuple[str, str], ...]
    evidence: tuple[CitedItem, ...]
    judged: tuple[ForecastLine, ...]
    cautions: tuple[str, ...]
    mine: tuple[ForecastLine, ...]
    my_score: str
    blocked: str
    is_own: bool
    can_resolve: bool
    can_reopen: bool
    can_edit: bool
    goal: str = ""


def record_as_of(workspace: Workspace, as_of: date | None) -> Workspace:
    """Give the workspace as it stood on the day that is looked at; all of it without one."""
    return workspace if as_of is None else recorded_on(workspace, as_of)


def looking_only(day: date) -> str:
    """Say why nothing can be changed while an earlier day is looked at."""
    return f"You look at {day_words(day)}. Go back to the newest date to change the record."


def compose_question_list(
    atlas: Atlas, workspace: Workspace, shown: Shown = "all", iso3: str = ""
) -> QuestionList:
    """Compose the list. `workspace` is the record of the day that is looked at."""
    questions = questions_of(atlas, workspace)
    passed = shown_questions(questions, workspace, shown, iso3)
    resolved = sum(each.state != "open" for each in questions)
    total = counted(len(questions), "question")
    counts = f"{total}, {resolved} resolved"
    if len(passed) < len(questions):
        counts = f"{len(passed)} of {total}"
    return QuestionList(
        counts=counts,
        rows=tuple(_row(atlas, workspace, each) for each in passed),
        states=tuple((key, country_name(atlas, key)) for key in study_states(atlas)),
    )


def compose_question(
    atlas: Atlas, workspace: Workspace, key: str, as_of: date | None = None
) -> QuestionPage | None:
    """Compose a question's page; `None` where there is no such question.

    `workspace` is the record of the day that is looked at, and `as_of` that day: an earlier day
    is for looking only.
    """
    question = question_of(atlas, workspace, key)
    if question is None:
        return None
    mine = forecasts_on(workspace, key)
    scores = own_scores(workspace, question)
    is_now = as_of is None
    is_own = question.own is not None
    resolution = workspace.resolutions.get(key) if question.is_mine else None
    return QuestionPage(
        key=key,
        title=question.text,
        kicker=_kicker(atlas, question),
        outcome=_outcome(question, resolution),
        facts=tuple(_facts(atlas, question, resolution)),
        evidence=_evidence(atlas, workspace, question, resolution),
        judged=tuple(_judged_line(each) for each in ladder_forecasts(atlas, question)),
        cautions=ladder_cautions(atlas, question) if question.bundled else (),
        mine=tuple(_own_line(workspace, question, each, is_now=is_now) for each in mine),
        my_score=_score_words(question, len(mine), score_sentence(scores) if scores else ""),
        blocked=_blocked(question, as_of),
        is_own=is_own,
        can_resolve=is_now and (question.state == "open" or question.is_mine),
        can_reopen=is_now and question.is_mine,
        can_edit=is_now and is_own and not is_question_fixed(workspace, key),
        goal=str(thing("question", key)) if question.bundled else "",
    )


def _row(atlas: Atlas, workspace: Workspace, each: Question) -> QuestionRow:
    states = ", ".join(
        each.countries if len(each.countries) > 2 else country_names(atlas, each.countries)  # noqa: PLR2004 - more would not fit
    )
    count = len(forecasts_on(workspace, each.key))
    parts = (
        each.key,
        OUTCOMES[each.state],
        states,
        counted(count, "forecast of yours", "forecasts of yours") if count else "",
    )
    subtitle = " · ".join(part for part in parts if part)
    return QuestionRow(each.key, each.text, subtitle, each.own is not None)


def _kicker(atlas: Atlas, question: Question) -> str:
    whose = "Your question" if question.own else "Question of the pack"
    if question.is_lost:
        is_newest = atlas.subject.seen_on is None
        whose = "No longer in the pack" if is_newest else "Not in the pack on this day"
    states = listing(country_names(atlas, question.countries))
    return " · ".join(part for part in (whose, question.key, states) if part)


def _outcome(question: Question, resolution: Resolution | None) -> str:
    if question.state == "open":
        return "Open"
    if question.state == "void":
        return VOID
    words = OUTCOMES[question.state]
    if resolution is not None:
        return f"{words}, {day_words(resolution.day)}"
    bundled = question.bundled
    if bundled is not None and bundled.date_resolved:
        return f"{words}, {date_words(bundled.date_resolved)}"
    return words


def _facts(
    atlas: Atlas, question: Question, resolution: Resolution | None
) -> Iterator[tuple[str, str]]:
    """Give what is known of a question beside its outcome; parts without anything are left out."""
    facts: list[tuple[str, str]] = []
    if (own := question.own) is not None:
        facts += [
            ("Yes means", own.yes_when),
            ("Closes", day_words(own.closes)),
            ("Asked", moment_words(own.created)),
        ]
    if resolution is not None:
        facts += [("What happened", resolution.words or "nothing said"), ("Resolved by", "you")]
    if (bundled := question.bundled) is not None:
        checked = date_words(bundled.last_checked) if bundled.last_checked else ""
        if question.state != "open" and not bundled.date_resolved and not question.is_mine:
            checked = f"{checked}; no day of its own is on record, so the answer counts from then"
        facts += [
            ("What happened" if resolution is None else "The pack says", bundled.what_happened),
            ("Asked because", asked_because(atlas, bundled.seed_basis)),
            ("Last checked", checked),
            ("Confidence", f"{bundled.confidence}, the resolver's" if bundled.confidence else ""),
            ("Note", bundled.note),
        ]
    for label, words in facts:
        if words:
            yield label, words


def _evidence(
    atlas: Atlas, workspace: Workspace, question: Question, resolution: Resolution | None
) -> tuple[CitedItem, ...]:
    pool = pool_evidence(atlas, workspace).items
    ids: Iterable[str] = question.bundled.evidence_ids if question.bundled else ()
    found: dict[str, CitedItem] = {}
    for key in (*(resolution.evidence_ids if resolution else ()), *ids):
        item = pool.get(key)
        gone = "no longer among the items of evidence"
        words = f"{item.date.words} · {item.claim}" if item else gone
        found[key] = CitedItem(key, words, item is not None)
    return tuple(found.values())


def _judged_line(each: LadderForecast) -> ForecastLine:
    return ForecastLine(
        key="",
        who=each.who,
        when=f"judged {each.day_words}",
        likelihood=exact_percent(round(each.likelihood, 3)),
        word=word_of(each.likelihood),
        brier=brier_text(each.scores),
        log=log_text(each.scores),
    )


def _own_line(
    workspace: Workspace, question: Question, each: OwnForecast, *, is_now: bool
) -> ForecastLine:
    is_late = question.known_from is not None and each.when >= question.known_from
    is_scored = question.is_scored and not is_late
    scores = score(each.likelihood, happened=question.state == "yes") if is_scored else None
    return ForecastLine(
        key=each.id,
        who=each.id,
        when=moment_words(each.when),
        likelihood=exact_percent(each.likelihood),
        word=word_of(each.likelihood),
        brier=brier_text(scores),
        log=log_text(scores),
        notes=tuple(_notes(workspace, question, each, is_late=is_late)),
        seal=seal_state(each),
        is_given_up=each.id in workspace.withdrawals,
        actions=_actions(workspace, each, can_act=is_now and question.state == "open"),
    )


def _actions(workspace: Workspace, each: OwnForecast, *, can_act: bool) -> tuple[str, ...]:
    """Name what can be done: looked at alone on an earlier day, and once the answer is known."""
    is_given_up = each.id in workspace.withdrawals
    if is_sealed(each):
        return ("copy", "withdraw") if can_act and not is_given_up else ("copy",)
    if not can_act:
        return ()
    if is_given_up:
        return ("drop_forecast",)
    return ("seal", "edit_forecast", "withdraw", "drop_forecast")


def _notes(
    workspace: Workspace, question: Question, each: OwnForecast, *, is_late: bool
) -> Iterator[str]:
    if each.reason.strip():
        yield sentence(each.reason)
    if each.confidence:
        yield confidence_sentence(each.confidence)
    state = seal_state(each)
    if state == "altered":
        yield "Altered: it is not as it was sealed."
    elif state == "intact" and each.sealed is not None:
        yield f"Sealed {moment_words(each.sealed)}, intact. Seal {each.seal[:12]}…"
        if not is_late and not is_sealed_before(question, each):
            yield "Sealed only when the answer was known, so the seal vouches for little."
    if is_question_altered(workspace, each):
        yield "Altered: the question no longer reads as it did when this was sealed."
    if (gone := workspace.withdrawals.get(each.id)) is not None:
        why = f": {gone.reason.strip()}" if gone.reason.strip() else ""
        yield sentence(f"Withdrawn {moment_words(gone.when)}{why}")
    if is_late:
        is_past = question.own is not None and each.when.date() > question.own.closes
        when = "the question had closed" if is_past else "the answer was known"
        yield f"Made when {when}, so it is not scored."
    elif is_certain(each.likelihood):
        yield CERTAIN


def _score_words(question: Question, count: int, scores: str) -> str:
    """Say what the user's forecasts score as a whole, or why they do not."""
    if not count:
        return ""
    if question.state == "open":
        return "Scored once the question is resolved."
    if question.state == "void":
        return VOID
    if not scores:
        return "No forecast stood before the answer was known, so there is no score."
    weighed = " Each forecast counts by the time that it stood." if count > 1 else ""
    return f"Your score on this question: {scores}{weighed}"


def _blocked(question: Question, as_of: date | None) -> str:
    if as_of is not None:
        return looking_only(as_of)
    if question.state != "open":
        return "The question is resolved, so no forecast can be added."
    if question.is_lost:
        return "The pack has this question no longer, so no forecast can be added."
    return ""
