"""The item of evidence that a note cites, at the foot of the view, where the reader stays."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.pages.detail import EvidenceItem
from explorer.style import Theme
from explorer.ui.panels.outcomes.columns import MEASURE
from explorer.ui.widgets.evidence_item import EvidenceCard
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import hairline


class EvidenceFoot(QWidget):
    """Shows one item until it is closed; Esc closes it too. `closed` comes then."""

    closed = Signal()
    link_opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin hidden."""
        super().__init__()
        self.setAccessibleName("Evidence cited")
        self._theme = theme
        self._item: EvidenceItem | None = None
        self._card: EvidenceCard | None = None
        self._line = hairline(theme)
        self.close_button = LinkButton("Close", theme)
        self.close_button.clicked.connect(self.put_away)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(16)
        self._row.addStretch(1)
        self._row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(self._line)
        room.addLayout(self._row)
        set_ground(self, theme.card)
        self.hide()

    @property
    def item(self) -> EvidenceItem | None:
        """Give the item that is shown."""
        return self._item

    def show_item(self, item: EvidenceItem) -> None:
        """Show an item in place of the one before."""
        self._item = item
        if self._card is not None:
            self._row.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = EvidenceCard(item, self._theme)
        self._card.setMaximumWidth(MEASURE)
        self._card.link_opened.connect(self.link_opened)
        self._row.insertWidget(0, self._card, 20)
        self.show()

    def put_away(self) -> None:
        """Hide the item."""
        if self._item is not None:
            self._item = None
            self.hide()
            self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        set_ground(self, theme.card)
        set_ground(self._line, theme.line)
        self.close_button.set_theme(theme)
        if self._item is not None:
            self.show_item(self._item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
