"""The items on a state set against the rungs: the pack's and the user's own, with all marks.

The matrix and the comparison of methods, on screen and on paper, count these rows and no others.
"""

from explorer.analysis.consistency import Row, rows_of
from explorer.domain.atlas import Atlas
from explorer.domain.evidence import Evidence
from explorer.workspace.as_of import evidence_by
from explorer.workspace.document import Workspace
from explorer.workspace.marks import marks_on


def own_items(atlas: Atlas, workspace: Workspace) -> dict[str, Evidence]:
    """Give the user's own items by id, those dated on the day looked at or before."""
    found = evidence_by(workspace, atlas.subject.seen_on)
    return {key: own.item for key, own in found.items()}


def matrix_rows(atlas: Atlas, workspace: Workspace, iso3: str) -> tuple[Row, ...]:
    """Set all items that name a state against the rungs, with the user's own marks in force."""
    marks = marks_on(workspace, iso3, [rung.id for rung in atlas.rungs])
    return rows_of(atlas, iso3, marks, own_items(atlas, workspace).values())
