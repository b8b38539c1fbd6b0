"""The user's remarks on evidence and own items, as they stand in the file of the workspace."""

from typing import get_args

from explorer.domain.dates import parse_partial_date
from explorer.domain.evidence import Direction, Evidence
from explorer.workspace.checks import check_grade, check_own_id, check_strength
from explorer.workspace.document import OwnEvidence, OwnSource, Remark, Verdict
from explorer.workspace.nodes import Node

_VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
_DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
_SOURCE = ("title", "publisher", "date", "language", "url")
_TEXTS = ("kind", "claim", "quantity", "unit", "reliability", "note")
_ITEM = (
    *("id", "date", "countries", "factor", "direction", "strength", "credibility", "source_ids"),
    *_TEXTS,
)


def plain_remark(evidence_id: str, remark: Remark) -> dict[str, object]:
    """Give a remark as a document holds it."""
    return {
        "evidence": evidence_id,
        "verdict": remark.verdict,
        "comment": remark.comment,
        "edited": remark.edited.isoformat(),
    }


def read_remark(node: Node) -> tuple[str, Remark]:
    """Read a remark, with the id of the item that it is on."""
    found = node.fields(("evidence", "verdict", "comment", "edited"))
    remark = Remark(
        found["verdict"].choice(_VERDICTS), found["comment"].text(), found["edited"].moment()
    )
    return found["evidence"].name(), remark


def plain_own_evidence(own: OwnEvidence) -> dict[str, object]:
    """Give an own item as a document holds it."""
    item = own.item
    return {
        "id": item.id,
        "date": str(item.date),
        "countries": item.countries,
        "factor": item.factor,
        "direction": item.direction,
        "strength": item.strength,
        "credibility": item.credibility,
        "source_ids": item.source_ids,
        **{name: getattr(item, name) for name in _TEXTS},
        "source": {name: getattr(own.source, name) for name in _SOURCE},
        "edited": own.edited.isoformat(),
    }


def read_own_evidence(node: Node) -> tuple[str, OwnEvidence]:
    """Read an own item, with its id."""
    found = node.fields((*_ITEM, "source", "edited"))
    found["id"].check(lambda: check_own_id(found["id"].text()))
    found["date"].check(lambda: parse_partial_date(found["date"].text()))
    found["strength"].check(lambda: check_strength(found["strength"].number()))
    kind, claim, quantity, unit, reliability, note = (found[name].text() for name in _TEXTS)
    credibility = found["credibility"].number()
    node.check(lambda: check_grade(reliability, credibility))
    item = Evidence(
        id=found["id"].text(),
        date=parse_partial_date(found["date"].text()),
        countries=tuple(each.text() for each in found["countries"].items()),
        factor=found["factor"].text(),
        direction=found["direction"].choice(_DIRECTIONS),
        strength=int(found["strength"].number()),
        kind=kind,
        claim=claim,
        quantity=quantity,
        unit=unit,
        source_ids=tuple(each.text() for each in found["source_ids"].items()),
        reliability=reliability,
        credibility=int(credibility),
        note=note,
    )
    source = found["source"].fields(_SOURCE)
    title, publisher, date, language, url = (source[name].text() for name in _SOURCE)
    own = OwnEvidence(
        item, OwnSource(title, publisher, date, language, url), found["edited"].moment()
    )
    return item.id, own
