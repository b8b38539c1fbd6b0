"""A slider on a scale that shows what was judged: tick, range, and what was changed from it."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider

from explorer.pages.what_if import SliderRow
from explorer.style import Theme
from explorer.ui.widgets.marks import NO_PEN

_HEIGHT = 28
_INSET = 9.0
_KNOB, _RING = 6.5, 4.0
_TICK = 7.0
_BAND = 10.0
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -5,
    Qt.Key.Key_PageUp: 5,
}
_RETURN = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_NUMBER_LETTERS = "0123456789.,"


class Slider(QSlider):
    """Shows one `SliderRow` and says what the user wants it to be.

    `moved` carries a value while the user drags or presses keys, in tenths. `held` says that a
    drag begins, `let_go` that it ended, `returned` that the value is to go back to where it came
    from; `typing` carries the first letter of a number that the user begins to type. The slider
    stays where the page puts it: it moves when it is shown the row anew.
    """

    moved = Signal(float)
    held = Signal()
    let_go = Signal()
    returned = Signal()
    typing = Signal(str)

    def __init__(self, row: SliderRow, stride: float, theme: Theme) -> None:
        """Show a row; keys move by `stride`, or five of them."""
        super().__init__(Qt.Orientation.Horizontal)
        self._row = row
        self._stride = stride
        self._theme = theme
        self._grip: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_row(row)

    @property
    def row(self) -> SliderRow:
        """Give the row shown."""
        return self._row

    @property
    def is_held(self) -> bool:
        """Say whether it is being dragged."""
        return self._grip is not None

    def show_row(self, row: SliderRow) -> None:
        """Show a value where it lies, to the last digit; the steps are only for keys."""
        self._row = row
        self.setRange(0, _tenths(row.top))
        self.setValue(_tenths(row.value))
        self.setAccessibleName(row.title)
        self.setAccessibleDescription(row.description)
        self.setToolTip(row.description)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def place(self, value: float) -> float:
        """Give the x of a value, in this widget's own pixels."""
        room = self.width() - 2 * _INSET
        return _INSET + room * min(max(value, 0.0), self._row.top) / self._row.top

    def sizeHint(self) -> QSize:
        """Ask for room to drag in."""
        return QSize(180, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Accept a narrow place."""
        return QSize(90, _HEIGHT)

    def keyPressEvent(self, ev: QKeyEvent) -> None:
        """Move, return, or begin to type a number; all other keys are for others."""
        key = Qt.Key(ev.key())
        if key in _STEPS:
            self._move(_tenths(self._row.value) / 10 + _STEPS[key] * self._stride)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._move(0.0 if key == Qt.Key.Key_Home else self._row.top)
        elif key in _RETURN:
            self.returned.emit()
        elif ev.text() and ev.text() in _NUMBER_LETTERS and not _with_control(ev):
            self.typing.emit(ev.text())
        elif key == Qt.Key.Key_F2:
            self.typing.emit("")
        else:
            ev.ignore()

    def mousePressEvent(self, ev: QMouseEvent) -> None:
        """Take hold of the knob, or bring it to the pointer."""
        if ev.button() != Qt.MouseButton.LeftButton:
            ev.ignore()
            return
        knob, x = self.place(self._row.value), ev.position().x()
        is_on_knob = abs(x - knob) <= _KNOB + 2
        self._grip = x - knob if is_on_knob else 0.0
        self.held.emit()
        if not is_on_knob:
            self._move(self._value_at(x))

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        """Drag."""
        if self._grip is not None:
            self._move(self._value_at(ev.position().x() - self._grip))

    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        """Let go."""
        if ev.button() == Qt.MouseButton.LeftButton and self._grip is not None:
            self._grip = None
            self.let_go.emit()
            self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go: Qt tells a hidden slider nothing of the hand any more."""
        super().hideEvent(event)
        if self._grip is not None:
            self._grip = None
            self.let_go.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Return to where the value came from."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.returned.emit()

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Leave the wheel to whatever scrolls: it must not change a judgement by the way."""
        e.ignore()

    def paintEvent(self, ev: QPaintEvent) -> None:
        """Paint track, range, what was changed, tick and knob."""
        del ev
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_track(painter, self.height() / 2)
        self._paint_knob(painter, self.height() / 2)
        painter.end()

    def _paint_track(self, painter: QPainter, middle: float) -> None:
        row, theme = self._row, self._theme
        start, end, now = self.place(0.0), self.place(row.top), self.place(row.value)
        judged = self.place(row.judged)
        low, high = self.place(row.low), self.place(row.high)
        band = QColor(theme.accent)
        band.setAlphaF(0.13 if theme.name == "light" else 0.2)
        painter.setPen(NO_PEN)
        painter.setBrush(band)
        width = max(high - low, 2.0)
        painter.drawRoundedRect(QRectF(low, middle - _BAND / 2, width, _BAND), 4, 4)
        for left, right, colour in ((start, end, theme.track), (start, now, theme.accent)):
            painter.fillRect(QRectF(left, middle - 1, right - left, 2), QColor(colour))
        if row.change:
            colour = {"pull": theme.pull, "hold": theme.hold, "level": theme.mute}[row.bearing]
            left, right = sorted((judged, now))
            painter.fillRect(QRectF(left, middle - 1.5, right - left, 3), QColor(colour))
        painter.fillRect(QRectF(judged - 1, middle - _TICK, 2, 2 * _TICK), QColor(theme.mute))

    def _paint_knob(self, painter: QPainter, middle: float) -> None:
        row, theme = self._row, self._theme
        now, home = self.place(row.value), self.place(row.home)
        if row.home != row.judged:
            painter.setPen(QPen(QColor(theme.mute), 1.5))
            painter.setBrush(QColor(theme.card))
            painter.drawEllipse(QPointF(home, middle), _RING, _RING)
        if self.hasFocus() or self.is_held:
            glow = QColor(theme.accent)
            glow.setAlphaF(0.28)
            painter.setPen(NO_PEN)
            painter.setBrush(glow)
            painter.drawEllipse(QPointF(now, middle), _KNOB + 3.5, _KNOB + 3.5)
        painter.setPen(QPen(QColor(theme.card), 1.5))
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(QPointF(now, middle), _KNOB, _KNOB)

    def _value_at(self, x: float) -> float:
        room = max(self.width() - 2 * _INSET, 1.0)
        return (x - _INSET) / room * self._row.top

    def _move(self, value: float) -> None:
        """Ask for a value, in tenths and within the scale, if it shows as another than now."""
        wanted = _tenths(min(max(value, 0.0), self._row.top))
        if wanted != _tenths(self._row.value):
            self.moved.emit(wanted / 10)


def _tenths(value: float) -> int:
    """Give the tenths of a value as they are shown: a half goes up."""
    return math.floor(round(10 * value, 9) + 0.5)


def _with_control(event: QKeyEvent) -> bool:
    wanted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.modifiers() & wanted)
