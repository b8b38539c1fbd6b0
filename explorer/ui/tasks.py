"""The one door off the GUI thread: work that may take longer than 50 ms goes through here."""

from collections.abc import Callable
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

T = TypeVar("T")


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """Raised inside work by `Progress.step` once the user has cancelled."""


class Progress(QObject):
    """Handed to work: it says how far it is, and stops when the user cancels."""

    moved = Signal(int, int, str)

    def __init__(self) -> None:
        """Begin uncancelled."""
        super().__init__()
        self._cancelled = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled.set()

    def step(self, done: int, total: int, words: str) -> None:
        """Tell how far the work is.

        Raises:
            Cancelled: if the user has cancelled.
        """
        if self._cancelled.is_set():
            raise Cancelled
        self.moved.emit(done, total, words)


class Task(QObject, Generic[T]):
    """One piece of work under way. Exactly one of the four signals comes, on the GUI thread.

    `stale` comes in place of an answer that a newer task of the same name has overtaken.
    """

    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    stale = Signal()

    def __init__(self, name: str, work: Callable[[Progress], T]) -> None:
        """Keep the work; `TaskDoor.start` starts it."""
        super().__init__()
        self.name = name
        self.progress = Progress()
        self.work = work

    def cancel(self) -> None:
        """Ask the work to stop."""
        self.progress.cancel()


class _Answer(QObject):
    """Carries a result from the worker's thread to the GUI thread."""

    ready = Signal(object, object)


class _Runner(QRunnable):
    def __init__(self, task: Task[object], answer: _Answer) -> None:
        super().__init__()
        self._task = task
        self._answer = answer

    def run(self) -> None:
        try:
            result, error = self._task.work(self._task.progress), None
        except Exception as caught:  # noqa: BLE001 - every failure must reach the GUI thread
            result, error = None, caught
        self._answer.ready.emit(result, error)


class TaskDoor(QObject):
    """Starts tasks on a pool of threads and delivers their answers on the GUI thread.

    `closed` says that no more is to be started: who waits to start something need not.
    """

    closed = Signal()

    def __init__(self) -> None:
        """Open the door with a pool of its own."""
        super().__init__()
        self._pool = QThreadPool()
        self._newest: dict[str, Task[object]] = {}
        self._under_way: dict[_Answer, Task[object]] = {}

    def start(self, task: Task[T]) -> Task[T]:
        """Start a task. An earlier one of the same name becomes stale: its answer is dropped."""
        answer = _Answer(self)
        answer.ready.connect(self._deliver)
        self._newest[task.name] = task  # pyright: ignore[reportArgumentType] - T only ever leaves
        self._under_way[answer] = task  # pyright: ignore[reportArgumentType] - as above
        self._pool.start(_Runner(task, answer))  # pyright: ignore[reportArgumentType] - as above
        return task

    def wait(self) -> None:
        """Wait until the threads have nothing left to do; the answers come in a later turn."""
        self._pool.waitForDone()

    def close(self) -> None:
        """Cancel everything and wait for the threads, so that none outlives the window."""
        self.closed.emit()
        for task in self._under_way.values():
            task.cancel()
        self._pool.waitForDone()
        self._under_way.clear()
        self._newest.clear()

    @property
    def is_idle(self) -> bool:
        """Say whether nothing is under way."""
        return not self._under_way

    @Slot(object, object)
    def _deliver(self, result: object, error: Exception | None) -> None:
        answer = self.sender()
        if not isinstance(answer, _Answer):
            return
        task = self._under_way.pop(answer, None)
        answer.deleteLater()
        if task is None:
            return
        if self._newest.get(task.name) is not task:
            task.stale.emit()
            return
        del self._newest[task.name]
        if isinstance(error, Cancelled):
            task.cancelled.emit()
        elif error is not None:
            import logging

            logging.getLogger(__name__).error("task %s failed", task.name, exc_info=error)
            task.failed.emit(error)
        else:
            task.done.emit(result)
