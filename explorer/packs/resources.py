"""What a pack holds as its descriptor lists it, and what is wrong with a list."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from explorer.errors import Fault
from explorer.packs.cells import plain, quoted
from explorer.packs.fields import LIST_MARK, Field, Table
from explorer.packs.map_files import MAP_FILES, PATHS
from explorer.packs.schema import TABLE_BY_NAME, TABLES

FILE = "datapackage.json"
PROFILES = "https://datapackage.org/profiles/2.0"
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


def table_resource(table: Table) -> dict[str, Any]:
    """Describe a table for the descriptor."""
    schema: dict[str, Any] = {
        "$schema": f"{PROFILES}/tableschema.json",
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


def note_resource(path: str) -> dict[str, Any]:
    """Describe a note for the descriptor; `path` is that in the pack."""
    return {
        "name": path.removesuffix(".md").replace("/", "-").lower(),
        "type": "text",
        "path": path,
        "format": "md",
        "mediatype": "text/markdown",
        "encoding": "utf-8",
    }


def resource_faults(whole: dict[str, object], folder: Path) -> list[Fault]:
    """Give what a descriptor lists and the pack lacks, and the other way round."""
    listed = whole.get("resources")
    items = cast("list[object]", listed) if isinstance(listed, list) else []
    files = {path.relative_to(folder).as_posix() for path in folder.glob("notes/**/*.md")}
    files |= {each.file for each in MAP_FILES if (folder / each.file).exists()}
    faults: list[Fault] = []
    seen: set[object] = set()
    for place, item in enumerate(items, start=1):
        resource = cast("dict[str, object]", item) if isinstance(item, dict) else {}
        name, path = resource.get("name"), resource.get("path")
        if not isinstance(name, str) or not isinstance(path, str):
            found = f"the {place}. of the resources lacks a name or a path"
            faults.append(Fault(FILE, 0, "resources", found, "Give both, in quotation marks"))
        elif name in seen or path in seen:
            faults.append(_fault(name, "it is listed twice", "Keep one of the two"))
        else:
            faults += _faults_of_one(resource, name, path, files)
        seen |= {each for each in (name, path) if isinstance(each, str)}
    faults += [
        _fault(each.name, "the table is not listed", f"List it with the path {each.file}")
        for each in TABLES
        if each.name not in seen
    ]
    for path in sorted(files - seen):
        found = f"{quoted(path)} is there and is not listed"
        faults.append(Fault(FILE, 0, "resources", found, "List it, or take the file away"))
    return faults


def _fault(name: str, found: str, remedy: str) -> Fault:
    return Fault(FILE, 0, f"resources.{plain(name)}", found, remedy)


def _faults_of_one(
    resource: dict[str, object], name: str, path: str, files: set[str]
) -> Iterator[Fault]:
    table = TABLE_BY_NAME.get(name)
    if table is not None:
        yield from _table_faults(resource, table)
    elif path in PATHS or (path.startswith("notes/") and path.endswith(".md")):
        if path not in files:
            found = f"{quoted(path)} is listed and is not there"
            yield _fault(name, found, "Add the file, or take it off the list")
    else:
        found = f"{quoted(path)} is neither a table nor a note of a pack, nor of its map"
        yield _fault(name, found, "Take it off the list")


def _table_faults(resource: dict[str, object], table: Table) -> Iterator[Fault]:
    if resource["path"] != table.file:
        yield _fault(table.name, "the path is another", f"Give the path {table.file}")
    given, expected = resource.get("schema"), table_resource(table)["schema"]
    if given != expected:
        schema = cast("dict[str, object]", given) if isinstance(given, dict) else {}
        others = _differing(_fields_by_name(schema), _fields_by_name(expected))
        found = "its fields are not those of the table"
        found += (
            f": {', '.join(map(plain, others))}" if others else " in order, keys or references"
        )
        remedy = "Describe the table as the descriptor of the bundled pack does"
        yield _fault(table.name, found, remedy)


def _fields_by_name(schema: dict[str, object]) -> dict[str, object]:
    fields = schema.get("fields")
    items = cast("list[object]", fields) if isinstance(fields, list) else []
    objects = [cast("dict[str, object]", item) for item in items if isinstance(item, dict)]
    return {str(each.get("name")): each for each in objects}


def _differing(given: dict[str, object], expected: dict[str, object]) -> list[str]:
    return [name for name in {**expected, **given} if given.get(name) != expected.get(name)]
