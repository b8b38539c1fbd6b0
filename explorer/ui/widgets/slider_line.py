"""A factor with its slider: name and holder, the value, what was changed, and a way back."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.what_if import BEARING_WORDS, SliderRow
from explorer.style import Theme
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import BODY, SMALL, font
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.number_field import NumberField
from explorer.ui.widgets.slider import Slider
from explorer.ui.widgets.text import Text, aside
from explorer.ui.widgets.text_lines import write

_CHANGE_WIDTH = 64
_NAME_SHARE, _SLIDER_SHARE = 11, 10


class ChangeMark(QWidget):
    """Says what was changed, and what that does to closeness, in colour and in words."""

    def __init__(self, theme: Theme) -> None:
        """Begin with nothing changed."""
        super().__init__()
        self._theme = theme
        self._row: SliderRow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_row(self, row: SliderRow) -> None:
        """Show the change of a row."""
        self._row = row
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for two short lines."""
        return QSize(_CHANGE_WIDTH, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure, and below it the words."""
        del event
        row, theme = self._row, self._theme
        if row is None or not row.change:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = BEARING_WORDS[row.bearing]
        ink = {"pull": theme.pull, "hold": theme.hold, "level": theme.mute}[row.bearing]
        first = QRect(0, 1 if words else 8, self.width(), 16)
        write(painter, first, row.change, ink, BODY, SEMIBOLD)
        if words:
            write(painter, QRect(0, 16, self.width(), 15), words, ink, SMALL)
        painter.end()


class SliderLine(QWidget):
    """One row to slide. Its signals are the slider's, each with the row's key in front."""

    moved = Signal(str, float)
    held = Signal(str)
    let_go = Signal()
    returned = Signal(str)
    typed = Signal(str, float)

    def __init__(self, row: SliderRow, stride: float, theme: Theme) -> None:
        """Show a row whose keys move by `stride`."""
        super().__init__()
        self.key = row.key
        self.slider = Slider(row, stride, theme)
        self.number = NumberField(row.title, row.most, theme)
        self._change = ChangeMark(theme)
        self.link = LinkButton("return", theme)
        self.link.setAccessibleName(f"Return {row.title} to where it was")
        self.link.setToolTip("Take this change back (double-click the slider, or Backspace)")
        policy = self.link.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.link.setSizePolicy(policy)
        self._lay_out(row, theme)
        self._connect()
        self.show_row(row)

    def show_row(self, row: SliderRow) -> None:
        """Show the row with other values."""
        self.slider.show_row(row)
        self.number.show_figure(row.figure, row.most)
        self._change.show_row(row)
        has_focus = self.link.hasFocus()
        self.link.setVisible(row.is_set)
        if has_focus and not row.is_set:
            self.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, row: SliderRow, theme: Theme) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(Text(row.title, font(BODY, SEMIBOLD), theme.ink))
        names.addWidget(aside(row.holder, theme))
        names.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 3, 0, 3)
        line.setSpacing(6)
        line.addLayout(names, _NAME_SHARE)
        line.addWidget(self.slider, _SLIDER_SHARE)
        line.addWidget(self.number)
        line.addWidget(self._change)
        line.addWidget(self.link)

    def _connect(self) -> None:
        slider = self.slider
        slider.moved.connect(self._move)
        slider.held.connect(self._hold)
        slider.let_go.connect(self.let_go)
        slider.returned.connect(self._return)
        slider.typing.connect(self.number.begin)
        self.link.clicked.connect(self._return)
        self.number.typed.connect(self._type)
        self.number.left.connect(self._go_back)

    def _move(self, value: float) -> None:
        self.moved.emit(self.key, value)

    def _hold(self) -> None:
        self.held.emit(self.key)

    def _return(self) -> None:
        self.returned.emit(self.key)

    def _type(self, value: float) -> None:
        self.typed.emit(self.key, value)

    def _go_back(self) -> None:
        self.slider.setFocus(Qt.FocusReason.OtherFocusReason)
