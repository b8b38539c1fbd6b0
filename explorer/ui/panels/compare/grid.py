"""The grid: a table view that fits its columns to the room, and pins the first where it cannot."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from explorer.pages.compare import Column, ComparePage
from explorer.pages.view import Target
from explorer.ui.panels.compare.delegate import CompareDelegate
from explorer.ui.panels.compare.header import CompareHeader
from explorer.ui.panels.compare.layout import column_widths, row_heights
from explorer.ui.panels.compare.model import CompareModel, Index
from explorer.ui.theme import ThemeKeeper, mark

_SCROLL_BAR = 11
_PINNED_SHARE = 0.6
"""The most of the width that pinned columns may take; else only the factors are pinned."""


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
        self._header = CompareHeader(self._model, themes, self)
        self._pinned: QTableView | None = None
        self._quiet = False
        self.setObjectName("compare-grid")
        self.setAccessibleName("Comparison of factors and likely outcomes")
        _set_up(self, self._model, self._delegate, self._header)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._header.sectionClicked.connect(self._choose_column)
        themes.changed.connect(self._repaint)

    @property
    def compare_model(self) -> CompareModel:
        """Give the model."""
        return self._model

    def show_page(self, page: ComparePage) -> None:
        """Show a page; the selection must be given again after."""
        self._quiet = True
        self._model.show(page)
        _span_headings(self, self._model)
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
        self._header.selected_column = delegate.selected_column
        pinned_header = self._pinned.horizontalHeader() if self._pinned else None
        if isinstance(pinned_header, CompareHeader):
            pinned_header.selected_column = delegate.selected_column
        self._quiet = False
        if model.rowCount():
            self._repaint()

    @property
    def natural_height(self) -> int:
        """Give the height in which nothing has to scroll."""
        rows = sum(self.rowHeight(row) for row in range(self._model.rowCount()))
        bar = self.horizontalScrollBar()
        extra = _SCROLL_BAR if bar.maximum() > 0 else 0
        return rows + self._header.height() + 2 * self.frameWidth() + extra

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, and not beneath the pinned columns."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.row() == 1:
            # The heading above the first row, which cannot be selected itself, comes into sight.
            self.verticalScrollBar().setValue(0)
        pinned = self._pinned_count()
        if not pinned:
            return
        if index.column() < pinned:
            bar.setValue(before)
            return
        covered = sum(self.columnWidth(column) for column in range(pinned))
        left = self.columnViewportPosition(index.column())
        if left < covered:
            bar.setValue(bar.value() - (covered - left))

    def _move_in_header(self, event: QKeyEvent) -> None:
        column = self._delegate.selected_column
        match event.key():
            case Qt.Key.Key_Down:
                self._choose_current()
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
        model = self._model
        if not model.rowCount():
            return
        frame = 2 * self.frameWidth()
        room, height = self.width() - frame, self.height() - frame
        widths = column_widths(model.columns, room)
        heights = row_heights(model, widths)
        header = self._header.height_in(widths)
        scrolls = sum(heights) + header > height
        if scrolls:
            widths = column_widths(model.columns, room - _SCROLL_BAR)
            heights = row_heights(model, widths)
            header = self._header.height_in(widths)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if scrolls else policy.ScrollBarAlwaysOff
        )
        _set_sizes(self, widths, heights, header)
        self._pin(widths, heights, header, room)
        self.laid_out.emit()

    def _pin(
        self, widths: tuple[int, ...], heights: tuple[int, ...], header: int, room: int
    ) -> None:
        """Lay a second view of the first columns over this one while it scrolls sideways."""
        if sum(widths) <= room:
            if self._pinned is not None:
                self._pinned.hide()
            return
        pinned = self._pinned if self._pinned is not None else self._make_pinned()
        count = 2 if widths[0] + widths[1] <= _PINNED_SHARE * room else 1
        for column in range(self._model.columnCount()):
            pinned.setColumnHidden(column, column >= count)
        _span_headings(pinned, self._model)
        _set_sizes(pinned, widths, heights, header)
        width, frame = sum(widths[:count]), self.frameWidth()
        pinned.setGeometry(frame, frame, width + 1, header + self.viewport().height())
        pinned.verticalScrollBar().setValue(self.verticalScrollBar().value())
        pinned.show()
        pinned.raise_()

    def _make_pinned(self) -> QTableView:
        pinned = QTableView(self)
        header = CompareHeader(self._model, self._themes, pinned)
        _set_up(pinned, self._model, self._delegate, header)
        pinned.setSelectionModel(self.selectionModel())
        pinned.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        mark(pinned, "pinned")
        pinned.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pinned.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pinned.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header.sectionClicked.connect(self._choose_column)
        pinned.clicked.connect(self._clicked_pinned)
        self.verticalScrollBar().valueChanged.connect(pinned.verticalScrollBar().setValue)
        pinned.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self._pinned = pinned
        return pinned

    def _clicked_pinned(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._delegate.selected_column >= 0:
            self._choose_current()

    def _pinned_count(self) -> int:
        pinned = self._pinned
        if pinned is None or not pinned.isVisible():
            return 0
        columns = range(self._model.columnCount())
        return sum(not pinned.isColumnHidden(column) for column in columns)

    def _repaint(self) -> None:
        self.viewport().update()
        self._header.viewport().update()
        if self._pinned is not None:
            self._pinned.viewport().update()
            self._pinned.horizontalHeader().viewport().update()


def _set_up(
    view: QTableView, model: CompareModel, delegate: CompareDelegate, header: CompareHeader
) -> None:
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setHorizontalHeader(header)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    vertical = view.verticalHeader()
    vertical.hide()
    vertical.setMinimumSectionSize(10)
    vertical.setSectionResizeMode(vertical.ResizeMode.Fixed)


def _span_headings(view: QTableView, model: CompareModel) -> None:
    view.clearSpans()
    for row, line in enumerate(model.rows):
        if isinstance(line, str) and model.columnCount() > 1:
            view.setSpan(row, 0, 1, model.columnCount())


def _set_sizes(
    view: QTableView, widths: tuple[int, ...], heights: tuple[int, ...], header: int
) -> None:
    view.horizontalHeader().setFixedHeight(header)
    for column, width in enumerate(widths):
        view.setColumnWidth(column, width)
    for row, height in enumerate(heights):
        if view.rowHeight(row) != height:
            view.setRowHeight(row, height)
