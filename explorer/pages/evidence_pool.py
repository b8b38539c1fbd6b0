"""All items of evidence with their sources: those of the pack, and the user's own."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from explorer.domain.atlas import Atlas
from explorer.domain.evidence import Evidence
from explorer.domain.outcomes import OUTCOME
from explorer.domain.sources import Source
from explorer.pages.evidence_items import OUTCOME_TITLE
from explorer.workspace.as_of import evidence_by
from explorer.workspace.document import OwnEvidence, OwnSource, Verdict, Workspace, frozen

VERDICT_WORDS: dict[Verdict, str] = {
    "agree": "Agree",
    "doubt": "Doubt",
    "irrelevant": "Irrelevant",
    "superseded": "Superseded",
}


@dataclass(frozen=True, slots=True)
class EvidencePool:
    """Items by id, the pack's first, with their sources by id; `own` are ids of the user's own.

    `resting` gives, by the id of a source, the items that rest on it and on nothing else.
    """

    items: Mapping[str, Evidence]
    sources: Mapping[str, Source]
    own: frozenset[str]
    resting: Mapping[str, tuple[str, ...]]


def pool_evidence(atlas: Atlas, workspace: Workspace) -> EvidencePool:
    """Put the pack's items and the user's own together.

    As of an earlier day the user's items dated after it are left out. The source that the user
    gave of an item goes by the id of the item.
    """
    items = dict(atlas.evidence_by_id)
    sources = dict(atlas.source_by_id)
    mine = evidence_by(workspace, atlas.subject.seen_on)
    for key, own in mine.items():
        items[key] = with_own_source(own)
        if own.source != OwnSource():
            sources[key] = own_source(own)
    resting: defaultdict[str, list[str]] = defaultdict(list)
    for item in items.values():
        if len(item.source_ids) == 1:
            resting[item.source_ids[0]].append(item.id)
    return EvidencePool(
        items=frozen(items),
        sources=frozen(sources),
        own=frozenset(mine),
        resting=frozen({key: tuple(ids) for key, ids in resting.items()}),
    )


def with_own_source(own: OwnEvidence) -> Evidence:
    """Give an own item that names, after the pack's sources, the user's own by the item's id."""
    if own.source == OwnSource():
        return own.item
    return replace(own.item, source_ids=(*own.item.source_ids, own.item.id))


def own_source(own: OwnEvidence) -> Source:
    """Give the user's own source of an item as sources are given."""
    source = own.source
    return Source(
        id=own.item.id,
        title=source.title,
        publisher=source.publisher,
        author="",
        date=source.date,
        url=source.url,
        kind="",
        language=source.language,
        licence="",
        edition="",
        read_via="",
        caveat="",
    )


def factor_title(atlas: Atlas, factor: str) -> str:
    """Give the title of a factor, or of the outcome itself."""
    found = atlas.factor_by_id.get(factor)
    if found is not None:
        return found.title
    return OUTCOME_TITLE if factor == OUTCOME else factor
