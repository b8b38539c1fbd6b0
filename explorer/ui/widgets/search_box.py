"""The search box: hits appear below as one types, Enter jumps to the first or the chosen one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from explorer.ui.widgets.search_list import NOTHING, HitGroup, HitList
from explorer.ui.widgets.search_rows import Hit, HitRow

_WIDE = 178
_HINT = "Type; the arrows choose, Page Down goes to the next group, Enter opens, Escape leaves."
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_GROUP_STEPS: dict[int, int] = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ENTER: set[int] = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SearchBox(QLineEdit):
    """Asks `find` for hits at each key, and says which one the user jumps to.

    `find` takes what was typed and the title of the group that was opened, blank for all.
    """

    jumped = Signal(object)
    """The goal of the hit that the user chose."""

    def __init__(
        self,
        find: Callable[[str, str], Sequence[HitGroup]],
        parent: QWidget | None = None,
        nothing: Callable[[], str] = lambda: NOTHING,
    ) -> None:
        """Search with a function that must answer within a key's time.

        `nothing` gives what is said where nothing is found.
        """
        super().__init__(parent)
        self._find = find
        self._nothing = nothing
        self._list: HitList | None = None
        self._groups: tuple[HitGroup, ...] = ()
        self._opened = ""
        self.setAccessibleName("Search everything")
        self.setAccessibleDescription(_HINT)
        self.setClearButtonEnabled(False)
        self.textEdited.connect(self._search)

    @property
    def groups(self) -> tuple[HitGroup, ...]:
        """Give the groups in sight, the best first."""
        return self._groups if self._list is not None and self._list.isVisible() else ()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Give the hits in sight, in the order of the list."""
        return tuple(hit for group in self.groups for hit in group.hits)

    @property
    def hit_list(self) -> HitList | None:
        """Give the list of hits, once there was one."""
        return self._list

    def refresh(self) -> None:
        """Search again for what is typed, where its hits are in sight: more can be found now."""
        if self.groups:
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self.setPlaceholderText("Search everything  Ctrl+K" if wide else "Search  Ctrl+K")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select what was typed before."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the hits away."""
        super().focusOutEvent(event)
        self._hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the hits with the arrows, jump with Enter, leave with Escape."""
        listed = self._list if self.groups else None
        key = event.key()
        if listed is not None and (step := _STEPS.get(key)):
            listed.step(step)
            self._say_current()
        elif listed is not None and (step := _GROUP_STEPS.get(key)):
            listed.step_group(step)
            self._say_current()
        elif key in _ENTER:
            if listed is None:
                self._search(self.text())
            if self._list is not None and self.groups:
                self._take(self._list.current)
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the hits away when the window changes, lest they lie elsewhere than the box."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._hide()
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        self._opened = ""
        if text.strip():
            self._show()
        else:
            self._hide()

    def _show(self) -> None:
        """Show the hits of what is typed."""
        self._groups = tuple(self._find(self.text(), self._opened))
        listed = self._made_list()
        listed.show_groups(self._groups, self._opened, self._nothing())
        listed.place_under(self)
        self._say_current()

    def _made_list(self) -> HitList:
        """Give the list, made when first needed; in the window, so the box keeps the focus."""
        if self._list is None:
            self._list = HitList(self.window())
            self._list.clicked.connect(self._take)
            self.window().installEventFilter(self)
        return self._list

    def _take(self, row: HitRow | None) -> None:
        """Jump to the hit of a row, or open its group."""
        if row is None:
            return
        if row.hit is not None:
            self._hide()
            self.clear()
            self.jumped.emit(row.hit.goal)
        elif row.opens:
            self._opened = row.group
            self._show()

    def _leave(self) -> None:
        """Go back from a group to all of them, and from there out of the search."""
        if self._opened and self.groups:
            self._opened = ""
            self._show()
            return
        self._hide()
        self.clear()

    def _say_current(self) -> None:
        """Tell a screen reader which row is chosen, while the focus stays in the box."""
        row = self._list.current if self._list is not None else None
        words = row.spoken if row is not None and row.can_be_chosen else self._nothing()
        self.setAccessibleDescription(words)

    def _hide(self) -> None:
        self._opened = ""
        self.setAccessibleDescription(_HINT)
        if self._list is not None:
            self._list.hide()
