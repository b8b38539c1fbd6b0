"""What changed, in words, and what each factor adds, with the figures below one another."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.what_changed import ChangePart, ShiftReason
from explorer.style import Theme
from explorer.ui.theme import REGULAR, SEMIBOLD
from explorer.ui.widgets.lettering import CLOSE, SMALL
from explorer.ui.widgets.text import Text, aside, body, heading
from explorer.ui.widgets.text_lines import text_width, write

_ROW, _HEAD = 20, 17
_SHIFT, _ODDS = 62, 62
_RIGHT = Qt.AlignmentFlag.AlignRight


class ReasonsView(QWidget):
    """Paints the reasons: factor, what was changed, log-odds, and what that does to the odds."""

    def __init__(self, theme: Theme) -> None:
        """Begin without reasons."""
        super().__init__()
        self._theme = theme
        self._reasons: tuple[ShiftReason, ...] = ()
        self._total: ShiftReason | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("What each factor adds")

    def show_reasons(self, reasons: tuple[ShiftReason, ...], total: ShiftReason | None) -> None:
        """Show reasons with their sum."""
        self._reasons, self._total = reasons, total
        self.setAccessibleDescription("; ".join(_said(each) for each in self._rows()))
        self.setFixedHeight(self.sizeHint().height())
        self.setVisible(bool(reasons))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a line each."""
        return QSize(280, _HEAD + _ROW * len(self._rows()) if self._reasons else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows; the sum stands below a line."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        odds = QRect(self.width() - _ODDS, 0, _ODDS, _HEAD)
        shift = odds.translated(-_SHIFT - 8, 0)
        write(painter, shift, "log-odds", theme.mute, SMALL, REGULAR, _RIGHT)
        write(painter, odds, "odds", theme.mute, SMALL, REGULAR, _RIGHT)
        for at, reason in enumerate(self._rows()):
            top = _HEAD + at * _ROW
            if reason is self._total:
                painter.fillRect(QRect(0, top, self.width(), 1), QColor(theme.line))
            self._paint_row(painter, reason, QRect(0, top, self.width(), _ROW))
        painter.end()

    def _paint_row(self, painter: QPainter, reason: ShiftReason, line: QRect) -> None:
        theme = self._theme
        ink = theme.pull if reason.bearing == "pull" else theme.hold
        weight = SEMIBOLD if reason is self._total else REGULAR
        right = QRect(line.right() - _ODDS + 1, line.top(), _ODDS, _ROW)
        write(painter, right, reason.odds, theme.mute, CLOSE, weight, _RIGHT)
        right = right.translated(-_SHIFT - 8, 0)
        write(painter, right, reason.shift, ink, CLOSE, SEMIBOLD, _RIGHT)
        room = QRect(line.left(), line.top(), right.left() - line.left() - 4, _ROW)
        write(painter, room, reason.label, theme.ink, CLOSE, weight)
        left = int(text_width(reason.label, CLOSE, weight)) + 10
        if room.width() - left > 30:  # noqa: PLR2004 - less holds no figure
            write(painter, room.adjusted(left, 0, 0, 0), reason.move, theme.mute, CLOSE)

    def _rows(self) -> tuple[ShiftReason, ...]:
        return (*self._reasons, self._total) if self._total is not None else self._reasons


class ChangeView(QWidget):
    """Shows a `ChangePart`."""

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._heading, self._lines = heading("", theme), body("", theme)
        self._reasons = ReasonsView(theme)
        self._others = aside("", theme)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(5)
        for part in (self._heading, self._lines, self._reasons, self._others):
            room.addWidget(part)

    def show_part(self, part: ChangePart) -> None:
        """Show what changed."""
        _say(self._heading, part.heading)
        _say(self._lines, " ".join(part.lines))
        self._reasons.show_reasons(part.reasons, part.total)
        _say(self._others, part.others)

    @property
    def words(self) -> str:
        """Give the sentences shown."""
        return self._lines.text()


def _said(reason: ShiftReason) -> str:
    move = f" {reason.move}" if reason.move else ""
    return f"{reason.label}{move}: {reason.shift} in log-odds, odds {reason.odds}"


def _say(label: Text, words: str) -> None:
    if label.text() != words:
        label.setText(words)
    label.setVisible(bool(words))
