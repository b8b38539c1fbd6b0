"""What every test stands on: no screen, no user's files, no chance, and nothing left running."""

import contextlib
import gc
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Before Qt is imported, which reads them once.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ.pop("QT_STYLE_OVERRIDE", None)

settings.register_profile("same-each-time", derandomize=True, deadline=None, database=None)
settings.load_profile("same-each-time")

PATIENCE = 2.0  # seconds a thread that was asked to end may take to do so


@pytest.fixture(autouse=True)
def user_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep all files of the user's in a folder of this test's own, and return it."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("COUNTRY_EXPLORER_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def nothing_outlives_its_test() -> Iterator[None]:
    """Fail a test that leaves a thread running or a timer ticking.

    What exists before the test is frozen out of the collector's sight, so that the search for
    timers afterwards looks only at what the test itself made.
    """
    before = set(threading.enumerate())
    gc.freeze()
    yield
    end = time.monotonic() + PATIENCE
    while (threads := running_threads(before)) and time.monotonic() < end:
        time.sleep(0.01)
    if timers := ticking_timers():
        gc.collect()
        timers = ticking_timers()
    gc.unfreeze()
    empty_clipboard()
    assert not threads, f"left running: {threads}"
    assert not timers, f"left ticking: {timers}"


def running_threads(before: set[threading.Thread]) -> list[str]:
    """Name the threads that are new: Python's own, and Qt's while they work."""
    new = [thread for thread in threading.enumerate() if thread not in before]
    # A thread of Qt's pool that has called Python stays known to it, also when it rests.
    names = [thread.name for thread in new if not thread.name.startswith("Dummy-")]
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QThreadPool

        busy = QThreadPool.globalInstance().activeThreadCount()
        names += [f"{busy} of Qt's pool"] if busy else []
    return names


def ticking_timers() -> list[str]:
    """Describe the timers that tick on, after the widgets that were to be deleted are."""
    if "PySide6.QtCore" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    timers: list[QTimer] = []
    for each in gc.get_objects():
        # One that went with its window is still known to Python, and says so by raising.
        with contextlib.suppress(RuntimeError):
            if isinstance(each, QTimer) and each.isActive():
                timers.append(each)
    return [f"timer {timer.objectName()!r} of {timer.parent()!r}" for timer in timers]


def empty_clipboard() -> None:
    """Let go of what a test copied.

    Without a screen Qt keeps it until the process ends, after Python has: an object that Python
    made would then crash on its way out.
    """
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.instance() is not None:
            QGuiApplication.clipboard().clear()
