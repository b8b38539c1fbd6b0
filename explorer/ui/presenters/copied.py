"""Says that something was copied, wherever in the app it was."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from explorer.ui.widgets.status_line import StatusLine

COPIED = "Copied"


class CopiedPresenter(QObject):
    """Listens to the clipboard, so that no copy is forgotten: a table, an image, marked text.

    `is_ours` says whether what is on the clipboard came from this app; others' copies pass in
    silence, since the system's clipboard is everybody's.
    """

    def __init__(self, line: StatusLine) -> None:
        """Tell it in this line from now on."""
        super().__init__(line)
        self._line = line
        clipboard = QGuiApplication.clipboard()
        self.is_ours: Callable[[], bool] = clipboard.ownsClipboard
        clipboard.dataChanged.connect(self._tell)

    def _tell(self) -> None:
        if self.is_ours():
            self._line.tell(COPIED)
