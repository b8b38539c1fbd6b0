"""A process that types a note without end, until it is killed: run by test_autosave.py.

It prints each text, with the time, before it hands it to the session: what is printed was typed.
"""

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication, QTimer

from explorer import paths
from explorer.packs.reading import read_atlas
from explorer.pages.view import Target, View
from explorer.ui.autosave import Autosave
from explorer.ui.session import Session
from explorer.workspace.edits import write_note
from explorer.workspace.storage import open_workspace

TARGET = Target("country", "KAZ")


def main(path: Path) -> None:
    """Open the workspace and type on at its end, a key each 5 ms."""
    application = QCoreApplication([])
    atlas = read_atlas(paths.bundled_pack())
    session = Session(atlas, open_workspace(path).workspace, View("AZE", ("KAZ",)), TARGET)
    autosave = Autosave(session, path)

    def type_a_key() -> None:
        text = session.workspace.note(str(TARGET)) + "x"
        sys.stdout.write(f"{time.monotonic()} {len(text)}\n")
        sys.stdout.flush()
        edited = write_note(session.workspace, str(TARGET), text, datetime.now(UTC))
        session.edit(edited, "note")

    timer = QTimer()
    timer.timeout.connect(type_a_key)
    timer.start(5)
    application.exec()
    autosave.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
