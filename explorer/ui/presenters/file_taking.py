"""Asks for a file to take in, and says why nothing of one was taken."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.errors import ExplorerError
from explorer.ui.widgets.message_window import MessageWindow


def ask_for_file(
    parent: QWidget, title: str, kind: str, folder: Path, take: Callable[[Path], object]
) -> QFileDialog:
    """Ask for one file of a kind (“Evidence as a table (*.csv)”), and hand on its path."""

    def hand_on(name: str) -> None:
        take(Path(name))

    dialog = QFileDialog(parent, title, str(folder), kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(hand_on)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def tell_of_faults(parent: QWidget, title: str, error: Exception) -> MessageWindow:
    """Name every fault of a file: nothing of it was taken in."""
    known = isinstance(error, ExplorerError)
    words = (
        "Nothing was taken in. Each row at fault is named below, with what to do."
        if known
        else "The file could not be read. This is a fault of the app."
    )
    told = MessageWindow(title, words, str(error) if known else repr(error), parent)
    told.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    told.open()
    return told
