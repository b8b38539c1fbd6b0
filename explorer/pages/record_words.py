"""Words and figures of the record: scores, outcomes, moments and seals."""

import math
from datetime import UTC, datetime

from explorer.analysis.likelihood import NO_BREAK_SPACE, likelihood_word
from explorer.analysis.scoring import Scores
from explorer.pages.numbers import number_text
from explorer.pages.words import MINUS, day_words

OUTCOMES = {"open": "Open", "yes": "Yes", "no": "No", "void": "Void"}
VOID = "Void: it can no longer be answered, so nothing is scored."
CERTAIN = (
    "0 % and 100 % say that nothing can change your mind. If it comes out otherwise, the "
    "logarithmic score is minus infinity, and so is every mean that holds it. Rather say 1 % or "
    "99 %."
)
"""What is said of a likelihood at either end."""
_PLACES = 3


NOT_SCORED = "not scored"


def brier_text(scores: Scores | None) -> str:
    """Give a Brier score to three places: “0.436”; “not scored” where there is none."""
    return NOT_SCORED if scores is None else f"{scores.brier:.{_PLACES}f}"


def two_class_text(scores: Scores | None) -> str:
    """Give Brier's own form of the score."""
    return NOT_SCORED if scores is None else f"{scores.brier_two_class:.{_PLACES}f}"


def log_text(scores: Scores | None) -> str:
    """Give a logarithmic score to three places: “−1.079”, or “minus infinity”."""
    if scores is None:
        return NOT_SCORED
    return "minus infinity" if math.isinf(scores.log) else number_text(scores.log, _PLACES)


def score_sentence(scores: Scores) -> str:
    """Say both scores in a sentence."""
    return f"Brier score {brier_text(scores)}, logarithmic score {log_text(scores)}."


def exact_percent(likelihood: float) -> str:
    """Give a likelihood as it was typed: “35 %”, “0.5 %”, “100 %”."""
    text = f"{100 * likelihood:.2f}".rstrip("0").rstrip(".")
    return f"{text}{NO_BREAK_SPACE}%"


def word_of(likelihood: float) -> str:
    """Give the word of ICD 203; at either end the words that are true of the number."""
    if likelihood <= 0.0:
        return "ruled out"
    return "held for certain" if likelihood >= 1.0 else likelihood_word(likelihood)


def is_certain(likelihood: float) -> bool:
    """Say whether a likelihood leaves no doubt at all."""
    return likelihood in (0.0, 1.0)


def moment_words(moment: datetime) -> str:
    """Give a moment in UTC for a reader: “24 Nov 2026, 21:04 UTC”."""
    there = moment.astimezone(UTC)
    return f"{day_words(there.date())}, {there:%H:%M} UTC"


def read_percent(text: str) -> float | None:
    """Read a likelihood from what was typed in per cent; `None` where it is none.

    A decimal comma and a sign of per cent are taken too. What is finer than a hundredth of a per
    cent is rounded.
    """
    plain = text.replace(",", ".").replace(MINUS, "-").replace(NO_BREAK_SPACE, " ")
    try:
        value = float(plain.strip().removesuffix("%").strip())
    except ValueError:
        return None
    return round(value / 100, 4) if 0.0 <= value <= 100.0 else None  # noqa: PLR2004 - per cent


def likelihood_hint(text: str) -> str:
    """Give what stands beside the field while one types: the word, a warning, or what is wrong."""
    if not text.strip():
        return "from 0 to 100"
    likelihood = read_percent(text)
    if likelihood is None:
        return "not a number from 0 to 100"
    return word_of(likelihood)
