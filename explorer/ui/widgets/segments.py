"""A row of choices of which one is chosen, joined into one control."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from explorer.style import Theme
from explorer.ui.theme import REGULAR, SEMIBOLD, font
from explorer.ui.widgets.enter import pressed_by
from explorer.ui.widgets.lettering import CLOSE
from explorer.ui.widgets.text_lines import text_width, write

_HEIGHT = 26
_PAD = 10
_DOT = 8
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Segment(QAbstractButton):
    """One choice. A dot behind its words says that something is changed there.

    `stepped` carries 1 or -1 when an arrow key asks for a neighbour.
    """

    stepped = Signal(int)

    def __init__(self, key: str, words: str, short: str, theme: Theme) -> None:
        """Begin unchosen; `short` is shown where the words do not fit."""
        super().__init__()
        self.key = key
        self._words, self._short = words, short
        self._theme = theme
        self._has_dot = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_short(self, *, is_short: bool) -> None:
        """Show the short form, or the words again."""
        self.setText(self._short if is_short else self._words)
        self.setToolTip(self._words if is_short else "")

    def set_dot(self, *, has_dot: bool, words: str) -> None:
        """Show whether something is changed there; `words` say it."""
        self._has_dot = has_dot
        self.setAccessibleDescription(words)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def wanted(self, *, is_short: bool) -> int:
        """Give the width that the words, or the short form, take."""
        words = self._short if is_short else self._words
        return int(text_width(words, CLOSE, SEMIBOLD)) + 2 * _PAD + _DOT

    def sizeHint(self) -> QSize:
        """Ask for the room of the words as they are now."""
        return QSize(self.wanted(is_short=self.text() == self._short), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Accept the room of the short form."""
        return QSize(self.wanted(is_short=True), _HEIGHT)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Go to a neighbour with the arrows; be pressed by Enter too."""
        if pressed_by(e, self):
            return
        step = _STEPS.get(Qt.Key(e.key()))
        if step is None:
            super().keyPressEvent(e)
        else:
            self.stepped.emit(step)

    def nextCheckState(self) -> None:
        """Stay chosen when pressed again."""
        self.setChecked(True)

    def paintEvent(self, e: QPaintEvent) -> None:
        """Paint the ground of what is chosen, the words, and the dot."""
        del e
        theme, is_on = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_on or self.underMouse():
            painter.setBrush(QColor(theme.tint if is_on else theme.section))
            painter.drawRoundedRect(room, 5, 5)
        ink = theme.accent if is_on else theme.ink
        weight = SEMIBOLD if is_on else REGULAR
        painter.setFont(font(CLOSE, weight))
        place = self.rect().adjusted(4, 0, -4, 0)
        write(painter, place, self.text(), ink, CLOSE, weight, Qt.AlignmentFlag.AlignHCenter)
        if self._has_dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hold))
            middle = (self.width() + text_width(self.text(), CLOSE, weight)) / 2 + 3
            painter.drawEllipse(QRectF(min(middle, self.width() - 8), 7, 4, 4))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room, 5, 5)
        painter.end()


class Segments(QWidget):
    """Choices side by side; `chosen` carries the key of the one that the user took."""

    chosen = Signal(str)

    def __init__(self, name: str, theme: Theme) -> None:
        """Begin without choices; `name` says what is chosen among them."""
        super().__init__()
        self._theme = theme
        self._is_shown_to = False
        self.buttons: list[Segment] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)

    @property
    def key(self) -> str:
        """Give the key of what is chosen, or a blank."""
        return next((each.key for each in self.buttons if each.isChecked()), "")

    def show_choices(self, choices: tuple[tuple[str, str, str], ...]) -> None:
        """Offer choices: key, words, and a short form."""
        if [each.key for each in self.buttons] == [key for key, _, _ in choices]:
            return
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for key, words, short in choices:
            button = self.make(key, words, short)
            button.toggled.connect(self._tell)
            button.stepped.connect(self._step)
            self._row.addWidget(button)
            button.show()  # now, and not in a later turn: it may be given the focus in this one
            self.buttons.append(button)
        self._fit()
        self.updateGeometry()  # they may want more room than those before, or less

    def make(self, key: str, words: str, short: str) -> Segment:
        """Make the button of a choice."""
        return Segment(key, words, short, self._theme)

    def show_chosen(self, key: str) -> None:
        """Show which is chosen."""
        self._is_shown_to = True
        for button in self.buttons:
            if button.key == key:
                button.setChecked(True)
                if self.hasFocus():
                    button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_shown_to = False

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        for button in self.buttons:
            button.set_theme(theme)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the chosen one. As its proxy it would be a second stop for Tab."""
        super().focusInEvent(event)
        chosen = next((each for each in self.buttons if each.isChecked()), None)
        if chosen is not None:
            chosen.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words where they do not fit."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for all words whole."""
        return QSize(sum(each.wanted(is_short=False) for each in self.buttons) + 2, _HEIGHT + 2)

    def minimumSizeHint(self) -> QSize:
        """Accept the short forms."""
        return QSize(sum(each.wanted(is_short=True) for each in self.buttons) + 2, _HEIGHT + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame round all."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.setBrush(QColor(self._theme.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.end()

    def _step(self, by: int) -> None:
        """Choose the next one, or the one before; from the last there is no next."""
        at = self.buttons.index(next(each for each in self.buttons if each.hasFocus())) + by
        if 0 <= at < len(self.buttons):
            self.buttons[at].setChecked(True)
            self.buttons[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        wanted = sum(each.wanted(is_short=False) for each in self.buttons) + 2
        is_short = bool(self.buttons) and self.width() < wanted
        for button in self.buttons:
            button.set_short(is_short=is_short)

    def _mind_tabs(self) -> None:
        """Let Tab stop at the chosen one alone, as in every group of which one is chosen."""
        policy = Qt.FocusPolicy
        for button in self.buttons:
            is_stop = button.isChecked() or not self.key
            button.setFocusPolicy(policy.StrongFocus if is_stop else policy.ClickFocus)

    def _tell(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signal hands a lone bool
        if is_on:
            self._mind_tabs()
        if is_on and not self._is_shown_to:
            self.chosen.emit(self.key)
