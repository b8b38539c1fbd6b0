"""Saves the comparison as data: asks for a file, makes it off the GUI thread, and tells."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from explorer.domain.atlas import Atlas
from explorer.pages.compare_page import compare_title
from explorer.pages.outlook import followed, scenario_title
from explorer.pages.view import View
from explorer.style import MARKINGS
from explorer.ui.presenters.file_saving import FileSaver, Offer
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.widgets.status_line import StatusLine
from explorer.workspace.document import Workspace

TITLE = "Export data"
KINDS = {
    "xlsx": "Excel workbook",
    "md": "Markdown document",
    "json": "JSON",
    "zip": "CSV files in a zip",
}
NO_SERIES = "The data cannot be exported, since the series could not be read. Start the app again."
READING = "Reading the series…"
COMPOSING = "Composing the data…"


@dataclass(frozen=True, slots=True)
class _Order:
    """Everything that the thread needs, so that it asks the session nothing."""

    atlas: Atlas
    observations: object
    workspace: Workspace
    view: View
    marking: str


class DataExportPresenter(QObject):
    """Exports what is compared on the screen, as of the day and under the scenario in force.

    The status line says how far it is, where it was saved, and the marking that it bears.
    """

    moved = Signal(str)
    """Words on what is being done, out of the thread that does it."""

    def __init__(
        self, session: Session, tasks: TaskDoor, line: StatusLine, window: QWidget
    ) -> None:
        """Stand ready; `window` is what the dialogs belong to."""
        super().__init__(window)
        self._session = session
        self._line = line
        self._window = window
        self._marking = ""
        self._is_waiting = False
        self._files = FileSaver(tasks, window)
        self._files.saved.connect(self._tell_saved)
        self._files.failed.connect(self._end)
        self.moved.connect(line.show_work)

    def export(self, marking: str = "") -> None:
        """Ask for a file; `marking` is a key of `style.MARKINGS`. It waits for the series."""
        self._marking = marking
        session = self._session
        if session.observations_fault:
            self._tell_of_no_series()
        elif session.observations is not None:
            self._ask()
        elif not self._is_waiting:
            self._is_waiting = True
            self._line.show_work(READING)
            session.observations_changed.connect(self._series_came)
            session.observations_failed.connect(self._series_failed)

    def _series_came(self) -> None:
        self._stop_waiting()
        self._ask()

    def _series_failed(self) -> None:
        self._stop_waiting()
        self._tell_of_no_series()

    def _stop_waiting(self) -> None:
        self._is_waiting = False
        self._session.observations_changed.disconnect(self._series_came)
        self._session.observations_failed.disconnect(self._series_failed)
        self._line.show_work("")

    def _tell_of_no_series(self) -> None:
        words = f"{NO_SERIES}\n\n{self._session.observations_fault}"
        box = QMessageBox(QMessageBox.Icon.Warning, TITLE, words, parent=self._window)
        box.setObjectName("save message")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.finished.connect(box.deleteLater)
        box.open()

    def _ask(self) -> None:
        session = self._session
        order = _Order(
            session.atlas, session.observations, session.workspace, session.view, self._marking
        )
        marking = MARKINGS.get(self._marking, "")
        title = f"{TITLE}, marked {marking}" if marking else TITLE
        self._files.ask(Offer(title, _name(order), KINDS, partial(_make, order, self.moved.emit)))

    def _tell_saved(self, path: Path) -> None:
        marking = MARKINGS.get(self._marking, "")
        self._line.show_work("")
        self._line.tell(f"Saved {path.name}{f', marked {marking}' if marking else ''}")

    def _end(self, _path: Path) -> None:
        self._line.show_work("")


def _name(order: _Order) -> str:
    """Name the file by what is compared, under which scenario and as of which day."""
    atlas = order.atlas
    what_if, _ = followed(atlas, order.workspace.what_if)
    scenario = scenario_title(atlas, replace(order.workspace, what_if=what_if))
    day = atlas.subject.seen_on
    parts = (compare_title(atlas, order.view), scenario, f"as of {day}" if day else "")
    return ", ".join(part for part in parts if part)


def _make(order: _Order, tell: Callable[[str], None], kind: str) -> bytes:
    """Compose the data and write them in a form, in a thread."""
    from explorer.domain.observations import Observations
    from explorer.pages.export_tables import compose_export
    from explorer.report.data_export import data_bytes, form_of

    if not isinstance(order.observations, Observations):
        raise TypeError("the series are not Observations")
    tell(COMPOSING)
    export = compose_export(
        order.atlas, order.observations, order.workspace, order.view, order.marking
    )
    return data_bytes(export, form_of(kind), lambda _done, _total, words: tell(f"{words}…"))
