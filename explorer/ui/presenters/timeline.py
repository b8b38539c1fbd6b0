"""Keeps the view Timeline in step with the session, and its list and card with its axis."""

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from explorer.pages.evidence_items import evidence_item
from explorer.pages.search import Hit
from explorer.pages.tables import as_csv, as_html, as_tsv
from explorer.pages.timeline import Timeline, TimelineEvent, compose_timeline, sieved, within
from explorer.pages.timeline_chart import (
    chart_of,
    first_window,
    source_line,
    standing_words,
    timeline_table,
)
from explorer.ui.panels.timeline import TimelinePanel
from explorer.ui.presenters.chart_file import ChartFilePresenter
from explorer.ui.presenters.detail import open_outside
from explorer.ui.presenters.file_saving import Offer
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper

_SOON_MS = 40
"""A wheel turned fast changes the days shown many times; the list follows once it rests."""
_CSV = {"csv": "Comma-separated values"}
_NAME = "Timeline"


class TimelinePresenter(QObject):
    """Composes the events while the view is in sight; all of it takes some milliseconds.

    Which event is chosen is kept here and nowhere else.
    """

    def __init__(
        self,
        session: Session,
        tasks: TaskDoor,
        themes: ThemeKeeper,
        panel: TimelinePanel,
    ) -> None:
        """Compose once the panel is in sight."""
        super().__init__(panel)
        self._session = session
        self._themes = themes
        self._panel = panel
        self._timeline: Timeline | None = None
        self._of: tuple[object, ...] = ()
        self._key = ""
        self._events: tuple[TimelineEvent, ...] = ()
        self._files = ChartFilePresenter(tasks, themes, panel)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._follow)
        session.view_changed.connect(self._follow_session)
        themes.changed.connect(self._show_theme)
        panel.shown.connect(self._follow_session)
        panel.changed.connect(self._soon.start)
        panel.chosen.connect(self.choose)
        panel.chart_save_wanted.connect(self._files.save)
        panel.csv_wanted.connect(self._save_csv)
        panel.copy_wanted.connect(self._copy)
        panel.evidence_wanted.connect(self._show_evidence)
        panel.link_opened.connect(open_outside)
        panel.set_theme(themes.theme)

    @property
    def key(self) -> str:
        """Give the key of the event chosen, or a blank."""
        return self._key

    @property
    def is_behind(self) -> bool:
        """Say whether the panel has yet to show what it is to show."""
        return self._soon.isActive()

    def choose(self, key: str) -> None:
        """Show an event, or none."""
        self._key = key
        event = self._timeline.event(key) if self._timeline else None
        self._panel.show_event(event, is_any=bool(self._events))

    def open_hit(self, hit: Hit) -> bool:
        """Show an event that was found; `False` for anything else."""
        self._follow_session()
        if self.is_behind:  # else a sieve still to be applied would take the event away again
            self._follow()
        if hit.kind != "event" or self._timeline is None or self._panel.plot is None:
            return False
        event = self._timeline.event(hit.key)
        if event is None:
            return False
        if event not in self._events:
            self._panel.head.clear()
            self._follow()
        self._panel.plot.choose(event.key)
        self.choose(event.key)
        return True

    def _follow_session(self) -> None:
        """Compose the events of the states shown, if they are not those of before."""
        session = self._session
        of = (session.as_of, session.view.shown)
        if not self._panel.isVisible() or of == self._of:
            return
        self._of = of
        self._timeline = compose_timeline(session.atlas, session.view.shown)
        self._panel.show_timeline(self._timeline)
        self._follow()
        self._find_events()

    def _find_events(self) -> None:
        """Show the days of events again where another day leaves none in sight."""
        timeline, plot = self._timeline, self._panel.plot
        if timeline is None or plot is None or within(timeline.events, *plot.window_shown):
            return
        if timeline.events:
            plot.show_days(*first_window(timeline.events))
            self._follow()

    def _follow(self) -> None:
        """Show the events that are wanted, and list those in sight."""
        timeline, panel = self._timeline, self._panel
        if timeline is None:
            return
        self._soon.stop()
        self._events = sieved(timeline.events, panel.head.sieve)
        plot = panel.plot
        window = plot.window_shown if plot is not None else first_window(timeline.events)
        panel.show_chart(chart_of(timeline, self._events, window, rows=panel.rows))
        seen = within(self._events, *window)
        panel.show_events(seen, standing_words(timeline, self._events, window))
        is_there = any(each.key == self._key for each in self._events)
        self.choose(self._key if is_there else "")

    def _table_title(self) -> str:
        return f"{_NAME}: {self._panel.list.accessibleName().lower()}"

    def _save_csv(self) -> None:
        # Spreadsheets take a file for UTF-8 by its mark at the front.
        content = as_csv(timeline_table(self._panel.list.events)).encode("utf-8-sig")
        self._files.ask(Offer("Save events", _NAME, _CSV, lambda _: content))

    def _copy(self) -> None:
        """Put the events listed on the clipboard, for a text processor and for a spreadsheet."""
        events = self._panel.list.events
        table = timeline_table(events)
        data = QMimeData()
        data.setText(as_tsv(table))
        data.setHtml(as_html(table, self._table_title(), source_line(events)))
        QGuiApplication.clipboard().setMimeData(data)

    def _show_evidence(self, evidence_id: str) -> None:
        atlas = self._session.atlas
        found = atlas.evidence_by_id.get(evidence_id)
        if found is not None:
            self._panel.card.show_item(evidence_item(atlas, found, cited=False))

    def _show_theme(self) -> None:
        self._panel.set_theme(self._themes.theme)
