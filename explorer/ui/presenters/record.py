"""Keeps the view Record in step with the session: questions, the chosen one, the scores."""

from PySide6.QtCore import QObject

from explorer.pages.record import (
    QuestionList,
    compose_question,
    compose_question_list,
    record_as_of,
)
from explorer.pages.record_questions import Shown
from explorer.pages.record_scores import compose_scores
from explorer.pages.search import Hit
from explorer.ui.panels.record import RecordPanel
from explorer.ui.presenters.chart_file import ChartFilePresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import Workspace

_SHOWN: dict[str, Shown] = {
    "all": "all",
    "open": "open",
    "resolved": "resolved",
    "mine": "mine",
}


class RecordPresenter(QObject):
    """Composes list, question and scores while the panel is in sight.

    What is asked for is a way of looking: it is no step to undo, and is kept while the app runs.
    """

    def __init__(
        self, session: Session, tasks: TaskDoor, themes: ThemeKeeper, panel: RecordPanel
    ) -> None:
        """Compose everything once the panel is in sight."""
        super().__init__(panel)
        self._session = session
        self._themes = themes
        self._panel = panel
        self._chosen = ""
        self._is_stale = True
        self._charts = ChartFilePresenter(tasks, themes, panel)
        panel.shown.connect(self._fill)
        panel.chart_save_wanted.connect(self._charts.save)
        panel.head.asked.connect(self.fill_anew)
        panel.head.face_chosen.connect(self._show_face)
        panel.rows.chosen.connect(self._choose)
        session.workspace_changed.connect(self._follow)
        session.view_changed.connect(self._follow)
        themes.changed.connect(self._show_theme)
        panel.set_theme(themes.theme)

    @property
    def panel(self) -> RecordPanel:
        """Give the panel that it fills."""
        return self._panel

    @property
    def chosen(self) -> str:
        """Give the id of the question that is shown; blank for none."""
        return self._chosen

    def goal(self) -> str:
        """Give the goal of a “Where from?” of the question that is shown; blank for none."""
        page = self._panel.detail.page
        return page.goal if page else ""

    def show_question(self, key: str) -> None:
        """Show a question; where the filters hide it, they are cleared."""
        self._panel.show_face("questions")
        self._chosen = key
        self._panel.head.show_said("", is_wrong=False)
        if all(row.key != key for row in self._list().rows):
            self._panel.head.show_all()
        self.fill_anew()

    def open_hit(self, hit: Hit) -> bool:
        """Show a question that was found; `False` for anything else, and for one not there."""
        if hit.kind != "question":
            return False
        found = compose_question(self._session.atlas, self._workspace(), hit.key)
        if found is None:
            return False
        self.show_question(hit.key)
        return True

    def fill_anew(self) -> None:
        """Compose what is shown."""
        self._is_stale = False
        panel, session = self._panel, self._session
        found = self._list()
        panel.head.count.setText(found.counts)
        panel.head.show_states(found.states)
        if found.rows and all(row.key != self._chosen for row in found.rows):
            self._chosen = found.rows[0].key
        panel.rows.show_rows(found.rows, self._chosen)
        panel.show_nothing(is_nothing=not found.rows)
        page = None
        if found.rows:
            page = compose_question(session.atlas, self._workspace(), self._chosen, session.as_of)
        panel.detail.show_page(page)
        if panel.face == "scores":
            panel.scores.show_page(compose_scores(session.atlas, self._workspace()))

    def _list(self) -> QuestionList:
        head = self._panel.head
        shown = _SHOWN.get(head.shown.key, "all")
        return compose_question_list(self._session.atlas, self._workspace(), shown, head.iso3)

    def _workspace(self) -> Workspace:
        return record_as_of(self._session.workspace, self._session.as_of)

    def _choose(self, key: str) -> None:
        self._chosen = key
        self._session.settle()
        self.fill_anew()

    def _show_face(self, face: str) -> None:
        self._panel.show_face(face)
        self.fill_anew()

    def _follow(self) -> None:
        self._is_stale = True
        if self._panel.isVisible():
            self.fill_anew()

    def _fill(self) -> None:
        if self._is_stale:
            self.fill_anew()

    def _show_theme(self) -> None:
        self._panel.set_theme(self._themes.theme)
