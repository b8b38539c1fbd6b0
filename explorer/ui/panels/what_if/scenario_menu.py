"""The menu of scenarios: the bundled ones, the user's own, and what can be done with them."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from explorer.pages.shortening import shortened
from explorer.pages.what_if import ScenarioChoice, WhatIfPage

_LONGEST = 44


class ScenarioMenu(QMenu):
    """Offers scenarios to open; it is filled anew each time it opens.

    `base_chosen` carries the id of a bundled scenario and `own_chosen` that of one of the user's;
    `wanted` one of `save`, `update`, `duplicate`, `rename`, `delete`, `compare`.
    """

    base_chosen = Signal(str)
    own_chosen = Signal(str)
    wanted = Signal(str)

    def __init__(self, button: QPushButton) -> None:
        """Open below a button."""
        super().__init__(button)
        self.setToolTipsVisible(True)
        self._page: WhatIfPage | None = None
        self.aboutToShow.connect(self.fill)

    def show_page(self, page: WhatIfPage) -> None:
        """Take the scenarios of a page."""
        self._page = page

    def fill(self) -> None:
        """Make the items for the page as it is now."""
        self.clear()
        page = self._page
        if page is None:
            return
        self.addSection("Bundled scenarios")
        self._add_choices(page.bundled, self.base_chosen)
        if page.own:
            self.addSection("Your scenarios")
            self._add_choices(page.own, self.own_chosen)
        self.addSeparator()
        self._add_doings(page)

    def _add_choices(self, choices: tuple[ScenarioChoice, ...], signal: object) -> None:
        for choice in choices:
            changed = ", changed" if choice.is_changed else ""
            action = self.addAction(f"{_as_label(choice.title)}{changed}")
            action.setCheckable(True)
            action.setChecked(choice.is_in_force)
            whole = choice.title if len(choice.title) > _LONGEST else ""
            action.setToolTip("\n".join(filter(None, (whole, choice.description))) or choice.title)
            is_bundled = signal is self.base_chosen
            action.triggered.connect(partial(self._open, choice.id, is_bundled=is_bundled))

    def _add_doings(self, page: WhatIfPage) -> None:
        title = next((each.title for each in page.own if each.id == page.own_id), "")
        self._add("Save as a new scenario…", "save", is_on=not page.is_plain)
        if title:
            name = f"“{_as_label(title)}”"
            self._add(f"Save the changes to {name}", "update", is_on=page.is_own_changed)
            self._add(f"Duplicate {name}", "duplicate")
            self._add(f"Rename {name}…", "rename")
            self._add(f"Delete {name}", "delete")
        self.addSeparator()
        self._add("Compare scenarios…", "compare")

    def _add(self, words: str, name: str, *, is_on: bool = True) -> QAction:
        action = self.addAction(words)
        action.setEnabled(is_on)
        action.triggered.connect(partial(self._want, name))
        return action

    def _open(self, scenario: str, _checked: object = None, *, is_bundled: bool) -> None:
        (self.base_chosen if is_bundled else self.own_chosen).emit(scenario)

    def _want(self, name: str, _checked: object = None) -> None:
        self.wanted.emit(name)


def scenario_button() -> QPushButton:
    """Give the button that opens the menu."""
    button = QPushButton("Scenarios ▾")
    button.setAccessibleName("Scenarios")
    return button


def _as_label(title: str) -> str:
    """Give a title as a menu shows it: not too long, and with no letter underlined by mistake."""
    return shortened(title, _LONGEST).replace("&", "&&")
