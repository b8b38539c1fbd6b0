"""Writes the comparison as data to a file, or to a folder of files: whole or not at all."""

import os
import shutil
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Literal

from explorer import saving
from explorer.errors import ExportError
from explorer.pages.export_values import DataExport
from explorer.report.data_files import csv_files, json_bytes, zip_bytes
from explorer.report.markdown import markdown_bytes
from explorer.report.progress import Progress
from explorer.report.saving import check_target, save_whole

Form = Literal["xlsx", "md", "json", "csv"]
FORMS: tuple[Form, ...] = ("xlsx", "md", "json", "csv")
ZIP = ".zip"
_BY_SUFFIX: dict[str, Form] = {"xlsx": "xlsx", "md": "md", "json": "json", "zip": "csv"}


def form_of(suffix: str) -> Form:
    """Give the form of a file by its suffix, without the point: a zip holds CSV."""
    return _BY_SUFFIX[suffix]


def data_bytes(export: DataExport, form: Form, progress: Progress) -> bytes:
    """Give the content of a file in one of the forms; CSV comes as a zip of files."""
    match form:
        case "xlsx":
            from explorer.report.workbook import workbook_bytes

            return workbook_bytes(export, progress)
        case "md":
            return markdown_bytes(export)
        case "json":
            return json_bytes(export)
        case "csv":
            return zip_bytes(export)


def check_place(path: Path, form: Form, *, overwrite: bool) -> None:
    """Say early what would stop the data from being saved, before they are composed.

    Raises:
        ExportError: if something is in the way, or the place cannot be written to.
    """
    if not _is_folder(path, form):
        check_target(path, overwrite=overwrite)
        return
    if path.is_dir() and any(path.iterdir()) and not overwrite:
        message = f"{path} exists already and is not empty; name another folder, or allow it"
        raise ExportError(f"{message} to be replaced.")
    if path.exists() and not path.is_dir():
        message = f"{path} is a file; name a folder, or a file that ends in {ZIP}."
        raise ExportError(message)
    if not path.parent.is_dir():
        message = f"There is no folder {path.parent}; make it, or choose another."
        raise ExportError(message)
    if not os.access(path.parent, os.W_OK):
        raise ExportError(f"{path.parent} cannot be written to; choose another folder.")


def write_data(
    path: Path, export: DataExport, form: Form, *, overwrite: bool, progress: Progress
) -> None:
    """Write the data to a file; CSV to a zip if its name ends so, and else to a folder.

    Raises:
        ExportError: if something is in the way, or the system refuses; what was there stays.
    """
    check_place(path, form, overwrite=overwrite)
    if _is_folder(path, form):
        save_folder(path, csv_files(export), overwrite=overwrite)
        return
    content = data_bytes(export, form, progress)
    save_whole(path, content, overwrite=overwrite, before_swap=lambda: None)


def save_folder(
    folder: Path,
    files: Mapping[str, bytes],
    *,
    overwrite: bool,
    before_swap: Callable[[], object] = lambda: None,
) -> None:
    """Save files in a folder that is there whole or not at all.

    A folder that is replaced must hold nothing but files of these names. `before_swap` is called
    last of all; what it raises leaves everything as it was.

    Raises:
        ExportError: if the folder may not be replaced, or the system refuses.
    """
    mark = os.urandom(4).hex()
    beside = folder.with_name(f".{folder.name}.{mark}.new")
    old = folder.with_name(f".{folder.name}.{mark}.old")
    try:
        _check_replaced(folder, files.keys(), overwrite=overwrite)
        beside.mkdir()
        for name, content in files.items():
            saving.save_whole(beside / name, content, overwrite=False)
        before_swap()
        _swap_in(beside, folder, old)
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"{folder} could not be saved ({reason}); free space or choose another folder."
        raise ExportError(message) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        if folder.exists():  # else the old one could not be put back, and is all there is
            shutil.rmtree(old, ignore_errors=True)


def _is_folder(path: Path, form: Form) -> bool:
    return form == "csv" and path.suffix.lower() != ZIP


def _check_replaced(folder: Path, names: Collection[str], *, overwrite: bool) -> None:
    """Refuse to take away what was not written by an export."""
    found = [each.name for each in folder.iterdir()] if folder.is_dir() else []
    if found and not overwrite:
        message = f"{folder} exists already and is not empty; choose another folder."
        raise ExportError(message)
    foreign = sorted(set(found) - set(names))
    if foreign:
        message = f"{folder} holds other files, such as {foreign[0]}; choose another folder."
        raise ExportError(message)


def _swap_in(beside: Path, folder: Path, old: Path) -> None:
    if not folder.exists():
        beside.rename(folder)
        return
    folder.rename(old)
    try:
        beside.rename(folder)
    except OSError:
        with suppress(OSError):
            old.rename(folder)
        raise
