"""The app and its export work where a socket to any network ends the process."""

import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SANDBOX = ROOT / "tests" / "sandbox" / "no_network.py"
CAN_FILTER = sys.platform == "linux" and platform.machine() in {"x86_64", "aarch64"}

pytestmark = pytest.mark.skipif(not CAN_FILTER, reason="the filter is Linux's, on two processors")


def in_sandbox(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SANDBOX), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, text=True, cwd=ROOT)


def test_the_sandbox_ends_a_process_that_asks_for_the_network() -> None:
    assert in_sandbox("probe").returncode == -signal.SIGSYS


def test_a_brief_is_made_without_asking_for_the_network(tmp_path: Path) -> None:
    brief = tmp_path / "brief.pdf"
    done = in_sandbox("brief", "AZE", "KAZ", "--output", brief)
    assert (done.returncode, done.stderr) == (0, "")
    assert brief.read_bytes().startswith(b"%PDF-")


def test_the_window_opens_and_draws_its_chart_without_asking_for_the_network(
    tmp_path: Path,
) -> None:
    picture = tmp_path / "window.png"
    done = in_sandbox("window", picture)
    assert (done.returncode, done.stderr) == (0, "")
    assert picture.read_bytes().startswith(b"\x89PNG")
