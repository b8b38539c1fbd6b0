"""The raters and how they are pooled, as a list to choose from."""

from dataclasses import dataclass

from explorer.analysis.pooling import ladder_of, rating_of
from explorer.domain.atlas import Atlas
from explorer.pages.outlook import ground_of, with_raters
from explorer.pages.own_judgement import SHARED_EVIDENCE
from explorer.pages.own_pools import counted_ladders, counted_ratings, pool_cell, pool_rungs
from explorer.pages.view import Target
from explorer.pages.words import counted, country_name
from explorer.workspace.document import OWN_RATER, Pool, Workspace

WEIGHTS = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
"""What a rater may be chosen to count for."""


@dataclass(frozen=True, slots=True)
class RaterRow:
    """One rater: how much was judged, whether it counts in the pool, and for how much.

    A bundled rater always counts in the pool, though it may be for nought.
    """

    rater: str
    words: str
    is_own: bool
    is_bundled: bool
    is_pooled: bool
    weight: float


@dataclass(frozen=True, slots=True)
class MethodChoice:
    """A way to pool, with a sentence on what it does."""

    key: Pool
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class RatersPart:
    """The raters, bundled ones first and the user last, and the ways to pool them."""

    rows: tuple[RaterRow, ...]
    methods: tuple[MethodChoice, ...]
    method: Pool
    caution: str


METHODS = (
    MethodChoice(
        "linear",
        "Mean (linear pool)",
        "Ladders are pooled by the mean of the raters' probabilities. Where the raters differ, "
        "the pooled ladder is wider than what most of them said.",
    ),
    MethodChoice(
        "geometric",
        "Product (geometric pool)",
        "Ladders are pooled by the product of the raters' probabilities, made to sum to 100. "
        "A rung that one rater rules out is then ruled out.",
    ),
)


def compose_raters(atlas: Atlas, workspace: Workspace) -> RatersPart:
    """List the raters of an Atlas and of a workspace, with what each counts for."""
    day = atlas.subject.as_of
    weights = workspace.pooling.rater_weights
    rows: list[RaterRow] = []
    for rater in bundled_raters(atlas, workspace):
        ratings = sum(1 for each in atlas.ratings if (each.rater, each.as_of) == (rater, day))
        ladders = sum(1 for each in atlas.ladders if (each.rater, each.as_of) == (rater, day))
        words = _counts(ratings, ladders)
        rows.append(RaterRow(rater, words, False, True, True, weights.get(rater, 1.0)))
    for name, each in sorted(workspace.judgements.items(), key=lambda one: one[0] == OWN_RATER):
        words = _counts(len(each.ratings), len(each.ladders))
        weight = weights.get(name, 1.0)
        rows.append(RaterRow(name, words, name == OWN_RATER, False, each.is_pooled, weight))
    method = workspace.pooling.method
    ratings_stay = " Ratings are pooled by their means either way."
    return RatersPart(tuple(rows), METHODS, method, f"{SHARED_EVIDENCE}{ratings_stay}")


def bundled_raters(atlas: Atlas, workspace: Workspace) -> tuple[str, ...]:
    """Name the raters that come with the pack, in its order of names."""
    names = {each.rater for each in atlas.ratings} | {each.rater for each in atlas.ladders}
    return tuple(sorted(names - set(workspace.judgements)))


def pooling_fault(atlas: Atlas, workspace: Workspace) -> str:
    """Say why the judgements cannot be pooled as a workspace wants; nothing if they can.

    `atlas` holds the bundled raters only.
    """
    pooled = with_raters(atlas, workspace.judgements)
    weights = workspace.pooling.rater_weights
    method = workspace.pooling.method
    named = {each.rater for each in (*pooled.ratings, *pooled.ladders)}
    if all(weights.get(rater, 1.0) == 0.0 for rater in named):
        return "At least one rater in the pool must count for something. Nothing was changed."
    for iso3 in atlas.subject.compared:
        for factor in atlas.factors:
            try:
                rating_of(pooled, iso3, factor.id, None, weights)
            except ValueError:
                return _nobody_counts(f"{country_name(atlas, iso3)}, {factor.title}")
        for scenario in atlas.scenarios:
            place = f"{country_name(atlas, iso3)}, {scenario.title}"
            try:
                ladder_of(pooled, iso3, scenario.id, None, weights)
            except ValueError:
                return _nobody_counts(place)
            try:
                ladder_of(pooled, iso3, scenario.id, None, weights, method)
            except ValueError:
                return _no_rung(place)
    try:
        ground_of(atlas, workspace)
    except ValueError as error:
        # The factors' weights come from the bundled raters alone, so one of these must count.
        return (
            f"The judgements cannot be pooled so ({error}). Let a rater that comes with the data "
            "count for something. Nothing was changed."
        )
    return ""


def own_fault(atlas: Atlas, workspace: Workspace, target: Target, scenario: str = "") -> str:
    """Say why one cell, or one state's ladder, cannot be pooled; nothing if it can.

    Other cells and ladders are as they were when a figure of this one changes, so a drag need not
    ask about all of them, as `pooling_fault` does, at each of its steps.
    """
    place = country_name(atlas, target.iso3)
    if not scenario:
        cell = target.iso3, target.factor
        try:
            pool_cell(workspace, counted_ratings(atlas, workspace, cell))
        except ValueError:
            return _nobody_counts(f"{place}, {atlas.factor_by_id[target.factor].title}")
        return ""
    title = next((each.title for each in atlas.scenarios if each.id == scenario), scenario)
    ladders = counted_ladders(atlas, workspace, (target.iso3, scenario))
    weights = workspace.pooling.rater_weights
    try:
        pool_rungs(workspace, ladders)
    except ValueError:
        does_count = any(weights.get(each.rater, 1.0) for each in ladders)
        return (_no_rung if does_count else _nobody_counts)(f"{place}, {title}")
    return ""


def _no_rung(place: str) -> str:
    return (
        f"{place}: between them the raters rule out every rung, so their product is empty. Give "
        "each rung a rater holds possible more than 0 %, keep a rater apart, or pool by the mean. "
        "Nothing was changed."
    )


def _nobody_counts(place: str) -> str:
    return (
        f"{place}: everyone who judged this would count for nought. Let one of them count for "
        "something. Nothing was changed."
    )


def _counts(ratings: int, ladders: int) -> str:
    return f"{counted(ratings, 'rating')}, {counted(ladders, 'ladder')}"
