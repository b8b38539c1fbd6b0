"""How the judgements moved between two dates; without any, from the date before to the present.

A move is of the raters who judged at both dates, each counting for what it counts now: what a
rater who came since, or left, would have said then is not known, and would pass for a move.

The earlier judgements may have been written later than their date, with hindsight; whoever shows
a move has to show that caution beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from explorer.analysis.basis import Choices
from explorer.analysis.likelihood import percent_text, whole_percent
from explorer.analysis.pooling import (
    PooledLadder,
    PooledRating,
    pool_ladders,
    pool_ratings,
    weights_of,
)
from explorer.analysis.tenths import shown_difference
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Rating
from explorer.domain.outcomes import JudgedLadder

Judged = TypeVar("Judged", Rating, JudgedLadder)


@dataclass(frozen=True, slots=True)
class Dates:
    """Two dates of judgement, the earlier one first."""

    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Raters:
    """How many raters judged at the earlier and at the later date, and how many at both."""

    then: int
    now: int
    both: int

    @property
    def are_alike(self) -> bool:
        """Say whether the same raters judged at both dates."""
        return self.both == self.then == self.now


@dataclass(frozen=True, slots=True)
class RatingMove:
    """A rating at the date before and now, pooled from the raters who judged at both.

    `value` is now less before, in scale points; `shown` is what is shown now less what is shown
    before.
    """

    since: date
    before: PooledRating
    now: PooledRating
    raters: Raters

    @property
    def value(self) -> float:
        """Give the move in scale points."""
        return self.now.mode - self.before.mode

    @property
    def shown(self) -> float:
        """Give the move as a reader reckons it from the figures shown, to a tenth."""
        return shown_difference(self.now.mode, self.before.mode)

    @property
    def is_within_range(self) -> bool:
        """Say whether the best value now lies within the range given before."""
        return self.before.low <= self.now.mode <= self.before.high


@dataclass(frozen=True, slots=True)
class LadderMove:
    """A ladder at the date before and now, pooled from the raters who judged at both."""

    since: date
    before: PooledLadder
    now: PooledLadder
    raters: Raters

    def points(self, rung: int) -> int:
        """Give the move of a rung's likelihood in whole points; none where both show the same."""
        then, now = self.before.shares[rung], self.now.shares[rung]
        if percent_text(then) == percent_text(now):  # such as two below one per cent
            return 0
        return whole_percent(now) - whole_percent(then)


def previous_date(atlas: Atlas) -> date | None:
    """Give the judgement date before the present one; `None` where the pack has only one."""
    earlier = [day for day in atlas.judgement_dates if day < atlas.subject.as_of]
    return earlier[-1] if earlier else None


def judged_by(atlas: Atlas, day: date) -> date | None:
    """Give the newest date of judgement on or before a day; `None` where nobody had judged."""
    return max((each for each in atlas.judgement_dates if each <= day), default=None)


def rating_move(
    atlas: Atlas,
    iso3: str,
    factor: str,
    rater_weights: Mapping[str, float] | None = None,
    dates: Dates | None = None,
) -> RatingMove | None:
    """Give the move of one cell; `None` where no rater who counts rated it at both dates.

    `rater_weights` are what each rater counts for, by name; all count alike without them.
    `dates` are two dates of judgement; without them, the date before and the present one.
    """
    dates = dates or _latest(atlas)
    if dates is None:
        return None
    then = atlas.ratings_of(iso3, factor, dates.since)
    now = atlas.ratings_of(iso3, factor, dates.until)
    old, new, raters = _of_both(then, now)
    weights = weights_of([each.rater for each in old], rater_weights)
    if not _counts(old, weights):
        return None
    return RatingMove(dates.since, pool_ratings(old, weights), pool_ratings(new, weights), raters)


def ladder_move(
    atlas: Atlas,
    iso3: str,
    scenario: str,
    choices: Choices | None = None,
    dates: Dates | None = None,
) -> LadderMove | None:
    """Give the move of a state's ladder; `None` where no rater who counts judged at both dates.

    Nor is there a move where the geometric pool of these raters leaves no rung at one date.
    `dates` are two dates of judgement; without them, the date before and the present one.
    """
    dates, choices = dates or _latest(atlas), choices or Choices()
    if dates is None:
        return None
    then = atlas.ladders_of(iso3, scenario, dates.since)
    now = atlas.ladders_of(iso3, scenario, dates.until)
    old, new, raters = _of_both(then, now)
    weights = weights_of([each.rater for each in old], choices.rater_weights)
    if not _counts(old, weights):
        return None
    try:
        before, after = (
            pool_ladders([each.probabilities for each in judged], weights, choices.method)
            for judged in (old, new)
        )
    except ValueError:
        return None
    return LadderMove(dates.since, before, after, raters)


def _latest(atlas: Atlas) -> Dates | None:
    since = previous_date(atlas)
    return None if since is None else Dates(since, atlas.subject.as_of)


def _of_both(
    then: Sequence[Judged], now: Sequence[Judged]
) -> tuple[list[Judged], list[Judged], Raters]:
    """Give what those judged who judged at both dates, in one order of raters, then and now."""
    by_rater = {each.rater: each for each in then}
    new = [each for each in now if each.rater in by_rater]
    old = [by_rater[each.rater] for each in new]
    return old, new, Raters(len(then), len(now), len(new))


def _counts(judged: Sequence[Rating | JudgedLadder], weights: Sequence[float] | None) -> bool:
    return bool(judged) and (weights is None or any(weights))
