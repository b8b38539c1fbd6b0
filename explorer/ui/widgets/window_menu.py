"""The window's menu of what has no button: the theme, copies and files, undo, and help."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from explorer.settings import ThemeChoice

_THEMES: tuple[tuple[ThemeChoice, str], ...] = (
    ("system", "As the system"),
    ("light", "Light"),
    ("dark", "Dark"),
)
_BEFORE_ABOUT = (
    ("trace",),
    ("copy", "copy table", "csv", "picture", "data"),
    ("undo", "redo"),
    ("as of",),
    ("raters",),
    ("shortcuts",),
)


class WindowMenu(QMenu):
    """Offers the window's actions by their names; it says which theme the user wants."""

    theme_chosen = Signal(str)
    about_wanted = Signal()
    raters_wanted = Signal()
    """The window's action for the raters, or a view, asks for their dialog."""

    def __init__(
        self, actions: Mapping[str, QAction], theme: ThemeChoice, parent: QWidget
    ) -> None:
        """Show which theme is chosen now."""
        super().__init__(parent)
        looks = self.addMenu("Theme")
        group = QActionGroup(looks)
        self._themes: dict[str, QAction] = {}
        for choice, words in _THEMES:
            action = looks.addAction(words)
            action.setCheckable(True)
            action.triggered.connect(partial(self._choose, choice))
            group.addAction(action)
            self._themes[choice] = action
        self.show_theme(theme)
        for names in _BEFORE_ABOUT:
            self.addSeparator()
            self.addActions([actions[name] for name in names])
        self.addAction("About and licences").triggered.connect(self._want_about)
        self.addSeparator()
        self.addAction(actions["quit"])

    def show_theme(self, theme: ThemeChoice) -> None:
        """Show which theme is chosen."""
        self._themes[theme].setChecked(True)

    def _choose(self, theme: ThemeChoice, _checked: object = None) -> None:
        self.theme_chosen.emit(theme)

    def _want_about(self) -> None:
        self.about_wanted.emit()
