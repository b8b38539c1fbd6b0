"""Keeps the view Map in step with the session; the outlines are read when it is first opened."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.packs.geography import read_geography
from explorer.pages.map import Plane, compose_map, plane_of
from explorer.pages.map_values import map_choices
from explorer.ui.outlooks import OutlookKeeper
from explorer.ui.panels.map import MapPanel
from explorer.ui.panels.map.panel import WAITING
from explorer.ui.presenters.chart_file import ChartFilePresenter
from explorer.ui.session import Session
from explorer.ui.tasks import Progress, Task, TaskDoor
from explorer.ui.theme import ThemeKeeper

NO_MAP = "This pack holds no outlines of states, so there is no map of it."
READING = "Reading the figures…"


class MapPresenter(QObject):
    """Composes the map while the view is in sight; that takes some milliseconds.

    Reading and projecting the outlines takes longer, and is done once, off the GUI thread.
    `ready` comes once they are there.
    """

    ready = Signal()

    def __init__(
        self,
        session: Session,
        outlooks: OutlookKeeper,
        tasks: TaskDoor,
        themes: ThemeKeeper,
        panel: MapPanel,
    ) -> None:
        """Begin once the panel is in sight."""
        super().__init__(panel)
        self._session = session
        self._outlooks = outlooks
        self._tasks = tasks
        self._themes = themes
        self._panel = panel
        self._plane: Plane | None = None
        self._fault = ""
        self._reading: Task[Plane] | None = None
        self._files = ChartFilePresenter(tasks, themes, panel)
        session.view_changed.connect(self._follow)
        session.observations_changed.connect(self._follow)
        session.observations_failed.connect(self._follow)
        outlooks.changed.connect(self._follow)
        themes.changed.connect(self._show_theme)
        panel.shown.connect(self._follow)
        panel.changed.connect(self._follow)
        panel.chart_save_wanted.connect(self._files.save)
        panel.set_theme(themes.theme)

    @property
    def plane(self) -> Plane | None:
        """Give the outlines on the plane, or `None` while they are being read."""
        return self._plane

    def _follow(self) -> None:
        """Show the map of what is chosen, as of the day that is looked at."""
        panel, session = self._panel, self._session
        if not panel.isVisible():
            return
        panel.head.show_choices(map_choices(session.atlas))
        if self._plane is None:
            self._read()
            panel.show_fault(self._fault or WAITING)
            return
        choice = panel.head.choice
        observations = session.observations
        held = observations if isinstance(observations, Observations) else None
        if choice is None or not self._plane.geography.outlines:
            panel.show_fault(NO_MAP)
        elif choice.kind == "indicator" and held is None:
            panel.show_fault(session.observations_fault or READING)
        else:
            outlook = self._outlooks.outlook
            chart = compose_map(session.atlas, outlook, held, self._plane, choice)
            if chart is not None:
                panel.show_chart(chart)

    def _read(self) -> None:
        """Have the outlines read, once."""
        if self._reading is not None:
            return
        work = partial(_plane_of_pack, self._session.newest)
        self._reading = self._tasks.start(Task("map", work))
        self._reading.done.connect(self._take)
        self._reading.failed.connect(self._tell)

    def _take(self, plane: Plane) -> None:
        self._plane = plane
        self._follow()
        self.ready.emit()

    def _tell(self, error: object) -> None:
        self._fault = str(error)
        self._panel.show_fault(self._fault)

    def _show_theme(self) -> None:
        self._panel.set_theme(self._themes.theme)


def _plane_of_pack(atlas: Atlas, _progress: Progress) -> Plane:
    return plane_of(read_geography(paths.bundled_pack(), atlas))
