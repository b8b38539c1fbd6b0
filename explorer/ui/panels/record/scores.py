"""The face “Scores”: own and judged scores, calibration, seals, and the methods in words."""

from PySide6.QtWidgets import QScrollArea

from explorer.pages.record_scores import ScoresPage, ScoreTable
from explorer.pages.tables import Table
from explorer.style import Theme
from explorer.ui.charts.view import ChartView
from explorer.ui.panels.record.lines import figures_table
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import BODY, CLOSE, font
from explorer.ui.widgets.scrolled_page import put_page
from explorer.ui.widgets.text import Text, aside, body, heading

_WIDEST, _PARTS, _GAP = 860, 360, 18
_SCORES, _BY_QUESTION = (36, 12, 12, 18, 16), (52, 12, 12, 12, 14)


class ScoresFace(QScrollArea):
    """Shows a ScoresPage. `chart` holds the plot of calibration once there is one."""

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._theme = theme
        self._shown: ScoresPage | None = None
        self.chart = ChartView(theme)
        self._page, self._room = put_page(self, "Scores", _WIDEST)

    @property
    def page(self) -> ScoresPage | None:
        """Give the page shown."""
        return self._shown

    def show_page(self, page: ScoresPage) -> None:
        """Show scores."""
        if page != self._shown:
            self._shown = page
            self._build(page)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.chart.set_theme(theme)
        if self._shown is not None:
            self._build(self._shown)

    def _build(self, page: ScoresPage) -> None:
        self._clear()
        if page.mine is not None:
            self._add_table(page.mine)
        else:
            self._heading("Your forecasts", is_first=True)
            self._room.addWidget(body(page.nothing, self._theme))
        self._heading("Calibration of your forecasts")
        self._room.addWidget(body(page.progress, self._theme))
        if page.chart is not None:
            self.chart.show_chart(page.chart)
            self._room.addWidget(self.chart)
            self.chart.show()
            columns = ("Part of the Brier score", "")
            table = Table(columns, page.parts, (False, True))
            self._room.addSpacing(10)
            parts = figures_table(table, self._theme, (3, 1), is_first_strong=False)
            parts.setMaximumWidth(_PARTS)
            self._room.addWidget(parts)
        self._heading("Seals")
        ink = self._theme.hold if page.is_altered else self._theme.ink
        self._room.addWidget(Text(page.seals, font(BODY), ink))
        for each in page.judged:
            self._add_table(each)
        if page.by_question.rows:
            self._heading("Your scores by question")
            table = figures_table(
                page.by_question, self._theme, _BY_QUESTION, is_first_strong=False
            )
            self._room.addWidget(table)
        self._heading("What the scores mean")
        for term, words in page.definitions:
            self._room.addWidget(Text(term, font(CLOSE, SEMIBOLD), self._theme.ink))
            self._room.addWidget(Text(words, font(CLOSE), self._theme.ink))
            self._room.addSpacing(4)
        self._room.addStretch(1)

    def _add_table(self, each: ScoreTable) -> None:
        self._heading(each.heading, is_first=self._room.count() == 0)
        self._room.addWidget(figures_table(each.table, self._theme, _SCORES))
        for words in each.cautions:
            self._room.addWidget(aside(words, self._theme))

    def _heading(self, words: str, *, is_first: bool = False) -> None:
        if not is_first:
            self._room.addSpacing(_GAP)
        self._room.addWidget(heading(words, self._theme))

    def _clear(self) -> None:
        self.chart.hide()
        self.chart.setParent(self._page)
        while (item := self._room.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.chart:
                widget.hide()
                widget.deleteLater()
