"""The head of the view: what is assumed, and the buttons that bear on all of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.pages.what_if import WhatIfPage
from explorer.style import Theme
from explorer.ui.panels.what_if.scenario_menu import ScenarioMenu, scenario_button
from explorer.ui.theme import BOLD, SMALL_PX, TITLE_PX, font, mark
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import aside

_SIDE_BY_SIDE = 960


class WhatIfHead(QWidget):
    """Shows title and subtitle, and offers scenarios, undo, redo, reset and saving.

    `wanted` carries `undo`, `redo`, `reset`, or one of the menu's words; the menu's other signals
    are those of `ScenarioMenu`.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._title, self._subtitle = ElidedLabel(), ElidedLabel()
        self._title.setFont(font(TITLE_PX, BOLD))
        mark(self._title, "title")
        self._subtitle.setFont(font(SMALL_PX))
        mark(self._subtitle, "subtitle")
        self._description = aside("", theme)
        self._notice = aside("", theme)
        self._notice_undo = LinkButton("Undo", theme)
        self._notice_undo.setAccessibleName("Undo what was just done")
        self._notice_undo.clicked.connect(lambda: self.wanted.emit("undo"))
        self.scenarios = scenario_button()
        self.menu = ScenarioMenu(self.scenarios)
        self.scenarios.setMenu(self.menu)
        self.menu.wanted.connect(self.wanted)
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self.show_notice("")

    def show_page(self, page: WhatIfPage, *, can_undo: bool, can_redo: bool) -> None:
        """Show what is assumed, and what can be undone."""
        if self._title.text() != page.title:
            self._title.show_text(page.title)
        if self._subtitle.text() != page.subtitle:
            self._subtitle.show_text(page.subtitle)
        if self._description.text() != page.description:
            self._description.setText(page.description)
            self._description.setVisible(bool(page.description))
        self.menu.show_page(page)
        self.buttons["save"].setEnabled(not page.is_plain)
        self.buttons["reset"].setEnabled(not page.is_plain)
        self.show_steps(can_undo=can_undo, can_redo=can_redo)

    def show_steps(self, *, can_undo: bool, can_redo: bool) -> None:
        """Show what can be undone and redone."""
        self.buttons["undo"].setEnabled(can_undo)
        self.buttons["redo"].setEnabled(can_redo)

    def show_notice(self, words: str) -> None:
        """Say what was done, with a way to take it back; a blank takes the notice away."""
        self._notice.setText(words)
        self._notice.setVisible(bool(words))
        self._notice_undo.setVisible(bool(words))

    @property
    def notice(self) -> str:
        """Give what is said of what was just done."""
        return self._notice.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where they do not fit beside them."""
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction
        self._top.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        buttons = QHBoxLayout()
        buttons.setSpacing(7)
        buttons.addWidget(self.scenarios)
        for name, label, hint in (
            ("undo", "Undo", "Undo the last change (Ctrl+Z)"),
            ("redo", "Redo", "Redo it (Ctrl+Shift+Z)"),
            ("reset", "Reset", "Back to the judgement as it stands"),
            ("save", "Save…", "Save what is assumed as a scenario of your own"),
            ("compare", "Compare scenarios…", "Set up to four scenarios side by side"),
        ):
            buttons.addWidget(self._button(name, label, hint))
        buttons.addStretch(1)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(8)
        self._top.addLayout(words, 1)
        self._top.addLayout(buttons)
        notice = QHBoxLayout()
        notice.setSpacing(6)
        notice.addWidget(self._notice, 1)
        notice.addWidget(self._notice_undo, 0, Qt.AlignmentFlag.AlignLeft)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        rows.addLayout(self._top)
        rows.addWidget(self._description)
        rows.addLayout(notice)

    def _button(self, name: str, label: str, hint: str) -> QPushButton:
        button = QPushButton(label)
        button.setAccessibleName(label.removesuffix("…"))
        button.setAccessibleDescription(hint)
        button.setToolTip(hint)
        button.clicked.connect(lambda: self.wanted.emit(name))
        self.buttons[name] = button
        return button
