"""Asks for the name of a file, makes what goes in it off the GUI thread, and tells of failures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from explorer import paths
from explorer.errors import ExplorerError
from explorer.ui.tasks import Task, TaskDoor

_FORBIDDEN = '<>:"/\\|?*'


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be saved: its words for the dialog, a name, and its kinds of file.

    `kinds` gives the words for each suffix, the usual one first; `make` gives the content for a
    suffix and is called in a thread.
    """

    title: str
    name: str
    kinds: Mapping[str, str]
    make: Callable[[str], bytes]


class FileSaver(QObject):
    """Saves what is offered where the user says, whole or not at all.

    `saved` carries the path of a file once it is there, `failed` that of one which is not.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: TaskDoor, window: QWidget) -> None:
        """Stand ready; `window` is what the dialogs belong to."""
        super().__init__(window)
        self._tasks = tasks
        self._window = window
        self._folder = paths.documents()

    def ask(self, offer: Offer) -> None:
        """Ask for a file; the dialog asks whether one that exists may be replaced."""
        filters = {_filter(words, kind): kind for kind, words in offer.kinds.items()}
        usual = next(iter(offer.kinds))
        dialog = QFileDialog(self._window, offer.title, str(self._folder), ";;".join(filters))
        dialog.setObjectName("save file")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(usual)
        dialog.filterSelected.connect(partial(_take_filter, dialog, filters))
        dialog.selectFile(f"{file_name(offer.name)}.{usual}")
        dialog.fileSelected.connect(partial(self._write_named, offer, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write_named(self, offer: Offer, dialog: QFileDialog, name: str) -> None:
        path, kind = Path(name), Path(name).suffix[1:].lower()
        if kind in offer.kinds:
            self.write(offer, kind, path)
            return
        kind = dialog.defaultSuffix()
        # The dialog has not asked about a file of this other name.
        self.write(offer, kind, path.with_name(f"{path.name}.{kind}"), may_replace=False)

    def write(self, offer: Offer, kind: str, path: Path, *, may_replace: bool = True) -> None:
        """Make and write a file; it is there whole or not at all."""
        self._folder = path.parent
        work = partial(_write, offer, kind, path, may_replace)
        task = Task(f"file {path}", lambda _: work())
        task.done.connect(partial(self._tell_saved, path))
        task.failed.connect(partial(self._tell, offer.title))
        task.failed.connect(partial(self._tell_failed, path))
        self._tasks.start(task)

    def _tell_saved(self, path: Path, _done: object) -> None:
        self.saved.emit(path)

    def _tell_failed(self, path: Path, _error: Exception) -> None:
        self.failed.emit(path)

    def _tell(self, title: str, error: Exception) -> None:
        known = isinstance(error, ExplorerError)
        fault = f"The file could not be made. This is a fault of the app: {error!r}"
        words = str(error) if known else fault
        box = QMessageBox(QMessageBox.Icon.Warning, title, words, parent=self._window)
        box.setObjectName("save message")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.finished.connect(box.deleteLater)
        box.open()


def file_name(title: str) -> str:
    """Make a name for a file out of a title."""
    kept = "".join(" " if letter in _FORBIDDEN else letter for letter in title if letter >= " ")
    return " ".join(kept.split())[:80].strip(" .") or "Chart"


def _filter(words: str, kind: str) -> str:
    return f"{words} (*.{kind})"


def _take_filter(dialog: QFileDialog, filters: Mapping[str, str], chosen: str) -> None:
    """Let a name without a suffix get that of the kind chosen, and a proposed name follow it."""
    kind = filters.get(chosen)
    if kind is None:
        return
    dialog.setDefaultSuffix(kind)
    named = dialog.selectedFiles()
    if named and Path(named[0]).suffix[1:].lower() in filters.values():
        dialog.selectFile(Path(named[0]).with_suffix(f".{kind}").name)


def _write(offer: Offer, kind: str, path: Path, may_replace: bool) -> None:  # noqa: FBT001 - bound by place
    from explorer.report.saving import save_whole

    save_whole(path, offer.make(kind), overwrite=may_replace, before_swap=lambda: None)
