"""The states to choose from: a country's mark and name each, of which one is chosen."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from explorer.style import Theme, country_ink
from explorer.ui.theme import REGULAR, SEMIBOLD, font
from explorer.ui.widgets.lettering import CLOSE
from explorer.ui.widgets.marks import paint_mark
from explorer.ui.widgets.segments import Segment, Segments
from explorer.ui.widgets.text_lines import write

_MARK = 16


class StateSegment(Segment):
    """A country to choose: its mark in its colour, and its name."""

    def wanted(self, *, is_short: bool) -> int:
        """Give the width of mark and words."""
        return super().wanted(is_short=is_short) + _MARK - 6

    def paintEvent(self, e: QPaintEvent) -> None:
        """Paint the ground of what is chosen, the mark, and the name in the country's ink."""
        del e
        theme, is_on = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if is_on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.tint if is_on else theme.section))
            painter.drawRoundedRect(room, 5, 5)
        paint_mark(painter, self.key, theme, QPointF(15, self.height() / 2), 4.5)
        ink = country_ink(self.key, theme) if is_on else theme.ink
        weight = SEMIBOLD if is_on else REGULAR
        painter.setFont(font(CLOSE, weight))
        write(painter, self.rect().adjusted(25, 0, -6, 0), self.text(), ink, CLOSE, weight)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room, 5, 5)
        painter.end()


class StateSegments(Segments):
    """Countries side by side; `chosen` carries the ISO code of the one that the user took."""

    def __init__(self, theme: Theme) -> None:
        """Begin without countries."""
        super().__init__("State that the analysis is of", theme)

    def make(self, key: str, words: str, short: str) -> StateSegment:
        """Make the button of a country: ISO code, name, and the short form of the name."""
        return StateSegment(key, words, short, self._theme)
