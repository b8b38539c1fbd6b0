"""One question in full: how it came out, what was judged of it, and the user's own forecasts."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QWidget

from explorer.pages.record import CitedItem, QuestionPage
from explorer.pages.words import counted
from explorer.style import Theme
from explorer.ui.panels.record.adding import AddForecast
from explorer.ui.panels.record.lines import OwnForecastLine, judged_table
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import BODY, CLOSE, font
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.scrolled_page import put_page
from explorer.ui.widgets.tab_order import order_tabs
from explorer.ui.widgets.text import Text, aside, fixed, heading, title

NOTHING = "Choose a question to see how it came out and what was forecast of it."
NO_FORECAST = "You have not forecast this question."
AT_ONCE = 10
"""So many forecasts of the user's are shown, the newest, until more are asked for."""
_LABEL, _GAP, _WIDEST = 96, 16, 760


class QuestionDetail(QScrollArea):
    """Shows a QuestionPage, and says what the user wants to do with it.

    `evidence_opened` carries the id of an item. `acted` carries an action and the id that it is
    on: resolve, reopen, edit, delete (of a question); edit_forecast, drop_forecast, seal, copy,
    withdraw (of a forecast). `trace_wanted` carries the goal of a “Where from?”. `left` comes with
    Esc.
    """

    evidence_opened = Signal(str)
    acted = Signal(str, str)
    trace_wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin with a hint."""
        super().__init__()
        self._theme = theme
        self._shown: QuestionPage | None = None
        self._count = AT_ONCE
        self.adding = AddForecast(theme)
        self._page, self._room = put_page(self, "The question", _WIDEST)
        self._build(None)

    @property
    def page(self) -> QuestionPage | None:
        """Give the page shown."""
        return self._shown

    def show_page(self, page: QuestionPage | None) -> None:
        """Show another question, or the same one anew."""
        before, self._shown = self._shown, page
        if page == before:
            return
        is_same = page is not None and before is not None and page.key == before.key
        at = self.verticalScrollBar().value()
        self._count = self._count if is_same else AT_ONCE
        self.adding.show_question(page.key if page else "")
        self._build(page)
        self.verticalScrollBar().setValue(at if is_same else 0)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.adding.set_theme(theme)
        self._build(self._shown)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Go back to the list with Esc."""
        if arg__1.key() == Qt.Key.Key_Escape:
            self.left.emit()
            arg__1.accept()
            return
        super().keyPressEvent(arg__1)

    def _build(self, page: QuestionPage | None) -> None:
        had_focus = self.adding.isAncestorOf(self.focusWidget() or self)
        self._clear()
        if page is None:
            self._room.addWidget(aside(NOTHING, self._theme))
        else:
            self._add_head(page)
            self._add_mine(page)
            self._add_judged(page)
        self._room.addStretch(1)
        order_tabs(self, self._room)
        if had_focus and self.adding.isVisible():
            self.adding.percent.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_head(self, page: QuestionPage) -> None:
        theme = self._theme
        self._room.addWidget(aside(page.kicker, theme))
        self._room.addWidget(title(page.title, theme))
        row = QHBoxLayout()
        row.setSpacing(14)
        weight = font(BODY, SEMIBOLD)
        row.addWidget(Text(page.outcome, weight, theme.ink), 1)
        for name, words, is_there in (
            ("resolve", "Change…" if page.can_reopen else "Resolve…", page.can_resolve),
            ("reopen", "Reopen", page.can_reopen),
            ("edit", "Edit…", page.can_edit),
            ("delete", "Delete", page.can_edit),
        ):
            if is_there:
                row.addWidget(self._link(words, name, page.key, f"{words} {page.key}"))
        if page.goal:
            row.addWidget(self._where_from(page))
        self._room.addLayout(row)
        self._room.addSpacing(4)
        for label, value in page.facts:
            self._room.addLayout(self._fact(label, value))
        if page.evidence:
            self._heading("Evidence")
            for item in page.evidence:
                self._room.addWidget(self._cited(item))

    def _add_mine(self, page: QuestionPage) -> None:
        self._heading("Your forecasts")
        if page.my_score:
            is_score = page.my_score.startswith("Your score")
            ink = self._theme.ink if is_score else self._theme.mute
            letters = font(BODY, SEMIBOLD) if is_score else font(CLOSE)
            self._room.addWidget(Text(page.my_score, letters, ink))
        hidden = max(len(page.mine) - self._count, 0)
        if hidden:
            self._room.addWidget(self._more(hidden))
        for each in page.mine[hidden:]:
            line = OwnForecastLine(each, self._theme)
            line.acted.connect(self.acted)
            self._room.addWidget(line)
            self._room.addSpacing(4)
        if not page.mine:
            self._room.addWidget(aside(NO_FORECAST, self._theme))
        if page.blocked:
            self._room.addWidget(aside(page.blocked, self._theme))
            return
        self._room.addSpacing(4)
        self._room.addWidget(self.adding)
        self.adding.show()

    def _more(self, hidden: int) -> LinkButton:
        """Give the way to earlier forecasts: all of them at once would keep the user waiting."""
        words = counted(hidden, "earlier forecast")
        link = LinkButton(f"Show more: {words}", self._theme, font(CLOSE))
        link.clicked.connect(self._show_more)
        return link

    def _show_more(self, _checked: object = None) -> None:
        self._count += AT_ONCE
        self._build(self._shown)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_judged(self, page: QuestionPage) -> None:
        if page.judged or page.cautions:
            self._heading("Judged likelihoods of the pack")
        if page.judged:
            self._room.addWidget(judged_table(page.judged, self._theme))
            self._room.addSpacing(4)
        for words in page.cautions:
            self._room.addWidget(aside(words, self._theme))

    def _heading(self, words: str) -> None:
        self._room.addSpacing(_GAP)
        self._room.addWidget(heading(words, self._theme))

    def _fact(self, label: str, value: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        name = fixed(Text(label, font(CLOSE), self._theme.mute), _LABEL)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(value, font(CLOSE), self._theme.ink), 1)
        return row

    def _cited(self, item: CitedItem) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if item.is_known:
            link = LinkButton(item.id, self._theme, font(CLOSE))
            link.setAccessibleName(f"Go to {item.id} in Evidence: {item.words}")
            link.clicked.connect(partial(self._open, item.id))
            name: QWidget = link
        else:
            name = fixed(Text(item.id, font(CLOSE), self._theme.mute))
        name.setFixedWidth(48)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(item.words, font(CLOSE), self._theme.ink), 1)
        return whole

    def _link(self, words: str, name: str, key: str, said: str) -> LinkButton:
        button = LinkButton(words, self._theme, font(CLOSE))
        button.setAccessibleName(said.replace("…", ""))
        button.clicked.connect(partial(self._act, name, key))
        return button

    def _where_from(self, page: QuestionPage) -> LinkButton:
        link = LinkButton("Where from?", self._theme, font(CLOSE))
        link.setAccessibleName(f"Where from: {page.key}")
        link.clicked.connect(partial(self._trace, page.goal))
        return link

    def _trace(self, goal: str, _checked: object = None) -> None:
        self.trace_wanted.emit(goal)

    def _open(self, evidence_id: str, _checked: object = None) -> None:
        self.evidence_opened.emit(evidence_id)

    def _act(self, name: str, key: str, _checked: object = None) -> None:
        self.acted.emit(name, key)

    def _clear(self) -> None:
        """Take all away but the place to add a forecast, in which the user may be writing."""
        self.adding.hide()
        self.adding.setParent(self._page)
        for widget in _taken(self._room):
            if widget is not self.adding:
                widget.hide()
                widget.deleteLater()


def _taken(layout: QLayout) -> Iterable[QWidget]:
    """Take everything out of a layout, and give the widgets that were in it."""
    found: list[QWidget] = []
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            found.append(widget)
        if (inner := item.layout()) is not None:
            found.extend(_taken(inner))
    return found
