"""The user's own judgement beside those of the raters: of a cell, and of a state's outcomes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from explorer.analysis.likelihood import percent_text
from explorer.analysis.pooling import (
    PooledLadder,
    PooledRating,
    pool_ladders,
    pool_ratings,
    weights_of,
)
from explorer.analysis.tenths import to_tenth
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import SCALE_MAX, SCALE_MIN, Confidence, Rating
from explorer.domain.outcomes import JudgedLadder
from explorer.pages.charts import RatingMark
from explorer.pages.compare_outcomes import pool_words
from explorer.pages.outlook import choices_of
from explorer.pages.view import Target
from explorer.pages.words import country_name, day_words, raters_words, rating_text
from explorer.workspace.document import OWN_RATER, Pool, RaterJudgement, Workspace

HEADING = "Your own judgement"
NOT_YET = "none yet"
OWN_MARK = "\u25bc"
"""What the user's own rating looks like on the scale, in a text that explains it."""
APART = "Kept apart from the pool."
MEAN: Pool = "linear"
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
    """What the user judged of the rungs, lowest first, in per cent that sum to 100."""

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

    `pooled` is the pooled best value. `standing` says whether the user's counts in the pool.
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
    bundled = [
        each
        for each in atlas.ratings_of(*key, atlas.subject.as_of)
        if each.rater not in workspace.judgements
    ]
    others = [each.ratings[key] for each in _colleagues(workspace) if key in each.ratings]
    own = _own(workspace).ratings.get(key)
    counted = [
        *bundled,
        *(each.ratings[key] for each in _pooled_in(workspace) if key in each.ratings),
    ]
    pooled = _pooled_rating(workspace, counted)
    lines = [_rating_line(workspace, each) for each in (*bundled, *others)]
    words = _pool_name(workspace, "ratings", len(counted)) if counted else ""
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
        standing=_standing(workspace, words) if own else "",
        caution=SHARED_EVIDENCE,
        lines=tuple(lines),
    )


def compose_own_ladder(atlas: Atlas, workspace: Workspace, target: Target) -> OwnLadderBlock:
    """Set each rater's ladder, the pooled one and the user's own side by side.

    They are of the bundled scenario in force, which is mostly that of things as they stand.
    """
    scenario = workspace.what_if.base
    key = (target.iso3, scenario)
    bundled = [
        each
        for each in atlas.ladders_of(*key, atlas.subject.as_of)
        if each.rater not in workspace.judgements
    ]
    others = [each.ladders[key] for each in _colleagues(workspace) if key in each.ladders]
    own = _own(workspace).ladders.get(key)
    counted = [
        *bundled,
        *(each.ladders[key] for each in _pooled_in(workspace) if key in each.ladders),
    ]
    pooled = _pooled_ladder(workspace, counted)
    lines = [_ladder_line(atlas, workspace, each) for each in (*bundled, *others)]
    words = _pool_name(workspace, "ladders", len(counted)) if counted else ""
    if pooled:
        text = _leading(atlas, pooled.shares)
        lines.append(RaterLine(words, "pool", text, "", "", shares=pooled.shares))
    lines += [_ladder_line(atlas, workspace, own)] if own else []
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
        standing=_standing(workspace, words) if own else "",
        caution=SHARED_EVIDENCE,
        lines=tuple(lines),
    )


def own_mark(workspace: Workspace, iso3: str, factor: str) -> float | None:
    """Give the user's own best value of a cell, for a mark on its scale."""
    own = _own(workspace).ratings.get((iso3, factor))
    return to_tenth(own.mode) if own else None


def own_words(workspace: Workspace, iso3: str, factor: str) -> str:
    """Say the user's own rating of a cell beside the pooled one; nothing where there is none."""
    said = own_said(workspace, iso3, factor)
    return f"{OWN_MARK} {said}." if said else ""


def own_said(workspace: Workspace, iso3: str, factor: str) -> str:
    """Say the user's own rating of a cell where no mark is seen; nothing where there is none."""
    own = _own(workspace).ratings.get((iso3, factor))
    if own is None:
        return ""
    where = "pooled in" if _own(workspace).is_pooled else "kept apart from the pool"
    return f"You: {rating_text(own.low, own.mode, own.high)}, {where}"


def read_number(text: str) -> float | None:
    """Read a number as people type it, with a point or a comma; `None` where it is none."""
    try:
        value = float(text.strip().rstrip("%").strip().replace(",", "."))
    except ValueError:
        return None
    return value if abs(value) < float("inf") else None


def day_fault(text: str, today: date) -> str:
    """Say what is wrong with a date as typed; nothing if it will do."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return "Type the date as year, month and day, such as 2026-11-24."
    return "The date lies in the future." if day > today else ""


def moved_range(
    present: tuple[float, float, float] | None, which: int, value: float
) -> tuple[float, float, float]:
    """Set low (0), best (1) or high (2), which push one another so that they stay in order.

    Without a present range, the first value set is the best one, half a point either way of it
    the range, until the user says otherwise.
    """
    value = round(min(max(value, SCALE_MIN), SCALE_MAX), 1)
    if present is None:
        return (
            round(max(value - FIRST_HALF, SCALE_MIN), 1),
            value,
            round(min(value + FIRST_HALF, SCALE_MAX), 1),
        )
    found = list(present)
    found[which] = value
    for below in range(which):
        found[below] = min(found[below], value)
    for above in range(which + 1, 3):
        found[above] = max(found[above], value)
    return found[0], found[1], found[2]


FIRST_HALF = 0.5


def given_share(
    percents: Sequence[float], at: int, percent: float, held: Iterable[int] = ()
) -> tuple[float, ...]:
    """Give a rung a per cent, and let the others share what is left in proportion: 100 in all.

    `held` are rungs that keep what they have as long as that leaves enough; where it does not,
    all others give way in proportion. Per cents are whole, or tenths where one was given so.
    """
    step = 1 if _is_whole([percent, *(percents[each] for each in held)]) else 10
    given = round(min(max(percent, 0.0), 100.0) * step)
    kept = {each: round(percents[each] * step) for each in held if each != at}
    free = [each for each in range(len(percents)) if each != at and each not in kept]
    if not free or given + sum(kept.values()) > 100 * step:
        kept = {}
        free = [each for each in range(len(percents)) if each != at]
    left = 100 * step - given - sum(kept.values())
    found = kept | {at: given} | _parted(left, {each: percents[each] for each in free})
    return tuple(found[each] / step for each in range(len(percents)))


def even_percents(count: int) -> tuple[float, ...]:
    """Give so many per cents alike, as far as whole ones can be."""
    parts = _parted(100, dict.fromkeys(range(count), 1.0))
    return tuple(float(parts[at]) for at in range(count))


def _parted(whole: int, shares: dict[int, float]) -> dict[int, int]:
    """Part a whole number in proportion; what rounding leaves goes to the largest remainders."""
    total = sum(shares.values())
    if total <= 0.0:
        shares, total = dict.fromkeys(shares, 1.0), float(len(shares))
    exact = {each: whole * share / total for each, share in shares.items()}
    found = {each: int(value) for each, value in exact.items()}
    by_rest = sorted(exact, key=lambda each: (found[each] - exact[each], each))
    for each in by_rest[: whole - sum(found.values())]:
        found[each] += 1
    return found


def _is_whole(values: Iterable[float]) -> bool:
    return all(abs(value - round(value)) < 1e-9 for value in values)  # noqa: PLR2004 - rounding


def _own(workspace: Workspace) -> RaterJudgement:
    return workspace.judgements.get(OWN_RATER) or RaterJudgement(OWN_RATER)


def _colleagues(workspace: Workspace) -> list[RaterJudgement]:
    return [each for name, each in workspace.judgements.items() if name != OWN_RATER]


def _pooled_in(workspace: Workspace) -> list[RaterJudgement]:
    return [each for each in workspace.judgements.values() if each.is_pooled]


def _pooled_rating(workspace: Workspace, ratings: Sequence[Rating]) -> PooledRating | None:
    weights = weights_of([each.rater for each in ratings], workspace.pooling.rater_weights)
    return pool_ratings(ratings, weights) if ratings else None


def _pooled_ladder(workspace: Workspace, ladders: Sequence[JudgedLadder]) -> PooledLadder | None:
    weights = weights_of([each.rater for each in ladders], workspace.pooling.rater_weights)
    rows = [each.probabilities for each in ladders]
    return pool_ladders(rows, weights, workspace.pooling.method) if rows else None


def _pool_name(workspace: Workspace, pool: str, raters: int) -> str:
    """Say what a pooled figure is; a rating is a mean whatever the pool of the ladders."""
    pooling = workspace.pooling
    method = pool_words(
        choices_of(pooling if pool == "ladders" else replace(pooling, method=MEAN))
    )
    return f"{method} of {raters_words([raters])}"


def _standing(workspace: Workspace, words: str) -> str:
    """Say whether the user's own counts in the pool, which `words` name."""
    if _own(workspace).is_pooled:
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
    """Name the likeliest rung with its per cent; the lower one of two equals."""
    at = shares.index(max(shares))
    return f"{atlas.rungs[at].title} {percent_text(shares[at])}"


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
    percents = tuple(round(100 * share, 1) for share in ladder.probabilities)
    return OwnLadder(percents, ladder.reason, ladder.as_of.isoformat())
