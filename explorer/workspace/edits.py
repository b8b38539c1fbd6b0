"""Pure edits: a workspace in, a new workspace out."""

from datetime import datetime
from types import MappingProxyType

from explorer.workspace.document import UserNote, Workspace


def write_note(workspace: Workspace, target: str, text: str, edited: datetime) -> Workspace:
    """Set the note on a target; a text of nothing but white space takes the note away."""
    if workspace.note(target) == text:
        return workspace
    notes = dict(workspace.notes)
    if text.strip():
        notes[target] = UserNote(target, text, edited)
    else:
        notes.pop(target, None)
    return Workspace(notes=MappingProxyType(notes))
