"""The panel of the view Outcomes."""

from PySide6.QtWidgets import QWidget

from explorer.style import Theme


class OutcomesPanel(QWidget):
    """Shows the view Outcomes."""

    def __init__(self, theme: Theme) -> None:
        """Begin with nothing in it."""
        super().__init__()
        self._theme = theme
