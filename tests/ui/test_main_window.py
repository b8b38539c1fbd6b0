import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.view import Target, View
from explorer.settings import Settings
from explorer.ui.main_window import MainWindow
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.shortcuts import SHORTCUTS, ShortcutsDialog
from explorer.workspace.document import Workspace

CELL = Target("cell", "KAZ", "iran_wedge")
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def window_of(atlas: Atlas, settings: Settings | None = None) -> MainWindow:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), CELL)
    settings = settings or Settings(theme="light")
    return MainWindow(session, TaskDoor(), ThemeKeeper(settings.theme), settings)


@pytest.fixture
def window(qtbot: QtBot, atlas: Atlas) -> Iterator[MainWindow]:
    made = window_of(atlas)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def test_the_first_paint_is_told_once(qtbot: QtBot, atlas: Atlas) -> None:
    made = window_of(atlas)
    qtbot.addWidget(made)
    told: list[bool] = []
    made.painted.connect(lambda: told.append(True))
    made.show()
    qtbot.waitUntil(lambda: bool(told))
    made.repaint()
    qtbot.wait(20)
    assert told == [True]
    made.close()


def test_the_arrows_move_in_the_grid_from_the_start(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window.compare_panel.grid, Key.Key_Left)
    assert window.session.selection == Target("factor", factor="iran_wedge")


def test_a_click_on_a_chip_adds_its_country(qtbot: QtBot, window: MainWindow) -> None:
    QTest.mouseClick(window.top_bar.chips.chips[1], Qt.MouseButton.LeftButton)
    assert window.session.view.comparators == ("KAZ", "UZB")
    assert window.compare_panel.grid.compare_model.columnCount() == 4


def test_every_action_of_the_table_exists_and_does_something(window: MainWindow) -> None:
    named = [shortcut for shortcut in SHORTCUTS if shortcut.action]
    keys = [key for shortcut in named for key in shortcut.keys]
    assert len(keys) == len(set(keys))
    for shortcut in named:
        action = window.action(shortcut.action)
        assert [sequence.toString() for sequence in action.shortcuts()] == list(shortcut.keys)


def test_the_keys_of_the_countries_switch_them(window: MainWindow) -> None:
    window.action("country 3").trigger()
    assert window.session.view.comparators == ("KAZ", "TKM")
    window.action("all").trigger()
    assert len(window.session.view.comparators) == 5
    window.action("country 1").trigger()
    assert window.session.view.comparators == ("UZB", "TKM", "KGZ", "TJK")


def test_sort_theme_and_details_have_keys(window: MainWindow) -> None:
    window.action("sort").trigger()
    assert window.session.view.sort == "difference"
    window.action("theme").trigger()
    assert window.themes.theme.name == "dark"
    window.action("theme").trigger()
    assert window.themes.theme.name == "light"
    window.action("details").trigger()
    assert not window.is_detail_open
    window.action("details").trigger()
    assert window.is_detail_open


def test_export_says_that_it_is_wanted(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.exported):
        window.action("export").trigger()
    with qtbot.waitSignal(window.exported):
        window.top_bar.export.click()


def test_the_raters_have_a_key_and_a_place_in_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.menu.raters_wanted):
        QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert window.action("raters") in window.menu.actions()
    assert window.action("raters").text() == "Raters and pooling…"


def test_the_list_of_shortcuts_opens(qtbot: QtBot, window: MainWindow) -> None:
    window.action("shortcuts").trigger()
    dialog = next(iter(window.findChildren(ShortcutsDialog)))
    assert dialog.isVisible()
    texts = " ".join(label.text() for label in dialog.findChildren(type(window.top_bar._against)))
    for shortcut in SHORTCUTS:
        assert shortcut.words in texts
    dialog.close()


def test_search_jumps_to_a_factor_and_to_a_country_not_shown(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.action("search").trigger()
    QTest.keyClicks(window.search, "energy")
    assert window.search.hits[0].title == "Energy diversification"
    QTest.keyClick(window.search, Key.Key_Return)
    assert window.session.selection == Target("factor", factor="energy_diversification")
    QTest.keyClicks(window.search, "tajik")
    QTest.keyClick(window.search, Key.Key_Return)
    assert window.session.selection == Target("country", "TJK")
    assert window.session.view.comparators == ("KAZ", "TJK")


def test_undo_and_redo_can_be_used_when_there_is_a_step(window: MainWindow) -> None:
    from datetime import UTC, datetime

    from explorer.workspace.edits import write_note

    assert not window.action("undo").isEnabled()
    session = window.session
    session.edit(write_note(session.workspace, str(CELL), "mine", datetime.now(UTC)))
    assert window.action("undo").isEnabled()
    window.action("undo").trigger()
    assert session.workspace == Workspace()
    window.action("redo").trigger()
    assert session.workspace.note(str(CELL)) == "mine"


def test_the_state_of_the_window_comes_back(qtbot: QtBot, atlas: Atlas) -> None:
    first = window_of(atlas)
    qtbot.addWidget(first)
    first.resize(700, 610)
    first.show()
    first.compare.choose_comparators(("UZB", "TJK"))
    first.action("theme").trigger()
    first.set_details_open(False)
    said: list[Settings] = []
    first.remembered.connect(said.append)
    first.close()
    kept = said[-1]
    assert kept.comparators == ("UZB", "TJK")
    assert kept.theme == "dark"
    assert kept.selection == "cell:UZB:iran_wedge"
    second = window_of(atlas, kept)
    qtbot.addWidget(second)
    assert second.themes.theme.name == "dark"
    assert not second.is_detail_open
    assert (second.width(), second.height()) == (700, 610)
    second.themes.choose("light")
    second.close()


def test_a_change_is_remembered_a_moment_later(qtbot: QtBot, window: MainWindow) -> None:
    said: list[Settings] = []
    window.remembered.connect(said.append)
    window.action("sort").trigger()
    qtbot.waitUntil(lambda: bool(said), timeout=3000)
    assert said[-1].sort == "difference"


def test_every_control_in_sight_has_a_name(window: MainWindow) -> None:
    controls: list[QWidget] = [*window.findChildren(QAbstractButton)]
    controls += window.findChildren(QLineEdit)
    named = [
        control.accessibleName()
        or (control.text() if isinstance(control, QAbstractButton) else "")
        for control in controls
        if control.isVisible()
    ]
    assert len(named) > 10
    assert all(named)


@pytest.mark.parametrize(("width", "height"), [(640, 400), (1024, 640), (1280, 800), (1920, 1080)])
def test_nothing_in_the_top_bar_overlaps_or_leaves_the_window(
    qtbot: QtBot, window: MainWindow, width: int, height: int
) -> None:
    window.resize(width, height)
    qtbot.wait(10)
    bar = window.top_bar
    parts = [bar.picker, *bar.chips.chips, bar.chips.all_chip, bar.search, bar.export]
    spans = [
        (left := part.mapTo(bar, part.rect().topLeft()).x(), left + part.width()) for part in parts
    ]
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert spans[-1][1] <= width
    assert window.width() == width


def test_all_six_states_are_in_sight_beside_the_details(qtbot: QtBot, window: MainWindow) -> None:
    window.session.show(View("AZE", ("KAZ", "UZB", "TKM", "KGZ", "TJK")))
    window.resize(1440, 900)
    qtbot.wait(10)
    assert window.is_detail_open
    grid = window.compare_panel.grid
    assert grid.horizontalHeader().length() <= grid.viewport().width()
    assert not grid.horizontalScrollBar().isVisible()


def test_a_small_window_leaves_room_for_the_grid(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(640, 400)
    qtbot.wait(10)
    assert not window.is_detail_open
    assert not window.rail.isVisible()
    assert window.compare_panel.grid.height() >= 180
    window.resize(1280, 800)
    qtbot.wait(10)
    assert window.is_detail_open
    assert window.rail.isVisible()


def test_words_on_saving_are_shown(window: MainWindow) -> None:
    window.status_line.show_saved("Not saved: the disk is full")
    assert window.status_line.saved_words == "Not saved: the disk is full"


def test_no_heavy_library_is_needed_for_the_first_paint() -> None:
    import subprocess
    import sys

    script = (
        "import sys, explorer.ui.app\n"
        "heavy = {'pandas', 'numpy', 'pyqtgraph', 'matplotlib', 'typst', 'PySide6.QtNetwork'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=os.environ
    )
    assert run.stdout.strip() == "[]"


def test_settings_keep_what_the_window_does_not_know(qtbot: QtBot, atlas: Atlas) -> None:
    made = window_of(atlas, replace(Settings(theme="light"), paper="letter", marking="green"))
    qtbot.addWidget(made)
    assert made.settings().paper == "letter"
    assert made.settings().marking == "green"
    made.close()


def test_copying_in_the_grid_copies_its_selection(window: MainWindow) -> None:
    grid = window.compare_panel.grid
    grid.setFocus()
    QTest.keyClick(grid, Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Kazakhstan, ")
    QTest.keyClick(grid, Key.Key_Left)
    QTest.keyClick(grid, Key.Key_C, CONTROL)
    assert "than Azerbaijan" in QGuiApplication.clipboard().text()
    assert "range" not in QGuiApplication.clipboard().text().split(";")[0]


def test_copying_in_the_search_box_copies_its_text(window: MainWindow) -> None:
    window.search.setFocus()
    QTest.keyClicks(window.search, "energy")
    window.search.selectAll()
    QTest.keyClick(window.search, Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "energy"


def test_the_comparison_is_copied_as_a_table_from_anywhere(window: MainWindow) -> None:
    window.search.setFocus()
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.search, Key.Key_C, CONTROL | shift)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("Factor or rung\tGroup\tAzerbaijan: rating")
    assert "<table" in data.html()


@pytest.mark.parametrize(
    ("name", "proposed"), [("csv", "Kazakhstan.csv"), ("picture", "ratings.png")]
)
def test_the_comparison_can_be_saved(window: MainWindow, name: str, proposed: str) -> None:
    window.action(name).trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith(proposed)
    dialog.close()


def test_copies_and_files_are_offered_on_a_cell_and_in_the_menu(window: MainWindow) -> None:
    on_a_cell = [action.text() for action in window.compare_panel.grid.actions()]
    assert on_a_cell == [
        "Where does this come from?",
        "Copy",
        "Copy comparison",
        "Write a note",
        "Save as CSV…",
        "Save ratings as picture…",
    ]
    in_the_menu = [action.text() for action in window.menu.actions()]
    assert set(on_a_cell) - {"Write a note"} <= set(in_the_menu)
