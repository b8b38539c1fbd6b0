"""The state chosen on the map: all that the map tells of it, and the way to the comparison."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from explorer.pages.map_parts import MapArea
from explorer.style import Theme
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import aside, body, heading, title

NOTHING = (
    "Choose a state on the map: what the map tells of it, and its land borders, are then shown "
    "here. On the map, Space goes from state to state, the arrows move it, + and − zoom, and Home "
    "shows the compared states."
)


class MapCard(QScrollArea):
    """Shows one state; `opened` carries its ISO code when it is wanted in Compare."""

    opened = Signal(str)
    filled = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without a state."""
        super().__init__()
        self._theme = theme
        self._area: MapArea | None = None
        self.link: LinkButton | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("The state chosen")
        self._fill()

    @property
    def area(self) -> MapArea | None:
        """Give the state shown."""
        return self._area

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Give where Tab stops, in the order in which they are read."""
        return (self, self.link) if self.link is not None else (self,)

    def show_area(self, area: MapArea | None) -> None:
        """Show a state, or how to choose one."""
        if area != self._area:
            self._area = area
            self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._fill()

    def _fill(self) -> None:
        theme, area = self._theme, self._area
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(14, 6, 14, 12)
        rows.setSpacing(3)
        self.link = None
        if area is None:
            rows.addWidget(aside(NOTHING, theme))
            self.setAccessibleDescription(NOTHING)
        else:
            rows.addWidget(title(area.label, theme))
            for head, words in area.facts:
                rows.addSpacing(6)
                rows.addWidget(heading(head, theme))
                rows.addWidget(body(words, theme))
            self.setAccessibleDescription(area.description)
            if area.is_compared:
                self.link = LinkButton("Show in Compare", theme)
                self.link.setAccessibleDescription(f"Show {area.label} in the comparison")
                self.link.clicked.connect(self._open)
                rows.addSpacing(8)
                rows.addWidget(self.link)
        rows.addStretch(1)
        set_ground(page, theme.card)
        self.setWidget(page)
        self.filled.emit()

    def _open(self) -> None:
        if self._area is not None:
            self.opened.emit(self._area.iso3)
