"""A small file for one rater's own judgement, so that a team can pool what each of them judged.

One UTF-8 table of comma-separated values that a spreadsheet opens, one row for each rating or
ladder. Every row names its rater, who is the same throughout, and its date. A row of the kind
`rating` gives a factor with `low`, `mode` and `high` on the 0 to 4 scale and a confidence; a row
of the kind `ladder` gives a scenario with one share for each rung, `share_1` the lowest, together
summing to 1. What belongs to the other kind stays blank. It is taken in whole or not at all.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from explorer.domain.atlas import Atlas
from explorer.domain.judgement import OWN_RATER, Rating
from explorer.domain.outcomes import JudgedLadder
from explorer.errors import ExportError, Fault, JudgementFileError
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
from explorer.packs.recurring import CONFIDENCE, RATER, number, text
from explorer.packs.rules import TOLERANCE, judgement_faults

_KINDS = ("rating", "ladder")
_OF_RATINGS = ("factor", "low", "mode", "high", "confidence")
_ONLY_OF_RATINGS = (*_OF_RATINGS, "summary", "evidence_ids")
_TEXTS = ("rater", "summary", "reason")


@dataclass(frozen=True, slots=True)
class JudgementFile:
    """What one rater judged, as a file holds it. A rating's reason is its `rationale`."""

    rater: str
    ratings: tuple[Rating, ...]
    ladders: tuple[JudgedLadder, ...]


def write_judgement(path: Path, judgement: JudgementFile, atlas: Atlas) -> None:
    """Save a judgement as a file for others; one that was there is replaced.

    Characters that cannot be seen are left out, since no file with them would be taken in.

    Raises:
        ExportError: if the rater has no name of their own, a text is too long to be read again,
            or the file cannot be written.
    """
    if _free_of(judgement.rater) in _reserved(atlas):
        message = f"“{judgement.rater}” is nobody’s own name; give yours, or your initials"
        raise ExportError(message)
    rows = chain(map(_rating_row, judgement.ratings), map(_ladder_row, judgement.ladders))
    named = ({**row, "rater": judgement.rater} for row in rows)
    write_table(path, _table("", atlas), named, _TEXTS, _about)


def _about(cells: Mapping[str, str]) -> str:
    return f"{cells['iso3']}, {cells.get('factor') or cells.get('scenario', '')}"


def read_judgement(path: Path, atlas: Atlas) -> JudgementFile:
    """Read a colleague's judgement about the states, factors and scenarios of an Atlas.

    Raises:
        JudgementFileError: with every fault of every row; nothing is then taken in.
    """
    if fault := fault_of_file(path, "judgement"):
        raise JudgementFileError(path.name, [fault])
    table = _table(path.name, atlas)
    columns, faults = read_columns(path.parent, table)
    if columns is not None:
        faults += chain(
            _fault_of_none(columns),
            _faults_of_raters(columns, atlas),
            _faults_of_kinds(columns),
            _repeated(columns),
            _unknown_evidence(columns, atlas),
            judgement_faults({"ratings": columns}),
            _ladders_not_whole(columns),
        )
    if columns is None or faults:
        raise JudgementFileError(path.name, sorted_faults(table, faults))
    return _judgement(columns)


def _table(name: str, atlas: Atlas) -> OneFile:
    """Describe the file: the ids that may stand in it are those of the Atlas."""
    fields = (
        Field("kind", "What the row holds", choices=_KINDS),
        RATER,
        Field("date", "Date of the judgement", "date"),
        Field("iso3", "State", choices=atlas.subject.compared),
        Field("factor", "Factor", optional=True, choices=tuple(x.id for x in atlas.factors)),
        Field("scenario", "Scenario", optional=True, choices=tuple(x.id for x in atlas.scenarios)),
        *(number(end, f"Rating, {end}, 0 to 4", 0, 4, optional=True) for end in _OF_RATINGS[1:4]),
        Field("confidence", CONFIDENCE.meaning, optional=True, choices=CONFIDENCE.choices),
        *(
            number(
                _share(rung.order),
                f"Share of the rung “{rung.title}”, 0 to 1",
                0,
                1,
                optional=True,
            )
            for rung in atlas.rungs
        ),
        text("reason", "Reason", optional=True),
        text("summary", "Summary of a rating", optional=True),
        Field("evidence_ids", "Evidence for a rating", "list", optional=True),
    )
    return OneFile("judgement", "A rater's own judgement", fields, (), file_name=name)


def _share(order: int) -> str:
    return f"share_{order}"


def _shares(columns: Columns) -> list[str]:
    return [each.name for each in columns.table.fields if each.name.startswith("share_")]


def _rating_row(rating: Rating) -> dict[str, str]:
    return {
        "kind": "rating",
        "date": rating.as_of.isoformat(),
        "iso3": rating.iso3,
        "factor": rating.factor,
        "low": _figure(rating.low),
        "mode": _figure(rating.mode),
        "high": _figure(rating.high),
        "confidence": rating.confidence,
        "reason": rating.rationale,
        "summary": rating.summary,
        "evidence_ids": LIST_MARK.join(rating.evidence_ids),
    }


def _ladder_row(ladder: JudgedLadder) -> dict[str, str]:
    shares = {
        _share(order): _figure(share) for order, share in enumerate(ladder.probabilities, start=1)
    }
    return {
        "kind": "ladder",
        "date": ladder.as_of.isoformat(),
        "iso3": ladder.iso3,
        "scenario": ladder.scenario,
        "reason": ladder.reason,
        **shares,
    }


def _figure(value: float) -> str:
    """Write a number so that the same number is read."""
    return repr(float(value)).removesuffix(".0")


def _free_of(rater: str) -> str:
    """Give a name as names are compared: without the case of letters or space around it."""
    return rater.strip().casefold()


def _reserved(atlas: Atlas) -> set[str]:
    """Give the names that stand for others already: nobody, the user, the bundled raters."""
    return {_free_of(rater) for rater in ("", OWN_RATER, *atlas.raters)}


def _fault_of_none(columns: Columns) -> Iterator[Fault]:
    if not columns.rows:
        remedy = "Add a row for each rating and each ladder"
        yield Fault(columns.table.file, 0, "", "the file holds no judgement", remedy)


def _faults_of_raters(columns: Columns, atlas: Atlas) -> Iterator[Fault]:
    """Give the rows of a rater who is another's namesake, or not that of the first row."""
    reserved, first = _reserved(atlas) - {""}, ""
    for position, cell in enumerate(columns.parsed["rater"]):
        rater = _free_of(unguarded(cell))
        first = first or rater
        if rater in reserved:
            whose = (
                "the user of each copy of the app"
                if rater == _free_of(OWN_RATER)
                else "a bundled rater"
            )
            found = f"{quoted(cell)} stands for {whose}"
            remedy = "Give the rater’s own name or initials in every row"
            yield columns.fault(position, "rater", found, remedy)
        elif rater and rater != first:
            found = f"{quoted(cell)} is not the rater of the first row"
            yield columns.fault(position, "rater", found, "Give each rater a file of their own")


def _faults_of_kinds(columns: Columns) -> Iterator[Fault]:
    """Give the cells that a row of its kind must fill and does not, or must not and does."""
    shares = _shares(columns)
    needed = {"rating": _OF_RATINGS, "ladder": ("scenario", *shares)}
    foreign = {"rating": ("scenario", *shares), "ladder": _ONLY_OF_RATINGS}
    for position, kind in enumerate(columns.parsed["kind"]):
        for name in needed.get(kind, ()):
            if not columns.texts[name][position]:
                meaning = next(x.meaning for x in columns.table.fields if x.name == name)
                found = f"the cell is blank, and a {kind} needs it"
                yield columns.fault(position, name, found, f"Fill it in: {meaning}")
        for name in foreign.get(kind, ()):
            if cell := columns.texts[name][position]:
                found = f"{quoted(cell)} stands in a row of the kind “{kind}”"
                yield columns.fault(position, name, found, "Leave the cell blank")


def _key(columns: Columns, position: int) -> tuple[str, str, str]:
    kind = columns.parsed["kind"][position]
    about = "factor" if kind == "rating" else "scenario"
    return kind, columns.parsed["iso3"][position] or "", columns.parsed[about][position] or ""


def _repeated(columns: Columns) -> Iterator[Fault]:
    first: dict[tuple[str, str, str], int] = {}
    for position, row in enumerate(columns.rows):
        kind, iso3, about = key = _key(columns, position)
        if not (kind and iso3 and about):
            continue
        if key in first:
            found = f"the {kind} of {iso3}, {about} stands already in row {first[key]}"
            field = "factor" if kind == "rating" else "scenario"
            yield columns.fault(position, field, found, "Keep one of the two rows")
        first.setdefault(key, row)


def _unknown_evidence(columns: Columns, atlas: Atlas) -> Iterator[Fault]:
    for position, ids in enumerate(columns.parsed["evidence_ids"]):
        for each in ids:
            if each not in atlas.evidence_by_id:
                remedy = "Use the ids of the pack’s evidence, or leave the cell blank"
                yield columns.fault(
                    position, "evidence_ids", f"{quoted(each)} is not known", remedy
                )


def _ladders_not_whole(columns: Columns) -> Iterator[Fault]:
    names = _shares(columns)
    rows = zip(*(columns.parsed[name] for name in names), strict=True)
    for position, row in enumerate(rows):
        if columns.parsed["kind"][position] != "ladder" or None in row:
            continue
        total = math.fsum(row)
        if abs(total - 1.0) > TOLERANCE:
            found = f"the shares of the rungs sum to {total:.9g}"
            yield columns.fault(position, names[0], found, "Let the shares of a row sum to 1")


def _judgement(columns: Columns) -> JudgementFile:
    """Make the ratings and ladders of rows in which no fault was found."""
    rater = unguarded(columns.parsed["rater"][0]).strip()
    ratings: list[Rating] = []
    ladders: list[JudgedLadder] = []
    for position, kind in enumerate(columns.parsed["kind"]):
        row = {name: cells[position] for name, cells in columns.parsed.items()}
        if kind == "rating":
            ratings.append(_rating(rater, row))
        else:
            ladders.append(_ladder(rater, row, _shares(columns)))
    return JudgementFile(rater, tuple(ratings), tuple(ladders))


def _rating(rater: str, row: dict[str, Any]) -> Rating:
    return Rating(
        rater=rater,
        as_of=row["date"],
        iso3=row["iso3"],
        factor=row["factor"],
        low=row["low"],
        mode=row["mode"],
        high=row["high"],
        confidence=row["confidence"],
        summary=unguarded(row["summary"]),
        rationale=unguarded(row["reason"]),
        evidence_ids=row["evidence_ids"],
    )


def _ladder(rater: str, row: dict[str, Any], shares: Sequence[str]) -> JudgedLadder:
    return JudgedLadder(
        rater=rater,
        as_of=row["date"],
        iso3=row["iso3"],
        scenario=row["scenario"],
        probabilities=tuple(row[name] for name in shares),
        reason=unguarded(row["reason"]),
    )
