from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.presenters.file_saving import FileSaver, Offer, file_name
from explorer.ui.tasks import TaskDoor

KINDS = {"csv": "Values", "txt": "Text"}
OFFER = Offer("Save it", "The name", KINDS, lambda kind: f"as {kind}".encode())


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
def saver(window: QWidget, tasks: TaskDoor) -> FileSaver:
    return FileSaver(tasks, window)


def dialog_of(window: QWidget) -> QFileDialog:
    found = window.findChild(QFileDialog)
    assert found is not None
    return found


def told(qtbot: QtBot, window: QWidget) -> str:
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None, timeout=20_000)
    box = window.findChild(QMessageBox)
    assert box is not None
    box.close()
    return box.text()


def test_the_dialog_asks_before_a_file_is_replaced(window: QWidget, saver: FileSaver) -> None:
    saver.ask(OFFER)
    dialog = dialog_of(window)
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert Path(dialog.selectedFiles()[0]).name == "The name.csv"
    dialog.close()


@pytest.mark.parametrize("name", ["one.csv", "one.TXT"])
def test_the_suffix_says_the_kind(
    qtbot: QtBot, window: QWidget, saver: FileSaver, tmp_path: Path, name: str
) -> None:
    saver.ask(OFFER)
    dialog = dialog_of(window)
    path = tmp_path / name
    path.write_bytes(b"old")
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: path.read_bytes() != b"old", timeout=20_000)
    assert path.read_bytes() == f"as {path.suffix[1:].lower()}".encode()
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_the_proposed_name_follows_the_kind_chosen(window: QWidget, saver: FileSaver) -> None:
    saver.ask(OFFER)
    dialog = dialog_of(window)
    dialog.filterSelected.emit("Text (*.txt)")
    assert dialog.defaultSuffix() == "txt"
    assert Path(dialog.selectedFiles()[0]).name == "The name.txt"
    dialog.close()


def test_a_name_of_another_kind_gets_the_suffix_of_the_chosen_kind(
    qtbot: QtBot, window: QWidget, saver: FileSaver, tmp_path: Path
) -> None:
    saver.ask(OFFER)
    dialog = dialog_of(window)
    dialog.fileSelected.emit(str(tmp_path / "one.jpg"))
    dialog.close()
    path = tmp_path / "one.jpg.csv"
    qtbot.waitUntil(path.exists, timeout=20_000)
    assert path.read_bytes() == b"as csv"


def test_it_is_said_what_was_written_and_where(
    qtbot: QtBot, window: QWidget, saver: FileSaver, tmp_path: Path
) -> None:
    saver.ask(OFFER)
    dialog = dialog_of(window)
    saved: list[Path] = []
    saver.saved.connect(saved.append)
    with qtbot.waitSignal(saver.saved, timeout=20_000):
        dialog.fileSelected.emit(str(tmp_path / "one.json"))
    dialog.close()
    assert saved == [tmp_path / "one.json.csv"]
    assert (tmp_path / "one.json.csv").exists()


def test_a_file_that_the_dialog_did_not_ask_about_is_not_replaced(
    qtbot: QtBot, window: QWidget, saver: FileSaver, tmp_path: Path
) -> None:
    path = tmp_path / "one.jpg.csv"
    path.write_bytes(b"old")
    saver.ask(OFFER)
    dialog = dialog_of(window)
    dialog.fileSelected.emit(str(tmp_path / "one.jpg"))
    dialog.close()
    assert "exists already" in told(qtbot, window)
    assert path.read_bytes() == b"old"


def test_the_next_dialog_opens_where_the_last_file_went(
    qtbot: QtBot, window: QWidget, tasks: TaskDoor, saver: FileSaver, tmp_path: Path
) -> None:
    saver.write(OFFER, "csv", tmp_path / "one.csv")
    qtbot.waitUntil(lambda: tasks.is_idle, timeout=20_000)
    saver.ask(OFFER)
    dialog = dialog_of(window)
    assert Path(dialog.directory().absolutePath()) == tmp_path
    dialog.close()


def test_what_cannot_be_made_leaves_no_file_and_is_told(
    qtbot: QtBot, window: QWidget, saver: FileSaver, tmp_path: Path
) -> None:
    def make(kind: str) -> bytes:
        raise ValueError(kind)

    saver.write(Offer("Save it", "The name", KINDS, make), "csv", tmp_path / "one.csv")
    assert "a fault of the app: ValueError('csv')" in told(qtbot, window)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(
    qtbot: QtBot, window: QWidget, saver: FileSaver, tmp_path: Path
) -> None:
    saver.write(OFFER, "csv", tmp_path / "missing" / "one.csv")
    assert "one.csv could not be saved" in told(qtbot, window)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Trade with Iran", "Trade with Iran"),
        ("Votes: yes/no?", "Votes yes no"),
        ("../../etc", "etc"),
        ("\n", "Chart"),
        ("x" * 300, "x" * 80),
    ],
)
def test_a_title_becomes_a_name_that_any_system_takes(title: str, name: str) -> None:
    assert file_name(title) == name
