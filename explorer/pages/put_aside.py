"""What is lost from sight when another scenario is opened over changes that are not saved."""

from explorer.pages.words import counted
from explorer.workspace.document import WhatIf, Workspace


def put_aside_words(before: Workspace, after: Workspace) -> str:
    """Say how many unsaved changes a scenario that is opened puts aside; blank for none."""
    if before.what_if == after.what_if:
        return ""
    if any(own.what_if == before.what_if for own in before.scenarios.values()):
        return ""
    count = unsaved_changes(before)
    if not count:
        return ""
    them = "it" if count == 1 else "them"
    return f"{counted(count, 'unsaved change')} put aside · Undo brings {them} back."


def unsaved_changes(workspace: Workspace) -> int:
    """Count the ratings set otherwise than in what was opened; all weights together are one."""
    own = workspace.scenarios.get(workspace.scenario)
    now = workspace.what_if
    was = own.what_if if own is not None else WhatIf(now.base)
    ratings = sum(
        was.ratings.get(key) != now.ratings.get(key) for key in {*was.ratings, *now.ratings}
    )
    return ratings + (was.weights != now.weights)
