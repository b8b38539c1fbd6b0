"""What was found, to be read by itself: the same blocks as in the details."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from explorer.domain.atlas import Atlas
from explorer.pages.bundled_notes import linked
from explorer.pages.detail import (
    Block,
    Cited,
    Fact,
    FactsBlock,
    NoteBlock,
    Paragraph,
)
from explorer.pages.evidence_items import evidence_block
from explorer.pages.glossary import glossary_entries
from explorer.pages.search import Hit, HitKind
from explorer.pages.search_documents import RESOLUTIONS
from explorer.pages.seed import asked_because
from explorer.pages.series_labels import parse_ref
from explorer.pages.sources import source_link, source_links
from explorer.pages.words import country_names, date_words, in_sentences, listing


@dataclass(frozen=True, slots=True)
class Reading:
    """A title, what it is a title of, and the blocks below."""

    title: str
    kicker: str
    blocks: tuple[Block, ...]


def compose_reading(atlas: Atlas, hit: Hit) -> Reading | None:
    """Compose what there is to read about a hit; `None` for what is a place to go to."""
    compose = _COMPOSERS.get(hit.kind)
    return compose(atlas, hit) if compose else None


def _source(atlas: Atlas, hit: Hit) -> Reading | None:
    """Give a source with all that is known of it, and what rests on it."""
    source = atlas.source_by_id.get(hit.key)
    if source is None:
        return None
    link = source_link(source)
    facts = _facts(
        ("Address", source.addresses or source.url),
        ("Author", source.author),
        ("Language", source.language),
        ("Kind", source.kind),
        ("Licence", source.licence),
        ("Edition", source.edition),
        ("Read through", source.read_via),
        ("Caveat", source.caveat),
    )
    head = FactsBlock("The source", (Fact("Published", link.line, link), *facts))
    used = [item for item in atlas.evidence if source.id in item.source_ids]
    blocks: list[Block] = [head]
    if used:
        blocks.append(evidence_block(atlas, "Evidence that names it", used))
    return Reading(source.title, f"Source {source.id}", tuple(blocks))


def _glossary(atlas: Atlas, hit: Hit) -> Reading | None:
    found = (entry for entry in glossary_entries(atlas) if hit.key in entry.names)
    entry = next(found, None)
    if entry is None:
        return None
    block = NoteBlock("", linked(atlas, entry.markdown))
    return Reading(hit.title, f"Glossary · {entry.section}", (block,))


def _series(atlas: Atlas, hit: Hit) -> Reading | None:
    """Give what is said of an indicator that no factor lists."""
    indicator = atlas.indicator_by_id.get(parse_ref(hit.key).key)
    if indicator is None:
        return None
    facts = _facts(
        ("What it measures", indicator.description),
        ("A higher value", indicator.higher_means),
        ("Unit", indicator.unit),
        ("Origin", indicator.origin),
        ("Caveat", indicator.caveat),
        ("Why no values are bundled", indicator.withheld),
    )
    sources = _source_facts(atlas, indicator.source_ids)
    return Reading(indicator.name, "Indicator", (FactsBlock("", facts), *sources))


def _event(atlas: Atlas, hit: Hit) -> Reading | None:
    at = int(hit.key)
    if at >= len(atlas.events):
        return None
    event = atlas.events[at]
    states = listing(country_names(atlas, event.countries))
    body = Paragraph("", Cited(in_sentences((event.detail,))))
    kicker = f"Event · {event.date.words} · {states}"
    return Reading(event.title, kicker, (body, *_source_facts(atlas, event.source_ids)))


def _assessment(atlas: Atlas, hit: Hit) -> Reading | None:
    at = int(hit.key)
    if at >= len(atlas.assessments):
        return None
    found = atlas.assessments[at]
    states = listing(country_names(atlas, found.countries))
    facts = _facts(("Expects", found.stance), ("States", states), ("Remark", found.note))
    blocks = (
        Paragraph("", Cited(found.position)),
        FactsBlock("", facts),
        *_source_facts(atlas, (found.source_id,)),
    )
    who = ", ".join(part for part in (found.author, found.publisher) if part)
    return Reading(who, f"Assessment · {found.date.words}", blocks)


def _question(atlas: Atlas, hit: Hit) -> Reading | None:
    found = next((each for each in atlas.questions if each.id == hit.key), None)
    if found is None:
        return None
    facts = _facts(
        ("What happened", found.what_happened),
        ("Resolved", date_words(found.date_resolved)),
        ("Last checked", date_words(found.last_checked)),
        ("Asked because", asked_because(atlas, found.seed_basis)),
        ("Remark", found.note),
    )
    items = [atlas.evidence_by_id[key] for key in found.evidence_ids]
    blocks: list[Block] = [FactsBlock("", facts)]
    if items:
        blocks.append(evidence_block(atlas, "Evidence", items))
    state = RESOLUTIONS.get(found.resolution, found.resolution)
    kicker = f"Forecast question {found.id} · {state}"
    return Reading(found.question, kicker, tuple(blocks))


def _facts(*lines: tuple[str, str]) -> tuple[Fact, ...]:
    """Give what is known; a line that is blank in the record is left out."""
    return tuple(Fact(label, text, None) for label, text in lines if text)


def _source_facts(atlas: Atlas, ids: Iterable[str]) -> tuple[FactsBlock, ...]:
    links = source_links(atlas, ids)
    facts = tuple(Fact(link.id, link.title, link) for link in links)
    return (FactsBlock("Sources", facts),) if facts else ()


_COMPOSERS: dict[HitKind, Callable[[Atlas, Hit], Reading | None]] = {
    "source": _source,
    "glossary": _glossary,
    "series": _series,
    "event": _event,
    "assessment": _assessment,
    "question": _question,
}
