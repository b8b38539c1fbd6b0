import os
from pathlib import Path

import pytest

from explorer.settings import Settings, read_settings, write_settings

CHOSEN = Settings(
    theme="dark", detail_width=400, detail_open=False, baseline="KAZ", comparators=("UZB", "AZE")
)


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    write_settings(tmp_path / "home" / "settings.json", CHOSEN)
    assert read_settings(tmp_path / "home" / "settings.json") == CHOSEN
    assert names_in(tmp_path / "home") == ["settings.json"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"theme": "pink", "detail_width": "wide"}'])
def test_settings_that_cannot_be_read_are_the_first_ones(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text, "utf-8")
    assert read_settings(tmp_path / "settings.json") == Settings()


def test_settings_that_cannot_be_put_on_the_disk_leave_the_old_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "settings.json"
    write_settings(path, CHOSEN)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_settings(path, Settings())
    assert read_settings(path) == CHOSEN
    assert names_in(tmp_path) == ["settings.json"]


def test_what_a_killed_app_left_beside_the_settings_is_swept(tmp_path: Path) -> None:
    left = tmp_path / ".settings.json.1234.new"
    left.touch()
    os.utime(left, (0, 0))
    write_settings(tmp_path / "settings.json", CHOSEN)
    assert names_in(tmp_path) == ["settings.json"]
