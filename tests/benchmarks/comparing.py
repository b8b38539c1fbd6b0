"""Switching the comparator, one to five countries, and selecting a factor with its chart."""

import os
import tempfile
import time
from collections.abc import Callable, Sequence
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from explorer import paths
from explorer.packs.reading import read_atlas
from explorer.pages.view import Target, View
from explorer.settings import Settings
from explorer.ui.app import build_window, settle
from explorer.ui.main_window import MainWindow
from explorer.workspace.document import Workspace

ROUNDS = 40
TAIL = 0.95


def report(name: str, times: Sequence[float], aim: float) -> None:
    """Print the median and the 95th percentile of times in seconds, in ms, beside the aim."""
    slow = quantiles(times, n=20)[-1]
    print(f"{name:44} {1000 * median(times):6.1f} ms, 95 % {1000 * slow:6.1f} ms (aim {aim:.0f})")


def times_of(step: Callable[[int], None], application: QApplication) -> list[float]:
    """Time steps until what they changed is painted."""
    found: list[float] = []
    for index in range(ROUNDS):
        start = time.perf_counter()
        step(index)
        application.processEvents()
        found.append(time.perf_counter() - start)
    return found[2:]


def switching(window: MainWindow, application: QApplication) -> None:
    """Time the change from one set of comparators to another of the same size."""
    others = [iso3 for iso3 in window.session.atlas.subject.compared if iso3 != "AZE"]
    for count in range(1, len(others) + 1):
        sets = [tuple(others[:count]), tuple(others[-count:])]
        if count == len(others):
            sets = [tuple(others), tuple(others[:1])]

        def step(index: int, sets: list[tuple[str, ...]] = sets) -> None:
            window.session.show(View("AZE", sets[index % 2]))

        name = f"switch to {count} comparators" if count > 1 else "switch the comparator"
        report(name, times_of(step, application), 16)


def selecting(window: MainWindow, application: QApplication) -> None:
    """Time the selection of one factor after another, with the details and the chart."""
    factors = [factor.id for factor in window.session.atlas.factors]
    for comparators in (("KAZ",), ("KAZ", "UZB", "TKM", "KGZ", "TJK")):
        window.session.show(View("AZE", comparators))
        application.processEvents()

        def step(index: int) -> None:
            window.session.select(Target("cell", "KAZ", factors[index % len(factors)]))

        name = f"select a factor, {len(comparators) + 1} countries, with its chart"
        report(name, times_of(step, application), 50)


def main() -> None:
    """Open the window and time it as a user would meet it."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["COUNTRY_EXPLORER_HOME"] = home
        application = QApplication([])
        window = build_window(Settings(), read_atlas(paths.bundled_pack()), Workspace())
        window.resize(1440, 900)
        window.show()
        settle(window)
        switching(window, application)
        selecting(window, application)
        window.close()


if __name__ == "__main__":
    main()
