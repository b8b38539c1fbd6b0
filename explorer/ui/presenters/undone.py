"""Says what an undo or a redo changed: it may be nothing that is in sight."""

from PySide6.QtCore import QObject

from explorer.pages.undo_words import change_words
from explorer.ui.session import Session
from explorer.ui.widgets.status_line import StatusLine
from explorer.workspace.document import Workspace


class UndonePresenter(QObject):
    """Tells each step back or forward in the line at the foot of the window."""

    def __init__(self, session: Session, line: StatusLine) -> None:
        """Tell it in this line from now on."""
        super().__init__(line)
        self._session = session
        self._line = line
        session.undone.connect(self._tell_undone)
        session.redone.connect(self._tell_redone)

    def _tell_undone(self, was: Workspace) -> None:
        """Name the step that was taken back: it led from what is now to what was."""
        self._tell("Undone", change_words(self._session.newest, self._session.workspace, was))

    def _tell_redone(self, was: Workspace) -> None:
        self._tell("Redone", change_words(self._session.newest, was, self._session.workspace))

    def _tell(self, done: str, words: str) -> None:
        if words:
            self._line.tell(f"{done}: {words}")
