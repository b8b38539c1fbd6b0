"""“Where from?”: a quiet link beside what is shown, to where it comes from.

A link tells the nearest widget above it that has a signal `trace_wanted` of one text, which a
panel declares and `ui.views` connects. So nothing between the link and the panel has to hand it
on; where no widget above takes it, the link is not shown.
"""

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QWidget

from explorer.style import Theme
from explorer.ui.widgets.lettering import SMALL, font
from explorer.ui.widgets.link import LinkButton

WHERE_FROM, IN_SOURCES = "Where from?", "In Sources"
_HINT = "Leads to where this comes from: its sources, and its row in the data"


class TraceLink(LinkButton):
    """Leads to a thing by its goal, `str(Thing)`; `about` says of what, for those who listen."""

    def __init__(
        self,
        goal: str,
        theme: Theme,
        about: str = "",
        words: str = WHERE_FROM,
        letters: QFont | None = None,
    ) -> None:
        """Make a link."""
        super().__init__(words, theme, letters or font(SMALL))
        self.goal = goal
        self.setToolTip(_HINT)
        self.setAccessibleName(f"{words} {about}".strip())
        self.setAccessibleDescription(_HINT)
        self.clicked.connect(self._tell)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand back where nobody would take the goal."""
        super().showEvent(event)
        if not self.goal or taker_of(self) is None:
            self.hide()

    def _tell(self, _checked: object = None) -> None:
        tell_goal(self, self.goal)


def tell_goal(widget: QWidget, goal: str) -> None:
    """Tell the nearest panel above a widget that the user wants to see where a thing is from."""
    taker = taker_of(widget)
    if taker is not None and goal:
        taker.emit(goal)


def taker_of(widget: QWidget) -> SignalInstance | None:
    """Give the signal of the nearest widget above that takes goals, or `None`."""
    above: QWidget | None = widget.parentWidget()
    while above is not None:
        found: object = getattr(above, "trace_wanted", None)
        if isinstance(found, SignalInstance):
            return found
        above = above.parentWidget()
    return None
