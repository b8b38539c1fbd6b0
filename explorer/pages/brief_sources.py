"""Sources of a brief, numbered in the order in which the text first cites them."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from explorer.domain.atlas import Atlas
from explorer.domain.evidence import Evidence
from explorer.domain.sources import Source
from explorer.pages.brief_document import Cite, CitedText, SourceEntry
from explorer.pages.sources import publisher_words, safe_url
from explorer.pages.words import date_words, sentence

_URL_SIGNS = "%/:=&?~#+!$,;'@()*[]"
"""Signs that stay as they are; others are escaped, for an address in a PDF is plain ASCII."""
_NO_DATE = "no date found"
_FILE_PATHS = re.compile(r"\s*\[paths? [^\]]*\]$")
"""Where in a data set a title's record lies: of no use on paper, where the link leads to it."""
_LANGUAGES = {
    "ar": "Arabic",
    "az": "Azerbaijani",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hy": "Armenian",
    "id": "Indonesian",
    "it": "Italian",
    "ka": "Georgian",
    "kk": "Kazakh",
    "ky": "Kyrgyz",
    "nl": "Dutch",
    "pt": "Portuguese",
    "ru": "Russian",
    "tg": "Tajik",
    "tk": "Turkmen",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "uz": "Uzbek",
    "zh": "Chinese",
}


class SourceNumbers:
    """Hands out numbers to sources as the text cites them, and keeps what cited each.

    It lives only while one brief is composed; the brief itself holds the finished entries.
    """

    def __init__(self, atlas: Atlas) -> None:
        """Begin with no source cited."""
        self._atlas = atlas
        self._numbers: dict[str, int] = {}
        self._places: dict[str, int] = {}
        self._items: dict[str, dict[str, Evidence]] = {}

    def cited(self, text: str, evidence_ids: Sequence[str], most: int = 0) -> CitedText:
        """Give a text with citations of the sources behind evidence items.

        Of more than `most` items (0: no limit) the strongest and best graded are cited.
        """
        items = [self._atlas.evidence_by_id[key] for key in evidence_ids]
        if most and len(items) > most:
            items = sorted(items, key=_weight)[:most]
        sources: dict[str, None] = {}
        for item in items:
            for source in item.source_ids:
                sources[source] = None
                self._items.setdefault(source, {})[item.id] = item
        return CitedText(text, self.cites(sources))

    def cites(self, source_ids: Iterable[str]) -> tuple[Cite, ...]:
        """Cite sources, each once, and give the citations by number."""
        found: list[Cite] = []
        for source in dict.fromkeys(source_ids):
            number = self._numbers.setdefault(source, len(self._numbers) + 1)
            self._places[source] = self._places.get(source, 0) + 1
            found.append(Cite(number, self._places[source]))
        return tuple(sorted(found, key=lambda cite: cite.number))

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Give the ids of the sources cited so far, by number."""
        return tuple(self._numbers)

    @property
    def evidence_ids(self) -> tuple[str, ...]:
        """Give the ids of the items behind the citations so far, sorted."""
        return tuple(sorted({key for items in self._items.values() for key in items}))

    def entries(self) -> tuple[SourceEntry, ...]:
        """Give the entries of all sources cited so far, by number."""
        return tuple(
            _entry(
                self._atlas.source_by_id[source],
                number,
                tuple(self._items.get(source, {}).values()),
                self._places[source],
            )
            for source, number in self._numbers.items()
        )


def language_words(code: str) -> str:
    """Name a language: “in Russian”; blank for English, and where none is recorded."""
    if code in {"", "en"}:
        return ""
    return f"in {_LANGUAGES.get(code, code)}"


def _weight(item: Evidence) -> tuple[int, int, str, str]:
    """Sort the strongest first, then the best graded."""
    return (-item.strength, item.credibility, item.reliability, item.id)


def _publisher(source: Source) -> str:
    """Give the publisher in short, or the author; a bracket that was cut in two is left out."""
    words = publisher_words(source) or source.author
    return words if words.count("(") == words.count(")") else words.split("(")[0].strip()


def _entry(source: Source, number: int, items: Sequence[Evidence], places: int) -> SourceEntry:
    grades = ", ".join(
        f"{item.id} {item.reliability}{item.credibility}"
        for item in sorted(items, key=lambda item: item.id)
    )
    return SourceEntry(
        number=number,
        publisher=_publisher(source),
        title=_FILE_PATHS.sub("", source.title),
        date=date_words(source.date) if source.date else source.edition or _NO_DATE,
        language=language_words(source.language),
        url=quote(safe_url(source.url), safe=_URL_SIGNS),
        grades=grades,
        places=places,
        record=record_words(source),
    )


def record_words(source: Source) -> str:
    """Say under what licence a data set stands, which copy was read, and what to beware of."""
    parts = (
        ("Licence", source.licence),
        ("Read from", source.read_via),
        ("Caveat", source.caveat),
    )
    return " ".join(sentence(f"{name}: {text}") for name, text in parts if text)
