"""What was found, in groups: a few of each, the group of the best hit first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from explorer.pages.search import Hit, HitKind
from explorer.pages.search_words import Marked, marked, words

T = TypeVar("T")
NOTHING = Marked("")

FEW = 3
"""How many hits of a group stand in the list of all groups."""
MANY = 60
"""How many hits of one group stand in its own list."""

_GROUPS: dict[HitKind, str] = {
    "country": "Countries",
    "factor": "Factors",
    "outcome": "Views",
    "view": "Views",
    "command": "Commands",
    "own_note": "My work",
    "own_scenario": "My work",
    "own_evidence": "My work",
    "remark": "My work",
    "cell": "Ratings",
    "evidence": "Evidence",
    "note": "Notes",
    "glossary": "Glossary",
    "series": "Data",
    "event": "Events",
    "assessment": "Assessments",
    "vote": "Votes",
    "question": "Forecast questions",
    "scenario": "Scenarios",
    "source": "Sources",
}
_ORDER = tuple(dict.fromkeys(_GROUPS.values()))
LONG_TITLES: frozenset[HitKind] = frozenset(
    {"evidence", "own_evidence", "remark", "event", "assessment", "vote", "question"}
)
"""What goes by a whole sentence, which may have to be cut."""


@dataclass(frozen=True, slots=True)
class Found:
    """A hit as it was found, and where the words stand in it.

    `excerpt` is the part of its text with the words; blank where its title has them all.
    """

    hit: Hit
    title: Marked
    excerpt: Marked = NOTHING


@dataclass(frozen=True, slots=True)
class Section:
    """A group of hits under its title; `count` is how many there are in all."""

    title: str
    found: tuple[Found, ...]
    count: int

    @property
    def more(self) -> int:
        """Give how many hits of the group are not in it here."""
        return self.count - len(self.found)


def ranked_groups(ranked: Iterable[tuple[int, HitKind, T]]) -> tuple[tuple[str, list[T]], ...]:
    """Put what was found, (tier, kind, thing) with the best first, into groups.

    The group of the best hit comes first; where the best hits of two fit equally well, the order
    is that of the groups.
    """
    groups: defaultdict[str, list[T]] = defaultdict(list)
    best: dict[str, int] = {}
    for tier, kind, thing in ranked:
        title = _GROUPS[kind]
        groups[title].append(thing)
        best.setdefault(title, tier)
    order = sorted(groups, key=lambda title: (best[title], _ORDER.index(title)))
    return tuple((title, groups[title]) for title in order)


def place_sections(hits: Iterable[Hit], query: str) -> tuple[Section, ...]:
    """Give the places that the quick search found, the best first, in groups."""
    wanted = words(query)
    found: Iterable[tuple[int, HitKind, Found]] = (
        (0, hit.kind, Found(hit, marked(hit.title, wanted))) for hit in hits
    )
    return tuple(
        Section(title, tuple(group[:FEW]), len(group)) for title, group in ranked_groups(found)
    )
