"""Keeps the view Notes in step with the session, and takes what the user writes there."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QRect, QTimer

from explorer.pages.note_cards import NoteCard, compose_card
from explorer.pages.note_links import EVIDENCE, NOTE, PLACE, SERIES
from explorer.pages.note_places import place_choices
from explorer.pages.notes_view import (
    compose_note_list,
    compose_note_page,
    compose_own_part,
    first_key,
)
from explorer.pages.search import Hit
from explorer.pages.view import parse_target
from explorer.ui.panels.notes import NotesPanel
from explorer.ui.presenters.detail import SETTLE_MS, open_outside
from explorer.ui.session import Session
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.edits import write_note

READING_MS = 200
"""A pause in typing after which the text is shown as it reads: typing never waits for that."""
NOT_READ = "The series are still being read."


class NotesPresenter(QObject):
    """Composes list and note while the view is in sight, and edits the user's notes.

    List and note take a few milliseconds, also where ten thousand words are written, and are
    composed on the GUI thread; while one types, in a later turn. `jump` takes the user to a `Hit`.
    """

    def __init__(
        self,
        session: Session,
        themes: ThemeKeeper,
        panel: NotesPanel,
        jump: Callable[[Hit], object],
    ) -> None:
        """Show the notes once the panel is in sight."""
        super().__init__(panel)
        self._session = session
        self._panel = panel
        self._themes = themes
        self._jump = jump
        self._key = ""
        self._words = ""
        self._is_due = True
        self._is_writing = False
        self._pause = self._timer(SETTLE_MS, session.settle)
        self._reading = self._timer(READING_MS, self._show_written)
        self._soon = self._timer(0, self._follow)
        self._connect()

    @property
    def key(self) -> str:
        """Give the key of the note that is shown."""
        return self._key

    @property
    def is_behind(self) -> bool:
        """Say whether the panel has yet to show what it is to show."""
        return self._is_due or self._reading.isActive()

    def open_note(self, key: str) -> None:
        """Show a note by the id of a bundled one, or by the place of one's own."""
        if key != self._key:
            self._session.settle()
            self._key = key
            self._want()

    def write_on(self, place: str) -> None:
        """Show the note on a place, ready to be written."""
        self._session.settle()
        self._key = place
        self._show()
        self._panel.own.focus()

    def begin_note(self) -> None:
        """Let the user write beside the note that is shown, if the view is in sight."""
        if self._panel.isVisible():
            self._panel.own.focus()

    def open_hit(self, hit: Hit) -> bool:
        """Show a note that was found, bundled or own; `False` for anything else."""
        if hit.kind not in {"note", "own_note"} or not hit.key:
            return False
        self.open_note(hit.key)
        return True

    def follow_link(self, href: str) -> None:
        """Go where a link within the app leads; what is not held is let be."""
        kind, _, key = href.partition(":")
        if kind == NOTE:
            self.open_note(key)
        elif kind == PLACE:
            self._jump(Hit("cell", key, "", parse_target(key)))
        elif kind == EVIDENCE:
            self._jump(Hit("evidence", key, "", None, key=key))
        elif kind == SERIES:
            self._jump(Hit("series", key, "", None, key=key))

    def _timer(self, wait: int, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(then)
        return timer

    def _connect(self) -> None:
        session, panel = self._session, self._panel
        session.view_changed.connect(self._want)
        session.workspace_changed.connect(self._follow_workspace)
        self._themes.changed.connect(self._show_theme)
        panel.shown.connect(self._want_if_due)
        panel.chosen.connect(self.open_note)
        panel.begun.connect(self.write_on)
        panel.filtered.connect(self._filter)
        panel.edited.connect(self._write)
        panel.settled.connect(session.settle)
        panel.undo_wanted.connect(session.undo)
        panel.redo_wanted.connect(session.redo)
        panel.followed.connect(self.follow_link)
        panel.link_opened.connect(open_outside)
        panel.pointed.connect(self._show_card)

    def _want(self) -> None:
        """Have everything shown in a later turn; several changes are shown once."""
        self._is_due = True
        if self._panel.isVisible():
            self._soon.start()

    def _want_if_due(self) -> None:
        if self._is_due:
            self._soon.start()

    def _follow(self) -> None:
        if self._is_due and self._panel.isVisible():
            self._show()

    def _show(self) -> None:
        self._is_due = False
        self._soon.stop()
        session = self._session
        atlas, workspace = session.atlas, session.workspace
        page = compose_note_page(atlas, workspace, self._key) if self._key else None
        if page is None:
            self._key = first_key(atlas, workspace, session.selection)
            page = compose_note_page(atlas, workspace, self._key)
        self._panel.show_places(place_choices(atlas, session.view))
        self._show_list()
        if page is not None:
            self._panel.show_page(page)

    def _show_list(self) -> None:
        session = self._session
        notes = compose_note_list(session.atlas, session.workspace, self._words)
        self._panel.show_list(notes, self._key)

    def _filter(self, words: str) -> None:
        self._words = words
        self._show_list()

    def _write(self, place: str, text: str) -> None:
        """Take a keystroke: one burst of typing is one step, here as in the details."""
        session = self._session
        self._is_writing = True
        session.edit(
            write_note(session.workspace, place, text, datetime.now(UTC)),
            merge_key=f"note {place}",
        )
        self._is_writing = False
        self._pause.start()

    def _follow_workspace(self) -> None:
        """Show what undo, redo or another view changed; what is typed here is seen already.

        The editor takes it at once, lest a key that follows be written over it.
        """
        if not self._panel.isVisible():
            self._is_due = True
            return
        place = self._panel.own.place
        if not self._is_writing and place:
            self._panel.own.show_text(self._session.workspace.note(place))
        self._reading.start()

    def _show_written(self) -> None:
        """Show what is written as it reads, and in the list."""
        if not self._panel.isVisible():
            self._is_due = True
            return
        session = self._session
        self._show_list()
        page = self._panel.page
        if page is not None and page.own is not None:
            place = self._panel.own.place
            self._panel.show_reading(compose_own_part(session.atlas, session.workspace, place))

    def _show_card(self, href: str, place: QRect) -> None:
        self._panel.show_card(self._card(href), place)

    def _card(self, href: str) -> NoteCard | None:
        session = self._session
        kind, _, key = href.partition(":")
        if kind != SERIES:
            return compose_card(session.atlas, session.workspace, href)
        if session.observations is None:
            return NoteCard("Series", key, (), (session.observations_fault or NOT_READ,))
        from explorer.domain.observations import Observations
        from explorer.pages.series_card import compose_series_card

        found = session.observations
        if not isinstance(found, Observations):
            return None
        return compose_series_card(session.atlas, found, session.view, key)

    def _show_theme(self) -> None:
        self._panel.set_theme(self._themes.theme)
