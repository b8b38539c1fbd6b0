"""The panel of the view What if."""

from PySide6.QtWidgets import QWidget

from explorer.style import Theme


class WhatIfPanel(QWidget):
    """Shows the view What if."""

    def __init__(self, theme: Theme) -> None:
        """Begin with nothing in it."""
        super().__init__()
        self._theme = theme
