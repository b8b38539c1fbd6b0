"""“Where from?” under a chart: of a series, or of the ladder of one of the states in it."""

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu

from explorer.pages.charts import (
    BalanceChart,
    Chart,
    EstimateChart,
    LadderChart,
    StanceChart,
    TimelineChart,
)
from explorer.pages.trace import thing
from explorer.style import Theme
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.trace_link import WHERE_FROM, taker_of, tell_goal

_TABLES: tuple[tuple[type[Chart], str], ...] = (
    (TimelineChart, "data/timeline.csv"),
    (BalanceChart, "data/evidence.csv"),
    (StanceChart, "data/assessments.csv"),
)
"""Charts of all rows of a table lead to its file, which leads to the rows."""
_HINT = "Leads to where these figures come from: their sources, and their rows in the data"


class ChartOrigin(LinkButton):
    """Leads to what a chart is of; where that is several things, a menu asks which.

    It stands back for charts that are reckoned here, and where no panel above takes the goal.
    """

    def __init__(self, theme: Theme) -> None:
        """Begin without a chart."""
        super().__init__(WHERE_FROM, theme)
        self.goals: tuple[tuple[str, str], ...] = ()
        self.setToolTip(_HINT)
        self.setAccessibleDescription(_HINT)
        self.clicked.connect(self._tell)
        self.hide()

    def show_chart(self, chart: Chart) -> None:
        """Lead to what a chart is of."""
        self.goals = goals_of(chart)
        self.setVisible(bool(self.goals))

    def showEvent(self, event: QShowEvent) -> None:
        """Stand back where nobody would take the goal."""
        super().showEvent(event)
        if not self.goals or taker_of(self) is None:
            self.hide()

    def menu(self) -> QMenu:
        """Make the menu that asks of which state."""
        made = QMenu(self)
        for label, goal in self.goals:
            made.addAction(label).triggered.connect(partial(self._go, goal))
        return made

    def _tell(self, _checked: object = None) -> None:
        if len(self.goals) == 1:
            tell_goal(self, self.goals[0][1])
        elif self.goals:
            made = self.menu()
            made.aboutToHide.connect(made.deleteLater)
            made.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _go(self, goal: str, _checked: object = None) -> None:
        tell_goal(self, goal)


def goals_of(chart: Chart) -> tuple[tuple[str, str], ...]:
    """Give what a chart is of: a label and a goal each, several for ladders of several states."""
    if chart.caption.goal:
        return ((chart.caption.title, chart.caption.goal),)
    for kind, path in _TABLES:
        if isinstance(chart, kind):
            return ((chart.caption.title, str(thing("file", path))),)
    if isinstance(chart, LadderChart | EstimateChart):
        rows = ((row.label, str(thing("ladder", row.iso3))) for row in chart.rows)
        return tuple(dict.fromkeys(rows))
    return ()
