from datetime import date

from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.pages.as_of_words import (
    as_of_notice,
    as_of_stamp,
    judged_words,
    not_judged,
    not_of_the_day,
    not_written,
)

THEN = date(2025, 11, 5)
LONG_AGO = date(2020, 1, 1)


def test_the_newest_needs_no_notice(atlas: Atlas) -> None:
    assert as_of_notice(atlas) == as_of_stamp(atlas) == not_written(atlas) == ""
    assert not_of_the_day(atlas, "Scenarios were judged") == ""


def test_the_notice_says_day_evidence_and_hindsight(atlas: Atlas) -> None:
    cut = known_on(atlas, THEN)
    assert as_of_notice(cut) == (
        f"As of 5 Nov 2025: {len(cut.evidence)} of {len(atlas.evidence)} items of evidence; "
        "judgements of 31 Oct 2025, made later, with hindsight."
    )
    assert as_of_stamp(cut) == "As of 5 Nov 2025"


def test_before_any_judgement_the_notice_says_so(atlas: Atlas) -> None:
    cut = known_on(atlas, LONG_AGO)
    assert as_of_notice(cut).endswith("nothing had been judged by then.")
    assert not_judged(cut) == judged_words(cut) == "Not judged by 1 Jan 2020"


def test_an_earlier_judgement_is_never_said_without_its_hindsight(atlas: Atlas) -> None:
    assert judged_words(atlas) == "Judged 23 Nov 2026"
    assert judged_words(known_on(atlas, THEN)).endswith("made later, with hindsight")


def test_missing_texts_are_said_to_be_written_later(atlas: Atlas) -> None:
    assert not_written(known_on(atlas, THEN)) == (
        "The texts were written on 23 Nov 2026 and are not shown as of an earlier day."
    )
