"""The rungs with a per cent each, to drag and to type."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from explorer.pages.own_figures import even_percents, given_share, read_number
from explorer.style import Theme, rung_colours
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.dragged import Dragged
from explorer.ui.widgets.lettering import CLOSE, SMALL, font
from explorer.ui.widgets.text import Text, aside
from explorer.ui.widgets.typed_field import TypedField

NO_NUMBER = "Type a per cent from 0 to 100."
_INSET = 6.0
_MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_Home: -100,
    Qt.Key.Key_End: 100,
}


class ShareBar(Dragged):
    """One rung's per cent as a bar to drag; a grey tick marks the pooled judgement.

    `moved` carries a whole per cent, `released` says that one movement is over.
    """

    moved = Signal(int)

    def __init__(self, name: str, colour: str, theme: Theme) -> None:
        """Begin without a per cent."""
        super().__init__()
        self._name = name
        self._colour = colour
        self._theme = theme
        self._percent: float | None = None
        self._pooled: float | None = None
        self.setAccessibleDescription("Left and right move it by one per cent")
        self.show_percent(None, None)

    @property
    def pooled(self) -> float | None:
        """Give the pooled per cent, if there is one."""
        return self._pooled

    def show_percent(self, percent: float | None, pooled: float | None) -> None:
        """Show a per cent, or none yet, and the pooled one."""
        self._percent, self._pooled = percent, pooled
        stand = "none yet" if percent is None else f"{percent:g} per cent"
        self.setAccessibleName(f"{self._name}: {stand}")
        self.update()

    def x_of(self, percent: float) -> float:
        """Give where a per cent stands, in this widget's own pixels."""
        return _INSET + (self.width() - 2 * _INSET) * percent / 100

    def sizeHint(self) -> QSize:
        """Ask for a low bar."""
        return QSize(110, 20)

    def minimumSizeHint(self) -> QSize:
        """Accept a shorter one."""
        return QSize(60, 20)

    def follow(self, x: float) -> None:
        """Let the end of the bar come to a place."""
        self._go_to(self._percent_at(x))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the bar by keys."""
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
            return
        present = self._pooled if self._percent is None else self._percent
        self._go_to((present or 0.0) + move)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, bar, the tick of the pooled judgement, and the handle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, theme = self.height() / 2, self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.track))
        painter.drawRect(QRectF(_INSET, middle - 1, self.width() - 2 * _INSET, 2))
        if self._percent is not None:
            end = self.x_of(self._percent)
            painter.setBrush(QColor(self._colour))
            painter.drawRoundedRect(QRectF(_INSET, middle - 4, max(end - _INSET, 1.5), 8), 3, 3)
        if self._pooled is not None:
            painter.setBrush(QColor(theme.mute))
            painter.drawRect(QRectF(self.x_of(self._pooled) - 1, middle - 7, 2, 14))
        if self._percent is not None:
            painter.setPen(QPen(QColor(theme.card), 1.5))
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(QRectF(self.x_of(self._percent) - 5, middle - 5, 10, 10))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 1.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def _percent_at(self, x: float) -> float:
        return 100 * (x - _INSET) / max(self.width() - 2 * _INSET, 1.0)

    def _go_to(self, percent: float) -> None:
        whole = min(max(round(percent), 0), 100)
        if whole != self._percent:
            self.moved.emit(whole)


class LadderEditor(QWidget):
    """Edits the per cents of the rungs, which sum to 100 at every moment.

    What was typed or dragged stays as long as it can, the other rungs share the rest in
    proportion, which is at first that of the pooled ladder. `moved` carries all per cents, lowest
    rung first; `released` says that one movement is over; `refused` carries what is wrong with
    what was typed.
    """

    moved = Signal(object)
    released = Signal()
    refused = Signal(str)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, rungs: tuple[str, ...], theme: Theme) -> None:
        """Make a row for each rung, the highest on top."""
        super().__init__()
        self._percents: tuple[float, ...] | None = None
        self._held: list[int] = []
        self.bars: list[ShareBar] = []
        self.fields: list[TypedField] = []
        self._sum = aside("", theme)
        fills = rung_colours(theme)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        for at, title in enumerate(rungs):
            self._add_row(at, title, fills[at % len(fills)], theme)
        for row, at in enumerate(reversed(range(len(rungs)))):
            grid.addWidget(Text(rungs[at], font(CLOSE), theme.ink), row, 0)
            grid.addWidget(self.bars[at], row, 1)
            grid.addWidget(self.fields[at], row, 2)
            grid.addWidget(_sign(theme), row, 3)
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._sum, len(rungs), 0, 1, 4)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 5)
        self.show_percents(None, ())

    @property
    def is_held(self) -> bool:
        """Say whether a bar is being dragged."""
        return any(bar.is_held for bar in self.bars)

    def show_percents(self, percents: tuple[float, ...] | None, pooled: tuple[float, ...]) -> None:
        """Show the per cents, or none yet, and the pooled shares (0 to 1; blank for none)."""
        if percents != self._percents:
            self._held = []
        self._percents = percents
        for at, (bar, field) in enumerate(zip(self.bars, self.fields, strict=True)):
            bar.show_percent(
                percents[at] if percents else None, 100 * pooled[at] if pooled else None
            )
            field.show_text(f"{percents[at]:g}" if percents else "")
        self._sum.setText(f"Sum {sum(percents):g} %" if percents else "")

    def take_typed(self) -> None:
        """Take what is still being typed, before another ladder is shown."""
        for field in self.fields:
            field.take_typed()

    def _add_row(self, at: int, title: str, colour: str, theme: Theme) -> None:
        bar = ShareBar(title, colour, theme)
        bar.moved.connect(partial(self._set, at))
        bar.released.connect(self.released)
        field = TypedField(f"{title}, per cent", theme, width=44)
        field.entered.connect(partial(self._type, at))
        field.stepped.connect(partial(self._step, at))
        field.undo_wanted.connect(self.undo_wanted)
        field.redo_wanted.connect(self.redo_wanted)
        self.bars.append(bar)
        self.fields.append(field)

    def _type(self, at: int, text: str) -> None:
        percent = read_number(text)
        if percent is None or not 0.0 <= percent <= 100.0:
            self.refused.emit(NO_NUMBER)
            return
        self._set(at, round(percent, 1))
        self.released.emit()

    def _step(self, at: int, step: int) -> None:
        present = self._start()[at]
        present = present if self._percents else round(present)
        self._set(at, min(max(present + step, 0.0), 100.0))

    def _start(self) -> tuple[float, ...]:
        """Give what a change begins from: the user's per cents, the pool's, or even ones."""
        if self._percents:
            return self._percents
        pooled = tuple(bar.pooled for bar in self.bars if bar.pooled is not None)
        return pooled or even_percents(len(self.bars))

    def _set(self, at: int, percent: float) -> None:
        """Give a rung its per cent; it stays from now on while the others share the rest."""
        before = self._start()
        held = [each for each in self._held if each != at]
        found = given_share(before, at, percent, held)
        if any(found[each] != before[each] for each in held):
            held = []
        self._held = [*held, at]
        if found == self._percents:
            return
        self._percents = found
        for place, (bar, field) in enumerate(zip(self.bars, self.fields, strict=True)):
            bar.show_percent(found[place], bar.pooled)
            field.show_text(f"{found[place]:g}")
        self._sum.setText(f"Sum {sum(found):g} %")
        self.moved.emit(found)


def _sign(theme: Theme) -> Text:
    label = Text("%", font(SMALL, SEMIBOLD), theme.mute)
    label.setWordWrap(False)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    return label
