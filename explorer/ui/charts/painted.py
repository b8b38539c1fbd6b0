"""What all charts painted by hand have in common: a chart, a theme, a height, and a painter."""

from typing import Generic, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.pages.charts import Chart
from explorer.style import Theme

C = TypeVar("C", bound=Chart)

LEAST_WIDTH = 280
"""The width a painted chart asks for, in pixels; it takes any that it is given."""


class PaintedPlot(QWidget, Generic[C]):
    """A widget that draws one kind of chart; a kind says how high it is and paints it.

    It fills the width it is given and is as high as its chart needs. Title and description of the
    chart are what a screen reader says of it.
    """

    def __init__(self, theme: Theme) -> None:
        """Begin without a chart."""
        super().__init__()
        self._theme = theme
        self._chart: C | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def chart(self) -> C | None:
        """Give the chart shown."""
        return self._chart

    @property
    def theme(self) -> Theme:
        """Give the theme it is painted in."""
        return self._theme

    def show_chart(self, chart: C, theme: Theme) -> None:
        """Draw a chart in the colours of a theme."""
        self._chart, self._theme = chart, theme
        self.setAccessibleName(chart.caption.title)
        self.setAccessibleDescription(chart.caption.description)
        self.setFixedHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    def height_for(self, chart: C) -> int:
        """Give the height that a chart needs at the present width, in pixels.

        Raises:
            NotImplementedError: if a kind of chart does not say it.
        """
        raise NotImplementedError

    def paint(self, painter: QPainter, chart: C) -> None:
        """Paint a chart into the widget's rectangle.

        Raises:
            NotImplementedError: if a kind of chart does not say how.
        """
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """Ask for the height of the chart."""
        return QSize(LEAST_WIDTH, self.height_for(self._chart) if self._chart else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the chart needs at the new width."""
        super().resizeEvent(event)
        height = self.sizeHint().height()
        if self._chart is not None and height != self.height():
            self.setFixedHeight(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chart, with smooth edges."""
        del event
        if self._chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            self.paint(painter, self._chart)
        finally:
            painter.end()
