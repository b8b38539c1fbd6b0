"""A rating as a mark on its scale, and the user's own beside it.

The grid of the first paint needs no more than this of the charts and of the user's judgement.
"""

from dataclasses import dataclass

from explorer.analysis.tenths import to_tenth
from explorer.pages.words import rating_text
from explorer.workspace.document import Workspace


@dataclass(frozen=True, slots=True)
class RatingMark:
    """A pooled rating on the 0 to 4 scale: value, range, and each rater's best value.

    Value and range are to a tenth, as they are shown, so that figure and drawing agree. `own` is
    the user's own best value, pooled in or not.
    """

    value: float
    low: float
    high: float
    raters: tuple[float, ...]
    own: float | None = None


def own_mark(workspace: Workspace, iso3: str, factor: str) -> float | None:
    """Give the user's own best value of a cell, for a mark on its scale."""
    own = workspace.own.ratings.get((iso3, factor))
    return to_tenth(own.mode) if own else None


def own_said(workspace: Workspace, iso3: str, factor: str) -> str:
    """Say the user's own rating of a cell where no mark is seen; nothing where there is none."""
    own = workspace.own.ratings.get((iso3, factor))
    if own is None:
        return ""
    where = "pooled in" if workspace.own.is_pooled else "kept apart from the pool"
    return f"You: {rating_text(own.low, own.mode, own.high)}, {where}"
