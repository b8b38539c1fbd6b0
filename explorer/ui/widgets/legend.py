"""The line under the grid that says what its marks mean; it wraps where it is narrow."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.style import rung_colours
from explorer.ui.theme import SMALL_PX, ThemeKeeper, font
from explorer.ui.widgets.text_lines import text_width

_LINE = 19
_MARK = 20
_SPACE = 14
_MARKS = (
    ("dot", "rating, 0 to 4"),
    ("band", "range"),
    ("rater", "one rater"),
    ("tick", "baseline"),
    ("pull", "pulls closer"),
    ("hold", "holds back"),
    ("level", "within ranges"),
    ("differ", "raters differ"),
    ("key", "“2.3 · moderate · 6”: rating, confidence, number of evidence items"),
)


class Legend(QWidget):
    """Says what dot, band, ticks, arrows and the rungs' fills stand for."""

    def __init__(self, themes: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin without rungs."""
        super().__init__(parent)
        self._themes = themes
        self._items: tuple[tuple[str, str], ...] = _MARKS
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def show_rungs(self, rungs: tuple[str, ...]) -> None:
        """Name the rungs of the ladder, lowest first."""
        fills = tuple((f"rung {number}", rung) for number, rung in enumerate(rungs))
        self._items = (*fills, *_MARKS)
        self.setAccessibleName("Legend")
        self.setAccessibleDescription("; ".join(words for _, words in self._items))
        self._fit()

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
        for (kind, words), place in zip(self._items, self._places(), strict=True):
            self._paint_mark(painter, kind, place)
            painter.setPen(QColor(self._themes.theme.mute))
            painter.setFont(font(SMALL_PX))
            room = place.adjusted(0 if kind == "key" else _MARK - 2, 0, 0, 0)
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, align, words)
        painter.end()

    def _places(self) -> list[QRect]:
        places: list[QRect] = []
        x = y = 0
        for kind, words in self._items:
            width = _MARK + int(text_width(words, SMALL_PX)) + _SPACE
            starts_marks = kind == _MARKS[0][0] and x > 0
            if x and (x + width - _SPACE > self.width() or starts_marks):
                x, y = 0, y + _LINE
            places.append(QRect(x, y, width, _LINE))
            x += width
        return places

    def _height(self) -> int:
        places = self._places()
        return places[-1].bottom() + 1 if places else 0

    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())
        self.update()

    def _paint_mark(self, painter: QPainter, kind: str, place: QRect) -> None:
        theme = self._themes.theme
        x, y = place.left(), place.center().y() + 0.5
        painter.setPen(Qt.PenStyle.NoPen)
        if kind == "key":
            return
        if kind.startswith("rung"):
            fills = rung_colours(theme)
            painter.setBrush(QColor(fills[int(kind.split()[1]) % len(fills)]))
            painter.setPen(QPen(QColor(theme.faint), 0.6))
            painter.drawRoundedRect(QRectF(x + 1, y - 5, 10, 10), 3, 3)
        elif kind == "dot":
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
        else:
            self._paint_difference(painter, kind, x, y)

    def _paint_difference(self, painter: QPainter, kind: str, x: float, y: float) -> None:
        theme = self._themes.theme
        if kind in {"differ", "level"}:
            sign = "↔" if kind == "differ" else "≈"
            painter.setPen(QColor(theme.mute))
            painter.setFont(font(SMALL_PX))
            painter.drawText(QRectF(x, y - 9, 16, 18), Qt.AlignmentFlag.AlignVCenter, sign)
            return
        painter.setBrush(QColor(theme.pull if kind == "pull" else theme.hold))
        tip = -3.5 if kind == "pull" else 3.5
        corners = ((x + 2, y - tip), (x + 10, y - tip), (x + 6, y + tip))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
