import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from explorer.errors import ExportError
from explorer.ui.tasks import Progress, Task, TaskDoor


@pytest.fixture
def door(qtbot: QtBot) -> Iterator[TaskDoor]:
    del qtbot
    made = TaskDoor()
    yield made
    made.close()


def test_work_runs_off_the_gui_thread_and_its_answer_comes_on_it(
    qtbot: QtBot, door: TaskDoor
) -> None:
    came: list[tuple[object, int]] = []
    task = Task("work", lambda _: threading.get_ident())

    def take(result: object) -> None:
        came.append((result, threading.get_ident()))

    task.done.connect(take)
    door.start(task)
    qtbot.waitUntil(lambda: bool(came))
    worked_in, delivered_in = came[0]
    assert worked_in != threading.get_ident()
    assert delivered_in == threading.get_ident()
    assert door.is_idle


def test_a_failure_comes_as_the_error_itself(qtbot: QtBot, door: TaskDoor) -> None:
    def fail(_progress: Progress) -> None:
        raise ExportError("no room")

    task = Task("work", fail)
    failures: list[object] = []
    task.failed.connect(failures.append)
    door.start(task)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], ExportError)


def test_cancelled_work_says_that_it_was_cancelled(qtbot: QtBot, door: TaskDoor) -> None:
    started = threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        while True:
            progress.step(0, 1, "on and on")

    task = Task("work", work)
    with qtbot.waitSignal(task.cancelled):
        door.start(task)
        assert started.wait(5)
        task.cancel()


def test_an_answer_that_a_newer_task_has_overtaken_is_stale(qtbot: QtBot, door: TaskDoor) -> None:
    gate = threading.Event()
    answers: list[object] = []
    slow = Task("chart", lambda _: gate.wait(5))
    quick = Task("chart", lambda _: "new")
    slow.done.connect(answers.append)
    quick.done.connect(answers.append)
    with qtbot.waitSignals([slow.stale, quick.done]):
        door.start(slow)
        door.start(quick)
        gate.set()
    assert answers == ["new"]


def test_progress_is_told_on_the_gui_thread(qtbot: QtBot, door: TaskDoor) -> None:
    def work(progress: Progress) -> None:
        progress.step(1, 3, "Drawing")

    task = Task("work", work)
    moves: list[tuple[object, ...]] = []

    def take(done: int, total: int, words: str) -> None:
        moves.append((done, total, words, threading.get_ident()))

    task.progress.moved.connect(take)
    door.start(task)
    qtbot.waitUntil(lambda: door.is_idle)
    assert moves == [(1, 3, "Drawing", threading.get_ident())]


def test_closing_waits_and_lets_no_answer_through(qtbot: QtBot, door: TaskDoor) -> None:
    answers: list[object] = []
    task = Task("work", lambda _: "late")
    task.done.connect(answers.append)
    door.start(task)
    door.close()
    qtbot.wait(20)
    assert answers == []


def test_waiting_ends_when_the_work_is_done(door: TaskDoor) -> None:
    done = threading.Event()
    door.start(Task("work", lambda _: done.set()))
    door.wait()
    assert done.is_set()
