"""The search box: hits appear below as one types, Enter jumps to the first or the chosen one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from explorer.ui.theme import mark

_ROW = 24
_WIDE = 196
_MOST = 12


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: what it is called, what it is (“Factor”), and what to jump to."""

    title: str
    kind: str
    goal: object


class SearchBox(QLineEdit):
    """Asks `find` for hits at each key, and says which one the user jumps to."""

    jumped = Signal(object)
    """The goal of the hit that the user chose."""

    def __init__(
        self, find: Callable[[str], Sequence[Hit]], parent: QWidget | None = None
    ) -> None:
        """Search with a function that must answer within a key's time."""
        super().__init__(parent)
        self._find = find
        self._list: QListWidget | None = None
        self._frame: QFrame | None = None
        self._hits: tuple[Hit, ...] = ()
        self.setAccessibleName("Search or jump to a country, a factor or a view")
        self.setClearButtonEnabled(False)
        self.textEdited.connect(self._search)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Give the hits in sight, best first."""
        return self._hits if self._frame is not None and self._frame.isVisible() else ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self.setPlaceholderText("Search or jump to…  Ctrl+K" if wide else "Search  Ctrl+K")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select what was typed before, and show its hits again."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the hits away."""
        super().focusOutEvent(event)
        self._hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the hits with the arrows, jump with Enter, leave with Escape."""
        listed = self._list if self.hits else None
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up if listed is not None:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                listed.setCurrentRow((listed.currentRow() + step) % listed.count())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if listed is None:
                    self._search(self.text())
                self._jump(self._list.currentRow() if self._list else 0)
            case Qt.Key.Key_Escape:
                self._hide()
                self.clear()
            case _:
                super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the hits under the box when the window changes."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._hide()
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        self._hits = tuple(self._find(text))[:_MOST] if text.strip() else ()
        if not text.strip():
            self._hide()
            return
        listed, frame = self._made_list()
        listed.clear()
        for hit in self._hits:
            item = QListWidgetItem(f"{hit.title}   ·   {hit.kind}")
            item.setToolTip(hit.kind)
            listed.addItem(item)
        if not self._hits:
            nothing = QListWidgetItem("Nothing found")
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            listed.addItem(nothing)
        listed.setCurrentRow(0)
        self._place(frame)

    def _place(self, frame: QFrame) -> None:
        window = self.window()
        width = max(self.width(), min(420, window.width() - 24))
        height = _ROW * max(len(self._hits), 1) + 12
        corner = self.mapTo(window, QPoint(self.width() - width, self.height() + 3))
        corner.setX(max(corner.x(), 8))
        frame.setGeometry(corner.x(), corner.y(), width, height)
        frame.show()
        frame.raise_()

    def _made_list(self) -> tuple[QListWidget, QFrame]:
        """Give the list, made when first needed; in the window, so the box keeps the focus."""
        if self._list is None or self._frame is None:
            self._frame = QFrame(self.window())
            mark(self._frame, "card")
            self._list = QListWidget(self._frame)
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setAccessibleName("Hits")
            self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._list.clicked.connect(self._jump_to_current)
            inside = QVBoxLayout(self._frame)
            inside.setContentsMargins(4, 4, 4, 4)
            inside.addWidget(self._list)
            self.window().installEventFilter(self)
        return self._list, self._frame

    def _jump_to_current(self) -> None:
        if self._list is not None:
            self._jump(self._list.currentRow())

    def _jump(self, row: int) -> None:
        if 0 <= row < len(self._hits):
            hit = self._hits[row]
            self._hide()
            self.clear()
            self.jumped.emit(hit.goal)

    def _hide(self) -> None:
        if self._frame is not None:
            self._frame.hide()
