"""Takes the user's own items of evidence: from the form, from a file, and into one."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.pages.evidence_filters import count_taken
from explorer.pages.evidence_pool import own_source
from explorer.pages.own_evidence import (
    Draft,
    draft_faults,
    draft_of,
    drafted,
    form_choices,
)
from explorer.ui.panels.evidence import EvidencePanel
from explorer.ui.panels.evidence.form import EvidenceForm
from explorer.ui.presenters.evidence import now
from explorer.ui.presenters.file_saving import FileSaver, Offer
from explorer.ui.presenters.file_taking import ask_for_file, tell_of_faults
from explorer.ui.session import Session
from explorer.ui.tasks import Progress, Task, TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import OwnEvidence, OwnSource, Remark, Workspace
from explorer.workspace.evidence import (
    VERDICTS,
    drop_own_evidence,
    next_own_id,
    put_own_evidence,
    take_evidence,
)

_IMPORT = "Import evidence and marks"
_KINDS = {"csv": "Evidence as a table"}
Taken = tuple[tuple[OwnEvidence, ...], dict[str, Remark]]


class OwnEvidencePresenter(QObject):
    """Opens the form, keeps what it gives, and takes in or writes files.

    Each item kept, changed, deleted or taken in is a step that can be undone. `kept` carries the
    id of an item that is there anew, to be shown.
    """

    kept = Signal(str)

    def __init__(
        self, session: Session, tasks: TaskDoor, themes: ThemeKeeper, panel: EvidencePanel
    ) -> None:
        """Stand ready; `panel` is what the dialogs belong to."""
        super().__init__(panel)
        self._session = session
        self._tasks = tasks
        self._themes = themes
        self._panel = panel
        self._saver = FileSaver(tasks, panel)
        self._folder = paths.documents()
        self._form: EvidenceForm | None = None
        panel.detail.edit_wanted.connect(self.edit)
        panel.detail.delete_wanted.connect(self.delete)

    def act(self, name: str) -> None:
        """Do what a link of the head asks for: add, export or import."""
        doings = {"add": self.add, "export": self.export, "import": self.ask_for_file}
        doings[name]()

    def add(self) -> None:
        """Open the form for a new item."""
        self._open("Add an item of evidence", Draft(), "")

    def edit(self, evidence_id: str) -> None:
        """Open the form on an own item."""
        own = self._session.workspace.own_evidence.get(evidence_id)
        if own is not None:
            self._open(f"Edit {evidence_id}", draft_of(own), evidence_id)

    def delete(self, evidence_id: str) -> None:
        """Delete an own item; Undo brings it back."""
        self._session.settle()
        self._session.edit(drop_own_evidence(self._session.workspace, evidence_id))

    def export(self) -> None:
        """Ask for a file, and write the user's own items and remarks there."""
        workspace, atlas = self._session.workspace, self._session.newest
        make = partial(_file_of, workspace, atlas)
        self._saver.ask(Offer("Export my evidence", "My evidence", _KINDS, make))

    def ask_for_file(self) -> None:
        """Ask for a colleague's file."""
        dialog = ask_for_file(
            self._panel, _IMPORT, "Evidence as a table (*.csv)", self._folder, self.read
        )
        dialog.setObjectName("evidence file")

    def read(self, path: Path) -> None:
        """Read a file off the GUI thread and take it in, whole or not at all."""
        self._folder = path.parent
        task = Task("evidence file", partial(_read, path, self._session.newest))
        task.done.connect(self._take)
        task.failed.connect(self._tell)
        self._tasks.start(task)

    def _open(self, heading: str, draft: Draft, evidence_id: str) -> None:
        if self._form is not None:
            self._form.activateWindow()
            return
        choices = form_choices(self._session.newest)
        form = EvidenceForm(heading, draft, choices, self._themes.theme, self._panel)
        form.drafted.connect(partial(self._keep, evidence_id))
        form.finished.connect(self._forget)
        self._form = form
        form.open()

    def _keep(self, evidence_id: str, draft: Draft) -> None:
        """Keep an item without faults; else say what they are, and let the form stay open."""
        form, workspace = self._form, self._session.workspace
        if form is None:
            return
        faults = draft_faults(self._session.newest, draft)
        form.show_faults(faults)
        if faults:
            return
        key = evidence_id or next_own_id(workspace)
        self._session.settle()
        self._session.edit(put_own_evidence(workspace, drafted(draft, key, now())))
        form.accept()
        self.kept.emit(key)

    def _forget(self) -> None:
        if self._form is not None:
            self._form.deleteLater()
            self._form = None

    def _take(self, taken: Taken) -> None:
        items, remarks = taken
        before = self._session.workspace
        after = take_evidence(before, items, remarks)
        self._session.settle()
        self._session.edit(after)
        new = [key for key in after.own_evidence if key not in before.own_evidence]
        box = QMessageBox(
            QMessageBox.Icon.Information,
            _IMPORT,
            count_taken(len(items), len(new), len(remarks)),
            parent=self._panel,
        )
        box.setObjectName("evidence taken")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.finished.connect(box.deleteLater)
        box.open()
        if new:
            self.kept.emit(new[0])

    def _tell(self, error: Exception) -> None:
        tell_of_faults(self._panel, _IMPORT, error).setObjectName("evidence faults")


def _read(path: Path, atlas: Atlas, _progress: Progress) -> Taken:
    from explorer.packs.evidence_file import read_evidence

    found = read_evidence(path, atlas)
    moment = now()
    items = tuple(
        OwnEvidence(
            each.item,
            OwnSource(
                each.source.title,
                each.source.publisher,
                each.source.date,
                each.source.language,
                each.source.url,
            ),
            moment,
        )
        for each in found.items
    )
    remarks = {
        key: Remark(VERDICTS[mark], comment, moment)
        for key, (mark, comment) in found.remarks.items()
    }
    return items, remarks


def _file_of(workspace: Workspace, atlas: Atlas, _kind: str) -> bytes:
    """Give the content of the file for colleagues."""
    from explorer.packs.evidence_file import EvidenceFile, FileItem, write_evidence

    items = tuple(FileItem(own.item, own_source(own)) for own in workspace.own_evidence.values())
    remarks = {key: (each.verdict, each.comment) for key, each in workspace.remarks.items()}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "evidence.csv"
        write_evidence(path, EvidenceFile(items, remarks), atlas)
        return path.read_bytes()
