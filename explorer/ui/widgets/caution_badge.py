"""A small mark for what sets figures apart: a letter in a box, filled where words are withheld."""

import html

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.comparability import Caution
from explorer.style import Theme
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.emptying import empty
from explorer.ui.widgets.lettering import SMALL, font
from explorer.ui.widgets.text import Text, aside

SIZE = 14
_LETTER = 9
_WITHHELD = "“Higher” and “lower” are withheld."
_WARNED = "A warning only."


def said_of(caution: Caution) -> str:
    """Say all of a caution: its words, whether it withholds, and what the source says."""
    forbids = _WITHHELD if caution.withholds else _WARNED
    return " ".join(part for part in (caution.words, forbids, caution.detail) if part)


class CautionBadge(QWidget):
    """The letter of a caution. The box is filled where it withholds, and open where it warns."""

    def __init__(self, caution: Caution, theme: Theme) -> None:
        """Show a caution's letter; the pointer and a screen reader get its words."""
        super().__init__()
        self._caution, self._theme = caution, theme
        self.setFixedSize(SIZE, SIZE)
        self.setAccessibleName(f"{caution.mark}: {said_of(caution)}")
        self.setToolTip(f"<p>{html.escape(said_of(caution))}</p>")

    def sizeHint(self) -> QSize:
        """Ask for a small square."""
        return QSize(SIZE, SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box and the letter."""
        del event
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_full = self._caution.withholds
        painter.setPen(QPen(QColor(theme.mute), 1.0))
        painter.setBrush(QColor(theme.mute) if is_full else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(0.5, 0.5, SIZE - 1, SIZE - 1), 3, 3)
        painter.setFont(font(_LETTER, SEMIBOLD))
        painter.setPen(QColor(theme.card if is_full else theme.mute))
        painter.drawText(
            QRectF(0, 0, SIZE, SIZE), Qt.AlignmentFlag.AlignCenter, self._caution.mark
        )
        painter.end()


class CautionLines(QWidget):
    """What is said of figures side by side: which is higher or why not, and a line a caution."""

    def __init__(self, theme: Theme) -> None:
        """Begin with nothing said."""
        super().__init__()
        self._theme = theme
        self._said: tuple[str, tuple[Caution, ...], str] = ("", (), "")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 2, 0, 2)
        self._room.setSpacing(3)
        self.hide()

    @property
    def badges(self) -> list[CautionBadge]:
        """Give the badges shown."""
        return self.findChildren(CautionBadge)

    def say(self, compared: str, cautions: tuple[Caution, ...], checked: str = "") -> None:
        """Say which figure is higher, or why that is not said; without words nothing is shown.

        `checked` tells what else was looked at: in what the figures are alike.
        """
        if (compared, cautions, checked) != self._said:
            self._said = (compared, cautions, checked)
            self._build()
        self.setVisible(bool(compared or cautions))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._build()

    def _build(self) -> None:
        empty(self._room)
        compared, cautions, checked = self._said
        if compared:
            self._room.addWidget(Text(compared, font(SMALL), self._theme.ink))
        for caution in cautions:
            self._room.addWidget(self._line(caution))
        if checked:
            self._room.addWidget(aside(checked if cautions else f"✓ {checked}", self._theme))

    def _line(self, caution: Caution) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(CautionBadge(caution, self._theme), 0, Qt.AlignmentFlag.AlignTop)
        words = aside(caution.words, self._theme)
        words.setToolTip(f"<p>{html.escape(said_of(caution))}</p>")
        row.addWidget(words, 1)
        return line
