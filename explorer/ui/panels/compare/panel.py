"""The panel in the middle of the window: the comparison."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from explorer.pages.compare import ComparePage
from explorer.pages.view import Sort, Target
from explorer.ui.panels.compare.banner import ScenarioBanner
from explorer.ui.panels.compare.grid import CompareGrid
from explorer.ui.theme import BOLD, SMALL_PX, TITLE_PX, ThemeKeeper, font, mark
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.headline import Headline
from explorer.ui.widgets.legend import Legend

_LOW = 560
"""Below this height, in pixels, the judgement folds away and the legend hides, to leave room."""

_WHAT_IF = "what_if"
"""The name of the view in which the assumptions are."""
_SORT_WORDS: dict[Sort, str] = {"factor": "Factor order", "difference": "Largest difference"}


class ComparePanel(QWidget):
    """Shows a ComparePage and says what the user meant; it decides nothing."""

    chosen = Signal(object)
    """A Target that the user selected."""
    sort_chosen = Signal(str)
    details_toggled = Signal(bool)
    details_wanted = Signal()
    """The user pressed Enter on a cell."""
    judgement_wanted = Signal()
    """The user wants to assume nothing any more."""
    view_wanted = Signal(str)
    """The user wants another view, by its name."""
    shown = Signal()
    """The panel came into sight."""

    def __init__(self, themes: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._sort: Sort = "factor"
        self._is_low: bool | None = None
        self._is_detail_open = False
        self._title = ElidedLabel()
        self._subtitle = ElidedLabel()
        self._headline = Headline()
        self._legend = Legend(themes)
        self.banner = ScenarioBanner(themes)
        self.banner.judgement_wanted.connect(self.judgement_wanted)
        self.banner.what_if_wanted.connect(partial(self.view_wanted.emit, _WHAT_IF))
        self.grid = CompareGrid(themes)
        self.grid.chosen.connect(self.chosen)
        self.grid.laid_out.connect(self._cap_grid)
        self.grid.entered.connect(self.details_wanted)
        self._sort_button = self._make_sort_button()
        self._details_button = self._make_details_button()
        self._rows = QVBoxLayout(self)
        self._lay_out()

    def show_page(self, page: ComparePage, sort: Sort) -> None:
        """Show a page in an order of rows."""
        self._sort = sort
        self._sort_button.setText(f"Sort: {_SORT_WORDS[sort].lower()} ▾")
        self._sort_button.setAccessibleName(f"Sort rows; now by {_SORT_WORDS[sort].lower()}")
        self._title.show_text(page.title)
        self._subtitle.show_text(page.subtitle)
        self._headline.show_texts(page.headline, page.judgement, page.confidence)
        self.show_outcomes(page)

    def show_outcomes(self, page: ComparePage) -> None:
        """Show a page of which no more than the likely outcomes is new."""
        self.banner.show_words(page.banner)
        key = (*page.key, *page.outcomes.key)
        self._legend.show_key(tuple((line.mark, line.words) for line in key))
        self.grid.show_page(page)

    def show_selection(self, target: Target) -> None:
        """Show what is selected."""
        self.grid.show_selection(target)

    def show_details_open(self, *, is_open: bool) -> None:
        """Show whether the details are in sight."""
        self._is_detail_open = is_open
        words = "Hide details" if is_open else "Show details"
        self._details_button.setText(words)
        self._details_button.setToolTip(f"{words} (F4)")

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the panel came into sight."""
        super().showEvent(event)
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the grid where the window is low."""
        super().resizeEvent(event)
        is_low = self.height() < _LOW
        if is_low != self._is_low:
            self._is_low = is_low
            self._headline.fold(folded=is_low)
            self._legend.setVisible(not is_low)
            self._subtitle.setVisible(not is_low)
            self._set_margins(is_low=is_low)

    def _set_margins(self, *, is_low: bool) -> None:
        if is_low:
            self._rows.setContentsMargins(16, 6, 16, 5)
        else:
            self._rows.setContentsMargins(16, 12, 16, 8)
        self._rows.setSpacing(4 if is_low else 8)

    def _cap_grid(self) -> None:
        self.grid.setMaximumHeight(max(self.grid.natural_height, 80))

    def _make_sort_button(self) -> QToolButton:
        button = QToolButton()
        button.setToolTip("Order of the rows (Ctrl+Shift+S)")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(self._fill_sort_menu)
        button.setMenu(menu)
        return button

    def _fill_sort_menu(self) -> None:
        """Offer the orders, when the menu is about to be seen."""
        menu = self._sort_button.menu()
        menu.clear()
        for order, words in _SORT_WORDS.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(order == self._sort)
            action.triggered.connect(partial(self._choose_sort, order))

    def _choose_sort(self, order: Sort, _checked: object = None) -> None:
        self.sort_chosen.emit(order)

    def _make_details_button(self) -> QToolButton:
        button = QToolButton()
        button.clicked.connect(self._toggle_details)
        return button

    def _toggle_details(self) -> None:
        self.details_toggled.emit(not self._is_detail_open)

    def _lay_out(self) -> None:
        self._title.setFont(font(TITLE_PX, BOLD))
        mark(self._title, "title")
        mark(self._subtitle, "subtitle")
        self._subtitle.setFont(font(SMALL_PX))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        for button in (self._sort_button, self._details_button):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._set_margins(is_low=False)
        self._rows.addLayout(top)
        self._rows.addWidget(self.banner)
        self._rows.addWidget(self._headline)
        self._rows.addWidget(self.grid, 1)
        self._rows.addWidget(self._legend)
        self._rows.addStretch(0)
