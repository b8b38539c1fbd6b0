"""The 0 to 4 scale: as a bar with a rating on it, and as the five written points."""

import html

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolTip, QWidget

from explorer.pages.detail import ScaleBlock, ScaleMark
from explorer.pages.rating_marks import RatingMark
from explorer.style import Theme
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import CLOSE, font
from explorer.ui.widgets.marks import NO_PEN, paint_mark
from explorer.ui.widgets.rating_scale import SCALE_HEIGHT, paint_scale
from explorer.ui.widgets.text import Text, fixed

_TOP = 4.0


class RatingBar(QWidget):
    """A rating on the scale, painted as in the grid."""

    def __init__(self, iso3: str, mark: RatingMark, theme: Theme, words: str) -> None:
        """Show a rating; `words` says it for screen readers and in the tooltip."""
        super().__init__()
        self._iso3 = iso3
        self._mark = mark
        self._theme = theme
        self.setAccessibleName(words)
        self.setToolTip(f"<p>{html.escape(words)}</p>")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for a low bar."""
        return QSize(150, SCALE_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rating as the grid paints it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_scale(painter, QRectF(self.rect()), self._mark, self._iso3, self._theme)
        painter.end()


class ScalePoints(QWidget):
    """The five written points, 4 at the top, with the countries' marks at their height."""

    def __init__(self, block: ScaleBlock, theme: Theme) -> None:
        """Show the points and marks."""
        super().__init__()
        self._theme = theme
        self._marks = block.marks
        self._lanes = _lanes(block.marks)
        self._gutter = 12 + 13 * (1 + max(self._lanes, default=0))
        self._rows: list[Text] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(self._gutter, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for row, (number, words) in enumerate(reversed(tuple(enumerate(block.points)))):
            label = Text(words, font(CLOSE), theme.ink)
            grid.addWidget(fixed(Text(str(number), font(CLOSE, SEMIBOLD), theme.mute), 9), row, 0)
            grid.addWidget(label, row, 1)
            self._rows.append(label)
        grid.setColumnStretch(1, 1)
        stand = "; ".join(f"{mark.name} {mark.value:.1f}" for mark in block.marks)
        self.setAccessibleName(f"Scale points 0 to 4. {stand}".strip())

    def place(self, index: int) -> QPointF:
        """Give where a country's mark stands, in this widget's own pixels."""
        lane = self._lanes[index]
        return QPointF(8 + 13 * lane, self._height_of(self._marks[index].value))

    def _height_of(self, value: float) -> float:
        """Give the height of a value: between the middles of the two rows around it."""
        middles = [row.geometry().top() + row.fontMetrics().height() / 2 for row in self._rows]
        middles.reverse()  # by rising value
        value = min(max(value, 0.0), _TOP)
        below = min(int(value), len(middles) - 2)
        share = value - below
        return middles[below] * (1 - share) + middles[below + 1] * share

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track and the marks."""
        del event
        if not self._marks or len(self._rows) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(NO_PEN)
        painter.setBrush(QColor(self._theme.track))
        right = self._gutter - 3.0
        top, bottom = self._height_of(_TOP), self._height_of(0)
        painter.drawRect(QRectF(right - 1, top, 1.5, bottom - top))
        for point in range(5):
            painter.drawRect(QRectF(right - 4, self._height_of(point) - 0.5, 4, 1))
        for index, mark in enumerate(self._marks):
            paint_mark(painter, mark.iso3, self._theme, self.place(index), 5.0)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Name the country whose mark is under the pointer."""
        if isinstance(event, QHelpEvent):
            for index, mark in enumerate(self._marks):
                if (QPointF(event.pos()) - self.place(index)).manhattanLength() < 10:
                    words = html.escape(f"{mark.name}: {mark.value:.1f} of 4")
                    QToolTip.showText(event.globalPos(), words, self)
                    return True
        return super().event(event)


def _lanes(marks: tuple[ScaleMark, ...]) -> tuple[int, ...]:
    """Put marks that would touch side by side: each in the first lane free at its value."""
    taken: list[list[float]] = []
    lanes: list[int] = []
    for mark in marks:
        for lane, values in enumerate(taken):
            if all(abs(mark.value - value) > 0.45 for value in values):
                values.append(mark.value)
                lanes.append(lane)
                break
        else:
            taken.append([mark.value])
            lanes.append(len(taken) - 1)
    return tuple(lanes)
