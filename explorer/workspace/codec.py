"""A workspace as the bytes of its file, and back.

One JSON document with a format version. Format 1 held notes only, and is still read.
"""

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, get_args

from explorer.domain.evidence import MARKS, Mark
from explorer.domain.judgement import Confidence, Rating
from explorer.domain.outcomes import JudgedLadder
from explorer.errors import WorkspaceError
from explorer.workspace.checks import check_counts, check_range, check_rating, check_shares
from explorer.workspace.document import (
    FORMAT_VERSION,
    OwnScenario,
    Pool,
    Pooling,
    RaterJudgement,
    UserNote,
    WhatIf,
    Workspace,
    frozen,
)
from explorer.workspace.evidence_nodes import (
    plain_own_evidence,
    plain_remark,
    read_own_evidence,
    read_remark,
)
from explorer.workspace.forecast_nodes import (
    plain_forecast,
    plain_question,
    plain_resolution,
    plain_withdrawal,
    read_forecast,
    read_question,
    read_resolution,
    read_withdrawal,
)
from explorer.workspace.nodes import DamageError, Node, parse

K = TypeVar("K")
V = TypeVar("V")

_APP = "country-explorer"
_HEAD = ("app", "format")
_PARTS = ("notes", "what_if", "scenario", "scenarios", "judgements", "pooling", "marks")
_YOUNGER = (
    *("remarks", "own_evidence"),
    *("questions", "forecasts", "withdrawals", "resolutions"),
)
"""Lists that a file of this format may lack."""
_CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
_POOLS: tuple[Pool, ...] = get_args(Pool)
_OF_NOTES_ALONE = 1
_RATING = (
    "as_of",
    "iso3",
    "factor",
    "low",
    "mode",
    "high",
    "confidence",
    "summary",
    "rationale",
    "evidence_ids",
)


class NewerFormatError(WorkspaceError):
    """The file was written by a later version of the app; `version` is its format."""

    def __init__(self, path: Path, version: int) -> None:
        """Keep the version found."""
        self.version = version
        super().__init__(
            f"{path.name} was written by a newer version of Country Explorer (format {version}; "
            f"this one knows {FORMAT_VERSION})."
        )


def encode(workspace: Workspace) -> bytes:
    """Give a workspace as the bytes of its file.

    Raises:
        ValueError: if it holds a number that is none, and so could not be read again.
    """
    document = {
        "app": _APP,
        "format": FORMAT_VERSION,
        "notes": [
            {"target": each.target, "text": each.text, "edited": each.edited.isoformat()}
            for each in workspace.notes.values()
        ],
        "what_if": _plain_what_if(workspace.what_if),
        "scenario": workspace.scenario,
        "scenarios": [
            {
                "id": each.id,
                "title": each.title,
                "note": each.note,
                "what_if": _plain_what_if(each.what_if),
                "edited": each.edited.isoformat(),
            }
            for each in workspace.scenarios.values()
        ],
        "judgements": [_plain_judgement(each) for each in workspace.judgements.values()],
        "pooling": {
            "method": workspace.pooling.method,
            "rater_weights": dict(workspace.pooling.rater_weights),
        },
        "marks": [
            {"iso3": iso3, "evidence": evidence, "rung": rung, "mark": mark}
            for (iso3, evidence, rung), mark in workspace.marks.items()
        ],
        "remarks": [plain_remark(key, each) for key, each in workspace.remarks.items()],
        "own_evidence": [plain_own_evidence(each) for each in workspace.own_evidence.values()],
        "questions": [plain_question(each) for each in workspace.questions.values()],
        "forecasts": [plain_forecast(each) for each in workspace.forecasts.values()],
        "withdrawals": [plain_withdrawal(each) for each in workspace.withdrawals.values()],
        "resolutions": [plain_resolution(each) for each in workspace.resolutions.values()],
    }
    # A text field can hold half of a pair of surrogates; it must come back as it was.
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    return text.encode("utf-8", "surrogatepass")


def _plain_what_if(what_if: WhatIf) -> dict[str, object]:
    return {
        "base": what_if.base,
        "ratings": [
            {"iso3": iso3, "factor": factor, "value": value}
            for (iso3, factor), value in what_if.ratings.items()
        ],
        "weights": dict(what_if.weights),
    }


def _plain_judgement(judgement: RaterJudgement) -> dict[str, object]:
    """Leave out each rating's rater, which is the judgement's own."""
    ratings: list[dict[str, object]] = []
    for rating in judgement.ratings.values():
        fields: dict[str, Any] = {name: getattr(rating, name) for name in _RATING}
        ratings.append({**fields, "as_of": rating.as_of.isoformat()})
    ladders = [
        {
            "as_of": each.as_of.isoformat(),
            "iso3": each.iso3,
            "scenario": each.scenario,
            "probabilities": each.probabilities,
            "reason": each.reason,
        }
        for each in judgement.ladders.values()
    ]
    return {
        "rater": judgement.rater,
        "is_pooled": judgement.is_pooled,
        "ratings": ratings,
        "ladders": ladders,
    }


def decode(content: bytes, path: Path) -> Workspace:
    """Read a workspace from the bytes of its file; `path` is named in messages.

    Raises:
        NewerFormatError: if a later version of the app wrote the file.
        WorkspaceError: if the bytes are not a workspace; the message names the field.
    """
    try:
        document = parse(content)
        version = _version(document)
        if version > FORMAT_VERSION:
            raise NewerFormatError(path, version)
        return _workspace(document, version)
    except DamageError as error:
        raise WorkspaceError(f"{path.name} is damaged ({error}).") from error


def _version(document: Node) -> int:
    """Give the format of a document that is this app's; a file may lack the app's name."""
    head = document.by_name() if isinstance(document.value, dict) else document.fields(())
    if "app" in head:
        head["app"].choice((_APP,))
    version = head["format"].value if "format" in head else None
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise DamageError(f"its field “format” is {version!r}")
    return version


def _workspace(document: Node, version: int) -> Workspace:
    names = _PARTS[:1] if version == _OF_NOTES_ALONE else _PARTS
    head = [name for name in _HEAD if name in document.by_name()]
    younger = () if version == _OF_NOTES_ALONE else _YOUNGER
    found = document.fields((*head, *names), younger)
    notes = _keyed(found["notes"], _note)
    if version == _OF_NOTES_ALONE:
        return Workspace(notes)
    scenarios = _keyed(found["scenarios"], _scenario)
    in_force = found["scenario"]
    if in_force.text() and in_force.text() not in scenarios:
        raise in_force.damage("names no saved scenario")
    return Workspace(
        notes=notes,
        what_if=_what_if(found["what_if"]),
        scenario=in_force.text(),
        scenarios=scenarios,
        judgements=_keyed(found["judgements"], _judgement),
        pooling=_pooling(found["pooling"]),
        marks=_keyed(found["marks"], _mark),
        remarks=_keyed(found["remarks"], read_remark),
        own_evidence=_keyed(found["own_evidence"], read_own_evidence),
        questions=_keyed(found["questions"], read_question),
        forecasts=_keyed(found["forecasts"], read_forecast),
        withdrawals=_keyed(found["withdrawals"], read_withdrawal),
        resolutions=_keyed(found["resolutions"], read_resolution),
    )


def _keyed(node: Node, read: Callable[[Node], tuple[K, V]]) -> Mapping[K, V]:
    """Read the items of a list, of which no two may have one key."""
    found: dict[K, V] = {}
    for item in node.items():
        key, value = read(item)
        if key in found:
            raise item.damage(f"comes a second time ({key})")
        found[key] = value
    return frozen(found)


def _note(node: Node) -> tuple[str, UserNote]:
    found = node.fields(("target", "text", "edited"))
    note = UserNote(found["target"].text(), found["text"].text(), found["edited"].moment())
    return note.target, note


def _what_if(node: Node) -> WhatIf:
    found = node.fields(("base", "ratings", "weights"))
    weights = {name: each.number() for name, each in found["weights"].by_name().items()}
    if weights:
        found["weights"].check(lambda: check_shares(weights.values()))
    ratings = _keyed(found["ratings"], _assumed)
    return WhatIf(found["base"].name(), ratings, frozen(weights))


def _assumed(node: Node) -> tuple[tuple[str, str], float]:
    found = node.fields(("iso3", "factor", "value"))
    value = found["value"]
    value.check(lambda: check_rating(value.number()))
    return (found["iso3"].text(), found["factor"].text()), value.number()


def _scenario(node: Node) -> tuple[str, OwnScenario]:
    found = node.fields(("id", "title", "note", "what_if", "edited"))
    scenario = OwnScenario(
        id=found["id"].name(),
        title=found["title"].name(),
        note=found["note"].text(),
        what_if=_what_if(found["what_if"]),
        edited=found["edited"].moment(),
    )
    return scenario.id, scenario


def _judgement(node: Node) -> tuple[str, RaterJudgement]:
    found = node.fields(("rater", "is_pooled", "ratings", "ladders"))
    rater = found["rater"].name()
    judgement = RaterJudgement(
        rater=rater,
        is_pooled=found["is_pooled"].yes_no(),
        ratings=_keyed(found["ratings"], partial(_rating, rater)),
        ladders=_keyed(found["ladders"], partial(_ladder, rater)),
    )
    return rater, judgement


def _rating(rater: str, node: Node) -> tuple[tuple[str, str], Rating]:
    found = node.fields(_RATING)
    low, mode, high = (found[name].number() for name in ("low", "mode", "high"))
    node.check(lambda: check_range(low, mode, high))
    rating = Rating(
        rater=rater,
        as_of=found["as_of"].day(),
        iso3=found["iso3"].text(),
        factor=found["factor"].text(),
        low=low,
        mode=mode,
        high=high,
        confidence=found["confidence"].choice(_CONFIDENCES),
        summary=found["summary"].text(),
        rationale=found["rationale"].text(),
        evidence_ids=tuple(each.text() for each in found["evidence_ids"].items()),
    )
    return (rating.iso3, rating.factor), rating


def _ladder(rater: str, node: Node) -> tuple[tuple[str, str], JudgedLadder]:
    found = node.fields(("as_of", "iso3", "scenario", "probabilities", "reason"))
    shares = tuple(each.number() for each in found["probabilities"].items())
    found["probabilities"].check(lambda: check_shares(shares))
    ladder = JudgedLadder(
        rater=rater,
        as_of=found["as_of"].day(),
        iso3=found["iso3"].text(),
        scenario=found["scenario"].text(),
        probabilities=shares,
        reason=found["reason"].text(),
    )
    return (ladder.iso3, ladder.scenario), ladder


def _pooling(node: Node) -> Pooling:
    found = node.fields(("method", "rater_weights"))
    counts = {name: each.number() for name, each in found["rater_weights"].by_name().items()}
    found["rater_weights"].check(lambda: check_counts(counts.values()))
    return Pooling(found["method"].choice(_POOLS), frozen(counts))


def _mark(node: Node) -> tuple[tuple[str, str, str], Mark]:
    found = node.fields(("iso3", "evidence", "rung", "mark"))
    key = (found["iso3"].text(), found["evidence"].text(), found["rung"].text())
    return key, found["mark"].choice(MARKS)
