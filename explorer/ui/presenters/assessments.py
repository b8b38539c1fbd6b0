"""Keeps the view Assessments in step with the session, and its list and card with its line."""

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

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
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper

_CSV = {"csv": "Comma-separated values"}
_NAME = "Assessments"


class AssessmentsPresenter(QObject):
    """Composes the assessments while the view is in sight; all of it takes a few milliseconds."""

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
        self._themes = themes
        self._panel = panel
        self._page: Assessments | None = None
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
        self._follow_session()
        if hit.kind != "assessment" or self._page is None:
            return False
        if all(each.key != hit.key for each in self._page.items):
            return False
        if all(each.key != hit.key for each in self._items):
            self._panel.head.clear()
            self._follow()
        self.choose(hit.key)
        return True

    def _follow_session(self) -> None:
        """Compose the assessments on the states shown."""
        if not self._panel.isVisible():
            return
        session = self._session
        self._page = compose_assessments(session.atlas, session.view.shown)
        self._panel.show_page(self._page)
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
