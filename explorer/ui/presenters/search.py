"""Finds what the user types, and takes them to it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from explorer.pages.search import Command, Hit, HitKind, find
from explorer.pages.search_groups import LONG_TITLES, Found, Section, place_sections
from explorer.pages.view import VIEWS
from explorer.pages.words import day_words
from explorer.ui.session import Session
from explorer.ui.tasks import Progress, Task, TaskDoor
from explorer.ui.widgets.search_list import NOTHING, HitGroup
from explorer.ui.widgets.search_rows import Hit as ShownHit
from explorer.ui.widgets.search_rows import Marks
from explorer.ui.widgets.shortcuts import SHORTCUTS, native, words_of_keys

Jump = Callable[[Hit], bool]
"""Takes the user to a hit; `False` says that this is not the place for it."""
_BELOW: tuple[HitKind, ...] = (*LONG_TITLES, "source", "note", "cell", "glossary")
"""Kinds whose second line says what they are, since their titles take the first."""
_NOT_NOW = "Nothing to do now"
REST_MS = 400
"""How long a day must be looked at before its index is made, which would hold up its paint."""
_NEVER = ("search", "view ")
"""Actions that are no use as hits: the search itself, and the views, which are hits already."""


class SearchPresenter(QObject):
    """Answers the search box, at first from the places of the window, later from the index.

    The index is made in a thread after the first paint, which takes a fraction of a second; an
    answer from it takes a few milliseconds. A hit goes to the last `Jump` that was added for its
    kind and takes it; without one, its target is selected or its view opened.
    """

    ready = Signal()
    """The index answers from now on."""
    target_wanted = Signal(object)
    view_wanted = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        """Begin without an index."""
        super().__init__(parent)
        self._session = session
        self._index: object | None = None
        self._indexes: dict[date | None, object] = {}
        self._making: Callable[[], None] | None = None
        self._is_due = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._make_if_due)
        session.as_of_changed.connect(self._follow_day)
        self._taken: object = None
        self._actions: dict[str, QAction] = {}
        self._jumps: dict[HitKind, list[Jump]] = {}
        self._views: dict[str, Jump] = {}

    @property
    def is_ready(self) -> bool:
        """Say whether everything is searched."""
        return self._index is not None

    def begin(
        self, tasks: TaskDoor, action_of: Callable[[str], QAction], menu: QMenu | None = None
    ) -> None:
        """Make the index, with the actions of the window and those of its menu as commands.

        `action_of` gives the action that a line of the table of shortcuts names.
        """
        commands = self._commands(action_of, menu)
        self._making = partial(self._make, tasks, commands)
        tasks.closed.connect(self._rest.stop)
        self._making()

    def _make(self, tasks: TaskDoor, commands: tuple[Command, ...]) -> None:
        """Have the index made of what is known on the day looked at."""
        self._is_due = False
        session = self._session
        atlas, workspace, day = session.atlas, session.workspace, session.as_of

        def work(_progress: Progress) -> object:
            from explorer.pages.search_index import make_index

            return make_index(atlas, workspace, commands)

        task = Task("search index", work)
        task.done.connect(partial(self._take_index, day))
        tasks.start(task)

    def _follow_day(self) -> None:
        """Search what is known on another day; until its index is made, the places alone."""
        self._index, self._taken = self._indexes.get(self._session.as_of), None
        self._is_due = self._index is None
        if self._is_due:
            self._rest.start()
        self.ready.emit()

    def _make_if_due(self) -> None:
        """Have the index made that the day looked at still wants."""
        if self._is_due and self._making is not None:
            self._making()

    def _commands(
        self, action_of: Callable[[str], QAction], menu: QMenu | None
    ) -> tuple[Command, ...]:
        """Give what the window can do, and keep the actions that do it."""
        commands: list[Command] = []
        known: set[QAction] = set()
        for shortcut in SHORTCUTS:
            if not shortcut.action:
                continue
            known.add(action_of(shortcut.action))
            if not shortcut.action.startswith(_NEVER):
                keys = " or ".join(native(each) for each in shortcut.keys)
                commands.append(Command(shortcut.action, shortcut.words, keys, shortcut.label))
                self._actions[shortcut.action] = action_of(shortcut.action)
        for name, action in _in_menu(menu, known):
            commands.append(Command(name, name))
            self._actions[name] = action
        return tuple(commands)

    def add_jump(self, kinds: Iterable[HitKind], jump: Jump) -> None:
        """Let hits of some kinds go somewhere else, before all that was added earlier."""
        for kind in kinds:
            self._jumps.setdefault(kind, []).append(jump)

    def add_view(self, view: str, open_hit: Jump) -> None:
        """Let a view, now that it is built, show hits: see `in_view`."""
        self._views[view] = open_hit

    def in_view(self, view: str) -> Jump:
        """Give the jump that opens a view and has it show the hit, once there is such a view."""

        def jump(hit: Hit) -> bool:
            if view not in dict(VIEWS):
                return False
            self.view_wanted.emit(view)
            open_hit = self._views.get(view)
            return open_hit(hit) if open_hit else False

        return jump

    def find(self, query: str, group: str = "") -> tuple[HitGroup, ...]:
        """Give the hits of what is typed, in groups, or those of one group alone."""
        return tuple(
            HitGroup(section.title, tuple(map(self._shown, section.found)), section.more)
            for section in self._sections(query, group)
        )

    def nothing_words(self) -> str:
        """Say that nothing is found, and on an earlier day that later things are left out."""
        day = self._session.as_of
        if day is None:
            return NOTHING
        return f"{NOTHING} as of {day_words(day)} · {words_of_keys('newest')} shows the newest day"

    def jump(self, hit: object) -> None:
        """Go to a hit."""
        if not isinstance(hit, Hit):
            return
        if any(jump(hit) for jump in reversed(self._jumps.get(hit.kind, []))):
            return
        if hit.kind == "command" and hit.key in self._actions:
            self._actions[hit.key].trigger()
        elif hit.target is not None:
            self.target_wanted.emit(hit.target)
        elif hit.view:
            self.view_wanted.emit(hit.view)

    def _sections(self, query: str, group: str) -> tuple[Section, ...]:
        index = self._index
        if index is None:
            self._make_if_due()
            return place_sections(find(self._session.atlas, query), query)
        from explorer.pages.search_index import SearchIndex

        if not isinstance(index, SearchIndex):
            return ()
        workspace = self._session.workspace
        if workspace is not self._taken:
            index.take(workspace)
            self._taken = workspace
        return index.find(query, group)

    def _shown(self, found: Found) -> ShownHit:
        shown = _shown_hit(found)
        return shown if self._can_do(found.hit) else replace(shown, kind=_NOT_NOW)

    def _can_do(self, hit: Hit) -> bool:
        """Say whether a command can do something now; all else can always be gone to."""
        action = self._actions.get(hit.key) if hit.kind == "command" else None
        return action is None or action.isEnabled()

    def _take_index(self, day: date | None, index: object) -> None:
        """Take the index of a day; of earlier days the last one is kept, beside the newest."""
        from explorer.pages.search_index import SearchIndex

        if not isinstance(index, SearchIndex):
            return
        self.destroyed.connect(index.close)
        if day != self._session.as_of:
            if day is None:
                self._indexes[None] = index
            return
        for other in [each for each in self._indexes if each is not None]:
            old = self._indexes.pop(other)
            if isinstance(old, SearchIndex):
                old.close()
        self._indexes[day] = self._index = index
        self.ready.emit()


def _in_menu(menu: QMenu | None, known: set[QAction]) -> Iterable[tuple[str, QAction]]:
    """Give the actions that stand in a menu alone, with the words they go by."""
    for action in menu.actions() if menu else ():
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            for name, inner in _in_menu(submenu, known):
                yield f"{action.text()}: {name}", inner
        elif not action.isSeparator() and action not in known:
            yield action.text().rstrip("…"), action


def _shown_hit(found: Found) -> ShownHit:
    """Give a hit as the list shows it: a sentence has what it is below it, a name beside it."""
    hit, excerpt = found.hit, found.excerpt
    kind, under, marks = hit.subtitle, excerpt.text, excerpt.marks
    if hit.kind in _BELOW:
        lead = f"{hit.subtitle}  –  " if excerpt.text and hit.subtitle else hit.subtitle
        kind, under = "", f"{lead}{excerpt.text}"
        marks: Marks = tuple((start + len(lead), length) for start, length in excerpt.marks)
    return ShownHit(
        title=found.title.text,
        kind=kind,
        goal=hit,
        marks=found.title.marks,
        under=under,
        under_marks=marks,
        whole=hit.title if found.title.text != hit.title else "",
    )
