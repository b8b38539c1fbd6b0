"""Sources as they are shown, with only such addresses as are safe to open."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from explorer.domain.atlas import Atlas
from explorer.domain.sources import Source
from explorer.pages.detail import SourceLink
from explorer.pages.words import date_words

_SCHEMES = {"http", "https", "mailto"}


def safe_url(text: str) -> str:
    """Give the first address in a text that may be opened: http, https or mailto; else nothing."""
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


def _is_safe(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    if parts.scheme.lower() not in _SCHEMES or any(not sign.isprintable() for sign in text):
        return False
    return bool(parts.netloc) or (parts.scheme.lower() == "mailto" and bool(parts.path))
