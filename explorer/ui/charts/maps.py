"""A map that pans and zooms, and whose states are chosen by a click or the keys."""

import html
import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPainterPath,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from explorer.pages.charts import MapChart
from explorer.pages.map_layout import MapWindow, fitted
from explorer.pages.map_parts import MapArea, Spot
from explorer.style import Theme
from explorer.ui.charts.map_frame import MapFrame, foot_height, legend_height, paths_of
from explorer.ui.charts.map_painting import (
    paint_chosen,
    paint_foot,
    paint_ground,
    paint_legend,
    paint_outline,
    paint_words,
)
from explorer.ui.charts.painted import PaintedPlot

_STEP = 1.3
_PAN = 0.2
_WHEEL = 240.0
_DRAG = 4
_CLOSEST = 12.0
"""How much larger than at first the map can be shown, and by `_FARTHEST` how much smaller."""
_FARTHEST = 0.45
_LEAST_HEIGHT = 260
_SHARPER = 1.01
"""From how many pixels a pixel of the screen the map is painted anew, and not from its picture."""
_SHARE = 0.62
_KEYS = (
    "Space, or Shift with it: next state, or the one before. Arrows move the map, + and − zoom, "
    "Home shows the compared states, Enter opens the state in Compare."
)


class MapPlot(PaintedPlot[MapChart]):
    """Draws a `MapChart`, its legend above it.

    `chosen` carries the ISO code of the state that the user went to, blank for none; `opened` that
    of one to go on with; `window_changed` comes when another part is shown.
    """

    chosen = Signal(str)
    opened = Signal(str)
    window_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without a chart."""
        super().__init__(theme)
        self._centre: Spot | None = None  # the chart's own reach while `None`
        self._scale = 1.0
        self._frame: MapFrame | None = None
        self._sheets: tuple[QPixmap, QPixmap] | None = None
        self._paths: tuple[QPainterPath, ...] = ()
        self._iso3 = ""
        self._pointed: MapArea | None = None
        self._grip: tuple[QPointF, Spot] | None = None
        self._is_dragged = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    @property
    def iso3(self) -> str:
        """Give the code of the state that is chosen, or a blank."""
        return self._iso3

    @property
    def area(self) -> MapArea | None:
        """Give the area that is chosen."""
        return self._area(self._iso3)

    @property
    def reach(self) -> tuple[float, float, float, float]:
        """Give what is shown, as a chart says it: west, south, east and north, in kilometres."""
        frame = self.frame
        if frame is None:
            return (0.0, 0.0, 1.0, 1.0)
        west, north = frame.window.spot(0.0, 0.0)
        east, south = frame.window.spot(frame.window.width, frame.window.height)
        return (west, south, east, north)

    @property
    def legend_top(self) -> float:
        """Give how much of the height the legend takes, from the top."""
        return legend_height(self.chart, self.width()) if self.chart else 0.0

    @property
    def frame(self) -> MapFrame | None:
        """Give where everything stands now, measured from below the legend."""
        if self.chart is None:
            return None
        if self._frame is None:
            self._frame = MapFrame(self.chart, self._window(self.chart), self._paths)
        return self._frame

    def show_chart(self, chart: MapChart, theme: Theme) -> None:
        """Draw a chart; the part of the plane shown stays."""
        drawn = self.chart
        is_new = drawn is None or [x.polygons for x in drawn.areas] != [
            x.polygons for x in chart.areas
        ]
        if is_new:
            self._paths, self._centre = paths_of(chart), None
        super().show_chart(chart, theme)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setMaximumHeight(16777215)  # as Qt has it where there is no limit
        if self._area(self._iso3) is None:
            self._iso3 = ""
        self._pointed = None
        self._renew()
        self._describe()

    def choose(self, iso3: str) -> None:
        """Choose a state and bring it into sight; a code that is not drawn chooses none."""
        area, frame = self._area(iso3), self.frame
        self._iso3 = iso3 if area else ""
        if area is not None and frame is not None and not frame.window.holds(area.at):
            self._show(area.at, frame.window.scale)
        self._describe()
        self.update()

    def show_all(self) -> None:
        """Show what the chart shows at first."""
        self._centre = None
        self._renew()
        self.window_changed.emit()

    def zoom(self, by: float, about: QPointF | None = None) -> None:
        """Show a part that is `by` times as large, about a point that stays in its place."""
        frame = self.frame
        if frame is None or self.chart is None:
            return
        window = frame.window
        home = fitted(self.chart.reach, window.width, window.height).scale
        scale = min(max(window.scale * by, home * _FARTHEST), home * _CLOSEST)
        point = about or QPointF(window.width / 2, window.height / 2)
        fixed = window.spot(point.x(), point.y())
        moved = replace(window, scale=scale).spot(point.x(), point.y())
        centre = window.centre
        self._show((centre[0] + fixed[0] - moved[0], centre[1] + fixed[1] - moved[1]), scale)

    def pan(self, east: float, north: float) -> None:
        """Move on by parts of what is shown."""
        frame = self.frame
        if frame is not None:
            window = frame.window
            step = min(window.width, window.height) / window.scale
            x, y = window.centre
            self._show((x + east * step, y + north * step), window.scale)

    def height_for(self, chart: MapChart) -> int:
        """Ask for a height in keeping with the width; more is taken where it is given."""
        return math.ceil(max(self.width() * _SHARE, _LEAST_HEIGHT) + legend_height(chart, 400))

    def paint(self, painter: QPainter, chart: MapChart) -> None:
        """Paint the legend, the map from its picture, and what is chosen or pointed at."""
        frame, top = self.frame, self.legend_top
        if frame is None:
            return
        window = frame.window
        paint_legend(painter, chart, self.width(), self.theme)
        below = QRectF(0, top + window.height, window.width, self.height() - top - window.height)
        paint_foot(painter, chart, below, self.theme)
        painter.translate(0, top)
        painter.setClipRect(QRectF(0, 0, window.width, window.height))
        is_sharper = painter.deviceTransform().m11() > self.devicePixelRatioF() * _SHARPER
        if is_sharper:
            paint_ground(painter, frame, self.theme)
        else:
            painter.drawPixmap(0, 0, self._pictures(frame)[0])
        for area, shape in frame.shapes:
            if area is self._pointed and area.iso3 != self._iso3:
                paint_outline(painter, shape, self.theme.ink, 1.8)
        for area, shape in frame.shapes:
            if area.iso3 == self._iso3:
                paint_chosen(painter, shape, self.theme)
        if is_sharper:
            paint_words(painter, frame, self.theme)
        else:
            painter.drawPixmap(0, 0, self._pictures(frame)[1])
        if self.hasFocus():
            edge = QPainterPath()
            edge.addRoundedRect(QRectF(1, 1, window.width - 2, window.height - 2), 4, 4)
            paint_outline(painter, edge, self.theme.accent, 1.0)

    # What the user does

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        if self.frame is None:
            event.ignore()
            return
        self.zoom(_STEP ** (event.angleDelta().y() / _WHEEL), self._below(event.position()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom with two fingers on a touch pad."""
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom(1 + event.value(), self._below(event.position()))
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the map."""
        if event.button() is Qt.MouseButton.LeftButton and self.frame is not None:
            self._grip = (event.position(), self.frame.window.centre)
            self._is_dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the map while it is held, else tell of the state under the pointer."""
        frame = self.frame
        if frame is None:
            return
        if self._grip is None:
            point = self._below(event.position())
            is_map = point.y() >= 0
            self._point(frame.at(point) if is_map else None, event.globalPosition().toPoint())
            return
        start, (x, y) = self._grip
        moved = event.position() - start
        if self._is_dragged or moved.manhattanLength() > _DRAG:
            self._is_dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            scale = frame.window.scale
            self._show((x - moved.x() / scale, y + moved.y() / scale), scale)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the state that was clicked, or none."""
        was_dragged, self._grip = self._is_dragged, None
        self._is_dragged = False
        self.unsetCursor()
        if self.frame is None or was_dragged or event.button() is not Qt.MouseButton.LeftButton:
            return
        area = self.frame.at(self._below(event.position()))
        self._go_to(area.iso3 if area else "")

    def leaveEvent(self, event: QEvent) -> None:
        """Tell of no state once the pointer has left."""
        super().leaveEvent(event)
        self._point(None, QPoint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the same part in the new room."""
        QWidget.resizeEvent(self, event)
        self._renew()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys go here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys no longer go here."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from state to state, zoom and move."""
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        do = self._doings(is_back=is_back).get(Qt.Key(event.key()))
        if do is None:
            event.ignore()
        else:
            do()

    # Within

    def _window(self, chart: MapChart) -> MapWindow:
        height = max(self.height() - self.legend_top - foot_height(chart, self.width()), 1.0)
        home = fitted(chart.reach, float(self.width()), height)
        if self._centre is None:
            return home
        return replace(home, centre=self._centre, scale=self._scale)

    def _show(self, centre: Spot, scale: float) -> None:
        """Show a part of the plane, its middle held on the sheet."""
        sheet = self.chart.sheet if self.chart else ()
        if sheet:
            xs, ys = [x for x, _ in sheet], [y for _, y in sheet]
            centre = (
                min(max(centre[0], min(xs)), max(xs)),
                min(max(centre[1], min(ys)), max(ys)),
            )
        self._centre, self._scale = centre, scale
        QToolTip.hideText()
        self._renew()
        self.window_changed.emit()

    def _renew(self) -> None:
        self._frame = self._sheets = None
        self.update()

    def _pictures(self, frame: MapFrame) -> tuple[QPixmap, QPixmap]:
        """Give the ground and the words of the map, painted once for each window."""
        if self._sheets is None:
            window, ratio = frame.window, self.devicePixelRatioF()
            width, height = (math.ceil(side * ratio) for side in (window.width, window.height))
            self._sheets = (QPixmap(width, height), QPixmap(width, height))
            self._sheets[1].fill(Qt.GlobalColor.transparent)
            for sheet, paint in zip(self._sheets, (paint_ground, paint_words), strict=True):
                sheet.setDevicePixelRatio(ratio)
                painter = QPainter(sheet)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint(painter, frame, self.theme)
                painter.end()
        return self._sheets

    def _below(self, point: QPointF) -> QPointF:
        """Give a point as measured from below the legend."""
        return point - QPointF(0, self.legend_top)

    def _area(self, iso3: str) -> MapArea | None:
        areas = self.chart.areas if self.chart else ()
        return next((area for area in areas if iso3 and area.iso3 == iso3), None)

    def _doings(self, *, is_back: bool) -> dict[Qt.Key, Callable[[], object]]:
        key = Qt.Key
        zooms = dict.fromkeys((key.Key_Plus, key.Key_Equal), _STEP)
        zooms |= dict.fromkeys((key.Key_Minus, key.Key_Underscore), 1 / _STEP)
        return {
            **{each: partial(self.zoom, by) for each, by in zooms.items()},
            key.Key_Home: self.show_all,
            key.Key_0: self.show_all,
            key.Key_Left: partial(self.pan, -_PAN, 0.0),
            key.Key_Right: partial(self.pan, _PAN, 0.0),
            key.Key_Up: partial(self.pan, 0.0, _PAN),
            key.Key_Down: partial(self.pan, 0.0, -_PAN),
            key.Key_Space: partial(self._step, -1 if is_back else 1),
            key.Key_Return: self._open,
            key.Key_Enter: self._open,
            **({key.Key_Escape: partial(self._go_to, "")} if self._iso3 else {}),
        }

    def _step(self, by: int) -> None:
        """Choose the next state that the map tells of, the compared first."""
        areas = self.chart.areas if self.chart else ()
        told = sorted(
            (area for area in areas if area.is_known),
            key=lambda area: (not area.is_compared, area.label),
        )
        codes = [area.iso3 for area in told]
        if codes:
            at = codes.index(self._iso3) + by if self._iso3 in codes else min(by, 0)
            self.choose(codes[at % len(codes)])
            self.chosen.emit(self._iso3)

    def _open(self) -> None:
        if self._iso3:
            self.opened.emit(self._iso3)

    def _go_to(self, iso3: str) -> None:
        self.choose(iso3)
        self.chosen.emit(self._iso3)

    def _point(self, area: MapArea | None, place: QPoint) -> None:
        if area is self._pointed:
            return
        self._pointed = area
        QToolTip.showText(place, self.tip(area) if area else "", self)
        self.update()

    def tip(self, area: MapArea) -> str:
        """Give what a state tells under the pointer, as markup with all texts escaped."""
        lines = "<br>".join(
            f"{html.escape(heading)}: {html.escape(words)}" for heading, words in area.facts
        )
        return f"<p style='width: 300px'><b>{html.escape(area.label)}</b><br>{lines}</p>"

    def _describe(self) -> None:
        """Let a screen reader say the state chosen, or what the map is and how to go about it."""
        if self.chart is not None:
            area = self.area
            told = area.description if area else f"{self.chart.caption.description} {_KEYS}"
            self.setAccessibleDescription(told)
