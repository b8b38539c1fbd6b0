"""Words for likelihood: the bands of Intelligence Community Directive 203.

Source: Office of the Director of National Intelligence, ICD 203, Analytic Standards (2 January
2015), section D.6.e(2)(a). The directive offers two rows of synonyms and asks not to mix them;
this is the first.

Neighbouring bands share their bounds in the directive. Here an exact bound belongs to the band
nearer to even, so 80 % is “likely” and 20 % is “unlikely”: the milder word, and the same rule on
both sides. Words are chosen by the whole per cent that is shown, so that the number and the word
cannot disagree.
"""

import math
from dataclasses import dataclass

NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Band:
    """A word and its band in per cent, both bounds as the directive prints them."""

    word: str
    low: int
    high: int


BANDS = (
    Band("almost no chance", 1, 5),
    Band("very unlikely", 5, 20),
    Band("unlikely", 20, 45),
    Band("roughly even chance", 45, 55),
    Band("likely", 55, 80),
    Band("very likely", 80, 95),
    Band("almost certain", 95, 99),
)
_EVEN = 3
_SLACK = 1e-9  # what a sum of shares may miss one by


def likelihood_word(probability: float) -> str:
    """Give the word for a probability from 0 to 1; never “impossible” and never “certain”.

    Raises:
        ValueError: if it is no probability.
    """
    percent = whole_percent(probability)
    for band in BANDS[:_EVEN]:
        if percent < band.high:
            return band.word
    for band in BANDS[_EVEN:]:
        if percent <= band.high:
            return band.word
    return BANDS[-1].word


def percent_text(probability: float) -> str:
    """Give the whole per cent to show: “61 %”; “<1 %” below one and “>99 %” above ninety-nine.

    Raises:
        ValueError: if it is no probability.
    """
    percent = whole_percent(probability)
    exact = round(100.0 * probability, 9)
    sign = "<" if exact < 1 else ">" if exact > 99 else ""  # noqa: PLR2004 - the outer bounds of the bands
    return f"{sign}{min(max(percent, 1), 99)}{NO_BREAK_SPACE}%"


def whole_percent(probability: float) -> int:
    """Give the nearest whole per cent; halves go up.

    Raises:
        ValueError: if it is no probability.
    """
    if not -_SLACK <= probability <= 1.0 + _SLACK:
        raise ValueError(f"{probability} is no probability")
    return math.floor(round(100.0 * probability, 9) + 0.5)
