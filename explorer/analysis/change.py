"""How the judgements moved between the date before and the present one.

The earlier judgements may have been written later than their date, with hindsight; whoever shows
a move has to show that caution beside it.
"""

from dataclasses import dataclass
from datetime import date

from explorer.analysis.pooling import PooledLadder, PooledRating, ladder_of, rating_of
from explorer.analysis.tenths import shown_difference
from explorer.domain.atlas import Atlas


@dataclass(frozen=True, slots=True)
class RatingMove:
    """A pooled rating at the date before and now.

    `value` is now less before, in scale points; `shown` is what is shown now less what is shown
    before.
    """

    since: date
    before: PooledRating
    now: PooledRating

    @property
    def value(self) -> float:
        """Give the move in scale points."""
        return self.now.mode - self.before.mode

    @property
    def shown(self) -> float:
        """Give the move as a reader reckons it from the figures shown, to a tenth."""
        return shown_difference(self.now.mode, self.before.mode)


@dataclass(frozen=True, slots=True)
class LadderMove:
    """A pooled ladder at the date before and now."""

    since: date
    before: PooledLadder
    now: PooledLadder


def previous_date(atlas: Atlas) -> date | None:
    """Give the judgement date before the present one; `None` where the pack has only one."""
    earlier = [day for day in atlas.judgement_dates if day < atlas.subject.as_of]
    return earlier[-1] if earlier else None


def rating_move(atlas: Atlas, iso3: str, factor: str) -> RatingMove | None:
    """Give the move of one cell; `None` where one of the two dates has no rating."""
    since = previous_date(atlas)
    if since is None:
        return None
    before, now = rating_of(atlas, iso3, factor, since), rating_of(atlas, iso3, factor)
    return RatingMove(since, before, now) if before and now else None


def ladder_move(atlas: Atlas, iso3: str, scenario: str) -> LadderMove | None:
    """Give the move of a state's ladder; `None` where one of the two dates has none."""
    since = previous_date(atlas)
    if since is None:
        return None
    before, now = ladder_of(atlas, iso3, scenario, since), ladder_of(atlas, iso3, scenario)
    return LadderMove(since, before, now) if before and now else None
