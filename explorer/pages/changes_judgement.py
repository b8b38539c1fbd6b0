"""How the judgement on a state moved between two dates: the ladder, and each rating."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from explorer.analysis.basis import Choices
from explorer.analysis.change import (
    Dates,
    LadderMove,
    RatingMove,
    judged_by,
    ladder_move,
    rating_move,
)
from explorer.analysis.likelihood import likelihood_word, percent_text
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Factor
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.pages.change_words import alike_words, points_words
from explorer.pages.changes_page import ChangeGroup, ChangeLine
from explorer.pages.numbers import share_figure, share_text
from explorer.pages.scenario_words import ARROW
from explorer.pages.view import Target
from explorer.pages.what_if import Bearing
from explorer.pages.words import (
    MINUS,
    country_name,
    day_words,
    in_sentences,
    listing,
    rating_text,
    signed,
    tenth_text,
)

LADDER, RATINGS = "Likely outcome", "Ratings that moved"
_DOINGS = {
    ("interest", True): "more pull",
    ("interest", False): "less pull",
    ("constraint", True): "more hold",
    ("constraint", False): "less hold",
}
_NOT_TWICE = "There are no two judgements to compare."
_UNMOVED_AT_MOST = 4
"""How many ratings that stayed are named; more are counted."""


@dataclass(frozen=True, slots=True)
class Judgements:
    """What two dates can be compared by: all judgements pooled, how, and the dates they are of.

    `then` and `now` are the newest dates of judgement on or before the two days, if any. Where
    nobody had judged by the earlier day, the first judgement within the span stands for it.
    """

    atlas: Atlas
    choices: Choices
    since: date
    until: date

    @property
    def then(self) -> date | None:
        """Give the date of the judgement known at the earlier day."""
        return judged_by(self.atlas, self.since)

    @property
    def now(self) -> date | None:
        """Give the date of the judgement known at the later day."""
        return judged_by(self.atlas, self.until)

    @property
    def first(self) -> date | None:
        """Give the first date of judgement within the span."""
        days = self.atlas.judgement_dates
        return min((each for each in days if self.since < each <= self.until), default=None)

    @property
    def dates(self) -> Dates | None:
        """Give the two dates of judgement, where there are two."""
        then, now = self.then or self.first, self.now
        return None if then is None or now is None or then == now else Dates(then, now)


def judged_words(judgements: Judgements) -> str:
    """Say which judgements are compared, or plainly why none can have moved."""
    then, now = judgements.then, judgements.now
    if now is None:
        return (
            f"Nobody had judged by {day_words(judgements.until)}, so there are no ratings and "
            "likelihoods to compare."
        )
    dates = judgements.dates
    if then is None and dates is not None:
        return (
            f"Nobody had judged by {day_words(judgements.since)}. Ratings and likelihoods are "
            f"shown from the first judgement after it, as of {day_words(dates.since)}, to that "
            f"as of {day_words(dates.until)}, by the raters who judged at both."
        )
    if then is None:
        return (
            f"Nobody had judged by {day_words(judgements.since)}; the judgement of "
            f"{day_words(now)} has none before it to be compared with."
        )
    if then == now:
        return (
            f"No judgement was made in between: on both dates the newest is that of "
            f"{day_words(now)}, so ratings and likelihoods cannot have moved."
        )
    return (
        f"Ratings and likelihoods are those judged as of {day_words(then)} and as of "
        f"{day_words(now)}, by the raters who judged at both."
    )


def ladder_group(judgements: Judgements, iso3: str) -> ChangeGroup:
    """Give the leading rung then and now, and the move of each rung."""
    dates = judgements.dates
    if dates is None:
        return ChangeGroup("ladder", LADDER, (), _NOT_TWICE, counts=False)
    atlas = judgements.atlas
    move = ladder_move(atlas, iso3, BASELINE_SCENARIO, judgements.choices, dates)
    if move is None:
        return ChangeGroup("ladder", LADDER, (), "No rater judged it at both dates.", counts=False)
    note = in_sentences((_leading_words(atlas, move), alike_words(move.raters)))
    bars = (move.before.shares, move.now.shares)
    if not any(move.points(place) for place in range(len(atlas.rungs))):
        note = in_sentences((note, "Each rung shows the same per cent at both dates"))
        return ChangeGroup("ladder", LADDER, (), note, bars, counts=False)
    lines = tuple(_rung_line(atlas, iso3, move, place, dates) for place in range(len(atlas.rungs)))
    return ChangeGroup("ladder", LADDER, lines, note, bars, counts=False)


def ratings_group(judgements: Judgements, iso3: str) -> ChangeGroup:
    """Give the ratings whose shown value moved, those first that moved most."""
    dates = judgements.dates
    if dates is None:
        return ChangeGroup("ratings", RATINGS, (), _NOT_TWICE)
    atlas, weights = judgements.atlas, judgements.choices.rater_weights
    moves = [
        (factor, rating_move(atlas, iso3, factor.id, weights, dates)) for factor in atlas.factors
    ]
    found = [(factor, move) for factor, move in moves if move is not None]
    moved = sorted((each for each in found if each[1].shown), key=lambda each: -abs(each[1].shown))
    lines = tuple(_rating_line(iso3, factor, move, dates) for factor, move in moved)
    stayed = [factor.title for factor, move in found if not move.shown]
    return ChangeGroup("ratings", RATINGS, lines, _stayed(stayed, len(found), len(moves)))


def are_mixed(judgements: Judgements, states: Sequence[str]) -> bool:
    """Say whether other raters judged at one of the two dates."""
    return any(not move.raters.are_alike for move in _all_moves(judgements, states))


def _all_moves(judgements: Judgements, states: Sequence[str]) -> Iterator[RatingMove | LadderMove]:
    dates, atlas, choices = judgements.dates, judgements.atlas, judgements.choices
    if dates is None:
        return
    for iso3 in states:
        ladder = ladder_move(atlas, iso3, BASELINE_SCENARIO, choices, dates)
        if ladder is not None:
            yield ladder
        for factor in atlas.factors:
            rating = rating_move(atlas, iso3, factor.id, choices.rater_weights, dates)
            if rating is not None:
                yield rating


def _leading_words(atlas: Atlas, move: LadderMove) -> str:
    led, leads = move.before.leading, move.now.leading

    def likely(place: int, share: float) -> str:
        return f"{atlas.rungs[place].title} ({share_text(share)}, {likelihood_word(share)})"

    now = likely(leads, move.now.shares[leads])
    if led == leads:
        then = move.before.shares[led]
        return f"{now} leads, as it did then ({share_text(then)}, {likelihood_word(then)})"
    return f"{likely(led, move.before.shares[led])} led then; {now} leads now"


def _rung_line(atlas: Atlas, iso3: str, move: LadderMove, place: int, dates: Dates) -> ChangeLine:
    rung, points = atlas.rungs[place], move.points(place)
    then, now = move.before.shares[place], move.now.shares[place]
    change = f"{'+' if points > 0 else MINUS}{abs(points)}" if points else "0"
    told = (
        f"{country_name(atlas, iso3)}, likelihood of {rung.title.lower()}: {percent_text(then)} "
        f"then, {percent_text(now)} now ({points_words(points)})."
    )
    return ChangeLine(
        text=rung.title,
        told=told,
        figure=f"{share_figure(then)} {ARROW} {share_text(now)}",
        then=share_text(then),
        now=share_text(now),
        dated=_span_words(dates),
        move=change,
        is_strong=place == move.now.leading,
        goal=Target("outcome", iso3),
    )


def _rating_line(iso3: str, factor: Factor, move: RatingMove, dates: Dates) -> ChangeLine:
    doing = _DOINGS[factor.group, move.shown > 0]
    bearing: Bearing = "pull" if (move.shown > 0) == (factor.group == "interest") else "hold"
    where = (
        "within the range given then"
        if move.is_within_range
        else "outside of the range given then"
    )
    alike = alike_words(move.raters)
    then, now = (rating_text(each.low, each.mode, each.high) for each in (move.before, move.now))
    moved = f"{factor.title}: {then} then, {now} now ({signed(move.shown)}, {doing})"
    told = in_sentences((moved, f"The value now is {where}", alike))
    return ChangeLine(
        text=factor.title,
        told=told,
        aside=" · ".join(each for each in (doing, where, alike) if each),
        figure=f"{tenth_text(move.before.mode)} {ARROW} {tenth_text(move.now.mode)}",
        then=tenth_text(move.before.mode),
        now=tenth_text(move.now.mode),
        dated=_span_words(dates),
        move=signed(move.shown),
        bearing=bearing,
        goal=Target("cell", iso3, factor.id),
    )


def _span_words(dates: Dates) -> str:
    return f"{day_words(dates.since)} to {day_words(dates.until)}"


def _stayed(stayed: Sequence[str], judged: int, factors: int) -> str:
    """Say which ratings did not move as shown, and how many nobody judged at both dates."""
    missing = factors - judged
    unjudged = f"No rater judged {missing} of the {factors} factors at both dates"
    if not stayed:
        return in_sentences((unjudged,)) if missing else ""
    if len(stayed) == judged:
        words = "All ratings show the same value at both dates"
    elif len(stayed) <= _UNMOVED_AT_MOST:
        words = f"Shown the same at both dates: {listing(stayed)}"
    else:
        words = f"{len(stayed)} of {judged} show the same value at both dates"
    return in_sentences((words, unjudged if missing else ""))
