import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.errors import Fault, PackError
from explorer.pages.view import Target, View
from explorer.settings import Settings
from explorer.ui import app
from explorer.ui.main_window import MainWindow
from explorer.ui.panels.detail import DetailPanel
from explorer.ui.panels.detail.own_forms import RatingForm
from explorer.ui.panels.export import ExportDialog
from explorer.ui.panels.raters import RatersDialog
from explorer.ui.presenters.detail import NO_SERIES
from explorer.ui.tasks import Progress
from explorer.ui.widgets.message_window import MessageWindow
from explorer.ui.widgets.text import Text
from explorer.workspace.document import Workspace

LONG = 60_000
FAULT = Fault("data/ratings.csv", 12, "mode", "7.2 lies outside 0 to 4", "Give a lower number")


def test_the_details_and_the_series_follow_the_first_paint(qtbot: QtBot, atlas: Atlas) -> None:
    window = app.build_window(Settings(theme="light"), atlas, Workspace())
    qtbot.addWidget(window)
    assert window.findChild(DetailPanel) is None
    window.show()
    app.settle(window)
    assert window.findChild(DetailPanel) is not None
    assert window.session.observations is not None
    window.close()


def test_an_own_rating_pooled_in_moves_the_grid_and_the_details(
    qtbot: QtBot, atlas: Atlas
) -> None:
    settings = Settings(theme="light", selection="cell:KAZ:iran_wedge", comparators=("KAZ",))
    window = app.build_window(settings, atlas, Workspace())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    app.settle(window)
    panel = window.findChild(DetailPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: panel.own is not None)
    panel.finish()
    assert panel.own is not None
    panel.own.button.click()
    form = panel.own.form
    assert isinstance(form, RatingForm)
    QTest.keyClicks(form.fields[1], "4")
    QTest.keyClick(form.fields[1], Qt.Key.Key_Return)
    asked = next(each for each in window.menu.actions() if each.text() == "Raters and pooling…")
    asked.trigger()
    dialog = window.findChild(RatersDialog)
    assert dialog is not None
    box = dialog.line("You").pooled
    assert box is not None
    before = window.compare._page()
    box.click()
    app.settle(window)
    qtbot.waitUntil(lambda: "5 raters" in str(panel._page))
    assert "Pooled in: mean of 5 raters, one of them you." in str(panel._page)
    assert window.compare._page() != before
    dialog.accept()
    window.close()


def test_a_remembered_selection_that_is_not_held_gives_the_first_cell(atlas: Atlas) -> None:
    view = View("AZE", ("UZB",))
    first = Target("cell", "UZB", atlas.factors[0].id)
    for remembered in ("", "nonsense", "factor:gone", "country:XXX"):
        assert app.first_selection(atlas, view, remembered) == first
    assert app.first_selection(atlas, view, "factor:iran_wedge") == Target(
        "factor", factor="iran_wedge"
    )
    assert app.first_selection(atlas, view, "country:TJK") == Target("country", "UZB")


def test_a_picture_of_the_window_has_the_size_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    app.screenshot(tmp_path / "window.png", (1000, 700), "dark", View("AZE", ("TJK",)))
    picture = QImage(str(tmp_path / "window.png"))
    assert (picture.width(), picture.height()) == (1000, 700)


def test_a_pack_with_faults_is_told_of_and_nothing_crashes(qtbot: QtBot) -> None:
    seen: list[str] = []

    def read_and_close() -> None:
        window = QApplication.activeModalWidget()
        assert isinstance(window, MessageWindow)
        window.copy.click()
        seen.extend([window.text.toPlainText(), QApplication.clipboard().text()])
        window.accept()

    QTimer.singleShot(50, read_and_close)
    assert app._tell_of_pack(PackError("pack", [FAULT])) == 1
    assert str(FAULT) in seen[0]
    assert seen[0] == seen[1]


def message_of(window: MainWindow) -> MessageWindow:
    found = [each for each in window.findChildren(MessageWindow) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def failing(
    qtbot: QtBot, atlas: Atlas, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> MainWindow:
    """Open a window whose series cannot be read, and wait until it says so."""

    def fail(of: Atlas, progress: Progress) -> object:
        del of, progress
        raise error

    monkeypatch.setattr(app, "_read_series", fail)
    window = app.build_window(Settings(theme="light"), atlas, Workspace())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    with qtbot.waitSignal(window.session.observations_failed):
        pass
    app.settle(window)
    return window


def test_series_with_faults_are_told_of_in_full_and_the_window_closes(
    qtbot: QtBot, atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = failing(qtbot, atlas, monkeypatch, PackError("pack", [FAULT]))
    told = message_of(window)
    assert str(FAULT) in told.text.toPlainText()
    assert NO_SERIES in {text.text() for text in window.findChildren(Text)}
    told.accept()
    assert not window.isVisible()


def test_another_failure_of_the_series_leaves_the_comparison(
    qtbot: QtBot, atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = failing(qtbot, atlas, monkeypatch, OSError("the disk is gone"))
    told = message_of(window)
    assert "the disk is gone" in told.text.toPlainText()
    told.accept()
    assert window.isVisible()
    assert NO_SERIES in {text.text() for text in window.findChildren(Text)}
    window.close()


def test_ctrl_n_begins_a_note_from_anywhere_and_escape_goes_back_to_the_grid(
    qtbot: QtBot, atlas: Atlas
) -> None:
    window = app.build_window(Settings(theme="light"), atlas, Workspace())
    qtbot.addWidget(window)
    window.show()
    app.settle(window)
    panel = window.findChild(DetailPanel)
    assert panel is not None
    window.set_details_open(False)
    window.session.select(Target("country", "KAZ"))
    window.search.setFocus()
    window.activateWindow()
    QTest.keyClick(window.search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(panel.notes.editor.hasFocus)
    assert window.is_detail_open
    QTest.keyClicks(panel.notes.editor, "Ask")
    assert window.session.workspace.note(str(window.session.selection)) == "Ask"
    QTest.keyClick(panel.notes.editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.compare_panel.grid.hasFocus)
    window.close()


def test_an_unexpected_fault_is_logged_and_shown_and_the_app_goes_on(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    teller = app._FaultTeller()
    error = ZeroDivisionError("made for the test")
    teller.tell(type(error), error, None)
    assert "made for the test" in app.log_file().read_text("utf-8")
    assert "made for the test" in capsys.readouterr().err
    window = teller._window
    assert window is not None
    assert window.isVisible()
    assert "made for the test" in window.text.toPlainText()
    window.accept()


def test_the_app_starts_paints_and_remembers_its_state(
    user_folder: Path,
) -> None:
    script = (
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from explorer.ui import app, main_window\n"
        "shown = main_window.MainWindow.showEvent\n"
        "def show(window, event):\n"
        "    shown(window, event)\n"
        "    window.painted.connect(lambda: QTimer.singleShot(300, window.close))\n"
        "main_window.MainWindow.showEvent = show\n"
        "raise SystemExit(app.run(['country-explorer']))\n"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "Traceback" not in run.stderr
    kept = json.loads((user_folder / "settings.json").read_text("utf-8"))
    assert kept["comparators"] == ["KAZ"]
    assert kept["selection"] == "cell:KAZ:diplomatic_legitimacy"


def test_a_damaged_workspace_is_moved_aside_and_the_app_starts(user_folder: Path) -> None:
    (user_folder / "workspace.json").write_text("{ damaged", encoding="utf-8")
    script = (
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from explorer.ui import app\n"
        "from explorer.ui.widgets.message_window import MessageWindow\n"
        "said = []\n"
        "def end():\n"
        "    for window in QApplication.topLevelWidgets():\n"
        "        if isinstance(window, MessageWindow): said.append(window.text.toPlainText())\n"
        "    QApplication.closeAllWindows()\n"
        "made = app._save_as_one_types\n"
        "def later(window):\n"
        "    QTimer.singleShot(1500, end)\n"
        "    return made(window)\n"
        "app._save_as_one_types = later\n"
        "app.run(['country-explorer'])\n"
        "print(said)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stderr
    assert "could not be read" in run.stdout
    kept = [path for path in user_folder.iterdir() if "damaged" in path.name]
    assert [path.read_text("utf-8") for path in kept] == ["{ damaged"]


@pytest.fixture
def whole(qtbot: QtBot, atlas: Atlas, tmp_path: Path) -> Iterator[MainWindow]:
    """Open the window as a user meets it, with the series read, and briefs to go to a folder."""
    folder = str(tmp_path)
    window = app.build_window(Settings(theme="light", folder=folder), atlas, Workspace())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    app.settle(window)
    yield window
    window.close()


def export_dialog(qtbot: QtBot, window: MainWindow) -> ExportDialog:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.compare_panel.grid, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    found: list[ExportDialog] = []

    def is_open() -> bool:
        found[:] = [each for each in window.findChildren(ExportDialog) if each.isVisible()]
        return bool(found)

    qtbot.waitUntil(is_open)
    return found[0]


def message(window: MainWindow) -> QMessageBox | None:
    found = [each for each in window.findChildren(QMessageBox) if each.isVisible()]
    return found[0] if found else None


def press(box: QMessageBox, words: str) -> None:
    next(each for each in box.buttons() if each.text().replace("&", "") == words).click()


def test_ctrl_e_asks_and_enter_makes_the_brief_which_is_not_replaced_unasked(
    qtbot: QtBot, whole: MainWindow, tmp_path: Path
) -> None:
    dialog = export_dialog(qtbot, whole)
    QTest.keyClicks(dialog.focusWidget(), "grain")  # the name is marked, so this replaces it
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: message(whole) is not None, timeout=LONG)
    path = tmp_path / "grain.pdf"
    made = path.read_bytes()
    assert made.startswith(b"%PDF")
    assert [each.name for each in tmp_path.iterdir()] == ["grain.pdf"]
    told = message(whole)
    assert told is not None
    assert "grain.pdf" in told.text()
    told.close()
    path.write_bytes(b"the user's own")
    again = export_dialog(qtbot, whole)
    QTest.keyClicks(again.focusWidget(), "grain")
    QTest.keyClick(again.focusWidget(), Qt.Key.Key_Return)
    asked = message(whole)
    assert asked is not None
    assert "Replace this file" in asked.text()
    press(asked, "Cancel")
    assert path.read_bytes() == b"the user's own"
    assert [each.name for each in tmp_path.iterdir()] == ["grain.pdf"]


def test_five_comparators_make_five_files_in_a_folder(
    qtbot: QtBot, whole: MainWindow, tmp_path: Path
) -> None:
    QTest.keyClick(whole.compare_panel.grid, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert len(whole.session.view.comparators) == 5
    QTest.keyClick(export_dialog(qtbot, whole), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: message(whole) is not None, timeout=LONG)
    names = sorted(each.name for each in tmp_path.iterdir())
    assert len(names) == 5
    assert all(name.startswith("Azerbaijan and ") and name.endswith(".pdf") for name in names)
    assert all(each.read_bytes().startswith(b"%PDF") for each in tmp_path.iterdir())
    remembered = whole.settings().last_briefs
    assert {each.comparator for each in remembered} == set(whole.session.view.comparators)
    assert {each.day for each in remembered} == {whole.session.newest.subject.as_of.isoformat()}


def test_a_cancel_in_mid_way_leaves_only_finished_briefs(
    qtbot: QtBot, whole: MainWindow, tmp_path: Path
) -> None:
    QTest.keyClick(whole.compare_panel.grid, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(export_dialog(qtbot, whole), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(tmp_path.glob("*.pdf")), timeout=LONG)
    progress = next(each for each in whole.findChildren(QProgressDialog) if each.isVisible())
    cancel = progress.findChild(QPushButton)
    assert cancel is not None
    cancel.click()
    qtbot.waitUntil(lambda: whole.tasks.is_idle, timeout=LONG)
    left = list(tmp_path.iterdir())
    assert 1 <= len(left) < 5
    for each in left:
        data = each.read_bytes()
        assert each.suffix == ".pdf"
        assert data.startswith(b"%PDF")
        assert data.rstrip().endswith(b"%%EOF")


def test_data_are_exported_by_their_key_and_by_the_menu(
    qtbot: QtBot, atlas: Atlas, tmp_path: Path
) -> None:
    settings = Settings(theme="light", comparators=("KAZ",), marking="green")
    window = app.build_window(settings, atlas, Workspace())
    qtbot.addWidget(window)
    window.show()
    app.settle(window)
    action = window.action("data")
    assert action in window.menu.actions()
    QTest.keyClick(
        window.compare_panel.grid,
        Qt.Key.Key_E,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Export data, marked TLP:GREEN"
    path = tmp_path / "data.zip"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(path.exists, timeout=LONG)
    app.settle(window)
    assert window.status_line.told_words == "Saved data.zip, marked TLP:GREEN"
    window.close()
