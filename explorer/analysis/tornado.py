"""What moves an event: one factor at a time, all else as it is.

Each factor is set to the low and the high end of its range, and moved by one scale point either
way, and the event's probability is read off. Bars sorted by length make the tornado (Howard, R.
A., 1988, Decision analysis: practice and promise, Management Science 34(6), 679-695; Eschenbach,
T. G., 1992, Spiderplots versus tornado diagrams for sensitivity analysis, Interfaces 22(6),
40-46). Factors are moved one at a time, so a tornado says nothing about what they do together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from explorer.analysis.basis import Basis
from explorer.analysis.forecast import Forecast, Setting, forecast, ranges_under
from explorer.analysis.odds import Event, shift_ladder
from explorer.analysis.propensity import sign_of, within_scale
from explorer.domain.judgement import SCALE_MAX, Group


@dataclass(frozen=True, slots=True)
class End:
    """A rating to which a factor is set, and the event's probability there."""

    rating: float
    probability: float


@dataclass(frozen=True, slots=True)
class Bar:
    """What one factor does to an event: over its range, and a scale point down and up.

    Near an end of the scale a step is cut short there, as the rating of that end tells. `now` is
    the event's probability at the rating in force.
    """

    factor: str
    group: Group
    weight: float
    rating: float
    now: float
    low: End
    high: End
    down: End
    up: End

    @property
    def swing(self) -> float:
        """Give how far the probability ranges from the low rating through now to the high one."""
        return self._span(self.low, self.high)

    @property
    def step(self) -> float:
        """Give how far the probability ranges from a scale point below to one above."""
        return self._span(self.down, self.up)

    def _span(self, one: End, other: End) -> float:
        """Give the distance between the least and the most likely of both ends and now.

        “Exactly” a rung may be likeliest in between, so that both ends lie on one side of now.
        """
        found = (one.probability, self.now, other.probability)
        return max(found) - min(found)


@dataclass(frozen=True, slots=True)
class Tornado:
    """All bars of an event, in the order of the basis, and its probability as it is."""

    iso3: str
    event: Event
    now: float
    bars: tuple[Bar, ...]

    def sorted_by(self, length: Literal["swing", "step"]) -> tuple[Bar, ...]:
        """Give the bars with the longest first; equals keep their order."""
        return tuple(sorted(self.bars, key=lambda bar: -getattr(bar, length)))


def tornado(basis: Basis, beta: float, event: Event, setting: Setting | None = None) -> Tornado:
    """Give what each factor does to an event, from the setting in force.

    Raises:
        ValueError: if a weight is negative or all are zero.
    """
    setting = setting or Setting()
    now = forecast(basis, beta, setting)
    ranges = ranges_under(basis, setting)
    bars = tuple(_bar(now, event, place, ranges) for place in range(len(ranges)))
    return Tornado(basis.iso3, event, now.probability(event), bars)


def _bar(
    now: Forecast, event: Event, place: int, ranges: Sequence[tuple[float, float, float]]
) -> Bar:
    standing = now.basis.standings[place]
    low, rating, high = ranges[place]
    slope = now.beta * now.weights[place] * sign_of(standing.group) / SCALE_MAX

    def end(to: float) -> End:
        if to == rating:
            return End(to, now.probability(event))
        shares = shift_ladder(now.basis.anchor.shares, now.shift + slope * (to - rating))
        return End(to, event.probability(shares))

    return Bar(
        factor=standing.factor,
        group=standing.group,
        weight=now.weights[place],
        rating=rating,
        now=now.probability(event),
        low=end(low),
        high=end(high),
        down=end(within_scale(rating - 1.0)),
        up=end(within_scale(rating + 1.0)),
    )
