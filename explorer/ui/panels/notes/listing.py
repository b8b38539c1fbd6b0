"""The list of notes: the user's own and the bundled ones, by kind, with a box to filter them."""

import html

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from explorer.pages.notes_view import NoteGroup, NoteList, NoteRow, NoteSection
from explorer.style import Theme
from explorer.ui.theme import REGULAR, SEMIBOLD
from explorer.ui.widgets.lettering import BODY, SMALL, capitals
from explorer.ui.widgets.text_lines import write

_KEY = Qt.ItemDataRole.UserRole
_KIND = Qt.ItemDataRole.UserRole + 1
_BELOW = Qt.ItemDataRole.UserRole + 2
_SECTION, _GROUP, _NOTE, _NOTHING = "section", "group", "note", "nothing"
_HEIGHTS = {_SECTION: 32, _GROUP: 25, _NOTE: 41, _NOTHING: 28}
_SIDE = 10


class NoteRows(QListWidget):
    """Lists notes under headings; `chosen` carries the key of the one that the user went to.

    `entered` comes when the user wants to go on to the note itself.
    """

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._shown: NoteList | None = None
        self._is_shown_to = False
        self.setAccessibleName("Notes")
        self.setItemDelegate(_RowPainter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.theme = theme
        self.currentItemChanged.connect(self._tell)
        self.itemActivated.connect(self._enter)

    @property
    def key(self) -> str:
        """Give the key of the note that is marked; blank for none."""
        at = self.currentRow()
        return str(self.item(at).data(_KEY) or "") if at >= 0 else ""

    def show_list(self, notes: NoteList, key: str) -> None:
        """Show the notes, the one with a key marked; where it is not among them, none is."""
        self._is_shown_to = True
        is_same, before = key == self.key, self.verticalScrollBar().value()
        if notes != self._shown:
            self._shown = notes
            self.clear()
            for section in notes.sections:
                self._add_section(section)
        self._mark(key)
        if is_same:
            self.doItemsLayout()  # without which there would be no place to go back to yet
            self.verticalScrollBar().setValue(before)
        self._is_shown_to = False

    def to_first(self) -> None:
        """Go to the first note."""
        first = next((at for at in range(self.count()) if self.item(at).data(_KEY)), None)
        if first is not None:
            self.setCurrentRow(first)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the note with Enter or the arrow to the right."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _mark(self, key: str) -> None:
        for at in range(self.count()):
            if key and self.item(at).data(_KEY) == key:
                if self.currentRow() != at:
                    self.setCurrentRow(at)
                return
        self.setCurrentItem(None)  # pyright: ignore[reportArgumentType] - Qt takes none for none
        self.clearSelection()

    def _add_section(self, section: NoteSection) -> None:
        self._add(f"{section.title} · {section.count}", _SECTION)
        if section.nothing:
            self._add(section.nothing, _NOTHING)
        for group in section.groups:
            self._add_group(group)

    def _add_group(self, group: NoteGroup) -> None:
        self._add(group.heading, _GROUP)
        for row in group.rows:
            self._add_note(row)

    def _add_note(self, row: NoteRow) -> None:
        item = self._add(row.title, _NOTE)
        item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
        item.setData(_KEY, row.key)
        item.setData(_BELOW, row.subtitle)
        whose = "Your note" if row.is_own else "Bundled note"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title}. {whose}. {row.subtitle}")
        item.setToolTip(f"<p>{html.escape(row.title)}</p>")

    def _add(self, words: str, kind: str) -> QListWidgetItem:
        item = QListWidgetItem(words)
        item.setData(_KIND, kind)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(QSize(100, _HEIGHTS[kind]))
        self.addItem(item)
        return item

    def _enter(self, _item: object = None) -> None:
        self.entered.emit()

    def _tell(self, _now: object = None, _before: object = None) -> None:
        if not self._is_shown_to and self.key:
            self.chosen.emit(self.key)


class _RowPainter(QStyledItemDelegate):
    """Paints a heading, or a note in two lines."""

    def __init__(self, rows: NoteRows) -> None:
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
        theme = self._rows.theme
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.save()
        match str(index.data(_KIND)):
            case "section":
                write(painter, room.adjusted(0, 8, 0, 0), words, theme.ink, BODY, SEMIBOLD)
            case "group":
                painter.setFont(capitals())
                painter.setPen(QColor(theme.mute))
                bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
                painter.drawText(room.adjusted(0, 0, 0, -4), bottom, words)
            case "note":
                is_chosen = bool(state & QStyle.StateFlag.State_Selected)
                self._paint_ground(painter, rect, theme, is_chosen=is_chosen)
                self._paint_note(
                    painter, room, words, str(index.data(_BELOW)), is_chosen=is_chosen
                )
            case _:
                write(painter, room, words, theme.mute, SMALL)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, theme: Theme, *, is_chosen: bool
    ) -> None:
        if not is_chosen:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = self._rows.hasFocus()
        painter.setPen(QPen(QColor(theme.accent if has_focus else theme.tint), 1.5))
        painter.setBrush(QColor(theme.tint))
        painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 5, 5)

    def _paint_note(
        self, painter: QPainter, room: QRect, title: str, below: str, *, is_chosen: bool
    ) -> None:
        theme = self._rows.theme
        first = QRect(room.left(), room.top() + 4, room.width(), 18)
        second = QRect(room.left(), room.top() + 21, room.width(), 16)
        ink = theme.accent if is_chosen else theme.ink
        write(painter, first, title, ink, BODY, SEMIBOLD if is_chosen else REGULAR)
        write(painter, second, below, theme.mute, SMALL)


class FilterBox(QLineEdit):
    """Takes the words that a note must hold; `entered` leads on to the list."""

    entered = Signal()

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setPlaceholderText("Filter notes")
        self.setAccessibleName("Filter notes")
        self.setAccessibleDescription(
            "Words that a note must hold; the arrow down goes to the list"
        )
        self.setClearButtonEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the list with the arrow down or Enter, and clear with Esc."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
