"""How far a ladder moves for a change in propensity: beta, fitted to the raters' scenarios.

The raters judged each state's ladder as things stand and again under each scenario, and each
scenario moves ratings by stated steps. Beta is the slope, by least squares through the origin, of
the change in the pooled log-odds of each "at least" on the change in propensity, over states,
scenarios and cuts. A line through the origin is wanted because no change in propensity must mean
no change in odds. R squared is then one less the residual sum of squares over the plain sum of
squares, not that about the mean, so it may not be compared with that of a line with an intercept
(Eisenhauer, J. G., 2003, Regression through the origin, Teaching Statistics 25(3), 76-80).

The points are not independent: the cuts of one ladder move together, and so do a state's
scenarios. Beside the plain standard error there is one that allows for errors tied within a state
(Liang, K.-Y. and Zeger, S. L., 1986, Longitudinal data analysis using generalized linear models,
Biometrika 73(1), 13-22), with the usual factor G / (G - 1) for few groups (CR1 in R's
clubSandwich).
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from explorer.analysis.basis import Choices, basis_of, steps_of
from explorer.analysis.odds import at_least, log_odds
from explorer.analysis.propensity import propensity, within_scale
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO

LEAST, MOST = 0.01, 0.99
"""Outside these a judged probability is too near the end for its log-odds to be trusted."""


@dataclass(frozen=True, slots=True)
class Point:
    """One judged move: a state under a scenario, at the cut below the rung at `place`.

    `change` is that of propensity, `moved` that of the pooled log-odds, from `before` to `after`
    in probability.
    """

    iso3: str
    scenario: str
    place: int
    change: float
    before: float
    after: float

    @property
    def moved(self) -> float:
        """Give by how much the judged log-odds moved."""
        return log_odds(self.after) - log_odds(self.before)


@dataclass(frozen=True, slots=True)
class Residual:
    """A point and by how much its judged move exceeds beta times the change in propensity."""

    point: Point
    fitted: float
    value: float


@dataclass(frozen=True, slots=True)
class GroupFit:
    """How well one state, scenario or cut is fitted; `name` is its code, id or place.

    `error` is the root of the mean squared residual, `bias` the mean residual and `beta` the slope
    through this group's points alone; `None` where they have no change in propensity.
    """

    name: str
    points: int
    error: float
    bias: float
    beta: float | None


@dataclass(frozen=True, slots=True)
class Fit:
    """Beta with its standard errors, R squared about zero, and all it was fitted to.

    `error` takes the points as independent, `clustered` allows for ties within a state; the larger
    is the one to draw from. `left_out` counts cuts whose probability lay outside the limits.
    `states`, `scenarios` and `cuts` are in falling order of error: the worst fitted comes first.
    """

    beta: float
    error: float
    clustered: float
    r_squared: float
    residuals: tuple[Residual, ...]
    left_out: int
    states: tuple[GroupFit, ...]
    scenarios: tuple[GroupFit, ...]
    cuts: tuple[GroupFit, ...]

    @property
    def spread(self) -> float:
        """Give the standard error that counts: the larger of the two."""
        return max(self.error, self.clustered)

    @property
    def worst(self) -> tuple[Residual, ...]:
        """Give the residuals, the largest first, whichever their sign."""
        return tuple(sorted(self.residuals, key=lambda each: -abs(each.value)))


def fit_beta(atlas: Atlas, choices: Choices | None = None) -> Fit:
    """Fit beta to a pack's scenarios.

    Raises:
        ValueError: if fewer than two judged moves can be used, or none changes propensity.
    """
    points, left_out = judged_moves(atlas, choices)
    return fit_points(points, left_out)


def judged_moves(atlas: Atlas, choices: Choices | None = None) -> tuple[tuple[Point, ...], int]:
    """Give the moves to fit, and how many cuts were left out for being too near 0 or 1."""
    points: list[Point] = []
    left_out = 0
    for scenario in atlas.scenarios:
        if scenario.id == BASELINE_SCENARIO:
            continue
        for iso3 in atlas.subject.compared:
            for point in _moves_of(atlas, iso3, scenario.id, choices):
                usable = LEAST <= point.before <= MOST and LEAST <= point.after <= MOST
                left_out += not usable
                points += [point] * usable
    return tuple(points), left_out


def fit_points(points: Sequence[Point], left_out: int = 0) -> Fit:
    """Fit a line through the origin to judged moves.

    Raises:
        ValueError: if there are fewer than two, or none changes propensity.
    """
    squares = math.fsum(point.change**2 for point in points)
    if len(points) <= 1 or squares == 0.0:
        raise ValueError("beta needs two judged moves or more, and a change in propensity")
    beta = math.fsum(point.change * point.moved for point in points) / squares
    residuals = tuple(_residual(point, beta) for point in points)
    left = math.fsum(each.value**2 for each in residuals)
    total = math.fsum(point.moved**2 for point in points)
    return Fit(
        beta=beta,
        error=math.sqrt(left / (len(points) - 1) / squares),
        clustered=_clustered(residuals, squares),
        r_squared=1.0 - left / total if total > 0.0 else 1.0,
        residuals=residuals,
        left_out=left_out,
        states=_grouped(residuals, attrgetter("iso3")),
        scenarios=_grouped(residuals, attrgetter("scenario")),
        cuts=_grouped(residuals, lambda point: str(point.place)),
    )


def _moves_of(atlas: Atlas, iso3: str, scenario: str, choices: Choices | None) -> list[Point]:
    """Give a state's moves from things as they stand to a scenario, one for each cut."""
    now = basis_of(atlas, iso3, BASELINE_SCENARIO, choices)
    then = basis_of(atlas, iso3, scenario, choices)
    if now is None or then is None:
        return []
    steps = steps_of(atlas, scenario)
    ratings = [within_scale(each.mode + steps.get(each.factor, 0.0)) for each in now.standings]
    change = propensity(now.groups, now.weights, ratings).value - now.propensity.value
    pairs = zip(at_least(now.anchor.shares), at_least(then.anchor.shares), strict=True)
    return [
        Point(iso3, scenario, place, change, before, after)
        for place, (before, after) in enumerate(pairs)
        if place > 0
    ]


def _residual(point: Point, beta: float) -> Residual:
    fitted = beta * point.change
    return Residual(point, fitted, point.moved - fitted)


def _clustered(residuals: Sequence[Residual], squares: float) -> float:
    """Give the standard error that lets the errors of one state go together."""
    scores: dict[str, float] = {}
    for each in residuals:
        state = each.point.iso3
        scores[state] = scores.get(state, 0.0) + each.point.change * each.value
    count = len(scores)
    if count <= 1:
        return math.inf
    meat = math.fsum(score**2 for score in scores.values())
    return math.sqrt(meat * count / (count - 1)) / squares


def _grouped(residuals: Sequence[Residual], key: Callable[[Point], str]) -> tuple[GroupFit, ...]:
    groups: dict[str, list[Residual]] = {}
    for each in residuals:
        groups.setdefault(key(each.point), []).append(each)
    fits = [_group_fit(name, members) for name, members in groups.items()]
    return tuple(sorted(fits, key=lambda each: -each.error))


def _group_fit(name: str, members: Sequence[Residual]) -> GroupFit:
    values = [each.value for each in members]
    squares = math.fsum(each.point.change**2 for each in members)
    crossed = math.fsum(each.point.change * each.point.moved for each in members)
    return GroupFit(
        name=name,
        points=len(members),
        error=math.sqrt(math.fsum(value**2 for value in values) / len(values)),
        bias=math.fsum(values) / len(values),
        beta=crossed / squares if squares > 0.0 else None,
    )
