import os
import stat
from pathlib import Path

import pytest

from explorer.errors import ExportError
from explorer.pages.brief import Brief
from explorer.report import write_brief
from explorer.report.printing import steps_of
from explorer.report.saving import save_whole


def silent(_done: int, _total: int, _words: str) -> None:
    """Take progress and say nothing."""


class StopError(Exception):
    """Stands for the user's cancelling."""


def test_a_brief_is_written_whole_and_nothing_else_is_left(tmp_path: Path, brief: Brief) -> None:
    target = tmp_path / "brief.pdf"
    write_brief(target, brief, overwrite=False, progress=silent)
    assert target.read_bytes().startswith(b"%PDF-1.7")
    assert list(tmp_path.iterdir()) == [target]


def test_progress_runs_from_nothing_to_all(tmp_path: Path, brief: Brief) -> None:
    steps: list[tuple[int, int]] = []
    write_brief(
        tmp_path / "brief.pdf",
        brief,
        overwrite=False,
        progress=lambda done, total, _words: steps.append((done, total)),
    )
    assert steps == [(done, steps[0][1]) for done in range(steps[0][1] + 1)]


def test_a_file_that_is_there_is_not_replaced_unless_told(tmp_path: Path, brief: Brief) -> None:
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"mine")
    with pytest.raises(ExportError, match="exists already"):
        write_brief(target, brief, overwrite=False, progress=silent)
    assert target.read_bytes() == b"mine"
    write_brief(target, brief, overwrite=True, progress=silent)
    assert target.read_bytes().startswith(b"%PDF")


def test_a_file_that_came_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "brief.pdf"

    def other_program() -> None:
        target.write_bytes(b"theirs")

    with pytest.raises(ExportError, match="exists already"):
        save_whole(target, b"ours", overwrite=False, before_swap=other_program)
    assert target.read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("step", range(9))
def test_cancelling_at_any_step_leaves_nothing(tmp_path: Path, brief: Brief, step: int) -> None:
    def cancelled(done: int, _total: int, _words: str) -> None:
        if done == step:
            raise StopError

    target = tmp_path / "brief.pdf"
    with pytest.raises(StopError):
        write_brief(target, brief, overwrite=False, progress=cancelled)
    saved = [target] if step == steps_of(brief) else []
    assert list(tmp_path.iterdir()) == saved


def test_a_missing_folder_is_named_with_what_to_do(tmp_path: Path, brief: Brief) -> None:
    with pytest.raises(ExportError, match="make it, or choose another"):
        write_brief(tmp_path / "no" / "brief.pdf", brief, overwrite=False, progress=silent)


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path, brief: Brief) -> None:
    with pytest.raises(ExportError, match="is a folder"):
        write_brief(tmp_path, brief, overwrite=True, progress=silent)


def test_a_refusal_of_the_system_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="No space left on device"):
        save_whole(tmp_path / "a.pdf", b"x", overwrite=False, before_swap=lambda: None)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_put_on_the_disk_is_no_failure_once_the_file_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def refuse_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(22, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    save_whole(tmp_path / "a.pdf", b"x", overwrite=False, before_swap=lambda: None)
    assert (tmp_path / "a.pdf").read_bytes() == b"x"


def test_a_folder_without_leave_to_write_is_refused_before_the_work(
    tmp_path: Path, brief: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_path: Path, _mode: int) -> bool:
        return False

    def worked(_done: int, _total: int, words: str) -> None:
        pytest.fail(f"it began to work: {words}")

    monkeypatch.setattr(os, "access", refused)
    with pytest.raises(ExportError, match="cannot be written to"):
        write_brief(tmp_path / "a.pdf", brief, overwrite=False, progress=worked)
