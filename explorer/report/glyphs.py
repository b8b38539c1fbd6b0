"""Texts checked against the bundled fonts before a page is set: Typst refuses a missing glyph."""

import unicodedata
from collections.abc import Mapping
from functools import cache

from matplotlib.ft2font import FT2Font

from explorer import paths
from explorer.errors import ExportError

_FAMILIES = (
    ("Inter-Regular.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf"),
    ("NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Bold.ttf"),
    ("NotoSansGeorgian-Regular.ttf", "NotoSansGeorgian-Bold.ttf"),
    ("NotoSansArmenian-Regular.ttf", "NotoSansArmenian-Bold.ttf"),
)
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Categories of signs that leave no mark of their own: controls and format signs."""
_AROUND = 20
_PLACES = {
    "sources": "source {number} of the list",
    "reasons": "the reasons for {title}",
    "dissents": "the dissent of {author}",
    "glance": "the grid at a glance",
    "charts": "a chart",
    "verdict": "the judgement",
    "verdicts": "the judgement on {name}",
    "counters": "the counter-argument on {heading}",
    "changes": "what changed for {heading}",
    "signposts": "the signposts of {name}",
    "method": "the method",
    "since": "the appendix on what changed",
    "events": "the appendix on events and evidence",
    "origins": "the appendix on where each figure stands",
}


@cache
def printable() -> frozenset[int]:
    """Give the code points that every weight of some bundled family can show."""
    shown: set[int] = set()
    for files in _FAMILIES:
        maps = [set(FT2Font(str(paths.fonts() / file)).get_charmap()) for file in files]
        shown |= set.intersection(*maps)
    return frozenset(shown)


def plain_text(text: str, place: str) -> str:
    """Give a text in signs that the bundled fonts have; `place` says where it stands.

    Composed forms take the place of letters with marks, compatible forms that of signs such as
    ligatures or full-width letters, and what leaves no mark is left out.

    Raises:
        ExportError: if a sign is left that no bundled font has; the message names it and where.
    """
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    parts: list[str] = []
    for index, sign in enumerate(composed):
        shown = _shown(sign)
        if shown is None:
            raise ExportError(_refusal(sign, index, composed, place))
        parts.append(shown)
    return "".join(parts)


def with_codes(text: str) -> tuple[str, int]:
    """Give a text as `plain_text` does, but signs without a glyph as “[U+1F600]”, and their count.

    So a note of the user's own, who may not know which letters a brief can show, never stops it.
    """
    parts = [(sign, _shown(sign)) for sign in unicodedata.normalize("NFC", text)]
    lacking = sum(shown is None for _, shown in parts)
    text = "".join(f"[U+{ord(sign):04X}]" if shown is None else shown for sign, shown in parts)
    return text, lacking


def checked(value: object, place: str = "the brief") -> object:
    """Give data with every text in it made printable, as `plain_text` does."""
    if isinstance(value, str):
        return plain_text(value, place)
    if isinstance(value, Mapping):
        return {key: checked(item, _place(str(key), item, place)) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [checked(item, _of_item(item, place)) for item in value]
    return value


def _shown(sign: str) -> str | None:
    """Give what stands for a sign on paper, or `None` where no bundled font has it."""
    known = printable()
    if sign in "\t\n\r":
        return " "
    if ord(sign) in known and unicodedata.category(sign) not in _UNSEEN:
        return sign
    if unicodedata.category(sign) in _UNSEEN or 0xFE00 <= ord(sign) <= 0xFE0F:
        return ""
    compatible = unicodedata.normalize("NFKC", sign)
    return compatible if all(ord(part) in known for part in compatible) else None


def _refusal(sign: str, index: int, text: str, place: str) -> str:
    name = unicodedata.name(sign, "a character without a name")
    near = text[max(index - _AROUND, 0) : index + _AROUND].strip()
    return (
        f"The brief cannot show “{sign}” ({name}, U+{ord(sign):04X}) in {place}, near “{near}”: "
        "no bundled font has it. Write it in other letters, or take it out, and export again."
    )


def _place(key: str, item: object, outer: str) -> str:
    """Name the part of the brief that a key holds; deeper keys keep the name of their part."""
    pattern = _PLACES.get(key)
    if pattern is None or outer != "the brief":
        return outer
    return _filled(pattern, item)


def _of_item(item: object, place: str) -> str:
    return _filled(place, item)


def _filled(pattern: str, item: object) -> str:
    """Fill the name of a part with the item's own words, once an item is at hand."""
    if "{" not in pattern or not isinstance(item, Mapping):
        return pattern
    for key, value in item.items():
        pattern = pattern.replace(f"{{{key}}}", str(value))
    return pattern
