"""What is said where the case is seen as of an earlier day."""

from explorer.domain.as_of import is_judged, whole, written_on
from explorer.domain.atlas import Atlas
from explorer.pages.words import HINDSIGHT, day_words, not_judged


def as_of_notice(atlas: Atlas) -> str:
    """Say which day the Atlas is cut to, and what that leaves: blank for the newest.

    One or two sentences without a link, for the head of the window and of each page of a brief:
    “As of 5 Nov 2025: 291 of 446 items of evidence; judgements of 31 Oct 2025, made later, with
    hindsight.” An Atlas knows the day by `subject.seen_on`; give the one the page is composed of.
    """
    day = atlas.subject.seen_on
    if day is None:
        return ""
    count = f"{len(atlas.evidence):,} of {len(whole(atlas).evidence):,} items of evidence"
    if not is_judged(atlas):
        return f"As of {day_words(day)}: {count}; nothing had been judged by then."
    judged = day_words(atlas.subject.as_of)
    return f"As of {day_words(day)}: {count}; judgements of {judged}, {HINDSIGHT}."


def as_of_stamp(atlas: Atlas) -> str:
    """Say the day in the fewest words: “As of 5 Nov 2025”; blank for the newest."""
    day = atlas.subject.seen_on
    return "" if day is None else f"As of {day_words(day)}"


def judged_words(atlas: Atlas) -> str:
    """Say when what is shown was judged: “Judged 23 Nov 2026”, or that it was not by the day.

    A judgement of an earlier date is never said without its hindsight.
    """
    subject = atlas.subject
    if not is_judged(atlas):
        return not_judged(atlas)
    judged = f"Judged {day_words(subject.as_of)}"
    return judged if subject.seen_on is None else f"{judged}, {HINDSIGHT}"


def not_written(atlas: Atlas) -> str:
    """Say why the texts are missing: they were written later. Blank for the newest."""
    if atlas.subject.seen_on is None:
        return ""
    return (
        f"The texts were written on {day_words(written_on(atlas))} and are not shown as of an "
        "earlier day."
    )


def not_of_the_day(atlas: Atlas, what: str) -> str:
    """Say why something that was judged or written with the newest is missing: `what` names it.

    “Scenarios were judged on 23 Nov 2026 and are not shown as of an earlier day.”
    """
    if atlas.subject.seen_on is None:
        return ""
    return f"{what} on {day_words(written_on(atlas))} and are not shown as of an earlier day."
