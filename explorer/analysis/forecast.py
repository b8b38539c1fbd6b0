"""How likely each rung is once ratings or weights are changed: anchor and shift.

The pooled ladder is the anchor. When ratings or weights change, propensity goes from `u0` to `u`
and the log-odds of each "at least" move by `beta * (u - u0)` (`explorer.analysis.odds`). Where
nothing changed the forecast is the anchor to the last digit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explorer.analysis.basis import Basis
from explorer.analysis.odds import Event, at_least, shift_ladder
from explorer.analysis.pooling import normal_weights
from explorer.analysis.propensity import Propensity, propensity, within_scale

ROUNDING = 1e-12
"""A change of propensity that only the rounding of a sum makes; it counts as none."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the user sets apart from the pooled judgement, by factor; what is not named stays.

    Ratings are on the 0 to 4 scale and held within it. Weights may be on any scale: those named
    take the place of the pooled ones and all are then stretched to sum to one.
    """

    ratings: Mapping[str, float] | None = None
    weights: Mapping[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Forecast:
    """The probabilities of a state's rungs, with the parts they were made from.

    `shift` is `beta` times the change of propensity from `before` to `after`, in log-odds.
    `ratings` and `weights` are those in force, in the order of the basis.
    """

    basis: Basis
    ratings: tuple[float, ...]
    weights: tuple[float, ...]
    before: Propensity
    after: Propensity
    beta: float
    shift: float
    shares: tuple[float, ...]

    @property
    def at_least(self) -> tuple[float, ...]:
        """Give the probability of each rung or a higher one; the first is one."""
        return at_least(self.shares)

    @property
    def leading(self) -> int:
        """Give the place of the likeliest rung, counted from 0; the lower one of two equals."""
        return leading_rung(self.shares)

    @property
    def part_shifts(self) -> tuple[float, ...]:
        """Give what each factor adds to the shift, in log-odds; they sum to it."""
        pairs = zip(self.before.parts, self.after.parts, strict=True)
        return tuple(self.beta * (now - then) for then, now in pairs)

    def probability(self, event: Event) -> float:
        """Give the probability of an event."""
        return event.probability(self.shares)


def forecast(basis: Basis, beta: float, setting: Setting | None = None) -> Forecast:
    """Move a state's anchor by what the setting changes.

    Raises:
        ValueError: if a weight is negative or all are zero.
    """
    setting = setting or Setting()
    ratings, weights = ratings_in(basis, setting), weights_under(basis, setting)
    before, after = basis.propensity, propensity(basis.groups, weights, ratings)
    change = after.value - before.value
    shift = 0.0 if abs(change) <= ROUNDING else beta * change
    shares = shift_ladder(basis.anchor.shares, shift)
    return Forecast(basis, ratings, weights, before, after, beta, shift, shares)


def leading_rung(shares: Sequence[float]) -> int:
    """Give the place of the likeliest rung, counted from 0; the lower one of two equals."""
    return shares.index(max(shares))


def ratings_in(basis: Basis, setting: Setting) -> tuple[float, ...]:
    """Give the ratings in force, in the order of the basis."""
    own = setting.ratings or {}
    return tuple(within_scale(own.get(each.factor, each.mode)) for each in basis.standings)


def ranges_under(basis: Basis, setting: Setting) -> tuple[tuple[float, float, float], ...]:
    """Give low, best value and high of each factor; a range moves along with a rating that is set.

    A range moved beyond the scale is held within it.
    """
    pairs = zip(basis.standings, ratings_in(basis, setting), strict=True)
    return tuple(
        (
            min(within_scale(each.low + mode - each.mode), mode),
            mode,
            max(within_scale(each.high + mode - each.mode), mode),
        )
        for each, mode in pairs
    )


def weights_under(basis: Basis, setting: Setting) -> tuple[float, ...]:
    """Give the weights in force, in the order of the basis; they sum to one.

    Raises:
        ValueError: if a weight is negative or all are zero.
    """
    own = setting.weights
    if not own:
        return basis.weights
    weights = [own.get(each.factor, each.weight) for each in basis.standings]
    return normal_weights(weights, len(weights))
