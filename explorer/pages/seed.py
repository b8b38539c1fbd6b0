"""What “seed” means in the pack's own words: the article that its questions were taken from."""

import re
from collections.abc import Iterable

from explorer.domain.atlas import Atlas
from explorer.domain.evidence import LATER_RECORD
from explorer.domain.sources import Source
from explorer.pages.words import date_words

_SEED = "seed"
_BASIS = re.compile(r"^Seed:\s*")
_NAMED = re.compile(r"\bseed\b", re.IGNORECASE)


def seed_article(atlas: Atlas) -> Source | None:
    """Give the article that the pack began with; `None` where it names none."""
    return next((each for each in atlas.sources if each.kind == _SEED), None)


def seed_gloss(atlas: Atlas, texts: Iterable[str]) -> str:
    """Say what “seed” means where one of these texts says it and the pack has a seed; or nothing.

    “Seed: the article that the pack's questions were taken from, S001, Eldar Mamedov, “Will …”,
    2025.”
    """
    source = seed_article(atlas)
    if source is None or not any(_NAMED.search(text) for text in texts):
        return ""
    parts = (source.id, source.author, f"“{source.title}”", date_words(source.date))
    named = ", ".join(part for part in parts if part)
    return f"Seed: the article that the pack's questions were taken from, {named}."


def asked_because(atlas: Atlas, basis: str) -> str:
    """Say why a question of the pack was asked, from the pack's word for it.

    “the seed article (S001): low-stakes collaboration likely”, or that the record since raised it.
    """
    source = seed_article(atlas)
    article = f"the seed article ({source.id})" if source else "the seed article"
    if basis == LATER_RECORD:
        return f"the record since {article} raised it"
    return _BASIS.sub(f"{article}: ", basis)
