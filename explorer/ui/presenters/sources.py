"""Keeps the view Sources in step with the session: its list, the page shown and the way there."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from explorer.packs.rows import PackFiles
from explorer.pages.chain import ChainPage
from explorer.pages.provenance import compose_chain, trail_text
from explorer.pages.search import Hit
from explorer.pages.source_list import (
    SourceRow,
    compose_source_list,
    languages,
    sieved,
    standing_words,
)
from explorer.pages.trace import Thing, parse_thing
from explorer.pages.trace_goals import hit_of
from explorer.pages.trail import Trail, crumbs
from explorer.ui.panels.sources import SourcesPanel
from explorer.ui.presenters.detail import open_outside
from explorer.ui.session import Session
from explorer.ui.tasks import Progress, Task, TaskDoor
from explorer.ui.theme import ThemeKeeper

_CRUMBS = 4


class SourcesPresenter(QObject):
    """Composes the list and the page of what is chosen, both in threads, since they read files.

    The way gone is kept while the app runs, and is no step to undo. `way_wanted` carries a
    Hit, a Target or the name of a view in which the user wants to see the thing.
    """

    way_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        tasks: TaskDoor,
        themes: ThemeKeeper,
        panel: SourcesPanel,
        files: PackFiles,
    ) -> None:
        """Compose once the panel is in sight."""
        super().__init__(panel)
        self._session = session
        self._tasks = tasks
        self._themes = themes
        self._panel = panel
        self._files = files
        self._rows: tuple[SourceRow, ...] = ()
        self._of: object = None
        self._trail = Trail()
        self._entered = -1
        self._offered = ""
        self._pages: dict[str, ChainPage] = {}
        self._ground: tuple[object, object] | None = None
        session.view_changed.connect(self._follow)
        session.workspace_changed.connect(self._follow)
        themes.changed.connect(self._show_theme)
        panel.shown.connect(self._enter)
        panel.side.sieved.connect(self._show_rows)
        panel.side.chosen.connect(self._choose)
        panel.trail.stepped.connect(self._step)
        panel.trail.crumb_chosen.connect(self._go_back_to)
        panel.trail.copy_wanted.connect(self._copy)
        panel.chain.followed.connect(self._follow_link)
        panel.chain.link_opened.connect(open_outside)
        panel.chain.hash_copied.connect(_copy_text)
        panel.chain.way_wanted.connect(self._want_way)
        panel.set_theme(themes.theme)

    @property
    def goal(self) -> str:
        """Give the goal of the page shown, or a blank."""
        return self._trail.here

    def open_thing(self, goal: str) -> None:
        """Begin a way at a thing; a text that names none is let be."""
        if parse_thing(goal) is not None:
            self._begin(goal)
            self._entered = self._trail.at

    def step(self, step: int) -> bool:
        """Go along the way, back (-1) or forward (1), as far as it was gone since the view opened.

        It answers false where the way has no such step; the window then goes to another view.
        """
        trail = self._trail
        can_go = trail.at > self._entered and trail.can_go_back
        if not (can_go if step < 0 else trail.can_go_forward):
            return False
        self._step(step)
        return True

    def _enter(self) -> None:
        """Begin a visit: what was gone before it is no step back within it."""
        self._entered = self._trail.at
        self._follow()

    def open_hit(self, hit: Hit) -> bool:
        """Show a source that was found; `False` for anything else."""
        if hit.kind != "source":
            return False
        self.open_thing(f"source:{hit.key}")
        return True

    def _follow(self) -> None:
        """Show the list and the page of the Atlas, if they are not those of before."""
        if not self._panel.isVisible():
            return
        atlas = self._session.atlas
        if atlas is not self._of:
            self._of = atlas
            task = Task("source list", _list_work(self._session, self._files))
            task.done.connect(self._take_rows)
            self._tasks.start(task)
        self._show_page()

    def _take_rows(self, rows: tuple[SourceRow, ...]) -> None:
        self._rows = rows
        self._panel.side.show_languages(languages(rows))
        self._show_rows()
        if not self._trail.here and self._panel.side.rows.rows:
            self._offered = f"source:{self._panel.side.rows.rows[0].id}"
            self._go(self._trail.begin(self._offered))

    def _show_rows(self) -> None:
        found = sieved(self._rows, self._panel.side.sieve)
        standing = standing_words(len(found), len(self._rows)) if self._rows else ""
        self._panel.side.show_rows(found, standing, self._source)

    @property
    def _source(self) -> str:
        """Give the id of the source shown, or a blank."""
        named = parse_thing(self._trail.here)
        return named.key if named is not None and named.kind == "source" else ""

    def _choose(self, source_id: str) -> None:
        self._begin(f"source:{source_id}")

    def _begin(self, goal: str) -> None:
        """Begin a way; the source shown before any was chosen is no step to go back to."""
        is_untouched = self._trail.steps == (self._offered,)
        self._go((Trail() if is_untouched else self._trail).begin(goal))

    def _follow_link(self, goal: str) -> None:
        self._go(self._trail.go(goal))

    def _step(self, step: int) -> None:
        self._go(self._trail.back() if step < 0 else self._trail.forward())

    def _go_back_to(self, place: int) -> None:
        self._go(self._trail.back_to(place))

    def _go(self, trail: Trail) -> None:
        if trail == self._trail:
            return
        self._trail = trail
        source = self._source
        if source and all(row.id != source for row in self._panel.side.rows.rows):
            self._panel.side.clear()
            self._show_rows()
        self._panel.side.rows.mark(source)
        self._show_page()

    def _show_page(self) -> None:
        """Show the page of where the way is, composed in a thread at the first time.

        Pages are of one Atlas and one workspace: with another of either, all are made anew.
        """
        ground = (self._session.atlas, self._session.workspace)
        if self._ground is None or any(
            a is not b for a, b in zip(ground, self._ground, strict=True)
        ):
            self._ground = ground
            self._pages = {}
        wanted = tuple(goal for goal in self._trail.way if goal not in self._pages)
        if not wanted:
            self._put_page()
            return
        task = Task("chain", _chain_work(self._session, self._files, wanted))
        task.done.connect(partial(self._take_pages, self._pages))
        self._tasks.start(task)

    def _take_pages(self, book: dict[str, ChainPage], pages: dict[str, ChainPage]) -> None:
        """Take pages into the book that they were made for, which may be another by now."""
        book |= pages
        self._show_page()

    def _put_page(self) -> None:
        trail = self._trail
        titles = [self._pages[goal].title for goal in trail.way]
        self._panel.show_page(
            self._pages[trail.here] if trail.here else None,
            crumbs(titles, _CRUMBS),
            can_go_back=trail.can_go_back,
            can_go_forward=trail.can_go_forward,
        )

    def _copy(self) -> None:
        """Put the way gone on the clipboard as text."""
        _copy_text(trail_text(tuple(self._pages[goal] for goal in self._trail.way)))

    def _want_way(self, way: object) -> None:
        """Ask for the view of the thing: for the thing itself where the view can show it."""
        page = self._panel.chain.page
        self.way_wanted.emit((hit_of(page) if page else None) or way)

    def _show_theme(self) -> None:
        self._panel.set_theme(self._themes.theme)


def _list_work(session: Session, files: PackFiles) -> Callable[[Progress], tuple[SourceRow, ...]]:
    atlas = session.atlas
    return lambda _: compose_source_list(atlas, files)


def _chain_work(
    session: Session, files: PackFiles, goals: tuple[str, ...]
) -> Callable[[Progress], dict[str, ChainPage]]:
    atlas, workspace = session.atlas, session.workspace

    def work(_progress: Progress) -> dict[str, ChainPage]:
        found: dict[str, ChainPage] = {}
        for goal in goals:
            named: Thing | None = parse_thing(goal)
            if named is not None:
                found[goal] = compose_chain(atlas, files, workspace, named)
        return found

    return work


def _copy_text(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
