import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.errors import WorkspaceError
from explorer.pages.view import Target, View
from explorer.ui import autosave as autosave_module
from explorer.ui.autosave import Autosave
from explorer.ui.session import Session
from explorer.workspace.document import Workspace
from explorer.workspace.edits import write_note
from explorer.workspace.storage import open_workspace, read, write

NOW = datetime(2026, 11, 24, tzinfo=UTC)
TARGET = "country:KAZ"
CHILD = Path(__file__).with_name("typing_child.py")
KILLS = 3
MAY_BE_LOST = 1.0  # seconds


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "workspace.json"


@pytest.fixture
def session(qtbot: QtBot, atlas: Atlas) -> Session:
    del qtbot
    return Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("country", "KAZ"))


@pytest.fixture
def autosave(session: Session, path: Path) -> Iterator[Autosave]:
    made = Autosave(session, path)
    yield made
    made.close()


def say(session: Session, text: str, target: str = TARGET) -> None:
    session.edit(write_note(session.workspace, target, text, NOW), f"note {target}")


def test_a_change_is_saved_a_moment_later(
    qtbot: QtBot, session: Session, autosave: Autosave, path: Path
) -> None:
    states: list[str] = []
    autosave.state_changed.connect(states.append)
    say(session, "Ask about grain")
    assert not path.exists()
    qtbot.waitUntil(lambda: autosave.is_saved, timeout=3000)
    assert read(path).note(TARGET) == "Ask about grain"
    assert states[0] == "Saving…"
    assert states[-1].startswith("Saved ")


def test_while_typing_goes_on_it_is_saved_within_a_second(
    qtbot: QtBot, session: Session, autosave: Autosave, path: Path
) -> None:
    begun = time.monotonic()
    text = ""
    while not path.exists() and time.monotonic() - begun < 3:
        text += "x"
        say(session, text)
        qtbot.wait(10)
    assert path.exists()
    assert time.monotonic() - begun < MAY_BE_LOST


def test_typing_is_not_held_up_by_a_slow_disk(
    qtbot: QtBot,
    session: Session,
    autosave: Autosave,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate = threading.Event()

    def slow(place: Path, workspace: Workspace) -> str:
        gate.wait(5)
        return write(place, workspace)

    monkeypatch.setattr(autosave_module, "write", slow)
    monkeypatch.setattr(autosave_module, "PAUSE_MS", 1)
    say(session, "a")
    qtbot.waitUntil(lambda: autosave.state == "Saving…")
    begun = time.perf_counter()
    say(session, "ab")
    assert time.perf_counter() - begun < 0.05
    gate.set()
    qtbot.waitUntil(lambda: autosave.is_saved, timeout=3000)
    assert read(path).note(TARGET) == "ab"


def test_closing_saves_what_was_typed_last(session: Session, path: Path) -> None:
    autosave = Autosave(session, path)
    say(session, "the last word")
    assert autosave.close()
    assert read(path).note(TARGET) == "the last word"


def test_nothing_is_written_while_nothing_is_said(session: Session, path: Path) -> None:
    autosave = Autosave(session, path)
    assert autosave.state == ""
    assert autosave.close()
    assert not path.exists()


def test_undo_is_saved_like_any_change(session: Session, path: Path, autosave: Autosave) -> None:
    say(session, "one")
    autosave.flush()
    session.undo()
    assert autosave.flush()
    assert read(path) == Workspace()


def test_what_another_window_wrote_is_kept_and_told_of(
    session: Session, path: Path, autosave: Autosave
) -> None:
    told: list[str] = []
    autosave.told.connect(told.append)
    say(session, "mine")
    autosave.flush()
    theirs = write_note(Workspace(), "country:UZB", "theirs", NOW)
    write(path, theirs)
    say(session, "mine again")
    assert autosave.flush()
    kept = next(path.parent.glob("workspace.other-*.json"))
    assert read(kept) == theirs
    assert read(path).note(TARGET) == "mine again"
    assert kept.name in told[0]


def test_what_was_written_between_opening_and_watching_is_kept_too(
    session: Session, path: Path
) -> None:
    theirs = write_note(Workspace(), "country:UZB", "theirs", NOW)
    write(path, theirs)
    autosave = Autosave(session, path)
    say(session, "mine")
    assert autosave.close()
    assert read(next(path.parent.glob("workspace.other-*.json"))) == theirs


def test_a_save_that_fails_is_said_and_tried_again(
    qtbot: QtBot,
    session: Session,
    autosave: Autosave,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(place: Path, _workspace: Workspace) -> str:
        raise WorkspaceError(f"{place} cannot be written: Permission denied")

    monkeypatch.setattr(autosave_module, "RETRY_MS", 20)
    with monkeypatch.context() as broken:
        broken.setattr(autosave_module, "write", refuse)
        say(session, "a")
        assert not autosave.flush()
        assert autosave.state.startswith("Not saved: ")
        assert "Permission denied" in autosave.state
    qtbot.waitUntil(lambda: autosave.is_saved, timeout=3000)
    assert read(path).note(TARGET) == "a"


def test_a_file_saved_earlier_says_when(session: Session, path: Path) -> None:
    write(path, session.workspace)
    autosave = Autosave(session, path)
    assert autosave.state.startswith("Saved ")
    autosave.close()


def kill_while_typing(path: Path, after: float) -> list[tuple[float, int]]:
    """Let a process type for `after` seconds, kill it, and return when it typed how much."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    typed: list[tuple[float, int]] = []
    out = child.stdout
    assert out is not None
    with child:
        line = out.readline()
        end = time.monotonic() + after
        while line and time.monotonic() < end:
            moment, length = line.split()
            typed.append((float(moment), int(length)))
            line = out.readline()
        child.kill()
    return typed


def test_a_kill_in_mid_typing_loses_at_most_the_last_second(path: Path) -> None:
    chance = random.Random(2026)  # noqa: S311 - only to spread the moments of the kills
    for _ in range(KILLS):
        before = len(open_workspace(path).workspace.note(TARGET))
        typed = kill_while_typing(path, chance.uniform(1.3, 2.0))
        opened = open_workspace(path)
        kept = len(opened.workspace.note(TARGET))
        assert opened.message == ""
        killed = typed[-1][0]
        old_enough = [length for moment, length in typed if moment < killed - MAY_BE_LOST]
        assert before < max(old_enough) <= kept
