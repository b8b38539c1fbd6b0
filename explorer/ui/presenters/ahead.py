"""Imports what the other views need before they are opened, a piece at a time."""

from collections import deque
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from explorer.ui.tasks import TaskDoor

PAUSE_MS = 120
VIEW_MODULES = (
    "explorer.pages.as_of_words",
    "explorer.pages.as_of_days",
    "explorer.ui.widgets.as_of_notice",
    "explorer.ui.widgets.as_of_popup",
    "explorer.pages.moves",
    "explorer.pages.outcomes",
    "explorer.pages.agreement",
    "explorer.pages.hypotheses",
    "explorer.ui.panels.outcomes",
    "explorer.ui.presenters.outcomes",
    "explorer.pages.scenarios",
    "explorer.pages.what_if",
    "explorer.pages.what_if_outcomes",
    "explorer.ui.panels.what_if",
    "explorer.ui.presenters.what_if",
    "explorer.pages.record",
    "explorer.pages.record_scores",
    "explorer.ui.panels.record",
    "explorer.ui.presenters.record",
    "explorer.ui.presenters.own_record",
    "explorer.ui.panels.assessments",
    "explorer.ui.presenters.assessments",
    "explorer.pages.voting_agreement",
    "explorer.ui.panels.votes",
    "explorer.ui.presenters.votes",
    "explorer.pages.changes",
    "explorer.pages.changes_dates",
    "explorer.ui.panels.changes",
    "explorer.ui.presenters.changes",
    "explorer.pages.provenance",
    "explorer.pages.source_list",
    "explorer.ui.panels.sources",
    "explorer.ui.presenters.sources",
)
"""What Outcomes and What if stand on, from the ground up, so that no turn takes over 50 ms."""


class ImportAhead(QObject):
    """Imports a module a turn on the GUI thread while nothing else is under way.

    Python holds the window for as long as an import takes, and modules that make Qt's types known
    must not be imported in two threads. So the pieces are small, and they wait until the details
    and the chart of the first view are there.
    """

    def __init__(self, tasks: TaskDoor, names: tuple[str, ...], parent: QObject) -> None:
        """Begin a moment from now."""
        super().__init__(parent)
        self._tasks = tasks
        self._left = deque(names)
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    @property
    def is_done(self) -> bool:
        """Say whether all is imported."""
        return not self._left

    def _go_on(self) -> None:
        if not self._tasks.is_idle:
            return
        if self._left:
            import_module(self._left.popleft())
        if not self._left:
            self._timer.stop()
