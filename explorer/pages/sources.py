"""Sources as they are shown, with only such addresses as are safe to open."""

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from explorer.domain.atlas import Atlas
from explorer.domain.sources import Source
from explorer.pages.detail import SourceLink
from explorer.pages.words import date_words

_COMMON = {"world", "data", "index", "report", "united", "nations", "total", "national"}
_SCHEMES = {"http", "https", "mailto"}


@lru_cache(maxsize=4096)
def safe_url(text: str) -> str:
    """Give the first address in a text that may be opened: http, https or mailto; else nothing.

    What was found is kept: the views ask for the same few hundred sources again and again.
    """
    for part in re.split(r"\s+;\s+|\s+", text.strip()):
        if _is_safe(part):
            return part
    return ""


def source_link(source: Source) -> SourceLink:
    """Give a source with its line: publisher, and date or edition."""
    when = date_words(source.date) if source.date else source.edition
    parts = (source.publisher or source.author, when)
    line = ", ".join(part for part in parts if part)
    return SourceLink(source.id, source.title, line or source.title, safe_url(source.url))


def source_links(atlas: Atlas, ids: Iterable[str]) -> tuple[SourceLink, ...]:
    """Give the sources of these ids; one id may hold several, set apart by semicolons."""
    found = (part.strip() for text in ids for part in text.split(";"))
    return tuple(
        source_link(atlas.source_by_id[key]) for key in found if key in atlas.source_by_id
    )


def publisher_words(source: Source) -> str:
    """Give the publisher in short: the part before a remark."""
    return source.publisher.split(";")[0].strip()


def source_words(source: Source) -> str:
    """Give title and publisher in short: “The World Factbook (Central Intelligence Agency)”."""
    publisher = publisher_words(source)
    return f"{source.title} ({publisher})" if publisher else source.title


def shares_a_name(origin: str, source: Source) -> bool:
    """Say whether an origin already names a source: a word of its publisher or of its title."""
    title = source.title.split("(")[0]
    return bool(_names(origin) & (_names(publisher_words(source)) | _names(title)))


def _names(text: str) -> set[str]:
    """Give the words that name something: capitalised, four letters or more, and not common."""
    words = re.findall(r"[A-Z][\w.-]{3,}", text)
    return {word.strip(".-").lower() for word in words} - _COMMON


def _is_safe(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    if parts.scheme.lower() not in _SCHEMES or any(not sign.isprintable() for sign in text):
        return False
    return bool(parts.netloc) or (parts.scheme.lower() == "mailto" and bool(parts.path))
