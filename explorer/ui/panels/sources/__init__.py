"""The view Sources: all sources, and where anything shown comes from."""

from explorer.ui.panels.sources.panel import SourcesPanel

__all__ = ["SourcesPanel"]
