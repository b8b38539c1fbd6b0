"""The outcome ladder as a stacked bar, with its whiskers and the thin bar of the judgement."""

from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from explorer.pages.numbers import share_figure
from explorer.pages.whiskers import Whisker, edges_beside, whiskers_of
from explorer.style import Theme, rung_colours, rung_inks
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.text_lines import text_width, write

BAR_HEIGHT = 20
BEFORE_HEIGHT = 9
"""What the thin bar takes under a bar, with the gap above it."""
LANE_HEIGHT = 8
"""What each lane of whiskers takes under a bar."""
_GAP = 6
"""How far apart two whiskers in one lane are at least."""
FADED = 0.6
"""How strong the fills of the thin bar are."""


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


def paint_before(painter: QPainter, bar: QRectF, shares: tuple[float, ...], theme: Theme) -> float:
    """Paint the judgement as a thin bar under a bar; give how much lower it ends, in pixels."""
    fills = rung_colours(theme)
    painter.save()
    rect = QRectF(bar.left(), bar.bottom() + 2, bar.width(), BEFORE_HEIGHT - 3)
    outline = QPainterPath()
    outline.addRoundedRect(rect, 2, 2)
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    left = rect.left()
    for position, share in enumerate(shares):
        faded = QColor(fills[position % len(fills)])
        faded.setAlphaF(FADED)
        painter.fillRect(QRectF(left, rect.top(), rect.width() * share, rect.height()), faded)
        if left > rect.left():
            line = QRectF(left, rect.top(), 1, rect.height())
            painter.fillRect(line, _colour(theme.card))
        left += rect.width() * share
    painter.restore()
    return BEFORE_HEIGHT


def whiskers_beside(
    shares: tuple[float, ...], bounds: tuple[tuple[float, float], ...], width: float
) -> tuple[Whisker, ...]:
    """Give the whiskers on both sides of the likeliest rung, for a bar of a width in pixels."""
    place = shares.index(max(shares))
    return whiskers_of(shares, bounds, _GAP / width, edges_beside(place))


def all_whiskers(
    shares: tuple[float, ...], bounds: tuple[tuple[float, float], ...], width: float
) -> tuple[Whisker, ...]:
    """Give the whiskers of all inner edges, for a bar of a width in pixels."""
    return whiskers_of(shares, bounds, _GAP / width)


def paint_whiskers(
    painter: QPainter, bar: QRectF, top: float, whiskers: tuple[Whisker, ...], theme: Theme
) -> None:
    """Paint whiskers under a bar from `top` on: a line with ends, and a dot at the edge itself."""
    painter.save()
    for whisker in whiskers:
        y = round(top) + LANE_HEIGHT * whisker.lane + LANE_HEIGHT / 2 + 0.5
        low, edge, high = (
            bar.left() + bar.width() * each for each in (whisker.low, whisker.edge, whisker.high)
        )
        painter.setPen(QPen(_colour(theme.mute), 1.2))
        painter.drawLine(QLineF(low, y, high, y))
        for end in (low, high):
            painter.drawLine(QLineF(end, y - 2.5, end, y + 2.5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_colour(theme.ink))
        painter.drawEllipse(QPointF(edge, y), 2.0, 2.0)
    painter.restore()


@cache
def _colour(name: str) -> QColor:
    return QColor(name)
