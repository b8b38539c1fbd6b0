"""The view Record: questions, forecasts, and how good they were."""

from explorer.ui.panels.record.panel import RecordPanel

__all__ = ["RecordPanel"]
