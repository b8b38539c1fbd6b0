import errno
import os
from pathlib import Path

import pytest

from explorer import saving
from explorer.errors import ExportError
from explorer.pages.export_values import DataExport
from explorer.report.data_export import FORMS, Form, data_bytes, form_of, save_folder, write_data

FILES = {"a.csv": b"a", "b.csv": b"b"}


def silent(_done: int, _total: int, _words: str) -> None:
    """Take progress and say nothing."""


def write(path: Path, export: DataExport, form: Form, *, overwrite: bool = False) -> None:
    write_data(path, export, form, overwrite=overwrite, progress=silent)


def test_a_form_goes_by_the_suffix_of_its_file() -> None:
    assert [form_of(suffix) for suffix in ("xlsx", "md", "json", "zip")] == list(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_saved_and_is_not_saved_over_without_leave(
    form: Form, odd_export: DataExport, tmp_path: Path
) -> None:
    path = tmp_path / ("data.zip" if form == "csv" else f"data.{form}")
    write(path, odd_export, form)
    assert path.read_bytes() == data_bytes(odd_export, form_of(path.suffix[1:]), silent)
    path.write_bytes(b"mine")
    with pytest.raises(ExportError, match="exists already"):
        write(path, odd_export, form)
    assert path.read_bytes() == b"mine"
    write(path, odd_export, form, overwrite=True)
    assert path.read_bytes() != b"mine"


def test_csv_goes_to_a_folder_unless_the_name_is_that_of_a_zip(
    odd_export: DataExport, tmp_path: Path
) -> None:
    folder = tmp_path / "data ə=1"
    write(folder, odd_export, "csv")
    assert {each.name for each in folder.iterdir()} == {
        *("about.csv", "columns.csv", "odd.csv", "none.csv", "sources.csv"),
    }
    with pytest.raises(ExportError, match="not empty"):
        write(folder, odd_export, "csv")
    write(folder, odd_export, "csv", overwrite=True)
    assert [each.name for each in tmp_path.iterdir()] == [folder.name]


def test_a_folder_with_other_files_in_it_is_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "thesis.doc").write_bytes(b"years of work")
    with pytest.raises(ExportError, match=r"other files, such as thesis\.doc"):
        save_folder(folder, FILES, overwrite=True)
    assert (folder / "thesis.doc").read_bytes() == b"years of work"
    assert [each.name for each in tmp_path.iterdir()] == ["mine"]


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    save_folder(tmp_path / "new", FILES, overwrite=False)
    assert (tmp_path / "new" / "b.csv").read_bytes() == b"b"


def test_what_stops_a_folder_from_being_saved_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    save_folder(folder, {"a.csv": b"old"}, overwrite=False)
    whole = saving.save_whole

    def on_a_full_disk(path: Path, content: bytes, *, overwrite: bool) -> None:
        if path.name == "b.csv":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        whole(path, content, overwrite=overwrite)

    monkeypatch.setattr(saving, "save_whole", on_a_full_disk)
    with pytest.raises(ExportError, match="No space left on device"):
        save_folder(folder, FILES, overwrite=True)
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == {"a.csv": b"old"}
    assert [each.name for each in tmp_path.iterdir()] == ["data"]


def test_a_folder_that_cannot_take_its_place_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    save_folder(folder, {"a.csv": b"old"}, overwrite=False)
    rename = Path.rename

    def refused(self: Path, target: Path) -> Path:
        if self.name.endswith(".new"):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(ExportError, match="Permission denied"):
        save_folder(folder, FILES, overwrite=True)
    assert (folder / "a.csv").read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["data"]


@pytest.mark.parametrize(
    ("name", "form", "reason"),
    [
        ("none/data.xlsx", "xlsx", "There is no folder"),
        ("none/data", "csv", "There is no folder"),
        ("file", "csv", "is a file"),
    ],
)
def test_a_place_that_cannot_take_it_is_told_of(
    name: str, form: Form, reason: str, odd_export: DataExport, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(ExportError, match=reason):
        write(tmp_path / name, odd_export, form, overwrite=True)
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
