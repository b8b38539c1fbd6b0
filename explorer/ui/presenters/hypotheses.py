"""Keeps the matrix of competing hypotheses in step with the session, and takes its edits."""

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from explorer.analysis.hypotheses import COUNTS, Count
from explorer.domain.evidence import MARKS, Mark
from explorer.pages.hypotheses import ORDERS, MatrixPart, Order, compose_matrix
from explorer.pages.tables import as_csv, as_html, as_tsv
from explorer.ui.panels.outcomes.hypotheses import HypothesesSection
from explorer.ui.presenters.file_saving import FileSaver, Offer
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.workspace.marks import clear_marks, set_mark

_CSV = {"csv": "Comma-separated values"}
_MARKS: dict[str, Mark] = {mark: mark for mark in MARKS}


class HypothesesPresenter(QObject):
    """Composes the matrix of one state; each mark that the user sets is a step to undo.

    How it is counted and sorted is a way of looking, so it is no step.
    """

    def __init__(self, session: Session, tasks: TaskDoor, section: HypothesesSection) -> None:
        """Stand ready; nothing is shown before `show_state`."""
        super().__init__(section)
        self._session = session
        self._section = section
        self._files = FileSaver(tasks, section)
        self._iso3 = ""
        self._count: Count = "plain"
        self._order: Order = "diagnosticity"
        self._marks = session.workspace.marks
        self._items = session.workspace.own_evidence
        session.workspace_changed.connect(self._follow)
        session.as_of_changed.connect(self._forget)
        section.mark_chosen.connect(self._set_mark)
        section.marks_cleared.connect(self._clear_marks)
        section.count_chosen.connect(self._choose_count)
        section.order_chosen.connect(self._choose_order)
        section.copy_wanted.connect(self._copy)
        section.save_wanted.connect(self._save)

    def show_state(self, iso3: str) -> None:
        """Show the matrix of a state."""
        if iso3 != self._iso3:
            self._iso3 = iso3
            self._session.settle()
            self._show()

    def _forget(self) -> None:
        """Show the matrix anew when it is asked for next: another day knows other items."""
        self._iso3 = ""

    def _follow(self) -> None:
        workspace = self._session.workspace
        before = (self._marks, self._items)
        self._marks, self._items = workspace.marks, workspace.own_evidence
        if before[1] != self._items and not self._section.isVisible():
            self._forget()  # Own items are edited in another view.
        elif before != (self._marks, self._items):
            self._show()

    def _show(self) -> None:
        if self._iso3:
            self._section.show_part(self._part())

    def _part(self) -> MatrixPart:
        session = self._session
        return compose_matrix(
            session.atlas, session.workspace, self._iso3, self._count, self._order
        )

    def _set_mark(self, evidence_id: str, rung_id: str, chosen: str) -> None:
        workspace, mark = self._session.workspace, _MARKS.get(chosen)
        self._session.edit(set_mark(workspace, self._iso3, evidence_id, rung_id, mark))

    def _clear_marks(self) -> None:
        self._session.edit(clear_marks(self._session.workspace, self._iso3))

    def _choose_count(self, chosen: str) -> None:
        self._count = next(each for each in COUNTS if each == chosen)
        self._show()

    def _choose_order(self, chosen: str) -> None:
        self._order = next(order for order, _ in ORDERS if order == chosen)
        self._show()

    def _copy(self) -> None:
        """Put the matrix on the clipboard, for a text processor and for a spreadsheet."""
        part = self._part()
        data = QMimeData()
        data.setText(as_tsv(part.table))
        data.setHtml(as_html(part.table, part.title, part.aside))
        QGuiApplication.clipboard().setMimeData(data)

    def _save(self) -> None:
        """Ask for a file and save the matrix there, to be read by spreadsheets."""
        part = self._part()
        # Spreadsheets take a file for UTF-8 by its mark at the front.
        content = as_csv(part.table).encode("utf-8-sig")
        self._files.ask(Offer("Save matrix", part.title, _CSV, lambda _: content))
