"""What the marks in the grid and the fills of the rungs mean."""

from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.pages.whiskers import Whisker
from explorer.style import Theme, rung_colours
from explorer.ui.theme import SMALL_PX, ThemeKeeper, font
from explorer.ui.widgets.ladder_bar import FADED, paint_whiskers
from explorer.ui.widgets.rating_scale import paint_own
from explorer.ui.widgets.text_lines import text_width, write

_LINE = 19
_MARK = 21
_SPACE = 13
_RUNG_PX = 11
_RUNG_MARK = 13
_RUNG_SPACE = 11
_SIGNS = {"differ": "↔", "level": "≈", "nought": "0"}
_MARKS = (
    ("dot", "rating, 0 to 4"),
    ("band", "range"),
    ("rater", "one rater"),
    ("tick", "baseline"),
    ("pull", "pulls closer"),
    ("hold", "holds back"),
    ("level", "within ranges"),
    ("differ", "raters differ"),
)


def rungs_width(rungs: tuple[str, ...]) -> int:
    """Give the width, in pixels, of the line that names the rungs."""
    words = sum(ceil(text_width(rung, _RUNG_PX)) for rung in rungs)
    return words + len(rungs) * (_RUNG_MARK + _RUNG_SPACE) - _RUNG_SPACE


def paint_rungs(painter: QPainter, rect: QRect, rungs: tuple[str, ...], theme: Theme) -> None:
    """Name the rungs of the ladder from the left of `rect`, lowest first, each by its fill."""
    fills = rung_colours(theme)
    x, y = rect.left(), rect.center().y() + 0.5
    for number, rung in enumerate(rungs):
        painter.setBrush(QColor(fills[number % len(fills)]))
        painter.setPen(QPen(QColor(theme.faint), 0.6))
        painter.drawRoundedRect(QRectF(x + 0.5, y - 4.5, 9, 9), 2.5, 2.5)
        words = QRect(x + _RUNG_MARK, rect.top(), rect.right() - x, rect.height())
        write(painter, words, rung, theme.mute, _RUNG_PX)
        x += _RUNG_MARK + ceil(text_width(rung, _RUNG_PX)) + _RUNG_SPACE


class Legend(QWidget):
    """Says what dot, band, ticks and arrows stand for; it wraps where it is narrow."""

    def __init__(self, themes: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Show the marks of the comparison."""
        super().__init__(parent)
        self._themes = themes
        self._marks = _MARKS
        self.setAccessibleName("Legend")
        self._describe()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def show_key(self, more: tuple[tuple[str, str], ...]) -> None:
        """Say what further marks mean: `whisker`, `before`, the thin bar, or `own`."""
        if self._marks != (*_MARKS, *more):
            self._marks = (*_MARKS, *more)
            self._describe()
            self._fit()

    def _describe(self) -> None:
        self.setAccessibleDescription("; ".join(words for _, words in self._marks))

    def sizeHint(self) -> QSize:
        """Give the room the items take at the present width."""
        return QSize(300, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each mark with its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (kind, words), place in zip(self._marks, self._places(), strict=True):
            self._paint_mark(painter, kind, place)
            write(
                painter,
                place.adjusted(_MARK - 2, 0, 0, 0),
                words,
                self._themes.theme.mute,
                SMALL_PX,
            )
        painter.end()

    def _places(self) -> list[QRect]:
        places: list[QRect] = []
        x = y = 0
        for _, words in self._marks:
            width = _MARK + ceil(text_width(words, SMALL_PX)) + _SPACE
            if x and x + width - _SPACE > self.width():
                x, y = 0, y + _LINE
            places.append(QRect(x, y, width, _LINE))
            x += width
        return places

    def _height(self) -> int:
        return self._places()[-1].bottom() + 1

    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())
        self.update()

    def _paint_mark(self, painter: QPainter, kind: str, place: QRect) -> None:
        theme = self._themes.theme
        x, y = place.left(), place.center().y() + 0.5
        painter.setPen(Qt.PenStyle.NoPen)
        if kind == "dot":
            painter.setBrush(QColor(theme.mute))
            painter.drawEllipse(QPointF(x + 6, y), 4.5, 4.5)
        elif kind == "band":
            painter.setBrush(QColor(theme.track))
            painter.drawRoundedRect(QRectF(x - 1, y - 4, 14, 8), 4, 4)
        elif kind in {"rater", "tick"}:
            small = kind == "rater"
            painter.setPen(QPen(QColor(theme.ink if small else theme.mute), 1 if small else 2))
            half = 2.5 if small else 7
            painter.drawLine(QPointF(x + 7, y - half), QPointF(x + 7, y + half))
        elif kind == "whisker":
            bar = QRectF(x - 2, y - 12, 16, 8)
            whisker = Whisker(1, 0.5, 0.0, 1.0, 0)
            paint_whiskers(painter, bar, bar.bottom(), (whisker,), theme)
        elif kind == "own":
            paint_own(painter, QPointF(x + 6, y + 5), theme)
        elif kind == "before":
            for rung, fill in enumerate(rung_colours(theme)[1:4]):
                faded = QColor(fill)
                faded.setAlphaF(FADED)
                painter.fillRect(QRectF(x - 1 + 5 * rung, y - 3, 5, 6), faded)
        else:
            self._paint_difference(painter, kind, x, y)

    def _paint_difference(self, painter: QPainter, kind: str, x: float, y: float) -> None:
        theme = self._themes.theme
        if kind in _SIGNS:
            sign = _SIGNS[kind]
            painter.setPen(QColor(theme.mute))
            painter.setFont(font(SMALL_PX))
            painter.drawText(QRectF(x, y - 9, 16, 18), Qt.AlignmentFlag.AlignVCenter, sign)
            return
        painter.setBrush(QColor(theme.pull if kind == "pull" else theme.hold))
        tip = -3.5 if kind == "pull" else 3.5
        corners = ((x + 2, y - tip), (x + 10, y - tip), (x + 6, y + tip))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
