"""The pack's descriptor, `datapackage.json`: made from the schema, and read back."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from explorer.domain.atlas import Subject
from explorer.errors import Fault
from explorer.packs.cells import quoted
from explorer.packs.fields import LIST_MARK, Field, Table
from explorer.packs.schema import TABLE_BY_NAME, TABLES

FILE = "datapackage.json"
EXTENSION = "country-explorer"
FORMAT = 1
LADDER = "rungs"
_PROFILES = "https://datapackage.org/profiles/2.0"
_PARTIAL_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
_TYPES = {
    "text": "string",
    "list": "list",
    "integer": "integer",
    "number": "number",
    "yes_no": "boolean",
    "date": "date",
    "partial_date": "string",
    "address": "string",
}


@dataclass(frozen=True, slots=True)
class SourceCredit:
    """A data set that the pack's figures come from, as the descriptor names it."""

    title: str
    path: str
    version: str


def make_descriptor(
    subject: Subject, notes: tuple[str, ...], credits_: tuple[SourceCredit, ...]
) -> str:
    """Give the text of the descriptor of a pack; the same pack gives the same text.

    `notes` are the notes' paths in the pack. The form is Data Package version 2 with one property
    of our own, `country-explorer`, which holds the subject.
    """
    descriptor = {
        "$schema": f"{_PROFILES}/datapackage.json",
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
            "baseline": subject.baseline,
            "compared": list(subject.compared),
            "ladder": LADDER,
        },
        "resources": [*map(_table, TABLES), *map(_note, notes)],
    }
    return json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n"


def _table(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(field) for field in table.fields],
        "missingValues": [""],
    }
    if not any(field.optional for field in table.fields if field.name in table.key):
        schema["primaryKey"] = list(table.key)
    # A list or a column with values besides the ids is no foreign key; our own check covers those.
    references = [
        {"fields": [field.name], "reference": _reference(field)}
        for field in table.fields
        if field.refers_to and field.kind != "list" and not field.besides
    ]
    if references:
        schema["foreignKeys"] = references
    return {
        "name": table.name,
        "title": table.title,
        "type": "table",
        "path": table.file,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _reference(field: Field) -> dict[str, Any]:
    target = TABLE_BY_NAME[field.refers_to]
    return {"resource": target.name, "fields": list(target.key)}


def _field(field: Field) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": field.name,
        "type": _TYPES[field.kind],
        "title": field.meaning,
    }
    if field.kind == "list":
        described |= {"delimiter": LIST_MARK, "itemType": "string"}
    if field.kind == "yes_no":
        described |= {"trueValues": ["1"], "falseValues": ["0"]}
    constraints: dict[str, Any] = {"required": True} if not field.optional else {}
    if field.choices:
        constraints["enum"] = list(field.choices)
    if field.at_least is not None:
        constraints["minimum"] = field.at_least
    if field.at_most is not None:
        constraints["maximum"] = field.at_most
    pattern = _PARTIAL_DATE if field.kind == "partial_date" else field.pattern
    if pattern and field.kind != "list":
        constraints["pattern"] = pattern
    if constraints:
        described["constraints"] = constraints
    return described


def _note(path: str) -> dict[str, Any]:
    return {
        "name": path.removesuffix(".md").replace("/", "-").lower(),
        "type": "text",
        "path": path,
        "format": "md",
        "mediatype": "text/markdown",
        "encoding": "utf-8",
    }


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
    faults = _resource_faults(whole)
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
    )
    return subject, faults


def _version_faults(whole: dict[str, object], inner: dict[str, object]) -> Iterator[Fault]:
    if not _text(whole.get("name")):
        yield Fault(FILE, 0, "name", "no name is given", "Name the pack")
    if inner.get("format") != FORMAT:
        found = f"{quoted(str(inner.get('format')))} is not a format that this edition reads"
        yield _fault("format", found, f"Give {FORMAT}, or update Country Explorer")
    if (ladder := _text(inner.get("ladder"))) and ladder != LADDER:
        yield _fault("ladder", f"{quoted(ladder)} is not known", f"Give {LADDER}")


def _compared_faults(inner: dict[str, object]) -> Iterator[Fault]:
    compared = _codes(inner.get("compared"))
    if not compared:
        yield _fault("compared", "no list of countries is given", "List ISO codes")
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
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _codes(value: object) -> tuple[str, ...]:
    items = cast("list[object]", value) if isinstance(value, list) else []
    codes = tuple(item for item in items if isinstance(item, str))
    return codes if len(codes) == len(items) else ()


def _resource_faults(whole: dict[str, object]) -> list[Fault]:
    """Give the tables that the descriptor does not list where the loader looks for them."""
    listed = whole.get("resources")
    items = cast("list[object]", listed) if isinstance(listed, list) else []
    objects = [cast("dict[str, object]", item) for item in items if isinstance(item, dict)]
    paths = {item.get("name"): item.get("path") for item in objects}
    return [
        Fault(
            FILE,
            0,
            f"resources.{table.name}",
            "the table is not listed" if table.name not in paths else "the path is another",
            f"List the resource {table.name} with the path {table.file}",
        )
        for table in TABLES
        if paths.get(table.name) != table.file
    ]
