"""Where the events of a lane stand on a time axis, and which days the axis names.

Screen and paper measure their own letters and place by the same rule: no mark lies on another, no
label on a mark, and what stands too close becomes one mark that says how many events it holds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from explorer.domain.dates import PartialDate

_STEPS = (
    ("day", 1),
    ("day", 2),
    ("day", 7),
    ("month", 1),
    ("month", 3),
    ("month", 6),
    ("year", 1),
    ("year", 2),
    ("year", 5),
    ("year", 10),
    ("year", 20),
    ("year", 50),
    ("year", 100),
)
_LAST_WEEK = 22
"""Weeks are counted from the first of a month; the days after the 28th belong to the fourth."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An event to be placed: where it is wanted, and how wide its label would be."""

    key: str
    x: float
    wanted: float


@dataclass(frozen=True, slots=True)
class Space:
    """The room of a lane: its levels, a mark's width, the ends, and the least label worth it."""

    levels: int
    mark: float
    gap: float
    left: float
    right: float
    least: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark of one event, or of several that stand too close.

    `room` is the width that its label may take, 0 for none; `is_left` puts it before the mark.
    """

    keys: tuple[str, ...]
    x: float
    level: int
    room: float = 0.0
    is_left: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that the axis names; the first of a year stands out."""

    day: int
    label: str
    is_strong: bool


def place(spots: Sequence[Spot], space: Space) -> tuple[Placed, ...]:
    """Place the events of one lane, in the order of time.

    Each goes on the first level where no label is cut, its own or that of the mark before it,
    which may stand to either side; else on the level with the most room; and where no level has
    room for its mark, it joins the mark nearest to it.
    """
    rows: list[list[_Group]] = [[] for _ in range(max(space.levels, 1))]
    for spot in sorted(spots, key=lambda each: (each.x, each.key)):
        row = _row_for(spot, rows, space)
        if row is None:
            nearest = max((each[-1] for each in rows if each), key=lambda group: group.x)
            nearest.spots.append(spot)
        else:
            row.append(_Group([spot], _end_of(row, spot, space)))
    return tuple(
        sorted(
            (each for level, row in enumerate(rows) for each in _labelled(row, level, space)),
            key=lambda each: (each.x, each.level),
        )
    )


@dataclass(slots=True)
class _Group:
    """The events of one mark in the making; `start` is where the room before it begins."""

    spots: list[Spot]
    start: float

    @property
    def x(self) -> float:
        return sum(spot.x for spot in self.spots) / len(self.spots)

    @property
    def wanted(self) -> float:
        return self.spots[0].wanted if len(self.spots) == 1 else 0.0


def _row_for(spot: Spot, rows: list[list[_Group]], space: Space) -> list[_Group] | None:
    free = [row for row in rows if not row or row[-1].x + space.mark + 1.0 <= spot.x]
    if not free:
        return None
    costs = [_cost(spot, row, space) for row in free]
    if min(costs) < _CUT:
        return free[costs.index(min(costs))]
    return min(free, key=lambda row: row[-1].x if row else space.left)


_CUT = 2
"""What it costs to cut a label; a label to the left costs less, and one to the right nothing."""


def _cost(spot: Spot, row: list[_Group], space: Space) -> int:
    """Say what it costs to put a mark next on a level."""
    half = space.mark / 2
    fits_right = spot.x + half + space.gap + spot.wanted <= space.right
    own = 0 if fits_right else _CUT
    before = spot.x - half - space.gap - _end_of(row, spot, space)
    if not fits_right and before >= spot.wanted:
        own = 1
    if not row:
        return own
    last = row[-1]
    if last.x + half + last.wanted + 2 * space.gap <= spot.x - half:
        return own
    is_free_before = last.x - half - space.gap - last.start >= last.wanted
    return own + (1 if is_free_before else _CUT)


def _end_of(row: list[_Group], spot: Spot, space: Space) -> float:
    """Give where the mark before on a level ends, with its label where that is to its right."""
    if not row:
        return space.left
    last, half = row[-1], space.mark / 2
    end = last.x + half + last.wanted + 2 * space.gap
    return end if end <= spot.x - half else last.x + half + 2 * space.gap


def _labelled(row: list[_Group], level: int, space: Space) -> Iterator[Placed]:
    """Give the marks of a level, each with the room that its label has to the right or left."""
    half, end = space.mark / 2, space.left
    for at, group in enumerate(row):
        limit = row[at + 1].x - half - space.gap if at + 1 < len(row) else space.right
        keys = tuple(spot.key for spot in group.spots)
        after = limit - (group.x + half + space.gap)
        before = group.x - half - space.gap - end
        room = _room(after, group.wanted, space)
        is_left = room < group.wanted and (before >= group.wanted or before > room >= 0)
        if is_left:
            room = _room(before, group.wanted, space)
        yield Placed(keys, group.x, level, room, is_left)
        end = group.x + half + (0.0 if is_left else room) + 2 * space.gap


def _room(free: float, wanted: float, space: Space) -> float:
    if free >= wanted:
        return wanted
    return free if free >= space.least else 0.0


def ticks(first: int, last: int, most: int) -> tuple[Tick, ...]:
    """Give at most `most` days to name between two days, a natural step of time apart."""
    unit, days = "year", list[date]()
    for unit, step in _STEPS:
        if (last - first) / _DAYS[unit] / step > 2 * most:
            continue
        days = [day for day in _days(unit, step, first, last) if first <= day.toordinal() <= last]
        if len(days) <= max(most, 1):
            break
    return tuple(_tick(day, unit, is_first=at == 0) for at, day in enumerate(days))


_DAYS = {"day": 1.0, "month": 30.0, "year": 365.0}


def _days(unit: str, step: int, first: int, last: int) -> Iterator[date]:
    start, end = date.fromordinal(max(first, 1)), date.fromordinal(last)
    if unit == "year":
        years = range(start.year - start.year % step, end.year + 1, step)
        yield from (date(year, 1, 1) for year in years if year > 0)
        return
    for year in range(start.year, end.year + 1):
        for month in range(1, 13, step if unit == "month" else 1):
            if unit == "month":
                yield date(year, month, 1)
            else:
                yield from _days_of(date(year, month, 1), step)


def _days_of(month: date, step: int) -> Iterator[date]:
    day = month
    while day.month == month.month:
        if step == 1 or day.day <= (_LAST_WEEK if step > 2 else 29):  # noqa: PLR2004 - two days
            yield day
        day += timedelta(days=step)


def _tick(day: date, unit: str, *, is_first: bool) -> Tick:
    words = PartialDate(day.year, day.month, day.day).words
    is_new_year = (day.month, day.day) == (1, 1)
    if unit == "year":
        return Tick(day.toordinal(), str(day.year), is_strong=True)
    if unit == "month":
        month = PartialDate(day.year, day.month).words
        whole = str(day.year) if is_new_year else month if is_first else month.split()[0]
        return Tick(day.toordinal(), whole, is_new_year)
    return Tick(
        day.toordinal(), words if is_first or is_new_year else words.rsplit(" ", 1)[0], is_new_year
    )
