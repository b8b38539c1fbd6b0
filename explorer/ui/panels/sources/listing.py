"""The list of sources, with what filters it."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from explorer.pages.source_list import SourceRow
from explorer.style import Theme
from explorer.ui.theme import REGULAR, SEMIBOLD
from explorer.ui.widgets.lettering import CLOSE, SMALL
from explorer.ui.widgets.text_lines import write

_ROW = Qt.ItemDataRole.UserRole
_HEIGHT = 56
_SIDE = 16
_Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractListModel):
    """Holds the rows shown."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[SourceRow] = ()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """Count the rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a row as a whole, its title, and what is read out."""
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.title}. {row.line}. {row.uses}"
            case _ if role == _ROW:
                return row
            case _:
                return None

    def show(self, rows: Sequence[SourceRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


class SourceRows(QListView):
    """Lists sources. `chosen` carries the id of the one gone to, `entered` that its page is.

    The rows are of one height and painted, so that a long list is there at once.
    """

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self.theme = theme
        self._model = _Rows()
        self._is_shown_to = False
        self.setModel(self._model)
        self.setItemDelegate(_RowPainter(self))
        self.setUniformItemSizes(True)
        self.setAccessibleName("Sources")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.activated.connect(self._enter)

    @property
    def rows(self) -> Sequence[SourceRow]:
        """Give the rows shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[SourceRow], key: str) -> None:
        """Show rows, that of an id marked if it is among them."""
        self._is_shown_to = True
        if rows != self._model.rows:
            self._model.show(rows)
        self.mark(key)
        self._is_shown_to = False

    def mark(self, key: str) -> None:
        """Mark the row of an id, and none where it is not shown."""
        was, self._is_shown_to = self._is_shown_to, True
        place = next((at for at, row in enumerate(self.rows) if row.id == key), -1)
        if place < 0:
            self.selectionModel().clear()
        elif self.currentIndex().row() != place:
            index = self._model.index(place)
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.scrollTo(index)
        self._is_shown_to = was

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.theme = theme
        self.viewport().update()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Say which row the user went to."""
        super().currentChanged(current, previous)
        if not self._is_shown_to and current.isValid():
            self.chosen.emit(self.rows[current.row()].id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keys; that Qt then makes the first row the current one is nobody's choice."""
        was, self._is_shown_to = self._is_shown_to, True
        super().focusInEvent(event)
        self._is_shown_to = was

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the page with Enter or the arrow to the right; leave keys with Alt be."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _enter(self, _index: object = None) -> None:
        self.entered.emit()


class _RowPainter(QStyledItemDelegate):
    """Paints a source in three lines: title, who and when, and what uses it."""

    def __init__(self, view: SourceRows) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give each row the same height."""
        del option, index
        return QSize(100, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        row, theme = index.data(_ROW), self._view.theme
        if not isinstance(row, SourceRow):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_chosen:
            self._paint_ground(painter, rect)
        else:
            painter.setPen(QColor(theme.line))
            painter.drawLine(
                rect.left() + _SIDE, rect.bottom(), rect.right() - _SIDE, rect.bottom()
            )
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        ink = theme.accent if is_chosen else theme.ink
        first = QRect(room.left(), room.top() + 4, room.width(), 17)
        weight = SEMIBOLD if is_chosen else REGULAR
        write(painter, first, row.title, ink, CLOSE, weight)
        write(painter, first.translated(0, 16), row.line, theme.mute, SMALL)
        caveat = " · △ caveat" if row.has_caveat else ""
        write(painter, first.translated(0, 31), f"{row.uses}{caveat}", theme.mute, SMALL)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect) -> None:
        theme = self._view.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = theme.accent if self._view.hasFocus() else theme.tint
        painter.setPen(QPen(QColor(ring), 1.5))
        painter.setBrush(QColor(theme.tint))
        painter.drawRoundedRect(rect.adjusted(3, 1, -3, -2), 5, 5)
