"""From the slider to the painted bar, to the parts that follow, and to the intervals.

A real window with all six states is shown; the mouse drags a slider step by step. Each move is
timed until the bars are painted, until words, tornado, levers and methods have followed with
nothing left to paint, and until the first intervals of the new setting are on the screen.
"""

import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from explorer import paths
from explorer.packs.reading import read_atlas
from explorer.settings import Settings
from explorer.ui.app import build_window, settle
from explorer.ui.main_window import MainWindow
from explorer.ui.panels.what_if import WhatIfPanel
from explorer.ui.presenters.what_if import WhatIfPresenter
from explorer.ui.widgets.slider import Slider
from explorer.workspace.document import Workspace

ROUNDS = 40
SETTLING = 5
"""The first rounds, which fill caches of text, do not count."""


@dataclass
class Times:
    """Seconds to the painted bars, to all parts of the view, and to the intervals."""

    bars: list[float] = field(default_factory=list[float])
    parts: list[float] = field(default_factory=list[float])
    intervals: list[float] = field(default_factory=list[float])
    longest: list[float] = field(default_factory=list[float])


class PaintWatch(QObject):
    """Notes when a widget was painted last."""

    def __init__(self, widget: QWidget) -> None:
        """Watch a widget."""
        super().__init__()
        self.widget = widget
        self.at: float | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a paint go ahead here, and note when it was done."""
        if watched is self.widget and event.type() == QEvent.Type.Paint:
            self.widget.removeEventFilter(self)
            QApplication.sendEvent(self.widget, event)
            self.widget.installEventFilter(self)
            self.at = time.perf_counter()
            return True
        return False


def report(name: str, times: Sequence[float], aim: float) -> None:
    """Print the median and the 95th percentile of times in seconds, in ms, beside the aim."""
    slow = quantiles(times, n=20)[-1]
    aimed = f" (aim {aim:.0f})" if aim else ""
    print(f"{name:52} {1000 * median(times):6.1f} ms, 95 % {1000 * slow:6.1f} ms{aimed}")


def drag(slider: Slider, index: int) -> None:
    """Move the mouse, with its button down, to one of many places on the slider."""
    x = 20 + (index * 37) % (slider.width() - 40)
    QTest.mouseMove(slider, QPoint(x, slider.height() // 2))


def follow(window: MainWindow, step: Callable[[int], None]) -> Times:
    """Time steps, a turn of the event loop at a time, so that each end is seen as it comes."""
    application = QApplication.instance()
    panel, presenter = window.findChild(WhatIfPanel), window.findChild(WhatIfPresenter)
    assert application is not None
    assert panel is not None
    assert presenter is not None
    watch, found = PaintWatch(panel.results.bars), Times()
    for index in range(ROUNDS):
        settle(window)
        watch.at = None
        start = time.perf_counter()
        step(index)
        while watch.at is None:
            application.processEvents()
        bars, longest = watch.at - start, 0.0
        while presenter.is_behind:
            turn = time.perf_counter()
            application.processEvents()
            longest = max(longest, time.perf_counter() - turn)
        application.processEvents()  # paints what has just been put in its place
        parts = time.perf_counter() - start
        while window.outlooks.intervals is None:
            application.processEvents()
        application.processEvents()
        if index >= SETTLING:
            found.bars.append(bars)
            found.parts.append(parts)
            found.longest.append(longest)
            found.intervals.append(watch.at - start)  # what they painted, no later part did
    panel.results.bars.removeEventFilter(watch)
    return found


def sliding(window: MainWindow, tab: str) -> None:
    """Drag one slider of a kind to and fro."""
    panel = window.findChild(WhatIfPanel)
    assert panel is not None
    panel.tab_chosen.emit(tab)
    settle(window)
    slider = panel.sliders.lists[tab].lines["public_opinion"].slider
    centre = QPoint(round(slider.place(slider.row.value)), slider.height() // 2)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=centre)
    times = follow(window, lambda index: drag(slider, index))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton)
    report(f"drag in {tab}: to the painted bars, six states", times.bars, 16)
    report("  words, tornado, levers, methods have followed", times.parts, 0)
    report("  the longest of those turns", times.longest, 50)
    report("  intervals are painted", times.intervals, 150)


def main() -> None:
    """Open the window at What if and drag."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["COUNTRY_EXPLORER_HOME"] = home
        application = QApplication([])
        application.setStyle("Fusion")
        settings = Settings(comparators=("KAZ", "UZB", "TKM", "KGZ", "TJK"))
        window = build_window(settings, read_atlas(paths.bundled_pack()), Workspace())
        window.resize(1440, 900)
        window.show()
        settle(window)
        start = time.perf_counter()
        window.open_view("what_if")
        opened = time.perf_counter() - start
        application.processEvents()
        shown = time.perf_counter() - start
        settle(window)
        print(f"open the view for the first time: {1000 * opened:.0f} ms, painted", end=" ")
        print(f"{1000 * shown:.0f} ms")
        sliding(window, "ratings")
        sliding(window, "weights")
        window.close()


if __name__ == "__main__":
    main()
