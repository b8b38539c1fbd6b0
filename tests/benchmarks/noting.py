"""Typing into a note of ten thousand words in the Notes view: how long a key makes one wait."""

import os
import tempfile
import time
from datetime import UTC, datetime
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer import paths
from explorer.packs.reading import read_atlas
from explorer.settings import Settings
from explorer.ui.app import build_window, settle
from explorer.ui.panels.notes import NotesPanel
from explorer.ui.presenters.notes import NotesPresenter
from explorer.workspace.document import UserNote, Workspace, frozen

AIM = 50
KEYS = 40
PLACE = "cell:KAZ:iran_wedge"


def main() -> None:
    """Open the view on a long note, type into it, and print what the keys took."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["COUNTRY_EXPLORER_HOME"] = home
        application = QApplication([])
        application.setStyle("Fusion")
        text = "\n\n".join(f"Word [E{n:03d}] {{gini}} " + "and more " * 20 for n in range(1, 240))
        note = UserNote(PLACE, text, datetime(2026, 11, 24, tzinfo=UTC))
        workspace = Workspace(notes=frozen({PLACE: note}))
        window = build_window(Settings(), read_atlas(paths.bundled_pack()), workspace)
        window.resize(1440, 900)
        window.show()
        settle(window)
        window.open_view("notes")
        settle(window)
        presenter = window.findChild(NotesPresenter)
        if presenter is None:
            raise LookupError("the view has no presenter")
        presenter.write_on(PLACE)
        settle(window)
        panel = window.findChild(NotesPanel)
        if panel is None:
            raise LookupError("the view has no panel")
        editor = panel.own.editor
        took: list[float] = []
        for _ in range(KEYS):
            began = time.perf_counter()
            QTest.keyClick(editor, Qt.Key.Key_X)
            application.processEvents()
            took.append(1000 * (time.perf_counter() - began))
        if not window.session.workspace.note(PLACE).startswith("x" * KEYS):
            raise LookupError("the keys did not reach the note")
        words = len(text.split())
        print(f"a key in a note of {words:,} words, with the turn it ends in")
        print(f"  median {median(took):.1f} ms, slowest {max(took):.1f} ms (aim {AIM})")
        window.close()


if __name__ == "__main__":
    main()
