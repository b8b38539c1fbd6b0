"""The Atlas as it was known on an earlier day.

What is on record counts from its date. A date known to the month or year counts from the end of
it, for it is not certain before; what bears no date at all counts from the day of the pack itself,
when it was read. Judgements count from the day they are judged for, which may be earlier than the
day they were written: whoever shows them has to say so. Texts that were written with the newest
judgements are absent before those; so are the scenarios, whose stories were written with them.

Names, scales, factors, weights, indicators and borders bear no date and stay. Beta is fitted to
the judged scenarios, of which an earlier day may have none: it belongs to the model and is taken
from the whole pack, which a cut Atlas names as `uncut`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Protocol

from explorer.domain.as_of_texts import with_texts_by
from explorer.domain.atlas import Atlas
from explorer.domain.dates import PartialDate, last_day, parse_partial_date
from explorer.domain.evidence import OPEN, ArmsOrder, ForecastQuestion, QuestionTerms
from explorer.domain.judgement import Rating
from explorer.domain.later_words import names_later
from explorer.domain.notes import TIMELESS
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.domain.sources import Source


class _Sourced(Protocol):
    """What one source stands behind."""

    @property
    def source_id(self) -> str: ...


def known_on(atlas: Atlas, day: date) -> Atlas:
    """Give the Atlas as it was known at the end of a day.

    From the day of the pack on, that is the Atlas itself. An Atlas that is cut already knows no
    more on a later day. `subject.as_of` becomes the newest day judged on or before the day, or
    the day itself where nothing was judged by then: `is_judged` tells the two apart.
    """
    if day >= (atlas.subject.seen_on or atlas.subject.as_of):
        return atlas
    full = whole(atlas)
    evidence = tuple(each for each in full.evidence if was_known(each.date, day))
    cited = frozenset(each.id for each in evidence)
    questions = tuple(_questions(full, day, cited))
    cut = replace(
        _with_record(_with_judgements(full, day, cited), day),
        uncut=full,
        evidence=evidence,
        questions=questions,
        question_terms=tuple(_terms(full, questions)),
        notes=tuple(
            replace(note, evidence_ids=_known(note.evidence_ids, cited))
            for note in full.notes
            if note.id in TIMELESS
        ),
        cells=(),
        conclusions=(),
        pair_conclusions=(),
        signposts=(),
        actors=(),
    )
    return with_texts_by(replace(cut, sources=_sources(full, cut, day)), day)


def is_judged(atlas: Atlas) -> bool:
    """Say whether anything was judged by the day that the Atlas is seen on."""
    return bool(atlas.ratings or atlas.ladders)


def written_on(atlas: Atlas) -> date:
    """Give the day of the pack, when its texts were written and its judgements made."""
    return (atlas.uncut or atlas).subject.as_of


def whole(atlas: Atlas) -> Atlas:
    """Give the Atlas as of the newest day."""
    return atlas.uncut or atlas


def was_known(when: PartialDate | date | str | int | None, day: date) -> bool:
    """Say whether something of a date is certain to have been known by the end of a day.

    `when` may be as the record gives it: a year, a text of the form `2025-11`, or blank, `None`
    or any other text where it gives no date, and then it is not certain on any day.
    """
    match when:
        case date():
            return when <= day
        case PartialDate():
            return last_day(when) <= day
        case int():
            return last_day(PartialDate(when)) <= day
        case str():
            try:
                return last_day(parse_partial_date(when)) <= day
            except ValueError:
                return False
        case None:
            return False


def _with_judgements(atlas: Atlas, day: date, cited: frozenset[str]) -> Atlas:
    """Give the Atlas with what was judged by a day, and its subject seen on that day."""
    ratings = tuple(_rating(each, cited) for each in atlas.ratings if each.as_of <= day)
    ladders = tuple(
        each for each in atlas.ladders if each.as_of <= day and each.scenario == BASELINE_SCENARIO
    )
    judged = {each.as_of for each in (*ratings, *ladders)}
    return replace(
        atlas,
        subject=replace(atlas.subject, as_of=max(judged, default=day), seen_on=day),
        ratings=ratings,
        ladders=ladders,
        scenarios=tuple(each for each in atlas.scenarios if each.id == BASELINE_SCENARIO),
        scenario_shifts=(),
    )


def _rating(rating: Rating, cited: frozenset[str]) -> Rating:
    """Give a rating without the evidence that it cites from after the day."""
    known = _known(rating.evidence_ids, cited)
    return rating if known == rating.evidence_ids else replace(rating, evidence_ids=known)


def _with_record(atlas: Atlas, day: date) -> Atlas:
    """Give the Atlas with what was on record by a day, beside the evidence."""
    return replace(
        atlas,
        assessments=tuple(x for x in atlas.assessments if was_known(x.date, day)),
        dissents=tuple(x for x in atlas.dissents if was_known(x.date, day)),
        events=tuple(x for x in atlas.events if was_known(x.date, day)),
        relations=tuple(x for x in atlas.relations if was_known(x.date, day)),
        ties=tuple(x for x in atlas.ties if was_known(x.date, day)),
        key_votes=tuple(x for x in atlas.key_votes if was_known(x.date, day)),
        memberships=tuple(x for x in atlas.memberships if was_known(x.since, day)),
        religions=tuple(x for x in atlas.religions if was_known(x.year, day)),
        ethnic_groups=tuple(x for x in atlas.ethnic_groups if was_known(x.year, day)),
        arms_orders=tuple(
            _arms_order(x, day) for x in atlas.arms_orders if was_known(x.order_year, day)
        ),
    )


def _arms_order(order: ArmsOrder, day: date) -> ArmsOrder:
    """Give an order as of a day: what was delivered counts once all deliveries named are over.

    The register gives the deliveries of an order as one sum, so a part of it is not known.
    """
    known = tuple(year for year in order.delivery_years if was_known(year, day))
    if known == order.delivery_years:
        return order
    return replace(order, delivered=None, delivery_years=known, tiv_delivered=None)


def _questions(atlas: Atlas, day: date, cited: frozenset[str]) -> Iterator[ForecastQuestion]:
    """Give the questions as of a day; none before the first judgement, which they go with.

    A question bears no date of its own, yet its words may tell what had not happened. One that
    was drawn from the later record counts from its first evidence, and one whose words take
    something for granted counts from that (`explorer.domain.evidence.QuestionTerms`).
    """
    if not any(each.as_of <= day for each in atlas.ratings):
        return
    for each in atlas.questions:
        known = _known(each.evidence_ids, cited)
        terms = atlas.terms_by_question.get(each.id)
        if each.is_from_later_record and not known:
            continue
        if terms is not None and not cited.issuperset(terms.presupposes):
            continue
        if was_known(each.last_checked, day):
            yield replace(each, evidence_ids=known)
            continue
        # What is said of it was written when it was checked last.
        is_resolved = was_known(each.date_resolved, day)
        yield replace(
            each,
            resolution=each.resolution if is_resolved else OPEN,
            date_resolved=each.date_resolved if is_resolved else "",
            what_happened="",
            evidence_ids=known,
            last_checked="",
            confidence="",
            note="",
        )


def _terms(atlas: Atlas, questions: Iterable[ForecastQuestion]) -> Iterator[QuestionTerms]:
    """Give the terms of the questions of a day; why one is not scored tells of its answer."""
    for each in questions:
        terms = atlas.terms_by_question.get(each.id)
        if terms is not None:
            yield replace(terms, why_not="") if each.resolution == OPEN else terms


def _known(evidence_ids: tuple[str, ...], cited: frozenset[str]) -> tuple[str, ...]:
    return tuple(each for each in evidence_ids if each in cited)


def _sources(atlas: Atlas, cut: Atlas, day: date) -> tuple[Source, ...]:
    """Give the sources that were out by a day, or that something kept cites.

    A page may tell of what happened long before it was written. A data set bears no date; it is
    left out where nothing kept cites it and its title names a later time.
    """
    used = frozenset(_cited_sources(cut))
    return tuple(
        each
        for each in atlas.sources
        if each.id in used
        or was_known(each.date, day)
        or (not each.date.strip() and not names_later(each.title, day))
    )


def _cited_sources(atlas: Atlas) -> Iterator[str]:
    for item in (*atlas.evidence, *atlas.events, *atlas.indicators, *atlas.relations):
        yield from item.source_ids
    groups: tuple[tuple[_Sourced, ...], ...] = (
        atlas.countries,
        atlas.dissents,
        atlas.assessments,
        atlas.relations,
        atlas.ties,
        atlas.key_votes,
        atlas.arms_orders,
        atlas.memberships,
        atlas.borders,
        atlas.religions,
        atlas.ethnic_groups,
    )
    yield from (each.source_id for group in groups for each in group)
