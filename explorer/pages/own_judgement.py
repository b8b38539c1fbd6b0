"""The user's own judgement beside those of the raters: of a cell, and of a state's outcomes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from explorer.analysis.likelihood import percent_text
from explorer.analysis.pooling import PooledRating
from explorer.analysis.tenths import closed_tenths, to_tenth
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Confidence, Rating
from explorer.domain.outcomes import JudgedLadder
from explorer.pages.own_pools import (
    bundled_ladders,
    bundled_ratings,
    counted_ladders,
    counted_ratings,
    ladders_at,
    pooled_ladder,
    pooled_rating,
)
from explorer.pages.rating_marks import RatingMark, own_said
from explorer.pages.view import Target
from explorer.pages.words import counted, country_name, day_words, listing, rating_text
from explorer.workspace.document import OWN_RATER, RaterJudgement, Workspace

HEADING = "Your own judgement"
NOT_YET = "none yet"
OWN_MARK = "\u25bc"
"""What the user's own rating looks like on the scale, in a text that explains it."""
_LEVEL = 1e-9
APART = "Kept apart from the pool."
OTHER_RUNGS = "A ladder with other rungs than those of the data is left out."
SHARED_EVIDENCE = "The raters worked from the same evidence, so their agreement understates doubt."


@dataclass(frozen=True, slots=True)
class OwnRating:
    """What the user rated, in a form to edit; `day` is an ISO date."""

    low: float
    mode: float
    high: float
    confidence: Confidence
    reason: str
    day: str


@dataclass(frozen=True, slots=True)
class OwnLadder:
    """What the user judged of the rungs, lowest first, in per cent that sum to 100.

    The per cents are tenths, to be shown and edited; a ladder from a file may be finer.
    """

    percents: tuple[float, ...]
    reason: str
    day: str


@dataclass(frozen=True, slots=True)
class RaterLine:
    """One rater beside the others, or all pooled: a mark or shares, and words for them.

    `basis` says confidence and date. `kind` tells the pool, the user and the others apart.
    """

    name: str
    kind: str
    text: str
    basis: str
    reason: str
    mark: RatingMark | None = None
    shares: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnRatingBlock:
    """The user's own rating of a cell, or none yet, beside the raters'.

    `pooled` is the pooled best value. `standing` says whether the user's counts in the pool, and
    what could not be followed of the pooling chosen.
    """

    heading: str
    target: Target
    label: str
    own: OwnRating | None
    pooled: float | None
    summary: str
    standing: str
    caution: str
    lines: tuple[RaterLine, ...]


@dataclass(frozen=True, slots=True)
class OwnLadderBlock:
    """The user's own ladder for a state and a bundled scenario, or none yet, beside the raters'.

    `pooled` are the pooled shares, 0 to 1; blank where nobody judged.
    """

    heading: str
    target: Target
    label: str
    scenario: str
    rungs: tuple[str, ...]
    own: OwnLadder | None
    pooled: tuple[float, ...]
    summary: str
    standing: str
    caution: str
    lines: tuple[RaterLine, ...]


OwnBlock = OwnRatingBlock | OwnLadderBlock


def compose_own(atlas: Atlas, workspace: Workspace, target: Target) -> OwnBlock | None:
    """Compose the own judgement of a cell or of one state's outcomes; `None` for other targets."""
    if target.kind == "cell":
        return compose_own_rating(atlas, workspace, target)
    if target.kind == "outcome" and target.iso3:
        return compose_own_ladder(atlas, workspace, target)
    return None


def compose_own_rating(atlas: Atlas, workspace: Workspace, target: Target) -> OwnRatingBlock:
    """Set each rater's rating of a cell, the pooled one and the user's own side by side."""
    key = (target.iso3, target.factor)
    bundled = bundled_ratings(atlas, workspace, key)
    others = [each.ratings[key] for each in _colleagues(workspace) if key in each.ratings]
    own = workspace.own.ratings.get(key)
    counted = counted_ratings(atlas, workspace, key)
    pooled, words, fault = pooled_rating(workspace, counted, bundled)
    lines = [_rating_line(workspace, each) for each in (*bundled, *others)]
    if pooled:
        lines.append(_pooled_rating_line(pooled, words))
    lines += [_rating_line(workspace, own)] if own else []
    return OwnRatingBlock(
        heading=HEADING,
        target=target,
        label=f"{country_name(atlas, target.iso3)} · {atlas.factor_by_id[target.factor].title}",
        own=_own_rating(own) if own else None,
        pooled=pooled.mode if pooled else None,
        summary=rating_text(own.low, own.mode, own.high) if own else NOT_YET,
        standing=fault or _standing(atlas, workspace, words, own),
        caution=SHARED_EVIDENCE,
        lines=tuple(lines),
    )


def compose_own_ladder(atlas: Atlas, workspace: Workspace, target: Target) -> OwnLadderBlock:
    """Set each rater's ladder, the pooled one and the user's own side by side.

    They are of the bundled scenario in force, which is mostly that of things as they stand.
    """
    scenario = workspace.what_if.base
    key = (target.iso3, scenario)
    bundled = bundled_ladders(atlas, workspace, key)
    others = ladders_at(atlas, key, _colleagues(workspace))
    own = next(iter(ladders_at(atlas, key, [workspace.own])), None)
    counted = counted_ladders(atlas, workspace, key)
    pooled, words, fault = pooled_ladder(workspace, counted, bundled)
    lines = [_ladder_line(atlas, workspace, each) for each in (*bundled, *others)]
    if pooled:
        text = _leading(atlas, pooled.shares)
        lines.append(RaterLine(words, "pool", text, "", "", shares=pooled.shares))
    lines += [_ladder_line(atlas, workspace, own)] if own else []
    standing = fault or _standing(atlas, workspace, words, own)
    if _has_other_rungs(atlas, key, workspace):
        standing = f"{standing} {OTHER_RUNGS}".strip()
    title = next((each.title for each in atlas.scenarios if each.id == scenario), scenario)
    return OwnLadderBlock(
        heading=HEADING,
        target=target,
        label=f"{country_name(atlas, target.iso3)} · {title}",
        scenario=scenario,
        rungs=tuple(rung.title for rung in atlas.rungs),
        own=_own_ladder(own) if own else None,
        pooled=pooled.shares if pooled else (),
        summary=_leading(atlas, own.probabilities) if own else NOT_YET,
        standing=standing,
        caution=SHARED_EVIDENCE,
        lines=tuple(lines),
    )


def own_words(workspace: Workspace, iso3: str, factor: str) -> str:
    """Say the user's own rating of a cell beside the pooled one; nothing where there is none."""
    said = own_said(workspace, iso3, factor)
    return f"{OWN_MARK} {said}." if said else ""


def _colleagues(workspace: Workspace) -> list[RaterJudgement]:
    return [each for name, each in workspace.judgements.items() if name != OWN_RATER]


def _has_other_rungs(atlas: Atlas, key: tuple[str, str], workspace: Workspace) -> bool:
    judged = [each for each in workspace.judgements.values() if key in each.ladders]
    return len(ladders_at(atlas, key, judged)) < len(judged)


def _standing(
    atlas: Atlas, workspace: Workspace, words: str, own: Rating | JudgedLadder | None
) -> str:
    """Say whether the user's own counts in the pool, which `words` name."""
    if own is None:
        return ""
    day = atlas.subject.seen_on
    if day is not None and own.as_of > day:
        return (
            f"You judged on {day_words(own.as_of)}, after {day_words(day)}: it is kept, and does "
            "not count as of that day."
        )
    if workspace.own.is_pooled:
        return f"Pooled in: {words}, one of them you."
    return f"{APART} The pooled figure is the {words}." if words else APART


def _rating_line(workspace: Workspace, rating: Rating) -> RaterLine:
    return RaterLine(
        rating.rater,
        "own" if rating.rater == OWN_RATER else "rater",
        rating_text(rating.low, rating.mode, rating.high),
        _basis(workspace, rating.rater, rating.as_of, rating.confidence),
        rating.summary or rating.rationale,
        mark=_mark(rating),
    )


def _pooled_rating_line(pooled: PooledRating, words: str) -> RaterLine:
    text = rating_text(pooled.low, pooled.mode, pooled.high)
    basis = f"Confidence {pooled.confidence}."
    return RaterLine(words, "pool", text, basis, "", mark=_mark(pooled))


def _mark(rating: Rating | PooledRating) -> RatingMark:
    """Give a rating as a mark on the scale, at the figures that are shown of it."""
    return RatingMark(to_tenth(rating.mode), to_tenth(rating.low), to_tenth(rating.high), ())


def _ladder_line(atlas: Atlas, workspace: Workspace, ladder: JudgedLadder) -> RaterLine:
    return RaterLine(
        ladder.rater,
        "own" if ladder.rater == OWN_RATER else "rater",
        _leading(atlas, ladder.probabilities),
        _basis(workspace, ladder.rater, ladder.as_of, ""),
        ladder.reason,
        shares=ladder.probabilities,
    )


def _basis(workspace: Workspace, rater: str, day: date, confidence: str) -> str:
    judgement = workspace.judgements.get(rater)
    parts = [
        f"Confidence {confidence}." if confidence else "",
        f"Judged {day_words(day)}.",
        APART if judgement is not None and not judgement.is_pooled else "",
    ]
    return " ".join(part for part in parts if part)


def _leading(atlas: Atlas, shares: Sequence[float]) -> str:
    """Name the likeliest rung with its per cent, or say that two or more are level."""
    most = max(shares)
    level = [atlas.rungs[at].title for at, share in enumerate(shares) if most - share < _LEVEL]
    if len(level) == 1:
        return f"{level[0]} {percent_text(most)}"
    named = listing(level) if len(level) == 2 else counted(len(level), "rung")  # noqa: PLR2004 - a pair is named
    return f"{named} level, {percent_text(most)} each"


def _own_rating(rating: Rating) -> OwnRating:
    return OwnRating(
        rating.low,
        rating.mode,
        rating.high,
        rating.confidence,
        rating.rationale,
        rating.as_of.isoformat(),
    )


def _own_ladder(ladder: JudgedLadder) -> OwnLadder:
    percents = closed_tenths([100 * share for share in ladder.probabilities])
    return OwnLadder(percents, ladder.reason, ladder.as_of.isoformat())
