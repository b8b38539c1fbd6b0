"""The pool of a cell or a ladder as chosen, or of the data's raters where that leaves nothing.

A file may hold weights that are all nought, or raters whose product leaves no rung.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from explorer.analysis.pooling import (
    PooledLadder,
    PooledRating,
    pool_ladders,
    pool_ratings,
    weights_of,
)
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Rating
from explorer.domain.outcomes import JudgedLadder
from explorer.pages.compare_outcomes import pool_words
from explorer.pages.outlook import choices_of
from explorer.pages.words import raters_words
from explorer.workspace.as_of import judgements_by
from explorer.workspace.document import Pool, Pooling, RaterJudgement, Workspace

MEAN: Pool = "linear"
NOT_FOLLOWED = (
    "The raters and pooling chosen leave nothing to stand on here; the raters of the data alone "
    "are pooled, by their mean."
)


def pooled_rating(
    workspace: Workspace, ratings: Sequence[Rating], bundled: Sequence[Rating]
) -> tuple[PooledRating | None, str, str]:
    """Pool ratings as chosen, or else the bundled ones; with its name, and what was not followed.

    A rating is a mean whatever the pool of the ladders.
    """
    pooling = replace(workspace.pooling, method=MEAN)
    try:
        return pool_cell(workspace, ratings), _pool_name(pooling, len(ratings)), ""
    except ValueError:
        found = pool_ratings(bundled) if bundled else None
        return found, _pool_name(Pooling(), len(bundled)), NOT_FOLLOWED


def pooled_ladder(
    workspace: Workspace, ladders: Sequence[JudgedLadder], bundled: Sequence[JudgedLadder]
) -> tuple[PooledLadder | None, str, str]:
    """Pool ladders as chosen, or else the bundled ones, as `pooled_rating` does ratings."""
    try:
        name = _pool_name(workspace.pooling, len(ladders))
        return pool_rungs(workspace, ladders), name, ""
    except ValueError:
        found = pool_ladders([each.probabilities for each in bundled]) if bundled else None
        return found, _pool_name(Pooling(), len(bundled)), NOT_FOLLOWED


def pool_cell(workspace: Workspace, ratings: Sequence[Rating]) -> PooledRating | None:
    """Pool the ratings of a cell as a workspace wants; `None` where there is none.

    Raises:
        ValueError: if nobody of them counts for anything.
    """
    weights = weights_of([each.rater for each in ratings], workspace.pooling.rater_weights)
    return pool_ratings(ratings, weights) if ratings else None


def pool_rungs(workspace: Workspace, ladders: Sequence[JudgedLadder]) -> PooledLadder | None:
    """Pool the ladders of a state as a workspace wants; `None` where there is none.

    Raises:
        ValueError: if nobody of them counts for anything, or their product leaves no rung.
    """
    weights = weights_of([each.rater for each in ladders], workspace.pooling.rater_weights)
    rows = [each.probabilities for each in ladders]
    return pool_ladders(rows, weights, workspace.pooling.method) if rows else None


def _pool_name(pooling: Pooling, raters: int) -> str:
    """Say what a pooled figure is."""
    return f"{pool_words(choices_of(pooling))} of {raters_words([raters])}" if raters else ""


def bundled_ratings(atlas: Atlas, workspace: Workspace, key: tuple[str, str]) -> list[Rating]:
    """Give the ratings of a cell (state, factor) by the raters of the data."""
    found = atlas.ratings_of(*key, atlas.subject.as_of)
    return [each for each in found if each.rater not in workspace.judgements]


def bundled_ladders(
    atlas: Atlas, workspace: Workspace, key: tuple[str, str]
) -> list[JudgedLadder]:
    """Give the ladders of a state and scenario by the raters of the data."""
    found = atlas.ladders_of(*key, atlas.subject.as_of)
    return [each for each in found if each.rater not in workspace.judgements]


def counted_ratings(atlas: Atlas, workspace: Workspace, key: tuple[str, str]) -> list[Rating]:
    """Give the ratings of a cell that are pooled: the data's, and those the user pooled in."""
    known = judgements_by(workspace.judgements, atlas.subject.seen_on)
    further = (each.ratings for each in known.values() if each.is_pooled)
    return [
        *bundled_ratings(atlas, workspace, key),
        *(ratings[key] for ratings in further if key in ratings),
    ]


def counted_ladders(
    atlas: Atlas, workspace: Workspace, key: tuple[str, str]
) -> list[JudgedLadder]:
    """Give the ladders of a state and scenario that are pooled."""
    known = judgements_by(workspace.judgements, atlas.subject.seen_on)
    further = [each for each in known.values() if each.is_pooled]
    return [*bundled_ladders(atlas, workspace, key), *ladders_at(atlas, key, further)]


def ladders_at(
    atlas: Atlas, key: tuple[str, str], judgements: Iterable[RaterJudgement]
) -> list[JudgedLadder]:
    """Give the ladders of these raters for a state and scenario, but none with other rungs."""
    found = (each.ladders[key] for each in judgements if key in each.ladders)
    return [each for each in found if len(each.probabilities) == len(atlas.rungs)]
