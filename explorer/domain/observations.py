"""The long tables of a pack: values by year. The only home of pandas in the domain."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from explorer.domain.indicators import PartnerList, Point, Series, SeriesRef

_RowsByKey = dict[tuple[str, ...], list[int]]


@dataclass(frozen=True)
class Observations:
    """The series of a pack. The frames are read-only by agreement: nothing may write to them.

    `indicator_values` has columns indicator_id, iso3, year, value, source_id; `trade_shares`
    iso3, partner_iso3, flow, year, value, unit, source_id, note, and holds arms flows too;
    `un_agreement` iso3, partner_iso3, year, topic, agreement, similarity, n_votes, source_id;
    `roll_calls` rcid, resolution, date, topic, title, iso3, vote (Y yes, N no, A abstain, X none
    recorded), source_id.

    `seen_on` is the day whose knowledge the series are cut to, and `None` for the newest. The
    frames stay whole then, but for `roll_calls`: read the series by the methods.
    """

    indicator_values: pd.DataFrame
    trade_shares: pd.DataFrame
    un_agreement: pd.DataFrame
    roll_calls: pd.DataFrame
    seen_on: date | None = None

    def known_on(self, day: date) -> "Observations":
        """Give the series as they were known on a day.

        A value of a year counts once that year is over: the record says when an edition was
        read, and not when each of its values first came out. No frame is copied, and the rows of
        the series are looked up but once.
        """
        if self.seen_on is not None and day >= self.seen_on:
            return self
        self.prepare()
        cut = replace(self, roll_calls=_until(self.roll_calls, day), seen_on=day)
        for name in ("_indicator_rows", "_trade_rows", "_agreement_rows"):
            # A frozen dataclass keeps what it has looked up in its dictionary.
            cut.__dict__[name] = self.__dict__[name]
        return cut

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

    def similarity(self, ref: SeriesRef, iso3: str) -> Series:
        """Give agreement at the UN with an abstention counted as half way to either side.

        It is in percent, oldest first, with the number of votes as each point's note. `ref` is one
        of kind `un_agreement`; for any other no point is given.
        """
        rows = self._rows(ref, iso3) if ref.kind == "un_agreement" else []
        points = self._agreement_points(rows, "similarity")
        return Series(ref, iso3, tuple(sorted(points, key=_year)))

    def prepare(self) -> None:
        """Find the rows of every series now, so that the first chart need not wait for it."""
        _ = self._indicator_rows, self._trade_rows, self._agreement_rows

    def has_values(self, ref: SeriesRef, iso3: str) -> bool:
        """Say whether any value of `ref` was found for a state."""
        return bool(self._rows(ref, iso3))

    def newest_list(self, flow: str, iso3: str) -> PartnerList | None:
        """Give the newest list of a state's partners in a flow; `None` where none was found."""
        keys = (key for key in self._trade_rows if key[0] == flow and key[2] == iso3)
        rows = [row for key in keys for row in self._trade_rows[key]]
        points = list(self._trade_points(self._known(self.trade_shares, rows)))
        if not points:
            return None
        newest = max(point.year for point in points)
        listed = [point for point in points if point.year == newest]
        note = next((point.note for point in listed if point.note), "")
        return PartnerList(newest, min(point.value for point in listed), note)

    def _rows(self, ref: SeriesRef, iso3: str) -> list[int]:
        match ref.kind:
            case "indicator":
                rows = self._indicator_rows.get((ref.key, iso3), [])
                return self._known(self.indicator_values, rows)
            case "trade_share":
                rows = self._trade_rows.get((ref.key, ref.partner, iso3), [])
                return self._known(self.trade_shares, rows)
            case "un_agreement":
                rows = self._agreement_rows.get((ref.key, ref.partner, iso3), [])
                return self._known(self.un_agreement, rows)

    def _known(self, frame: pd.DataFrame, rows: list[int]) -> list[int]:
        """Give the rows of years that were over on the day the series are seen on."""
        if self.seen_on is None or not rows:
            return rows
        years = frame["year"].to_numpy()
        return [row for row in rows if date(int(years[row]), 12, 31) <= self.seen_on]

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

    def _agreement_points(self, rows: list[int], measure: str = "agreement") -> Iterator[Point]:
        found = _cells(self.un_agreement, rows, ("year", measure, "source_id", "n_votes"))
        return (
            Point(int(year), 100.0 * float(share), source, _votes(int(votes)))
            for year, share, source, votes in found
        )


def _until(roll_calls: pd.DataFrame, day: date) -> pd.DataFrame:
    """Give the roll calls up to a day; without a copy where they are in order, as in the pack."""
    dates = roll_calls["date"]
    if dates.is_monotonic_increasing:
        return roll_calls.iloc[: bisect_right(dates.to_numpy(), day)]
    return roll_calls[dates <= day]


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
