"""What notes cite and name: links in their text, and the way back from what is cited."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explorer.domain.atlas import Atlas
from explorer.domain.notes import Note
from explorer.pages.bundled_notes import linked
from explorer.pages.evidence_pool import EvidencePool, factor_title, pool_evidence
from explorer.pages.note_places import is_known, place_label
from explorer.pages.series_labels import parse_ref, series_label, series_unit
from explorer.pages.words import counted, country_name
from explorer.workspace.document import Workspace

EVIDENCE, SERIES, NOTE, PLACE = "evidence", "series", "note", "place"
"""The kinds of links within the app; what follows the colon is an id, a series, a key, a place."""
_CODE = re.compile(r"(```.*?```|`[^`\n]*`)", re.DOTALL)
_OWN = re.compile(r"\[(U\d+)\](?!\()")
_HREF = re.compile(rf"\]\(<?((?:{EVIDENCE}|{SERIES}|{NOTE}):[^)>\s]+)")
_TOGETHER = re.compile(r"(\]\(evidence:\w+\))(?=\[)")
_QUOTED = re.compile(r'[“"]([^“”"\n\[\]]+)[”"]')
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class CitedLine:
    """Something that a note cites, once: where its link leads, its id, what it says, its marks."""

    href: str
    label: str
    words: str
    meta: str


@dataclass(frozen=True, slots=True)
class LinkedLine:
    """Something that cites the same, or names the note: its name, its kind, and what it shares."""

    href: str
    title: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class _Citing:
    """A text that cites: where it is, what it is called, and the ids and notes that it names."""

    href: str
    title: str
    kind: str
    ids: frozenset[str]
    named: frozenset[str]


def linked_note(atlas: Atlas, workspace: Workspace, markdown: str) -> str:
    """Turn citations of a note into links, the user's own items too; code stays as it is.

    Citations that stand together are set apart, and a bundled note's title in quotes leads there.
    """
    titles = {note.title: note.id for note in atlas.notes}

    def cite(match: re.Match[str]) -> str:
        key = match.group(1)
        return f"[{key}]({EVIDENCE}:{key})" if key in workspace.own_evidence else match.group(0)

    parts = _CODE.split(markdown)

    def name(match: re.Match[str]) -> str:
        key = titles.get(match.group(1))
        return f"“[{match.group(1)}]({NOTE}:{key})”" if key else match.group(0)

    def shown(part: str) -> str:
        cited = _OWN.sub(cite, linked(atlas, part))
        return _QUOTED.sub(name, _TOGETHER.sub(r"\1 ", cited))

    parts = _CODE.split(markdown)
    return "".join(part if at % 2 else shown(part) for at, part in enumerate(parts))


def hrefs_in(markdown: str) -> tuple[str, ...]:
    """Give the links within the app in a linked text, each once and in order; code has none."""
    found = _HREF.findall(_CODE.sub("", markdown))
    return tuple(dict.fromkeys(found))


def cited_lines(
    atlas: Atlas, workspace: Workspace, hrefs: tuple[str, ...]
) -> tuple[CitedLine, ...]:
    """Give the evidence and the series among links, as they are listed under a note.

    Links to what the app does not hold are left out, and so are links to notes.
    """
    pool = pool_evidence(atlas, workspace)
    lines = (_cited_line(atlas, pool, href) for href in hrefs)
    return tuple(line for line in lines if line is not None)


def _cited_line(atlas: Atlas, pool: EvidencePool, href: str) -> CitedLine | None:
    kind, _, key = href.partition(":")
    if kind == EVIDENCE and key in pool.items:
        item = pool.items[key]
        meta = f"{item.reliability}{item.credibility} · {item.date.words}"
        return CitedLine(href, key, item.claim, meta)
    if kind == SERIES and is_series(atlas, key):
        ref = parse_ref(key)
        return CitedLine(href, "Series", series_label(atlas, ref), series_unit(atlas, ref))
    return None


def is_series(atlas: Atlas, text: str) -> bool:
    """Say whether a text names a series that can be looked up; a user may write anything."""
    try:
        ref = parse_ref(text)
        series_label(atlas, ref)
    except (ValueError, KeyError):
        return False
    return True


def linked_lines(
    atlas: Atlas, workspace: Workspace, key: str, ids: frozenset[str]
) -> tuple[LinkedLine, ...]:
    """Give what names a note or cites the same evidence: names first, then by what is shared.

    `key` is the id of a bundled note or the place of an own one, and `ids` what it cites.
    """
    found: list[tuple[tuple[bool, int], LinkedLine]] = []
    for each in _all_citing(atlas, workspace):
        if each.href == f"{NOTE}:{key}":
            continue
        is_named = key in each.named
        shared = sorted(each.ids & ids)
        if is_named or shared:
            words = _shared_words(shared, is_named=is_named)
            found.append(
                ((not is_named, -len(shared)), LinkedLine(each.href, each.title, each.kind, words))
            )
    return tuple(line for _, line in sorted(found, key=lambda pair: pair[0]))


def _shared_words(shared: list[str], *, is_named: bool) -> str:
    parts = ["Names this note"] if is_named else []
    if shared:
        more = ", …" if len(shared) > _MOST_NAMED else ""
        listed = ", ".join(shared[:_MOST_NAMED])
        parts.append(f"{counted(len(shared), 'item')} in common: {listed}{more}")
    return ". ".join(parts)


def _all_citing(atlas: Atlas, workspace: Workspace) -> Iterator[_Citing]:
    for place, own in workspace.notes.items():
        if is_known(atlas, place):
            ids, named = _named_in(linked_note(atlas, workspace, own.text))
            yield _Citing(f"{NOTE}:{place}", place_label(atlas, place), "Your note", ids, named)
    for note in atlas.notes:
        ids, named = _named_in(linked_note(atlas, workspace, note.body))
        ids |= frozenset(note.evidence_ids)
        yield _Citing(f"{NOTE}:{note.id}", note.title, "Bundled note", ids, named)
    for each in atlas.conclusions:
        yield _Citing(
            f"{PLACE}:country:{each.iso3}",
            country_name(atlas, each.iso3),
            "Conclusion, the argument against",
            frozenset(each.counter_evidence_ids),
            frozenset(),
        )
    for cell in atlas.cells:
        yield _Citing(
            f"{PLACE}:cell:{cell.iso3}:{cell.factor}",
            f"{country_name(atlas, cell.iso3)} · {factor_title(atlas, cell.factor)}",
            "Cell of the grid",
            frozenset(cell.evidence_ids),
            frozenset(),
        )


def _named_in(markdown: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the evidence that a linked text cites, and the keys of the notes that it names."""
    hrefs = [href.partition(":") for href in hrefs_in(markdown)]
    ids = frozenset(key for kind, _, key in hrefs if kind == EVIDENCE)
    return ids, frozenset(key for kind, _, key in hrefs if kind == NOTE)


def note_by_id(atlas: Atlas, key: str) -> Note | None:
    """Give a bundled note by its id."""
    return next((note for note in atlas.notes if note.id == key), None)
