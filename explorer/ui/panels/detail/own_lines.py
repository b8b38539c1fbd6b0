"""The raters one below the other: each one's mark or ladder on the same scale, and its words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.own_judgement import RaterLine
from explorer.style import Theme
from explorer.ui.theme import REGULAR, SEMIBOLD
from explorer.ui.widgets.disclosure import Disclosure
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.ladder_bar import paint_ladder
from explorer.ui.widgets.lettering import CLOSE, SMALL, font, set_ink
from explorer.ui.widgets.rating_scale import SMALL_DOT, paint_scale
from explorer.ui.widgets.text import Text, aside

_NAME_WIDTH = 50


class LineMark(QWidget):
    """One rater's rating or ladder, painted as in the grid."""

    def __init__(self, line: RaterLine, iso3: str, theme: Theme) -> None:
        """Show what a rater judged."""
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_line(line, iso3)

    def show_line(self, line: RaterLine, iso3: str) -> None:
        """Show what a rater judged of a state."""
        self._line, self._iso3 = line, iso3
        self.setAccessibleName(f"{line.name}: {line.text}")
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a low bar."""
        return QSize(110, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark on its scale, or the bar of the rungs."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        if self._line.shares:
            paint_ladder(painter, room.adjusted(0, 2, 0, -2), self._line.shares, self._theme, 10)
        else:
            paint_scale(painter, room, self._line.mark, self._iso3, self._theme, dot=SMALL_DOT)
        painter.end()


class RaterLines(QWidget):
    """Shows the lines; reasons, confidence and dates are folded away below them."""

    def __init__(self, lines: tuple[RaterLine, ...], iso3: str, theme: Theme) -> None:
        """Show the lines."""
        super().__init__()
        self._theme = theme
        self.lines = lines
        self._rows: list[tuple[ElidedLabel, LineMark, Text]] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for row, line in enumerate(lines):
            weight = REGULAR if line.kind == "rater" else SEMIBOLD
            ink = theme.mute if line.kind == "rater" else theme.ink
            label, text = ElidedLabel(), Text("", font(SMALL, weight), ink)
            label.setFont(font(SMALL, weight))
            label.setFixedWidth(_NAME_WIDTH)
            set_ink(label, ink)
            mark = LineMark(line, iso3, theme)
            grid.addWidget(label, row, 0)
            if line.shares:  # its figures stand within the bar
                grid.addWidget(mark, row, 1, 1, 2)
                text.setParent(self)
                text.hide()
            else:
                grid.addWidget(mark, row, 1)
                grid.addWidget(text, row, 2)
            self._rows.append((label, mark, text))
        grid.setColumnStretch(1, 4)
        grid.setColumnStretch(2, 3)
        self._say(iso3)
        self.reasons = Disclosure("Their reasons, confidence and dates", theme, self._reasons)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(grid)
        rows.addWidget(self.reasons)

    def take(self, lines: tuple[RaterLine, ...], iso3: str) -> bool:
        """Show other figures of the same raters; `False` says that more than those differs."""
        if [_of_others(each) for each in lines] != [_of_others(each) for each in self.lines]:
            return False
        self.lines = lines
        self._say(iso3)
        return True

    def _say(self, iso3: str) -> None:
        for line, (label, mark, text) in zip(self.lines, self._rows, strict=True):
            label.show_text("Pooled" if line.kind == "pool" else line.name)
            label.setToolTip(line.name)
            mark.show_line(line, iso3)
            mark.setToolTip(line.text)
            text.setText(line.text)

    def _reasons(self) -> QWidget:
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(10, 0, 0, 2)
        rows.setSpacing(1)
        for line in self.lines:
            if line.kind == "own":
                continue
            head = f"{line.name[0].upper()}{line.name[1:]} · {line.text}"
            rows.addWidget(Text(head, font(SMALL, SEMIBOLD), self._theme.mute))
            if line.basis:
                rows.addWidget(aside(line.basis, self._theme))
            if line.reason:
                rows.addWidget(Text(line.reason, font(CLOSE), self._theme.ink))
            rows.addSpacing(4)
        return box


def _of_others(line: RaterLine) -> tuple[str, ...]:
    """Give what stays of a line while the user moves figures: all, but of "own" and "pool"."""
    if line.kind == "own":
        return (line.kind, line.name)
    if line.kind == "pool":
        return (line.kind, line.name, line.basis)
    return (line.kind, line.name, line.text, line.basis, line.reason)
