"""Saves what was made for the user, never in place of another file without leave."""

import os
from collections.abc import Callable
from pathlib import Path

from explorer import saving
from explorer.errors import ExportError


def check_target(path: Path, *, overwrite: bool) -> None:
    """Say early what would stop a file from being saved, before any work is done for it.

    Raises:
        ExportError: if the file exists and may not be replaced, or its folder is not writable.
    """
    if path.is_dir():
        raise ExportError(f"{path} is a folder; name a file in it.")
    if path.exists() and not overwrite:
        raise ExportError(_exists(path))
    folder = path.parent
    if not folder.is_dir():
        raise ExportError(f"There is no folder {folder}; make it, or choose another.")
    if not os.access(folder, os.W_OK):
        raise ExportError(f"{folder} cannot be written to; choose another folder.")


def save_whole(
    path: Path, content: bytes, *, overwrite: bool, before_swap: Callable[[], None]
) -> None:
    """Save a file whole or not at all, as `explorer.saving` does, and say what stops it.

    `before_swap` is called last of all; what it raises leaves the folder as it was.

    Raises:
        ExportError: if the file exists and may not be replaced, or the system refuses.
    """
    try:
        saving.save_whole(path, content, overwrite=overwrite, before_swap=before_swap)
    except FileExistsError as error:
        raise ExportError(_exists(path)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"{path} could not be saved ({reason}); free space or choose another folder."
        raise ExportError(message) from error


def _exists(path: Path) -> str:
    return f"{path} exists already; choose another name, or allow it to be replaced."
