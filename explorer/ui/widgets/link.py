"""Words that act: links to the outside and small actions, with focus ring and keyboard."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from explorer.style import Theme
from explorer.ui.widgets.enter import pressed_by
from explorer.ui.widgets.lettering import SMALL, font

_PAD = 1


class LinkButton(QAbstractButton):
    """A button that looks like words; words that do not fit are cut, and read out whole."""

    def __init__(self, words: str, theme: Theme, letters: QFont | None = None) -> None:
        """Make a button; connect `clicked`."""
        super().__init__()
        self.setText(words)
        self.setAccessibleName(words)
        self.setFont(letters or font(SMALL))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._colour = theme.accent
        self._faint = theme.faint

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._colour = theme.accent
        self._faint = theme.faint
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the words and a little room for the focus ring."""
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text()) + 2 * _PAD + 2
        return QSize(width, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Accept a narrow place: the words are then cut with an ellipsis."""
        return QSize(24, self.sizeHint().height())

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Be pressed by Enter too; leave keys with Alt, such as arrows, to the window."""
        if pressed_by(e, self):
            return
        if e.modifiers() & Qt.KeyboardModifier.AltModifier:
            e.ignore()
        else:
            super().keyPressEvent(e)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Underline under the pointer."""
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, underlined under the pointer, with a ring while they have the focus."""
        del event
        painter = QPainter(self)
        letters = QFont(self.font())
        letters.setUnderline(self.underMouse() and self.isEnabled())
        painter.setFont(letters)
        painter.setPen(QColor(self._colour if self.isEnabled() else self._faint))
        room = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        words = QFontMetrics(letters).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._colour), 1.0))
            ring: QRect = self.rect().adjusted(0, 0, -1, -1)
            painter.drawRoundedRect(ring, 3, 3)
        painter.end()
