"""The search index: finds documents by the beginnings of their words, the best first.

It is a full-text table of SQLite in memory (FTS5). Where SQLite was built without it, the same
documents are searched word by word, and only the order within a group is plainer.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from explorer.domain.atlas import Atlas
from explorer.pages.glossary import glossary_entries
from explorer.pages.search import Command, HitKind
from explorer.pages.search_documents import (
    Document,
    command_documents,
    own_documents,
    pack_documents,
)
from explorer.pages.search_groups import FEW, MANY, Section, ranked_groups
from explorer.pages.search_ranking import (
    NOWHERE,
    Prepared,
    found,
    prepared,
    spellings,
    spelt_so,
    tier,
)
from explorer.pages.search_words import words
from explorer.workspace.document import Workspace

_MOST_WORDS = 12
"""So many words of a query are looked for; those after them narrow nothing any more."""
_MAKE = """
CREATE VIRTUAL TABLE texts USING fts5(
    title, names, body, spelt,
    tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
)
"""
_FIND = """
SELECT rowid, bm25(texts, 8.0, 6.0, 1.0, 0.5) FROM texts WHERE texts MATCH ?
"""


class SearchIndex:
    """Everything that can be searched. It may be made in one thread and asked in another."""

    def __init__(self, atlas: Atlas, commands: Iterable[Command] = ()) -> None:
        """Index a pack and the commands of the window; the user's own work comes by `take`."""
        self._atlas = atlas
        entries = glossary_entries(atlas)
        self._spellings = spellings([each for entry in entries for each in entry.spelt])
        self._held: dict[int, Prepared] = {}
        self._own: dict[Document, int] = {}
        self._next = 1
        self._table = _open_table()
        self._add((*pack_documents(atlas), *command_documents(commands)))

    @property
    def is_full_text(self) -> bool:
        """Say whether SQLite's full-text search is in use."""
        return self._table is not None

    def __len__(self) -> int:
        """Give how many documents there are."""
        return len(self._held)

    def take(self, workspace: Workspace) -> None:
        """Take the user's own notes and scenarios as they are now."""
        wanted = dict.fromkeys(own_documents(self._atlas, workspace))
        gone = [document for document in self._own if document not in wanted]
        for document in gone:
            at = self._own.pop(document)
            del self._held[at]
            if self._table is not None:
                self._table.execute("DELETE FROM texts WHERE rowid = ?", (at,))
        new = [document for document in wanted if document not in self._own]
        self._own.update(zip(new, self._add(new), strict=True))

    def find(self, query: str, group: str = "") -> tuple[Section, ...]:
        """Give what holds words that begin as those of a query do, in groups, the best first.

        A group's title gives that group alone, with many hits. A query without a word finds
        nothing.
        """
        wanted = words(query)[:_MOST_WORDS]
        if not wanted:
            return ()
        ranked = sorted(self._fitting(wanted), key=lambda each: each[:3])
        fitting: Iterable[tuple[int, HitKind, Document]] = (
            (rank, each.document.hit.kind, each.document) for rank, _, _, each in ranked
        )
        shown = MANY if group else FEW
        spelt = spelt_so(wanted, self._spellings)
        return tuple(
            Section(
                title,
                tuple(found(each, wanted, spelt) for each in documents[:shown]),
                len(documents),
            )
            for title, documents in ranked_groups(fitting)
            if title == group or not group
        )

    def close(self) -> None:
        """Let go of the table; nothing is found by full text after that."""
        if self._table is not None:
            self._table.close()
            self._table = None

    def _fitting(self, wanted: Sequence[str]) -> list[tuple[int, float, int, Prepared]]:
        """Give what fits, as (tier, score, number, document); a lower score fits better."""
        if self._table is None:
            scored = [(at, 0.0) for at in self._held]
        else:
            query = " AND ".join(f'"{word}"*' for word in wanted)
            scored = self._table.execute(_FIND, (query,)).fetchall()
        ranked = (
            (tier(each, wanted), score, at, each)
            for at, score in scored
            if (each := self._held[at])
        )
        return [each for each in ranked if each[0] < NOWHERE]

    def _add(self, documents: Sequence[Document]) -> list[int]:
        """Add documents; give their numbers."""
        numbers = list(range(self._next, self._next + len(documents)))
        self._next += len(documents)
        made = [prepared(each, self._spellings) for each in documents]
        self._held.update(zip(numbers, made, strict=True))
        if self._table is not None:
            rows = (
                (at, each.title, "".join(each.names), each.body, each.spelt)
                for at, each in zip(numbers, made, strict=True)
            )
            with self._table:
                self._table.executemany(
                    "INSERT INTO texts(rowid, title, names, body, spelt) VALUES (?, ?, ?, ?, ?)",
                    rows,
                )
        return numbers


def make_index(
    atlas: Atlas, workspace: Workspace, commands: Iterable[Command] = ()
) -> SearchIndex:
    """Index a pack, the commands of the window, and the user's own work."""
    index = SearchIndex(atlas, commands)
    index.take(workspace)
    return index


def _open_table() -> sqlite3.Connection | None:
    """Open an empty full-text table in memory, or give `None` where SQLite has no such thing."""
    table = sqlite3.connect(":memory:", check_same_thread=False)
    try:
        table.execute(_MAKE)
    except sqlite3.OperationalError:
        table.close()
        return None
    return table
