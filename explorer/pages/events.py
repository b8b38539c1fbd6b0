"""The events that a reader may ask about: a rung or a higher one, or just that rung."""

from dataclasses import dataclass

from explorer.analysis.odds import Event
from explorer.domain.atlas import Atlas


@dataclass(frozen=True, slots=True)
class EventChoice:
    """An event to choose. `key` tells it apart from all others, in settings and on a command line.

    `title` begins with a capital (“At least token accession”), `words` stand within a sentence.
    """

    key: str
    title: str
    event: Event

    @property
    def words(self) -> str:
        """Give the title as it stands within a sentence: “at least token accession”."""
        return self.title[:1].lower() + self.title[1:]


def event_choices(atlas: Atlas) -> tuple[EventChoice, ...]:
    """Give all events: “at least” each rung but the lowest, then “exactly” each but the highest.

    At least the lowest rung is certain, and exactly the highest is the same as at least that one.
    """
    places = range(len(atlas.rungs))
    at_least = (_choice(atlas, Event("at_least", place)) for place in places[1:])
    exactly = (_choice(atlas, Event("exactly", place)) for place in places[:-1])
    return (*at_least, *exactly)


def default_event(atlas: Atlas) -> EventChoice:
    """Give the event shown first: at least the middle rung."""
    return _choice(atlas, Event("at_least", len(atlas.rungs) // 2))


def event_by_key(atlas: Atlas, key: str) -> EventChoice:
    """Give the event of a key, or the one shown first where no event has it."""
    found = (choice for choice in event_choices(atlas) if choice.key == key)
    return next(found, default_event(atlas))


def _choice(atlas: Atlas, event: Event) -> EventChoice:
    rung = atlas.rungs[event.place]
    kind = "At least" if event.kind == "at_least" else "Exactly"
    return EventChoice(f"{event.kind}:{rung.id}", f"{kind} {rung.title.lower()}", event)
