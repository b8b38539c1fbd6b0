"""What moves an event in a state: swings, levers, and where the doubt comes from."""

from dataclasses import dataclass

from explorer.domain.atlas import Atlas
from explorer.pages.charts import TornadoChart
from explorer.pages.doubt import DoubtPart, compose_doubt
from explorer.pages.events import EventChoice
from explorer.pages.levers import LeverRow, LeversPart, compose_levers
from explorer.pages.outlook import Outlook
from explorer.pages.swings import Reach, compose_swings

__all__ = [
    "DoubtPart",
    "EventMoves",
    "LeverRow",
    "LeversPart",
    "Reach",
    "compose_doubt",
    "compose_levers",
    "compose_moves",
    "compose_swings",
]


@dataclass(frozen=True, slots=True)
class EventMoves:
    """All that is quick to tell of what moves an event; the doubt follows by itself.

    `levers` are those that turn the event, `lead` those that make another rung lead. `reach` says
    how far each rating is moved in `swings`. `subject` is equal to that of the `DoubtPart` of the
    same event under the same assumptions.
    """

    swings: TornadoChart
    levers: LeversPart
    lead: LeversPart
    reach: Reach
    subject: object = None


def compose_moves(
    atlas: Atlas, outlook: Outlook, iso3: str, choice: EventChoice, reach: Reach = "range"
) -> EventMoves:
    """Compose swings and levers; some 3 ms once numpy is imported, which this does at need."""
    return EventMoves(
        swings=compose_swings(atlas, outlook, iso3, choice, reach),
        levers=compose_levers(atlas, outlook, iso3, choice),
        lead=compose_levers(atlas, outlook, iso3, "lead"),
        reach=reach,
        subject=(choice.key, outlook.after.get(iso3, iso3)),
    )
