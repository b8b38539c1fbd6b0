"""Judged ladders as forecasts of the pack's questions: what may be scored, and what may not.

A ladder gives the likelihoods of the furthest rung in force at the horizon (the end of 2030). It
is a forecast of a question only where a yes to the one is nearly a yes to the other. That holds
for one question of the bundled pack, and is written down here with its limits; the others are not
scored, and the reason is told.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from types import MappingProxyType

from explorer.analysis.pooling import pool_ladders
from explorer.analysis.scoring import Scores, score
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.pages.record_questions import Question
from explorer.pages.words import country_name, day_words, horizon_words

POOL = "Pool of the raters"


@dataclass(frozen=True, slots=True)
class LadderEvent:
    """The event of a ladder that stands for a question: a state's rung `rung` or a higher one."""

    iso3: str
    rung: str


ARRANGED: Mapping[tuple[str, str], LadderEvent] = MappingProxyType(
    {("abraham-accords", "Q01"): LadderEvent("KAZ", "token_accession")}
)
"""The event by pack and question.

Q01 asks whether Kazakhstan announces that it joins; the rung “Token accession” is defined as
joining “by announcement or ceremony”. So an announcement that still stands at the horizon is at
least that rung.
"""
_EARLIER = (
    "The question asks about the time up to November 2026, the ladder about {horizon}: a no by "
    "2026 says nothing yet about the ladder, so it is not scored."
)
_NONE = "No rung of the ladder answers this question, so no judged likelihood is scored on it."
WHY_NOT: Mapping[tuple[str, str], str] = MappingProxyType(
    {("abraham-accords", key): _EARLIER for key in ("Q04", "Q05", "Q06", "Q07", "Q08")}
    | {
        ("abraham-accords", "Q02"): (
            "The question asks for a signed text or a ceremony; the rung “Token accession” is "
            "reached by an announcement alone, so the ladder is no forecast of it."
        ),
        ("abraham-accords", "Q09"): (
            "The question was answered on what was found by October 2026, the ladder asks about "
            "{horizon}; and it is about any of five states at once, whose ladders were judged one "
            "by one. So it is not scored."
        ),
    }
)
"""Why a question near to the ladder is not scored against it."""
HINDSIGHT = (
    "Judged in hindsight: these ladders are dated before the answer but were made in November "
    "2026, when it was known, and no instruction removes that. Their scores say how well they "
    "fit, and not how well anyone foresaw."
)
TOGETHER = "The raters read the same evidence, so their agreement understates doubt."


@dataclass(frozen=True, slots=True)
class LadderForecast:
    """The likelihood that one rater's ladder, or their pool, gave to a question's event."""

    who: str
    day_words: str
    likelihood: float
    scores: Scores | None


def ladder_forecasts(atlas: Atlas, question: Question) -> tuple[LadderForecast, ...]:
    """Give the likelihoods judged before the answer was known: the pool, then rater by rater.

    They have scores once the question is resolved. While it is open all of them are given.
    """
    event = ARRANGED.get((atlas.subject.pack, question.key))
    order = {rung.id: rung.order for rung in atlas.rungs}
    if event is None or event.rung not in order:
        return ()
    at = order[event.rung] - 1
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


def ladder_cautions(atlas: Atlas, question: Question) -> tuple[str, ...]:
    """Say what must be kept in mind of ladders that stand for a question; why there are none."""
    key = (atlas.subject.pack, question.key)
    horizon = horizon_words(atlas.subject.horizon)
    event = ARRANGED.get(key)
    if event is None:
        return (WHY_NOT.get(key, _NONE).format(horizon=horizon),)
    rung = next((each.title for each in atlas.rungs if each.id == event.rung), event.rung)
    scored = "is scored" if question.is_scored else "would be scored"
    what = (
        f"What {scored}: that {country_name(atlas, event.iso3)} stands on “{rung}” or a higher "
        f"rung at {horizon}. The question asks for the announcement, which is not quite the same: "
        f"an announcement may lapse before then, and a ladder also counts what comes later."
    )
    return (what, HINDSIGHT, TOGETHER)
