"""The chain of a record of the pack: what it cites, the row that holds it, and what cites it."""

from collections.abc import Callable, Iterable, Mapping

from explorer.domain.as_of import whole
from explorer.domain.atlas import Atlas
from explorer.domain.evidence import Evidence, KeyVote
from explorer.domain.notes import Note
from explorer.packs.rows import PackFiles, Row
from explorer.pages.chain import ChainGroup, ChainLink, ChainPage, PackPlace, group
from explorer.pages.chain_links import KIND_WORDS, PLURALS, called, links_to, named_links
from explorer.pages.evidence_items import grade_words
from explorer.pages.evidence_pool import factor_title
from explorer.pages.trace import Thing, ThingKind
from explorer.pages.trace_names import (
    Record,
    evidence_of,
    name_of,
    records_named,
    records_of_kind,
    sources_of,
)
from explorer.pages.trace_rows import row_words, rows_behind
from explorer.pages.view import Target
from explorer.pages.votes import vote_words
from explorer.pages.words import country_name, day_words

_CITING: tuple[ThingKind, ...] = ("rating", "cell", "conclusion", "question", "note")
"""What may cite an item of evidence."""
_OF_A_STATE = {"conclusion", "country", "dissent", "membership", "pair", "relation", "signpost"}
_VIEWS: Mapping[ThingKind, str] = {
    "event": "timeline",
    "evidence": "evidence",
    "note": "notes",
    "tie": "timeline",
}

_NAMES: Mapping[str, Callable[[Atlas, str], str]] = {"iso3": country_name, "factor": factor_title}


def compose_record(atlas: Atlas, files: PackFiles, named: Thing) -> ChainPage:
    """Compose the page of a record that needs nothing besides: what it cites, and its row.

    A name that several records share, such as that of a text on which states voted, gets a page
    that leads to each of them.
    """
    records = records_named(atlas, named)
    if not records:
        return unknown(atlas, named)
    record, *others = records
    if others:
        return _compose_several(atlas, files, named, records)
    title, words = called(atlas, named.kind, record)
    return ChainPage(
        goal=str(named),
        kicker=KIND_WORDS[named.kind],
        title=title,
        says=tuple(part for part in (words, *_grades(record)) if part),
        rests_on=cited_by(atlas, records),
        places=places(atlas, files, rows_behind(files, atlas, named)),
        used_by=citing(atlas, record) if named.kind == "evidence" else (),
        way=way_to(atlas, named, record),
    )


def _compose_several(
    atlas: Atlas, files: PackFiles, named: Thing, records: tuple[Record, ...]
) -> ChainPage:
    first = records[0]
    heading = PLURALS.get(named.kind, KIND_WORDS[named.kind])
    if isinstance(first, KeyVote):
        title, said = f"{first.topic[:1].upper()}{first.topic[1:]}, {first.resolution}", first.date
        links = tuple(_vote_link(atlas, x) for x in records if isinstance(x, KeyVote))
    else:
        column, key = next(iter(named.fields.items()))
        name = _NAMES[column](atlas, key) if column in _NAMES else key
        title, said, links = f"{heading}: {name}", None, links_to(atlas, named.kind, records)
    return ChainPage(
        goal=str(named),
        kicker=heading,
        title=title,
        says=(day_words(said),) if said else (),
        rests_on=(*group(heading, links), *cited_by(atlas, records)),
        places=places(atlas, files, rows_behind(files, atlas, named)),
        way=way_to(atlas, named, first),
    )


def _vote_link(atlas: Atlas, vote: KeyVote) -> ChainLink:
    title = f"{country_name(atlas, vote.iso3)}: {vote_words(vote.vote)}"
    return ChainLink(str(name_of("vote", vote)), title, "")


def _grades(record: Record) -> tuple[str, ...]:
    """Spell out both grades of an item of evidence; nothing else is graded."""
    if not isinstance(record, Evidence):
        return ()
    return (grade_words(record.reliability, record.credibility),)


def unknown(atlas: Atlas, named: Thing, *, is_later: bool = False) -> ChainPage:
    """Say that the pack does not hold a thing, or did not know it on the day looked at.

    `is_later` says that it has it from a later day, where no record of the Atlas tells.
    """
    is_later = is_later or bool(records_named(whole(atlas), named))
    words = not_yet(atlas) if is_later else ""
    words = words or "The pack holds no such thing."
    kicker = KIND_WORDS[named.kind]
    title = _plain_name(atlas, named.key) if is_later else named.key
    return ChainPage(str(named), kicker, title, says=(words,), is_known=False)


def _plain_name(atlas: Atlas, key: str) -> str:
    """Name the state and the factor in a key, which are known on any day; else give the key.

    What else a key holds, such as a title or the day of a judgement, may tell what came later.
    """
    parts = key.split(":")
    states = [country_name(atlas, x) for x in parts if x in atlas.country_by_iso3]
    factors = [factor_title(atlas, x) for x in parts if x in atlas.factor_by_id]
    return ", ".join((*states, *factors)) or key


def not_yet(atlas: Atlas) -> str:
    """Say of what the pack has that it was not known on the day looked at; blank on the newest."""
    day = atlas.subject.seen_on
    if day is None:
        return ""
    return f"Not known on {day_words(day)}. The pack has it from later, or without a date."


def cited_by(atlas: Atlas, records: Iterable[Record]) -> tuple[ChainGroup, ...]:
    """Give what records cite, each once: evidence first, then sources."""
    found = tuple(records)
    evidence = (key for record in found for key in evidence_of(record))
    sources = (key for record in found for key in sources_of(record))
    return (
        *group("Evidence", named_links(atlas, "evidence", evidence)),
        *group("Sources", named_links(atlas, "source", sources)),
    )


def citing(atlas: Atlas, record: Record) -> tuple[ChainGroup, ...]:
    """Give what cites an item of evidence, kind by kind."""
    key = str(getattr(record, "id", ""))
    return tuple(
        each
        for kind in _CITING
        for each in group(
            PLURALS[kind],
            links_to(atlas, kind, (x for x in records_of_kind(atlas, kind) if _does_cite(x, key))),
        )
    )


def _does_cite(record: Record, key: str) -> bool:
    in_text = isinstance(record, Note) and f"[{key}]" in record.body
    return in_text or key in evidence_of(record)


def places(atlas: Atlas, files: PackFiles, rows: Iterable[Row]) -> tuple[PackPlace, ...]:
    """Give the places of rows, those of one file together; a row alone comes with its cells.

    On an earlier day the cells are left out: a row is as it was written last, and may tell more
    than was known.
    """
    by_file: dict[str, list[Row]] = {}
    for row in rows:
        by_file.setdefault(row.file, []).append(row)
    day = atlas.subject.seen_on
    note = f"The row as it is written now is not shown as of {day_words(day)}." if day else ""
    return tuple(
        PackPlace(
            file,
            row_words(row.row for row in found),
            files.stamp(file).sha256,
            tuple((name, text) for name, text in found[0].cells.items() if text)
            if len(found) == 1 and day is None
            else (),
            note,
        )
        for file, found in by_file.items()
    )


def way_to(atlas: Atlas, named: Thing, record: Record) -> Target | str:
    """Give where the app shows a record; blank where it does not."""
    iso3 = str(getattr(record, "iso3", ""))
    is_compared = iso3 in atlas.subject.compared
    if named.kind in {"rating", "cell"} and is_compared:
        return Target("cell", iso3, str(getattr(record, "factor", "")))
    if named.kind == "ladder" and is_compared:
        return Target("outcome", iso3)
    if named.kind in _OF_A_STATE:
        return Target("country", iso3) if is_compared else ""
    if named.kind == "factor":
        return Target("factor", factor=named.key)
    return _VIEWS.get(named.kind, "")
