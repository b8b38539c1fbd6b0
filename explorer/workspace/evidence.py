"""Pure edits of what the user says of evidence: remarks on items, and items of one's own."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import get_args

from explorer.workspace.checks import check_grade, check_own_id, check_strength, checked_name
from explorer.workspace.document import OwnEvidence, Remark, Verdict, Workspace, frozen

VERDICTS: dict[str, Verdict] = {verdict: verdict for verdict in get_args(Verdict)}
"""The verdicts by their own names, the blank one for none."""


def set_remark(
    workspace: Workspace, evidence_id: str, verdict: Verdict, comment: str, edited: datetime
) -> Workspace:
    """Say what one holds of an item; with neither a verdict nor a comment the remark goes."""
    present = workspace.remarks.get(evidence_id)
    if present is not None and (present.verdict, present.comment) == (verdict, comment):
        return workspace
    remarks = dict(workspace.remarks)
    if verdict or comment.strip():
        remarks[evidence_id] = Remark(verdict, comment, edited)
    else:
        remarks.pop(evidence_id, None)
    return replace(workspace, remarks=frozen(remarks))


def next_own_id(workspace: Workspace) -> str:
    """Give the id of the next own item: one above the highest that there is."""
    return _own_id(1 + max((int(key[1:]) for key in workspace.own_evidence), default=0))


def put_own_evidence(workspace: Workspace, own: OwnEvidence) -> Workspace:
    """Add an own item, or put it in the place of the one of its id.

    Raises:
        ValueError: if its id is none of the user's, or it lacks a claim, a state, a strength or
            a grade.
    """
    item = own.item
    check_own_id(item.id)
    check_strength(item.strength)
    check_grade(item.reliability, item.credibility)
    checked_name(item.claim, "a claim")
    if not item.countries:
        raise ValueError("an item needs at least one state")
    return replace(workspace, own_evidence=frozen({**workspace.own_evidence, item.id: own}))


def drop_own_evidence(workspace: Workspace, evidence_id: str) -> Workspace:
    """Delete an own item, with the remark on it and its marks in the matrix."""
    if evidence_id not in workspace.own_evidence:
        return workspace
    items = {key: each for key, each in workspace.own_evidence.items() if key != evidence_id}
    remarks = {key: each for key, each in workspace.remarks.items() if key != evidence_id}
    marks = {key: each for key, each in workspace.marks.items() if key[1] != evidence_id}
    return replace(
        workspace,
        own_evidence=frozen(items),
        remarks=frozen(remarks),
        marks=frozen(marks),
    )


def take_evidence(
    workspace: Workspace, items: Iterable[OwnEvidence], remarks: Mapping[str, Remark]
) -> Workspace:
    """Take in items and remarks of a file, as one edit.

    An item that is there already stays as it is; one whose id another item bears gets the next
    free id, and the remark on it goes along. A remark on an item replaces the present one.
    """
    ids: dict[str, str] = {}
    for own in items:
        same = next(
            (key for key, each in workspace.own_evidence.items() if _is_same(each, own)), None
        )
        key = same or own.item.id
        if same is None and key in workspace.own_evidence:
            key = next_own_id(workspace)
        ids[own.item.id] = key
        if same is None:
            renamed = replace(own, item=replace(own.item, id=key))
            workspace = put_own_evidence(workspace, renamed)
    for key, remark in remarks.items():
        workspace = set_remark(
            workspace, ids.get(key, key), remark.verdict, remark.comment, remark.edited
        )
    return workspace


def _own_id(number: int) -> str:
    return f"U{number:03d}"


def _is_same(one: OwnEvidence, other: OwnEvidence) -> bool:
    """Say whether two items say the same, whatever their ids and whenever they were written."""
    return replace(one.item, id=other.item.id) == other.item and one.source == other.source
