"""Figures that several sources give for one quantity: kept together, and never averaged."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Rival:
    """One of the figures for a quantity: those of an indicator, or that of an evidence item.

    All rows of one `quantity` are rivals and have one `title`. `key` is the indicator's or the
    item's id, and `label` says whose figure it is.
    """

    quantity: str
    title: str
    kind: Literal["indicator", "evidence"]
    key: str
    label: str
