"""What a pack's tables are made of: fields, their kinds and their bounds."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "list", "integer", "number", "yes_no", "date", "partial_date", "address"]
"""How a cell is read.

`list` holds texts parted by `;`, `yes_no` is 1 or 0, `date` is YYYY-MM-DD, `partial_date` may lack
the day or the month, `address` is a link.
"""

LIST_MARK = ";"
SAFE_SCHEMES = ("https:", "http:", "mailto:")
"""What a link may begin with; anything else could run or open something on the machine."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column. `refers_to` names the table whose ids its values are taken from.

    `besides` are values allowed besides those ids, and `pattern` is a regular expression that the
    whole text has to match. Bounds include their ends.
    """

    name: str
    meaning: str
    kind: Kind = "text"
    optional: bool = False
    choices: tuple[str, ...] = ()
    at_least: float | None = None
    at_most: float | None = None
    pattern: str = ""
    refers_to: str = ""
    besides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV table, `data/<name>.csv`. `key` holds the columns that tell its rows apart.

    A table that is `long` holds series or votes, and is read after the first paint.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    long: bool = False

    @property
    def file(self) -> str:
        """Give the table's file, relative to the pack."""
        return f"data/{self.name}.csv"
