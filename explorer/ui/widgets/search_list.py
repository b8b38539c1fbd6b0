"""The list under the search box: hits in groups, each with what was typed marked in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from explorer.ui.theme import mark
from explorer.ui.widgets.search_rows import Hit, HitRow, RowDelegate, row_height

NOTHING = "Nothing found"
_ROW = Qt.ItemDataRole.UserRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_WIDTH = 600
_EDGE = 5


@dataclass(frozen=True, slots=True)
class HitGroup:
    """Hits under a title; `more` is how many of its kind are not among them."""

    title: str
    hits: tuple[Hit, ...]
    more: int = 0


class HitList(QFrame):
    """Shows hits; the keys are the box's, and a click says which row was meant."""

    clicked = Signal(object)
    """The row that was clicked on."""

    def __init__(self, window: QWidget) -> None:
        """Lie over a window, so that the box beside it keeps the focus."""
        super().__init__(window)
        mark(self, "card")
        self._list = QListWidget(self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName("Hits")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.setItemDelegate(RowDelegate(self._list))
        self._list.setMouseTracking(True)
        self._list.clicked.connect(self._tell)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        inside.addWidget(self._list)
        self._rows: tuple[HitRow, ...] = ()

    @property
    def current(self) -> HitRow | None:
        """Give the row that Enter would choose."""
        at = self._list.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def show_groups(
        self, groups: Sequence[HitGroup], opened: str = "", nothing: str = NOTHING
    ) -> None:
        """Show groups, the first hit chosen; an `opened` group stands alone, with many hits."""
        self._rows = _rows(groups, opened) or (HitRow("", nothing),)
        self._list.setUpdatesEnabled(False)
        self._list.clear()
        for row in self._rows:
            item = QListWidgetItem()
            item.setData(_ROW, row)
            item.setData(_SPOKEN, row.spoken)
            item.setSizeHint(QSize(0, row_height(row)))
            if not row.can_be_chosen:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            elif row.hit is not None and row.hit.whole:
                item.setToolTip(row.hit.whole)
            self._list.addItem(item)
        self._list.setUpdatesEnabled(True)
        self._list.scrollToTop()
        self._list.setCurrentRow(self._next_from(-1, 1))

    def step(self, step: int) -> None:
        """Go to the next row that can be chosen, or back, and round at the ends."""
        self._choose(self._next_from(self._list.currentRow(), step))

    def step_group(self, step: int) -> None:
        """Go to the first hit of the next group, or of the one before."""
        heads = [at for at, row in enumerate(self._rows) if row.is_heading]
        if not heads:
            return
        here = sum(1 for at in heads if at < self._list.currentRow()) - 1
        self._choose(self._next_from(heads[(here + step) % len(heads)], 1))

    def place_under(self, box: QWidget) -> None:
        """Lie under a box, as high as the rows are or as there is room."""
        window = box.window()
        width = max(box.width(), min(_WIDTH, window.width() - 24))
        corner = box.mapTo(window, QPoint(box.width() - width, box.height() + 3))
        corner.setX(max(corner.x(), 8))
        wanted = sum(row_height(row) for row in self._rows) + 2 * _EDGE + 2
        height = min(wanted, window.height() - corner.y() - 12)
        self.setGeometry(corner.x(), corner.y(), width, height)
        self.show()
        self.raise_()

    def _next_from(self, at: int, step: int) -> int:
        count = len(self._rows)
        for way in range(1, count + 1):
            place = (at + step * way) % count
            if self._rows[place].can_be_chosen:
                return place
        return -1

    def _choose(self, at: int) -> None:
        if at < 0:
            return
        self._list.setCurrentRow(at)
        if at and self._rows[at - 1].is_heading:
            self._list.scrollToItem(self._list.item(at - 1))  # its title with it
        self._list.scrollToItem(self._list.item(at))

    def _tell(self, index: QModelIndex) -> None:
        row = self._rows[index.row()]
        if row.can_be_chosen:
            self.clicked.emit(row)


def _rows(groups: Sequence[HitGroup], opened: str) -> tuple[HitRow, ...]:
    rows: list[HitRow] = []
    for group in groups:
        count = len(group.hits) + group.more
        note = f"{count:,} · Esc goes back" if opened else ""
        rows.append(HitRow(group.title, note, is_heading=True))
        total = len(group.hits)
        rows += [
            HitRow(group.title, hit=hit, spoken=f"{group.title}, {at} of {total}: {hit.spoken}")
            for at, hit in enumerate(group.hits, start=1)
        ]
        if group.more and opened:
            words = f"{group.more:,} more; another word narrows them down"
            rows.append(HitRow(group.title, words))
        elif group.more:
            words = f"{group.more:,} more…"
            spoken = f"{group.title}: {group.more:,} more. Enter shows them."
            rows.append(HitRow(group.title, words, spoken=spoken, opens=True))
    return tuple(rows)
