"""The parts that tell what moves an event: swings, levers, and where the doubt comes from."""

from explorer.pages.doubt import DoubtPart, DoubtRow, compose_doubt
from explorer.pages.levers import LeverRow, LeversPart, compose_levers
from explorer.pages.swings import Reach, compose_swings

__all__ = [
    "DoubtPart",
    "DoubtRow",
    "LeverRow",
    "LeversPart",
    "Reach",
    "compose_doubt",
    "compose_levers",
    "compose_swings",
]
