"""The view Timeline."""

from explorer.ui.panels.timeline.panel import TimelinePanel

__all__ = ["TimelinePanel"]
