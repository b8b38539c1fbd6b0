"""A note whose links say when they are pointed at, by the mouse or by the keyboard."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QTextCursor

from explorer.style import Theme
from explorer.ui.widgets.note_text import NoteText, is_within

HOVER_MS = 120
"""How long the pointer rests on a link before the link is pointed at."""
_SCROLLING = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Space,
)


class LinkedNote(NoteText):
    """Shows a note, and leaves the keys that scroll to what scrolls it.

    `followed` carries a link within the app, `pointed` a link and where its line is on the
    screen, `left` that no link is pointed at any more. `stepped` carries the link's line, within
    this widget, that the keyboard went to.
    """

    followed = Signal(str)
    pointed = Signal(str, QRect)
    left = Signal()
    stepped = Signal(QRect)

    def __init__(self, markdown: str, theme: Theme) -> None:
        """Show Markdown."""
        super().__init__(markdown, theme)
        self._pointer = QPoint()
        self._met: tuple[str, QRect] = ("", QRect())
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(HOVER_MS)
        self._rest.timeout.connect(self._point_at_met)
        self.setMouseTracking(True)
        self.setStyleSheet(
            f"LinkedNote {{ border: none; padding: 0; background: {theme.card}; }}"
            f"LinkedNote:focus {{ border: none; padding: 0; background: {theme.card}; }}"
        )
        self.anchorClicked.connect(self._go)
        self.highlighted.connect(self._hover)

    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        """Remember where the pointer is, which a link that it meets does not say."""
        self._pointer = e.position().toPoint()
        super().mouseMoveEvent(e)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing once the pointer is gone."""
        super().leaveEvent(event)
        self._leave()

    def focusInEvent(self, e: QFocusEvent) -> None:
        """Go to the first link, or to the last when coming from behind: a ring is on it then."""
        super().focusInEvent(e)
        if e.reason() == Qt.FocusReason.TabFocusReason:
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.focusNextPrevChild(True)
        elif e.reason() == Qt.FocusReason.BacktabFocusReason:
            self.moveCursor(QTextCursor.MoveOperation.End)
            self.focusNextPrevChild(False)

    def focusOutEvent(self, ev: QFocusEvent) -> None:
        """Point at nothing once the focus is gone."""
        super().focusOutEvent(ev)
        self._leave()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own signature
        """Go to the next link, and point at it."""
        went = super().focusNextPrevChild(next)
        cursor = self.textCursor()
        end = QTextCursor(cursor)
        end.setPosition(cursor.selectionEnd())  # going back, the cursor is before the link
        href = end.charFormat().anchorHref() if cursor.hasSelection() else ""
        if went and href:
            line = self.cursorRect(cursor)
            self.stepped.emit(line)
            self._point(href, line)
        else:
            self._leave()
        return went

    def keyPressEvent(self, ev: QKeyEvent) -> None:
        """Leave the keys that scroll to the page, and let Esc point at nothing."""
        if ev.key() == Qt.Key.Key_Escape:
            self._leave()
            ev.ignore()
        elif Qt.Key(ev.key()) in _SCROLLING and not ev.modifiers():
            ev.ignore()
        else:
            super().keyPressEvent(ev)

    def _hover(self, link: QUrl) -> None:
        if link.isEmpty():
            self._leave()
            return
        line = self.cursorRect(self.cursorForPosition(self._pointer))
        line.moveLeft(self._pointer.x())
        self._met = (link.toString(), line)
        self._rest.start()

    def _point_at_met(self) -> None:
        self._point(*self._met)

    def _leave(self) -> None:
        self._rest.stop()
        self.left.emit()

    def _point(self, href: str, line: QRect) -> None:
        if is_within(href):
            place = self.viewport().mapToGlobal(line.topLeft())
            self.pointed.emit(href, QRect(place, line.size()))

    def _go(self, link: QUrl) -> None:
        if is_within(link.toString()):
            self.followed.emit(link.toString())
