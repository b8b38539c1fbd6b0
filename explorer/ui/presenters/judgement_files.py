"""Writes the user's judgement to a file for colleagues, and takes theirs in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.ui.presenters.file_saving import FileSaver, Offer
from explorer.ui.presenters.file_taking import ask_for_file, tell_of_faults
from explorer.ui.session import Session
from explorer.ui.tasks import Progress, Task, TaskDoor
from explorer.workspace.document import OWN_RATER, RaterJudgement
from explorer.workspace.judgements import judgement_of, namesake

TITLE = "Raters and pooling"
_IMPORT = "Import a colleague’s judgement"
_KINDS = {"csv": "Judgement as a table"}


class JudgementFiles(QObject):
    """Asks for names and files, and says what came of them.

    `exported` carries words on what was written and where. `taken` carries the rater whose
    judgement has been taken in.
    """

    exported = Signal(str)
    taken = Signal(str)

    def __init__(
        self,
        session: Session,
        tasks: TaskDoor,
        front: Callable[[], QWidget],
        put: Callable[[RaterJudgement], bool],
        window: QWidget,
    ) -> None:
        """Stand ready: `front` gives what dialogs belong to, `put` takes a judgement in."""
        super().__init__(window)
        self._session = session
        self._tasks = tasks
        self._front = front
        self._put_in = put
        self._saver = FileSaver(tasks, window)
        self._saver.saved.connect(self._tell_saved)
        self._folder = paths.documents()
        self._name = ""

    def export(self) -> None:
        """Ask for the name that the user's judgement goes by, and then for the file."""
        if OWN_RATER not in self._session.workspace.judgements:
            return
        dialog = QInputDialog(self._front())
        dialog.setObjectName("judgement name")
        dialog.setWindowTitle("Export my judgement")
        dialog.setLabelText("Your name or initials, as colleagues will see them:")
        dialog.setTextValue(self._name)
        dialog.setOkButtonText("Choose file…")
        dialog.textValueSelected.connect(self._export_as)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_for_file(self) -> None:
        """Ask for a colleague's file."""
        dialog = ask_for_file(
            self._front(), _IMPORT, "Judgement as a table (*.csv)", self._folder, self.read
        )
        dialog.setObjectName("judgement file")

    def read(self, path: Path) -> None:
        """Read a colleague's file off the GUI thread and take it in, whole or not at all."""
        self._folder = path.parent
        task = Task("judgement file", partial(_read, path, self._session.newest))
        task.done.connect(self._take)
        task.failed.connect(self._tell)
        self._tasks.start(task)

    def _export_as(self, name: str) -> None:
        own = self._session.workspace.judgements.get(OWN_RATER)
        if own is None:
            return
        self._name = name.strip()
        make = partial(_file_of, self._name, own, self._session.newest)
        title = "Export my judgement"
        self._saver.ask(Offer(title, f"Judgement {self._name}", _KINDS, make))

    def _take(self, judgement: RaterJudgement) -> None:
        """Take a judgement in; ask first if one of that rater is there already."""
        rater = judgement.rater
        judgements = self._session.workspace.judgements
        earlier = judgements.get(namesake(self._session.workspace, rater))
        if earlier is None:
            self._put(judgement)
            return
        words = (
            f"There is a judgement by {earlier.rater} already, with "
            f"{len(earlier.ratings)} ratings and {len(earlier.ladders)} ladders. Replace it by "
            f"the one in the file, with {len(judgement.ratings)} ratings and "
            f"{len(judgement.ladders)} ladders?"
        )
        box = QMessageBox(QMessageBox.Icon.Question, TITLE, words, parent=self._front())
        box.setObjectName("replace judgement")
        box.setTextFormat(Qt.TextFormat.PlainText)
        yes = box.addButton("&Replace", QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        yes.clicked.connect(lambda: self._put(judgement))
        box.finished.connect(box.deleteLater)
        box.open()

    def _put(self, judgement: RaterJudgement) -> None:
        if self._put_in(judgement):
            self.taken.emit(judgement.rater)

    def _tell_saved(self, path: Path) -> None:
        self.exported.emit(f"Your judgement was saved as {path.name} in {path.parent}.")

    def _tell(self, error: Exception) -> None:
        tell_of_faults(self._front(), _IMPORT, error).setObjectName("judgement faults")


def _read(path: Path, atlas: Atlas, _progress: Progress) -> RaterJudgement:
    from explorer.packs.judgement_file import read_judgement

    found = read_judgement(path, atlas)
    return judgement_of(found.rater, found.ratings, found.ladders)


def _file_of(name: str, own: RaterJudgement, atlas: Atlas, _kind: str) -> bytes:
    """Give the content of the file for colleagues."""
    from explorer.packs.judgement_file import JudgementFile, write_judgement

    with TemporaryDirectory() as folder:
        path = Path(folder) / "judgement.csv"
        ladders = tuple(own.ladders.values())
        write_judgement(path, JudgementFile(name, tuple(own.ratings.values()), ladders), atlas)
        return path.read_bytes()
