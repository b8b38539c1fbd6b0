"""Keeps the details in step with the session: pages, charts, and the user's notes."""

import gc
from datetime import UTC, datetime
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from explorer.pages.charts import Chart
from explorer.pages.detail import ChartsBlock, DetailPage
from explorer.pages.detail_notes import compose_notes
from explorer.pages.detail_page import compose_detail
from explorer.pages.view import Target
from explorer.ui.outlooks import OutlookKeeper
from explorer.ui.panels.detail import DetailPanel
from explorer.ui.presenters.chart_file import ChartFilePresenter
from explorer.ui.session import Session
from explorer.ui.tasks import Progress, Task, TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.chart_frame import WAITING
from explorer.ui.widgets.source_link import is_safe
from explorer.workspace.edits import write_note

SETTLE_MS = 1000
"""A pause in typing that ends a step: what comes after it is undone by itself."""
UNKNOWN_SERIES = "This series is not in the data."
NO_SERIES = "The series could not be read, so no chart is shown."
_DRAWER = "explorer.ui.charts.lines"
_GROUND = ("multiprocessing.connection", "pydoc", "socket", "xml.etree.ElementTree")


class DetailPresenter(QObject):
    """Composes the page of what is selected, chooses its chart, and edits the user's notes.

    The grid is what the eye is on, so it is painted first: the details follow in a later turn of
    the event loop, once for all that changed by then, and only while the panel is in sight.
    A page takes one or two milliseconds and a chart about one, so both are made on the GUI thread.
    What the first chart needs is imported when the series arrive: what knows no Qt in a thread,
    pyqtgraph itself on the GUI thread.
    """

    ready = Signal()
    """The first chart is drawn, or cannot be: what else is heavy may begin."""

    def __init__(
        self,
        session: Session,
        tasks: TaskDoor,
        themes: ThemeKeeper,
        panel: DetailPanel,
        outlooks: OutlookKeeper | None = None,
    ) -> None:
        """Show the session's selection at once; without `outlooks` it is as the pack has it."""
        super().__init__(panel)
        self._session = session
        self._outlooks = outlooks
        self._tasks = tasks
        self._themes = themes
        self._panel = panel
        self._chosen: dict[tuple[str, ...], str] = {}
        self._refs: tuple[str, ...] = ()
        self._can_draw = False
        self._is_writing = False
        self._files = ChartFilePresenter(tasks, themes, panel)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLE_MS)
        self._pause.timeout.connect(session.settle)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._follow)
        self._is_due = True
        self._shown = (session.view, session.selection)
        self._judgements = session.workspace.judgements
        self._connect(session, panel, outlooks)
        themes.changed.connect(self._show_theme)
        panel.set_theme(themes.theme)
        self._follow()
        self._get_ready()

    def _connect(
        self, session: Session, panel: DetailPanel, outlooks: OutlookKeeper | None
    ) -> None:
        """Listen to what is looked at, to the forecasts, and to what the user does here."""
        session.selection_changed.connect(self._follow_soon)
        session.view_changed.connect(self._follow_soon)
        session.workspace_changed.connect(self._show_workspace)
        session.observations_changed.connect(self._get_ready)
        session.observations_failed.connect(self._say_unread)
        if outlooks is not None:
            outlooks.changed.connect(self._follow_soon)
            outlooks.intervals_changed.connect(self._follow_intervals)
        panel.shown.connect(self._follow_soon_if_due)
        panel.chart_chosen.connect(self.choose_chart)
        panel.chart_save_wanted.connect(self._files.save)
        panel.note_edited.connect(self._write)
        panel.note_left.connect(session.settle)
        panel.undo_wanted.connect(session.undo)
        panel.redo_wanted.connect(session.redo)
        panel.link_opened.connect(open_outside)

    @property
    def is_behind(self) -> bool:
        """Say whether the panel has yet to show what the session looks at."""
        return self._is_due

    def _say_unread(self) -> None:
        """Say in the place of the charts that the series could not be read."""
        self._panel.show_chart(None, NO_SERIES)

    def begin_note(self) -> None:
        """Let the user write on what is selected now, which must be in its place for that."""
        if self._is_due:
            self._catch_up()
        self._panel.focus_note()

    def lead_to(self, series: str) -> None:
        """Lead to a series of what is selected now; one that the details do not have is let be."""
        if self._is_due:
            self._catch_up()
        if series in self._refs:
            self.choose_chart(series)
            self._panel.show_charts()

    def choose_chart(self, ref: str) -> None:
        """Draw another series; it stays chosen for this selection's series while the app runs."""
        if self._refs:
            self._chosen[self._refs] = ref
        self._panel.show_chosen(ref)
        self._show_chart(ref)

    def _follow_soon(self) -> None:
        """Show what is looked at in a later turn; several changes are shown once."""
        self._is_due = True
        if self._panel.isVisible():
            self._soon.start()

    def _follow_soon_if_due(self) -> None:
        if self._is_due:
            self._follow_soon()

    def _follow_intervals(self) -> None:
        """Show the intervals once they are drawn, where the likely outcomes are looked at."""
        if self._session.selection.kind == "outcome":
            self._follow_soon()

    def _follow(self) -> None:
        """Show what is looked at, unless nobody sees it."""
        if self._is_due and self._panel.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        self._is_due = False
        self._soon.stop()
        self._show_page()

    def _show_page(self) -> None:
        session = self._session
        self._shown = (session.view, session.selection)
        keeper = self._outlooks
        page = compose_detail(
            session.atlas,
            session.workspace,
            session.view,
            session.selection,
            keeper.outlook if keeper else None,
            keeper.intervals if keeper else None,
        )
        self._refs = _refs(page)
        self._panel.show_page(page)
        self._show_first()

    def _show_first(self) -> None:
        """Draw the series chosen before, or else the first that compares."""
        if not self._refs:
            return
        ref = self._chosen.get(self._refs) or _first(self._session, self._refs)
        self._panel.show_chosen(ref)
        self._show_chart(ref)

    def _show_chart(self, ref: str) -> None:
        observations = self._session.observations
        if observations is None or not self._can_draw:
            self._panel.show_chart(
                None, NO_SERIES if self._session.observations_fault else WAITING
            )
            return
        chart = _series_chart(self._session, observations, ref)
        if chart is None:
            self._panel.show_chart(None, UNKNOWN_SERIES)
        else:
            self._panel.show_chart(chart)

    def _show_workspace(self) -> None:
        """Show what undo or redo changed at once, lest a key that follows be written over it.

        What is being typed is on the screen already. The reasons name the user's own judgement,
        also one kept apart, which changes no forecast.
        """
        judgements = self._session.workspace.judgements
        if judgements != self._judgements:
            self._judgements = judgements
            self._follow_soon()
        if not self._is_writing:
            session = self._session
            notes = compose_notes(session.atlas, session.workspace, *self._shown)
            self._panel.notes.show_block(notes)

    def _show_theme(self) -> None:
        self._panel.set_theme(self._themes.theme)
        self._show_first()

    def _get_ready(self) -> None:
        """Import what draws, once the series are there."""
        if self._session.observations is None or self._can_draw:
            return
        task = Task("drawing charts", _import_ground)
        task.done.connect(self._begin_to_draw)
        task.failed.connect(self._give_way)
        self._tasks.start(task)

    def _begin_to_draw(self, _done: object) -> None:
        _import_drawer()
        self._can_draw = True
        self._show_first()
        self.ready.emit()

    def _give_way(self, _error: object) -> None:
        self.ready.emit()

    def _write(self, target: Target, text: str) -> None:
        """Take a keystroke: one burst of typing is one step."""
        session = self._session
        self._is_writing = True
        session.edit(
            write_note(session.workspace, str(target), text, datetime.now(UTC)),
            merge_key=f"note {target}",
        )
        self._is_writing = False
        self._pause.start()


def open_outside(address: str) -> None:
    """Open a web page or a mail address in the system's own program; nothing else is opened."""
    if is_safe(address):
        QDesktopServices.openUrl(QUrl(address))


def _refs(page: DetailPage) -> tuple[str, ...]:
    """Give the series that a page offers."""
    blocks = (block for block in page.blocks if isinstance(block, ChartsBlock))
    return tuple(choice.ref for block in blocks for choice in block.choices)


def _first(session: Session, refs: tuple[str, ...]) -> str:
    """Give the series to draw at first; any will do until the series are read."""
    from explorer.domain.observations import Observations
    from explorer.pages.detail_series import first_shown

    found = session.observations
    if not isinstance(found, Observations):
        return refs[0]
    return first_shown(found, refs, session.view.shown)


def _series_chart(session: Session, observations: object, ref: str) -> Chart | None:
    """Give a series as a chart, or `None` where the pack has no such series."""
    from explorer.domain.observations import Observations
    from explorer.pages.series import series_chart

    if not isinstance(observations, Observations):
        return None
    try:
        return series_chart(session.atlas, observations, ref, session.view.shown)
    except (KeyError, ValueError):
        return None


def _import_ground(_progress: Progress) -> None:
    """Import what pyqtgraph stands on and is no part of Qt, which is half of the wait for it."""
    for name in _GROUND:
        import_module(name)


def _import_drawer() -> None:
    """Import pyqtgraph on the GUI thread, which it holds once for about 70 ms.

    It makes Qt's types known as it goes, and PySide6 may crash where two threads do that: of forty
    starts with this import in a thread, four ended in a segmentation fault. Looking for waste
    among all that pandas has made would double the wait.
    """
    was_collecting = gc.isenabled()
    gc.disable()
    import_module(_DRAWER)
    if was_collecting:
        gc.enable()
