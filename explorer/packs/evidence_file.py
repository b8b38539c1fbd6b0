"""A file for the user's own items of evidence and remarks, so that a team can share them.

One UTF-8 table of comma-separated values that a spreadsheet opens. A row of the kind `item` gives
an item with an id of the form `U001`, in the fields of the pack's evidence, with the source it
comes from. A row of the kind `remark` gives what is held of an item: a mark, a comment, or both;
its id is that of an item of the pack, or of an item in the same file. What belongs to the other
kind stays blank. It is taken in whole or not at all.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION
from explorer.domain.evidence import Evidence
from explorer.domain.outcomes import OUTCOME
from explorer.domain.sources import Source
from explorer.errors import EvidenceFileError, Fault
from explorer.packs.cells import quoted
from explorer.packs.columns import Columns, read_columns
from explorer.packs.exchange import (
    OneFile,
    fault_of_file,
    sorted_faults,
    unguarded,
    write_table,
)
from explorer.packs.fields import LIST_MARK, Field
from explorer.packs.recurring import text

MARKS = ("agree", "doubt", "irrelevant", "superseded")
_OWN_ID = r"U\d{3,9}"
_NEEDED = (
    *("date", "iso3", "factor", "direction", "strength", "evidence_kind", "claim"),
    *("reliability", "credibility"),
)
_SOURCE = ("source_title", "source_publisher", "source_date", "source_language", "source_url")
_ONLY_OF_ITEMS = (*_NEEDED, "quantity", "unit", "note", "source_ids", *_SOURCE)
_ONLY_OF_REMARKS = ("mark", "comment")
_GUARDED = ("claim", "quantity", "unit", "note", "comment", *_SOURCE[:4])


@dataclass(frozen=True, slots=True)
class FileItem:
    """An item with the user's own source; a source whose parts are all blank is none."""

    item: Evidence
    source: Source


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """What a file holds: items, and remarks (mark and comment) by the id of their item."""

    items: tuple[FileItem, ...]
    remarks: Mapping[str, tuple[str, str]]


def write_evidence(path: Path, content: EvidenceFile, atlas: Atlas) -> None:
    """Save items and remarks as a file for others; one that was there is replaced.

    Raises:
        ExportError: if a text is too long to be read again, or the file cannot be written.
    """
    remarks = (
        {"kind": "remark", "id": key, "mark": mark, "comment": comment}
        for key, (mark, comment) in content.remarks.items()
    )
    rows = chain(map(_item_row, content.items), remarks)
    write_table(path, _table("", atlas), rows, _GUARDED, lambda cells: cells["id"])


def read_evidence(path: Path, atlas: Atlas) -> EvidenceFile:
    """Read items and remarks about the states, factors and sources of an Atlas.

    Raises:
        EvidenceFileError: with every fault of every row; nothing is then taken in.
    """
    if fault := fault_of_file(path, "evidence"):
        raise EvidenceFileError(path.name, [fault])
    table = _table(path.name, atlas)
    columns, faults = read_columns(path.parent, table)
    if columns is not None:
        faults += chain(
            _fault_of_none(columns),
            _faults_of_kinds(columns),
            _faults_of_ids(columns, atlas),
            _faults_of_sources(columns, atlas),
        )
    if columns is None or faults:
        raise EvidenceFileError(path.name, sorted_faults(table, faults))
    return _content(columns)


def _table(name: str, atlas: Atlas) -> OneFile:
    """Describe the file: the ids that may stand in it are those of the Atlas."""
    factors = (*(factor.id for factor in atlas.factors), OUTCOME)
    kinds = tuple(sorted({item.kind for item in atlas.evidence}))
    states = (*atlas.country_by_iso3, REGION)
    fields = (
        Field("kind", "What the row holds", choices=("item", "remark")),
        text("id", "Id of the item"),
        Field("date", "Date of what is claimed", "partial_date", optional=True),
        Field("iso3", "States that it bears on", "list", optional=True, choices=states),
        Field("factor", "Factor, or outcome", optional=True, choices=factors),
        Field("direction", "Towards, against, context", optional=True, choices=("+", "-", "0")),
        Field("strength", "Weight of the fact, 1 to 3", optional=True, choices=("1", "2", "3")),
        Field("evidence_kind", "Kind of the item", optional=True, choices=kinds),
        text("claim", "Claim, in one sentence", optional=True),
        text("quantity", "Figure as printed", optional=True),
        text("unit", "Unit of the figure", optional=True),
        Field("reliability", "Grade of the source", optional=True, choices=tuple("ABCDEF")),
        Field("credibility", "Grade of the claim", optional=True, choices=tuple("123456")),
        text("note", "Limit or remark", optional=True),
        Field("source_ids", "Sources of the pack", "list", optional=True),
        text("source_title", "Title of a further source", optional=True),
        text("source_publisher", "Publisher of it", optional=True),
        Field("source_date", "Date of it", "partial_date", optional=True),
        text("source_language", "Language of it", optional=True),
        Field("source_url", "Link to it", "address", optional=True),
        Field("mark", "What is held of the item", optional=True, choices=MARKS),
        text("comment", "Why", optional=True),
    )
    return OneFile("evidence", "Own evidence and remarks", fields, (), file_name=name)


def _item_row(each: FileItem) -> dict[str, str]:
    item, source = each.item, each.source
    return {
        "kind": "item",
        "id": item.id,
        "date": str(item.date),
        "iso3": LIST_MARK.join(item.countries),
        "factor": item.factor,
        "direction": item.direction,
        "strength": str(item.strength),
        "evidence_kind": item.kind,
        "claim": item.claim,
        "quantity": item.quantity,
        "unit": item.unit,
        "reliability": item.reliability,
        "credibility": str(item.credibility),
        "note": item.note,
        "source_ids": LIST_MARK.join(item.source_ids),
        "source_title": source.title,
        "source_publisher": source.publisher,
        "source_date": source.date,
        "source_language": source.language,
        "source_url": source.url,
    }


def _fault_of_none(columns: Columns) -> Iterator[Fault]:
    if not columns.rows:
        remedy = "Add a row for each item and each remark"
        yield Fault(columns.table.file, 0, "", "the file holds no evidence", remedy)


def _faults_of_kinds(columns: Columns) -> Iterator[Fault]:
    """Give the cells that a row of its kind must fill and does not, or must not and does."""
    texts = columns.texts
    for position, kind in enumerate(columns.parsed["kind"]):
        for name in _NEEDED if kind == "item" else ():
            if not texts[name][position]:
                meaning = next(x.meaning for x in columns.table.fields if x.name == name)
                found = "the cell is blank, and an item needs it"
                yield columns.fault(position, name, found, f"Fill it in: {meaning}")
        foreign = {"item": _ONLY_OF_REMARKS, "remark": _ONLY_OF_ITEMS}.get(kind, ())
        for name in foreign:
            if cell := texts[name][position]:
                found = f"{quoted(cell)} stands in a row of the kind “{kind}”"
                yield columns.fault(position, name, found, "Leave the cell blank")
        if kind == "remark" and not (texts["mark"][position] or texts["comment"][position]):
            found = "the row has neither a mark nor a comment"
            yield columns.fault(position, "mark", found, "Give one of the two, or drop the row")


def _faults_of_ids(columns: Columns, atlas: Atlas) -> Iterator[Fault]:
    """Give ids that have not the form of an own item, come twice, or name no item."""
    pairs = list(zip(columns.parsed["kind"], columns.parsed["id"], strict=True))
    own = {key for kind, key in pairs if kind == "item"}
    first: dict[tuple[str, str], int] = {}
    for position, (kind, key) in enumerate(pairs):
        if not (kind and key):
            continue
        if kind == "item" and not re.fullmatch(_OWN_ID, key):
            remedy = "Give the letter U and three digits or more, such as U001"
            yield columns.fault(position, "id", f"{quoted(key)} is no id of an own item", remedy)
        if kind == "remark" and key not in atlas.evidence_by_id and key not in own:
            remedy = "Use the id of an item of the pack, or of one in this file"
            yield columns.fault(position, "id", f"{quoted(key)} is not known", remedy)
        if (kind, key) in first:
            found = f"the {kind} {key} stands already in row {first[kind, key]}"
            yield columns.fault(position, "id", found, "Keep one of the two rows")
        first.setdefault((kind, key), columns.rows[position])


def _faults_of_sources(columns: Columns, atlas: Atlas) -> Iterator[Fault]:
    """Give sources that the pack has not, and items without any source."""
    for position, ids in enumerate(columns.parsed["source_ids"]):
        for key in ids:
            if key not in atlas.source_by_id:
                remedy = "Use the ids of the pack’s sources, or give title and link instead"
                yield columns.fault(position, "source_ids", f"{quoted(key)} is not known", remedy)
        named = ids or columns.texts["source_title"][position]
        if columns.parsed["kind"][position] == "item" and not named:
            remedy = "Name a source of the pack, or give the title of a further source"
            yield columns.fault(position, "source_title", "no source is given", remedy)
        if columns.texts["unit"][position] and not columns.texts["quantity"][position]:
            remedy = "Give the figure too, or leave the unit blank"
            yield columns.fault(position, "quantity", "a unit stands without a figure", remedy)


def _content(columns: Columns) -> EvidenceFile:
    """Make the items and remarks of rows in which no fault was found."""
    items: list[FileItem] = []
    remarks: dict[str, tuple[str, str]] = {}
    names: Sequence[str] = list(columns.parsed)
    for position, kind in enumerate(columns.parsed["kind"]):
        row = {name: columns.parsed[name][position] for name in names}
        if kind == "item":
            items.append(_item(row))
        else:
            remarks[row["id"]] = (row["mark"], unguarded(row["comment"]))
    return EvidenceFile(tuple(items), remarks)


def _item(row: dict[str, Any]) -> FileItem:
    cells = {name: unguarded(row[name]) for name in ("claim", "quantity", "unit", "note")}
    item = Evidence(
        id=row["id"],
        date=row["date"],
        countries=row["iso3"],
        factor=row["factor"],
        direction=row["direction"],
        strength=int(row["strength"]),
        kind=row["evidence_kind"],
        claim=cells["claim"],
        quantity=cells["quantity"],
        unit=cells["unit"],
        source_ids=row["source_ids"],
        reliability=row["reliability"],
        credibility=int(row["credibility"]),
        note=cells["note"],
    )
    return FileItem(item, own_source(item.id, row))


def own_source(key: str, parts: Mapping[str, Any]) -> Source:
    """Make the user's own source of an item, by the item's id, out of the fields of a row."""
    return Source(
        id=key,
        title=unguarded(parts["source_title"]),
        publisher=unguarded(parts["source_publisher"]),
        author="",
        date=str(parts["source_date"] or ""),
        url=parts["source_url"],
        kind="",
        language=unguarded(parts["source_language"]),
        licence="",
        edition="",
        read_via="",
        caveat="",
    )
