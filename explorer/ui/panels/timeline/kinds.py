"""The key of the timeline: what each letter means, and which kinds of events are shown."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from explorer.pages.charts import TimelineKind
from explorer.style import Theme
from explorer.ui.widgets.enter import pressed_by
from explorer.ui.widgets.event_mark import RADIUS, paint_event
from explorer.ui.widgets.lettering import SMALL, font, width_of
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.wrap_row import WrapRow

_HEIGHT = 22
_WORDS = 22
_PALE = 0.35
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class KindButton(QAbstractButton):
    """One kind: its mark and title, pale and struck through while it is hidden."""

    stepped = Signal(int)

    def __init__(self, kind: TimelineKind, theme: Theme) -> None:
        """Begin shown."""
        super().__init__()
        self.kind = kind
        self._theme = theme
        self.setCheckable(True)
        self.setChecked(True)
        self.setText(kind.title)
        self.setAccessibleName(f"{kind.title}, letter {kind.letter}")
        self.setToolTip(f"Show or hide: {kind.title}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the mark and the title."""
        return QSize(_WORDS + width_of(self.text(), font(SMALL)) + 6, _HEIGHT)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Go to a neighbour with the arrows; be pressed by Enter too."""
        if pressed_by(e, self):
            return
        step = _STEPS.get(Qt.Key(e.key()))
        if step is None:
            super().keyPressEvent(e)
        else:
            self.stepped.emit(step)

    def paintEvent(self, e: QPaintEvent) -> None:
        """Paint mark and title, and a ring while it has the focus."""
        del e
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isChecked() else _PALE)
        middle = self.height() / 2
        paint_event(painter, self.kind, theme, QPointF(11, middle), is_exact=self.isChecked())
        painter.setOpacity(1.0)
        letters = font(SMALL)
        painter.setFont(letters)
        painter.setPen(QColor(theme.ink if self.isChecked() else theme.mute))
        room = QRectF(_WORDS, 0, self.width() - _WORDS, self.height())
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side, self.text())
        if not self.isChecked():
            width = width_of(self.text(), letters)
            painter.drawLine(QPointF(_WORDS, middle + 1), QPointF(_WORDS + width, middle + 1))
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.line), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(0.6, 0.6, -0.6, -0.6)
            painter.drawRoundedRect(ring, RADIUS / 2 + 1, RADIUS / 2 + 1)
        painter.end()


class KindKey(QWidget):
    """All kinds, one after the other; `changed` comes when the user shows or hides some.

    Tab stops at one of them alone, and the arrows go from one to the next.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without kinds."""
        super().__init__()
        self._theme = theme
        self.buttons: list[KindButton] = []
        self.all_link = LinkButton("Hide all kinds", theme)
        self.all_link.clicked.connect(self._switch_all)
        self.setAccessibleName("Kinds of events shown")
        self._row = WrapRow(self, across=4, down=0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row.addWidget(self.all_link)

    @property
    def hidden(self) -> frozenset[str]:
        """Give the keys of the kinds that are hidden."""
        return frozenset(each.kind.key for each in self.buttons if not each.isChecked())

    def show_kinds(self, kinds: tuple[TimelineKind, ...]) -> None:
        """Offer kinds; those that were hidden stay so."""
        if tuple(each.kind for each in self.buttons) == kinds:
            return
        hidden = self.hidden
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._row.removeWidget(self.all_link)
        self.buttons = []
        for kind in kinds:
            button = KindButton(kind, self._theme)
            button.setChecked(kind.key not in hidden)
            button.toggled.connect(self._tell)
            button.stepped.connect(self._step)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._row.addWidget(button)
            self.buttons.append(button)
        self._row.addWidget(self.all_link)
        if self.buttons:
            self._take_tab(self.buttons[0])
        self._say_all()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        for button in self.buttons:
            button.set_theme(theme)
        self.all_link.set_theme(theme)

    def show_all(self) -> None:
        """Show all kinds, and say so once."""
        self._set_all(is_on=True)

    def _switch_all(self) -> None:
        self._set_all(is_on=bool(self.hidden))

    def _set_all(self, *, is_on: bool) -> None:
        for button in self.buttons:
            button.blockSignals(True)
            button.setChecked(is_on)
            button.blockSignals(False)
            button.update()
        self._tell()

    def _tell(self, _is_on: object = None) -> None:
        self._say_all()
        self.changed.emit()

    def _say_all(self) -> None:
        words = "Show all kinds" if self.hidden else "Hide all kinds"
        self.all_link.setText(words)
        self.all_link.setAccessibleName(words)
        self._row.invalidate()

    def _step(self, by: int) -> None:
        at = next((i for i, each in enumerate(self.buttons) if each.hasFocus()), 0) + by
        if 0 <= at < len(self.buttons):
            self._take_tab(self.buttons[at])
            self.buttons[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_tab(self, stop: KindButton) -> None:
        policy = Qt.FocusPolicy
        for button in self.buttons:
            button.setFocusPolicy(policy.StrongFocus if button is stop else policy.ClickFocus)
