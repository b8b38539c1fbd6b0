"""Saves a chart to a file, drawn anew for it, off the GUI thread."""

from functools import partial

from PySide6.QtWidgets import QWidget

from explorer.pages.charts import Chart
from explorer.style import Theme
from explorer.ui.presenters.file_saving import FileSaver, Offer
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper

_KINDS = {"png": "PNG picture", "svg": "SVG drawing"}
_DPI = 200.0


class ChartFilePresenter(FileSaver):
    """Asks where to, draws, and says what went wrong."""

    def __init__(self, tasks: TaskDoor, themes: ThemeKeeper, window: QWidget) -> None:
        """Stand ready; `window` is what the dialogs belong to."""
        super().__init__(tasks, window)
        self._themes = themes

    def save(self, chart: Chart, kind: str = "") -> None:
        """Ask for a file and save a chart there as `png` or `svg`, or as the user chooses."""
        self.ask(chart_offer(chart, self._themes.theme, kind))


def chart_offer(
    chart: Chart, theme: Theme, kind: str = "", title: str = "Save chart", name: str = ""
) -> Offer:
    """Give a chart as something to save, in the colours of a theme, by its title if unnamed."""
    kinds = {kind: _KINDS[kind]} if kind else _KINDS
    return Offer(title, name or chart.caption.title, kinds, partial(_draw, chart, theme))


def _draw(chart: Chart, theme: Theme, kind: str) -> bytes:
    from explorer.report import chart_png, chart_svg

    return chart_svg(chart, theme) if kind == "svg" else chart_png(chart, _DPI, theme)
