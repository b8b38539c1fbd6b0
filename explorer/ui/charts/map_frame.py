"""Where everything of a map stands on the screen, for one size and one stretch of the plane."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainterPath, QPolygonF, QTransform

from explorer.pages.charts import MapChart
from explorer.pages.map_layout import Lettering, MapLayout, MapWindow, legend_lines
from explorer.pages.map_parts import Line, MapArea, MapClass
from explorer.ui.theme import REGULAR, SEMIBOLD
from explorer.ui.widgets.lettering import CLOSE, SMALL, font, width_of

LINE, SMALL_LINE = 14.0, 13.0
LEGEND_LINE = 20.0
LEGEND_PAD = 4.0
FOOT_PAD = 3.0
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@lru_cache(maxsize=2048)
def words_width(words: str, is_strong: bool) -> float:  # noqa: FBT001 - the form that layouts ask
    """Measure a text of a map in pixels."""
    letters = font(CLOSE, SEMIBOLD) if is_strong else font(SMALL, REGULAR)
    return width_of(words, letters)


_LETTERS = Lettering(words_width, LINE, SMALL_LINE)


def paths_of(chart: MapChart) -> tuple[QPainterPath, ...]:
    """Make the areas' outlines in kilometres, y downwards; costly, and the same at every zoom."""
    return tuple(
        _path(ring for polygon in area.polygons for ring in polygon) for area in chart.areas
    )


def _path(rings: Iterable[Line]) -> QPainterPath:
    path = QPainterPath()  # its fill is odd and even, so that rings of holes stay open
    for ring in rings:
        path.addPolygon(QPolygonF([QPointF(x, -y) for x, y in ring]))
    return path


@dataclass(frozen=True)
class MapFrame:
    """The places of a chart's parts; `paths` are those of `paths_of`."""

    chart: MapChart
    window: MapWindow
    paths: tuple[QPainterPath, ...]

    @cached_property
    def transform(self) -> QTransform:
        """Give the way from kilometres, y downwards, to pixels."""
        window = self.window
        return QTransform(
            window.scale,
            0.0,
            0.0,
            window.scale,
            window.width / 2 - window.centre[0] * window.scale,
            window.height / 2 + window.centre[1] * window.scale,
        )

    @cached_property
    def shapes(self) -> tuple[tuple[MapArea, QPainterPath], ...]:
        """Give the areas in sight with their outlines in pixels, the compared last."""
        room = QRectF(0, 0, self.window.width, self.window.height)
        seen = self.transform.inverted()[0].mapRect(room)
        found = [
            (area, self.transform.map(path))
            for area, path in zip(self.chart.areas, self.paths, strict=True)
            if path.controlPointRect().intersects(seen)
        ]
        return tuple(sorted(found, key=lambda each: each[0].is_compared))

    @cached_property
    def sheet(self) -> QPainterPath:
        """Give the edge of what the outlines cover, in pixels."""
        return self.transform.map(_path([self.chart.sheet]))

    @cached_property
    def layout(self) -> MapLayout:
        """Give where names and points stand."""
        return MapLayout(self.chart, self.window, _LETTERS)

    def at(self, point: QPointF) -> MapArea | None:
        """Give the area at a point."""
        found = (area for area, shape in reversed(self.shapes) if shape.contains(point))
        return next(found, None)


def legend_of(chart: MapChart, width: float) -> tuple[tuple[tuple[MapClass, float], ...], ...]:
    """Give the lines of the legend at a width."""
    return legend_lines(chart.classes, width, words_width)


def legend_height(chart: MapChart, width: float) -> float:
    """Give the height of the legend at a width."""
    return LEGEND_LINE * len(legend_of(chart, width)) + LEGEND_PAD


def foot_height(chart: MapChart, width: float) -> float:
    """Give the height of the words on boundaries below the map."""
    room = QRect(0, 0, max(int(width), 1), 9999)
    words = QFontMetrics(font(SMALL)).boundingRect(room, WRAP, chart.boundaries)
    return words.height() + FOOT_PAD
