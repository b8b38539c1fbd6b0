"""What can be searched: everything in the pack, the user's own work, and what the window can do.

Each document is a hit with the further names it goes by and the text it holds.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from explorer.domain.atlas import Atlas
from explorer.domain.evidence import Assessment, Event, Evidence, ForecastQuestion
from explorer.domain.indicators import SeriesRef
from explorer.domain.judgement import Cell
from explorer.domain.notes import Note
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.domain.sources import Source
from explorer.pages.bundled_notes import linked
from explorer.pages.glossary import GLOSSARY_NOTE, GlossaryEntry, glossary_entries
from explorer.pages.search import Command, Hit, named_places
from explorer.pages.seed import asked_because
from explorer.pages.series_labels import series_label, series_unit
from explorer.pages.sources import source_link
from explorer.pages.view import Target, parse_target
from explorer.pages.votes import compose_votes, told
from explorer.pages.words import (
    country_name,
    country_names,
    day_words,
    in_sentences,
    listing,
    study_states,
)
from explorer.workspace.document import OwnEvidence, OwnQuestion, UserNote, Workspace

PAIR = "pair:"
"""Begins the place of a note on a pair of states: `pair:AZE-KAZ`."""
_CITATIONS = re.compile(r"\s*(?:\[E\d+\])+")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_LEADS = re.compile(r"^\s*(?:#+|[-+*>])\s+|\|", re.MULTILINE)
_SIGNS = re.compile(r"[*`]+")
RESOLUTIONS = {"yes": "Resolved: yes", "no": "Resolved: no", "open": "Still open"}


@dataclass(frozen=True, slots=True)
class Document:
    """A hit, what else it is called, and its text; `also` is searched but never shown."""

    hit: Hit
    names: tuple[str, ...] = ()
    body: str = ""
    also: str = ""


def pack_documents(atlas: Atlas) -> tuple[Document, ...]:
    """Give everything in a pack that a reader may look for."""
    notes = [note for note in atlas.notes if note.id != GLOSSARY_NOTE]
    return (
        *_places(atlas),
        *(_cell(atlas, each) for each in atlas.cells),
        *(_evidence(atlas, each) for each in atlas.evidence),
        *(_source(each) for each in atlas.sources),
        *(_note(atlas, each) for each in notes),
        *(_entry(each) for each in glossary_entries(atlas)),
        *_series(atlas),
        *(_event(atlas, at, each) for at, each in enumerate(atlas.events)),
        *(_assessment(atlas, at, each) for at, each in enumerate(atlas.assessments)),
        *_votes(atlas),
        *(_question(atlas, each) for each in atlas.questions),
        *_scenarios(atlas),
    )


def own_documents(atlas: Atlas, workspace: Workspace) -> tuple[Document, ...]:
    """Give the user's own notes, scenarios, items of evidence and questions, and remarks."""
    notes = (_own_note(atlas, each) for each in workspace.notes.values() if each.text.strip())
    scenarios = (
        Document(Hit("own_scenario", each.title, "My scenario", None, key=each.id), (), each.note)
        for each in workspace.scenarios.values()
    )
    items = (_own_evidence(atlas, each) for each in workspace.own_evidence.values())
    remarks = (
        Document(Hit("remark", each.comment, f"My comment on {key}", None, key=key))
        for key, each in workspace.remarks.items()
        if each.comment.strip()
    )
    questions = (_own_question(atlas, workspace, each) for each in workspace.questions.values())
    written = (note for note in notes if note is not None)
    return (*written, *scenarios, *items, *remarks, *questions)


def command_documents(commands: Iterable[Command]) -> tuple[Document, ...]:
    """Give what the window can do, by its words."""
    return tuple(
        Document(Hit("command", each.words, each.keys, None, key=each.name), (each.label,))
        for each in commands
    )


def plain_text(markdown: str) -> str:
    """Give the words of a Markdown text without its signs."""
    return " ".join(_SIGNS.sub("", _LEADS.sub(" ", _LINK.sub(r"\1", markdown))).split())


def _places(atlas: Atlas) -> Iterator[Document]:
    for hit, names in named_places(atlas):
        iso3 = hit.target.iso3 if hit.target else ""
        body = ""
        if hit.kind == "country":
            body = in_sentences(_said_of(atlas, iso3))
        elif hit.kind == "factor" and hit.target:
            body = in_sentences(atlas.factor_by_id[hit.target.factor].scale)
        elif hit.kind == "outcome":
            body = in_sentences(rung.definition for rung in atlas.rungs)
        yield Document(hit, names, body)


def _said_of(atlas: Atlas, iso3: str) -> Iterator[str]:
    """Give what the details of a country say in words."""
    conclusion = atlas.conclusion_by_iso3.get(iso3)
    if conclusion:
        yield from (conclusion.headline, conclusion.judgement, conclusion.confidence_because)
        yield from (conclusion.counter_argument, conclusion.what_changed)
    yield from (each.position for each in atlas.dissents if each.iso3 == iso3)
    yield from (each.signpost for each in atlas.signposts if each.iso3 == iso3)
    for relation in atlas.relations:
        if relation.iso3 == iso3:
            yield from (relation.value, relation.note)
    yield listing([each.organisation for each in atlas.memberships if each.iso3 == iso3])


def _cell(atlas: Atlas, cell: Cell) -> Document:
    factor = atlas.factor_by_id[cell.factor]
    title = f"{country_name(atlas, cell.iso3)} · {factor.title}"
    target = Target("cell", cell.iso3, cell.factor)
    body = in_sentences((cell.rationale, cell.would_raise, cell.would_lower))
    return Document(Hit("cell", title, cell.summary, target), (cell.summary,), body)


def _evidence(atlas: Atlas, item: Evidence) -> Document:
    factor = atlas.factor_by_id.get(item.factor)
    about = factor.title if factor else "Likely outcomes"
    states = listing(country_names(atlas, item.countries))
    subtitle = f"{item.id} · {item.date.words} · {states} · {about}"
    names = (item.id, f"{item.quantity} {item.unit}".strip())
    hit = Hit("evidence", item.claim, subtitle, None, key=item.id)
    return Document(hit, names, item.note, f"{subtitle} {item.kind}")


def _source(source: Source) -> Document:
    line = source_link(source).line
    subtitle = source.id if line == source.title else f"{source.id} · {line}"
    parts = (source.publisher, source.author, source.date, source.url, source.addresses)
    about = (source.kind, source.licence, source.edition, source.read_via)
    hit = Hit("source", source.title, subtitle, None, key=source.id)
    return Document(hit, (source.id,), source.caveat, " ".join((*parts, *about)))


def _note(atlas: Atlas, note: Note) -> Document:
    body = plain_text(linked(atlas, _CITATIONS.sub("", note.body)))
    subtitle = f"Note of {day_words(note.updated)}"
    return Document(Hit("note", note.title, subtitle, None, key=note.id), (note.id,), body)


def _entry(entry: GlossaryEntry) -> Document:
    hit = Hit("glossary", listing(entry.names), entry.section, None, key=entry.names[0])
    spellings = tuple(dict.fromkeys(text for each in entry.spelt for text in each.spellings))
    return Document(hit, (*entry.names, *spellings), plain_text(entry.text))


def _series(atlas: Atlas) -> Iterator[Document]:
    """Give the indicators, and those shares and agreements that bear on a factor."""
    for each in atlas.indicators:
        ref = SeriesRef("indicator", each.id)
        subtitle = " · ".join(part for part in (each.unit, each.topic.capitalize()) if part)
        hit = Hit("series", each.name, subtitle, None, key=str(ref))
        body = in_sentences((each.description, each.origin, each.caveat, each.withheld))
        yield Document(hit, (each.id,), body)
    for ref in dict.fromkeys(each.series for each in atlas.factor_series):
        if ref.kind != "indicator":
            label, unit = series_label(atlas, ref), series_unit(atlas, ref)
            yield Document(Hit("series", label, unit, None, key=str(ref)))


def _event(atlas: Atlas, at: int, event: Event) -> Document:
    states = listing(country_names(atlas, event.countries))
    hit = Hit("event", event.title, f"{event.date.words} · {states}", None, key=str(at))
    return Document(hit, (), event.detail, f"{event.category.replace('_', ' ')} {states}")


def _assessment(atlas: Atlas, at: int, each: Assessment) -> Document:
    who = ", ".join(part for part in (each.author, each.publisher) if part)
    subtitle = f"{who} · {each.date.words} · {each.stance}"
    states = listing(country_names(atlas, each.countries))
    hit = Hit("assessment", each.position, subtitle, None, key=str(at))
    return Document(hit, (each.author,), each.note, f"{subtitle} {states}")


def _votes(atlas: Atlas) -> Iterator[Document]:
    """Give the main texts voted on, each with how every state voted."""
    states = study_states(atlas)
    page = compose_votes(atlas, states)
    for row in page.rows:
        hit = Hit("vote", row.title, f"{row.number} · {row.when}", None, key=row.key)
        yield Document(hit, (row.number,), told(page.states, row), "General Assembly")


def _question(atlas: Atlas, each: ForecastQuestion) -> Document:
    state = RESOLUTIONS.get(each.resolution, each.resolution)
    hit = Hit("question", each.question, f"{each.id} · {state}", None, key=each.id)
    body = in_sentences((each.what_happened, asked_because(atlas, each.seed_basis), each.note))
    return Document(hit, (each.id,), body, listing(country_names(atlas, each.countries)))


def _own_question(atlas: Atlas, workspace: Workspace, each: OwnQuestion) -> Document:
    resolution = workspace.resolutions.get(each.id)
    state = RESOLUTIONS.get(resolution.outcome if resolution else "open", "Void")
    hit = Hit("question", each.text, f"Your question {each.id} · {state}", None, key=each.id)
    body = in_sentences((each.yes_when, resolution.words if resolution else ""))
    return Document(hit, (each.id,), body, listing(country_names(atlas, each.countries)))


def _scenarios(atlas: Atlas) -> Iterator[Document]:
    for each in atlas.scenarios:
        if each.id != BASELINE_SCENARIO:
            hit = Hit("scenario", each.title, "Bundled scenario", None, "what_if", each.id)
            yield Document(hit, (), each.description)


def _own_evidence(atlas: Atlas, own: OwnEvidence) -> Document:
    document = _evidence(atlas, own.item)
    hit = replace(document.hit, kind="own_evidence", subtitle=f"Mine · {document.hit.subtitle}")
    also = f"{document.also} {own.source.title} {own.source.publisher}"
    return replace(document, hit=hit, also=also)


def _own_note(atlas: Atlas, note: UserNote) -> Document | None:
    target = parse_target(note.target)
    one, _, other = note.target.removeprefix(PAIR).partition("-")
    if note.target.startswith(PAIR) and {one, other} <= set(study_states(atlas)):
        title = listing(country_names(atlas, (one, other)))
    elif target is not None and _is_known(atlas, target):
        title = _place_title(atlas, target)
    else:
        return None
    hit = Hit("own_note", title, "My note", target, key=note.target)
    return Document(hit, (), plain_text(note.text))


def _place_title(atlas: Atlas, target: Target) -> str:
    parts: Sequence[str] = (
        country_name(atlas, target.iso3) if target.iso3 else "",
        atlas.factor_by_id[target.factor].title if target.factor else "",
        "Likely outcomes" if target.kind == "outcome" else "",
    )
    return " · ".join(part for part in parts if part)


def _is_known(atlas: Atlas, target: Target) -> bool:
    """Say whether the pack has what a note is on: it may have been written on another."""
    has_state = not target.iso3 or target.iso3 in study_states(atlas)
    return has_state and (not target.factor or target.factor in atlas.factor_by_id)
