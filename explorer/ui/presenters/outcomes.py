"""Keeps the view Outcomes in step with the session."""

from PySide6.QtCore import QObject

from explorer.ui.outlooks import OutlookKeeper
from explorer.ui.panels.outcomes import OutcomesPanel
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper


class OutcomesPresenter(QObject):
    """Composes the view's page and shows it."""

    def __init__(
        self,
        session: Session,
        outlooks: OutlookKeeper,
        tasks: TaskDoor,
        themes: ThemeKeeper,
        panel: OutcomesPanel,
    ) -> None:
        """Show what is in force at once."""
        super().__init__(panel)
        self._session = session
        self._outlooks = outlooks
        self._tasks = tasks
        self._themes = themes
        self._panel = panel
