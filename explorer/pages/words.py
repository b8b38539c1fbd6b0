"""Words and figures as they are shown, the same on screen and on paper."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from explorer.analysis.pooling import PooledRating
from explorer.analysis.tenths import to_tenth
from explorer.domain.as_of import is_judged
from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION, Country
from explorer.domain.dates import PartialDate, parse_partial_date
from explorer.domain.judgement import SCALE_MAX, SCALE_MIN, Confidence, Factor

MINUS = "\u2212"
EN_DASH = "\u2013"
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
SCALE_WORDS = f"{SCALE_MIN:.0f} to {SCALE_MAX:.0f}"
NOTABLE_SPREAD = 0.5
HINDSIGHT = "made later, with hindsight"
_IN_SHORT = "with hindsight"
"""Goes with every judgement of an earlier date: the bundled ones were all made with the newest."""


def listing(words: Sequence[str]) -> str:
    """Join words as a sentence does: “A”, “A and B”, “A, B and C”."""
    if len(words) < 2:  # noqa: PLR2004 - one word needs no joining
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def mid_sentence(title: str) -> str:
    """Give a title as it stands within a sentence: with a small letter at its head."""
    return title[:1].lower() + title[1:]


def number_word(count: int) -> str:
    """Spell a small count: “five”; a count of ten or more stays in figures."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def counted(count: int, one: str, many: str = "") -> str:
    """Give a count with its noun: “1 evidence item”, “6 evidence items”."""
    noun = one if count == 1 else (many or f"{one}s")
    return f"{count:,} {noun}"


def raters_words(counts: Iterable[int]) -> str:
    """Give how many raters judged each of some things: “4 raters”, or “3 or 4 raters”."""
    found = sorted(set(counts))
    if len(found) > 2:  # noqa: PLR2004 - two are named, more are spanned
        return f"{found[0]} to {counted(found[-1], 'rater')}"
    fewer = "".join(f"{count} or " for count in found[:-1])
    return fewer + counted(found[-1] if found else 0, "rater")


def tenth_text(value: float) -> str:
    """Give a rating as it is shown: “2.1”."""
    return f"{to_tenth(value):.1f}"


def signed(value: float) -> str:
    """Give a difference to one decimal with its sign: “+1.9”, “0.0”, or with a true minus."""
    size = tenth_text(abs(value))
    if float(size) == 0:
        return size
    return f"{'+' if value > 0 else MINUS}{size}"


def rating_text(low: float, mode: float, high: float) -> str:
    """Give a rating with its range: “2.1 (1.5 to 2.8)”."""
    return f"{tenth_text(mode)} ({tenth_text(low)} to {tenth_text(high)})"


def day_words(day: date) -> str:
    """Give a day for a reader: “23 Nov 2026”."""
    return PartialDate(day.year, day.month, day.day).words


def date_words(text: str) -> str:
    """Give a date from the record for a reader; a text that is no date stays as it is."""
    try:
        return parse_partial_date(text).words
    except ValueError:
        return text


def horizon_words(day: date) -> str:
    """Name the horizon in a sentence: “the end of 2030”, or the day itself."""
    last_of_year = (day.month, day.day) == (12, 31)
    return f"the end of {day.year}" if last_of_year else day_words(day)


def judged_on(atlas: Atlas) -> str:
    """Say when what is shown was judged: “judged 23 Nov 2026”, “not judged by 1 Jan 2020”.

    Under an earlier day a judgement is never said without its hindsight.
    """
    if not is_judged(atlas) and atlas.subject.seen_on is not None:
        return f"not judged by {day_words(atlas.subject.seen_on)}"
    judged = f"judged {day_words(atlas.subject.as_of)}"
    return judged if atlas.subject.seen_on is None else f"{judged}, {_IN_SHORT}"


def judgement_of(atlas: Atlas) -> str:
    """Name the judgement that is shown by its day: “judgement of 23 Nov 2026”."""
    named = f"judgement of {day_words(atlas.subject.as_of)}"
    return named if atlas.subject.seen_on is None else f"{named}, {HINDSIGHT}"


def not_judged(atlas: Atlas, words: str = "Not judged") -> str:
    """Say that something was not judged by the day looked at; else in these words, of any day."""
    day = atlas.subject.seen_on
    return words if day is None else f"Not judged by {day_words(day)}"


def not_judged_of(atlas: Atlas, who: str, words: str) -> str:
    """Say of whom nothing was judged by the day looked at; else in these words, of any day."""
    day = atlas.subject.seen_on
    return words if day is None else f"{who} not judged by {day_words(day)}"


def no_value(atlas: Atlas) -> str:
    """Say that a value was not found: on an earlier day none of a year that was over by then."""
    day = atlas.subject.seen_on
    return (
        "no value found"
        if day is None
        else f"no value of a year that was over by {day_words(day)}"
    )


def country_name(atlas: Atlas, iso3: str) -> str:
    """Give a country's name; the region's own code and unknown codes are put into words too."""
    country: Country | None = atlas.country_by_iso3.get(iso3)
    if country is not None:
        return country.name
    return "The region" if iso3 == REGION else iso3


def country_names(atlas: Atlas, codes: Iterable[str]) -> tuple[str, ...]:
    """Give the names of countries, in the order given."""
    return tuple(country_name(atlas, iso3) for iso3 in codes)


def study_states(atlas: Atlas) -> tuple[str, ...]:
    """Give the states that the pack compares, its baseline first."""
    subject = atlas.subject
    return (subject.baseline, *(iso3 for iso3 in subject.compared if iso3 != subject.baseline))


def holder_words(atlas: Atlas, factor: Factor) -> str:
    """Say whose interest or pressure a factor is: “Israel's interest”, “Russia and China”."""
    own = factor.holder == ("country",)
    name = "The country" if own else listing(country_names(atlas, factor.holder))
    if factor.group == "interest":
        return f"{name}'s interest"
    return f"{name}'s own constraint" if own else name


def confidence_sentence(confidence: Confidence, subject: str = "") -> str:
    """Say a confidence in a sentence of its own, never in one with a likelihood."""
    where = f" in the judgement on {subject}" if subject else ""
    return f"Confidence{where} is {confidence}."


def disagreement_words(rating: PooledRating) -> str:
    """Say how far the raters lie apart, where it is worth saying; else nothing.

    It is from half a scale point between their best values, the step between two written scale
    points being one, or where the ranges of some two do not meet.
    """
    if round(rating.spread, 9) < NOTABLE_SPREAD and not rating.apart:
        return ""
    return f"raters {tenth_text(min(rating.modes))} to {tenth_text(max(rating.modes))}"


def sentence(text: str) -> str:
    """End a text with a full stop unless it has an end, with white space made plain."""
    plain = re.sub(r"\s+", " ", text).strip()
    return plain if not plain or plain[-1] in ".!?" else f"{plain}."


def in_sentences(parts: Iterable[str]) -> str:
    """Make each text that is not blank a sentence of its own, with a capital and a full stop."""
    whole = (sentence(part) for part in parts if part.strip())
    return " ".join(text[0].upper() + text[1:] for text in whole)
