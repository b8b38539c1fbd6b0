"""A step of the way from what is shown to where it comes from: one thing, up and down.

`rests_on` leads down, to what it stands on, and `used_by` back up, to what stands on it. A page
whose thing is a record of the pack ends in `places`: file, rows, SHA-256.
"""

from dataclasses import dataclass

from explorer.pages.detail import SourceLink
from explorer.pages.view import Target

WORKSPACE_FILE = "workspace.json"
"""Where what is the user's own ends: their own file, and no row of the pack."""


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A way to another thing: its goal (`str(Thing)`), its title, and a line on it.

    `is_own` marks what is the user's own, and no part of the pack.
    """

    goal: str
    title: str
    words: str = ""
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class ChainGroup:
    """Ways of one kind: “Evidence · 6”; `note` says what they are to the thing, or is blank."""

    heading: str
    links: tuple[ChainLink, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class PackPlace:
    """Rows of one file: its path in the pack, the rows in words, and the file's SHA-256.

    `cells` are the cells of the one row, by column, as they are written; none where it is several
    rows, or a text. `rows` is blank for a whole file.
    """

    file: str
    rows: str
    sha256: str
    cells: tuple[tuple[str, str], ...] = ()
    note: str = ""

    @property
    def words(self) -> str:
        """Give file and rows in one line: “data/ratings.csv, rows 2–5”."""
        if not self.rows:
            return self.file
        noun = "row" if self.rows.isdecimal() else "rows"
        return f"{self.file}, {noun} {self.rows}"


@dataclass(frozen=True, slots=True)
class ChainPage:
    """One thing and where it comes from. `goal` is `str(Thing)`; `kicker` says what it is.

    `says` is what the thing says, in the words of the record; `facts` are label and value, never
    blank; `way` is where the app shows it, and blank where it does not. `is_known` is false for
    what the pack does not hold, or did not know on the day that is looked at.
    """

    goal: str
    kicker: str
    title: str
    says: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    addresses: tuple[SourceLink, ...] = ()
    rests_on: tuple[ChainGroup, ...] = ()
    places: tuple[PackPlace, ...] = ()
    used_by: tuple[ChainGroup, ...] = ()
    way: Target | str = ""
    is_own: bool = False
    is_known: bool = True


def group(heading: str, links: tuple[ChainLink, ...], note: str = "") -> tuple[ChainGroup, ...]:
    """Give a group with its count in the heading, or none where there are no links."""
    return (ChainGroup(f"{heading} · {len(links):,}", links, note),) if links else ()
