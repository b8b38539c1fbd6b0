"""The panel of the view Sources: the list at the left, the way and the page at the right."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.pages.chain import ChainPage
from explorer.style import Theme
from explorer.ui.panels.sources.chain import ChainView
from explorer.ui.panels.sources.side import WIDTH, SourcesSide
from explorer.ui.panels.sources.trail import TrailBar
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.text import hairline

_LEAST = 230
"""How narrow the list may become."""


class SourcesPanel(QWidget):
    """Lays the parts out; each part says by its own signals what the user wants.

    `shown` comes when the panel comes into sight.
    """

    shown = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without sources and without a page."""
        super().__init__()
        self.setAccessibleName("Sources")
        self._theme = theme
        self.side = SourcesSide(theme)
        self.trail = TrailBar(theme)
        self.chain = ChainView(theme)
        self._line = hairline(theme)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.trail)
        right.addWidget(self._line)
        right.addWidget(self.chain, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.side)
        whole.addLayout(right, 1)
        self.side.entered.connect(self._go_to_page)
        self.chain.filled.connect(self._order_tabs)
        self._add_keys()
        self._order_tabs()
        self._dress()

    def show_page(
        self,
        page: ChainPage | None,
        crumbs: Sequence[tuple[int, str]],
        *,
        can_go_back: bool,
        can_go_forward: bool,
    ) -> None:
        """Show a page and the way to it; keys that were in the old page stay in the new one."""
        was_inside = self.chain.isAncestorOf(self.focusWidget() or self)
        self.trail.show_way(crumbs, can_go_back=can_go_back, can_go_forward=can_go_forward)
        self.chain.show_page(page)
        self._order_tabs()
        if was_inside:
            self.chain.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        if theme == self._theme:
            return
        self._theme = theme
        for part in (self.side, self.trail, self.chain):
            part.set_theme(theme)
        self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the panel came into sight."""
        super().showEvent(event)
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page its room: in a narrow window the list takes two fifths."""
        super().resizeEvent(event)
        self.side.setFixedWidth(max(min(WIDTH, self.width() * 2 // 5), _LEAST))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys on to the list.

        With a proxy for the focus instead, Tab would pass over what filters it.
        """
        super().focusInEvent(event)
        self.side.rows.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the page to the list with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.side.rows.setFocus(Qt.FocusReason.OtherFocusReason)
            event.accept()
            return
        super().keyPressEvent(event)

    def _add_keys(self) -> None:
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find)

    def _find(self) -> None:
        self.side.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.side.filter.selectAll()

    def _go_to_page(self) -> None:
        stops = self.chain.stops
        (stops[0] if stops else self.chain).setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tabs(self) -> None:
        stops = [*self.side.stops, *self.trail.stops, self.chain, *self.chain.stops]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _dress(self) -> None:
        set_ground(self, self._theme.card)
        set_ground(self._line, self._theme.line)
