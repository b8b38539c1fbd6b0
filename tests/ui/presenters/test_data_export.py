from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.packs.observations import read_observations
from explorer.pages.export_tables import compose_export
from explorer.pages.view import Target, View
from explorer.report.data_files import json_bytes
from explorer.ui.presenters.data_export import READING, TITLE, DataExportPresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.widgets.status_line import StatusLine
from explorer.workspace.assumptions import choose_base
from explorer.workspace.document import Workspace

VIEW = View("AZE", ("KAZ",))
LONG = 60_000


@pytest.fixture(scope="module")
def observations(atlas: Atlas) -> Observations:
    return read_observations(paths.bundled_pack(), atlas)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def session(atlas: Atlas) -> Session:
    return Session(atlas, Workspace(), VIEW, Target("outcome"))


@pytest.fixture
def line(window: QWidget) -> StatusLine:
    return StatusLine(window)


@pytest.fixture
def exporter(session: Session, line: StatusLine, window: QWidget) -> Iterator[DataExportPresenter]:
    tasks = TaskDoor()
    yield DataExportPresenter(session, tasks, line, window)
    tasks.close()


def dialog_of(window: QWidget) -> QFileDialog | None:
    return window.findChild(QFileDialog)


def answer(window: QWidget, path: Path) -> str:
    """Name a file in the dialog and give the name that it proposed."""
    dialog = dialog_of(window)
    assert dialog is not None
    proposed = Path(dialog.selectedFiles()[0]).name
    dialog.fileSelected.emit(str(path))
    dialog.close()
    return proposed


def test_what_is_on_the_screen_is_saved_and_the_status_line_says_so(  # noqa: PLR0913, PLR0917 - fixtures
    qtbot: QtBot,
    atlas: Atlas,
    observations: Observations,
    session: Session,
    line: StatusLine,
    window: QWidget,
    exporter: DataExportPresenter,
    tmp_path: Path,
) -> None:
    session.take_observations(observations)
    session.show(View("AZE", ("KAZ", "TJK")))
    session.edit(choose_base(session.workspace, "calm_south"))
    told: list[str] = []
    exporter.moved.connect(told.append)
    exporter.export("amber")
    dialog = dialog_of(window)
    assert dialog is not None
    assert dialog.windowTitle() == f"{TITLE}, marked TLP:AMBER"
    path = tmp_path / "data.json"
    proposed = answer(window, path)
    assert proposed == (
        "Closer ties with Israel Azerbaijan, Kazakhstan and Tajikistan, Calm in the south.xlsx"
    )
    saved = "Saved data.json, marked TLP:AMBER"
    qtbot.waitUntil(lambda: line.told_words == saved, timeout=LONG)
    assert told[0] == "Composing the data…"
    expected = compose_export(atlas, observations, session.workspace, session.view, "amber")
    assert path.read_bytes() == json_bytes(expected)


def test_an_earlier_day_is_followed_and_named(
    qtbot: QtBot,
    observations: Observations,
    session: Session,
    line: StatusLine,
    window: QWidget,
    exporter: DataExportPresenter,
    tmp_path: Path,
) -> None:
    session.take_observations(observations)
    session.look_as_of(date(2025, 11, 5))
    exporter.export()
    path = tmp_path / "then.xlsx"
    assert answer(window, path).endswith(", as of 2025-11-05.xlsx")
    qtbot.waitUntil(lambda: line.told_words == "Saved then.xlsx", timeout=LONG)
    words = [cell.value for row in load_workbook(path)["About"].rows for cell in row]
    assert any(str(each).startswith("As of 5 Nov 2025: ") for each in words)


def test_it_waits_for_the_series_and_asks_once(
    observations: Observations,
    session: Session,
    line: StatusLine,
    window: QWidget,
    exporter: DataExportPresenter,
) -> None:
    exporter.export()
    exporter.export()
    assert line.told_words == READING
    assert dialog_of(window) is None
    session.take_observations(observations)
    assert line.told_words == ""
    assert len(window.findChildren(QFileDialog)) == 1
    dialog = dialog_of(window)
    assert dialog is not None
    dialog.close()


def test_series_that_could_not_be_read_are_told_of(
    session: Session, line: StatusLine, window: QWidget, exporter: DataExportPresenter
) -> None:
    exporter.export()
    session.give_up_observations("the disk is gone")
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "the disk is gone" in box.text()
    assert line.told_words == ""
    box.close()


def test_a_file_that_cannot_be_saved_is_told_of_and_the_status_line_is_cleared(
    qtbot: QtBot,
    observations: Observations,
    session: Session,
    line: StatusLine,
    window: QWidget,
    exporter: DataExportPresenter,
    tmp_path: Path,
) -> None:
    session.take_observations(observations)
    exporter.export()
    answer(window, tmp_path / "none" / "data.md")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None, timeout=LONG)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "could not be saved" in box.text()
    qtbot.waitUntil(lambda: line.told_words == "")
    box.close()
