"""How well a document fits what was typed, and the part of it to show."""

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.pages.glossary import Spelt
from explorer.pages.search_documents import Document
from explorer.pages.search_groups import LONG_TITLES, NOTHING, Found
from explorer.pages.search_words import marked, romanised, spaced

NOWHERE = 9
"""The tier of what does not fit."""
_TOLD = (*LONG_TITLES, "source")
"""Whose titles tell something, and are no names: how they begin says little."""
_TITLE_WIDTH, _EXCERPT_WIDTH, _LEAST = 96, 88, 56
"""In letters: how much of a title and of a text is shown. What a hit is stands on its line."""
_TELLING = 3
"""Fewer letters than this begin too many words to tell a spelling by."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with its texts ready to compare: each word with a space before it."""

    document: Document
    title: str
    names: tuple[str, ...]
    body: str
    spelt: str

    @property
    def whole(self) -> str:
        """Give all its words."""
        return f"{self.title}{''.join(self.names)}{self.body}{self.spelt}"


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as texts hold it, and the words it is also found by, each with a space before."""

    key: str
    words: str


def spellings(spelt: Sequence[Spelt]) -> tuple[Spelling, ...]:
    """Give the names of the glossary with their other spellings, and these in Latin letters."""
    return tuple(
        Spelling(
            f"{spaced(each.key)} ",
            "".join(spaced(text) + spaced(romanised(text)) for text in each.spellings),
        )
        for each in spelt
    )


def prepared(document: Document, known: Sequence[Spelling]) -> Prepared:
    """Make a document ready, with the other spellings of each name that it holds."""
    title, body = spaced(document.hit.title), spaced(f"{document.body} {document.also}")
    names = tuple(filter(None, (spaced(name) for name in document.names)))
    text = f"{title} {''.join(names)} {body} "
    others = "".join(each.words for each in known if each.key in text)
    is_name = document.hit.kind == "country"
    if is_name:  # a country is called so, and does not only hold the name
        own = (each.words for each in known if each.key == f"{title} ")
        names += tuple(f" {word}" for words in own for word in words.split())
    return Prepared(document, title, names, body, others)


def tier(each: Prepared, wanted: Sequence[str]) -> int:
    """Give how well a document fits, 0 best: by its title or names, in them, or in its text."""
    whole = "".join(f" {word}" for word in wanted)
    is_called_so = each.document.hit.kind not in _TOLD
    if (is_called_so and each.title.startswith(whole)) or whole in each.names:
        return 0
    if whole in each.title or any(name.startswith(whole) for name in each.names):
        return 1
    if all(f" {word}" in each.title for word in wanted):
        return 2
    called = each.title + "".join(each.names)
    if all(f" {word}" in called for word in wanted):
        return 3
    text = each.whole
    return 4 if all(f" {word}" in text for word in wanted) else NOWHERE


def spelt_so(wanted: Sequence[str], known: Sequence[Spelling]) -> tuple[str, ...]:
    """Give the words of texts that what was typed is another spelling of, and no beginning of."""
    long = [f" {word}" for word in wanted if len(word) >= _TELLING]
    keys = (each.key for each in known if any(word in each.words for word in long))
    found = (word for key in keys for word in key.split())
    return tuple(word for word in found if not word.startswith(tuple(wanted)))


def found(document: Document, wanted: Sequence[str], spelt: Sequence[str] = ()) -> Found:
    """Mark what was typed in the title, or else in the part of the text that has it.

    `spelt` are further words to mark: what was typed is another spelling of them.
    """
    hit = document.hit
    marking = (*wanted, *spelt)
    title = marked(hit.title, marking, _TITLE_WIDTH if hit.kind in LONG_TITLES else 0)
    has_all = all(f" {word}" in spaced(hit.title) for word in wanted)
    if has_all or not document.body:
        return Found(hit, title)
    excerpt = marked(document.body, marking, max(_EXCERPT_WIDTH - len(hit.subtitle), _LEAST))
    return Found(hit, title, excerpt if excerpt.marks else NOTHING)
