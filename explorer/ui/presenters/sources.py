"""Keeps the view Sources in step with the session: its list, the page shown and the way there."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from explorer.packs.rows import PackFiles
from explorer.pages.chain import ChainPage
from explorer.pages.provenance import compose_chain, page_of_fault, trail_text
from explorer.pages.search import Hit
from explorer.pages.source_list import (
    SourceRow,
    compose_source_list,
    languages,
    sieved,
    standing_words,
)
from explorer.pages.trace import parse_thing
from explorer.pages.trace_goals import hit_of
from explorer.pages.trail import Trail, crumbs
from explorer.ui.panels.sources import SourcesPanel
from explorer.ui.presenters.detail import open_outside
from explorer.ui.session import Session
from explorer.ui.tasks import Progress, Task, TaskDoor
from explorer.ui.theme import ThemeKeeper

_CRUMBS = 4
_NO_THING = "The pack has nothing that goes by this name."


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
        self._faults: set[str] = set()
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
            task.failed.connect(self._tell_no_list)
            self._tasks.start(task)
        self._forget_faults()
        self._show_page()

    def _tell_no_list(self, error: Exception) -> None:
        """Say that the list could not be made; to open the view again tries once more."""
        self._of = None
        self._rows = ()
        self._panel.side.show_fault(_could_not(error))

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
        self._forget_faults()
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

    def _take_pages(
        self, book: dict[str, ChainPage], pages: dict[str, ChainPage | Exception]
    ) -> None:
        """Take pages into the book that they were made for, which may be another by now.

        What failed has a page that says so, until the user goes elsewhere or comes back.
        """
        for goal, page in pages.items():
            if isinstance(page, Exception):
                self._faults.add(goal)
                book[goal] = page_of_fault(goal, _could_not(page))
            else:
                book[goal] = page
        self._show_page()

    def _forget_faults(self) -> None:
        """Let what failed be tried again."""
        for goal in self._faults:
            self._pages.pop(goal, None)
        self._faults.clear()

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
        way = self._trail.way
        if all(goal in self._pages for goal in way):  # else they are being composed
            _copy_text(trail_text(tuple(self._pages[goal] for goal in way)))

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
) -> Callable[[Progress], dict[str, ChainPage | Exception]]:
    """Compose each page; one that fails takes none of the others with it."""
    atlas, workspace = session.atlas, session.workspace

    def page(goal: str) -> ChainPage | Exception:
        named = parse_thing(goal)
        if named is None:
            return page_of_fault(goal, _NO_THING)
        try:
            return compose_chain(atlas, files, workspace, named)
        except Exception as error:  # noqa: BLE001 - told on the page, whatever it is
            return error

    def work(_progress: Progress) -> dict[str, ChainPage | Exception]:
        return {goal: page(goal) for goal in goals}

    return work


def _could_not(error: Exception) -> str:
    return f"This could not be composed: {str(error) or repr(error)}"


def _copy_text(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
