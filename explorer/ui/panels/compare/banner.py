"""The line above the grid that says which scenario is in force."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from explorer.ui.theme import SMALL_PX, ThemeKeeper, font, mark
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.link import LinkButton


class ScenarioBanner(QFrame):
    """Says what is assumed, and offers the way back and the way to the assumptions."""

    judgement_wanted = Signal()
    what_if_wanted = Signal()

    def __init__(self, themes: ThemeKeeper) -> None:
        """Begin out of sight."""
        super().__init__()
        self._themes = themes
        mark(self, "banner")
        self._words = ElidedLabel()
        self._words.setFont(font(SMALL_PX))
        mark(self._words, "title")
        self.back = LinkButton("Return to the judgement", themes.theme, font(SMALL_PX))
        self.back.setToolTip("Assume nothing any more (undo brings it back)")
        self.back.setAccessibleDescription(self.back.toolTip())
        self.back.clicked.connect(self.judgement_wanted)
        self.open = LinkButton("Open What if", themes.theme, font(SMALL_PX))
        self.open.setToolTip("See and change what is assumed")
        self.open.setAccessibleDescription(self.open.toolTip())
        self.open.clicked.connect(self.what_if_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.setSpacing(14)
        row.addWidget(self._words, 1)
        row.addWidget(self.open)
        row.addWidget(self.back)
        themes.changed.connect(self._show_theme)
        self._show_theme()
        self.hide()

    @property
    def words(self) -> str:
        """Give what is said, in full."""
        return self._words.text()

    def show_words(self, words: str) -> None:
        """Say what is assumed; with nothing to say the line goes."""
        self._words.show_text(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def _show_theme(self) -> None:
        for button in (self.back, self.open):
            button.set_theme(self._themes.theme)
