"""Words that tell of a later time: found by the dates they name, so that a cut can leave them out.

Free texts bear no date of their own: what was written with the newest edition may tell, in the
note of an old item, what came after it. A date named in words counts as one of the record does:
by its last day. What names none may still tell of later things by a word such as “later”.
"""

import re
from collections.abc import Container, Iterator
from datetime import date
from functools import lru_cache

from explorer.domain.dates import MONTHS, PartialDate, last_day

WITHHELD = "What names a later time is not shown."
"""Stands for what is left out of a text that is kept otherwise."""
NOTE_WITHHELD = "A note written later is not shown."
"""Stands for a note that is left out as a whole."""
TITLE_WITHHELD = "Published later; its title is not shown"
"""Stands for the title of a page that came out later than the day."""

_MONTH = "|".join(f"{name}[a-z]*" for name in MONTHS)
_NAMED = re.compile(
    rf"(?<![\w.-])(?:(?P<day>\d{{1,2}})\s+)?(?:(?P<month>{_MONTH})\.?\s+)?(?P<year>(?:19|20)\d\d)"
    r"(?:-(?P<month_number>0[1-9]|1[0-2])(?:-(?P<day_number>\d\d))?)?(?!\.?\d)"
    rf"|(?<=\d[–-])(?P<end>(?:19|20)\d\d)(?!\d)"
)
_HINDSIGHT = re.compile(
    r"\b(?:later|since|afterwards|so far|borne out|no longer)\b", re.IGNORECASE
)
_CITED = re.compile(r"\[(E\d{3,})\]")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_SENTENCES = re.compile(r"(?<=[.?!])\s+")
_CLAUSES = re.compile(r"(?<=[.;?!])\s+")
_HEADING = re.compile(r"#+ ")
_BULLET = re.compile(r"(?:[-*]|\d+\.) ")
_LAST_YEAR = 2031
"""Years after it are no dates of this record, but targets and the names of arms."""


def dates_named(text: str) -> Iterator[PartialDate]:
    """Give the dates that a text names, as far as it names them: years, months and days."""
    for match in _NAMED.finditer(text):
        year = int(match["year"] or match["end"])
        month, day = 0, 0
        if match["month_number"]:
            month, day = int(match["month_number"]), int(match["day_number"] or 0)
        elif match["month"]:
            month, day = MONTHS.index(match["month"][:3]) + 1, int(match["day"] or 0)
        found = PartialDate(year, month, day)
        yield found if _is_of_calendar(found) else PartialDate(year, month)


def _is_of_calendar(when: PartialDate) -> bool:
    try:
        last_day(when)
    except ValueError:
        return False
    return True


def names_later(text: str, day: date) -> bool:
    """Say whether a text names a date that was not over by the end of a day."""
    return _latest(text) > day


@lru_cache(maxsize=8192)
def _latest(text: str) -> date:
    """Give the last day that a text names, kept since each switch of the day asks of all texts."""
    named = (last_day(each) for each in dates_named(text) if each.year < _LAST_YEAR)
    return max(named, default=date.min)


def note_by(note: str, day: date) -> str:
    """Give a note, or that it is not shown where it tells of what came after its item."""
    tells = bool(_HINDSIGHT.search(note)) or names_later(note, day)
    return NOTE_WITHHELD if tells else note


def words_by(text: str, day: date) -> str:
    """Give a text without its sentences and brackets that name a later time, and say so."""
    if not names_later(text, day):
        return text
    plain = _without_brackets(text, day)
    kept = [each for each in _CLAUSES.split(plain) if each and not names_later(each, day)]
    if kept and kept[-1][-1] not in ".?!":
        kept[-1] = kept[-1].rstrip(";,") + "."
    return " ".join((*kept, WITHHELD))


def label_by(label: str, day: date) -> str:
    """Give a short label without the bracket, or what follows a comma, that names a later time."""
    if not names_later(label, day):
        return label
    plain = _without_brackets(label, day)
    while names_later(plain, day) and "," in plain:
        plain = plain.rpartition(",")[0]
    return WITHHELD if names_later(plain, day) else plain


def markdown_by(body: str, day: date, known: Container[str]) -> str:
    """Give a text in Markdown without what names a later time or cites what was not known.

    That is taken out by the sentence; a point of a list that begins with such a sentence goes as
    a whole, and so does a heading with nothing left under it.
    """
    lines: list[str] = []
    for line in body.split("\n"):
        if _HEADING.match(line):
            while lines and (not lines[-1].strip() or _HEADING.match(lines[-1])):
                lines.pop()
            lines += ["", line] if lines else [line]
        elif not line.strip() or not _tells(line, day, known):
            lines.append(line)
        elif left := _line_by(line, day, known):
            lines.append(left)
    while lines and (not lines[-1].strip() or _HEADING.match(lines[-1])):
        lines.pop()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def _line_by(line: str, day: date, known: Container[str]) -> str:
    bullet = _BULLET.match(line)
    head = bullet[0] if bullet else ""
    sentences = _SENTENCES.split(line[len(head) :])
    if bullet and _tells(sentences[0], day, known):
        return ""
    kept = [each for each in sentences if not _tells(each, day, known)]
    return head + " ".join(kept) if kept else ""


def _tells(text: str, day: date, known: Container[str]) -> bool:
    cites_later = any(key not in known for key in _CITED.findall(text))
    return cites_later or names_later(text, day)


def _without_brackets(text: str, day: date) -> str:
    return _BRACKETS.sub(lambda match: "" if names_later(match[0], day) else match[0], text)
