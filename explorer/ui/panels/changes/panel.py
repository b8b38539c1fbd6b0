"""The panel of the view Changes: head, and the page below it."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.pages.changes_page import ChangesPage
from explorer.style import Theme
from explorer.ui.panels.changes.body import ChangesBody
from explorer.ui.panels.changes.head import ChangesHead
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.text import hairline


class ChangesPanel(QWidget):
    """Lays out head and page.

    `shown` comes when it comes into sight; `goal_wanted` carries a `Target` or a `Hit` to go to.
    """

    shown = Signal()
    goal_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Begin without a page."""
        super().__init__()
        self.setAccessibleName("What changed")
        self._theme = theme
        self.head = ChangesHead(theme)
        self.body = ChangesBody(theme)
        self._line = hairline(theme)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self._line)
        rows.addWidget(self.body, 1)
        self.body.goal_wanted.connect(self.goal_wanted)
        self.body.built.connect(self._order_tabs)
        self._dress()

    @property
    def page(self) -> ChangesPage | None:
        """Give the page shown."""
        return self.body.page

    def show_page(self, page: ChangesPage) -> None:
        """Show another page."""
        self.head.show_titles(page.title, page.subtitle)
        self.body.show_page(page)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        if theme == self._theme:
            return
        self._theme = theme
        self.head.set_theme(theme)
        self.body.set_theme(theme)
        self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the panel came into sight."""
        super().showEvent(event)
        self.shown.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys on to the first choice."""
        super().focusInEvent(event)
        self.head.since.box.setFocus(event.reason())

    def _order_tabs(self) -> None:
        """Let Tab go from the dates to the links and on to the changes, state by state."""
        stops = [*self.head.stops, *(each for each in self.body.groups if each.lines)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _dress(self) -> None:
        set_ground(self, self._theme.card)
        set_ground(self._line, self._theme.line)
