"""The real pack, read once, and a way to see every text of a page."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import cast

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.packs.observations import read_observations
from explorer.packs.reading import read_atlas
from explorer.paths import bundled_pack

# Prose may say “None has been found”; Python's own None comes after a mark or before one.
_FAULTY = re.compile(r"  |[:(,·] None\b|None[),]|\bnan\b| [.,]|\.\.|\(\)|<\w+>|\{|\( ")


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return read_atlas(bundled_pack())


@pytest.fixture(scope="session")
def observations(atlas: Atlas) -> Observations:
    return read_observations(bundled_pack(), atlas)


@pytest.fixture(scope="session")
def faults_of_text() -> Callable[[object], list[str]]:
    """Give a search for texts that no reader should meet."""
    return lambda page: [text for text in texts(page) if is_faulty(text)]


def is_faulty(text: str) -> bool:
    """Say whether a text has gaps, Python's own words, or HTML in it."""
    return bool(_FAULTY.search(text)) or text != text.strip()


def texts(value: object) -> Iterator[str]:
    """Give every text in a page, however deep, save Markdown, whose layout is its author's."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in cast("Mapping[object, object]", value).values():
            yield from texts(item)
    elif isinstance(value, tuple):
        for item in cast("tuple[object, ...]", value):
            yield from texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in {"markdown", "url"}:
                yield from texts(getattr(value, field.name))
