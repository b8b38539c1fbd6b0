"""What other sources say of the quantity shown: a line a figure, never averaged."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.rivals import HEADING, NEVER_AVERAGED, RivalGroup
from explorer.style import Theme
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import SMALL, font
from explorer.ui.widgets.text import Text, aside, heading


class RivalLines(QWidget):
    """The other figures for one quantity or several, under a heading; hidden without any."""

    def __init__(self, theme: Theme) -> None:
        """Begin with nothing shown."""
        super().__init__()
        self._theme = theme
        self._groups: tuple[RivalGroup, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 6, 0, 4)
        self._room.setSpacing(2)
        self.hide()

    def show_groups(self, groups: tuple[RivalGroup, ...]) -> None:
        """Show the figures of some quantities."""
        if groups != self._groups:
            self._groups = groups
            self._build()
        self.setVisible(bool(groups))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._build()

    def _build(self) -> None:
        while self._room.count():
            item = self._room.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        if self._groups:
            self._room.addWidget(heading(HEADING, self._theme))
        for group in self._groups:
            if len(self._groups) > 1:
                self._room.addWidget(aside(group.title, self._theme))
            for line in group.lines:
                self._room.addWidget(Text(line.label, font(SMALL, SEMIBOLD), self._theme.ink))
                self._room.addWidget(aside(line.words, self._theme))
        if self._groups:
            self._room.addWidget(aside(NEVER_AVERAGED, self._theme))
