"""Keeps the view Evidence in step with the session: what is asked for, found and shown of it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from explorer.pages.balance import compose_balance_course, compose_balance_grid
from explorer.pages.evidence_detail import EvidenceDetail, compose_evidence_detail
from explorer.pages.evidence_filters import Choice, asked_of, asked_words, filter_choices
from explorer.pages.evidence_table import (
    COLUMNS,
    Column,
    EvidenceFilter,
    EvidenceRow,
    Ledger,
    compose_ledger,
    count_words,
    evidence_table,
)
from explorer.pages.search import Hit
from explorer.pages.tables import as_csv, as_html, as_tsv
from explorer.ui.panels.evidence import EvidencePanel
from explorer.ui.presenters.chart_file import ChartFilePresenter
from explorer.ui.presenters.detail import open_outside
from explorer.ui.presenters.file_saving import FileSaver, Offer
from explorer.ui.session import Session
from explorer.ui.tasks import Task, TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import Verdict
from explorer.workspace.evidence import VERDICTS, set_remark

_CSV = {"csv": "Comma-separated values"}
_NAMES: dict[str, Column] = {name: name for name, _ in COLUMNS}


class EvidencePresenter(QObject):
    """Composes rows, detail and balance while the panel is in sight.

    What is asked for is a way of looking: it is no step to undo, and is kept while the app runs.
    `jump_wanted` carries a Target, or the name of a view. `acted` hands on the actions that are
    of the user's own items: add, export, import.
    """

    jump_wanted = Signal(object)
    acted = Signal(str)

    def __init__(
        self, session: Session, tasks: TaskDoor, themes: ThemeKeeper, panel: EvidencePanel
    ) -> None:
        """Compose everything once the panel is in sight."""
        super().__init__(panel)
        self._session = session
        self._tasks = tasks
        self._themes = themes
        self._panel = panel
        self._ledger: Ledger | None = None
        self._choices: Mapping[str, tuple[Choice, ...]] = {}
        self._wanted = EvidenceFilter()
        self._sort: tuple[Column, bool] = ("date", True)
        self._rows: tuple[EvidenceRow, ...] = ()
        self._chosen = ""
        self._source = ""
        self._ground = _ground(session)
        self._is_ready = False
        self._files = FileSaver(tasks, panel)
        self._charts = ChartFilePresenter(tasks, themes, panel)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show_detail)
        self._connect()
        panel.set_theme(themes.theme)
        panel.table.show_sort("date", descending=True)

    @property
    def panel(self) -> EvidencePanel:
        """Give the panel that it fills."""
        return self._panel

    @property
    def rows(self) -> tuple[EvidenceRow, ...]:
        """Give the rows that are shown."""
        return self._rows

    @property
    def chosen(self) -> str:
        """Give the id of the item that the detail is of."""
        return self._chosen

    def show_item(self, evidence_id: str) -> None:
        """Show an item; where the filters hide it, they are cleared."""
        self._panel.show_face("items")
        self._chosen = evidence_id
        self._fill()
        if self._ledger is None:
            return
        if all(row.id != evidence_id for row in self._rows):
            self.clear()
        self._panel.table.go_to(evidence_id)
        self._show_detail()

    def open_hit(self, hit: Hit) -> bool:
        """Show an item that was found, or the items of a source; `False` for anything else."""
        if hit.kind == "source":
            self._panel.show_face("items")
            self._source = hit.key
            self._fill()
            self._show_wanted_source()
        elif hit.kind in {"evidence", "own_evidence", "remark"}:
            self.show_item(hit.key)
        else:
            return False
        return True

    def clear(self) -> None:
        """Ask for all items."""
        self._panel.head.show_nothing_asked()
        self.ask()

    def ask(self) -> None:
        """Take what is chosen and typed, and show what passes."""
        head = self._panel.head
        self._wanted, fault = asked_of(
            head.chosen, head.text.text(), head.since.text(), head.until.text()
        )
        self._find(fault)

    def sort(self, column: str, descending: bool) -> None:  # noqa: FBT001 - a slot's arguments come by place
        """Sort by a column."""
        self._sort = (_NAMES[column], descending)
        self._find()

    def _connect(self) -> None:
        panel, head, table, detail = (
            self._panel,
            self._panel.head,
            self._panel.table,
            self._panel.detail,
        )
        panel.shown.connect(self._fill)
        panel.chart_save_wanted.connect(self._charts.save)
        head.asked.connect(self.ask)
        head.cleared.connect(self.clear)
        head.sort_wanted.connect(self.sort)
        head.face_chosen.connect(self._show_face)
        head.acted.connect(self._act)
        table.sort_wanted.connect(self.sort)
        table.item_chosen.connect(self._choose)
        detail.item_wanted.connect(self.show_item)
        detail.source_wanted.connect(self._show_source)
        detail.link_opened.connect(open_outside)
        detail.jump_wanted.connect(self.jump_wanted)
        detail.remark.verdict_chosen.connect(self._mark)
        detail.remark.comment_typed.connect(self._comment)
        detail.remark.settled.connect(self._session.settle)
        detail.remark.undo_wanted.connect(self._session.undo)
        detail.remark.redo_wanted.connect(self._session.redo)
        self._session.workspace_changed.connect(self._follow)
        self._session.view_changed.connect(self._follow)
        self._themes.changed.connect(self._show_theme)

    def _follow(self) -> None:
        """Follow the user's remarks and own items; nothing else of the workspace is shown."""
        ground = _ground(self._session)
        if ground != self._ground:
            self._ground = ground
            self._ledger = None
            if self._panel.isVisible():
                self._fill()

    def _fill(self) -> None:
        """Compose the rows if they are not those of the workspace.

        The first time takes longer, since every text is made ready to be searched: it goes
        through the door.
        """
        if self._ledger is not None:
            return
        session = self._session
        if self._is_ready:
            self._take(compose_ledger(session.atlas, session.workspace))
            return
        atlas, workspace = session.atlas, session.workspace
        task = Task("evidence", lambda _: compose_ledger(atlas, workspace))
        task.done.connect(partial(self._take_first, self._ground))
        self._tasks.start(task)

    def _take_first(self, ground: object, ledger: Ledger) -> None:
        """Take the first rows, unless the user's part of them has changed meanwhile."""
        self._is_ready = True
        if ground == self._ground:
            self._take(ledger)
        else:
            self._fill()

    def _take(self, ledger: Ledger) -> None:
        session, head = self._session, self._panel.head
        self._ledger = ledger
        self._choices = filter_choices(session.atlas, session.workspace, self._ledger.rows)
        head.show_choices(self._choices)
        workspace = session.workspace
        head.show_mine(has_any=bool(workspace.own_evidence or workspace.remarks))
        self.ask()
        self._show_wanted_source()

    def _find(self, fault: str = "") -> None:
        if self._ledger is None:
            return
        panel = self._panel
        column, descending = self._sort
        self._rows = self._ledger.find(self._wanted, column, descending=descending)
        if self._rows and all(row.id != self._chosen for row in self._rows):
            self._chosen = self._rows[0].id
        panel.table.show_rows(self._rows, self._chosen)
        panel.table.show_sort(column, descending=descending)
        panel.head.show_sort(column, descending=descending)
        panel.show_nothing(is_nothing=not self._rows)
        words = f"{count_words(len(self._rows), len(self._ledger.rows))} items"
        panel.head.show_count(words, fault, is_filtered=not self._wanted.is_empty or bool(fault))
        if panel.face == "balance":
            self._show_balance()
        self._soon.start()

    def _choose(self, evidence_id: str) -> None:
        if evidence_id != self._chosen:
            self._chosen = evidence_id
            self._session.settle()
            self._soon.start()

    def _show_detail(self) -> None:
        self._soon.stop()
        self._panel.detail.show_detail(self._detail() if self._rows else None)

    def _detail(self) -> EvidenceDetail | None:
        session = self._session
        return compose_evidence_detail(session.atlas, session.workspace, self._chosen)

    def _show_wanted_source(self) -> None:
        """Show the items of the source that was found, once there are rows."""
        if self._ledger is not None and self._source:
            source, self._source = self._source, ""
            self._show_source(source)

    def _show_source(self, source_id: str) -> None:
        """Show the items of one source, and no others."""
        self._panel.head.choose("sources", source_id)
        self.ask()

    def _show_face(self, face: str) -> None:
        self._panel.show_face(face)
        if face == "balance":
            self._show_balance()

    def _show_balance(self) -> None:
        atlas, asked = self._session.atlas, self._asked()
        self._panel.show_balance(
            compose_balance_grid(atlas, self._rows, asked),
            compose_balance_course(atlas, self._rows, asked),
        )

    def _asked(self) -> str:
        return asked_words(self._choices, self._panel.head.chosen, self._wanted)

    def _mark(self, evidence_id: str, chosen: str) -> None:
        remark = self._session.workspace.remarks.get(evidence_id)
        comment = remark.comment if remark else ""
        self._session.settle()
        self._remark(evidence_id, VERDICTS[chosen], comment)

    def _comment(self, evidence_id: str, text: str) -> None:
        remark = self._session.workspace.remarks.get(evidence_id)
        verdict = remark.verdict if remark else ""
        self._remark(evidence_id, verdict, text, f"comment {evidence_id}")

    def _remark(self, key: str, verdict: Verdict, comment: str, merge_key: str = "") -> None:
        edited = set_remark(self._session.workspace, key, verdict, comment, now())
        self._session.edit(edited, merge_key)

    def _act(self, name: str) -> None:
        match name:
            case "copy":
                self._copy()
            case "save":
                self._save()
            case _:
                self.acted.emit(name)

    def _copy(self) -> None:
        """Put the rows on the clipboard, for a text processor and for a spreadsheet."""
        session = self._session
        table = evidence_table(session.atlas, session.workspace, self._rows)
        data = QMimeData()
        data.setText(as_tsv(table))
        data.setHtml(as_html(table, "Evidence", self._aside()))
        QGuiApplication.clipboard().setMimeData(data)

    def _save(self) -> None:
        """Ask for a file and save the rows there, to be read by spreadsheets."""
        session = self._session
        make = partial(_file_of, session, self._rows)
        self._files.ask(Offer("Save evidence", f"Evidence, {self._asked()}", _CSV, make))

    def _aside(self) -> str:
        total = len(self._ledger.rows) if self._ledger else 0
        edition = self._session.atlas.subject.edition
        return (
            f"{count_words(len(self._rows), total)} items ({self._asked()}). "
            f"Bundled evidence, edition {edition}."
        )

    def _show_theme(self) -> None:
        self._panel.set_theme(self._themes.theme)


def now() -> datetime:
    """Give the time of an edit, in the user's own zone."""
    return datetime.now(UTC).astimezone()


def _file_of(session: Session, rows: tuple[EvidenceRow, ...], _kind: str) -> bytes:
    # Spreadsheets take a file for UTF-8 by its mark at the front.
    return as_csv(evidence_table(session.atlas, session.workspace, rows)).encode("utf-8-sig")


def _ground(session: Session) -> tuple[object, ...]:
    """Give what the view shows: items as of the day looked at, and the user's part of them."""
    workspace = session.workspace
    return session.as_of, workspace.remarks, workspace.own_evidence
