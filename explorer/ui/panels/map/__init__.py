"""The view Map: the states of the region, coloured by what is known or judged of them."""

from explorer.ui.panels.map.panel import MapPanel

__all__ = ["MapPanel"]
