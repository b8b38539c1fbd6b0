"""The panel beside the grid: what is selected, in full."""

from explorer.ui.panels.detail.panel import DetailPanel

__all__ = ["DetailPanel"]
