"""The actions of the window, made from the table of shortcuts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from explorer.ui.widgets.shortcuts import SHORTCUTS, keys_of


def make_actions(window: QWidget) -> dict[str, QAction]:
    """Make an action of each line of the table of shortcuts that names one, by that name."""
    actions: dict[str, QAction] = {}
    for shortcut in SHORTCUTS:
        if shortcut.action:
            action = QAction(shortcut.label or shortcut.words, window)
            action.setShortcuts(keys_of(shortcut.action))
            actions[shortcut.action] = action
    window.addActions(list(actions.values()))
    # Elsewhere these keys copy the text that is marked.
    actions["copy"].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    return actions
