"""Turns the texts of one column into values, and says which of them cannot be."""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from explorer.domain.dates import parse_partial_date
from explorer.packs.fields import LIST_MARK, SAFE_SCHEMES, Field

_NUMERIC = re.compile(r"[-+0-9.eE\n]*")
_INTEGRAL = re.compile(r"[-+0-9\n]*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST_QUOTE = 60
_LARGEST = 10**9
"""No count in a pack comes near it, and each such number fits a column of a frame."""
# Controls but for tabs and line ends, line separators, and marks that turn the direction of text.
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")

Complaint = tuple[int, str, str]
"""Position in the column, what was found, what to do."""


class _UnreadableError(ValueError):
    """A text that a kind cannot read; says what is wrong with it, and what to do."""

    def __init__(self, wrong: str, remedy: str) -> None:
        super().__init__(wrong)
        self.wrong = wrong
        self.remedy = remedy


def plain(text: str) -> str:
    """Give a found text on one line and short enough to show."""
    printable = "".join(char if char.isprintable() else " " for char in text)
    line = " ".join(printable.split())
    return f"{line[: _LONGEST_QUOTE - 1]}…" if len(line) > _LONGEST_QUOTE else line


def seen(text: str) -> str:
    """Give a text without the characters that no cell may hold, since they cannot be seen."""
    return _UNSEEN.sub("", text)


def quoted(text: str) -> str:
    """Give a found text in quotation marks, on one line and short enough to show."""
    return f"“{plain(text)}”"


def read_column(field: Field, texts: Sequence[str]) -> tuple[Sequence[Any], list[Complaint]]:
    """Read one column: its values, and what is wrong with those that cannot be read.

    A cell that is blank where it may be, or that cannot be read, gives "" for texts and addresses,
    an empty tuple for lists, and `None` for every other kind. Whole columns are read at once and
    gone through cell by cell only where that fails, since packs are read while the user waits.
    """
    try:
        values = _read_whole(field, texts)
    except ValueError:
        return _read_each(field, texts)
    return values, []


def _read_whole(field: Field, texts: Sequence[str]) -> Sequence[Any]:
    """Read a column without looking at each cell; raises `ValueError` if any is at fault."""
    if any(map(str.isspace, texts)) or (not field.optional and "" in texts):
        raise ValueError
    if field.kind in {"number", "integer"}:
        return _read_numbers(field, texts)
    together = "".join(texts)
    if not together.isprintable() and _UNSEEN.search(together):
        raise ValueError
    if field.kind == "text" and not (field.choices or field.pattern):
        return texts
    known = {text: _read_cell(field, text) for text in set(texts)}
    return [known[text] for text in texts]


def _read_numbers(field: Field, texts: Sequence[str]) -> Sequence[float | None]:
    whole = field.kind == "integer"
    convert: Callable[[str], float] = int if whole else float
    if not (_INTEGRAL if whole else _NUMERIC).fullmatch("\n".join(texts)):
        raise ValueError
    if "" in texts:
        values: list[float | None] = [convert(text) if text else None for text in texts]
        found = [value for value in values if value is not None]
    else:
        found = list(map(convert, texts))
        values = list(found)
    if not found:
        return values
    low, high = _bounds(field)
    if not low <= min(found) <= max(found) <= high or not all(map(math.isfinite, found)):
        raise ValueError
    return values


def _bounds(field: Field) -> tuple[float, float]:
    open_end = _LARGEST if field.kind == "integer" else math.inf
    low = -open_end if field.at_least is None else field.at_least
    return low, open_end if field.at_most is None else field.at_most


def _read_each(field: Field, texts: Sequence[str]) -> tuple[Sequence[Any], list[Complaint]]:
    values: list[Any] = []
    complaints: list[Complaint] = []
    for position, text in enumerate(texts):
        try:
            values.append(_read_cell(field, text))
        except _UnreadableError as fault:
            complaints.append((position, fault.wrong, fault.remedy))
            values.append(_blank(field))
    return values, complaints


def _blank(field: Field) -> object:
    if field.kind in {"text", "address"}:
        return ""
    return () if field.kind == "list" else None


def _read_cell(field: Field, text: str) -> object:
    """Read one cell.

    Raises:
        _UnreadableError: if the text is not what the field asks for.
    """
    if not text.strip():
        if field.optional and not text:
            return _blank(field)
        raise _blank_error(field)
    if unseen := _UNSEEN.search(text):
        found = f"{quoted(text)} holds the character U+{ord(unseen[0]):04X}"
        remedy = "Take it out: it cannot be seen, and changes how text is shown"
        raise _UnreadableError(found, remedy)
    value = _READERS[field.kind](field, text)
    for part in text.split(LIST_MARK) if field.kind == "list" else (text,):
        _check_form(field, part)
    return value


def _blank_error(field: Field) -> _UnreadableError:
    if field.refers_to == "sources":
        remedy = "Name a source_id of data/sources.csv, or leave the row out"
        return _UnreadableError("no source is given for this claim", remedy)
    if field.kind == "number":
        return _UnreadableError("the cell is blank", "Give a number, or leave the row out")
    return _UnreadableError("the cell is blank", f"Fill it in: {field.meaning}")


def _check_form(field: Field, text: str) -> None:
    if field.choices and text not in field.choices:
        raise _UnreadableError(quoted(text), f"Use one of: {', '.join(field.choices)}")
    if field.pattern and field.kind != "address" and not re.fullmatch(field.pattern, text):
        remedy = f"Write it in the form {field.pattern}"
        if field.pattern == "[A-Z]{3}":
            remedy = "Give an ISO 3166-1 code: three capital letters"
        raise _UnreadableError(quoted(text), remedy)


def _read_text(_field: Field, text: str) -> str:
    return text


def _read_list(_field: Field, text: str) -> tuple[str, ...]:
    parts = tuple(text.split(LIST_MARK))
    if any(part != part.strip() or not part for part in parts):
        remedy = f"Part the values by “{LIST_MARK}” alone, without spaces or blank values"
        raise _UnreadableError(quoted(text), remedy)
    return parts


def _read_number(field: Field, text: str) -> float:
    whole = field.kind == "integer"
    noun = "a whole number" if whole else "a number"
    try:
        value = int(text) if whole else float(text)
    except ValueError:
        raise _UnreadableError(f"{quoted(text)} is not {noun}", f"Give {noun}") from None
    is_plain = (_INTEGRAL if whole else _NUMERIC).fullmatch(text)
    if not is_plain or (not whole and not math.isfinite(value)):
        raise _UnreadableError(f"{quoted(text)} is not {noun}", f"Give {noun} in plain digits")
    low, high = _bounds(field)
    if not low <= value <= high:
        ends = [f"{word} {end:.15g}" for word, end in (("from", low), ("to", high))]
        told = " ".join(end for end in ends if not end.endswith("inf"))
        raise _UnreadableError(f"{quoted(text)} is out of bounds", f"Give {noun} {told}")
    return value


def _read_yes_no(_field: Field, text: str) -> bool:
    if text not in {"0", "1"}:
        raise _UnreadableError(quoted(text), "Give 1 for yes or 0 for no")
    return text == "1"


def _read_date(_field: Field, text: str) -> date:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise _UnreadableError(f"{quoted(text)} is not a date", "Give a date as YYYY-MM-DD")


def _read_partial_date(_field: Field, text: str) -> object:
    try:
        return parse_partial_date(text)
    except ValueError:
        remedy = "Give a date as YYYY, YYYY-MM or YYYY-MM-DD"
        raise _UnreadableError(f"{quoted(text)} is not a date", remedy) from None


def _read_address(_field: Field, text: str) -> str:
    if not is_safe_address(text):
        remedy = "Give one address that begins with https://, http:// or mailto:"
        raise _UnreadableError(f"{quoted(text)} is not an address that may be opened", remedy)
    return text


def is_safe_address(text: str) -> bool:
    """Tell whether a link may be offered: one address, of a kind that only opens pages or mail."""
    whole = text.isprintable() and " " not in text
    return whole and text.lower().startswith(("https://", "http://", "mailto:"))


_READERS: dict[str, Callable[[Field, str], object]] = {
    "text": _read_text,
    "list": _read_list,
    "integer": _read_number,
    "number": _read_number,
    "yes_no": _read_yes_no,
    "date": _read_date,
    "partial_date": _read_partial_date,
    "address": _read_address,
}


def unsafe_addresses(text: str) -> Iterator[str]:
    """Give the addresses in a running text whose scheme is not one that may be opened."""
    for address in re.findall(r"\b[A-Za-z][A-Za-z0-9+.-]*:(?=\S)\S+", text):
        if not address.lower().startswith(SAFE_SCHEMES):
            yield address
