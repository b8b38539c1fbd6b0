"""Files that are there whole or not at all: written beside their place, then swapped in."""

import os
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from glob import escape
from pathlib import Path

_LEFT_OVER = 60.0  # seconds after which a file half written is nobody's any more


def save_whole(
    path: Path,
    content: bytes,
    *,
    overwrite: bool = True,
    private: bool = False,
    before_swap: Callable[[], object] = lambda: None,
) -> None:
    """Save a file, put safely on the disk, so that at every moment the old or the new is whole.

    A link stays a link, and a file that is replaced keeps its permissions; a new one that is
    `private` is the user's alone. `before_swap` is called last of all; what it raises leaves the
    folder as it was.

    Raises:
        FileExistsError: if the file exists and `overwrite` is not set.
        OSError: if the system refuses; an old file is then as it was.
    """
    place = behind_links(path)
    beside = place.with_name(f".{place.name}.{os.urandom(4).hex()}.new")
    old = _permissions(place) if overwrite else None
    try:
        _write(beside, content, 0o600 if private or old is not None else 0o666)
        if old is not None:
            with suppress(OSError):  # some file systems have no permissions
                beside.chmod(old)
        before_swap()
        _swap_in(beside, place, overwrite=overwrite)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    _settle(place.parent)


def behind_links(path: Path) -> Path:
    """Give where a file really is; unlike `Path.resolve`, this bears links in a circle."""
    return Path(os.path.realpath(path))


def sweep(path: Path) -> None:
    """Take away what a process that was killed while it saved a file left beside it."""
    place = behind_links(path)
    with suppress(OSError):
        for left in place.parent.glob(f".{escape(place.name)}.*.new"):
            if time.time() - left.stat().st_mtime > _LEFT_OVER:
                left.unlink(missing_ok=True)


def _permissions(path: Path) -> int | None:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return None


def _write(path: Path, content: bytes, permissions: int) -> None:
    """Write a new file and wait until it is on the disk."""

    def opener(name: str, flags: int) -> int:
        return os.open(name, flags, permissions)

    with open(path, "xb", opener=opener) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _swap_in(beside: Path, place: Path, *, overwrite: bool) -> None:
    if overwrite:
        beside.replace(place)
        return
    try:
        # A link fails where the name is taken, also by a file that came while the work was done.
        place.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems have no links; there the last look decides.
        if place.exists():
            raise FileExistsError(str(place)) from None
        beside.replace(place)


def _settle(folder: Path) -> None:
    """Put the folder's entry on the disk too, where the system can; the file is there already."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
