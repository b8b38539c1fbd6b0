"""A chart with all that goes with it: unit, drawing, source, caveat, and the actions on it."""

import html
from typing import assert_never

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.pages.charts import (
    BalanceChart,
    BarChart,
    CalibrationChart,
    Caption,
    Chart,
    EstimateChart,
    FitChart,
    LadderChart,
    LineChart,
    MapChart,
    RangeChart,
    StanceChart,
    StandChart,
    TimelineChart,
    TornadoChart,
)
from explorer.pages.tables import as_tsv
from explorer.style import Theme
from explorer.ui.charts.balances import BalancePlot
from explorer.ui.charts.bars import BarPlot
from explorer.ui.charts.calibrations import CalibrationPlot
from explorer.ui.charts.estimates import EstimatePlot
from explorer.ui.charts.fits import FitPlot
from explorer.ui.charts.ladders import LadderPlot
from explorer.ui.charts.maps import MapPlot
from explorer.ui.charts.origin import ChartOrigin
from explorer.ui.charts.painted import C, PaintedPlot
from explorer.ui.charts.picture import SHARPNESS, picture_of
from explorer.ui.charts.ranges import RangePlot
from explorer.ui.charts.stances import StancePlot
from explorer.ui.charts.stands import StandPlot
from explorer.ui.charts.table_window import TableWindow
from explorer.ui.charts.timelines import TimelinePlot
from explorer.ui.charts.tornado import TornadoPlot
from explorer.ui.widgets.caution_badge import CautionLines
from explorer.ui.widgets.lettering import set_ink
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.rival_lines import RivalLines
from explorer.ui.widgets.text import aside

_ACTIONS = (
    ("Copy image", "Copy the chart as an image, with its source"),
    ("Copy table", "Copy the values for a spreadsheet"),
    ("PNG…", "Save the chart as a picture in a file"),
    ("SVG…", "Save the chart as a drawing that stays sharp at any size"),
    ("Table", "Show the values as a table"),
)


class ChartView(QWidget):
    """Shows any chart. `save_wanted` carries `png` or `svg` when the user wants it in a file.

    pyqtgraph is imported when the first chart with lines is shown, and not before.
    """

    save_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin without a chart."""
        super().__init__()
        self._theme = theme
        self._chart: Chart | None = None
        self._canvas: QWidget | None = None
        self._painted: dict[type[QWidget], QWidget] = {}
        self._lines: QWidget | None = None
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(2)
        self._unit, self._missing, self._source, self._caveat = (
            aside("", theme) for _ in range(4)
        )
        self._caveat_button = LinkButton("△ Limits of these figures", theme)
        self._caveat_button.setCheckable(True)
        self._caveat_button.toggled.connect(self._caveat.setVisible)
        self.reset_button = LinkButton("Reset zoom", theme)
        self.reset_button.clicked.connect(self.reset)
        self.buttons: dict[str, LinkButton] = {}
        self._origin = ChartOrigin(theme)
        head = QHBoxLayout()
        head.addWidget(self._unit, 1)
        head.addWidget(self._origin)
        head.addWidget(self.reset_button)
        self._room.addLayout(head)
        self._compared, self._rivals = CautionLines(theme), RivalLines(theme)
        for part in (
            self._missing,
            self._compared,
            self._source,
            self._caveat_button,
            self._caveat,
        ):
            self._room.addWidget(part)
        self._room.addLayout(self._make_actions(theme))
        self._room.addWidget(self._rivals)
        self.reset_button.hide()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    @property
    def chart(self) -> Chart | None:
        """Give the chart shown."""
        return self._chart

    @property
    def canvas(self) -> QWidget | None:
        """Give the widget that draws the chart shown."""
        return self._canvas

    def show_chart(self, chart: Chart) -> None:
        """Show a chart."""
        self._chart = chart
        self._put(self._draw(chart))
        caption = chart.caption
        self._unit.setText(caption.unit)
        self._missing.setText(caption.missing)
        self._missing.setVisible(bool(caption.missing))
        self._compared.say(caption.compared, caption.cautions, caption.checked)
        self._rivals.show_groups(caption.rivals)
        self._origin.show_chart(chart)
        self._source.setText(caption.source)
        self._source.setVisible(bool(caption.source))
        self._caveat.setText(caption.limits)
        self._caveat_button.setVisible(bool(caption.limits))
        self._caveat_button.setAccessibleDescription(caption.limits)
        self._caveat_button.setToolTip(f"<p>{html.escape(caption.limits)}</p>")
        self._caveat.setVisible(bool(caption.limits) and self._caveat_button.isChecked())
        self.setAccessibleName(caption.title)
        self.setAccessibleDescription(caption.description)
        self.reset_button.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        for label in (self._unit, self._missing, self._source, self._caveat):
            set_ink(label, theme.mute)
        for button in (self._caveat_button, self.reset_button, *self.buttons.values()):
            button.set_theme(theme)
        for part in (self._compared, self._rivals, self._origin):
            part.set_theme(theme)
        if self._chart is not None:
            self.show_chart(self._chart)

    def reset(self) -> None:
        """Show the whole chart again after zooming or panning."""
        if self._chart is not None:
            self._put(self._draw(self._chart))
        self.reset_button.hide()

    def copy_image(self) -> None:
        """Put the chart on the clipboard: as an image, and for text fields its table."""
        if self._chart is None or self._canvas is None:
            return
        caption = self._chart.caption
        data = QMimeData()
        data.setImageData(self._picture(self._canvas, caption))
        lines = (caption.title, caption.unit, as_tsv(caption.table), caption.source)
        data.setText("\n".join(line for line in lines if line))
        QGuiApplication.clipboard().setMimeData(data)

    def _picture(self, canvas: QWidget, caption: Caption) -> QImage:
        if not isinstance(self._chart, LineChart):
            return picture_of(canvas, caption, self._theme)
        from explorer.ui.charts.lines import LinePlot

        if isinstance(canvas, LinePlot):
            canvas.point_at_year(None)
            canvas.sharpen(SHARPNESS)
        image = picture_of(canvas, caption, self._theme)
        if isinstance(canvas, LinePlot):
            canvas.sharpen(canvas.devicePixelRatioF())
        return image

    def copy_table(self) -> None:
        """Put the values on the clipboard, as a spreadsheet wants them."""
        if self._chart is not None:
            QGuiApplication.clipboard().setText(as_tsv(self._chart.caption.table))

    def show_table(self) -> None:
        """Open the table behind the chart."""
        if self._chart is not None:
            TableWindow(self._chart.caption, self._theme, self).open()

    def _make_actions(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        does = (
            self.copy_image,
            self.copy_table,
            lambda: self.save_wanted.emit("png"),
            lambda: self.save_wanted.emit("svg"),
            self.show_table,
        )
        for (words, hint), do in zip(_ACTIONS, does, strict=True):
            button = LinkButton(words, theme)
            button.setToolTip(hint)
            button.setAccessibleDescription(hint)
            button.clicked.connect(do)
            row.addWidget(button)
            self.buttons[words] = button
            action = QAction(words, self)
            action.triggered.connect(do)
            self.addAction(action)
        row.addStretch(1)
        return row

    def _draw(self, chart: Chart) -> QWidget:  # noqa: C901, PLR0912 - a case a kind
        """Draw a chart on the canvas of its kind, made at first need."""
        match chart:
            case LineChart():
                canvas = self._draw_lines(chart)
            case BarChart():
                canvas = self._paint(BarPlot, chart)
            case RangeChart():
                canvas = self._paint(RangePlot, chart)
            case LadderChart():
                canvas = self._paint(LadderPlot, chart)
            case EstimateChart():
                return self._paint(EstimatePlot, chart)
            case TornadoChart():
                canvas = self._paint(TornadoPlot, chart)
            case StandChart():
                canvas = self._paint(StandPlot, chart)
            case FitChart():
                canvas = self._paint(FitPlot, chart)
            case BalanceChart():
                canvas = self._paint(BalancePlot, chart)
            case CalibrationChart():
                canvas = self._paint(CalibrationPlot, chart)
            case TimelineChart():
                canvas = self._paint(TimelinePlot, chart)
            case StanceChart():
                canvas = self._paint(StancePlot, chart)
            case MapChart():
                canvas = self._paint(MapPlot, chart)
            case _:
                assert_never(chart)
        return canvas

    def _draw_lines(self, chart: LineChart) -> QWidget:
        from explorer.ui.charts.lines import LinePlot

        lines = self._lines
        if not isinstance(lines, LinePlot):
            lines = LinePlot(self._theme)
            lines.zoomed.connect(self.reset_button.setVisible)
            self._lines = lines
        lines.show_chart(chart, self._theme)
        return lines

    def _paint(self, kind: type[PaintedPlot[C]], chart: C) -> QWidget:
        """Show a chart on the canvas of a painted kind, made at first need."""
        canvas = self._painted.get(kind)
        if not isinstance(canvas, kind):
            canvas = self._painted[kind] = kind(self._theme)
        canvas.show_chart(chart, self._theme)
        return canvas

    def _put(self, canvas: QWidget) -> None:
        """Put a canvas in its place."""
        if canvas is self._canvas:
            return
        if self._canvas is not None:
            self._canvas.hide()
        if self._room.indexOf(canvas) < 0:
            self._room.insertWidget(1, canvas)
        canvas.show()
        self._canvas = canvas
