"""Makes the briefs of the pairs on the screen: asks, writes off the GUI thread, and tells."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QWidget

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.errors import ExplorerError, ExportError
from explorer.pages.changes_dates import BriefMade, since_choices
from explorer.pages.outlook import followed, scenario_title
from explorer.pages.words import country_name
from explorer.settings import LastBrief
from explorer.style import LIGHT, Theme
from explorer.ui.panels.export import ExportChoice, ExportDialog, SinceChoices
from explorer.ui.presenters.file_saving import file_name
from explorer.ui.session import Session
from explorer.ui.tasks import Progress, Task, TaskDoor
from explorer.workspace.document import Workspace

TITLE = "Export PDF"
NO_SERIES = "No brief can be made, since the series could not be read. Start the app again."
_SCALE = 100  # parts of the progress bar a brief


@dataclass(frozen=True, slots=True)
class Job:
    """One brief to write; `may_replace` says that the user lets what is there be replaced."""

    baseline: str
    comparator: str
    path: Path
    may_replace: bool = False


@dataclass(frozen=True, slots=True)
class _Order:
    """Everything that the thread needs, so that it asks the session nothing."""

    atlas: Atlas
    observations: object
    workspace: Workspace
    choice: ExportChoice
    jobs: tuple[Job, ...]


class ExportPresenter(QObject):
    """Exports briefs. `choices_changed` comes when paper, marking or folder were chosen anew.

    `paper`, `marking`, `folder` and `last_briefs` may be set from remembered settings.
    """

    choices_changed = Signal()
    briefs_made = Signal(object)
    """Which pairs got their brief, on data of which date, as `LastBrief`s."""
    finished = Signal(object)
    """The paths written, in order; empty after a cancel or a failure."""

    def __init__(self, session: Session, tasks: TaskDoor, parent_window: QWidget) -> None:
        """Stand ready."""
        super().__init__(parent_window)
        self.paper = "a4"
        self.marking = ""
        self.folder = paths.documents()
        self.theme: Theme = LIGHT
        self._session = session
        self._tasks = tasks
        self._window = parent_window
        self._progress: QProgressDialog | None = None
        self._is_busy = False
        self.last_briefs: tuple[LastBrief, ...] = ()
        self._choice = ExportChoice(self.paper, self.marking, self.folder)

    def export(self) -> None:
        """Ask how and where, then write a brief for each pair on the screen."""
        if self._is_busy:
            return
        self._is_busy = True
        if self._session.observations_fault:
            self._tell_of_no_series()
        elif self._session.observations is None:
            self._wait_for_series()
        else:
            self._ask()

    def _wait_for_series(self) -> None:
        """Wait until the series are read; the user may give up waiting."""
        progress = self._show_progress("Reading the series…", 0)
        self._session.observations_changed.connect(
            self._series_came, Qt.ConnectionType.SingleShotConnection
        )
        self._session.observations_failed.connect(self._tell_of_no_series)
        progress.canceled.connect(self._give_up_waiting)

    def _tell_of_no_series(self) -> None:
        """Say that there will be no briefs: they need the series for their charts."""
        if self._progress is not None:
            self._stop_waiting()
        words = f"{NO_SERIES}\n\n{self._session.observations_fault}"
        self._tell_failed(ExportError(words))

    def _stop_waiting(self) -> None:
        self._session.observations_changed.disconnect(self._series_came)
        self._session.observations_failed.disconnect(self._tell_of_no_series)

    def _give_up_waiting(self) -> None:
        self._stop_waiting()
        self._end(())

    def _series_came(self) -> None:
        self._session.observations_failed.disconnect(self._tell_of_no_series)
        if self._progress is not None:
            self._progress.canceled.disconnect(self._give_up_waiting)
        self._close_progress()
        self._ask()

    def _ask(self) -> None:
        pairs = self._pairs()
        names = tuple(self._name(*pair) for pair in pairs)
        place = self.folder / f"{file_name(names[0])}.pdf" if len(pairs) == 1 else self.folder
        own_notes = False if self._session.workspace.notes else None
        proposed = ExportChoice(
            self.paper, self.marking, place, own_notes, self._choice.appendices
        )
        dialog = ExportDialog(names, proposed, self._since_choices(), self.theme, self._window)
        dialog.setObjectName("export")
        dialog.chosen.connect(partial(self._take, pairs))
        dialog.rejected.connect(self._give_up)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _give_up(self) -> None:
        self._end(())

    def _take(self, pairs: tuple[tuple[str, str], ...], choice: ExportChoice) -> None:
        """Go ahead with a choice, unless files are in the way and the user wants to keep them."""
        is_one = len(pairs) == 1
        place = choice.place
        if is_one and place.suffix.lower() != ".pdf":
            place = place.with_name(f"{place.name}.pdf")
        self.paper, self.marking = choice.paper, choice.marking
        self._choice = choice
        self.choices_changed.emit()
        jobs = tuple(
            Job(*pair, place if is_one else place / f"{file_name(self._name(*pair))}.pdf")
            for pair in pairs
        )
        in_the_way = [job.path for job in jobs if job.path.exists()]
        if in_the_way:
            self._ask_to_replace(jobs, in_the_way)
        else:
            self._start(jobs)

    def _ask_to_replace(self, jobs: tuple[Job, ...], in_the_way: list[Path]) -> None:
        names = "\n".join(path.name for path in in_the_way)
        many = "this file" if len(in_the_way) == 1 else f"these {len(in_the_way)} files"
        box = self._box(
            QMessageBox.Icon.Question, f"Replace {many} in {in_the_way[0].parent}?\n\n{names}"
        )
        yes = box.addButton("&Replace", QMessageBox.ButtonRole.DestructiveRole)
        again = box.addButton("&Choose another name", QMessageBox.ButtonRole.ActionRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        allowed = tuple(replace(job, may_replace=job.path in in_the_way) for job in jobs)
        yes.clicked.connect(partial(self._start, allowed))
        again.clicked.connect(self._ask)
        cancel.clicked.connect(self._give_up)
        box.open()

    def _start(self, jobs: tuple[Job, ...], _checked: object = None) -> None:
        session = self._session
        order = _Order(
            session.atlas,
            session.observations,
            session.workspace,
            self._choice,
            jobs,
        )
        task = Task("export", partial(_write_all, order))
        dialog = self._show_progress("Composing the brief…", _SCALE * len(jobs))
        task.progress.moved.connect(self._show_step)
        dialog.canceled.connect(task.cancel)
        task.done.connect(partial(self._tell_done, order))
        task.failed.connect(self._tell_failed)
        task.cancelled.connect(self._give_up)
        task.stale.connect(self._give_up)
        self._tasks.start(task)

    def _show_step(self, done: int, total: int, words: str) -> None:
        if self._progress is not None:
            self._progress.setMaximum(total)
            self._progress.setLabelText(words)
            self._progress.setValue(min(done, total - 1))

    def _tell_done(self, order: _Order, written: tuple[Path, ...]) -> None:
        self._end(written)
        self.briefs_made.emit(_last_briefs(order))
        first = written[0]
        self.folder = first.parent  # only a folder that took a file is worth remembering
        self.choices_changed.emit()
        words = f"Saved {first.name}." if len(written) == 1 else f"Saved {len(written)} briefs."
        box = self._box(QMessageBox.Icon.Information, f"{words}\n\nThey are in {first.parent}")
        if len(written) == 1:
            box.setText(f"{words}\n\nIt is in {first.parent}")
            show = box.addButton("&Open file", QMessageBox.ButtonRole.ActionRole)
            show.clicked.connect(partial(_open, first))
        folder = box.addButton("&Show folder", QMessageBox.ButtonRole.ActionRole)
        folder.clicked.connect(partial(_open, first.parent))
        close = box.addButton(QMessageBox.StandardButton.Close)
        box.setDefaultButton(close)
        box.setEscapeButton(close)
        box.open()

    def _tell_failed(self, error: Exception) -> None:
        self._end(())
        if isinstance(error, ExplorerError):
            words = str(error)
        else:
            words = f"The brief could not be made. This is a fault of the app: {error!r}"
        self._box(QMessageBox.Icon.Warning, words).open()

    def _end(self, written: tuple[Path, ...]) -> None:
        self._close_progress()
        self._is_busy = False
        self.finished.emit(written)

    def _box(self, icon: QMessageBox.Icon, words: str) -> QMessageBox:
        box = QMessageBox(icon, TITLE, words, parent=self._window)
        box.setObjectName("export message")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.finished.connect(box.deleteLater)
        return box

    def _show_progress(self, words: str, total: int) -> QProgressDialog:
        dialog = QProgressDialog(words, "Cancel", 0, total, self._window)
        dialog.setWindowTitle(TITLE)
        dialog.setObjectName("export progress")
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(0)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.setMinimumWidth(380)
        dialog.setAccessibleName("Progress of the export")
        dialog.setValue(0)
        dialog.show()
        self._progress = dialog
        return dialog

    def _close_progress(self) -> None:
        if self._progress is not None:
            self._progress.blockSignals(True)  # closing is no cancel
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None

    def _since_choices(self) -> SinceChoices:
        """Offer days since which a brief may tell what changed."""
        session, pairs = self._session, self._pairs()
        until = session.as_of or session.newest.subject.as_of
        briefs = [
            BriefMade(each.baseline, each.comparator, date.fromisoformat(each.day), each.edition)
            for each in self.last_briefs
        ]
        states = session.view.shown
        return SinceChoices(since_choices(session.newest, until, pairs, states, briefs), until)

    def _pairs(self) -> tuple[tuple[str, str], ...]:
        view = self._session.view
        return tuple((view.baseline, iso3) for iso3 in view.comparators)

    def _name(self, baseline: str, comparator: str) -> str:
        """Name a brief by its pair, and by the scenario that it is made under."""
        atlas = self._session.atlas
        pair = f"{country_name(atlas, baseline)} and {country_name(atlas, comparator)}"
        workspace = self._session.workspace
        what_if, _ = followed(atlas, workspace.what_if)
        scenario = scenario_title(atlas, replace(workspace, what_if=what_if))
        day = self._session.as_of
        as_of = f"as of {day.isoformat()}" if day else ""
        return ", ".join(each for each in (pair, scenario, as_of) if each)


def _last_briefs(order: _Order) -> tuple[LastBrief, ...]:
    """Give what is to be remembered of the briefs of an order."""
    subject = order.atlas.subject
    day = (subject.seen_on or subject.as_of).isoformat()
    return tuple(
        LastBrief(job.baseline, job.comparator, day, subject.edition) for job in order.jobs
    )


def _open(path: Path, _checked: object = None) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _write_all(order: _Order, progress: Progress) -> tuple[Path, ...]:
    """Compose and write each brief, in a thread; those written before a cancel stay."""
    from explorer.domain.observations import Observations
    from explorer.packs.rows import PackFiles
    from explorer.pages.brief import BriefOptions, compose_brief
    from explorer.report import write_brief

    if not isinstance(order.observations, Observations):
        raise TypeError("the series are not Observations")
    choice = order.choice
    options = BriefOptions(
        choice.paper,
        choice.marking,
        own_notes=bool(choice.own_notes),
        events=choice.appendices,
        since=choice.since,
        files=PackFiles(paths.bundled_pack()) if choice.appendices else None,
    )
    whole = _SCALE * len(order.jobs)
    written: list[Path] = []
    for at, job in enumerate(order.jobs):
        progress.step(_SCALE * at, whole, f"Composing {job.path.name}")
        brief = compose_brief(
            order.atlas,
            order.observations,
            order.workspace,
            job.baseline,
            job.comparator,
            options,
        )
        _make_folder(job.path.parent)
        tell = partial(_step, progress, _SCALE * at, whole)
        write_brief(job.path, brief, overwrite=job.may_replace, progress=tell)
        written.append(job.path)
    return tuple(written)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"The folder {folder} could not be made ({reason}); choose another."
        raise ExportError(message) from error


def _step(progress: Progress, before: int, whole: int, done: int, total: int, words: str) -> None:
    """Carry a brief's own progress over to that of all briefs."""
    if done < total:  # once a file is saved it stays, so the last word stops nothing
        progress.step(before + _SCALE * done // max(total, 1), whole, words)
