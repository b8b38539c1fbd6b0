"""The view Outcomes."""

from explorer.ui.panels.outcomes.panel import OutcomesPanel

__all__ = ["OutcomesPanel"]
