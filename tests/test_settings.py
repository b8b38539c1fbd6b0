import os
from pathlib import Path

import pytest

from explorer.settings import LastBrief, Settings, read_settings, write_settings

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


def test_the_last_brief_of_a_pair_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    old = LastBrief("AZE", "KAZ", "2025-11-08", "2026.11")
    other = LastBrief("AZE", "UZB", "2026-01-01", "2026.11")
    new = LastBrief("AZE", "KAZ", "2026-11-23", "2026.11")
    kept = Settings().with_briefs((old, other)).with_briefs((new,))
    assert set(kept.last_briefs) == {new, other}
    write_settings(tmp_path / "settings.json", kept)
    assert read_settings(tmp_path / "settings.json") == kept


@pytest.mark.parametrize(
    "brief",
    [
        "3",
        '{"baseline": "AZE"}',
        '{"baseline": "AZE", "comparator": "KAZ", "day": "soon", "edition": "2026.11"}',
        '{"baseline": "AZE", "comparator": 4, "day": "2026-01-01", "edition": "2026.11"}',
    ],
)
def test_a_last_brief_that_cannot_be_read_is_forgotten(tmp_path: Path, brief: str) -> None:
    (tmp_path / "settings.json").write_text(f'{{"last_briefs": [{brief}]}}', "utf-8")
    assert read_settings(tmp_path / "settings.json") == Settings()
