"""Votes: the main General Assembly texts by state, each vote in words.

The brief takes `votes_table(compose_votes(atlas, states))`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from explorer.domain.atlas import Atlas
from explorer.pages.detail import SourceLink
from explorer.pages.sources import source_links
from explorer.pages.tables import NO_VALUE, Table
from explorer.pages.trace import thing
from explorer.pages.words import counted, country_names, day_words, listing

YES, NO, ABSTAINED, NOT_RECORDED = "yes", "no", "abstained", "not recorded"
_WORDS = {"yes": YES, "no": NO, "abstain": ABSTAINED, "absent": NOT_RECORDED}
KEY = (
    (YES, "yes"),
    (NO, "no"),
    (ABSTAINED, "abstained"),
    (NOT_RECORDED, "not recorded as voting"),
)
"""The words of votes as they stand in cells, and in full."""
ORDER = tuple(words for words, _ in KEY)


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One text and how states voted on it, in words, in the order of the page's states.

    `topic` is blank for the main texts, whose title says it. `goal` names it for the view Sources.
    """

    key: str
    day: date
    number: str
    title: str
    topic: str
    votes: tuple[str, ...]
    source: SourceLink | None
    goal: str

    @property
    def when(self) -> str:
        """Give the day for a reader."""
        return day_words(self.day)


@dataclass(frozen=True, slots=True)
class VotesPage:
    """The main texts by state, the newest first; `tallies` count each state's votes in words."""

    states: tuple[tuple[str, str], ...]
    rows: tuple[VoteRow, ...]
    standing: str
    tallies: tuple[str, ...]


def compose_votes(atlas: Atlas, states: Sequence[str]) -> VotesPage:
    """Give how these states voted on the main texts of the pack, the newest text first."""
    texts = dict.fromkeys((each.date, each.resolution) for each in atlas.key_votes)
    rows = tuple(_row(atlas, key[1], states) for key in sorted(texts, reverse=True))
    named = tuple(zip(states, country_names(atlas, states), strict=True))
    return VotesPage(named, rows, _standing(rows), tuple(tallies(named, rows)))


def tallies(states: Sequence[tuple[str, str]], rows: Iterable[VoteRow]) -> list[str]:
    """Say for each state how often it voted how: “Turkmenistan: 9 yes, 3 not recorded”."""
    held = list(rows)
    found: list[str] = []
    for at, (_, name) in enumerate(states):
        counts = Counter(row.votes[at] for row in held)
        ordered = sorted(counts, key=_rank)
        if ordered:
            found.append(f"{name}: {', '.join(f'{counts[x]} {x}' for x in ordered)}")
    return found


def _rank(words: str) -> int:
    return ORDER.index(words) if words in ORDER else len(ORDER)


def votes_table(page: VotesPage) -> Table:
    """Give the texts as a table: a row a text, a column a state."""
    return rows_table(page.states, page.rows)


def rows_table(states: Sequence[tuple[str, str]], rows: Iterable[VoteRow]) -> Table:
    """Give texts as a table, in the order given: date, number, text, topic, votes, source."""
    names, held = tuple(name for _, name in states), tuple(rows)
    has_topics = any(row.topic for row in held)
    columns = ("Date", "Number", "Text", *(("Topic",) * has_topics), *names, "Source")
    lines = tuple(
        (
            row.when,
            row.number,
            row.title,
            *((row.topic,) * has_topics),
            *row.votes,
            f"{row.source.id} · {row.source.title}" if row.source else "no source on record",
        )
        for row in held
    )
    return Table(columns, lines, (False,) * len(columns))


def told(states: Sequence[tuple[str, str]], row: VoteRow) -> str:
    """Say all of a row in sentences."""
    full = dict(KEY)
    votes = [
        f"{name} {full.get(vote, vote)}" for (_, name), vote in zip(states, row.votes, strict=True)
    ]
    return f"{row.when}, {row.number}: {row.title}. {listing(votes)}."


def vote_words(vote: str) -> str:
    """Give a vote as the pack writes it in words; a blank one has no value."""
    return _WORDS.get(vote, vote or NO_VALUE)


def _row(atlas: Atlas, resolution: str, states: Sequence[str]) -> VoteRow:
    held = [each for each in atlas.key_votes if each.resolution == resolution]
    by_state = {each.iso3: each.vote for each in held}
    found = (by_state.get(iso3, "") for iso3 in states)
    first = held[0]
    return VoteRow(
        key=resolution,
        day=first.date,
        number=resolution,
        title=first.topic[:1].upper() + first.topic[1:],
        topic="",
        votes=tuple(map(vote_words, found)),
        source=next(iter(source_links(atlas, (first.source_id,))), None),
        goal=str(thing("vote", resolution)),
    )


def _standing(rows: Sequence[VoteRow]) -> str:
    if not rows:
        return "No vote on record"
    first, last = rows[-1].when, rows[0].when
    return f"{counted(len(rows), 'General Assembly text')}, {first} to {last}"
