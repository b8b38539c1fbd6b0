"""The entries of the glossary, and the spellings that it gives for names."""

import re
from dataclasses import dataclass

from explorer.domain.atlas import Atlas

GLOSSARY_NOTE = "method/glossary"
"""The id of the note that holds the glossary."""
_PEOPLE = "People"
_LANGUAGE = r"(?:az|kk|ky|ru|tg|tk|uz)"
_SPELT = re.compile(rf"(?<=[.;] )({_LANGUAGE}(?: and {_LANGUAGE})*) ([^;.]+)")
_NAME = re.compile(r"\*\*(.+?)\*\*")
_CITATIONS = re.compile(r"\s*(?:\[E\d+\])+")


@dataclass(frozen=True, slots=True)
class Spelt:
    """A name, and how it is spelt elsewhere, in the order of the glossary.

    `key` is what a text must hold to be about it: of a person the last name, else the name.
    """

    name: str
    key: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """One line of the glossary: the names it explains, in plain words and in Markdown."""

    names: tuple[str, ...]
    section: str
    text: str
    markdown: str
    spelt: tuple[Spelt, ...]


def glossary_entries(atlas: Atlas) -> tuple[GlossaryEntry, ...]:
    """Give the entries of the bundled glossary; none where the pack has no glossary."""
    note = next((note for note in atlas.notes if note.id == GLOSSARY_NOTE), None)
    entries: list[GlossaryEntry] = []
    section = ""
    for line in note.body.splitlines() if note else ():
        if line.startswith("## "):
            section = line[3:].strip()
        elif line.startswith("- ") and _NAME.search(line):
            entries.append(_entry(line[2:].strip(), section))
    return tuple(entries)


def _entry(line: str, section: str) -> GlossaryEntry:
    plain = _CITATIONS.sub("", line.replace("**", ""))
    return GlossaryEntry(
        names=tuple(_NAME.findall(line)),
        section=section,
        text=plain,
        markdown=line,
        spelt=_spelt(line, section),
    )


def _spelt(line: str, section: str) -> tuple[Spelt, ...]:
    """Give the spellings of the names that stand before them in a line.

    Where a language has as many spellings as there are names, they go one with one.
    """
    groups = [
        [part.strip() for part in match.group(2).split(",")] for match in _SPELT.finditer(line)
    ]
    first = _SPELT.search(line)
    if first is None:
        return ()
    names = _NAME.findall(line[: first.start()])
    found: list[Spelt] = []
    for at, name in enumerate(names):
        each_has_one = len(names) > 1 and all(len(group) == len(names) for group in groups)
        own = [[group[at]] for group in groups] if each_has_one else groups
        spellings = tuple(dict.fromkeys(text for group in own for text in group))
        key = name.split()[-1] if section == _PEOPLE else name
        found.append(Spelt(name, key, spellings))
    return tuple(found)
