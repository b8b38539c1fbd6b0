"""The changes of one kind in a state: heading, note and lines, painted as one."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.pages.changes_page import ChangeGroup, ChangeLine
from explorer.style import Theme
from explorer.ui.theme import REGULAR, SEMIBOLD
from explorer.ui.widgets.ladder_bar import paint_before, paint_ladder
from explorer.ui.widgets.lettering import BODY, CLOSE, HEADING, SMALL, capitals
from explorer.ui.widgets.text_lines import all_lines, text_width, write

SHOWN = 6
"""How many lines are shown before the others are asked for."""
_TEXT, _ASIDE = 17, 15
_HEAD = 20
_GAP = 7
_BAR = 10
_LADDER = 36
_NAMES = 36
_BAR_MOST = 420
_BETWEEN = 12
_RIGHT = Qt.AlignmentFlag.AlignRight
_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class _Row:
    """A line as broken for a width: its place, the lines of its text and of its aside."""

    top: int
    height: int
    text: tuple[str, ...]
    aside: tuple[str, ...]


class ChangeGroupView(QWidget):
    """Shows a group; `goal_wanted` carries the goal of the line that the user goes to.

    The arrows move from line to line and Enter goes to its place; the last line asks for those
    that are folded away. `reached` carries the place of the line gone to, to be scrolled to.
    """

    goal_wanted = Signal(object)
    reached = Signal(QRect)

    def __init__(self, group: ChangeGroup, state: str, theme: Theme) -> None:
        """Show a group of a state; the first lines of a long one."""
        super().__init__()
        self.group = group
        self._theme = theme
        self._is_whole = len(group.lines) <= SHOWN + 1
        self._at = 0
        self._under = -1
        self._measured: dict[int, tuple[_Row, ...]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        self.setAccessibleName(f"{state}: {group.heading}")
        self.setAccessibleDescription(group.note or group.heading)
        is_stop = bool(group.lines)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.NoFocus)

    @property
    def lines(self) -> tuple[ChangeLine, ...]:
        """Give the lines shown."""
        return self.group.lines if self._is_whole else self.group.lines[:SHOWN]

    @property
    def is_whole(self) -> bool:
        """Say whether all lines are shown."""
        return self._is_whole

    def unfold(self) -> None:
        """Show all lines."""
        self._is_whole = True
        self._measured.clear()
        self.updateGeometry()
        self._go_to(min(self._at, len(self.lines) - 1))
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that the lines depend on the width."""
        return True

    def heightForWidth(self, arg__1: int) -> int:
        """Give the height of heading, note and lines."""
        rows = self._rows(arg__1)
        last = rows[-1] if rows else None
        end = last.top + last.height if last else self._top(arg__1)
        return end + (0 if self._is_whole else _TEXT + 2) + 2

    def sizeHint(self) -> QSize:
        """Ask for a column's width; the height follows from the width that it gets."""
        return QSize(360, _HEAD)

    def minimumSizeHint(self) -> QSize:
        """Accept a narrow column."""
        return QSize(200, _HEAD)

    def place_of(self, at: int) -> QRect:
        """Give the place of a line; the one after the last is that of “more”."""
        rows = self._rows(self.width())
        if at < len(rows):
            return QRect(0, rows[at].top, self.width(), rows[at].height)
        end = rows[-1].top + rows[-1].height if rows else self._top(self.width())
        return QRect(0, end, self.width(), _TEXT + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the heading, the note, the ladder then and now, and the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        rows, wanted = self._rows(self.width()), event.rect()
        for at, row in enumerate(rows):
            if row.top <= wanted.bottom() and row.top + row.height >= wanted.top():
                self._paint_row(painter, at, row)
        if not self._is_whole:
            left = len(self.group.lines) - len(rows)
            place, ink = self.place_of(len(rows)), self._theme.accent
            write(painter, place.adjusted(1, 0, 0, -4), f"{left} more", ink, SMALL)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.place_of(self._at)).adjusted(0.5, -2.5, -0.5, -1.5)
            painter.drawRoundedRect(ring, 3, 3)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from line to line, go to the place of one, or unfold."""
        last = len(self.lines) - self._is_whole
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up as key if 0 <= self._at + _KEYS[key] <= last:
                self._go_to(self._at + _KEYS[key])
            case Qt.Key.Key_Home:
                self._go_to(0)
            case Qt.Key.Key_End:
                self._go_to(last)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._take(self._at)
            case _:
                super().keyPressEvent(event)
                return
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a line leads somewhere."""
        self._hover(self._line_at(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: object) -> None:
        """Underline nothing any more."""
        del event
        self._hover(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the place of the line clicked on."""
        at = self._line_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and at >= 0:
            self._at = at
            self._take(at)
        super().mouseReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell of the line in force."""
        super().focusInEvent(event)
        self._go_to(self._at)

    def _take(self, at: int) -> None:
        if at >= len(self.lines):
            self.unfold()
        elif (goal := self.lines[at].goal) is not None:
            self.goal_wanted.emit(goal)

    def _go_to(self, at: int) -> None:
        self._at = at
        left = len(self.group.lines) - len(self.lines)
        told = self.lines[at].told if at < len(self.lines) else f"Show {left} more"
        self.setAccessibleDescription(told)
        self.reached.emit(self.place_of(at))
        self.update()

    def _hover(self, at: int) -> None:
        if at != self._under:
            self._under = at
            leads = at >= len(self.lines) or (at >= 0 and self.lines[at].goal is not None)
            shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def _line_at(self, point: QPoint) -> int:
        count = len(self.lines) + (not self._is_whole)
        return next((at for at in range(count) if self.place_of(at).contains(point)), -1)

    def _note(self, width: int) -> tuple[str, ...]:
        return all_lines(self.group.note, CLOSE, width) if self.group.note else ()

    def _top(self, width: int) -> int:
        """Give where the lines begin: below heading, note and ladder."""
        note = len(self._note(width)) * _TEXT
        return _HEAD + (note + 4 if note else 0) + (_LADDER if self.group.bars else 0)

    def _columns(self) -> tuple[int, int]:
        """Give the widths of the figures and of the moves."""
        lines = self.group.lines
        figures = max((_wide(each.figure, _weight(each)) for each in lines), default=0)
        return figures, max((_wide(each.move, SEMIBOLD) for each in lines), default=0)

    def _rows(self, width: int) -> tuple[_Row, ...]:
        """Break the lines for a width; it is remembered."""
        known = self._measured.get(width)
        if known is None:
            known = self._measured[width] = self._measure(width)
        return known

    def _measure(self, width: int) -> tuple[_Row, ...]:
        figures, moves = self._columns()
        taken = figures + moves + _BETWEEN * ((figures > 0) + (moves > 0))
        room = max(width - self._indent - taken, 80)
        rows: list[_Row] = []
        top = self._top(width)
        for line in self.lines:
            weight = _weight(line)
            text = all_lines(line.text, BODY, room, weight)
            aside = all_lines(line.aside, SMALL, room) if line.aside else ()
            height = len(text) * _TEXT + len(aside) * _ASIDE + (_GAP if aside else 2)
            rows.append(_Row(top, height, text, aside))
            top += height
        return tuple(rows)

    @property
    def _indent(self) -> int:
        """Give the room for the bar that says what items of evidence do."""
        return _BAR if self.group.kind == "evidence" else 0

    def _paint_head(self, painter: QPainter) -> None:
        painter.setFont(capitals(HEADING))
        painter.setPen(QColor(self._theme.mute))
        place = QRect(0, 0, self.width(), _HEAD - 4)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, side, self.group.heading)
        y = _HEAD
        ink = self._theme.ink if self.group.kind == "ladder" else self._theme.mute
        for words in self._note(self.width()):
            write(painter, QRect(0, y, self.width(), _TEXT), words, ink, CLOSE)
            y += _TEXT
        if self.group.bars:
            then, now = self.group.bars
            bar = QRectF(0, y + 5, min(self.width() - _NAMES, _BAR_MOST), 16)
            paint_ladder(painter, bar, now, self._theme)
            paint_before(painter, bar, then, self._theme)
            for at, name in ((y + 6, "now"), (y + 17, "then")):
                place = QRect(ceil(bar.right()) + 6, at, _NAMES, 13)
                write(painter, place, name, self._theme.mute, SMALL)

    def _paint_row(self, painter: QPainter, at: int, row: _Row) -> None:
        line, theme, left = self.lines[at], self._theme, self._indent
        colour = {"pull": theme.pull, "hold": theme.hold, "level": theme.mute}[line.bearing]
        if left:
            bar = colour if line.bearing != "level" else theme.track
            painter.fillRect(QRect(0, row.top + 1, 3, row.height - _GAP), QColor(bar))
        y, weight = row.top, _weight(line)
        figures, moves = self._columns()
        right = self.width()
        if moves:
            place = QRect(right - moves, y, moves, _TEXT)
            ink = colour if line.bearing != "level" else theme.ink
            write(painter, place, line.move, ink, CLOSE, SEMIBOLD, _RIGHT)
            right -= moves + _BETWEEN
        if figures:
            place = QRect(right - figures, y, figures, _TEXT)
            write(painter, place, line.figure, theme.ink, CLOSE, weight, _RIGHT)
            right -= figures + _BETWEEN
        ink = theme.accent if at == self._under and line.goal is not None else theme.ink
        for words in row.text:
            write(painter, QRect(left, y, right - left, _TEXT), words, ink, BODY, weight)
            y += _TEXT
        for words in row.aside:
            write(painter, QRect(left, y, right - left, _ASIDE), words, theme.mute, SMALL)
            y += _ASIDE


def _weight(line: ChangeLine) -> QFont.Weight:
    return SEMIBOLD if line.is_strong else REGULAR


def _wide(text: str, weight: QFont.Weight) -> int:
    return ceil(text_width(text, CLOSE, weight)) if text else 0
