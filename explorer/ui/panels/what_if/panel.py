"""The panel of the view What if: sliders on the left, what follows on the right."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from explorer.pages.events import EventChoice
from explorer.pages.scenarios import ScenariosPage
from explorer.pages.what_if import WhatIfPage
from explorer.pages.what_if_outcomes import OutcomeBars
from explorer.style import Theme
from explorer.ui.panels.what_if.head import WhatIfHead
from explorer.ui.panels.what_if.naming import NameDialog
from explorer.ui.panels.what_if.results import ResultsCard
from explorer.ui.panels.what_if.scenarios import ScenariosView
from explorer.ui.panels.what_if.sliders import RATINGS, WEIGHTS, SlidersCard
from explorer.ui.widgets.segments import Segments
from explorer.ui.widgets.tab_order import tab_stops

_SIDE_BY_SIDE = 860
_SLIDERS_SHARE, _RESULTS_SHARE = 48, 52


class WhatIfPanel(QWidget):
    """Shows the view What if and says what the user means.

    Of a rating or a weight: `moved` (kind, factor, value) while it is dragged or moved by keys,
    `typed` (the same) when a number was typed, `returned` (kind, factor), `held` when a drag
    begins and `let_go` when it ends. `wanted` carries one of the head's words; `named` the word
    (`save` or `rename`), a name and a note. `shown` says that the panel came into sight, and
    `rebuilt` that its parts are new and empty.
    """

    moved = Signal(str, str, float)
    typed = Signal(str, str, float)
    returned = Signal(str, str)
    held = Signal()
    let_go = Signal()
    state_chosen = Signal(str)
    tab_chosen = Signal(str)
    all_returned = Signal()
    base_chosen = Signal(str)
    own_chosen = Signal(str)
    wanted = Signal(str)
    named = Signal(str, str, str)
    event_chosen = Signal(str)
    save_wanted = Signal(object, str)
    columns_chosen = Signal(object)
    column_opened = Signal(str)
    sliders_wanted = Signal()
    shown = Signal()
    rebuilt = Signal()
    trace_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin with nothing in it."""
        super().__init__()
        self.setAccessibleName("What if")
        self._theme = theme
        self._page: WhatIfPage | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(16, 12, 16, 12)
        self._whole: QWidget | None = None
        self._build()

    @property
    def page(self) -> WhatIfPage | None:
        """Give the page shown."""
        return self._page

    @property
    def is_comparing(self) -> bool:
        """Say whether scenarios stand side by side in place of the sliders."""
        return self._stack.currentWidget() is self.scenarios

    def show_page(
        self, page: WhatIfPage, tab: str, *, can_undo: bool = False, can_redo: bool = False
    ) -> None:
        """Show what is assumed."""
        self._page = page
        self.head.show_page(page, can_undo=can_undo, can_redo=can_redo)
        self.sliders.show_page(page, tab)

    def show_bars(self, bars: OutcomeBars) -> None:
        """Show the likely outcomes."""
        self.results.show_bars(bars, self._page.iso3 if self._page else "")

    def show_events(self, choices: tuple[EventChoice, ...], key: str) -> None:
        """Offer the events that may be asked about, wherever one is asked about."""
        for box in (self.results.events, self.scenarios.events):
            box.show_events(choices, key)

    def show_scenarios(self, page: ScenariosPage | None) -> None:
        """Show scenarios side by side; without a page, the sliders again."""
        if page is not None:
            self.scenarios.show_page(page)
        wanted = self.scenarios if page is not None else self._sliding
        if self._stack.currentWidget() is not wanted:
            self._stack.setCurrentWidget(wanted)
            first = self.scenarios.back if page is not None else self.head.buttons["compare"]
            if self.isVisible():
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_name(self, word: str) -> None:
        """Ask for the name to save or rename a scenario under."""
        page = self._page
        if page is None:
            return
        present = next((each for each in page.own if each.id == page.own_id), None)
        is_rename = word == "rename" and present is not None
        name, note = _proposal(page)
        if is_rename and present is not None:
            name, note = present.title, present.description
        taken = tuple(each.title for each in page.own if not (is_rename and each is present))
        heading = "Rename the scenario" if is_rename else "Save as a new scenario"
        dialog = NameDialog(heading, name, note, taken, self._theme, self)
        dialog.named.connect(partial(self.named.emit, word))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        if theme != self._theme:
            self._theme = theme
            self._build()
            self.rebuilt.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the panel came into sight."""
        super().showEvent(event)
        self.shown.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the states. As a proxy they would be a stop before the head."""
        super().focusInEvent(event)
        self.sliders.states.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what follows above the sliders where both do not fit side by side."""
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction
        self._cards.setDirection(direction.LeftToRight if wide else direction.BottomToTop)

    def _build(self) -> None:
        """Make all parts in the colours of the theme."""
        theme = self._theme
        if self._whole is not None:
            self._outer.removeWidget(self._whole)
            self._whole.hide()
            self._whole.deleteLater()
        self.head, self.sliders = WhatIfHead(theme), SlidersCard(theme)
        self.results, self.scenarios = ResultsCard(theme), ScenariosView(theme)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(12)
        self._cards.addWidget(self.sliders, _SLIDERS_SHARE)
        self._cards.addWidget(self.results, _RESULTS_SHARE)
        self._sliding = QWidget()
        rows = QVBoxLayout(self._sliding)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addWidget(self.head)
        rows.addLayout(self._cards, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._sliding)
        self._stack.addWidget(self.scenarios)
        self._whole = self._stack
        self._outer.addWidget(self._stack)
        self._connect()

    def _connect(self) -> None:
        head, sliders, results = self.head, self.sliders, self.results
        head.wanted.connect(self.wanted)
        head.menu.base_chosen.connect(self.base_chosen)
        head.menu.own_chosen.connect(self.own_chosen)
        sliders.state_chosen.connect(self.state_chosen)
        sliders.tab_chosen.connect(self.tab_chosen)
        sliders.all_returned.connect(self.all_returned)
        for kind in (RATINGS, WEIGHTS):
            self._connect_list(kind)
        results.state_chosen.connect(self.state_chosen)
        results.event_chosen.connect(self.event_chosen)
        results.save_wanted.connect(self.save_wanted)
        results.built.connect(self._order_tabs)
        self.scenarios.chosen.connect(self.columns_chosen)
        self.scenarios.event_chosen.connect(self.event_chosen)
        self.scenarios.opened.connect(self.column_opened)
        self.scenarios.left.connect(self.sliders_wanted)

    def _order_tabs(self) -> None:
        """Let Tab go through the view as it is read: head, sliders, what follows."""
        sliders, results = self.sliders, self.results
        parts = (self.head, sliders, sliders.area.widget(), results, results.area.widget())
        layouts = (part.layout() if part is not None else None for part in parts)
        stops: list[QWidget] = []
        for stop in (stop for layout in layouts if layout for stop in tab_stops(layout)):
            group = stop.parentWidget()
            # Of a group only the chosen one is a stop, but that may be any of them.
            stops += group.buttons if isinstance(group, Segments) else [stop]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect_list(self, kind: str) -> None:
        lines = self.sliders.lists[kind]

        def move(factor: str, value: float) -> None:
            self.moved.emit(kind, factor, value)

        def take(factor: str, value: float) -> None:
            self.typed.emit(kind, factor, value)

        def put_back(factor: str) -> None:
            self.returned.emit(kind, factor)

        lines.moved.connect(move)
        lines.typed.connect(take)
        lines.returned.connect(put_back)
        lines.held.connect(self.held)
        lines.let_go.connect(self.let_go)
        lines.built.connect(self._order_tabs)


def _proposal(page: WhatIfPage) -> tuple[str, str]:
    """Propose a name for what is assumed, and no note."""
    name = page.title.partition(": ")[2]
    return f"{name[:1].upper()}{name[1:]}", ""
