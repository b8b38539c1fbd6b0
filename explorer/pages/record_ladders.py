"""Judged ladders as forecasts of the pack's questions: what may be scored, and what may not.

A ladder gives the likelihoods of the furthest rung in force at the horizon (the end of 2030). It
is a forecast of a question only where a yes to the one is nearly a yes to the other. For which
questions that holds, and why not for others, is written in the pack's table `question_ladders`.
"""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, time

from explorer.analysis.pooling import pool_ladders
from explorer.analysis.scoring import Scores, score
from explorer.domain.atlas import Atlas
from explorer.domain.evidence import QuestionTerms
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.pages.hindsight import hindsight_sentence
from explorer.pages.record_questions import Question
from explorer.pages.words import country_name, day_words, horizon_words

POOL = "Pool of the raters"


_NONE = "No rung of the ladder answers this question, so no judged likelihood is scored on it."
HINDSIGHT = (
    "Their scores on an answer that was known by then say how well they fit, and not how well "
    "anyone foresaw."
)
"""Follows on what `explorer.pages.hindsight` says of these ladders."""
TOGETHER = "The raters read the same evidence, so their agreement understates doubt."


@dataclass(frozen=True, slots=True)
class LadderForecast:
    """The likelihood that one rater's ladder, or their pool, gave to a question's event."""

    who: str
    day_words: str
    likelihood: float
    scores: Scores | None


def ladder_event(atlas: Atlas, key: str) -> QuestionTerms | None:
    """Give the event of a ladder that stands for a question of the pack; `None` without one."""
    terms = atlas.terms_by_question.get(key)
    return terms if terms is not None and terms.rung else None


def ladder_forecasts(atlas: Atlas, question: Question) -> tuple[LadderForecast, ...]:
    """Give the likelihoods judged before the answer was known: the pool, then rater by rater.

    They have scores once the question is resolved. While it is open all of them are given.
    """
    event = ladder_event(atlas, question.key)
    if event is None:
        return ()
    at = next(rung.order for rung in atlas.rungs if rung.id == event.rung) - 1
    found: list[LadderForecast] = []
    for day in sorted({ladder.as_of for ladder in atlas.ladders}):
        made = datetime.combine(day, time(), UTC)
        ladders = atlas.ladders_of(event.iso3, BASELINE_SCENARIO, day)
        if not ladders or (question.known_from is not None and made >= question.known_from):
            continue
        pooled = pool_ladders([ladder.probabilities for ladder in ladders])
        rows = (
            (POOL, pooled.shares),
            *zip((ladder.rater for ladder in ladders), pooled.ladders, strict=True),
        )
        for who, shares in rows:
            likelihood = min(max(math.fsum(shares[at:]), 0.0), 1.0)
            scores = score(likelihood, happened=question.state == "yes")
            is_scored = question.is_scored
            found.append(
                LadderForecast(who, day_words(day), likelihood, scores if is_scored else None)
            )
    return tuple(found)


def ladder_hindsight(atlas: Atlas, question: Question) -> str:
    """Say that the ladders dated before the answer were made when it was known, or nothing."""
    event = ladder_event(atlas, question.key)
    if event is None:
        return ""
    day = min((x.as_of for x in atlas.ladders if x.iso3 == event.iso3), default=None)
    told = hindsight_sentence(atlas, day) if day else ""
    return told and f"{told} {HINDSIGHT}"


def ladder_cautions(atlas: Atlas, question: Question) -> tuple[str, ...]:
    """Say what must be kept in mind of ladders that stand for a question; why there are none.

    While a question is open nothing is said that only its answer tells.
    """
    horizon = horizon_words(atlas.subject.horizon)
    event = ladder_event(atlas, question.key)
    is_open = question.state == "open"
    if event is None:
        terms = atlas.terms_by_question.get(question.key)
        why = "" if terms is None else terms.why_not
        return ((why or _NONE).replace("{horizon}", horizon),)
    rung = next((each.title for each in atlas.rungs if each.id == event.rung), event.rung)
    scored = "is scored" if question.is_scored else "would be scored"
    what = (
        f"What {scored}: that {country_name(atlas, event.iso3)} stands on “{rung}” or a higher "
        f"rung at {horizon}. The question asks for an announcement, which is not quite the same: "
        f"an announcement may lapse before then, and a ladder also counts what comes later."
    )
    return (what, TOGETHER) if is_open else (what, ladder_hindsight(atlas, question), TOGETHER)
