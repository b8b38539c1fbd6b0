"""The panel of the view Record: its head, the list with the question beside it, the scores."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from explorer.style import Theme
from explorer.ui.panels.record.detail import QuestionDetail
from explorer.ui.panels.record.head import RecordHead
from explorer.ui.panels.record.rows import QuestionRows
from explorer.ui.panels.record.scores import ScoresFace
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.tab_order import tab_stops
from explorer.ui.widgets.text import aside, hairline

NOTHING_FOUND = "No question passes the filters."
_LIST, _LIST_LEAST, _DETAIL_LEAST = 380, 260, 380


class RecordPanel(QWidget):
    """Lays the parts out; each part says by its own signals what the user wants.

    `shown` comes when the panel comes into sight, `chart_save_wanted` carries a chart and `png`
    or `svg`.
    """

    shown = Signal()
    chart_save_wanted = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self.setAccessibleName("Record of forecasts")
        self._theme = theme
        self.head = RecordHead(theme)
        self.rows = QuestionRows(theme)
        self.detail = QuestionDetail(theme)
        self.scores = ScoresFace(theme)
        self.nothing = aside(NOTHING_FOUND, theme)
        self._line = hairline(theme)
        self._faces = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.rows.entered.connect(self._go_to_detail)
        self.detail.left.connect(self.rows.setFocus)
        self.scores.chart.save_wanted.connect(self._save)
        self._order_tabs()
        self._dress()

    @property
    def face(self) -> str:
        """Give what is shown: `questions` or `scores`."""
        return "scores" if self._faces.currentWidget() is self.scores else "questions"

    def show_face(self, face: str) -> None:
        """Show the questions, or the scores."""
        is_scores = face == "scores"
        self._faces.setCurrentWidget(self.scores if is_scores else self._splitter)
        self.head.faces.show_chosen(face)
        self.head.shown.setVisible(not is_scores)
        self.head.states.setVisible(not is_scores)

    def show_nothing(self, *, is_nothing: bool) -> None:
        """Say above the list that nothing passes the filters."""
        self.nothing.setVisible(is_nothing)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        if theme == self._theme:
            return
        self._theme = theme
        for part in (self.head, self.rows, self.detail, self.scores):
            part.set_theme(theme)
        self.nothing.setPalette(aside("", theme).palette())
        self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the panel came into sight."""
        super().showEvent(event)
        self.shown.emit()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(0)
        self.nothing.setContentsMargins(12, 10, 12, 10)
        self.nothing.hide()
        self.rows.setFrameShape(QFrame.Shape.NoFrame)
        column.addWidget(self.nothing)
        column.addWidget(self.rows, 1)
        left.setMinimumWidth(_LIST_LEAST)
        self.detail.setMinimumWidth(_DETAIL_LEAST)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.detail)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([_LIST, 2 * _LIST])
        self._faces.addWidget(self._splitter)
        self._faces.addWidget(self.scores)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(self._line)
        outer.addWidget(self._faces, 1)
        self.setFocusProxy(self.rows)

    def _order_tabs(self) -> None:
        """Let Tab go through the head as it is read, then to the list and the question."""
        layout = self.head.layout()
        stops = tab_stops(layout) if layout is not None else []
        for before, after in pairwise((*stops, self.rows, self.detail)):
            QWidget.setTabOrder(before, after)

    def _go_to_detail(self) -> None:
        self.detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, kind: str) -> None:
        if self.scores.chart.chart is not None:
            self.chart_save_wanted.emit(self.scores.chart.chart, kind)

    def _dress(self) -> None:
        set_ground(self, self._theme.card)
        set_ground(self._line, self._theme.line)
