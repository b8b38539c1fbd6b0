"""The free texts of an Atlas of an earlier day, without what tells of later things.

An item is kept or left out by its date (`explorer.domain.as_of`); here follow the words that were
written beside it when the edition was made: notes, caveats, titles of pages and labels.
"""

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import date

from explorer.domain.atlas import Atlas
from explorer.domain.countries import Membership, PopulationShare
from explorer.domain.evidence import Relation
from explorer.domain.indicators import Indicator
from explorer.domain.later_words import (
    TITLE_WITHHELD,
    WITHHELD,
    label_by,
    markdown_by,
    names_later,
    note_by,
    words_by,
)
from explorer.domain.notes import METHOD_NOTE, Note
from explorer.domain.rivals import Rival
from explorer.domain.sources import Source


def with_texts_by(atlas: Atlas, day: date) -> Atlas:
    """Give an Atlas, already cut to a day, with the texts that its items could have had then."""
    known = frozenset(each.id for each in atlas.evidence)
    return replace(
        atlas,
        evidence=tuple(
            replace(x, note=note) if (note := note_by(x.note, day)) != x.note else x
            for x in atlas.evidence
        ),
        assessments=tuple(
            replace(x, note=note) if (note := note_by(x.note, day)) != x.note else x
            for x in atlas.assessments
        ),
        relations=tuple(_relation(x, day) for x in atlas.relations),
        memberships=tuple(_membership(x, day) for x in atlas.memberships),
        religions=_shares(atlas.religions, day),
        ethnic_groups=_shares(atlas.ethnic_groups, day),
        factors=tuple(replace(x, basis=words_by(x.basis, day)) for x in atlas.factors),
        indicators=tuple(_indicator(x, day) for x in atlas.indicators),
        sources=tuple(_source(x, day) for x in atlas.sources),
        notes=tuple(_note(x, day, known) for x in atlas.notes),
        rivals=_rivals(atlas.rivals, day, known),
    )


def _relation(relation: Relation, day: date) -> Relation:
    return replace(relation, value=words_by(relation.value, day), note=note_by(relation.note, day))


def _membership(membership: Membership, day: date) -> Membership:
    return replace(
        membership,
        status=WITHHELD if names_later(membership.status, day) else membership.status,
        basis=words_by(membership.basis, day),
        note=note_by(membership.note, day),
    )


def _shares(shares: Iterable[PopulationShare], day: date) -> tuple[PopulationShare, ...]:
    return tuple(replace(each, note=note_by(each.note, day)) for each in shares)


def _indicator(indicator: Indicator, day: date) -> Indicator:
    return replace(
        indicator,
        name=label_by(indicator.name, day),
        description=words_by(indicator.description, day),
        caveat=words_by(indicator.caveat, day),
    )


def _source(source: Source, day: date) -> Source:
    """Give a source; of a page that came out later only its publisher and its date are told.

    It stays because something known by then cites it. Title and address would tell the news. A
    data set keeps both, with its edition, for the figures shown were read in that one.
    """
    if not names_later(source.date, day):
        return replace(source, caveat=words_by(source.caveat, day)) if source.caveat else source
    return replace(source, title=TITLE_WITHHELD, author="", url="", addresses="", caveat="")


def _note(note: Note, day: date, known: Container[str]) -> Note:
    """Give a note on names or figures without what tells of later things, and say so first.

    How the judgements are made is told whole: it names the days of the judgements themselves.
    """
    if note.id == METHOD_NOTE:
        return note
    body = markdown_by(note.body, day, known)
    if body == note.body.rstrip():
        return note
    when = f"{note.updated.day} {note.updated:%B %Y}"
    said = f"Written on {when}. What names a later time or cites what was not known is left out."
    return replace(note, body=f"{said}\n\n{body}\n")


def _rivals(rivals: tuple[Rival, ...], day: date, known: Container[str]) -> tuple[Rival, ...]:
    """Give the figures of items that were known, beside another for the same quantity."""
    kept = [each for each in rivals if each.kind != "evidence" or each.key in known]
    counts = Counter(each.quantity for each in kept)
    return tuple(
        replace(each, label=label_by(each.label, day))
        for each in kept
        if counts[each.quantity] > 1
    )
