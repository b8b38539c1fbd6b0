"""Paints a timeline: lanes between hairlines, the axis, and the events with their labels."""

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from explorer.pages.charts import TimelineKind
from explorer.pages.timeline import OTHERS
from explorer.style import Theme, event_colour
from explorer.ui.charts.timeline_frame import AXIS, TOP, Frame, Shown
from explorer.ui.theme import REGULAR, SEMIBOLD
from explorer.ui.widgets.event_mark import RADIUS, event_path, paint_event, paint_several
from explorer.ui.widgets.lettering import CLOSE, SMALL, font, width_of
from explorer.ui.widgets.marks import paint_mark

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter


def paint_timeline(
    painter: QPainter,
    frame: Frame,
    theme: Theme,
    key: str,
    pointed: Collection[str],
    *,
    has_focus: bool,
) -> None:
    """Paint everything; `key` is the event chosen, `pointed` those under the pointer."""
    _paint_axis(painter, frame, theme, _date_box(frame, key))
    _paint_lanes(painter, frame, theme)
    _paint_lead(painter, frame, theme, key)
    kinds = {kind.key: kind for kind in frame.chart.kinds}
    painter.setClipRect(QRectF(frame.left, 0, frame.right - frame.left, frame.bottom + AXIS))
    for each in frame.shown:
        _paint_span(painter, frame, theme, kinds, each)
    for each in frame.shown:
        is_chosen = key in each.placed.keys
        _paint_shown(painter, frame, theme, kinds, each)
        if is_chosen or set(each.placed.keys) & set(pointed):
            _paint_ring(painter, frame, theme, kinds, each, is_strong=is_chosen)
    painter.setClipping(False)
    _paint_beyond(painter, frame, theme)
    _paint_date(painter, frame, theme, key)
    if has_focus:
        painter.setPen(QPen(QColor(theme.accent), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(
            QRectF(frame.left - 4, 1, frame.right - frame.left + 8, frame.bottom - 1), 4, 4
        )


def _paint_axis(painter: QPainter, frame: Frame, theme: Theme, taken: QRectF) -> None:
    """Paint the days that the axis names, less those where a date stands that is `taken`."""
    for tick in frame.ticks:
        x = round(frame.x(tick.day))
        colour = theme.line if tick.is_strong else theme.grid
        painter.fillRect(QRectF(x, TOP, 1, frame.bottom - TOP + 3), QColor(colour))
        letters = font(SMALL, SEMIBOLD if tick.is_strong else REGULAR)
        half = width_of(tick.label, letters) / 2 + 3
        if taken.intersects(QRectF(x - half, frame.bottom + 3, 2 * half, AXIS - 3)):
            continue
        painter.setFont(letters)
        painter.setPen(QColor(theme.ink if tick.is_strong else theme.mute))
        painter.drawText(QRectF(x - 50, frame.bottom + 3, 100, AXIS - 3), _MIDDLE, tick.label)


def _paint_lanes(painter: QPainter, frame: Frame, theme: Theme) -> None:
    painter.fillRect(QRectF(0, TOP, frame.width, 1), QColor(theme.line))
    for lane, room in frame.lanes:
        painter.fillRect(QRectF(0, room.bottom(), frame.width, 1), QColor(theme.line))
        middle = room.center().y()
        left = 0.0
        if lane.iso3 != OTHERS:
            paint_mark(painter, lane.iso3, theme, QPointF(7, middle), 5.0)
            left = 18.0
        painter.setFont(font(CLOSE, SEMIBOLD if lane.iso3 != OTHERS else REGULAR))
        painter.setPen(QColor(theme.ink))
        painter.drawText(QRectF(left, room.top(), frame.left, room.height()), _LEFT, lane.label)


def _paint_span(
    painter: QPainter,
    frame: Frame,
    theme: Theme,
    kinds: dict[str, TimelineKind],
    each: Shown,
) -> None:
    """Paint the days on which an event may have been, where the day is not known."""
    mark = frame.marks[each.placed.keys[0]]
    if each.is_several or mark.first == mark.last:
        return
    left, right = frame.x(mark.first), frame.x(mark.last + 1)
    if right - left <= 2 * RADIUS:
        return
    colour = QColor(event_colour(kinds[mark.kind].family, theme))
    colour.setAlphaF(0.35)
    painter.fillRect(QRectF(left, each.centre.y() - 1.5, right - left, 3.0), colour)


def _paint_shown(
    painter: QPainter,
    frame: Frame,
    theme: Theme,
    kinds: dict[str, TimelineKind],
    each: Shown,
) -> None:
    mark = frame.marks[each.placed.keys[0]]
    if each.is_several:
        paint_several(painter, len(each.placed.keys), theme, each.centre)
        return
    paint_event(painter, kinds[mark.kind], theme, each.centre, is_exact=mark.first == mark.last)
    if each.placed.room <= 0:
        return
    letters = font(SMALL)
    room = frame.label_of(each)
    painter.setFont(letters)
    painter.setPen(QColor(theme.ink))
    words = QFontMetrics(letters).elidedText(
        mark.title, Qt.TextElideMode.ElideRight, int(room.width())
    )
    painter.fillRect(room.adjusted(0, 3, 0, -3), QColor(theme.card))
    painter.drawText(room, _RIGHT if each.placed.is_left else _LEFT, words)


def _paint_ring(
    painter: QPainter,
    frame: Frame,
    theme: Theme,
    kinds: dict[str, TimelineKind],
    each: Shown,
    *,
    is_strong: bool,
) -> None:
    family = kinds[frame.marks[each.placed.keys[0]].kind].family
    painter.setPen(QPen(QColor(theme.accent if is_strong else theme.faint), 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if each.is_several:
        box = QRectF(each.centre.x() - 13, each.centre.y() - 10, 26, 20)
        painter.drawRoundedRect(box, 4, 4)
    else:
        painter.drawPath(event_path(family, each.centre, RADIUS + 2.5))


def _paint_lead(painter: QPainter, frame: Frame, theme: Theme, key: str) -> None:
    """Lead from the event chosen down to its date on the axis."""
    mark = frame.marks.get(key)
    if mark is None:
        return
    x = round(frame.x(mark.middle)) + 0.5
    highest = min((each.centre.y() for each in frame.shown if key in each.placed.keys), default=0)
    painter.setPen(QPen(QColor(theme.accent), 1.0))
    painter.drawLine(QPointF(x, highest), QPointF(x, frame.bottom + 4))


def _date_box(frame: Frame, key: str) -> QRectF:
    """Give where the date of the event chosen stands on the axis; empty where there is none."""
    mark = frame.marks.get(key)
    if mark is None:
        return QRectF()
    half = width_of(mark.date, font(SMALL, SEMIBOLD)) / 2 + 6
    middle = min(max(frame.x(mark.middle), frame.left + half), frame.width - half)
    return QRectF(middle - half, frame.bottom + 4, 2 * half, AXIS - 5)


def _paint_date(painter: QPainter, frame: Frame, theme: Theme, key: str) -> None:
    """Write the date of the event chosen on the axis."""
    box = _date_box(frame, key)
    if box.isEmpty():
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(theme.accent_ink))
    painter.setFont(font(SMALL, SEMIBOLD))
    painter.drawText(box, _MIDDLE, frame.marks[key].date)


def _paint_beyond(painter: QPainter, frame: Frame, theme: Theme) -> None:
    """Say how many events lie before and after the days shown."""
    earlier = sum(mark.middle < frame.first for mark in frame.chart.marks)
    later = sum(mark.middle > frame.last for mark in frame.chart.marks)
    painter.setFont(font(SMALL))
    painter.setPen(QColor(theme.mute))
    foot = QRectF(0, frame.bottom + 3, frame.width, AXIS - 3)
    if earlier:
        painter.drawText(foot, _LEFT, f"◂ {earlier} earlier")
    if later:
        words = f"{later} later ▸"
        box = QRectF(foot.right() - width_of(words, font(SMALL)) - 4, foot.top(), 90, AXIS - 3)
        painter.fillRect(box, QColor(theme.card))
        painter.drawText(foot, _RIGHT, words)
