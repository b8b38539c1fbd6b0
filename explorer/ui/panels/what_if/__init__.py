"""The view What if."""

from explorer.ui.panels.what_if.panel import WhatIfPanel

__all__ = ["WhatIfPanel"]
