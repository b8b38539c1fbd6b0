"""Switching the comparator, one to five countries, and selecting a factor with its chart.

Each step is timed twice: until the grid is painted, which is where the eye is, and until the
details have followed, with all of them that is seen painted and nothing left to do.
"""

import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from explorer import paths
from explorer.packs.reading import read_atlas
from explorer.pages.view import Target, View
from explorer.settings import Settings
from explorer.ui.app import build_window, settle
from explorer.ui.main_window import MainWindow
from explorer.ui.panels.detail import DetailPanel
from explorer.ui.presenters.detail import DetailPresenter
from explorer.workspace.document import Workspace

ROUNDS = 40
SETTLING = 4
"""The first rounds, which fill caches of text and pages, do not count."""


@dataclass
class Times:
    """Seconds to the painted grid, to the details that are seen, and to those below them."""

    grid: list[float] = field(default_factory=list[float])
    seen: list[float] = field(default_factory=list[float])
    whole: list[float] = field(default_factory=list[float])


class Watch(QObject):
    """Notes when the grid was painted last."""

    def __init__(self, window: MainWindow) -> None:
        """Watch a window's grid."""
        super().__init__()
        self.grid = window.compare_panel.grid.viewport()
        self.at: float | None = None
        self.is_due = False
        self.grid.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a paint go ahead here, and note when it was done."""
        if watched is self.grid and event.type() == QEvent.Type.Paint:
            self.grid.removeEventFilter(self)
            QApplication.sendEvent(self.grid, event)
            self.grid.installEventFilter(self)
            self.at = time.perf_counter()
            return True
        return False


def report(name: str, times: Sequence[float], aim: float) -> None:
    """Print the median and the 95th percentile of times in seconds, in ms, beside the aim."""
    slow = quantiles(times, n=20)[-1]
    aimed = f" (aim {aim:.0f})" if aim else ""
    print(f"{name:48} {1000 * median(times):6.1f} ms, 95 % {1000 * slow:6.1f} ms{aimed}")


def times_of(step: Callable[[int], None], window: MainWindow) -> Times:
    """Time steps; a turn of the event loop at a time, so that each end is seen as it comes."""
    application, watch = QApplication.instance(), Watch(window)
    details = window.findChild(DetailPresenter)
    panel = window.findChild(DetailPanel)
    assert application is not None
    assert details is not None
    assert panel is not None
    found = Times()
    for index in range(ROUNDS):
        application.processEvents()
        watch.at = None
        start = time.perf_counter()
        step(index)
        while details.is_behind or watch.at is None:
            application.processEvents()
        grid = watch.at
        application.processEvents()  # paints what the details have just put in their places
        seen = time.perf_counter()
        while not panel.is_whole:
            application.processEvents()
        application.processEvents()
        if index >= SETTLING:
            found.grid.append(grid - start)
            found.seen.append(seen - start)
            found.whole.append(time.perf_counter() - start)
    watch.grid.removeEventFilter(watch)
    return found


def switching(window: MainWindow) -> None:
    """Time the change from one set of comparators to another of the same size."""
    others = [iso3 for iso3 in window.session.atlas.subject.compared if iso3 != "AZE"]
    for count in range(1, len(others) + 1):
        sets = [tuple(others[:count]), tuple(others[-count:])]
        if count == len(others):
            sets = [tuple(others), tuple(others[:1])]

        window.session.show(View("AZE", sets[1]))  # so that the first step changes something

        def step(index: int, sets: list[tuple[str, ...]] = sets) -> None:
            window.session.show(View("AZE", sets[index % 2]))

        name = f"switch to {count} comparators" if count > 1 else "switch the comparator"
        times = times_of(step, window)
        report(f"{name}: grid painted", times.grid, 16)
        report("  details seen have followed", times.seen, 0)
        report("  details are whole", times.whole, 0)


def selecting(window: MainWindow) -> None:
    """Time the selection of one factor after another, with the details and the chart."""
    factors = [factor.id for factor in window.session.atlas.factors]
    for comparators in (("KAZ",), ("KAZ", "UZB", "TKM", "KGZ", "TJK")):
        window.session.show(View("AZE", comparators))

        window.session.select(Target("outcome"))

        def step(index: int) -> None:
            window.session.select(Target("cell", "KAZ", factors[index % len(factors)]))

        times = times_of(step, window)
        report(f"select a factor, {len(comparators) + 1} countries: grid painted", times.grid, 16)
        report("  details seen, with the chart", times.seen, 50)
        report("  details are whole", times.whole, 0)


def main() -> None:
    """Open the window and time it as a user would meet it."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["COUNTRY_EXPLORER_HOME"] = home
        application = QApplication([])
        application.setStyle("Fusion")
        window = build_window(Settings(), read_atlas(paths.bundled_pack()), Workspace())
        window.resize(1440, 900)
        window.show()
        settle(window)
        switching(window)
        selecting(window)
        window.close()


if __name__ == "__main__":
    main()
