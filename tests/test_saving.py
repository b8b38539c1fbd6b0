import os
from pathlib import Path

import pytest

from explorer.saving import save_whole, sweep

ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions are other elsewhere")


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def permissions(path: Path) -> int:
    return path.stat().st_mode & 0o777


def full(_descriptor: int) -> None:
    raise OSError(28, "No space left on device")


def test_what_is_saved_is_there_and_nothing_beside_it(tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        save_whole(tmp_path / "a", content)
        assert (tmp_path / "a").read_bytes() == content
    assert names_in(tmp_path) == ["a"]


def test_a_file_is_not_replaced_without_leave(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        save_whole(tmp_path / "a", b"other", overwrite=False)
    assert (tmp_path / "a").read_bytes() == b"mine"
    assert names_in(tmp_path) == ["a"]


def test_a_file_is_not_replaced_without_leave_where_there_are_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    save_whole(tmp_path / "a", b"mine", overwrite=False)
    with pytest.raises(FileExistsError):
        save_whole(tmp_path / "a", b"other", overwrite=False)
    assert (tmp_path / "a").read_bytes() == b"mine"


def test_what_stops_the_saving_leaves_the_folder_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_whole(tmp_path / "a", b"old")
    with pytest.raises(ZeroDivisionError):
        save_whole(tmp_path / "a", b"new", before_swap=lambda: 1 // 0)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names_in(tmp_path) == ["a"]


@ON_POSIX
def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    save_whole(tmp_path / "a", b"one")
    for given in (0o600, 0o644, 0o660):
        (tmp_path / "a").chmod(given)
        save_whole(tmp_path / "a", b"two")
        assert permissions(tmp_path / "a") == given


@ON_POSIX
def test_a_new_private_file_is_the_users_alone_and_another_is_as_the_user_makes_files(
    tmp_path: Path,
) -> None:
    (tmp_path / "usual").touch()
    save_whole(tmp_path / "private", b"", private=True)
    save_whole(tmp_path / "other", b"")
    assert permissions(tmp_path / "private") == 0o600
    assert permissions(tmp_path / "other") == permissions(tmp_path / "usual")


@ON_POSIX
def test_a_link_stays_a_link_and_is_swept_behind(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "a").symlink_to(tmp_path / "far" / "[b]")
    save_whole(tmp_path / "a", b"x")
    left = tmp_path / "far" / ".[b].1234.new"
    left.touch()
    sweep(tmp_path / "a")
    assert left.exists()
    os.utime(left, (0, 0))
    sweep(tmp_path / "a")
    assert (tmp_path / "a").is_symlink()
    assert names_in(tmp_path / "far") == ["[b]"]


@ON_POSIX
def test_a_link_that_leads_to_itself_gives_way_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")
    save_whole(tmp_path / "a", b"x")
    assert (tmp_path / "a").read_bytes() == b"x"
