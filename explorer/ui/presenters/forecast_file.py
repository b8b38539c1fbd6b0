"""Takes forecasts in from a file that the user chooses."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.pages.record_import import Taken, open_questions, with_forecasts
from explorer.ui.panels.record import RecordPanel
from explorer.ui.presenters.file_taking import ask_for_file, tell_of_faults
from explorer.ui.session import Session
from explorer.ui.tasks import Progress, Task, TaskDoor
from explorer.workspace.document import Workspace

_IMPORT = "Import forecasts"


class ForecastFilePresenter(QObject):
    """Reads a file off the GUI thread and takes it in as one step, whole or not at all."""

    def __init__(
        self, session: Session, tasks: TaskDoor, panel: RecordPanel, now: Callable[[], datetime]
    ) -> None:
        """Stand ready; `panel` is what the dialogs belong to."""
        super().__init__(panel)
        self._session = session
        self._tasks = tasks
        self._panel = panel
        self._now = now
        self._folder = paths.documents()

    def ask(self) -> None:
        """Ask for a file."""
        kinds = "Forecasts as a table (*.csv)"
        ask_for_file(self._panel, _IMPORT, kinds, self._folder, self.read)

    def read(self, path: Path) -> None:
        """Read a file."""
        self._folder = path.parent
        session = self._session
        read = partial(_read, path, session.newest, session.workspace, self._now())
        task = Task("forecast file", read)
        task.done.connect(partial(self._take, session.workspace, path))
        task.failed.connect(self._tell)
        self._tasks.start(task)

    def _take(self, before: Workspace, path: Path, taken: Taken) -> None:
        if self._session.workspace is not before:
            self.read(path)  # the user has gone on meanwhile, and nothing of that may be lost
            return
        self._session.settle()
        self._session.edit(taken.workspace)
        self._panel.head.show_said(taken.words, is_wrong=False)

    def _tell(self, error: Exception) -> None:
        tell_of_faults(self._panel, _IMPORT, error).setObjectName("forecast faults")


def _read(
    path: Path, atlas: Atlas, workspace: Workspace, moment: datetime, _progress: Progress
) -> Taken:
    from explorer.packs.forecast_file import read_forecasts

    found = read_forecasts(path, open_questions(atlas, workspace))
    return with_forecasts(atlas, workspace, found, moment)
