"""The states beside or below one another, their changes kind by kind on common lines."""

from collections.abc import Sequence
from functools import partial
from math import ceil

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from explorer.pages.changes_page import ChangeGroup, ChangesPage, GroupKind, StateChanges
from explorer.style import Theme, country_ink
from explorer.ui.panels.changes.group import ChangeGroupView
from explorer.ui.theme import BOLD, SEMIBOLD, TEXT_PX
from explorer.ui.widgets.lettering import BODY, CLOSE, font, set_ground, set_ink
from explorer.ui.widgets.marks import CountryMark
from explorer.ui.widgets.text import Text, aside, fixed, hairline

SIDE = 16
_LEAST = 360
"""How wide a state's column is at least, where there is room."""
_ACROSS = 32
_READING = 880


class ChangesBody(QScrollArea):
    """Scrolls through a page; `goal_wanted` carries the goal of a line gone to.

    `built` comes when there are other `groups`.
    """

    goal_wanted = Signal(object)
    built = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without a page."""
        super().__init__()
        self._theme = theme
        self._page: ChangesPage | None = None
        self._columns = 0
        self.groups: list[ChangeGroupView] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Changes by state")

    @property
    def page(self) -> ChangesPage | None:
        """Give the page shown."""
        return self._page

    def show_page(self, page: ChangesPage) -> None:
        """Show another page, from its top."""
        self._page = page
        self._build()
        self.verticalScrollBar().setValue(0)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        if self._page is not None:
            self._build()

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        """Lay the states out anew where there is room for more or fewer beside one another."""
        super().resizeEvent(arg__1)
        if self._page is not None and self._wanted(self._page) != self._columns:
            self._build()

    def _wanted(self, page: ChangesPage) -> int:
        """Give the number of columns: as many as there is room for, and bands alike in length."""
        states = sum(bool(each.iso3) for each in page.states) or 1
        room = self.width() - 2 * SIDE
        most = max((room + _ACROSS) // (_LEAST + _ACROSS), 1)
        return ceil(states / ceil(states / most))

    def _build(self) -> None:
        page = self._page
        if page is None:
            return
        unfolded = {each.accessibleName() for each in self.groups if each.is_whole}
        self._columns = self._wanted(page)
        self.groups = []
        whole = QWidget()
        set_ground(whole, self._theme.card)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(SIDE, 10, SIDE, 18)
        rows.setSpacing(12)
        self._add_words(rows, page)
        if not page.nothing:
            states = [each for each in page.states if each.iso3]
            for at in range(0, len(states), self._columns):
                self._add_band(rows, page, states[at : at + self._columns])
            for others in (each for each in page.states if not each.iso3):
                self._add_others(rows, others)
        rows.addStretch(1)
        self.setWidget(whole)
        for each in self.groups:
            if each.accessibleName() in unfolded and not each.is_whole:
                each.unfold()
        self.built.emit()

    def _add_words(self, rows: QVBoxLayout, page: ChangesPage) -> None:
        theme = self._theme
        words = QVBoxLayout()
        words.setSpacing(3)
        if page.nothing:
            words.addWidget(_capped(Text(page.nothing, font(BODY, SEMIBOLD), theme.ink)))
        words.addWidget(_capped(Text(page.judged, font(BODY), theme.ink)))
        for caution in page.cautions:
            words.addWidget(_capped(aside(caution, theme)))
        rows.addLayout(words)

    def _add_band(
        self, rows: QVBoxLayout, page: ChangesPage, states: Sequence[StateChanges]
    ) -> None:
        """Add states side by side; a kind that none of them has a change of is left out."""
        rows.addWidget(hairline(self._theme))
        grid = _grid(self._columns)
        for column, state in enumerate(states):
            grid.addWidget(self._head(state), 0, column)
        compared = ("ladder", "ratings") if page.is_judged_twice else ()
        kinds: list[GroupKind] = [group.kind for group in states[0].groups]
        row = 1
        for kind in kinds:
            found = [state.group(kind) for state in states]
            if not any(x and (x.lines or (x.note and kind in compared)) for x in found):
                continue
            for column, (state, group) in enumerate(zip(states, found, strict=True)):
                if group is not None:
                    grid.addWidget(self._view(group, state), row, column, _TOP)
            row += 1
        rows.addLayout(grid)

    def _add_others(self, rows: QVBoxLayout, others: StateChanges) -> None:
        """Add what bears on none of the states shown, kind beside kind."""
        rows.addWidget(hairline(self._theme))
        rows.addWidget(self._head(others))
        columns = max(self._columns, 2)
        grid = _grid(columns)
        for at, group in enumerate(others.groups):
            grid.addWidget(self._view(group, others), at // columns, at % columns, _TOP)
        rows.addLayout(grid)

    def _view(self, group: ChangeGroup, state: StateChanges) -> ChangeGroupView:
        view = ChangeGroupView(group, state.name, self._theme)
        view.goal_wanted.connect(self.goal_wanted)
        view.reached.connect(partial(self._scroll_to, view))
        self.groups.append(view)
        return view

    def _scroll_to(self, view: ChangeGroupView, place: QRect) -> None:
        inner = self.widget()
        if inner is None or not view.hasFocus():
            return
        top = view.mapTo(inner, place.topLeft())
        self.ensureVisible(top.x(), top.y() + place.height() // 2, 0, place.height())

    def _head(self, state: StateChanges) -> QWidget:
        theme = self._theme
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        top = QHBoxLayout()
        top.setSpacing(6)
        name = fixed(Text(state.name, font(TEXT_PX + 1, BOLD), theme.ink))
        if state.iso3:
            top.addWidget(CountryMark(state.iso3, theme))
            set_ink(name, country_ink(state.iso3, theme))
        top.addWidget(name)
        top.addStretch(1)
        column.addLayout(top)
        words = state.summary or "Nothing changed."
        column.addWidget(Text(words, font(CLOSE), theme.mute))
        return whole


_TOP = Qt.AlignmentFlag.AlignTop


def _grid(columns: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(_ACROSS)
    grid.setVerticalSpacing(16)
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    return grid


def _capped(label: Text) -> Text:
    """Keep a line of words at a length that reads well."""
    label.setMaximumWidth(_READING)
    return label
