"""The file of the user's workspace: saved whole or not at all, and never overwritten blindly.

The bytes are those of `explorer.workspace.codec`, saved as `explorer.saving` does. A file that
cannot be read, or that another window or a newer version of the app wrote, is kept under another
name, and the user is told.
"""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from explorer.errors import WorkspaceError
from explorer.saving import behind_links, save_whole, sweep
from explorer.workspace.codec import NewerFormatError, decode, encode
from explorer.workspace.document import Workspace
from explorer.workspace.seals import altered_forecasts

ABSENT = ""
"""The fingerprint of a file that is not there."""


@dataclass(frozen=True, slots=True)
class OpenedWorkspace:
    """A workspace to go on with, and what to tell the user (blank where all is well)."""

    workspace: Workspace
    message: str


def read(path: Path) -> Workspace:
    """Read a workspace; a file that is not there is an empty one.

    Raises:
        NewerFormatError: if a later version of the app wrote the file.
        WorkspaceError: if the file cannot be read or is damaged.
    """
    content = _content(path)
    return Workspace() if content is None else decode(content, path)


def write(path: Path, workspace: Workspace) -> str:
    """Write a workspace, whole or not at all, and give the fingerprint of what is there now.

    Raises:
        WorkspaceError: if it cannot be written; the old file is then as it was.
    """
    content = encode(workspace)
    try:
        behind_links(path).parent.mkdir(parents=True, exist_ok=True)
        save_whole(path, content, private=True)
    except OSError as error:
        raise WorkspaceError(f"{path} cannot be written: {_reason(error)}") from error
    return sha256(content).hexdigest()


def fingerprint(path: Path) -> str:
    """Give the fingerprint of the file as it is on the disk.

    Raises:
        WorkspaceError: if the file is there and cannot be read.
    """
    content = _content(path)
    return ABSENT if content is None else sha256(content).hexdigest()


def open_workspace(
    path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC).astimezone()
) -> OpenedWorkspace:
    """Open the user's workspace whatever state its file is in; nothing on the disk is lost."""
    sweep(path)
    try:
        workspace = read(path)
        return OpenedWorkspace(workspace, _broken_seals(workspace))
    except NewerFormatError as error:
        moved = _keep_newer(path, error.version, now())
        return OpenedWorkspace(
            Workspace(),
            f"{error} {moved} Your work is all in it: open it with the newer version. "
            "This version begins afresh.",
        )
    except WorkspaceError as error:
        kept = _free_name(path, "damaged", now())
        moved = _keep(path, kept, lambda old, new: old.replace(new))
        return OpenedWorkspace(
            Workspace(),
            f"Your saved work could not be read: {error} {moved} The app begins afresh.",
        )


def _broken_seals(workspace: Workspace) -> str:
    """Tell of sealed forecasts that were changed; blank where none was."""
    altered = altered_forecasts(workspace)
    if not altered:
        return ""
    are = "forecasts are" if len(altered) > 1 else "forecast is"
    return (
        f"Your sealed {are} not as sealed: {', '.join(altered)}. Your saved work was changed "
        "outside the app. Nothing was taken away; the view Record marks what is altered."
    )


def keep_aside(
    path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC).astimezone()
) -> str:
    """Keep what another window wrote under another name, and say so.

    Raises:
        WorkspaceError: if no copy could be made; nothing must then be written over the file.
    """
    kept = _free_name(path, "other", now())
    try:
        shutil.copy2(path, kept)
    except OSError as error:
        raise WorkspaceError(
            f"another window changed {path.name}, and it could not be copied: {_reason(error)}"
        ) from error
    return (
        f"Another window changed your saved work. Its version was kept as {kept.name}, in "
        f"{kept.parent}; yours was saved."
    )


def known_fingerprint(path: Path, workspace: Workspace) -> str | None:
    """Give the fingerprint of the file if nothing in it would be lost by writing over it.

    That is so if it is not there, if it says what `workspace` says, or if a newer version of the
    app wrote it and `open_workspace` has made a copy. `None` says that it may hold more.
    """
    try:
        content = _content(path)
    except WorkspaceError:
        return None
    if content is None:
        return ABSENT
    try:
        is_known = decode(content, path) == workspace
    except NewerFormatError as error:
        copy = path.with_name(f"{path.stem}.v{error.version}{path.suffix}")
        is_known = copy.is_file() and copy.read_bytes() == content
    except WorkspaceError:
        is_known = False
    return sha256(content).hexdigest() if is_known else None


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise WorkspaceError(f"{path} cannot be read: {_reason(error)}.") from error


def _free_name(path: Path, why: str, now: datetime) -> Path:
    """Give a name beside the file that nothing has yet, such as `workspace.damaged-….json`."""
    stamp = f"{now:%Y%m%d-%H%M%S}"
    names = (f"{path.stem}.{why}-{stamp}{tail}{path.suffix}" for tail in _tails())
    return next(each for name in names if not (each := path.with_name(name)).exists())


def _tails() -> list[str]:
    return ["", *(f"-{count}" for count in range(2, 1000))]


def _keep(path: Path, kept: Path, do: Callable[[Path, Path], object]) -> str:
    """Keep a file under another name, and say where it is."""
    try:
        do(path, kept)
    except OSError as error:
        return f"It could not be kept under another name ({_reason(error)}) and is left as it is."
    return f"It was kept as {kept.name}, in {kept.parent}."


def _keep_newer(path: Path, version: int, now: datetime) -> str:
    """Keep a copy of a file of a newer format, once however often it is opened."""
    plain = path.with_name(f"{path.stem}.v{version}{path.suffix}")
    if not plain.exists():
        return _keep(path, plain, shutil.copy2)
    with suppress(OSError):
        if plain.read_bytes() == path.read_bytes():
            return f"It was kept as {plain.name}, in {plain.parent}."
    # The earlier copy makes way under a name of its own; nothing is thrown away.
    older = _free_name(path, f"v{version}", now)
    with suppress(OSError):
        plain.replace(older)
    return _keep(path, plain, shutil.copy2)


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
