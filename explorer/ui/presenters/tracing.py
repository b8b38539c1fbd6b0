"""The one way from “Where from?”, wherever it stands, to the view Sources."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from explorer.pages.trace import parse_thing
from explorer.pages.trace_goals import goal_of_target
from explorer.ui.session import Session

VIEW = "sources"


class Tracing(QObject):
    """Opens Sources on a thing: one that a link names, or what is selected in the view in front.

    Views say by `add_chosen` what is selected in them; for any other it is the selection of the
    comparison. The view Sources, once it is built, takes the goals by `show_by`.
    """

    def __init__(self, session: Session, action: QAction, parent: QObject) -> None:
        """Listen to the action “Where does this come from?”; `lead` says where to."""
        super().__init__(parent)
        self._session = session
        self._chosen: dict[str, Callable[[], str]] = {}
        self._show: Callable[[str], None] | None = None
        self._shown_view: Callable[[], str] = lambda: ""
        self._open_view: Callable[[str], None] = lambda _: None
        action.triggered.connect(self.trace_chosen)

    def lead(self, shown_view: Callable[[], str], open_view: Callable[[str], None]) -> None:
        """Know which view is in front, and how to open another."""
        self._shown_view = shown_view
        self._open_view = open_view

    def add_chosen(self, view: str, chosen: Callable[[], str]) -> None:
        """Let a view say what is selected in it; a blank leaves it to the comparison."""
        self._chosen[view] = chosen

    def show_by(self, show: Callable[[str], None]) -> None:
        """Let the view Sources take the goals."""
        self._show = show

    def trace(self, goal: str) -> None:
        """Open Sources on a thing; a text that names none is let be."""
        if parse_thing(goal) is None:
            return
        self._open_view(VIEW)
        if self._show is not None:
            self._show(goal)

    def trace_chosen(self, _checked: object = None) -> None:
        """Open Sources on what is selected in the view in front."""
        view = self._shown_view()
        if view == VIEW:
            return
        chosen = self._chosen.get(view)
        goal = chosen() if chosen is not None else ""
        session = self._session
        self.trace(goal or str(goal_of_target(session.selection, session.view)))
