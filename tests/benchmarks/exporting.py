"""The comparison of all five states as data: in a fresh process, and warm, form by form."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from explorer import paths
from explorer.packs.observations import read_observations
from explorer.packs.reading import read_atlas
from explorer.pages.export_tables import compose_export
from explorer.pages.view import View
from explorer.pages.words import study_states
from explorer.report.data_export import FORMS, data_bytes
from explorer.workspace.document import Workspace

ROOT = Path(__file__).resolve().parents[2]
FRESH_RUNS, WARM_RUNS = 3, 5
STATES = ("AZE", "KAZ", "--with", "UZB", "TKM", "KGZ", "TJK")


def silent(_done: int, _total: int, _words: str) -> None:
    """Take progress and say nothing."""


def fresh() -> float:
    """Time the command that writes the workbook, from the start of its process, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        output = str(Path(folder, "data.xlsx"))
        command = [sys.executable, "-m", "explorer", "export", *STATES, "--output", output]
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
        return time.perf_counter() - start


def timed(work: Callable[[], object]) -> float:
    """Give the median time of some work, in seconds, after a first that does not count."""
    times: list[float] = []
    for _ in range(WARM_RUNS + 1):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times[1:])


def main() -> None:
    """Print the medians."""
    atlas = read_atlas(paths.bundled_pack())
    observations = read_observations(paths.bundled_pack(), atlas)
    view = View(study_states(atlas)[0], study_states(atlas)[1:])

    def compose() -> object:
        return compose_export(atlas, observations, Workspace(), view)

    fresh()
    print(f"workbook of five, fresh process {median(fresh() for _ in range(FRESH_RUNS)):6.2f} s")
    print(f"data of five, composed          {timed(compose):6.2f} s")
    made = compose_export(atlas, observations, Workspace(), view)
    for form in FORMS:
        took = timed(lambda form=form: data_bytes(made, form, silent))
        print(f"written as {form:<5}                {took:6.2f} s")


if __name__ == "__main__":
    main()
