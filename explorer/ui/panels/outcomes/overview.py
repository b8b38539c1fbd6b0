"""The first section of the view Outcomes: how likely each rung is, for all states shown."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.pages.outcomes import OR_HIGHER, OutcomesPage
from explorer.style import Theme
from explorer.ui.charts.view import ChartView
from explorer.ui.panels.outcomes.columns import Columns, capped
from explorer.ui.panels.outcomes.lines import lines_table, ruled_table
from explorer.ui.widgets.lettering import set_ink
from explorer.ui.widgets.segments import Segments
from explorer.ui.widgets.text import aside, body, heading

_HEAD_HEIGHT = 30
_SHORT = {OR_HIGHER: "Or higher"}


class OverviewSection(QWidget):
    """Shows ladders, intervals, the words for them, and the judgement before.

    `chart_save_wanted` carries a chart and `png` or `svg`.
    """

    chart_save_wanted = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        """Begin without a page."""
        super().__init__()
        self.setAccessibleName("Likely outcomes")
        self._theme = theme
        self._page: OutcomesPage | None = None
        self._shown = ""
        self._method, self._caution = body("", theme), aside("", theme)
        self._missing = aside("", theme)
        self._ladder_heading = heading("The outcome ladder", theme)
        self._estimate_heading = heading("How sure", theme)
        self.ladders, self.estimates = ChartView(theme), ChartView(theme)
        self.kinds = Segments("Likelihoods shown", theme)
        self._lines: QWidget | None = None
        self._moves: QWidget | None = None
        self._charts = QWidget()
        self._room = QVBoxLayout(self)
        self._lay_out()
        self.kinds.chosen.connect(self._show_kind)
        for view in (self.ladders, self.estimates):
            view.save_wanted.connect(partial(self._save, view))

    def show_part(self, page: OutcomesPage) -> None:
        """Show a page."""
        self._page = page
        self._method.setText(page.method)
        self._caution.setText(page.caution)
        self._missing.setText(page.missing)
        self._missing.setVisible(bool(page.missing))
        # Frames without a bar would tell nothing that the words above do not.
        self._charts.setVisible(bool(page.ladders.rows))
        self.ladders.show_chart(page.ladders)
        self.kinds.show_choices(
            tuple((key, key, _SHORT.get(key, key)) for key, _ in page.estimates)
        )
        self._show_kind(self._shown or page.estimates[0][0])
        self._show_tables(page)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        for label in (
            self._ladder_heading,
            self._estimate_heading,
            self._caution,
            self._missing,
        ):
            set_ink(label, theme.mute)
        set_ink(self._method, theme.ink)
        for part in (self.ladders, self.estimates, self.kinds):
            part.set_theme(theme)
        if self._page is not None:
            self._show_tables(self._page)

    def _lay_out(self) -> None:
        room = self._room
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(8)
        for label in (self._method, self._caution, self._missing):
            room.addLayout(capped(label))
        room.addSpacing(6)
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        self._ladder_heading.setMinimumHeight(_HEAD_HEIGHT)
        column.addWidget(self._ladder_heading)
        column.addWidget(self.ladders)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        top = QHBoxLayout()
        self._estimate_heading.setMinimumHeight(_HEAD_HEIGHT)
        top.addWidget(self._estimate_heading, 1)
        top.addWidget(self.kinds)
        column.addLayout(top)
        column.addWidget(self.estimates)
        self._charts = Columns(left, right)
        room.addWidget(self._charts)

    def _show_kind(self, key: str) -> None:
        if self._page is None:
            return
        charts = dict(self._page.estimates)
        self._shown = key
        self.kinds.show_chosen(key)
        self.estimates.show_chart(charts[key])

    def _show_tables(self, page: OutcomesPage) -> None:
        """Set the tables anew."""
        for old in (self._lines, self._moves):
            if old is not None:
                self._room.removeWidget(old)
                old.hide()
                old.deleteLater()
        self._lines = lines_table(page, self._theme) if page.lines else None
        if self._lines is not None:
            self._lines.setContentsMargins(0, 12, 0, 0)
            self._room.addWidget(self._lines)
        self._moves = self._make_moves(page)
        if self._moves is not None:
            self._room.addWidget(self._moves)

    def _make_moves(self, page: OutcomesPage) -> QWidget | None:
        if page.moves is None:
            return None
        whole = QWidget()
        room = QVBoxLayout(whole)
        room.setContentsMargins(0, 14, 0, 0)
        room.setSpacing(6)
        room.addWidget(heading(page.moves.heading, self._theme))
        room.addWidget(ruled_table(page.moves.table, self._theme))
        room.addLayout(capped(aside(page.moves.note, self._theme)))
        return whole

    def _save(self, view: ChartView, kind: str) -> None:
        self.chart_save_wanted.emit(view.chart, kind)
