"""Window state and choices that come back at the next start; nothing that a user typed."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal, cast

from explorer.saving import save_whole, sweep

ThemeChoice = Literal["system", "light", "dark"]
_FIELDS_OF_TEXT = (
    "theme",
    "geometry",
    "baseline",
    "sort",
    "selection",
    "place",
    "paper",
    "marking",
    "folder",
)


@dataclass(frozen=True, slots=True)
class Settings:
    """All remembered choices. `geometry` is Qt's form in base 64; blank means never chosen."""

    theme: ThemeChoice = "system"
    geometry: str = ""
    detail_width: int = 0
    detail_open: bool = True
    baseline: str = ""
    comparators: tuple[str, ...] = ()
    sort: str = "factor"
    selection: str = ""
    place: str = ""
    paper: str = "a4"
    marking: str = ""
    folder: str = ""


def read_settings(path: Path) -> Settings:
    """Read the settings; a file that is missing or damaged gives the defaults."""
    try:
        found: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _settings(cast("dict[str, object]", found)) if isinstance(found, dict) else Settings()


def write_settings(path: Path, settings: Settings) -> None:
    """Write the settings whole or not at all.

    Raises:
        OSError: if the folder cannot be written; the caller may go on without.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    sweep(path)
    save_whole(path, json.dumps(asdict(settings), indent=1).encode(), private=True)


def _settings(found: dict[str, object]) -> Settings:
    """Take what fits and leave out what does not."""
    settings = Settings()
    for name in _FIELDS_OF_TEXT:
        value = found.get(name)
        if isinstance(value, str):
            settings = replace(settings, **{name: value})
    if settings.theme not in {"system", "light", "dark"}:
        settings = replace(settings, theme="system")
    width = found.get("detail_width")
    if isinstance(width, int):
        settings = replace(settings, detail_width=width)
    if isinstance(found.get("detail_open"), bool):
        settings = replace(settings, detail_open=bool(found["detail_open"]))
    comparators = found.get("comparators")
    if isinstance(comparators, list):
        codes = tuple(c for c in cast("list[object]", comparators) if isinstance(c, str))
        settings = replace(settings, comparators=codes)
    return settings
