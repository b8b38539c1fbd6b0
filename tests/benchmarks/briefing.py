"""A brief in a fresh process, and in one that has made one before."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from explorer import paths
from explorer.packs.observations import read_observations
from explorer.packs.reading import read_atlas
from explorer.packs.rows import PackFiles
from explorer.pages.brief import BriefOptions, compose_brief
from explorer.report import brief_pdf
from explorer.workspace.document import Workspace

ROOT = Path(__file__).resolve().parents[2]
FRESH_RUNS, WARM_RUNS = 5, 10


def fresh(*options: str) -> float:
    """Time the command that makes a brief, from the start of its process, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        output = str(Path(folder, "brief.pdf"))
        start = time.perf_counter()
        command = [sys.executable, "-m", "explorer", "brief", "AZE", "KAZ", "--output", output]
        command.extend(options)
        subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
        return time.perf_counter() - start


def warm(options: BriefOptions) -> list[float]:
    """Time briefs on the five pairs, in seconds, after a first that does not count."""
    atlas = read_atlas(paths.bundled_pack())
    observations = read_observations(paths.bundled_pack(), atlas)
    baseline = atlas.subject.baseline
    others = [iso3 for iso3 in atlas.subject.compared if iso3 != baseline]
    times: list[float] = []
    for index in range(WARM_RUNS + 1):
        start = time.perf_counter()
        pair = (baseline, others[index % len(others)])
        brief = compose_brief(atlas, observations, Workspace(), *pair, options)
        brief_pdf(brief, lambda _done, _total, _words: None)
        times.append(time.perf_counter() - start)
    return times[1:]


def main() -> None:
    """Print medians: with the appendices, and without them."""
    fresh()
    whole = BriefOptions(files=PackFiles(paths.bundled_pack()))
    short = BriefOptions(events=False)
    print(f"brief, fresh process        {median(fresh() for _ in range(FRESH_RUNS)):6.2f} s")
    bare = median(fresh("--short") for _ in range(FRESH_RUNS))
    print(f"  without appendices        {bare:6.2f} s (aim 1.5)")
    print(f"brief, warm                 {median(warm(whole)):6.2f} s")
    print(f"  without appendices        {median(warm(short)):6.2f} s (aim 0.5)")


if __name__ == "__main__":
    main()
