from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from explorer.pages.charts import Bar, BarChart, Caption
from explorer.pages.tables import Table
from explorer.style import LIGHT
from explorer.ui.presenters.chart_file import ChartFilePresenter, chart_offer
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper

CAPTION = Caption("Trade with Iran", "%", "Source", "", "Words", Table(("A",), (("1",),), (True,)))
CHART = BarChart(CAPTION, (Bar("AZE", "Azerbaijan", 1.0, 2020, ""),), 1)
BEGINNINGS = {"png": b"\x89PNG", "svg": b"<?xml"}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskDoor]:
    del qtbot
    made = TaskDoor()
    yield made
    made.close()


@pytest.fixture
def files(window: QWidget, tasks: TaskDoor, themes: ThemeKeeper) -> ChartFilePresenter:
    return ChartFilePresenter(tasks, themes, window)


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_chart_is_saved_where_the_user_says(
    qtbot: QtBot, window: QWidget, files: ChartFilePresenter, tmp_path: Path, kind: str
) -> None:
    files.save(CHART, kind)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == f"Trade with Iran.{kind}"
    path = tmp_path / f"chart.{kind}"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(path.exists, timeout=20_000)
    assert path.read_bytes().startswith(BEGINNINGS[kind])


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_the_user_may_choose_the_kind_in_the_dialog(
    qtbot: QtBot, window: QWidget, files: ChartFilePresenter, tmp_path: Path, kind: str
) -> None:
    files.save(CHART)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.nameFilters() == ["PNG picture (*.png)", "SVG drawing (*.svg)"]
    path = tmp_path / f"chart.{kind}"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(path.exists, timeout=20_000)
    assert path.read_bytes().startswith(BEGINNINGS[kind])


def test_a_folder_that_is_not_there_is_said(
    qtbot: QtBot, window: QWidget, files: ChartFilePresenter, tmp_path: Path
) -> None:
    files.write(chart_offer(CHART, LIGHT), "svg", tmp_path / "missing" / "chart.svg")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None, timeout=20_000)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "chart.svg" in box.text()
    box.close()
