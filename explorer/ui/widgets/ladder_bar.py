"""The outcome ladder as a stacked bar."""

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from explorer.pages.numbers import share_figure
from explorer.style import Theme, rung_colours, rung_inks
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.text_lines import text_width, write

BAR_HEIGHT = 20


def paint_ladder(
    painter: QPainter, rect: QRectF, shares: tuple[float, ...], theme: Theme, digits_px: int = 11
) -> None:
    """Paint the shares of the rungs, lowest rung first, with whole percentages where they fit."""
    fills, inks = rung_colours(theme), rung_inks(theme)
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(rect, 5, 5)
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    left = rect.left()
    for position, share in enumerate(shares):
        width = rect.width() * share
        segment = QRectF(left, rect.top(), width, rect.height())
        painter.fillRect(segment, _colour(fills[position % len(fills)]))
        if left > rect.left() and width > 1:
            painter.fillRect(QRectF(left, rect.top(), 1, rect.height()), _colour(theme.card))
        number = share_figure(share)
        if width >= text_width(number, digits_px, SEMIBOLD) + 6:
            ink, align = inks[position % len(inks)], Qt.AlignmentFlag.AlignHCenter
            write(painter, segment.toRect(), number, ink, digits_px, SEMIBOLD, align)
        left += width
    painter.restore()


@cache
def _colour(name: str) -> QColor:
    return QColor(name)
