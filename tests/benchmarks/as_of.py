"""Looking at an earlier day and back to the newest, in each view, to the painted view.

Aim: 100 ms from the newest to 5 November 2025 and back. What follows in later turns (the rest of
Outcomes and What if, intervals, charts) is not waited for; the first switch of a view, in which
the Atlas of the day is cut and the forecasts are made, is given by
itself, and the slowest of them at the end.
"""

import os
import tempfile
import time
from datetime import date
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from explorer import paths
from explorer.domain.as_of import known_on
from explorer.packs.reading import read_atlas
from explorer.pages.view import VIEWS
from explorer.settings import Settings
from explorer.ui.app import build_window, settle
from explorer.ui.main_window import MainWindow
from explorer.workspace.document import Workspace

ROUNDS = 12
AIM = 100
THEN = date(2025, 11, 5)


def switch(window: MainWindow, day: date | None) -> float:
    """Look at a day and paint what is in front; give the time in ms."""
    start = time.perf_counter()
    window.session.look_as_of(day)
    QApplication.sendPostedEvents()
    window.repaint()
    took = 1000 * (time.perf_counter() - start)
    settle(window)
    end = time.perf_counter() + 0.35
    while time.perf_counter() < end:  # what follows in later turns must not be in the next time
        QApplication.processEvents()
    settle(window)
    return took


def report(name: str, first: float, times: list[float]) -> None:
    """Print the first time, the median and the 95th percentile, beside the aim."""
    slow = quantiles(times, n=20)[-1]
    print(
        f"{name:24} first {first:5.0f} ms, then {median(times):5.0f} ms, 95 % {slow:5.0f} ms "
        f"(aim {AIM})"
    )


def main() -> None:
    """Time each view."""
    atlas = read_atlas(paths.bundled_pack())
    times: list[float] = []
    for _ in range(20):
        start = time.perf_counter()
        known_on(atlas, THEN)
        times.append(1000 * (time.perf_counter() - start))
    print(f"cut the Atlas {median(times):.1f} ms")
    application = QApplication([])
    application.setStyle("Fusion")
    firsts: dict[str, float] = {}
    for name, _ in VIEWS:
        window = build_window(Settings(comparators=("KAZ",)), atlas, Workspace())
        window.resize(1440, 900)
        window.show()
        settle(window)
        window.open_view(name)
        switch(window, None)
        first = firsts[name] = switch(window, THEN)
        there: list[float] = []
        back: list[float] = []
        for _ in range(ROUNDS):
            back.append(switch(window, None))
            there.append(switch(window, THEN))
        report(f"{name}, to the day", first, there)
        report(f"{name}, back", back[0], back[1:])
        window.close()
    slowest = max(firsts, key=lambda name: firsts[name])
    late = [name for name, took in firsts.items() if took > AIM]
    print(
        f"first switches: {median(firsts.values()):.0f} ms in the middle, slowest "
        f"{firsts[slowest]:.0f} ms in {slowest}, over the aim: {', '.join(late) or 'none'}"
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["COUNTRY_EXPLORER_HOME"] = home
        main()
