"""Saves the user's workspace a moment after each change, off the GUI thread."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from explorer.ui.session import Session
from explorer.ui.tasks import Progress, Task, TaskDoor
from explorer.workspace.document import Workspace
from explorer.workspace.storage import (
    ABSENT,
    fingerprint,
    keep_aside,
    known_fingerprint,
    write,
)

PAUSE_MS = 400
"""How long after the last change a save begins."""
LONGEST_MS = 650
"""How long at most a change waits while others follow; with the write itself, below a second."""
RETRY_MS = 5000
"""How long after a failed save the next is tried."""


@dataclass(frozen=True, slots=True)
class _Saved:
    """The fingerprint of what was written, and what to tell the user."""

    stamp: str
    message: str


@dataclass(slots=True)
class _Save:
    """One save under way: what is saved, over what, and in the end how it went."""

    path: Path
    workspace: Workspace
    stamp: str | None
    outcome: _Saved | Exception | None = None

    def run(self, _progress: Progress) -> None:
        """Save, in a thread."""
        try:
            self.outcome = _save(self.path, self.workspace, self.stamp)
        except Exception as error:  # noqa: BLE001 - the outcome is handed on and said
            self.outcome = error


class Autosave(QObject):
    """Keeps the file in step with the session's workspace.

    `state_changed` carries “Saved 21:04”, “Saving…” or “Not saved: …”; `told` carries what the
    user should read, such as that another window had changed the file. Call `close` before the
    window goes.
    """

    state_changed = Signal(str)
    told = Signal(str)

    def __init__(self, session: Session, path: Path) -> None:
        """Watch a session; the file must be the one its workspace was opened from."""
        super().__init__()
        self._session = session
        self._path = path
        self._door = TaskDoor()
        self._saved: Workspace = session.workspace
        self._stamp = known_fingerprint(path, session.workspace)
        self._under_way: _Save | None = None
        self._first_change: float | None = None
        self._state = _first_words(path, self._stamp)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        session.workspace_changed.connect(self._notice)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.flush)

    @property
    def state(self) -> str:
        """Give the words of the present state."""
        return self._state

    @property
    def is_saved(self) -> bool:
        """Say whether the file holds all that the user has said."""
        return self._under_way is None and self._saved == self._session.workspace

    def flush(self) -> bool:
        """Save now and wait for it; say whether all is saved."""
        self._timer.stop()
        self._door.wait()
        self._finish(self._under_way)
        if not self.is_saved:
            save = _Save(self._path, self._session.workspace, self._stamp)
            self._under_way = save
            save.run(Progress())
            self._finish(save)
        return self.is_saved

    def close(self) -> bool:
        """Save what is not saved yet and stop; say whether all is saved."""
        is_saved = self.flush()
        self._timer.stop()
        self._session.workspace_changed.disconnect(self._notice)
        self._door.close()
        return is_saved

    def _notice(self) -> None:
        """Wait for a pause, but not for long."""
        now = time.monotonic()
        if self._first_change is None:
            self._first_change = now
        left = LONGEST_MS - 1000 * (now - self._first_change)
        if self._under_way is None:
            self._timer.start(int(max(0, min(PAUSE_MS, left))))

    def _begin(self) -> None:
        self._first_change = None
        if self._under_way is not None or self.is_saved:
            return
        save = _Save(self._path, self._session.workspace, self._stamp)
        self._under_way = save
        self._say("Saving…")
        task = Task("autosave", save.run)
        task.done.connect(partial(self._take, save))
        self._door.start(task)

    def _take(self, save: _Save, _done: object) -> None:
        self._finish(save)

    def _finish(self, save: _Save | None) -> None:
        """Take the outcome of a save, once."""
        if save is None or save is not self._under_way:
            return
        self._under_way = None
        match save.outcome:
            case _Saved(stamp, message):
                self._saved, self._stamp = save.workspace, stamp
                self._say(f"Saved {datetime.now(UTC).astimezone():%H:%M}")
                if message:
                    self.told.emit(message)
                if not self.is_saved:
                    self._notice()
            case Exception() as error:
                self._say(f"Not saved: {error}")
                self._timer.start(RETRY_MS)
            case None:
                self._timer.start(0)

    def _say(self, words: str) -> None:
        if words != self._state:
            self._state = words
            self.state_changed.emit(words)


def _save(path: Path, workspace: Workspace, stamp: str | None) -> _Saved:
    """Write a workspace; what another window wrote meanwhile is kept under another name."""
    present = fingerprint(path)
    message = ""
    if present not in {ABSENT, stamp}:
        message = keep_aside(path)
    return _Saved(write(path, workspace), message)


def _first_words(path: Path, stamp: str | None) -> str:
    """Say when the file was last saved, as long as nothing was changed."""
    if stamp in {None, ABSENT}:
        return ""
    try:
        saved = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
    except OSError:
        return ""
    now = datetime.now(UTC).astimezone()
    return f"Saved {saved:%H:%M}" if saved.date() == now.date() else f"Saved {saved:%d %b %Y}"
