"""Saves a chart to a file, drawn anew for it, off the GUI thread."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from explorer import paths
from explorer.pages.charts import Chart
from explorer.style import Theme
from explorer.ui.tasks import Task, TaskDoor
from explorer.ui.theme import ThemeKeeper

_FILTERS = {"png": "PNG picture (*.png)", "svg": "SVG drawing (*.svg)"}
_DPI = 200.0
_FORBIDDEN = '<>:"/\\|?*'


class ChartFilePresenter(QObject):
    """Asks where to, draws, and says what went wrong."""

    def __init__(self, tasks: TaskDoor, themes: ThemeKeeper, window: QWidget) -> None:
        """Stand ready; `window` is what the dialogs belong to."""
        super().__init__(window)
        self._tasks = tasks
        self._themes = themes
        self._window = window
        self._folder = paths.documents()

    def save(self, chart: Chart, kind: str) -> None:
        """Ask for a file and save a chart there as `png` or `svg`."""
        dialog = QFileDialog(self._window, "Save chart", str(self._folder), _FILTERS[kind])
        dialog.setObjectName("save chart")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.selectFile(f"{file_name(chart.caption.title)}.{kind}")
        dialog.fileSelected.connect(partial(self._write_named, chart, kind))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write_named(self, chart: Chart, kind: str, name: str) -> None:
        self.write(chart, kind, Path(name))

    def write(self, chart: Chart, kind: str, path: Path) -> None:
        """Draw a chart and write it; the file is there whole or not at all."""
        self._folder = path.parent
        theme = self._themes.theme
        task = Task(f"chart to {path}", lambda _: _write(chart, kind, path, theme))
        task.failed.connect(self._tell)
        self._tasks.start(task)

    def _tell(self, error: Exception) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, "Save chart", str(error), parent=self._window)
        box.finished.connect(box.deleteLater)
        box.open()


def file_name(title: str) -> str:
    """Make a name for a file out of a title."""
    kept = "".join(" " if letter in _FORBIDDEN else letter for letter in title if letter >= " ")
    return " ".join(kept.split())[:80].strip(" .") or "Chart"


def _write(chart: Chart, kind: str, path: Path, theme: Theme) -> None:
    from explorer.report import chart_png, chart_svg
    from explorer.report.saving import save_whole

    data = chart_svg(chart, theme) if kind == "svg" else chart_png(chart, _DPI, theme)
    # The dialog has asked whether a file of that name may be replaced.
    save_whole(path, data, overwrite=True, before_swap=lambda: None)
