"""The view Changes: what changed between two dates."""

from explorer.ui.panels.changes.panel import ChangesPanel

__all__ = ["ChangesPanel"]
