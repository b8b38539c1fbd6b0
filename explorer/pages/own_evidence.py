"""The form for an item of evidence of one's own: what is typed, what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from urllib.parse import urlsplit

from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION
from explorer.domain.dates import parse_partial_date
from explorer.domain.evidence import Direction, Evidence
from explorer.domain.outcomes import OUTCOME
from explorer.pages.evidence_filters import Choice
from explorer.pages.evidence_items import CREDIBILITY, RELIABILITY, STRENGTH
from explorer.pages.evidence_pool import factor_title
from explorer.pages.sources import safe_url
from explorer.pages.words import country_name, study_states
from explorer.workspace.document import OwnEvidence, OwnSource

_DIRECTIONS: dict[str, Direction] = {"+": "+", "-": "-", "0": "0"}


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form, as typed. `states` and `source_ids` are parted by spaces."""

    claim: str = ""
    date: str = ""
    states: str = ""
    factor: str = ""
    direction: str = ""
    strength: str = ""
    kind: str = ""
    quantity: str = ""
    unit: str = ""
    reliability: str = ""
    credibility: str = ""
    note: str = ""
    source_ids: str = ""
    source_title: str = ""
    source_publisher: str = ""
    source_date: str = ""
    source_language: str = ""
    source_url: str = ""


LABELS = {
    "claim": "Claim",
    "date": "Date",
    "states": "States",
    "factor": "Factor",
    "direction": "Direction",
    "strength": "Strength",
    "kind": "Kind",
    "quantity": "Figure",
    "unit": "Unit",
    "reliability": "Reliability of the source",
    "credibility": "Credibility of the information",
    "note": "Note",
    "source_ids": "Sources of the pack",
    "source_title": "Source: title",
    "source_publisher": "Source: publisher",
    "source_date": "Source: date",
    "source_language": "Source: language",
    "source_url": "Source: link",
}
"""The names of the fields, as the form and its errors give them."""


@dataclass(frozen=True, slots=True)
class FormChoices:
    """What the fields offer: states to tick, and for other fields the choices by field."""

    states: tuple[Choice, ...]
    lists: Mapping[str, tuple[Choice, ...]]


def form_choices(atlas: Atlas) -> FormChoices:
    """Give what the form offers."""
    kinds = sorted({item.kind for item in atlas.evidence})
    factors = (*(factor.id for factor in atlas.factors), OUTCOME)
    return FormChoices(
        states=tuple(
            Choice(iso3, country_name(atlas, iso3)) for iso3 in (*study_states(atlas), REGION)
        ),
        lists={
            "factor": tuple(Choice(key, factor_title(atlas, key)) for key in factors),
            "direction": (
                Choice("+", "Towards closer ties (a constraint eases)"),
                Choice("-", "Against closer ties (a constraint bites)"),
                Choice("0", "Context"),
            ),
            "strength": tuple(
                Choice(str(key), f"{key} · {words}") for key, words in STRENGTH.items()
            ),
            "kind": tuple(Choice(kind, kind.capitalize()) for kind in kinds),
            "reliability": tuple(Choice(k, f"{k} · {words}") for k, words in RELIABILITY.items()),
            "credibility": tuple(
                Choice(str(k), f"{k} · {words}") for k, words in CREDIBILITY.items()
            ),
        },
    )


def draft_of(own: OwnEvidence) -> Draft:
    """Give what stands in the form for an item that there is."""
    item, source = own.item, own.source
    return Draft(
        claim=item.claim,
        date=str(item.date),
        states=" ".join(item.countries),
        factor=item.factor,
        direction=item.direction,
        strength=str(item.strength),
        kind=item.kind,
        quantity=item.quantity,
        unit=item.unit,
        reliability=item.reliability,
        credibility=str(item.credibility),
        note=item.note,
        source_ids=" ".join(item.source_ids),
        source_title=source.title,
        source_publisher=source.publisher,
        source_date=source.date,
        source_language=source.language,
        source_url=source.url,
    )


def draft_faults(atlas: Atlas, draft: Draft) -> Mapping[str, str]:
    """Say what is wrong, field by field; each sentence names its field. None: it can be kept."""
    found: dict[str, str] = {}
    for name in ("claim", "date", "states", *form_choices(atlas).lists):
        if not str(getattr(draft, name)).strip():
            what = "Fill it in." if name in {"claim", "date"} else "Choose one."
            found[name] = f"{LABELS[name]} is blank. {what}"
    if "states" in found:
        found["states"] = "States: none is chosen. Choose at least one."
    for name in ("date", "source_date"):
        text = str(getattr(draft, name)).strip()
        if text and not _is_date(text):
            found[name] = (
                f"{LABELS[name]}: “{text}” is no date. Write 2025, 2025-11 or 2025-11-06."
            )
    found |= _source_faults(atlas, draft)
    if draft.unit.strip() and not draft.quantity.strip():
        found["quantity"] = "Figure is blank, but a unit is given. Fill in both or neither."
    return found


def _source_faults(atlas: Atlas, draft: Draft) -> dict[str, str]:
    """Say what is wrong with where an item is from, field by field."""
    found: dict[str, str] = {}
    for key in _parts(draft.source_ids):
        if key not in atlas.source_by_id:
            found["source_ids"] = (
                f"{LABELS['source_ids']}: “{key}” is no source of the pack. Give ids such as "
                "S001, parted by spaces."
            )
    if not draft.source_ids.strip() and not draft.source_title.strip():
        found["source_title"] = (
            f"{LABELS['source_title']} is blank, and no source of the pack is named. Say where "
            "you have it from."
        )
    if draft.source_url.strip() and not _is_link(draft.source_url.strip()):
        found["source_url"] = (
            f"{LABELS['source_url']}: “{draft.source_url.strip()}” is no link that can be opened. "
            "Give one that begins with https:// or http://, or leave it blank."
        )
    return found


def drafted(draft: Draft, evidence_id: str, edited: datetime) -> OwnEvidence:
    """Make the item of a draft without faults.

    Raises:
        ValueError: if the draft has faults that keep an item from being made.
    """
    plain = Draft(**{each.name: getattr(draft, each.name).strip() for each in fields(Draft)})
    item = Evidence(
        id=evidence_id,
        date=parse_partial_date(plain.date),
        countries=_parts(plain.states),
        factor=plain.factor,
        direction=_DIRECTIONS[plain.direction],
        strength=int(plain.strength),
        kind=plain.kind,
        claim=" ".join(plain.claim.split()),
        quantity=plain.quantity,
        unit=plain.unit,
        source_ids=_parts(plain.source_ids),
        reliability=plain.reliability,
        credibility=int(plain.credibility),
        note=plain.note,
    )
    source = OwnSource(
        title=plain.source_title,
        publisher=plain.source_publisher,
        date=plain.source_date,
        language=plain.source_language,
        url=plain.source_url,
    )
    return OwnEvidence(item, source, edited)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.replace(";", " ").replace(",", " ").split()))


def _is_date(text: str) -> bool:
    try:
        parse_partial_date(text)
    except ValueError:
        return False
    return True


def _is_link(text: str) -> bool:
    return safe_url(text) == text and bool(urlsplit(text).netloc)
