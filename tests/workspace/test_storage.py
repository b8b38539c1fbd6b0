import json
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

import pytest

from explorer.errors import WorkspaceError
from explorer.workspace.codec import NewerFormatError
from explorer.workspace.document import UserNote, Workspace
from explorer.workspace.storage import (
    ABSENT,
    fingerprint,
    keep_aside,
    known_fingerprint,
    open_workspace,
    read,
    write,
)

NOW = datetime(2026, 11, 24, 21, 4, 5, tzinfo=UTC)


def workspace_of(**notes: str) -> Workspace:
    made = {target: UserNote(target, text, NOW) for target, text in notes.items()}
    return Workspace(MappingProxyType(made))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "workspace.json"


def test_a_written_workspace_is_read_again(path: Path) -> None:
    workspace = workspace_of(a="Əsas qeyd: Шығыс\n\n- one")
    write(path, workspace)
    assert read(path) == workspace
    assert "Əsas qeyd" in path.read_text("utf-8")


def test_a_file_that_is_not_there_is_an_empty_workspace(path: Path) -> None:
    assert open_workspace(path).workspace == Workspace()
    assert open_workspace(path).message == ""
    assert not path.parent.exists()


def test_writing_leaves_nothing_beside_the_file(path: Path) -> None:
    write(path, workspace_of(a="1"))
    write(path, workspace_of(a="2"))
    assert names_in(path.parent) == ["workspace.json"]


@pytest.mark.skipif(os.name != "posix", reason="making links takes a privilege elsewhere")
def test_a_link_to_the_file_stays_a_link(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "synced.json"
    path.parent.mkdir()
    path.symlink_to(real)
    write(path, workspace_of(a="1"))
    assert path.is_symlink()
    assert read(real) == workspace_of(a="1")


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda whole: whole[: len(whole) // 2],
    "empty": lambda _: b"",
    "noise": lambda _: bytes(range(256)),
    "a file of another app": lambda whole: whole.replace(b"country-explorer", b"city-explorer"),
    "a note that is none": lambda whole: whole.replace(b'"text"', b'"colour"'),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_file_is_moved_aside_and_named(path: Path, kind: str) -> None:
    write(path, workspace_of(a="Something worth keeping"))
    damaged = DAMAGE[kind](path.read_bytes())
    path.write_bytes(damaged)
    opened = open_workspace(path, lambda: NOW)
    kept = path.with_name("workspace.damaged-20261124-210405.json")
    assert opened.workspace == Workspace()
    assert kept.read_bytes() == damaged
    assert not path.exists()
    assert kept.name in opened.message


def test_two_damaged_files_of_one_second_are_both_kept(path: Path) -> None:
    path.parent.mkdir()
    for content in (b"one", b"two"):
        path.write_bytes(content)
        open_workspace(path, lambda: NOW)
    kept = sorted(each.read_bytes() for each in path.parent.iterdir())
    assert kept == [b"one", b"two"]


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def newer(path: Path) -> bytes:
    document = {"format": 7, "sketches": ["not known here"]}
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(document), "utf-8")
    return path.read_bytes()


def test_a_file_of_a_newer_version_is_left_and_a_copy_is_kept(path: Path) -> None:
    content = newer(path)
    opened = open_workspace(path, lambda: NOW)
    assert opened.workspace == Workspace()
    assert path.read_bytes() == content
    assert path.with_name("workspace.v7.json").read_bytes() == content
    assert "newer version" in opened.message
    assert "workspace.v7.json" in opened.message
    with pytest.raises(NewerFormatError):
        read(path)


def test_a_newer_file_opened_twice_is_copied_once(path: Path) -> None:
    newer(path)
    open_workspace(path)
    open_workspace(path)
    assert names_in(path.parent) == ["workspace.json", "workspace.v7.json"]


def test_a_later_copy_of_a_newer_file_does_not_replace_the_earlier(path: Path) -> None:
    first = newer(path)
    open_workspace(path, lambda: NOW)
    path.write_text('{"format": 7, "more": 1}', "utf-8")
    open_workspace(path, lambda: NOW)
    kept = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    assert kept["workspace.v7.json"] == path.read_bytes()
    assert kept["workspace.v7-20261124-210405.json"] == first


def test_the_fingerprint_changes_with_the_content(path: Path) -> None:
    assert fingerprint(path) == ABSENT
    first = write(path, workspace_of(a="1"))
    assert fingerprint(path) == first
    assert write(path, workspace_of(a="2")) != first


def test_a_file_that_says_something_else_is_not_known(path: Path) -> None:
    assert known_fingerprint(path, Workspace()) == ABSENT
    stamp = write(path, workspace_of(a="1"))
    assert known_fingerprint(path, workspace_of(a="1")) == stamp
    assert known_fingerprint(path, Workspace()) is None
    path.write_bytes(b"damaged")
    assert known_fingerprint(path, Workspace()) is None


def test_a_newer_file_is_known_once_its_copy_is_there(path: Path) -> None:
    newer(path)
    assert known_fingerprint(path, Workspace()) is None
    open_workspace(path)
    assert known_fingerprint(path, Workspace()) == fingerprint(path)


def test_what_is_kept_aside_is_named(path: Path) -> None:
    write(path, workspace_of(a="theirs"))
    message = keep_aside(path, lambda: NOW)
    kept = path.with_name("workspace.other-20261124-210405.json")
    assert read(kept) == workspace_of(a="theirs")
    assert kept.name in message


def test_a_failed_write_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(path, workspace_of(a="old"))

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WorkspaceError, match="No space left"):
        write(path, workspace_of(a="new"))
    assert read(path) == workspace_of(a="old")
    assert names_in(path.parent) == ["workspace.json"]


def test_a_folder_that_cannot_be_made_is_an_error_to_act_on(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    with pytest.raises(WorkspaceError, match=r"workspace\.json cannot be written"):
        write(blocked / "workspace.json", Workspace())


def test_a_damaged_file_that_cannot_be_moved_is_left_and_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    path.write_bytes(b"damaged")

    def refuse(_old: Path, _new: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    opened = open_workspace(path)
    assert "left as it is" in opened.message
    assert path.read_bytes() == b"damaged"
    assert known_fingerprint(path, opened.workspace) is None


def test_what_a_killed_writer_left_is_swept_when_it_is_old(path: Path) -> None:
    write(path, workspace_of(a="1"))
    old, new = (path.with_name(f".workspace.json.{name}.new") for name in ("old", "new"))
    shutil.copy(path, old)
    shutil.copy(path, new)
    os.utime(old, (0, 0))
    open_workspace(path)
    assert not old.exists()
    assert new.exists()


@pytest.mark.skipif(os.name != "posix", reason="links and permissions are other elsewhere")
def test_what_a_killed_writer_left_beside_the_target_of_a_link_is_swept(
    path: Path, tmp_path: Path
) -> None:
    real = tmp_path / "synced" / "notes.json"
    path.parent.mkdir()
    path.symlink_to(real)
    write(path, workspace_of(a="1"))
    left = real.with_name(".notes.json.old.new")
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    open_workspace(path)
    assert names_in(real.parent) == ["notes.json"]


@pytest.mark.skipif(os.name != "posix", reason="links and permissions are other elsewhere")
def test_notes_are_the_users_alone_unless_the_user_has_opened_them_to_others(path: Path) -> None:
    write(path, workspace_of(a="1"))
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o640)
    write(path, workspace_of(a="2"))
    assert path.stat().st_mode & 0o777 == 0o640
