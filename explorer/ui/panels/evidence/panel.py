"""The panel of the view Evidence: its head, the table with the detail beside it, the balance."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.pages.charts import BalanceChart
from explorer.style import Theme
from explorer.ui.charts.view import ChartView
from explorer.ui.panels.evidence.detail import EvidenceDetailPanel
from explorer.ui.panels.evidence.head import SIDE, EvidenceHead
from explorer.ui.panels.evidence.table import EvidenceTable
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.tab_order import tab_stops
from explorer.ui.widgets.text import body, hairline, heading

WIDEST = 1180
_DETAIL, _DETAIL_LEAST, _TABLE_LEAST = 330, 280, 300
NOTHING_FOUND = "No item passes the filters. Clear them, or ask for less."


class EvidencePanel(QWidget):
    """Lays the parts out; each part says by its own signals what the user wants.

    `shown` comes when the panel comes into sight, `chart_save_wanted` carries a chart and `png`
    or `svg`.
    """

    shown = Signal()
    trace_wanted = Signal(str)
    chart_save_wanted = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self.setAccessibleName("Evidence")
        self._theme = theme
        self.head = EvidenceHead(theme)
        self.table = EvidenceTable(theme)
        self.detail = EvidenceDetailPanel(theme)
        self.nothing = body(NOTHING_FOUND, theme)
        self.grid, self.course = ChartView(theme), ChartView(theme)
        self._headings = (heading("", theme), heading("", theme))
        self._line = hairline(theme)
        self._balance = self._make_balance()
        self._faces = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self._order_tabs()
        self._dress()

    @property
    def face(self) -> str:
        """Give what is shown: `items` or `balance`."""
        return "balance" if self._faces.currentWidget() is self._balance else "items"

    def show_face(self, face: str) -> None:
        """Show the items, or their balance."""
        self._faces.setCurrentWidget(self._balance if face == "balance" else self._splitter)
        self.head.faces.show_chosen(face)

    def show_balance(self, grid: BalanceChart, course: BalanceChart) -> None:
        """Show the balance of the items."""
        for chart, view, label in zip(
            (grid, course), (self.grid, self.course), self._headings, strict=True
        ):
            label.setText(chart.caption.title)
            view.show_chart(chart)

    def show_nothing(self, *, is_nothing: bool) -> None:
        """Say in place of the rows that there are none."""
        self.nothing.setVisible(is_nothing)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        if theme == self._theme:
            return
        self._theme = theme
        for part in (self.head, self.table, self.detail, self.grid, self.course):
            part.set_theme(theme)
        for label in self._headings:
            label.setPalette(heading("", theme).palette())
        self.nothing.setPalette(body("", theme).palette())
        self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the panel came into sight."""
        super().showEvent(event)
        self.shown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the filters to the table with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            event.accept()
            return
        super().keyPressEvent(event)

    def _make_balance(self) -> QScrollArea:
        page = QWidget()
        page.setMaximumWidth(WIDEST)
        room = QVBoxLayout(page)
        room.setContentsMargins(SIDE, 14, SIDE, 24)
        room.setSpacing(6)
        for label, view in zip(self._headings, (self.grid, self.course), strict=True):
            room.addWidget(label)
            room.addWidget(view)
            room.addSpacing(22)
        room.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName("Evidence for and against")
        page.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        return scroll

    def _lay_out(self) -> None:
        left = QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.nothing.setContentsMargins(SIDE, 14, SIDE, 14)
        self.nothing.hide()
        rows.addWidget(self.nothing)
        rows.addWidget(self.table, 1)
        left.setMinimumWidth(_TABLE_LEAST)
        self.detail.setMinimumWidth(_DETAIL_LEAST)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.detail)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.setSizes([3 * _DETAIL, _DETAIL])
        self._faces.addWidget(self._splitter)
        self._faces.addWidget(self._balance)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(self._line)
        outer.addWidget(self._faces, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.table.entered.connect(self._go_to_detail)
        self.detail.left.connect(self.table.setFocus)
        for view in (self.grid, self.course):
            view.save_wanted.connect(partial(self._save, view))
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find)

    def _order_tabs(self) -> None:
        """Let Tab go through the head as it is read, then to the table and the detail."""
        layout = self.head.layout()
        stops = tab_stops(layout) if layout is not None else []
        for before, after in pairwise((*stops, self.table, self.detail)):
            QWidget.setTabOrder(before, after)

    def _find(self) -> None:
        self.head.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.text.selectAll()

    def _save(self, view: ChartView, kind: str) -> None:
        if view.chart is not None:
            self.chart_save_wanted.emit(view.chart, kind)

    def _go_to_detail(self) -> None:
        self.detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        set_ground(self, self._theme.card)
        set_ground(self._line, self._theme.line)
        self.detail.set_theme(self._theme)
