"""A file that is there whole or not at all, and never in place of another without leave."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

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
    """Save a file: written beside its place, put safely on the disk, then swapped in.

    `before_swap` is called last of all; what it raises leaves the folder as it was.

    Raises:
        ExportError: if the file exists and may not be replaced, or the system refuses.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        _write(beside, content)
        before_swap()
        _swap_in(beside, path, overwrite=overwrite)
        _settle(path.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"{path} could not be saved ({reason}); free space or choose another folder."
        raise ExportError(message) from error
    finally:
        beside.unlink(missing_ok=True)


def _exists(path: Path) -> str:
    return f"{path} exists already; choose another name, or allow it to be replaced."


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _swap_in(beside: Path, path: Path, *, overwrite: bool) -> None:
    if overwrite:
        beside.replace(path)
        return
    try:
        # A link fails where the name is taken, also by a file that came while the work was done.
        path.hardlink_to(beside)
    except FileExistsError as error:
        raise ExportError(_exists(path)) from error
    except OSError:
        # Some file systems have no links; there the last look decides.
        if path.exists():
            raise ExportError(_exists(path)) from None
        beside.replace(path)


def _settle(folder: Path) -> None:
    """Put the folder's entry on the disk too, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
