"""Pure edits of judgements: the user's own, those taken in from colleagues, and their pooling."""

from collections.abc import Iterable
from dataclasses import replace

from explorer.domain.judgement import Rating
from explorer.domain.outcomes import JudgedLadder
from explorer.workspace.checks import check_counts, check_range, check_shares, checked_name
from explorer.workspace.document import (
    OWN_RATER,
    Pooling,
    RaterJudgement,
    Workspace,
    frozen,
)


def judgement_of(
    rater: str, ratings: Iterable[Rating], ladders: Iterable[JudgedLadder]
) -> RaterJudgement:
    """Make a judgement that stands apart from the pool, such as one read from a file.

    Raises:
        ValueError: if a rating or a ladder is another rater's, comes twice or does not hold.
    """
    found = RaterJudgement(checked_name(rater, "a rater"))
    for rating in ratings:
        if rating.rater != rater or (rating.iso3, rating.factor) in found.ratings:
            raise ValueError(f"the rating of {rating.iso3}, {rating.factor} is not {rater}’s one")
        found = _with_rating(found, rating)
    for ladder in ladders:
        if ladder.rater != rater or (ladder.iso3, ladder.scenario) in found.ladders:
            raise ValueError(
                f"the ladder of {ladder.iso3}, {ladder.scenario} is not {rater}’s one"
            )
        found = _with_ladder(found, ladder)
    return found


def set_own_rating(workspace: Workspace, rating: Rating) -> Workspace:
    """Take a rating as the user's own, whatever rater it names.

    Raises:
        ValueError: if it is not on the scale or its range is not in order.
    """
    return _put(workspace, _with_rating(workspace.own, replace(rating, rater=OWN_RATER)))


def drop_own_rating(workspace: Workspace, iso3: str, factor: str) -> Workspace:
    """Take back the user's own rating of one factor for one state, if there is one."""
    own = workspace.own
    kept = {key: each for key, each in own.ratings.items() if key != (iso3, factor)}
    return _put(workspace, replace(own, ratings=frozen(kept)))


def set_own_ladder(workspace: Workspace, ladder: JudgedLadder) -> Workspace:
    """Take a ladder as the user's own, whatever rater it names.

    Raises:
        ValueError: if its probabilities do not sum to one.
    """
    return _put(workspace, _with_ladder(workspace.own, replace(ladder, rater=OWN_RATER)))


def drop_own_ladder(workspace: Workspace, iso3: str, scenario: str) -> Workspace:
    """Take back the user's own ladder for one state and scenario, if there is one."""
    own = workspace.own
    kept = {key: each for key, each in own.ladders.items() if key != (iso3, scenario)}
    return _put(workspace, replace(own, ladders=frozen(kept)))


def take_judgement(workspace: Workspace, judgement: RaterJudgement) -> Workspace:
    """Take in a colleague's judgement in place of an earlier one; one pooled in stays pooled in.

    A namesake is the same rater, and keeps the name as it was written first.

    Raises:
        ValueError: if the rater has no name or bears the one that stands for the user.
    """
    rater = checked_name(judgement.rater, "a rater")
    if rater.casefold() == OWN_RATER.casefold():
        raise ValueError(f"“{rater}” stands for the user; a colleague needs another name")
    earlier = workspace.judgements.get(namesake(workspace, rater))
    if earlier is not None:
        judgement = _renamed(replace(judgement, is_pooled=earlier.is_pooled), earlier.rater)
    return _put(workspace, judgement)


def namesake(workspace: Workspace, rater: str) -> str:
    """Give the name under which a rater's judgement is there already; blank if it is not.

    Names are compared without the case of letters: nobody is to count twice.
    """
    wanted = rater.strip().casefold()
    return next((name for name in workspace.judgements if name.casefold() == wanted), "")


def drop_judgement(workspace: Workspace, rater: str) -> Workspace:
    """Drop all that a rater judged, and what that rater counted for in the pool."""
    kept = {name: each for name, each in workspace.judgements.items() if name != rater}
    counts = {
        name: each for name, each in workspace.pooling.rater_weights.items() if name != rater
    }
    pooling = replace(workspace.pooling, rater_weights=frozen(counts))
    return replace(workspace, judgements=frozen(kept), pooling=pooling)


def pool_judgement(workspace: Workspace, rater: str, *, is_pooled: bool) -> Workspace:
    """Count a judgement in the pool, or let it stand beside it."""
    judgement = workspace.judgements[rater]
    return _put(workspace, replace(judgement, is_pooled=is_pooled))


def set_pooling(workspace: Workspace, pooling: Pooling) -> Workspace:
    """Choose how judgements are pooled.

    Raises:
        ValueError: if a rater's weight is below nought or no number, or all that are given are
            nought.
    """
    counts = pooling.rater_weights
    check_counts(counts.values())
    if counts and not any(counts.values()):
        raise ValueError("at least one rater must count for something")
    return replace(workspace, pooling=replace(pooling, rater_weights=frozen(counts)))


def _put(workspace: Workspace, judgement: RaterJudgement) -> Workspace:
    """Put a judgement in; one in which nothing is left goes."""
    kept = dict(workspace.judgements)
    if judgement.ratings or judgement.ladders:
        kept[judgement.rater] = judgement
    else:
        kept.pop(judgement.rater, None)
    return replace(workspace, judgements=frozen(kept))


def _renamed(judgement: RaterJudgement, rater: str) -> RaterJudgement:
    ratings = {key: replace(each, rater=rater) for key, each in judgement.ratings.items()}
    ladders = {key: replace(each, rater=rater) for key, each in judgement.ladders.items()}
    return replace(judgement, rater=rater, ratings=frozen(ratings), ladders=frozen(ladders))


def _with_rating(judgement: RaterJudgement, rating: Rating) -> RaterJudgement:
    check_range(rating.low, rating.mode, rating.high)
    ratings = {**judgement.ratings, (rating.iso3, rating.factor): rating}
    return replace(judgement, ratings=frozen(ratings))


def _with_ladder(judgement: RaterJudgement, ladder: JudgedLadder) -> RaterJudgement:
    check_shares(ladder.probabilities)
    ladders = {**judgement.ladders, (ladder.iso3, ladder.scenario): ladder}
    return replace(judgement, ladders=frozen(ladders))
