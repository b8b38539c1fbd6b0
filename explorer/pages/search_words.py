"""Words as the search compares them: blind to case, diacritics and marks within a word."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_APOSTROPHES = "'`\u2018\u2019\u02bb\u02bc"
_WORD = re.compile(rf"(?:[^\W_]|[\u0300-\u036f])+(?:[{_APOSTROPHES}](?:[^\W_]|[\u0300-\u036f])+)*")
_OWNING = re.compile(rf"[{_APOSTROPHES}]s$")
_PLAIN = str.maketrans(
    {"ə": "e", "\u0131": "i", "ø": "o", "ł": "l", **dict.fromkeys(_APOSTROPHES, "")}
)
_ROMAN = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыэі", "abvgdeziyklmnoprstufyei", strict=True))
    | dict(zip("әғқңөұүһўҳҷӣӯґ", "agqnouuhohjiug", strict=True))
    | {"ё": "yo", "ж": "zh", "\u0445": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"}
    | {"ъ": "", "ь": "", "ю": "yu", "я": "ya"}
)
_BEFORE = 34
"""How much of a text stands before the first word found in it, at most."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the stretches of it that were searched for: (start, length) of each."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def words(text: str) -> tuple[str, ...]:
    """Give the words of a text in the form to compare by: “Əliyev’s” gives “eliyev”."""
    return tuple(part for _, _, parts in _spans(text) for part in parts)


def spaced(text: str) -> str:
    """Give the words of a text with a space before each, so that “ ira” finds a beginning."""
    return "".join(f" {word}" for word in words(text))


def romanised(text: str) -> str:
    """Write Cyrillic letters with Latin ones, as is usual in English; Kazakh қ gives q.

    So a spelling that the glossary gives in Cyrillic is found by those who type it in Latin
    letters: Тоқаев gives toqaev, Токаев tokaev. What is Latin already stays as it is.
    """
    return text.casefold().translate(_ROMAN)


def marked(text: str, wanted: Sequence[str], width: int = 0) -> Marked:
    """Mark the words that begin with a wanted one; cut the text to a width around the first.

    `wanted` are words as `words` gives them, and `width` is in letters; 0 leaves the text whole.
    """
    plain = " ".join(text.split())
    found = [
        (start, _length(part, wanted, end - start))
        for start, end, parts in _spans(plain)
        for part in parts[:1]
        if any(part.startswith(each) for each in wanted)
    ]
    if len(wanted) > 1:  # one letter of a symbol such as A/RES/80/116 begins many a word
        found = [each for each in found if each[1] > 1 or _is_joined(plain, each[0])]
    if not width or len(plain) <= width:
        return Marked(plain, tuple(found))
    begin = _begin(plain, found[0][0] if found else 0, width)
    shown = plain[begin : begin + width].rstrip()
    lead = "… " if begin else ""
    tail = "…" if begin + width < len(plain) else ""
    shift = len(lead) - begin
    last = begin + len(shown)
    kept = tuple((at + shift, min(size, last - at)) for at, size in found if begin <= at < last)
    return Marked(f"{lead}{shown}{tail}", kept)


def _begin(text: str, first: int, width: int) -> int:
    """Give where a cut text begins: at a word, some way before the first word found."""
    if first < width - 20:
        return 0
    begin = max(0, min(first - _BEFORE, len(text) - width))
    space = text.find(" ", begin)
    return space + 1 if 0 <= space < first else begin


def _is_joined(text: str, at: int) -> bool:
    """Say whether a sign other than a letter or a space follows a letter, as in a symbol."""
    after = text[at + 1 : at + 2]
    return bool(after) and not after.isalnum() and not after.isspace()


def _length(part: str, wanted: Sequence[str], size: int) -> int:
    """Give how much of a word was typed: all of it where folding changed its length."""
    typed = max(len(each) for each in wanted if part.startswith(each))
    return typed if len(part) == size else size


def _spans(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for match in _WORD.finditer(text):
        whole = _OWNING.sub("", match.group().casefold())
        plain = unicodedata.normalize("NFKD", whole.translate(_PLAIN))
        kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
        parts = tuple(re.findall(r"[^\W_]+", kept.casefold()))
        if parts:
            yield match.start(), match.end(), parts
