"""Reads a pack's Markdown notes and checks what they cite."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from explorer.domain.notes import Note
from explorer.domain.outcomes import OUTCOME
from explorer.errors import Fault
from explorer.packs.cells import is_safe_address, quoted
from explorer.packs.rules import Ids
from explorer.packs.schema import TABLE_BY_NAME

FENCE = "+++"
_EVIDENCE = re.compile(r"\[(E\d+)\]")
_INDICATOR = re.compile(r"\{([^{}\n]*)\}")
_TABLE = re.compile(r"`([a-z_]+)\.csv`")
_LINK = re.compile(
    r"\]\(\s*<?([^)>\s]*)|<([A-Za-z][A-Za-z0-9+.-]*:[^>\s]*)>|^\[[^\]]+\]:\s*(\S+)", re.MULTILINE
)
_FRONT = {"id": str, "title": str, "about": list, "updated": date, "evidence": list}
_PLAIN_TARGETS = (OUTCOME, "method")


@dataclass(frozen=True, slots=True)
class NoteFile:
    """A note, its file's path in the pack, and the file's whole text."""

    file: str
    text: str
    note: Note


def read_notes(folder: Path) -> tuple[list[NoteFile], list[Fault]]:
    """Read all notes under `notes/`, in order of path."""
    home = folder / "notes"
    notes: list[NoteFile] = []
    faults: list[Fault] = []
    for path in sorted(home.glob("**/*.md")):
        file = path.relative_to(folder).as_posix()
        try:
            text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            found = f"byte 0x{error.object[error.start]:02x} is not UTF-8 text"
            faults.append(Fault(file, line, "", found, "Save the file as UTF-8"))
            continue
        except OSError as error:
            found = f"the file cannot be read ({error.strerror})"
            faults.append(Fault(file, 0, "", found, "See that it is a file you may read"))
            continue
        note, wrong = _note(file, text)
        faults += wrong
        if note is not None:
            notes.append(NoteFile(file, text, note))
    return notes, faults


def _note(file: str, text: str) -> tuple[Note | None, list[Fault]]:
    parts = text.split(f"{FENCE}\n", 2)
    if len(parts) != len(("before", "front", "body")) or parts[0]:
        remedy = f"Begin the note with {FENCE}, the lines {', '.join(_FRONT)}, and {FENCE}"
        return None, [Fault(file, 1, "", "the note has no front matter", remedy)]
    _before, front, body = parts
    try:
        given: dict[str, object] = tomllib.loads(front)
    except tomllib.TOMLDecodeError as error:
        found = f"the front matter is not TOML ({error})"
        return None, [Fault(file, 1, "", found, "Mend it; lines count from below the first fence")]
    faults = list(_front_faults(file, given))
    if faults:
        return None, faults
    note = Note(
        id=str(given["id"]),
        title=str(given["title"]),
        about=_texts(given["about"]),
        updated=date.fromisoformat(str(given["updated"])),
        evidence_ids=_texts(given["evidence"]),
        body=body.strip("\n") + "\n",
    )
    return note, []


def _texts(value: object) -> tuple[str, ...]:
    """Take the texts of a list; anything else in it is left to `_front_faults`."""
    items = cast("list[object]", value) if isinstance(value, list) else []
    return tuple(each for each in items if isinstance(each, str))


def _holds_others_than_texts(value: object) -> bool:
    items = cast("list[object]", value) if isinstance(value, list) else []
    return not all(isinstance(each, str) for each in items)


def _front_faults(file: str, given: dict[str, object]) -> Iterator[Fault]:
    for name, kind in _FRONT.items():
        if name not in given:
            yield Fault(
                file, 1, name, "the line is missing", f"Add it to the front matter: {name} = …"
            )
        elif type(given[name]) is not kind or _holds_others_than_texts(given[name]):
            found = f"{quoted(str(given[name]))} is not of the right kind"
            words = {str: "a text in quotation marks", list: "a list of texts", date: "a date"}
            yield Fault(file, 1, name, found, f"Give {words[kind]}")
    expected = file.removeprefix("notes/").removesuffix(".md")
    if isinstance(given.get("id"), str) and given["id"] != expected:
        found = f"{quoted(str(given['id']))} is not the note's place"
        yield Fault(file, 1, "id", found, f"Write id = “{expected}”, or move the file")


def note_faults(found_note: NoteFile, ids: Ids) -> Iterator[Fault]:
    """Give what a note cites and the pack does not hold, and links that may not be opened.

    The row of a fault is the line in the file; of a fault in the front matter it is 1.
    """
    file, text, note = found_note.file, found_note.text, found_note.note
    if "evidence" in ids:
        for cited in note.evidence_ids:
            if cited not in ids["evidence"]:
                remedy = "Cite an id of data/evidence.csv"
                yield Fault(file, 1, "evidence", f"evidence {quoted(cited)} is not known", remedy)
    for target in note.about:
        if not _is_known_target(target, ids):
            remedy = "Use country:ISO, pair:ISO-ISO, factor:id, outcome or method"
            yield Fault(file, 1, "about", f"{quoted(target)} is not known", remedy)
    for at, found, remedy in _wrong_mentions(text, ids):
        yield Fault(file, text.count("\n", 0, at) + 1, "", found, remedy)


def _is_known_target(target: str, ids: Ids) -> bool:
    kind, _colon, name = target.partition(":")
    if kind in _PLAIN_TARGETS:
        return not name
    table = {"country": "countries", "pair": "countries", "factor": "factors"}.get(kind)
    if table is None:
        return False
    names = name.split("-") if kind == "pair" else [name]
    alone = kind != "pair" or len(names) == len(("one", "other"))
    return alone and (table not in ids or all(each in ids[table] for each in names))


def _wrong_mentions(text: str, ids: Ids) -> Iterator[tuple[int, str, str]]:
    """Give what is wrong with the mentions in a text: where, what was found, what to do."""
    for match in _EVIDENCE.finditer(text):
        if "evidence" in ids and match[1] not in ids["evidence"]:
            remedy = "Cite an id of data/evidence.csv"
            yield match.start(), f"evidence {quoted(match[1])} is not known", remedy
    for match in _INDICATOR.finditer(text):
        if "indicators" in ids and match[1] not in ids["indicators"]:
            remedy = "Name an indicator_id of data/indicators.csv between the braces"
            yield match.start(), f"indicator {quoted(match[1])} is not known", remedy
    for match in _TABLE.finditer(text):
        if match[1] not in TABLE_BY_NAME:
            remedy = f"Name one of: {', '.join(TABLE_BY_NAME)}"
            yield match.start(), f"table {quoted(match[1])} is not in a pack", remedy
    for match in _LINK.finditer(text):
        address = "".join(part or "" for part in match.groups())
        if not is_safe_address(address):
            remedy = "Link to https://, http:// or mailto: only"
            yield match.start(), f"{quoted(address)} is not an address that may be opened", remedy
