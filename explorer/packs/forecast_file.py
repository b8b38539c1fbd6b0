"""Reads forecasts from a table that was filled in elsewhere, such as in a spreadsheet.

One UTF-8 table of comma-separated values, one row for each forecast: the id of its question, the
likelihood of a yes from 0 to 1, and, where there are any, when it was made, a confidence and a
reason. A table that the app exported is taken too; of its further columns nothing is. It is taken
in whole or not at all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from pathlib import Path

from explorer.domain.judgement import Confidence
from explorer.errors import Fault, ForecastFileError
from explorer.packs.cells import quoted
from explorer.packs.columns import Columns, read_columns
from explorer.packs.exchange import OneFile, fault_of_file, sorted_faults, unguarded
from explorer.packs.fields import Field
from explorer.packs.recurring import CONFIDENCE, number, text

_EXPORTED = (
    *("id", "question", "sealed", "seal", "seal_state", "withdrawn", "outcome"),
    "answer_known_from",
)
_CONFIDENCES: Mapping[str, Confidence] = {"low": "low", "moderate": "moderate", "high": "high"}


@dataclass(frozen=True, slots=True)
class FileForecast:
    """A forecast of a file: `when` is a day or a moment with its zone, or not said."""

    question: str
    likelihood: float
    when: date | datetime | None
    confidence: Confidence | None
    reason: str


def read_forecasts(path: Path, questions: Mapping[str, bool]) -> tuple[FileForecast, ...]:
    """Read forecasts, in the order of the file.

    Args:
        path: the file.
        questions: whether each question that can be forecast is open, by its id.

    Raises:
        ForecastFileError: with every fault of every row; nothing is then taken in.
    """
    if fault := fault_of_file(path, "table of forecasts"):
        raise ForecastFileError(path.name, [fault])
    table = _table(path)
    columns, faults = read_columns(path.parent, table)
    if columns is not None:
        faults += chain(
            _fault_of_none(columns),
            _faults_of_questions(columns, questions),
            _faults_of_moments(columns),
        )
    if columns is None or faults:
        raise ForecastFileError(path.name, sorted_faults(table, faults))
    return tuple(_forecasts(columns))


def _table(path: Path) -> OneFile:
    """Describe the file: with the further columns of an export where its header names them."""
    try:
        with path.open("rb") as file:
            is_export = b"seal_state" in file.readline(2000)
    except OSError:
        is_export = False  # said where the table is read
    fields = (
        text("question_id", "Id of the question, such as Q02 or P01"),
        number("likelihood", "Likelihood of a yes, 0 to 1", 0, 1),
        text("when", "When it was made: a day, or a moment with its zone", optional=True),
        Field("confidence", CONFIDENCE.meaning, optional=True, choices=CONFIDENCE.choices),
        text("reason", "Reason", optional=True),
        *(text(name, "From an export", optional=True) for name in _EXPORTED if is_export),
    )
    return OneFile("forecasts", "Forecasts", fields, (), file_name=path.name)


def _fault_of_none(columns: Columns) -> Iterator[Fault]:
    if not columns.rows:
        remedy = "Add a row for each forecast"
        yield Fault(columns.table.file, 0, "", "the file holds no forecast", remedy)


def _faults_of_questions(columns: Columns, questions: Mapping[str, bool]) -> Iterator[Fault]:
    for position, key in enumerate(columns.parsed["question_id"]):
        if key and key not in questions:
            remedy = "Use the id of a question in the view Record, or ask it there first"
            yield columns.fault(position, "question_id", f"{quoted(key)} is not known", remedy)
        elif key and not questions[key]:
            found = f"{key} is resolved, so no forecast on it can be added"
            yield columns.fault(position, "question_id", found, "Leave the row out")


def _faults_of_moments(columns: Columns) -> Iterator[Fault]:
    for position, cell in enumerate(columns.parsed["when"]):
        if cell and _moment(cell) is None:
            remedy = "Give a day such as 2026-10-03, or 2026-10-03T12:00:00+00:00, or leave it out"
            yield columns.fault(position, "when", f"{quoted(cell)} is no such moment", remedy)


def _moment(cell: str) -> date | datetime | None:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(cell)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _forecasts(columns: Columns) -> Iterator[FileForecast]:
    """Make the forecasts of rows in which no fault was found."""
    for position in range(len(columns.rows)):
        row = {name: cells[position] for name, cells in columns.parsed.items()}
        yield FileForecast(
            question=row["question_id"],
            likelihood=round(float(row["likelihood"]), 4),
            when=_moment(row["when"]) if row["when"] else None,
            confidence=_CONFIDENCES.get(row["confidence"]),
            reason=unguarded(row["reason"]).strip(),
        )
