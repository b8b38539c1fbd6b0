"""Window state and choices that come back at the next start; nothing that a user typed."""

import contextlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
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
class LastBrief:
    """The newest brief exported of a pair: the date of its data (ISO) and their edition."""

    baseline: str
    comparator: str
    day: str
    edition: str


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
    last_briefs: tuple[LastBrief, ...] = ()

    def with_briefs(self, briefs: Iterable[LastBrief]) -> "Settings":
        """Remember briefs just made in place of earlier ones of the same pairs."""
        held = {(each.baseline, each.comparator): each for each in self.last_briefs}
        held |= {(each.baseline, each.comparator): each for each in briefs}
        return replace(self, last_briefs=tuple(held.values()))


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
    briefs = found.get("last_briefs")
    if isinstance(briefs, list):
        settings = settings.with_briefs(_briefs(cast("list[object]", briefs)))
    return settings


def _briefs(found: list[object]) -> Iterator[LastBrief]:
    """Take the briefs that are whole and whose day is one."""
    for each in found:
        if not isinstance(each, dict):
            continue
        held = cast("dict[str, object]", each)
        texts = [held.get(field.name) for field in fields(LastBrief)]
        if all(isinstance(text, str) and text for text in texts):
            made = LastBrief(*(str(text) for text in texts))
            with contextlib.suppress(ValueError):
                date.fromisoformat(made.day)
                yield made
