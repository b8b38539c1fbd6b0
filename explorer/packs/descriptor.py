"""The pack's descriptor, `datapackage.json`: made from the schema, and read back."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from explorer.domain.atlas import Subject
from explorer.domain.dates import parse_partial_date
from explorer.errors import Fault
from explorer.packs.cells import quoted
from explorer.packs.map_files import MAP_FILES, map_resource
from explorer.packs.resources import FILE, PROFILES, note_resource, resource_faults, table_resource
from explorer.packs.schema import TABLES

EXTENSION = "country-explorer"
FORMAT = 1
LADDER = "rungs"
_FEWEST_COMPARED = 2


@dataclass(frozen=True, slots=True)
class SourceCredit:
    """A data set that the pack's figures come from, as the descriptor names it."""

    title: str
    path: str
    version: str


def make_descriptor(
    subject: Subject,
    notes: tuple[str, ...],
    credits_: tuple[SourceCredit, ...],
    *,
    has_map: bool = False,
) -> str:
    """Give the text of the descriptor of a pack; the same pack gives the same text.

    `notes` are the notes' paths in the pack; `has_map` says that it holds the files of a map.
    The form is Data Package version 2 with one property of our own, `country-explorer`, which
    holds the subject.
    """
    descriptor = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": subject.pack,
        "title": subject.title,
        "version": subject.edition,
        "created": f"{subject.as_of}T00:00:00Z",
        "licenses": [
            {
                "name": "MIT",
                "title": "Texts and arrangement; figures keep the terms that sources names",
                "path": "https://opensource.org/license/mit",
            }
        ],
        "sources": [
            {"title": each.title, "path": each.path, "version": each.version} for each in credits_
        ],
        EXTENSION: {
            "format": FORMAT,
            "title": subject.title,
            "question": subject.question,
            "horizon": subject.horizon.isoformat(),
            "edition": subject.edition,
            "asOf": subject.as_of.isoformat(),
            **({"judgedIn": subject.judged_in} if subject.judged_in else {}),
            "baseline": subject.baseline,
            "compared": list(subject.compared),
            "ladder": LADDER,
        },
        "resources": [
            *map(table_resource, TABLES),
            *(map(map_resource, MAP_FILES) if has_map else ()),
            *map(note_resource, notes),
        ],
    }
    return json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n"


_TEXTS = ("title", "question", "edition", "baseline", "ladder")
_DATES = ("horizon", "asOf")


def read_descriptor(folder: Path) -> tuple[Subject | None, list[Fault]]:
    """Read the subject of a pack; none is given where anything in the descriptor is at fault."""
    try:
        found: object = json.loads((folder / FILE).read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        remedy = "Choose a folder that holds a pack"
        return None, [Fault(FILE, 0, "", "the file is missing", remedy)]
    except OSError as error:
        found_ = f"the file cannot be read ({error.strerror})"
        return None, [Fault(FILE, 0, "", found_, "See that it is a file you may read")]
    except UnicodeDecodeError as error:
        wrong = f"byte {error.start} is not UTF-8 text"
        return None, [Fault(FILE, 0, "", wrong, "Save the file as UTF-8")]
    except (ValueError, RecursionError) as error:
        return None, [Fault(FILE, 0, "", f"the file is not JSON ({error})", "Mend it")]
    whole = cast("dict[str, object]", found) if isinstance(found, dict) else {}
    faults = resource_faults(whole, folder)
    inner = whole.get(EXTENSION)
    if not isinstance(inner, dict):
        remedy = "Add the object that names question, horizon, baseline and compared countries"
        return None, [Fault(FILE, 0, EXTENSION, "the property is missing", remedy), *faults]
    subject, more = _subject(whole, cast("dict[str, object]", inner))
    faults = more + faults
    return (None if faults else subject), faults


def _subject(
    whole: dict[str, object], inner: dict[str, object]
) -> tuple[Subject | None, list[Fault]]:
    faults = [*_version_faults(whole, inner), *_compared_faults(inner)]
    texts = {name: _text(inner.get(name)) for name in _TEXTS}
    days = {name: _date(inner.get(name)) for name in _DATES}
    for name, value in texts.items():
        if not value:
            found = f"{quoted(str(inner.get(name, '')))} is not a text"
            faults.append(_fault(name, found, "Give a text in quotation marks"))
    for name, day in days.items():
        if day is None:
            found = f"{quoted(str(inner.get(name, '')))} is not a date"
            faults.append(_fault(name, found, "Give a date as YYYY-MM-DD"))
    if "judgedIn" in inner and not _is_partial_date(inner["judgedIn"]):
        found = f"{quoted(str(inner['judgedIn']))} is no day, month or year"
        faults.append(_fault("judgedIn", found, "Say when the judgements were made, as YYYY-MM"))
    horizon, as_of = days["horizon"], days["asOf"]
    if faults or horizon is None or as_of is None:
        return None, faults
    subject = Subject(
        pack=_text(whole.get("name")),
        title=texts["title"],
        question=texts["question"],
        horizon=horizon,
        edition=texts["edition"],
        as_of=as_of,
        baseline=texts["baseline"],
        compared=_codes(inner.get("compared")),
        judged_in=_text(inner.get("judgedIn")),
    )
    return subject, faults


def _version_faults(whole: dict[str, object], inner: dict[str, object]) -> Iterator[Fault]:
    if not _text(whole.get("name")):
        yield Fault(FILE, 0, "name", "no name is given", "Name the pack")
    if type(inner.get("format")) is not int or inner["format"] != FORMAT:
        found = f"{quoted(str(inner.get('format')))} is not a format that this edition reads"
        yield _fault("format", found, f"Give {FORMAT}, or update Country Explorer")
    if (ladder := _text(inner.get("ladder"))) and ladder != LADDER:
        yield _fault("ladder", f"{quoted(ladder)} is not known", f"Give {LADDER}")


def _compared_faults(inner: dict[str, object]) -> Iterator[Fault]:
    compared = _codes(inner.get("compared"))
    if len(compared) < _FEWEST_COMPARED:
        found = "one country alone is given" if compared else "no list of countries is given"
        yield _fault("compared", found, "List the ISO codes of two countries or more")
    elif len(set(compared)) != len(compared):
        yield _fault("compared", "a country stands there twice", "Name each once")
    elif (baseline := _text(inner.get("baseline"))) and baseline not in compared:
        found = f"{quoted(baseline)} is not among the compared"
        yield _fault("baseline", found, f"Use one of: {', '.join(compared)}")


def _fault(name: str, found: str, remedy: str) -> Fault:
    return Fault(FILE, 0, f"{EXTENSION}.{name}", found, remedy)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _date(value: object) -> date | None:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    # Python reads other forms of ISO 8601 too, such as weeks.
    return day if day is not None and day.isoformat() == value else None


def _is_partial_date(value: object) -> bool:
    try:
        return bool(parse_partial_date(_text(value)))
    except ValueError:
        return False


def _codes(value: object) -> tuple[str, ...]:
    items = cast("list[object]", value) if isinstance(value, list) else []
    codes = tuple(item for item in items if isinstance(item, str))
    return codes if len(codes) == len(items) else ()
