"""The long tables of a pack: values by year. The only home of pandas in the domain."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from explorer.domain.indicators import Point, Series, SeriesRef


@dataclass(frozen=True)
class RollCall:
    """One state's vote on one General Assembly text: Y yes, N no, A abstain, X none recorded."""

    resolution: str
    date: date
    topic: str
    title: str
    iso3: str
    vote: str


@dataclass(frozen=True)
class Observations:
    """The series of a pack. The frames are read-only by agreement: nothing may write to them.

    `indicator_values` has columns indicator_id, iso3, year, value, source_id; `trade_shares`
    iso3, partner_iso3, flow, year, value, source_id, note; `un_agreement` iso3, partner_iso3,
    year, topic, agreement, similarity, n_votes, source_id; `roll_calls` rcid, resolution, date,
    topic, title, iso3, vote, source_id.
    """

    indicator_values: pd.DataFrame
    trade_shares: pd.DataFrame
    un_agreement: pd.DataFrame
    roll_calls: pd.DataFrame

    def series(self, ref: SeriesRef, iso3: str) -> Series:
        """Give the values found of `ref` for a state, oldest first; no point stands for a gap."""
        if ref.kind == "indicator":
            points = self._indicator_points.get((ref.key, iso3), ())
        elif ref.kind == "trade_share":
            points = self._trade_points.get((ref.key, ref.partner, iso3), ())
        else:
            points = self._agreement_points.get((ref.key, ref.partner, iso3), ())
        return Series(ref, iso3, points)

    @cached_property
    def _indicator_points(self) -> dict[tuple[str, str], tuple[Point, ...]]:
        frame = self.indicator_values
        columns = (
            frame["indicator_id"],
            frame["iso3"],
            frame["year"],
            frame["value"],
            frame["source_id"],
        )
        points: dict[tuple[str, str], list[Point]] = {}
        for indicator, iso3, year, value, source in zip(
            *(c.tolist() for c in columns), strict=True
        ):
            points.setdefault((indicator, iso3), []).append(Point(int(year), float(value), source))
        return {key: _by_year(found) for key, found in points.items()}

    @cached_property
    def _trade_points(self) -> dict[tuple[str, str, str], tuple[Point, ...]]:
        frame = self.trade_shares
        names = ("flow", "partner_iso3", "iso3", "year", "value", "source_id", "note")
        points: dict[tuple[str, str, str], list[Point]] = {}
        for flow, partner, iso3, year, value, source, note in zip(
            *(frame[name].tolist() for name in names), strict=True
        ):
            points.setdefault((flow, partner, iso3), []).append(
                Point(int(year), float(value), source, note)
            )
        return {key: _by_year(found) for key, found in points.items()}

    @cached_property
    def _agreement_points(self) -> dict[tuple[str, str, str], tuple[Point, ...]]:
        frame = self.un_agreement
        names = ("topic", "partner_iso3", "iso3", "year", "agreement", "n_votes", "source_id")
        points: dict[tuple[str, str, str], list[Point]] = {}
        for topic, partner, iso3, year, share, votes, source in zip(
            *(frame[name].tolist() for name in names), strict=True
        ):
            points.setdefault((topic, partner, iso3), []).append(
                Point(int(year), 100.0 * float(share), source, f"{int(votes)} votes")
            )
        return {key: _by_year(found) for key, found in points.items()}


def _by_year(points: list[Point]) -> tuple[Point, ...]:
    return tuple(sorted(points, key=lambda point: point.year))
