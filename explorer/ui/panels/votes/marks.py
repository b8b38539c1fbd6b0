"""The marks of votes: a shape for each, so that colour is never needed."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.pages.votes import ABSTAINED, KEY, NO, NOT_RECORDED, YES
from explorer.style import Theme
from explorer.ui.widgets.lettering import SMALL
from explorer.ui.widgets.text_lines import text_width, write

_SIZE, _SHARP = 14, 3
_ROW = 18
_KNOWN = {YES, NO, ABSTAINED, NOT_RECORDED}


class VoteMarks:
    """Gives the mark of a vote as a picture, painted once for a theme."""

    def __init__(self, theme: Theme) -> None:
        """Begin without pictures."""
        self._theme = theme
        self._pictures: dict[str, QIcon] = {}

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._pictures.clear()

    def mark_of(self, words: str) -> QIcon | None:
        """Give the mark of a vote; `None` for words that are no vote."""
        if words not in _KNOWN:
            return None
        found = self._pictures.get(words)
        if found is None:
            drawn = QPixmap(_SIZE * _SHARP, _SIZE * _SHARP)
            drawn.setDevicePixelRatio(_SHARP)
            drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(drawn)
            paint_vote(painter, words, self._theme, QPointF(_SIZE / 2, _SIZE / 2))
            painter.end()
            found = QIcon(drawn)
            # Else Qt would lay the colour of the selection over it.
            found.addPixmap(drawn, QIcon.Mode.Selected)
            self._pictures[words] = found
        return found


def paint_vote(painter: QPainter, words: str, theme: Theme, centre: QPointF) -> None:
    """Paint a vote: a tick, a cross, a bar, or a broken ring for one not recorded."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # Not the hues of for and against: a vote on a text is not by itself a step to closer ties.
    hue = {YES: theme.accent, NO: theme.ink}.get(words, theme.mute)
    pen = QPen(QColor(hue), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    if words == YES:
        painter.drawLine(centre + QPointF(-4.0, 0.4), centre + QPointF(-1.2, 3.2))
        painter.drawLine(centre + QPointF(-1.2, 3.2), centre + QPointF(4.2, -3.4))
    elif words == NO:
        painter.drawLine(centre + QPointF(-3.2, -3.2), centre + QPointF(3.2, 3.2))
        painter.drawLine(centre + QPointF(-3.2, 3.2), centre + QPointF(3.2, -3.2))
    elif words == ABSTAINED:
        painter.drawLine(centre + QPointF(-4.0, 0), centre + QPointF(4.0, 0))
    else:
        pen.setWidthF(1.2)
        pen.setDashPattern([1.6, 1.8])
        painter.setPen(pen)
        painter.drawEllipse(QRectF(centre.x() - 3.6, centre.y() - 3.6, 7.2, 7.2))


class VoteKey(QWidget):
    """The key of the marks, in words."""

    def __init__(self, theme: Theme) -> None:
        """Show the marks with their words."""
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Key of the marks: " + ", ".join(full for _, full in KEY))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(sum(_wide(full) for _, full in KEY), _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint mark and words, one after the other."""
        del event
        painter, x = QPainter(self), 0
        for words, full in KEY:
            paint_vote(painter, words, self._theme, QPointF(x + 7, _ROW / 2))
            room = self.rect().adjusted(x + 17, 0, 0, 0)
            write(painter, room, full, self._theme.mute, SMALL)
            x += _wide(full)
        painter.end()


def _wide(words: str) -> int:
    return 17 + round(text_width(words, SMALL)) + 16
