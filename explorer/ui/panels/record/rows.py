"""The list of questions: words in up to two lines, and below them states and outcome."""

import html

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from explorer.pages.record import QuestionRow
from explorer.style import Theme
from explorer.ui.theme import REGULAR, SEMIBOLD
from explorer.ui.widgets.kept_row import is_in_sight, show_chosen
from explorer.ui.widgets.lettering import BODY, SMALL, font
from explorer.ui.widgets.text_lines import write

_KEY = Qt.ItemDataRole.UserRole
_BELOW = Qt.ItemDataRole.UserRole + 1
_HEIGHT, _LINE, _SIDE = 62, 18, 12


class QuestionRows(QListWidget):
    """Lists questions; `chosen` carries the id of the one that the user went to.

    `entered` comes when the user wants to go on to the question itself.
    """

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self.theme = theme
        self._shown: tuple[QuestionRow, ...] = ()
        self._is_shown_to = False
        self.setAccessibleName("Questions")
        self.setAccessibleDescription(
            "Up and Down go from question to question; Enter goes to the question beside the list"
        )
        self.setItemDelegate(_RowPainter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._tell)
        self.itemActivated.connect(self._enter)

    @property
    def key(self) -> str:
        """Give the id of the question that is marked; blank for none."""
        at = self.currentRow()
        return str(self.item(at).data(_KEY) or "") if at >= 0 else ""

    def show_rows(self, rows: tuple[QuestionRow, ...], key: str) -> None:
        """Show questions, the one with an id marked; where it is not among them, none is."""
        self._is_shown_to = True
        if rows != self._shown:
            before = self.verticalScrollBar().value()
            self._shown = rows
            self.clear()
            for row in rows:
                self._add(row)
            self.doItemsLayout()
            self.verticalScrollBar().setValue(before)
        place = next((at for at, row in enumerate(rows) if row.key == key), -1)
        if self.currentRow() != place:
            self.setCurrentRow(place)
        self._is_shown_to = False

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the question with Enter or the arrow to the right."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Keep the question that is marked in sight."""
        was_seen = is_in_sight(self, e)
        super().resizeEvent(e)
        if was_seen:
            show_chosen(self)

    def _add(self, row: QuestionRow) -> None:
        item = QListWidgetItem(row.title)
        item.setData(_KEY, row.key)
        item.setData(_BELOW, row.subtitle)
        whose = "Your question" if row.is_own else "Question of the pack"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title} {whose}. {row.subtitle}")
        item.setToolTip(f"<p>{html.escape(row.title)}</p>")
        item.setSizeHint(QSize(100, _HEIGHT))
        self.addItem(item)

    def _enter(self, _item: object = None) -> None:
        self.entered.emit()

    def _tell(self, _now: object = None, _before: object = None) -> None:
        if not self._is_shown_to and self.key:
            self.chosen.emit(self.key)


class _RowPainter(QStyledItemDelegate):
    """Paints a question."""

    def __init__(self, rows: QuestionRows) -> None:
        super().__init__(rows)
        self._rows = rows

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        theme = self._rows.theme
        painter.save()
        if is_chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            has_focus = self._rows.hasFocus()
            painter.setPen(QPen(QColor(theme.accent if has_focus else theme.tint), 1.5))
            painter.setBrush(QColor(theme.tint))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 5, 5)
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        weight = SEMIBOLD if is_chosen else REGULAR
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        lines = two_lines(words, room.width(), weight)
        top = room.top() + (4 if len(lines) > 1 else 12)
        ink = theme.accent if is_chosen else theme.ink
        for line in lines:
            write(painter, QRect(room.left(), top, room.width(), _LINE), line, ink, BODY, weight)
            top += _LINE
        below = QRect(room.left(), top, room.width(), 17)
        write(painter, below, str(index.data(_BELOW)), theme.mute, SMALL)
        painter.restore()


def two_lines(words: str, width: int, weight: int) -> list[str]:
    """Break words into at most two lines of a width in pixels; the second takes all the rest."""
    layout = QTextLayout(words, font(BODY, weight))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(width, 40))
    layout.endLayout()
    end = line.textLength()
    first, rest = words[:end].strip(), words[end:].strip()
    if not rest:
        return [first]
    metrics = QFontMetrics(font(BODY, weight))
    return [first, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
