"""The grid: a table that fits its columns to the room and pins what must stay in sight."""

from functools import partial
from itertools import product

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from explorer.pages.compare import Column, ComparePage
from explorer.pages.view import Target
from explorer.ui.panels.compare.delegate import CompareDelegate
from explorer.ui.panels.compare.header import CompareHeader
from explorer.ui.panels.compare.layout import TableSizes, table_sizes, with_air
from explorer.ui.panels.compare.model import CompareModel, Index
from explorer.ui.panels.compare.pinned import (
    PinnedView,
    set_sizes,
    set_up_table,
    span_headings,
)
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.kept_row import is_in_sight, show_chosen

_SCROLL_BAR = 11
_PINNED_SHARE = 0.6
"""The most of the width that pinned columns may take; else only the factors are pinned."""
_FOOT_LEAST = 360
"""The least height of the rows in sight, in pixels, with which the outcomes are pinned."""
_FOOT_ROWS = 2
"""The likely outcomes are the last rows: their heading and the ladder."""


class CompareGrid(QTableView):
    """Shows a ComparePage. It says what the user selected, and shows the selection it is given."""

    chosen = Signal(object)
    """A Target that the user selected: a cell, or a country by a click on its name."""
    laid_out = Signal()
    """Rows and columns have new sizes, so `natural_height` is another."""
    entered = Signal()
    """The user pressed Enter: the details are wanted."""

    def __init__(self, themes: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._themes = themes
        self._model = CompareModel(self)
        self._delegate = CompareDelegate(self._model, themes)
        self._header = self._make_header()
        self._pinned: dict[tuple[bool, bool], PinnedView] = {}
        self._foot_height = 0
        self._natural_height = 0
        self._pinned_columns = 0
        self._quiet = False
        self.setObjectName("compare-grid")
        self.setAccessibleName("Comparison of factors and likely outcomes")
        set_up_table(self, self._model, self._delegate)
        self.setHorizontalHeader(self._header)
        self.setTabKeyNavigation(False)
        self.horizontalScrollBar().valueChanged.connect(self._scroll_across)
        self.verticalScrollBar().valueChanged.connect(self._scroll_down)
        themes.changed.connect(self._repaint)

    @property
    def compare_model(self) -> CompareModel:
        """Give the model."""
        return self._model

    def show_page(self, page: ComparePage) -> None:
        """Show a page; the selection must be given again after."""
        self._quiet = True
        self._model.show(page)
        span_headings(self, self._model)
        self._quiet = False
        self._lay_out()

    def show_selection(self, target: Target) -> None:
        """Show what is selected: a cell, a row's factor, or a country's column."""
        self._quiet = True
        delegate, model = self._delegate, self._model
        delegate.selected_column = -1
        if target.kind == "country":
            delegate.selected_row, delegate.current = -1, (-1, -1)
            delegate.selected_column = self._column_of(target.iso3)
        else:
            index = self._index_for(target)
            if index.isValid():
                flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(index, flag)
            else:
                self.selectionModel().clear()
            delegate.selected_row = index.row()
            delegate.current = (index.row(), index.column())
        for header in self._headers():
            header.selected_column = delegate.selected_column
        self._quiet = False
        if model.rowCount():
            self._repaint()

    @property
    def natural_height(self) -> int:
        """Give the height in which nothing has to scroll and the rows have all their air."""
        return self._natural_height

    @property
    def is_on_difference(self) -> bool:
        """Say whether the user is on the difference of a pair, not on a country or a factor."""
        index = self.currentIndex()
        return (
            self._delegate.selected_column < 0
            and index.isValid()
            and self._model.columns[index.column()] == "difference"
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the actions that the grid was given, on what was clicked or is selected."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            middle = self.visualRect(self.currentIndex()).center()
            self._open_menu(self.viewport().mapToGlobal(middle))
        else:
            self._open_menu(event.globalPos())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say what the user moved to."""
        super().currentChanged(current, previous)
        if self._quiet:
            return
        target = self._model.target(current)
        if target is not None:
            self.chosen.emit(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move as tables do; up from the first row goes to the country, Enter to the details."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif self._delegate.selected_column >= 0:
            self._move_in_header(event)
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 1:
            self._choose_column(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: object) -> None:
        """Take a click on the current cell too, as when its country was selected by name."""
        super().mouseReleaseEvent(event)  # pyright: ignore[reportArgumentType] - Qt gives its own
        if self._delegate.selected_column >= 0:
            self._choose_current()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the current cell in full."""
        super().focusInEvent(event)
        self._delegate.is_focused = True
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the current cell thinly."""
        super().focusOutEvent(event)
        self._delegate.is_focused = False
        self._repaint()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit rows and columns, which waited until the grid is seen."""
        super().showEvent(event)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width; the chosen row stays in sight."""
        was_seen = is_in_sight(self, event)
        super().resizeEvent(event)
        self._lay_out()
        if was_seen:
            show_chosen(self)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, and not beneath what is pinned over it."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        before = across.value(), down.value()
        super().scrollTo(index, hint)
        if index.row() == 1:
            # The heading above the first row, which cannot be selected itself, comes into sight.
            down.setValue(0)
        if self._foot_height:
            if index.row() >= self._model.rowCount() - _FOOT_ROWS:
                down.setValue(before[1])
            else:
                low = self.rowViewportPosition(index.row()) + self.rowHeight(index.row())
                hidden = low - (self.viewport().height() - self._foot_height)
                down.setValue(down.value() + max(hidden, 0))
        if index.column() < self._pinned_columns:
            across.setValue(before[0])
        elif self._pinned_columns:
            covered = sum(self.columnWidth(column) for column in range(self._pinned_columns))
            hidden = covered - self.columnViewportPosition(index.column())
            across.setValue(across.value() - max(hidden, 0))

    def _move_in_header(self, event: QKeyEvent) -> None:
        column = self._delegate.selected_column
        match event.key():
            case Qt.Key.Key_Down:
                self._leave_header(column)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                step = -1 if event.key() == Qt.Key.Key_Left else 1
                column += step
                while 0 <= column < self._model.columnCount():
                    if self._model.column_target(column) is not None:
                        self._choose_column(column)
                        return
                    column += step
            case Qt.Key.Key_Up:
                pass
            case _:
                super().keyPressEvent(event)

    def _leave_header(self, column: int) -> None:
        """Go from a country's name to its first cell, whatever was current before."""
        cells = (self._model.index(row, column) for row in range(self._model.rowCount()))
        first = next((cell for cell in cells if self._model.target(cell) is not None), None)
        if first is not None:
            self._quiet = True
            self.setCurrentIndex(first)
            self._quiet = False
            self._choose_current()

    def _choose_column(self, column: int) -> None:
        if not 0 <= column < self._model.columnCount():
            return
        target = self._model.column_target(column)
        if target is not None:
            self._quiet = True
            row = max(self.currentIndex().row(), 1)
            self.setCurrentIndex(self._model.index(row, column))
            self._quiet = False
            self.chosen.emit(target)

    def _open_menu(self, place: QPoint) -> None:
        if not self.actions():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        menu.popup(place)

    def _open_menu_over(self, part: QTableView, place: QPoint) -> None:
        self._open_menu(part.viewport().mapToGlobal(place))

    def _open_menu_on_name(self, header: CompareHeader, place: QPoint) -> None:
        """Select the country whose name it is, as a click does."""
        self._choose_column(header.logicalIndexAt(place))
        self._open_menu(header.viewport().mapToGlobal(place))

    def _choose_current(self) -> None:
        target = self._model.target(self.currentIndex())
        if target is not None:
            self.chosen.emit(target)

    def _column_of(self, iso3: str) -> int:
        for column, holds in enumerate(self._model.columns):
            if isinstance(holds, Column) and holds.iso3 == iso3:
                return column
        return -1

    def _index_for(self, target: Target) -> QModelIndex:
        """Find the target's cell; the present one if it already stands for the target."""
        current = self.currentIndex()
        if self._model.target(current) == target:
            return current
        return self._model.index_of(target)

    def _lay_out(self) -> None:
        # What is not in sight has no size yet that would last.
        if not self._model.rowCount() or not self.isVisible():
            return
        frame = 2 * self.frameWidth()
        room, height = self.width() - frame, self.height() - frame
        sizes = table_sizes(self._model, room)
        scrolls = sizes.height + (_SCROLL_BAR if sum(sizes.widths) > room else 0) > height
        if scrolls:
            room -= _SCROLL_BAR
            sizes = table_sizes(self._model, room)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if scrolls else policy.ScrollBarAlwaysOff
        )
        bar = _SCROLL_BAR if sum(sizes.widths) > room else 0
        low = height - bar
        roomy = with_air(self._model, sizes, 2 * sizes.height)
        self._natural_height = roomy.height + frame + bar
        sizes = with_air(self._model, sizes, low)
        self._delegate.sizes = sizes
        for header in self._headers():
            header.pad = sizes.pad
        set_sizes(self, sizes)
        self._pin(sizes, QRect(0, 0, room, low), scrolls=scrolls)
        self.laid_out.emit()

    def _pin(self, sizes: TableSizes, inside: QRect, *, scrolls: bool) -> None:
        """Keep the first columns in sight that scroll away, and the outcomes at the foot.

        `inside` is the room of header and rows within the frame.
        """
        widths, heights = sizes.widths, sizes.heights
        is_foot = scrolls and inside.height() - sizes.header >= _FOOT_LEAST
        self._foot_height = sum(heights[-_FOOT_ROWS:]) if is_foot else 0
        self._pinned_columns = 0
        if sum(widths) > inside.width():
            both = widths[0] + widths[1] <= _PINNED_SHARE * inside.width()
            self._pinned_columns = 2 if both else 1
        rows, columns = len(heights), len(widths)
        frame, width = self.frameWidth(), sum(widths[: self._pinned_columns])
        top = inside.height() - self._foot_height
        for foot, first in product((False, True), repeat=2):
            is_wanted = (foot or first) and (is_foot or not foot) and (width or not first)
            view = self._pinned.get((foot, first))
            if not is_wanted:
                if view is not None:
                    view.hide()
                continue
            view = view or self._make_pinned(foot=foot, first=first)
            place = QRect(0, top if foot else 0, inside.width(), inside.height())
            place.setBottom(inside.bottom())
            if first:
                place.setWidth(width + 1)
            view.show_part(
                range(rows - _FOOT_ROWS if foot else 0, rows),
                range(self._pinned_columns if first else columns),
                sizes,
                place.translated(frame, frame),
            )

    def _make_header(self) -> CompareHeader:
        header = CompareHeader(self._model, self._themes, self)
        header.sectionClicked.connect(self._choose_column)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(partial(self._open_menu_on_name, header))
        return header

    def _make_pinned(self, *, foot: bool, first: bool) -> PinnedView:
        header = None
        if not foot:
            header = self._make_header()
            header.selected_column = self._header.selected_column
            header.pad = self._header.pad
        view = PinnedView(self, self._model, self._delegate, header)
        view.clicked.connect(self._clicked_pinned)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(partial(self._open_menu_over, view))
        self._pinned[foot, first] = view
        return view

    def _clicked_pinned(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._delegate.selected_column >= 0:
            self._choose_current()

    def _scroll_across(self, value: int) -> None:
        foot = self._pinned.get((True, False))
        if foot is not None:
            foot.horizontalScrollBar().setValue(value)
            foot.viewport().update()
        # Headings stand still while the cells under them move.
        self.viewport().update()

    def _scroll_down(self, value: int) -> None:
        first = self._pinned.get((False, True))
        if first is not None:
            first.verticalScrollBar().setValue(value)

    def _headers(self) -> list[CompareHeader]:
        headers = [view.horizontalHeader() for view in self._pinned.values()]
        return [self._header, *(made for made in headers if isinstance(made, CompareHeader))]

    def _repaint(self) -> None:
        for view in (self, *self._pinned.values()):
            view.viewport().update()
        for header in self._headers():
            header.viewport().update()
