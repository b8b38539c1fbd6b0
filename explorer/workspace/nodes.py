"""Takes typed values out of a JSON document, and names the field where one is not what it must be.

What is passed over in silence here would be lost when the file is next written: so a field that is
not known, or stands there twice, is damage as much as one that is missing.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NoReturn, TypeVar, cast

from explorer.workspace.checks import checked_name

T = TypeVar("T")
_LONGEST = 60


class DamageError(ValueError):
    """A document is not what it must be; the message names the field."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value in a document, and where it stands: `what_if.ratings[2].value`."""

    value: object
    where: str = ""

    def damage(self, wrong: str) -> DamageError:
        """Say what is wrong with the value."""
        return DamageError(f"its field “{self.where}” {wrong}" if self.where else wrong)

    def fields(
        self, names: Collection[str], younger: Collection[str] = ()
    ) -> Mapping[str, "Node"]:
        """Give the values of an object that has these fields and no others.

        A list in a field of `younger` names may be missing, and is then empty.
        """
        if not isinstance(self.value, dict):
            raise self.damage("holds no fields" if self.where else "it holds no document")
        found = {name: self._below(name, each) for name, each in self._object().items()}
        for name, node in found.items():
            if name not in names and name not in younger:
                raise node.damage("is not known")
        for name in names:
            if name not in found:
                raise self._below(name, None).damage("is missing")
        return {name: self._below(name, []) for name in younger} | found

    def by_name(self) -> Mapping[str, "Node"]:
        """Give the values of an object whose fields are named freely."""
        if not isinstance(self.value, dict):
            raise self.damage("holds no fields")
        return {name: self._below(name, each) for name, each in self._object().items()}

    def items(self) -> Iterator["Node"]:
        """Give the values of a list."""
        if not isinstance(self.value, list):
            raise self.damage("is no list")
        for place, each in enumerate(cast("list[object]", self.value)):
            yield Node(each, f"{self.where}[{place}]")

    def text(self) -> str:
        """Give a text."""
        if not isinstance(self.value, str):
            self._refuse("no text")
        return self.value

    def name(self) -> str:
        """Give a text that is not blank."""
        text = self.text()
        self.check(lambda: checked_name(text, "it"))
        return text

    def number(self) -> float:
        """Give a number."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            self._refuse("no number")
        try:
            return float(self.value)
        except OverflowError:
            self._refuse("too large")

    def yes_no(self) -> bool:
        """Give a yes or a no."""
        if not isinstance(self.value, bool):
            self._refuse("neither true nor false")
        return self.value

    def moment(self) -> datetime:
        """Give a date with its time."""
        return self._parsed(datetime.fromisoformat, "no date with a time")

    def day(self) -> date:
        """Give a date."""
        return self._parsed(date.fromisoformat, "no date")

    def choice(self, choices: Collection[T]) -> T:
        """Give one of some values."""
        found = next((each for each in choices if each == self.value), None)
        if found is None:
            self._refuse(f"none of {', '.join(map(str, choices))}")
        return found

    def check(self, hold: Callable[[], object]) -> None:
        """Put the field's name to what a check finds wrong with it."""
        try:
            hold()
        except ValueError as error:
            raise self.damage(f"does not hold: {error}") from error

    def _object(self) -> dict[str, object]:
        return cast("dict[str, object]", self.value)

    def _below(self, name: str, value: object) -> "Node":
        return Node(value, f"{self.where}.{name}" if self.where else name)

    def _parsed(self, parse: Callable[[str], T], wrong: str) -> T:
        try:
            return parse(self.text())
        except DamageError:
            raise
        except ValueError:
            self._refuse(wrong)

    def _refuse(self, wrong: str) -> NoReturn:
        found = repr(self.value)
        shown = f"{found[: _LONGEST - 1]}…" if len(found) > _LONGEST else found
        raise self.damage(f"is {shown}, which is {wrong}")


def parse(content: bytes) -> Node:
    """Read a JSON document.

    Raises:
        DamageError: if the bytes are none, or an object in it has one field twice.
    """
    try:
        text = content.decode("utf-8", "surrogatepass")
        return Node(json.loads(text, object_pairs_hook=_object, parse_constant=_no_number))
    except DamageError:
        raise
    except (ValueError, RecursionError) as error:
        raise DamageError(str(error)) from error


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise DamageError(f"its field “{twice}” stands there twice")
    return found


def _no_number(found: str) -> object:
    raise DamageError(f"it holds {found}, which is no number")
