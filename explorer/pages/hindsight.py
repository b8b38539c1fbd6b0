"""What is said of a judgement that bears an earlier date than the time it was made in.

The pack says when its judgements were made (`Subject.judged_in`). One dated before that was made
in hindsight; where a pack does not say, the doubt is said instead.
"""

from datetime import date

from explorer.domain.atlas import Atlas
from explorer.domain.dates import first_day, parse_partial_date
from explorer.pages.brief_dates import long_date, long_partial
from explorer.pages.words import in_sentences


def made_words(atlas: Atlas, day: date) -> str:
    """Say when the judgement of a day was made: “made in November 2026, with hindsight”.

    Where the pack does not say, that it may have been made after its date; blank where it was not.
    """
    if not atlas.subject.judged_in:
        return "perhaps made after its date, with hindsight"
    made = parse_partial_date(atlas.subject.judged_in)
    if day >= first_day(made):
        return ""
    return f"made {'on' if made.day else 'in'} {long_partial(made)}, with hindsight"


def hindsight_clause(atlas: Atlas, day: date) -> str:
    """Say of the judgement of a day that it was made later; blank where it was not.

    “the judgement of 31 October 2025 was made in November 2026, with hindsight”.
    """
    made = made_words(atlas, day)
    return made and f"the judgement of {long_date(day)} was {made}"


def hindsight_sentence(atlas: Atlas, day: date) -> str:
    """Say the same as a sentence, with its full stop; blank where it was not made later."""
    return in_sentences((hindsight_clause(atlas, day),))
