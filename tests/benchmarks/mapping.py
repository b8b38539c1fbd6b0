"""The map: opening the view, repainting after pan and zoom, hover, another choice, and paper."""

import os
import tempfile
import time
from collections.abc import Callable
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer import paths
from explorer.packs.reading import read_atlas
from explorer.pages.map_values import MapChoice, map_choices
from explorer.report import chart_png
from explorer.settings import Settings
from explorer.style import LIGHT
from explorer.ui.app import build_window, settle
from explorer.ui.charts.maps import MapPlot
from explorer.ui.panels.map import MapPanel
from explorer.workspace.document import Workspace

AIM_PAINT, AIM_HOVER, AIM_CHOICE, AIM_OPEN, AIM_PAPER = 16, 8, 50, 300, 500
TIMES = 30


def timed(do: Callable[[], object], times: int = TIMES) -> list[tuple[float, float]]:
    """Return what each run took in milliseconds: by the clock, and of this thread's own work."""
    took: list[tuple[float, float]] = []
    for _ in range(times):
        began, worked = time.perf_counter(), time.thread_time()
        do()
        took.append((1000 * (time.perf_counter() - began), 1000 * (time.thread_time() - worked)))
    return took


def tell(what: str, took: list[tuple[float, float]], aim: float) -> None:
    """Print the median by the clock and of own work, which a busy machine leaves alone."""
    clock, work = (median(each) for each in zip(*took, strict=True))
    print(f"  {what:34} {clock:6.1f} ms by the clock, {work:6.1f} of work (aim {aim})")


def main() -> None:
    """Open the view, use it as a hand would, and print what each frame took."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["COUNTRY_EXPLORER_HOME"] = home
        application = QApplication([])
        application.setStyle("Fusion")
        window = build_window(Settings(), read_atlas(paths.bundled_pack()), Workspace())
        window.resize(1440, 900)
        window.show()
        settle(window)
        opened = timed(lambda: (window.open_view("map"), settle(window)), 1)
        panel = window.findChild(MapPanel)
        plot = panel.plot if panel else None
        if panel is None or plot is None:
            raise LookupError("the view has no map")
        print(f"the map at {plot.width()} x {plot.height()} pixels")
        tell("open the view for the first time", opened, AIM_OPEN)
        measure(panel, plot)
        if panel.view.chart is not None:
            chart = panel.view.chart
            drawn = timed(lambda: chart_png(chart, 200.0, LIGHT), 5)
            tell("a picture on paper, 200 dpi", drawn, AIM_PAPER)
        window.close()


def measure(panel: MapPanel, plot: MapPlot) -> None:
    """Time repaints, hover and other choices."""
    atlas = read_atlas(paths.bundled_pack())
    choices = [each for each in map_choices(atlas) if each.kind != "indicator"]

    def moved(step: Callable[[], object]) -> Callable[[], object]:
        return lambda: (step(), plot.repaint())

    tell("repaint, all drawn anew: pan", timed(moved(lambda: plot.pan(0.01, 0.0))), AIM_PAINT)
    tell("repaint, all drawn anew: zoom", timed(moved(lambda: plot.zoom(1.03))), AIM_PAINT)
    plot.show_all()
    tell("repaint, as it was", timed(plot.repaint), AIM_HOVER)
    places = iter(QPoint(60 + 25 * at, 120 + 10 * at) for at in range(TIMES))
    tell(
        "hover, from state to state",
        timed(lambda: (QTest.mouseMove(plot, next(places)), plot.repaint())),
        AIM_HOVER,
    )
    rest = iter(choices[:TIMES])
    tell(
        "something else colours the states",
        timed(lambda: (choose(panel, next(rest)), plot.repaint())),
        AIM_CHOICE,
    )


def choose(panel: MapPanel, choice: MapChoice) -> None:
    """Let a choice colour the states."""
    panel.head.choose(choice.kind, choice.ref)


if __name__ == "__main__":
    main()
