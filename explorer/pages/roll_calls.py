"""Single roll calls of the General Assembly: how each state voted, text by text."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.pages.search import folded
from explorer.pages.sources import source_links
from explorer.pages.tables import NO_VALUE
from explorer.pages.trace import thing
from explorer.pages.votes import ABSTAINED, NO, NOT_RECORDED, YES, VoteRow

_LETTERS = {"Y": YES, "N": NO, "A": ABSTAINED, "X": NOT_RECORDED}
_TITLES = {"middle_east": "Middle East"}


def compose_roll_calls(
    atlas: Atlas, observations: Observations, states: Sequence[str]
) -> tuple[VoteRow, ...]:
    """Give every roll call with the votes of these states, the newest first.

    It takes some 10 ms for the 737 roll calls of the bundled pack.
    """
    frame = observations.roll_calls
    names = ("rcid", "resolution", "date", "topic", "title", "iso3", "vote", "source_id")
    columns = (frame[name].tolist() for name in names)
    texts: dict[str, tuple[str, object, str, str, str]] = {}
    votes: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for rcid, number, day, topic, title, iso3, vote, source in zip(*columns, strict=True):
        key = str(rcid)
        texts.setdefault(key, (str(number), day, str(topic), str(title), str(source)))
        votes[key][str(iso3)] = str(vote)
    links = {
        source: next(iter(source_links(atlas, (source,))), None)
        for source in {text[4] for text in texts.values()}
    }
    rows = [
        VoteRow(
            key=key,
            day=_day(day),
            number=number,
            title=title,
            topic=topic_title(topic),
            votes=tuple(_words(votes[key].get(iso3, "")) for iso3 in states),
            source=links[source],
            goal=str(thing("roll_call", key)),
        )
        for key, (number, day, topic, title, source) in texts.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.day, row.number), reverse=True))


def topic_title(topic: str) -> str:
    """Give a topic's name for a reader."""
    return _TITLES.get(topic, topic.replace("_", " ").capitalize())


def topics_of(rows: Iterable[VoteRow]) -> tuple[str, ...]:
    """Give the topics of roll calls in the order of the alphabet."""
    return tuple(sorted({row.topic for row in rows}))


def sieved(
    rows: Iterable[VoteRow], text: str = "", topic: str = "", *, is_split: bool = False
) -> tuple[VoteRow, ...]:
    """Give the roll calls on a topic that hold all words of a text, blind to diacritics.

    `is_split` lets only those pass on which the states did not all do the same.
    """
    wanted = folded(text).split()
    return tuple(
        row
        for row in rows
        if (not topic or row.topic == topic)
        and (not is_split or len(set(row.votes)) > 1)
        and all(word in folded(f"{row.title} {row.number} {row.when}") for word in wanted)
    )


def for_states(
    rows: Iterable[VoteRow], held: Sequence[str], wanted: Sequence[str]
) -> tuple[VoteRow, ...]:
    """Give roll calls made for some states with the columns of others among them."""
    places = [held.index(iso3) for iso3 in wanted]
    return tuple(replace(row, votes=tuple(row.votes[at] for at in places)) for row in rows)


def _words(letter: str) -> str:
    return _LETTERS.get(letter, letter or NO_VALUE)


def _day(day: object) -> date:
    if isinstance(day, date):
        return day
    return date.fromisoformat(str(day)[:10])
