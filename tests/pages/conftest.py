"""The real pack, read once, and a way to see every text of a page."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from typing import cast

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.dates import PartialDate
from explorer.domain.evidence import Evidence
from explorer.domain.observations import Observations
from explorer.packs.observations import read_observations
from explorer.packs.reading import read_atlas
from explorer.paths import bundled_pack
from explorer.workspace.document import OwnEvidence, OwnSource

# Prose may say “None has been found”; Python's own None comes after a mark or before one.
_FAULTY = re.compile(r"  |[:(,·] None\b|None[),]|\bnan\b| [.,]|\.\.|\(\)|<\w+>|\{|\( ")


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return read_atlas(bundled_pack())


@pytest.fixture(scope="session")
def observations(atlas: Atlas) -> Observations:
    return read_observations(bundled_pack(), atlas)


@pytest.fixture
def own_item() -> OwnEvidence:
    """Give an item of the user's own on Kazakhstan, dated to 2026, with a source of its own."""
    item = Evidence(
        id="U001",
        date=PartialDate(2026, 3, 2),
        countries=("KAZ",),
        factor="outcome",
        direction="+",
        strength=2,
        kind="statement",
        claim="A minister spoke of a date for the ceremony",
        quantity="",
        unit="",
        source_ids=(),
        reliability="B",
        credibility=2,
        note="",
    )
    return OwnEvidence(item, OwnSource("A talk in Astana"), datetime(2026, 11, 1, tzinfo=UTC))


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
