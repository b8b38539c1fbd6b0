"""Pure edits of the user's own marks in the matrix of competing hypotheses."""

from collections.abc import Sequence
from dataclasses import replace

from explorer.domain.evidence import Mark
from explorer.workspace.document import Workspace, frozen


def marks_on(workspace: Workspace, iso3: str, rungs: Sequence[str]) -> dict[tuple[str, int], Mark]:
    """Give the user's marks on a state by evidence id and the rung's place, counted from 0.

    `rungs` are the rungs' ids, lowest first; marks on rungs that are not among them are left out.
    """
    places = {rung: place for place, rung in enumerate(rungs)}
    return {
        (evidence_id, places[rung]): mark
        for (state, evidence_id, rung), mark in workspace.marks.items()
        if state == iso3 and rung in places
    }


def set_mark(
    workspace: Workspace, iso3: str, evidence_id: str, rung_id: str, mark: Mark | None
) -> Workspace:
    """Overrule how an item of evidence fits a rung; `None` goes back to what the rule says."""
    marks = dict(workspace.marks)
    if mark is None:
        marks.pop((iso3, evidence_id, rung_id), None)
    else:
        marks[iso3, evidence_id, rung_id] = mark
    return replace(workspace, marks=frozen(marks))


def clear_marks(workspace: Workspace, iso3: str) -> Workspace:
    """Go back to what the rule says in the whole matrix of a state."""
    kept = {key: mark for key, mark in workspace.marks.items() if key[0] != iso3}
    return replace(workspace, marks=frozen(kept))
