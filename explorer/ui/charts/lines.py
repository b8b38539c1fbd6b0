"""Lines over years, drawn with pyqtgraph: slow to import, so imported after the first paint."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy

from explorer.pages.charts import Line, LineChart
from explorer.style import Theme, country_colour, country_ink, country_marker
from explorer.ui.charts.figures import number, spread, steps, years
from explorer.ui.charts.readout import Readout
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import SMALL, font, width_of
from explorer.ui.widgets.marks import marker_path

HEIGHT = 206
_WIDTH = 1.8
_TICKS = 10
_LABEL_GAP = 13.0
_YEAR_STANDS_OUT = 16
_MANY = 16  # points; a line of more than these wears marks only where they are needed


class YearAxis(pg.AxisItem):
    """An axis of whole years."""

    def tickValues(
        self,
        minVal: float,  # noqa: N803 - pyqtgraph names it
        maxVal: float,  # noqa: N803 - as above
        size: float,
    ) -> list[tuple[float, list[int]]]:
        """Give as many years as there is room for."""
        found = years(minVal, maxVal, int(size // 46))
        return [(1.0, found)]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Write years without thousands."""
        del scale, spacing
        return [str(round(value)) for value in values]


class ValueAxis(pg.AxisItem):
    """An axis of few round values, whose ticks reach across as grid lines."""

    def tickValues(
        self,
        minVal: float,  # noqa: N803 - pyqtgraph names it
        maxVal: float,  # noqa: N803 - as above
        size: float,
    ) -> list[tuple[float, list[float]]]:
        """Give few round values."""
        found = steps(minVal, maxVal, max(2, min(5, int(size // 34))))
        apart = found[1] - found[0] if len(found) > 1 else 1.0
        return [(apart, found)]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Write values with as many decimals as tell them apart."""
        del scale
        decimals = max(0, -math.floor(math.log10(spacing) + 1e-9)) if spacing > 0 else 0
        return [number(float(value), decimals) for value in values]


class EndLabels(pg.AxisItem):
    """The names of the lines at their right ends, kept apart."""

    def __init__(self) -> None:
        """Begin without names."""
        super().__init__("right")
        self._ends: tuple[tuple[str, float, str], ...] = ()
        self._theme: Theme | None = None

    def show_ends(self, lines: tuple[Line, ...], theme: Theme) -> None:
        """Name the lines that have a value, each at its last one."""
        self._theme = theme
        newest = max((year for line in lines for year in line.years), default=0)
        self._ends = tuple(
            (_name(line, newest), known[-1], country_ink(line.iso3, theme))
            for line in lines
            if (known := [value for value in line.values if value is not None])
        )
        widths = [width_of(label, font(SMALL, SEMIBOLD)) for label, _, _ in self._ends]
        self.setWidth(max(widths, default=0) + 8)
        self.update()

    def places(self) -> list[tuple[str, float, float]]:
        """Give each visible name, the height of its line's end, and its own height."""
        view = self.linkedView()
        if view is None:
            return []
        low, high = view.viewRange()[1]
        seen = [end for end in self._ends if low <= end[1] <= high]
        ends = [
            self.mapFromScene(view.mapViewToScene(QPointF(0.0, value))).y() for _, value, _ in seen
        ]
        # Not `boundingRect`, which reaches past the plot's edges, where names would be cut.
        area = self.mapRectFromParent(self.geometry())
        moved = spread(ends, _LABEL_GAP, area.top() + 9, area.bottom() - 9)
        return [(end[0], at, to) for end, at, to in zip(seen, ends, moved, strict=True)]

    def paint(self, p: QPainter, opt: object, widget: object) -> None:
        """Paint the names, with a hair from each line's end to a name that had to move."""
        del opt, widget
        if self._theme is None:
            return
        inks = {label: ink for label, _, ink in self._ends}
        p.setFont(font(SMALL, SEMIBOLD))
        for label, end, place in self.places():
            p.setPen(QPen(QColor(inks[label]), 0.8))
            p.drawLine(QPointF(0.0, end), QPointF(4.0, place))
            room = QRectF(7.0, place - 8, self.boundingRect().width(), 16)
            p.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)


def _name(line: Line, newest: int) -> str:
    """Name a line at the right edge; one that ends before the others says when."""
    last = max(y for y, value in zip(line.years, line.values, strict=True) if value is not None)
    return line.label if last == newest else f"{line.label}, to {last}"


class LinePlot(pg.PlotWidget):
    """Draws a `LineChart`: Ctrl and the wheel zoom, dragging pans, the pointer reads values."""

    zoomed = Signal(bool)
    # Here, since pyqtgraph's own constructor already resizes.
    _chart: LineChart | None = None
    _year: int | None = None
    _curves: Sequence[Any] = ()

    def __init__(self, theme: Theme) -> None:
        """Begin without a chart."""
        self._axis_years, self._axis_values = YearAxis("bottom"), ValueAxis("left")
        self._names = EndLabels()
        super().__init__(
            axisItems={
                "bottom": self._axis_years,
                "left": self._axis_values,
                "right": self._names,
            },
            enableMenu=False,
        )
        self._theme = theme
        self._readout = Readout(self, theme)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self._plot: Any = self.getPlotItem()
        self._view: Any = self._plot.getViewBox()
        self._view.setMouseEnabled(x=True, y=False)  # a reader zooms in on years, not on values
        plot = self._plot
        plot.hideButtons()
        plot.showAxis("right")
        plot.layout.setContentsMargins(0, 6, 0, 0)
        self._view.sigRangeChangedManually.connect(lambda *_: self.zoomed.emit(True))
        self._crosshair = pg.InfiniteLine(angle=90, movable=False)
        scene: Any = self.scene()
        scene.sigMouseMoved.connect(self._point_at)

    def show_chart(self, chart: LineChart, theme: Theme) -> None:
        """Draw a chart in the colours of a theme."""
        self._chart, self._theme, self._year = chart, theme, None
        self._readout.hide()
        self.setBackground(theme.card)
        plot = self._plot
        plot.clear()
        for axis in (self._axis_years, self._axis_values):
            axis.setStyle(tickFont=font(_TICKS), tickLength=0, tickTextOffset=4)
            axis.setTextPen(theme.mute)
            axis.setPen(theme.grid)
        # The first and last years may stand out past the ends of the axis: there is room.
        self._axis_years.setStyle(hideOverlappingLabels=_YEAR_STANDS_OUT)
        self._axis_values.setGrid(255)
        self._axis_years.setPen(theme.track)
        self._crosshair.setPen(pg.mkPen(theme.faint, width=1))
        self._curves = [_curve(line) for line in chart.lines]
        self.sharpen(self.devicePixelRatioF())
        for curve, line in zip(self._curves, chart.lines, strict=True):
            plot.addItem(curve)
            hollow = chart.hollow_places(line)
            plot.addItem(_marks(line, theme, hollow))
            if hollow:
                plot.addItem(_hollow_marks(line, theme, hollow))
        self._names.show_ends(chart.lines, theme)
        plot.addItem(self._crosshair, ignoreBounds=True)
        self._crosshair.hide()
        self.setAccessibleName(chart.caption.title)
        self.setAccessibleDescription(chart.caption.description)
        self.reset()

    def sharpen(self, ratio: float) -> None:
        """Draw lines for a device of `ratio` pixels for one: pyqtgraph counts in its pixels."""
        for curve, line in zip(
            self._curves, self._chart.lines if self._chart else (), strict=True
        ):
            colour = country_colour(line.iso3, self._theme)
            curve.setPen(pg.mkPen(colour, width=_WIDTH * ratio))

    def reset(self) -> None:
        """Show all years and all values again."""
        if self._chart is None:
            return
        (first, last), (low, high) = extent(self._chart)
        plot = self._plot
        side = 0.03 * max(last - first, 1)
        bounds = (first - side, last + side)
        plot.setLimits(xMin=bounds[0], xMax=bounds[1], yMin=low, yMax=high, minXRange=2.0)
        plot.setRange(xRange=bounds, yRange=(low, high), padding=0, disableAutoRange=True)
        self.zoomed.emit(False)

    def point_at_year(self, year: int | None) -> None:
        """Put the crosshair on a year and show its values; `None` takes it away."""
        self._year = year
        if self._chart is None or year is None:
            self._crosshair.hide()
            self._readout.hide()
            return
        self._crosshair.setPos(year)
        self._crosshair.show()
        view = self._view
        at = self.mapFromScene(view.mapViewToScene(QPointF(float(year), 0.0))).x()
        area = self.mapFromScene(view.sceneBoundingRect()).boundingRect()
        self._readout.show_year(self._chart, year, self._theme)
        self._readout.stand_beside(at, area)

    def _point_at(self, place: QPointF) -> None:
        view = self._view
        known = _years(self._chart)
        if not known or not view.sceneBoundingRect().contains(place):
            self.point_at_year(None)
            return
        wanted = view.mapSceneToView(place).x()
        self.point_at_year(min(known, key=lambda year: abs(year - wanted)))

    def keyPressEvent(self, ev: QKeyEvent) -> None:
        """Move the crosshair with the arrows; zoom with + and −, reset with 0; Esc clears."""
        known = _years(self._chart)
        key = ev.key()
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and known:
            step = 1 if key == Qt.Key.Key_Right else -1
            at = known.index(self._year) + step if self._year in known else len(known) - 1
            self.point_at_year(known[min(max(at, 0), len(known) - 1)])
        elif key == Qt.Key.Key_Escape and self._year is not None:
            self.point_at_year(None)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Equal}:
            factor = 1.25 if key == Qt.Key.Key_Minus else 0.8
            self._view.scaleBy((factor, 1.0))
            self.zoomed.emit(True)
        elif key == Qt.Key.Key_0:
            self.reset()
        else:
            ev.ignore()

    def wheelEvent(self, ev: QWheelEvent) -> None:
        """Zoom only while Ctrl is held: without it the wheel scrolls the panel."""
        if ev.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(ev)
        else:
            ev.ignore()

    def paintEvent(self, ev: QPaintEvent) -> None:
        """Draw the chart, and a ring round it while the keys are on it."""
        super().paintEvent(ev)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.accent), 1.0))
            ring = QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(ring, 3, 3)
            painter.end()

    def focusInEvent(self, ev: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(ev)
        self.viewport().update()

    def focusOutEvent(self, ev: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(ev)
        self.viewport().update()

    def leaveEvent(self, ev: QEvent) -> None:
        """Take the readout away with the pointer."""
        self.point_at_year(None)
        super().leaveEvent(ev)

    def resizeEvent(self, ev: QResizeEvent) -> None:
        """Let the readout go: it stood where the year was before."""
        super().resizeEvent(ev)
        if self._chart is not None and self._year is not None:
            self.point_at_year(None)


def _years(chart: LineChart | None) -> list[int]:
    """Give all years of a chart in order."""
    if chart is None:
        return []
    return sorted({year for line in chart.lines for year in line.years})


def extent(chart: LineChart) -> tuple[tuple[float, float], tuple[float, float]]:
    """Give the first and last year, and the least and greatest value with a little room."""
    known = _years(chart) or [0]
    values = [value for line in chart.lines for value in line.values if value is not None]
    low, high = min(values, default=0.0), max(values, default=1.0)
    if chart.from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high == low:
        low, high = low - 1.0, high + 1.0
    room = 0.07 * (high - low)
    is_floor = chart.from_zero and low == 0.0
    return (float(known[0]), float(known[-1])), (0.0 if is_floor else low - room, high + room)


def marked(values: tuple[float | None, ...]) -> list[int]:
    """Give the positions that wear a mark: all of few; of many, the last and the lone ones."""
    known = [at for at, value in enumerate(values) if value is not None]
    if len(known) <= _MANY:
        return known
    found = set(known)
    alone = {at for at in known if at - 1 not in found and at + 1 not in found}
    return sorted(alone | {known[-1]})


def _curve(line: Line) -> Any:  # noqa: ANN401 - pyqtgraph has no types
    """Make the curve of a line, broken at its gaps."""
    xs = np.array(line.years, dtype=float)
    return pg.PlotCurveItem(xs, _values(line), connect="finite", antialias=True)


def _marks(line: Line, theme: Theme, hollow: Sequence[int]) -> Any:  # noqa: ANN401 - as above
    """Make the marks of a line, each painted anew so that it is sharp at any scale."""
    at = [place for place in marked(line.values) if place not in hollow]
    return pg.ScatterPlotItem(
        np.array(line.years, dtype=float)[at],
        _values(line)[at],
        symbol=marker_path(country_marker(line.iso3), QPointF(0.0, 0.0), 0.5),
        size=7,
        pen=pg.mkPen(theme.card, width=0.8),
        brush=pg.mkBrush(country_colour(line.iso3, theme)),
        antialias=True,
        useCache=False,
    )


def _hollow_marks(line: Line, theme: Theme, hollow: Sequence[int]) -> Any:  # noqa: ANN401 - as above
    """Make the marks of values to be taken with care: outlines on the colour of the card."""
    at = list(hollow)
    return pg.ScatterPlotItem(
        np.array(line.years, dtype=float)[at],
        _values(line)[at],
        symbol=marker_path(country_marker(line.iso3), QPointF(0.0, 0.0), 0.5),
        size=6,
        pen=pg.mkPen(country_colour(line.iso3, theme), width=1.2),
        brush=pg.mkBrush(theme.card),
        antialias=True,
        useCache=False,
    )


def _values(line: Line) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array([math.nan if value is None else value for value in line.values], dtype=float)
