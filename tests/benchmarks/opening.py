"""From the start of the process to the first painted window and the chart, and the memory used.

Each figure is the median of several runs of a fresh process, and starts before the interpreter
does. The bare window is a `QMainWindow` with nothing in it, timed in turn with the app's.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
RUNS = 9

BARE = """
import sys, time
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.tell)

    def tell(self):
        print("painted", time.monotonic(), flush=True)
        QApplication.quit()

application = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""

APP = """
import resource, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from explorer.ui import app

build, finish = app.build_window, app._finish

def tell_and_finish(window):
    print("painted", time.monotonic(), flush=True)
    finish(window)

def build_and_tell(*arguments):
    window = build(*arguments)
    window.resize(1440, 900)
    timer = QTimer(window)
    timer.timeout.connect(lambda: tell_of_chart(window, timer))
    timer.start(1)
    return window

def tell_of_chart(window, timer):
    charts = sys.modules.get("explorer.ui.charts.view")
    if window.session.observations is None or charts is None:
        return  # to import it, or to look for a chart so often, would hold up what is timed
    views = window.findChildren(charts.ChartView)
    if any(view.isVisible() and view.canvas is not None for view in views):
        timer.stop()
        window.grab()
        print("chart", time.monotonic(), flush=True)
        timer.timeout.disconnect()
        timer.timeout.connect(lambda: tell_of_rest(window))
        timer.start(1)

def tell_of_rest(window):
    if not window.tasks.is_idle or window.outlooks.intervals is None:
        return
    print("rest", time.monotonic(), flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print("memory", peak, flush=True)
    window.close()

app.build_window, app._finish = build_and_tell, tell_and_finish
app.run(["country-explorer"])
"""


def timed(program: str) -> dict[str, float]:
    """Run a program in a fresh process; give what it told, times counted from its start."""
    with tempfile.TemporaryDirectory() as home:
        variables = os.environ | {"COUNTRY_EXPLORER_HOME": home}
        variables.setdefault("QT_QPA_PLATFORM", "offscreen")
        variables.pop("PYTHONDONTWRITEBYTECODE", None)  # without bytecode each start compiles
        start = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env=variables,
            text=True,
            timeout=60,
        )
    told = dict(line.split() for line in done.stdout.splitlines())
    times = {name: 1000 * (float(text) - start) for name, text in told.items()}
    if "memory" in told:
        times["memory"] = float(told["memory"])
    return times


def main() -> None:
    """Time both in turn, after one run of each that does not count."""
    timed(BARE)
    timed(APP)
    bare: list[dict[str, float]] = []
    full: list[dict[str, float]] = []
    for _ in range(RUNS):
        bare.append(timed(BARE))
        full.append(timed(APP))
    ratios = [a["painted"] / b["painted"] for a, b in zip(full, bare, strict=True)]
    print(f"bare QMainWindow painted   {median(b['painted'] for b in bare):7.0f} ms")
    print(f"app painted, grid filled   {median(a['painted'] for a in full):7.0f} ms")
    print(f"  times the bare window    {median(ratios):7.2f}    (aim 2.50)")
    charts = [a["chart"] / b["painted"] for a, b in zip(full, bare, strict=True)]
    print(f"app, detail chart drawn    {median(a['chart'] for a in full):7.0f} ms")
    print(f"  times the bare window    {median(charts):7.2f}")
    rest = median(a["rest"] for a in full)
    print(f"  whiskers drawn, index made{rest:7.0f} ms")
    print(f"peak memory                {median(a['memory'] for a in full):7.0f} MB (aim 250)")


if __name__ == "__main__":
    main()
