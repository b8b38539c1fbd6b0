"""Searching everything: how long the index takes to make, and an answer as one types.

Each query is typed letter by letter. The answer of the index is timed by itself, and then all
that a key costs in the window: the answer, and the list painted. Of each beginning the best of
some rounds counts, so that what else the machine does is left out.
"""

import os
import tempfile
import time
from collections.abc import Sequence
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.packs.reading import read_atlas
from explorer.pages.search_index import SearchIndex, make_index
from explorer.settings import Settings
from explorer.ui.app import build_window, settle
from explorer.ui.main_window import MainWindow
from explorer.workspace.document import Workspace

AIM = 30
ROUNDS = 5
QUERIES = (
    "Kazakhstan",
    "KGZ",
    "Azərbaycan",
    "Казахстан",
    "Tokayev",
    "Toqaev",
    "Токаев",
    "Əliyev",
    "iran trade routes",
    "oil",
    "oil azerbaijan israel",
    "gaza ceasefire",
    "E123",
    "S230",
    "GDP growth",
    "military spending",
    "exports to israel",
    "un votes palestine",
    "middle corridor",
    "CSTO",
    "ОДКБ",
    "abraham accords",
    "token signing",
    "will kazakhstan sign",
    "netanyahu calls",
    "reference cases",
    "traps in the figures",
    "export the brief",
    "tornado",
    "the six states in all",
)


def report(name: str, times: Sequence[float]) -> None:
    """Print the median and the slowest of times in seconds, in ms, beside the aim."""
    slowest = 1000 * max(times)
    print(f"{name:44} {1000 * median(times):6.1f} ms, slowest {slowest:6.1f} ms (aim {AIM})")


def building(atlas: Atlas) -> SearchIndex:
    """Time the making of the index."""
    times: list[float] = []
    index = make_index(atlas, Workspace())
    for _ in range(ROUNDS):
        index.close()
        start = time.perf_counter()
        index = make_index(atlas, Workspace())
        times.append(time.perf_counter() - start)
    print(f"{'make the index, off the GUI thread':44} {1000 * median(times):6.1f} ms", end=", ")
    print(f"{len(index)} documents, full text: {index.is_full_text}")
    return index


def typed() -> list[str]:
    """Give every beginning of every query."""
    return [query[:end] for query in QUERIES for end in range(1, len(query) + 1)]


def answering(index: SearchIndex, name: str) -> None:
    """Time the answers of an index, letter by letter."""
    times: dict[str, float] = {}
    for _ in range(ROUNDS):
        for text in typed():
            start = time.perf_counter()
            index.find(text)
            times[text] = min(times.get(text, 1.0), time.perf_counter() - start)
    report(name, list(times.values()))
    print(f"  slowest as typed: “{max(times, key=lambda text: times[text])}”")


def typing(window: MainWindow) -> None:
    """Time a key in the window, until the list is painted."""
    application = QApplication.instance()
    assert application is not None
    window.action("search").trigger()
    times: dict[str, float] = {}
    for _ in range(ROUNDS):
        for text in typed():
            application.processEvents()
            start = time.perf_counter()
            window.search.setText(text)
            window.search.textEdited.emit(text)
            listed = window.search.hit_list
            assert listed is not None
            listed.repaint()
            application.processEvents()
            times[text] = min(times.get(text, 1.0), time.perf_counter() - start)
    report("a key in the window, list painted", list(times.values()))


def main() -> None:
    """Time the index by itself and the window with it."""
    atlas = read_atlas(paths.bundled_pack())
    index = building(atlas)
    answering(index, f"answer, {len(typed())} beginnings of {len(QUERIES)} queries")
    index.close()
    answering(index, "the same without full text")
    with tempfile.TemporaryDirectory() as home:
        os.environ["COUNTRY_EXPLORER_HOME"] = home
        application = QApplication([])
        application.setStyle("Fusion")
        window = build_window(Settings(), atlas, Workspace())
        window.resize(1440, 900)
        window.show()
        settle(window)
        typing(window)
        window.close()


if __name__ == "__main__":
    main()
