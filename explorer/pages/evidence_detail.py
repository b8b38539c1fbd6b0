"""The detail beside the table of evidence: all that is known of one item, and what rests on it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from explorer.domain.atlas import Atlas
from explorer.domain.evidence import Evidence
from explorer.domain.sources import Source
from explorer.pages.detail import EvidenceItem, SourceLink
from explorer.pages.evidence_items import CREDIBILITY, RELIABILITY, evidence_item
from explorer.pages.evidence_pool import EvidencePool, factor_title, pool_evidence
from explorer.pages.evidence_uses import Uses, own_uses_of, uses_of
from explorer.pages.rivals import RivalGroup, evidence_rivals
from explorer.pages.seed import seed_gloss
from explorer.pages.sources import publisher_words, source_link
from explorer.pages.words import counted, country_names, date_words, listing
from explorer.workspace.document import Remark, Verdict, Workspace

CONTRADICTIONS_NOTE = "method/contradictions"
"""The id of the bundled note that tells, point by point, where sources contradict one another."""
_NAMED = 8
"""How many items of the same source a sentence names."""
_OPPOSITES = 12
_POINT = re.compile(r"\n(?=\d+\. |- |\n)")
_CITED = re.compile(r"\bE\d{3,}\b")
_LANGUAGES = {
    "en": "English",
    "ru": "Russian",
    "az": "Azerbaijani",
    "kk": "Kazakh",
    "uz": "Uzbek",
    "tk": "Turkmen",
    "ky": "Kyrgyz",
    "tg": "Tajik",
    "he": "Hebrew",
    "tr": "Turkish",
    "fa": "Persian",
    "de": "German",
    "fr": "French",
    "ar": "Arabic",
    "it": "Italian",
    "el": "Greek",
    "pt": "Portuguese",
    "nl": "Dutch",
    "hi": "Hindi",
    "id": "Indonesian",
}


@dataclass(frozen=True, slots=True)
class EvidenceSource:
    """A source with what is on record of it. `others` counts the further items that it bears."""

    link: SourceLink
    title: str
    facts: tuple[tuple[str, str], ...]
    others: int
    is_own: bool


@dataclass(frozen=True, slots=True)
class Kin:
    """Another item that stands with the one shown."""

    id: str
    claim: str
    line: str
    direction: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A point at which sources contradict one another, and the other items that it names."""

    words: str
    items: tuple[Kin, ...]


@dataclass(frozen=True, slots=True)
class EvidenceDetail:
    """One item in full. `repetition` says on which source other items rest too, or is blank.

    `opposites` point the other way on the same state and factor; `others` is the number of such
    items that are not among them. `verdict` and `comment` are the user's. `rivals` are what other
    items and series say of the same quantity.
    """

    item: EvidenceItem
    title: str
    facts: tuple[tuple[str, str], ...]
    grades: tuple[str, str]
    sources: tuple[EvidenceSource, ...]
    repetition: str
    repeated: tuple[Kin, ...]
    contradictions: tuple[Contradiction, ...]
    opposites: tuple[Kin, ...]
    others: int
    uses: tuple[Uses, ...]
    is_own: bool
    verdict: Verdict
    comment: str
    rivals: tuple[RivalGroup, ...] = ()


def compose_evidence_detail(
    atlas: Atlas, workspace: Workspace, evidence_id: str
) -> EvidenceDetail | None:
    """Compose the detail of an item; `None` where there is no such item, or no more."""
    pool = pool_evidence(atlas, workspace)
    item = pool.items.get(evidence_id)
    if item is None:
        return None
    alone = pool.resting.get(item.source_ids[0], ()) if len(item.source_ids) == 1 else ()
    repeated = _nearest(item, (pool.items[key] for key in alone if key != item.id))
    opposites = _opposites(pool, item)
    remark = workspace.remarks.get(item.id)
    return EvidenceDetail(
        item=evidence_item(atlas, item, cited=False),
        title=f"{item.id} · {'my own item' if item.id in pool.own else item.kind}",
        facts=_facts(atlas, item),
        grades=_grades(item),
        sources=tuple(_source(pool, key) for key in item.source_ids if key in pool.sources),
        repetition=_repetition(repeated),
        repeated=tuple(_kin(atlas, each) for each in repeated[:_NAMED]),
        contradictions=_contradictions(atlas, pool, item),
        opposites=tuple(_kin(atlas, each) for each in opposites[:_OPPOSITES]),
        others=max(len(opposites) - _OPPOSITES, 0),
        uses=(*uses_of(atlas, item.id), *own_uses_of(workspace, item.id)),
        is_own=item.id in pool.own,
        verdict=remark.verdict if isinstance(remark, Remark) else "",
        comment=remark.comment if isinstance(remark, Remark) else "",
        rivals=evidence_rivals(atlas, item.id),
    )


def language_name(code: str) -> str:
    """Name a language in English by its code; a code that is not known stays as it is."""
    return _LANGUAGES.get(code, code)


def _facts(atlas: Atlas, item: Evidence) -> tuple[tuple[str, str], ...]:
    shown = evidence_item(atlas, item, cited=False)
    quantity = " ".join(part for part in (item.quantity, item.unit) if part)
    gloss = seed_gloss(atlas, (item.claim, quantity, item.note)).removeprefix("Seed: ")
    facts = (
        ("Date", item.date.words),
        ("States", listing(country_names(atlas, item.countries))),
        ("Factor", factor_title(atlas, item.factor)),
        ("Direction", shown.direction_words),
        ("Strength", shown.strength_words),
        ("Kind", item.kind),
        ("Figure", quantity),
        ("Note", item.note),
        ("Seed", gloss[:1].upper() + gloss[1:]),
    )
    return tuple((label, value) for label, value in facts if value)


def _grades(item: Evidence) -> tuple[str, str]:
    """Spell out both grades, each in a sentence of its own: they are judged apart."""
    source = RELIABILITY.get(item.reliability, "not graded")
    information = CREDIBILITY.get(item.credibility, "not graded")
    return (
        f"{item.reliability} · source {source}",
        f"{item.credibility} · information {information}",
    )


def _source(pool: EvidencePool, key: str) -> EvidenceSource:
    source = pool.sources[key]
    is_own = key in pool.own
    link = source_link(source)
    borne = sum(key in each.source_ids for each in pool.items.values())
    return EvidenceSource(
        link=link,
        title=source.title or "no title given",
        facts=_source_facts(source, link, is_own=is_own),
        others=borne - 1,
        is_own=is_own,
    )


def _source_facts(
    source: Source, link: SourceLink, *, is_own: bool
) -> tuple[tuple[str, str], ...]:
    facts = (
        ("Publisher", publisher_words(source) or source.author),
        ("Date", date_words(source.date) if source.date else source.edition),
        ("Language", language_name(source.language)),
        ("Licence", source.licence or ("" if is_own else "none recorded")),
        ("Caveat", source.caveat),
        ("Address", "" if link.url else source.url),
        ("Id", "my own source" if is_own else source.id),
    )
    return tuple((label, value) for label, value in facts if value)


def _nearest(item: Evidence, others: Iterable[Evidence]) -> list[Evidence]:
    """Sort items: those on the same states and factor first, then the newest."""
    newest = sorted(others, key=lambda each: (each.date, each.id), reverse=True)
    return sorted(
        newest,
        key=lambda each: (
            each.factor != item.factor,
            not set(each.countries) & set(item.countries),
        ),
    )


def _repetition(repeated: list[Evidence]) -> str:
    """Say that other items rest on the same source alone, so that none confirms another."""
    if not repeated:
        return ""
    named = [each.id for each in repeated[:_NAMED]]
    if more := len(repeated) - len(named):
        named.append(counted(more, "more item"))
    return f"Rests on the same source as {listing(named)}: repetition, not confirmation."


def _opposites(pool: EvidencePool, item: Evidence) -> list[Evidence]:
    """Give the items on the same state and factor that point the other way, strongest first."""
    other = {"+": "-", "-": "+"}.get(item.direction)
    found = (
        each
        for each in pool.items.values()
        if each.direction == other
        and each.factor == item.factor
        and set(each.countries) & set(item.countries)
    )
    newest = sorted(found, key=lambda each: (each.date, each.id), reverse=True)
    return sorted(newest, key=lambda each: -each.strength)


def _contradictions(atlas: Atlas, pool: EvidencePool, item: Evidence) -> tuple[Contradiction, ...]:
    """Give the points of the bundled note on contradictions that name an item."""
    note = next((each for each in atlas.notes if each.id == CONTRADICTIONS_NOTE), None)
    if note is None:
        return ()
    found: list[Contradiction] = []
    for point in _POINT.split(note.body):
        ids = dict.fromkeys(_CITED.findall(point))
        if item.id not in ids:
            continue
        words = re.sub(r"^(\d+\.|-)\s+", "", " ".join(point.split()))
        others = (pool.items[key] for key in ids if key != item.id and key in pool.items)
        plain = re.sub(r"\[(E\d+)\]", r"(\1)", words)
        found.append(Contradiction(plain, tuple(_kin(atlas, each) for each in others)))
    return tuple(found)


def _kin(atlas: Atlas, item: Evidence) -> Kin:
    shown = evidence_item(atlas, item, cited=False)
    parts = (item.id, shown.date, ", ".join(item.countries), shown.direction_words, shown.grade)
    return Kin(item.id, item.claim, " · ".join(parts), item.direction)
