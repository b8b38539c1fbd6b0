from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.view import Target, View
from explorer.ui.panels.record import RecordPanel
from explorer.ui.presenters.own_record import OwnRecordPresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.message_window import MessageWindow
from explorer.workspace.document import OwnForecast, Workspace
from explorer.workspace.forecasts import put_forecast

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HEADER = "question_id,likelihood,when,confidence,reason\n"


@dataclass
class Desk:
    """The view Record with a file to be taken in."""

    session: Session
    tasks: TaskDoor
    panel: RecordPanel
    qtbot: QtBot

    def take(self, path: Path, *, is_settled: bool = True) -> None:
        self.panel.head.buttons["import"].click()
        dialog = self.panel.findChild(QFileDialog)
        assert dialog is not None
        dialog.fileSelected.emit(str(path))
        dialog.close()
        if is_settled:
            self.qtbot.waitUntil(lambda: self.tasks.is_idle)


@pytest.fixture
def desk(qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper) -> Iterator[Desk]:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("country", "KAZ"))
    panel = RecordPanel(themes.theme)
    qtbot.addWidget(panel)
    tasks = TaskDoor()
    presenter = OwnRecordPresenter(session, tasks, themes, panel, lambda: NOW)
    panel.show()
    yield Desk(session, tasks, panel, qtbot)
    del presenter
    tasks.close()


def test_a_file_is_taken_in_as_one_step(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(HEADER + "Q02,0.35,,low,Clouds\nQ18,0.5,,,\n", "utf-8")
    desk.take(path)
    assert [each.question for each in desk.session.workspace.forecasts.values()] == ["Q02", "Q18"]
    assert desk.panel.head.said.text().startswith("2 forecasts taken in")
    desk.session.undo()
    assert not desk.session.workspace.forecasts


def test_of_a_file_with_faults_nothing_is_taken_and_each_row_is_named(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(HEADER + "Q02,0.35,,,\nQ77,0.5,,,\nQ02,35,,,\n", "utf-8")
    desk.take(path)
    told = desk.panel.findChild(MessageWindow, "forecast faults")
    assert told is not None
    assert not desk.session.workspace.forecasts
    told.close()


def test_what_the_user_does_while_a_file_is_read_is_not_lost(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(HEADER + "Q02,0.35,,,\n", "utf-8")
    desk.take(path, is_settled=False)
    made = OwnForecast("F001", "Q18", "Did it?", 0.9, NOW, "")
    desk.session.edit(put_forecast(desk.session.workspace, made))
    desk.qtbot.waitUntil(lambda: len(desk.session.workspace.forecasts) == 2)
    found = {key: each.question for key, each in desk.session.workspace.forecasts.items()}
    assert found == {"F001": "Q18", "F002": "Q02"}


def test_on_an_earlier_day_no_file_is_taken_in(desk: Desk) -> None:
    desk.session.look_as_of(date(2026, 11, 1))
    desk.panel.head.buttons["import"].click()
    assert desk.panel.findChild(QFileDialog) is None
    assert "Go back to the newest date" in desk.panel.head.said.text()
