"""The view Notes: the list of all notes, and the chosen one beside one's own."""

from explorer.ui.panels.notes.panel import NotesPanel

__all__ = ["NotesPanel"]
