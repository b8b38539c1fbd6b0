"""What is on record of a source: who, when, on what terms; what is not is said, never blank."""

import re

from explorer.domain.atlas import Atlas
from explorer.domain.sources import Source
from explorer.pages.detail import SourceLink
from explorer.pages.evidence_detail import language_name
from explorer.pages.sources import safe_url
from explorer.pages.words import date_words

NOT_RECORDED = "not recorded"
_BUNDLE = {
    "yes": "yes, as series",
    "facts": "as single facts only",
    "no": "no: its values are not in the pack",
}
_OF_VALUES = ("Licence", "Edition", "When read", "Caveat")
"""What of a source stands beside its values too."""


def is_data_set(source: Source) -> bool:
    """Say whether a source is a data set, and no page."""
    return source.kind == "data set"


def source_facts(source: Source) -> tuple[tuple[str, str], ...]:
    """Give what is on record of a source; what is not is said, and never left blank."""
    given = (("Author", source.author),)
    facts = (
        ("Publisher", source.publisher or NOT_RECORDED),
        *((label, text) for label, text in given if text),
        ("Date", date_words(source.date) if source.date else NOT_RECORDED),
        ("Language", language_name(source.language) or NOT_RECORDED),
        ("Licence", source.licence or NOT_RECORDED),
        ("Edition", source.edition or NOT_RECORDED),
        ("When read", read_words(source)),
        ("Read through", source.read_via or NOT_RECORDED),
        ("Caveat", source.caveat or NOT_RECORDED),
    )
    bundled = (("In a pack", _BUNDLE.get(source.bundle, source.bundle)),) if source.bundle else ()
    return (*facts, *bundled, ("Id", source.id))


def read_words(source: Source) -> str:
    """Say when a source was read, as far as its edition or the copy read tells."""
    days = re.findall(r"\d{4}-\d{2}-\d{2}", f"{source.edition} {source.read_via}")
    return f"state of {date_words(max(days))}" if days else NOT_RECORDED


def addresses_of(source: Source) -> tuple[SourceLink, ...]:
    """Give the addresses of a source; one that is not safe to open comes without its link."""
    texts = [part.strip() for part in (source.addresses or source.url).split(" ; ")]
    return tuple(
        SourceLink(source.id, source.title, text, safe_url(text))
        for text in dict.fromkeys(texts)
        if text
    )


def facts_of_values(
    atlas: Atlas, source_ids: tuple[str, ...], caveat: str = ""
) -> tuple[tuple[str, str], ...]:
    """Give what is on record of the sources of values: one line each, named where they differ.

    A caveat of the sources that `caveat` has already is not said again.
    """
    sources = [atlas.source_by_id[key] for key in source_ids if key in atlas.source_by_id]
    found: list[tuple[str, str]] = []
    for label in _OF_VALUES:
        texts = {source.id: dict(source_facts(source))[label] for source in sources}
        label_ = f"{label} of the source" if label == "Caveat" else label
        if label == "Caveat":
            texts = {k: x for k, x in texts.items() if x not in {NOT_RECORDED, caveat}}
        if len(set(texts.values())) == 1:
            found.append((label_, next(iter(texts.values()))))
        else:
            found += [(f"{label_}, {key}", text) for key, text in texts.items()]
    return tuple(found)
