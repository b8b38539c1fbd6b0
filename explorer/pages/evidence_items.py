"""Evidence ready to show: direction, strength and grades in words, sources with safe links."""

from collections.abc import Collection, Iterable

from explorer.domain.atlas import Atlas
from explorer.domain.evidence import Evidence
from explorer.domain.outcomes import OUTCOME
from explorer.pages.detail import EvidenceBlock, EvidenceItem
from explorer.pages.sources import source_links
from explorer.pages.words import country_names

RELIABILITY = {
    "A": "reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY = {
    1: "confirmed elsewhere",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
OUTCOME_TITLE = "The outcome itself"
STRENGTH = {1: "weak", 2: "moderate", 3: "strong"}
_DIRECTIONS = {
    "interest": {"+": "pulls towards", "-": "weakens the pull", "0": "context"},
    "constraint": {"+": "eases the constraint", "-": "holds back", "0": "context"},
    OUTCOME: {"+": "towards closer ties", "-": "against closer ties", "0": "context"},
}


def direction_words(atlas: Atlas, item: Evidence) -> str:
    """Say what an item does to closeness; `+` on a constraint means that it bites less."""
    factor = atlas.factor_by_id.get(item.factor)
    return _DIRECTIONS[factor.group if factor else OUTCOME][item.direction]


def grade_words(reliability: str, credibility: int) -> str:
    """Spell out both Admiralty grades, apart: the source's and the information's."""
    source = RELIABILITY.get(reliability, "not graded")
    information = CREDIBILITY.get(credibility, "not graded")
    return f"Source {reliability}: {source}. Information {credibility}: {information}."


def evidence_item(atlas: Atlas, item: Evidence, *, cited: bool) -> EvidenceItem:
    """Give one item, ready to show; `cited` says that a text shown beside it rests on it."""
    return EvidenceItem(
        id=item.id,
        claim=item.claim,
        countries=item.countries,
        direction=item.direction,
        direction_words=direction_words(atlas, item),
        strength_words=STRENGTH.get(item.strength, str(item.strength)),
        kind=item.kind,
        date=item.date.words,
        grade=f"{item.reliability}{item.credibility}",
        grade_words=grade_words(item.reliability, item.credibility),
        note=item.note,
        cited=cited,
        sources=source_links(atlas, item.source_ids),
        country_names=country_names(atlas, item.countries),
    )


def evidence_block(
    atlas: Atlas,
    heading: str,
    items: Iterable[Evidence],
    first: Collection[str] = (),
    cited: Collection[str] = (),
) -> EvidenceBlock:
    """Give items each once: those in `first`, then the other `cited` ones, then the newest.

    The heading gets their count.
    """
    found = {item.id: item for item in items}
    newest = sorted(found.values(), key=lambda item: (item.date, item.id), reverse=True)
    ranked = sorted(newest, key=lambda item: _rank(item.id, first, cited))
    shown = tuple(
        evidence_item(atlas, item, cited=item.id in first or item.id in cited) for item in ranked
    )
    return EvidenceBlock(f"{heading} · {len(shown)}", shown)


def _rank(key: str, first: Collection[str], cited: Collection[str]) -> int:
    return 0 if key in first else 1 if key in cited else 2
