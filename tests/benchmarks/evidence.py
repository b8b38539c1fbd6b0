"""Filtering the items of the pack and 100,000 made-up ones, and the view as one types.

Aims: 10 ms for the pack's items, 100 ms for the made-up ones, each with what is shown of it.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from random import Random
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.domain.dates import PartialDate
from explorer.packs.reading import read_atlas
from explorer.pages.evidence_table import (
    EvidenceFilter,
    EvidenceRow,
    Ledger,
    compose_ledger,
)
from explorer.settings import Settings
from explorer.ui.app import build_window, settle
from explorer.ui.presenters.evidence import EvidencePresenter
from explorer.workspace.document import Workspace

ROUNDS = 30
MANY = 100_000
FILTERS = {
    "one letter": EvidenceFilter(text="a"),
    "a word": EvidenceFilter(text="tokayev"),
    "two words": EvidenceFilter(text="kazakh oil"),
    "nothing found": EvidenceFilter(text="zzz"),
    "state and direction": EvidenceFilter(states=("KAZ",), directions=("-",)),
    "dates": EvidenceFilter(since=PartialDate(2025), until=PartialDate(2025, 11)),
    "all at once": EvidenceFilter(
        text="iran",
        states=("KAZ", "UZB"),
        directions=("+", "-"),
        strengths=(2, 3),
        reliabilities=("A", "B"),
        since=PartialDate(2024),
    ),
}


def report(name: str, times: list[float], aim: float) -> None:
    """Print the median and the 95th percentile of times in seconds, in ms, beside the aim."""
    slow = quantiles(times, n=20)[-1]
    print(f"{name:44} {1000 * median(times):6.2f} ms, 95 % {1000 * slow:6.2f} ms (aim {aim:.0f})")


def timed(work: Callable[[], object]) -> list[float]:
    """Time some work again and again; the first round, which makes what is compared, is out."""
    times: list[float] = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return times[1:]


def made_up(rows: tuple[EvidenceRow, ...]) -> Iterator[EvidenceRow]:
    """Give rows without end: those that there are, with other words, dates and grades."""
    chance = Random(1)  # noqa: S311 - the same rows each time
    words = [word for row in rows for word in row.letters.split()]
    number = 0
    while True:
        for row in rows:
            number += 1
            letters = " " + " ".join(chance.choices(words, k=len(row.letters.split())))
            when = PartialDate(chance.randrange(1990, 2027), chance.randrange(1, 13))
            yield replace(
                row,
                id=f"X{number:06d}",
                when=when,
                date=when.words,
                letters=letters,
                strength=chance.randrange(1, 4),
            )


def filtering(name: str, ledger: Ledger, aim: float) -> None:
    """Time each filter, and sorting by another column."""
    for words, wanted in FILTERS.items():
        times = timed(lambda wanted=wanted: ledger.find(wanted))
        report(f"{name}, {words}: {len(ledger.find(wanted)):,} found", times, aim)
    times = timed(lambda: ledger.find(EvidenceFilter(), "grade"))
    report(f"{name}, all, sorted by grade", times, aim)
    fresh = Ledger(ledger.rows)
    start = time.perf_counter()
    fresh.find(EvidenceFilter(), "grade")
    took = 1000 * (time.perf_counter() - start)
    print(f"{name}, made ready and sorted the first time {took:.0f} ms")


def typing(atlas: Atlas) -> None:
    """Time the view from a letter typed to the painted table, with the detail."""
    application = QApplication([])
    application.setStyle("Fusion")
    window = build_window(Settings(), atlas, Workspace())
    window.resize(1440, 900)
    window.show()
    settle(window)
    start = time.perf_counter()
    window.open_view("evidence")
    application.processEvents()
    print(f"open the view the first time {1000 * (time.perf_counter() - start):.0f} ms")
    settle(window)
    presenter = window.findChild(EvidencePresenter)
    assert presenter is not None
    texts = ["i", "ir", "ira", "iran", "iran t", ""]
    field = presenter.panel.head.text
    found: list[float] = []
    shown: list[float] = []
    for at in range(ROUNDS * 2):
        field.setText(texts[at % len(texts)])
        start = time.perf_counter()
        presenter.ask()
        found.append(time.perf_counter() - start)
        application.processEvents()
        application.processEvents()
        shown.append(time.perf_counter() - start)
    report("type a letter: rows found and handed over", found[6:], 10)
    report("type a letter: table and detail painted", shown[6:], 50)
    window.close()


def main() -> None:
    """Time all of it."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["COUNTRY_EXPLORER_HOME"] = home
        atlas = read_atlas(paths.bundled_pack())
        start = time.perf_counter()
        ledger = compose_ledger(atlas, Workspace())
        print(f"compose the rows {1000 * (time.perf_counter() - start):.0f} ms")
        filtering(f"{len(ledger.rows)} items", ledger, 10)
        filtering(f"{MANY:,} items", Ledger(tuple(islice(made_up(ledger.rows), MANY))), 100)
        typing(atlas)


if __name__ == "__main__":
    main()
