"""The view Assessments."""

from explorer.ui.panels.assessments.panel import AssessmentsPanel

__all__ = ["AssessmentsPanel"]
