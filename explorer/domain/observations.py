"""The long tables of a pack: values by year. The only home of pandas in the domain."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from explorer.domain.indicators import Point, Series, SeriesRef

_RowsByKey = dict[tuple[str, ...], list[int]]


@dataclass(frozen=True)
class Observations:
    """The series of a pack. The frames are read-only by agreement: nothing may write to them.

    `indicator_values` has columns indicator_id, iso3, year, value, source_id; `trade_shares`
    iso3, partner_iso3, flow, year, value, unit, source_id, note, and holds arms flows too;
    `un_agreement` iso3, partner_iso3, year, topic, agreement, similarity, n_votes, source_id;
    `roll_calls` rcid, resolution, date, topic, title, iso3, vote (Y yes, N no, A abstain, X none
    recorded), source_id.
    """

    indicator_values: pd.DataFrame
    trade_shares: pd.DataFrame
    un_agreement: pd.DataFrame
    roll_calls: pd.DataFrame

    def series(self, ref: SeriesRef, iso3: str) -> Series:
        """Give the values found of `ref` for a state, oldest first; no point stands for a gap.

        Agreement at the UN is given in percent, with the number of votes as the point's note.
        """
        read = {
            "indicator": self._indicator_points,
            "trade_share": self._trade_points,
            "un_agreement": self._agreement_points,
        }
        points = read[ref.kind](self._rows(ref, iso3))
        return Series(ref, iso3, tuple(sorted(points, key=_year)))

    def prepare(self) -> None:
        """Find the rows of every series now, so that the first chart need not wait for it."""
        _ = self._indicator_rows, self._trade_rows, self._agreement_rows

    def has_values(self, ref: SeriesRef, iso3: str) -> bool:
        """Say whether any value of `ref` was found for a state."""
        return bool(self._rows(ref, iso3))

    def _rows(self, ref: SeriesRef, iso3: str) -> list[int]:
        match ref.kind:
            case "indicator":
                return self._indicator_rows.get((ref.key, iso3), [])
            case "trade_share":
                return self._trade_rows.get((ref.key, ref.partner, iso3), [])
            case "un_agreement":
                return self._agreement_rows.get((ref.key, ref.partner, iso3), [])

    @cached_property
    def _indicator_rows(self) -> _RowsByKey:
        return _rows_by_key(self.indicator_values, ("indicator_id", "iso3"))

    @cached_property
    def _trade_rows(self) -> _RowsByKey:
        return _rows_by_key(self.trade_shares, ("flow", "partner_iso3", "iso3"))

    @cached_property
    def _agreement_rows(self) -> _RowsByKey:
        return _rows_by_key(self.un_agreement, ("topic", "partner_iso3", "iso3"))

    def _indicator_points(self, rows: list[int]) -> Iterator[Point]:
        found = _cells(self.indicator_values, rows, ("year", "value", "source_id"))
        return (Point(int(year), float(value), source) for year, value, source in found)

    def _trade_points(self, rows: list[int]) -> Iterator[Point]:
        found = _cells(self.trade_shares, rows, ("year", "value", "source_id", "note"))
        return (
            Point(int(year), float(value), source, note) for year, value, source, note in found
        )

    def _agreement_points(self, rows: list[int]) -> Iterator[Point]:
        found = _cells(self.un_agreement, rows, ("year", "agreement", "source_id", "n_votes"))
        return (
            Point(int(year), 100.0 * float(share), source, _votes(int(votes)))
            for year, share, source, votes in found
        )


def _rows_by_key(frame: pd.DataFrame, names: tuple[str, ...]) -> _RowsByKey:
    """Find the rows of each series once, so that a series is read without a search."""
    rows: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for row, key in enumerate(zip(*(frame[name].tolist() for name in names), strict=True)):
        rows[key].append(row)
    return dict(rows)


def _cells(
    frame: pd.DataFrame, rows: list[int], names: tuple[str, ...]
) -> Iterator[tuple[Any, ...]]:
    return zip(*(frame[name].to_numpy()[rows].tolist() for name in names), strict=True)


def _votes(count: int) -> str:
    return "1 vote" if count == 1 else f"{count} votes"


def _year(point: Point) -> int:
    return point.year
