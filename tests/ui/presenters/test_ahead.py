import sys
import threading
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from explorer.ui.presenters.ahead import VIEW_MODULES, ImportAhead
from explorer.ui.tasks import Progress, Task, TaskDoor


@pytest.fixture
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """Give two modules that nobody has imported yet."""
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    found = ("piece_one", "piece_two")
    for name in found:
        (tmp_path / f"{name}.py").write_text("")
        monkeypatch.delitem(sys.modules, name, raising=False)
    return found


def test_a_piece_is_imported_a_turn_until_all_are(qtbot: QtBot, names: tuple[str, ...]) -> None:
    owner = QObject()
    ahead = ImportAhead(TaskDoor(), names, owner)
    assert not set(names) & set(sys.modules)
    qtbot.waitUntil(lambda: names[0] in sys.modules)
    assert names[1] not in sys.modules
    qtbot.waitUntil(lambda: ahead.is_done)
    assert names[1] in sys.modules


def test_nothing_is_imported_while_something_is_under_way(
    qtbot: QtBot, names: tuple[str, ...]
) -> None:
    owner, tasks, go = QObject(), TaskDoor(), threading.Event()
    ahead = ImportAhead(tasks, names, owner)
    tasks.start(Task("waiting", partial(_wait, go)))
    qtbot.wait(400)
    assert not set(names) & set(sys.modules)
    go.set()
    qtbot.waitUntil(lambda: ahead.is_done)
    assert set(names) <= set(sys.modules)
    tasks.close()


def _wait(go: threading.Event, _progress: Progress) -> None:
    go.wait(5)


def test_every_name_is_a_module_of_the_app() -> None:
    root = Path(__file__).parents[3]
    for name in VIEW_MODULES:
        place = root.joinpath(*name.split("."))
        assert place.is_dir() or place.with_suffix(".py").is_file(), name
