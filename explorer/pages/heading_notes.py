"""What the heading of a row says of the notes on the whole row."""

from explorer.domain.atlas import Atlas
from explorer.pages.view import Target
from explorer.pages.words import counted, in_sentences
from explorer.workspace.document import Workspace


def heading_note(atlas: Atlas, workspace: Workspace, target: Target) -> tuple[bool, str]:
    """Say whether the user has a note on a whole row, and whose notes there are on it, or none."""
    bundled = len(atlas.notes_about(str(target)))
    has_note = bool(workspace.note(str(target)))
    parts = [
        "you have a note here" if has_note else "",
        f"the data has {counted(bundled, 'note')} on it" if bundled else "",
    ]
    return has_note, in_sentences(parts)
