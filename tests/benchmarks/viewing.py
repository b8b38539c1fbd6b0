"""Opening each view: how long the window stands still, the first time and the second.

Aim: 50 ms. What is given is the longest hold, which is the opening with the turn that paints it,
or any turn after it until the view has all it shows. The time of the processor in the thread of
the window stands beside that on the clock: it does not grow while others use the machine. What
`presenters.ahead` imports after the start has been imported by then; the very first opening in
the process, which imports what is left and fills caches, is given by itself.
"""

import gc
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from importlib import import_module
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.packs.reading import read_atlas
from explorer.pages.view import VIEWS
from explorer.settings import Settings
from explorer.ui.app import build_window, settle
from explorer.ui.main_window import MainWindow
from explorer.ui.panels.assessments.head import AssessmentsHead
from explorer.ui.panels.votes import VotesPanel
from explorer.ui.panels.votes.panel import AGREEMENT, CALLS
from explorer.ui.presenters.ahead import VIEW_MODULES
from explorer.workspace.document import Workspace

ROUNDS = 5
AIM = 50
EVERY = ("KAZ", "UZB", "TKM", "KGZ", "TJK")
Hold = tuple[float, float]
"""Milliseconds of the processor in the thread of the window, and on the clock."""


def held(do: Callable[[], object], window: MainWindow) -> Hold:
    """Do something and all that follows from it; give the longest hold."""
    turns: list[Hold] = []

    def turn(work: Callable[[], object]) -> None:
        used, begun = time.thread_time(), time.perf_counter()
        work()
        turns.append((1000 * (time.thread_time() - used), 1000 * (time.perf_counter() - begun)))

    def begin() -> None:
        do()
        QApplication.processEvents()

    turn(begin)
    end = time.perf_counter() + 0.5
    while time.perf_counter() < end or not window.tasks.is_idle:
        turn(QApplication.processEvents)
        time.sleep(0.001)
    return max(used for used, _ in turns), max(took for _, took in turns)


def ready(atlas: Atlas, states: tuple[str, ...]) -> MainWindow:
    """Give a window in which all has come that comes after the start."""
    window = build_window(Settings(comparators=states), atlas, Workspace())
    window.resize(1440, 900)
    window.show()
    settle(window)
    while window.outlooks.intervals is None:
        QApplication.processEvents()
    settle(window)
    gc.freeze()
    return window


def report(name: str, holds: list[Hold]) -> None:
    """Print the median of the holds beside the aim."""
    if holds:
        used, took = (median(each) for each in zip(*holds, strict=True))
        print(f"{name:34} {used:5.0f} ms, on the clock {took:5.0f} ms (aim {AIM})", flush=True)


def time_faces(window: MainWindow, times: dict[str, list[Hold]]) -> None:
    """Time the faces of Votes, and what is looked for there, if this is the view."""
    panel = window.findChild(VotesPanel)
    if panel is None:
        return
    for face in (AGREEMENT, CALLS):
        times[face].append(held(partial(panel.show_face, face), window))
    for words in ("j", "je", "jer", ""):
        times["typing"].append(held(partial(panel.field.setText, words), window))


def time_view(name: str, atlas: Atlas, states: tuple[str, ...]) -> None:
    """Time the openings of a view, and what belongs to it."""
    times: dict[str, list[Hold]] = defaultdict(list)
    other = "outcomes" if name == "compare" else "compare"
    for _ in range(ROUNDS):
        window = ready(atlas, states)
        if name == "compare":
            window.open_view(other)
            settle(window)
        times["first"].append(held(partial(window.open_view, name), window))
        window.open_view(other)
        held(_nothing, window)
        times["second"].append(held(partial(window.open_view, name), window))
        time_faces(window, times)
        head = window.findChild(AssessmentsHead)
        if head is not None:
            for words in ("k", "ka", "kaz", ""):
                times["typing"].append(held(partial(head.field.setText, words), window))
        window.close()
        window.deleteLater()
    report(f"{name}, first of all", times["first"][:1])
    for what, holds in times.items():
        report(f"{name}, {what}", holds)


def _nothing() -> None:
    """Do nothing, so that what is still under way is waited for."""


def main() -> None:
    """Time each view, or those named, with one state compared and with all."""
    atlas = read_atlas(paths.bundled_pack())
    application = QApplication([])
    application.setStyle("Fusion")
    for module in VIEW_MODULES:
        import_module(module)
    for states in (("KAZ",), EVERY):
        print(f"Compared with Azerbaijan: {', '.join(states)}")
        for name in sys.argv[1:] or [name for name, _ in VIEWS]:
            time_view(name, atlas, states)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["COUNTRY_EXPLORER_HOME"] = home
        main()
