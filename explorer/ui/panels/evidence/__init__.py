"""The panel of the view Evidence: a table of all items, the detail of one, and the balance."""

from explorer.ui.panels.evidence.panel import EvidencePanel

__all__ = ["EvidencePanel"]
