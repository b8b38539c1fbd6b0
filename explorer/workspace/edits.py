"""Pure edits: a workspace in, a new workspace out."""

from dataclasses import replace
from datetime import datetime

from explorer.workspace.document import UserNote, Workspace, frozen


def write_note(workspace: Workspace, target: str, text: str, edited: datetime) -> Workspace:
    """Set the note on a target; a text of nothing but white space takes the note away."""
    if workspace.note(target) == text:
        return workspace
    notes = dict(workspace.notes)
    if text.strip():
        notes[target] = UserNote(target, text, edited)
    else:
        notes.pop(target, None)
    return replace(workspace, notes=frozen(notes))
