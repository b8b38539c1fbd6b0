"""Keeps the view Assessments in step with the session, and its list and card with its line."""

from functools import partial

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from explorer.domain.atlas import Atlas
from explorer.pages.assessments import (
    AssessmentItem,
    Assessments,
    assessment_table,
    compose_assessments,
    sieved,
    stance_chart,
)
from explorer.pages.search import Hit
from explorer.pages.tables import Table, as_csv, as_html, as_tsv
from explorer.pages.words import counted
from explorer.ui.panels.assessments import AssessmentsPanel
from explorer.ui.presenters.chart_file import ChartFilePresenter
from explorer.ui.presenters.detail import open_outside
from explorer.ui.presenters.file_saving import Offer
from explorer.ui.session import Session
from explorer.ui.tasks import Task, TaskDoor
from explorer.ui.theme import ThemeKeeper

_CSV = {"csv": "Comma-separated values"}
_NAME = "Assessments"
Ground = tuple[Atlas, tuple[str, ...]]
"""What the assessments are composed from: the Atlas and the states shown."""


class AssessmentsPresenter(QObject):
    """Composes the assessments in a thread while the view is in sight, anew where that changes.

    The view is painted before they come: to build it, to compose them and to draw them at once
    would hold the window for longer than 50 ms.
    """

    def __init__(
        self,
        session: Session,
        tasks: TaskDoor,
        themes: ThemeKeeper,
        panel: AssessmentsPanel,
    ) -> None:
        """Compose once the panel is in sight."""
        super().__init__(panel)
        self._session = session
        self._tasks = tasks
        self._themes = themes
        self._panel = panel
        self._page: Assessments | None = None
        self._ground: Ground | None = None
        self._items: tuple[AssessmentItem, ...] = ()
        self._key = ""
        self._files = ChartFilePresenter(tasks, themes, panel)
        session.view_changed.connect(self._follow_session)
        themes.changed.connect(self._show_theme)
        panel.shown.connect(self._follow_session)
        panel.changed.connect(self._follow)
        panel.chosen.connect(self.choose)
        panel.chart_save_wanted.connect(self._files.save)
        panel.csv_wanted.connect(self._save_csv)
        panel.copy_wanted.connect(self._copy)
        panel.link_opened.connect(open_outside)
        panel.set_theme(themes.theme)

    @property
    def key(self) -> str:
        """Give the key of the assessment chosen, or a blank."""
        return self._key

    @property
    def items(self) -> tuple[AssessmentItem, ...]:
        """Give the assessments in sight."""
        return self._items

    def goal(self) -> str:
        """Name the assessment chosen for the view Sources; a blank where there is none."""
        return next((each.goal for each in self._items if each.key == self._key), "")

    def choose(self, key: str) -> None:
        """Show an assessment, or none."""
        self._key = key
        found = next((each for each in self._items if each.key == key), None)
        self._panel.show_item(found, is_any=bool(self._items))

    def open_hit(self, hit: Hit) -> bool:
        """Show an assessment that was found; `False` for anything else, or on states not shown."""
        if hit.kind != "assessment" or not self._panel.isVisible():
            return False
        if not self._is_current:
            self._take(self._wanted, compose_assessments(*self._wanted))
        if self._page is None or all(each.key != hit.key for each in self._page.items):
            return False
        if all(each.key != hit.key for each in self._items):
            self._panel.head.clear()
            self._follow()
        self.choose(hit.key)
        return True

    @property
    def _wanted(self) -> Ground:
        """Give what is to be shown."""
        return self._session.atlas, self._session.view.shown

    @property
    def _is_current(self) -> bool:
        """Say whether the assessments shown are those wanted; an Atlas is itself or another."""
        atlas, shown = self._wanted
        return self._ground is not None and self._ground[0] is atlas and self._ground[1] == shown

    def _follow_session(self) -> None:
        """Have the assessments on the states shown composed, if they are not those in sight."""
        if not self._panel.isVisible() or self._is_current:
            return
        wanted = self._wanted
        task = Task("assessments", lambda _: compose_assessments(*wanted))
        task.done.connect(partial(self._take, wanted))
        self._tasks.start(task)

    def _take(self, ground: Ground, page: Assessments) -> None:
        """Show what was composed, unless it is there by now."""
        if self._is_current:
            return
        self._ground, self._page = ground, page
        self._panel.show_page(page)
        self._follow()

    def _follow(self) -> None:
        """Show the assessments that are wanted."""
        page, head = self._page, self._panel.head
        if page is None:
            return
        self._items = sieved(page.items, head.state, head.question, head.field.text())
        states = tuple(each for each in page.states if head.state in {"", each[0]})
        if all(each.key != self._key for each in self._items):
            self._key = ""
        found = next((each for each in self._items if each.key == self._key), None)
        self._panel.show_items(self._items, stance_chart(self._items, states), found)
        some = f"{len(self._items)} of {counted(len(page.items), 'assessment')} shown"
        is_all = len(self._items) == len(page.items)
        head.show_standing(page.standing if is_all else some)

    def _table(self) -> Table:
        """Give the list as it stands, sorted as the user has it."""
        by_key = {each.key: each for each in self._items}
        return assessment_table(by_key[row.key] for row in self._panel.list.rows)

    def _save_csv(self) -> None:
        # Spreadsheets take a file for UTF-8 by its mark at the front.
        content = as_csv(self._table()).encode("utf-8-sig")
        self._files.ask(Offer("Save assessments", _NAME, _CSV, lambda _: content))

    def _copy(self) -> None:
        """Put the list on the clipboard, for a text processor and for a spreadsheet."""
        table, data = self._table(), QMimeData()
        data.setText(as_tsv(table))
        data.setHtml(as_html(table, "Assessments: who expects what", "In the pack's words"))
        QGuiApplication.clipboard().setMimeData(data)

    def _show_theme(self) -> None:
        self._panel.set_theme(self._themes.theme)
