"""Where everything of a timeline stands on the screen, for one width and one stretch of days."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from explorer.pages.charts import TimelineChart, TimelineLane, TimelineMark
from explorer.pages.timeline_layout import Placed, Space, Spot, Tick, place, ticks
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.event_mark import RADIUS
from explorer.ui.widgets.lettering import CLOSE, SMALL, font, width_of

ROW = 20.0
PAD = 4.0
AXIS = 22.0
TOP = 4.0
_GAP = 4.0
_RIGHT = 6.0
_TICK_ROOM = 74.0
_LEAST = 44.0
_MARK = 2 * RADIUS + 3.0
_WIDEST = 360.0


@dataclass(frozen=True, slots=True)
class Shown:
    """A mark as it is drawn: of one event or of several, round a point, in a lane."""

    lane: str
    placed: Placed
    centre: QPointF

    @property
    def is_several(self) -> bool:
        """Say whether it stands for more than one event."""
        return len(self.placed.keys) > 1


def height_of(chart: TimelineChart) -> float:
    """Give the height of all lanes and the axis."""
    return TOP + sum(map(lane_height, chart.lanes)) + AXIS


def lane_height(lane: TimelineLane) -> float:
    """Give the height of a lane."""
    return ROW * lane.levels + 2 * PAD


@dataclass(frozen=True)
class Frame:
    """The places of a chart's parts; `first` and `last` are the days at the ends of the axis."""

    chart: TimelineChart
    width: float
    first: float
    last: float

    @cached_property
    def left(self) -> float:
        """Give where the axis begins, after the names of the lanes."""
        names = (width_of(lane.label, font(CLOSE, SEMIBOLD)) for lane in self.chart.lanes)
        return max(names, default=0) + 34.0

    @cached_property
    def right(self) -> float:
        """Give where the axis ends."""
        return max(self.width - _RIGHT, self.left + 40.0)

    @cached_property
    def bottom(self) -> float:
        """Give where the lanes end and the axis is drawn."""
        return height_of(self.chart) - AXIS

    @cached_property
    def lanes(self) -> tuple[tuple[TimelineLane, QRectF], ...]:
        """Give each lane with its rectangle, over the whole width."""
        top, found = TOP, list[tuple[TimelineLane, QRectF]]()
        for lane in self.chart.lanes:
            found.append((lane, QRectF(0, top, self.width, lane_height(lane))))
            top += lane_height(lane)
        return tuple(found)

    @cached_property
    def marks(self) -> dict[str, TimelineMark]:
        """Give the events in sight by their keys, in the order of time."""
        return {
            each.key: each for each in self.chart.marks if self.first <= each.middle <= self.last
        }

    @cached_property
    def ticks(self) -> tuple[Tick, ...]:
        """Give the days that the axis names."""
        most = int((self.right - self.left) / _TICK_ROOM)
        return ticks(round(self.first), round(self.last), most)

    @cached_property
    def shown(self) -> tuple[Shown, ...]:
        """Give all marks as they are drawn, lane by lane."""
        return tuple(each for lane, room in self.lanes for each in self._of_lane(lane, room))

    def x(self, day: float) -> float:
        """Give the place of a day on the axis."""
        span = max(self.last - self.first, 1e-9)
        return self.left + (self.right - self.left) * (day - self.first) / span

    def day(self, x: float) -> float:
        """Give the day at a place on the axis."""
        part = (x - self.left) / max(self.right - self.left, 1.0)
        return self.first + (self.last - self.first) * part

    def at(self, point: QPointF) -> Shown | None:
        """Give the mark at a point, or the one whose label is there."""
        for each in self.shown:
            if abs(each.centre.y() - point.y()) > ROW / 2:
                continue
            left, right = each.centre.x() - RADIUS - 2, each.centre.x() + RADIUS + 2
            if each.placed.is_left:
                left -= each.placed.room
            else:
                right += each.placed.room
            if left <= point.x() <= right:
                return each
        return None

    def label_of(self, each: Shown) -> QRectF:
        """Give the rectangle of a mark's label."""
        room = each.placed.room
        left = RADIUS + _GAP
        x = each.centre.x() - left - room if each.placed.is_left else each.centre.x() + left
        return QRectF(x, each.centre.y() - ROW / 2, room + 1.0, ROW)

    def _of_lane(self, lane: TimelineLane, room: QRectF) -> tuple[Shown, ...]:
        letters = font(SMALL)
        spots = [
            Spot(each.key, self.x(each.middle), min(width_of(each.title, letters) + 1, _WIDEST))
            for each in self.marks.values()
            if lane.iso3 in each.lanes
        ]
        space = Space(lane.levels, _MARK, _GAP, self.left, self.right, _LEAST)
        return tuple(
            Shown(
                lane.iso3,
                each,
                QPointF(each.x, room.top() + PAD + ROW * (each.level + 0.5)),
            )
            for each in place(spots, space)
        )
