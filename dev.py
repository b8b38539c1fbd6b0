#!/usr/bin/env python3
"""Set up, run and check Country Explorer, with the standard library alone.

    python3 dev.py run [ARGS]    set up if need be, and open the window
    python3 dev.py test          set up if need be, and make every check
    python3 dev.py bench         run every benchmark
    python3 dev.py pack FOLDER   make the bundled pack again from the inputs in FOLDER
    python3 dev.py lock [ARGS]   work out the pinned dependencies again (ARGS go to uv: --upgrade)
    python3 dev.py licences      write down the licences of what the app is built on

The set-up makes `.venv`, puts in it what the lock files name and nothing else, each file held to
its hash, and the project itself as an editable install. A stamp makes the next set-up free.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "set-up.txt"
RUNTIME, DEVELOPMENT = "runtime", "development"
WITH_A_SCREEN = " and a screen"
LOCKS = {RUNTIME: ROOT / "requirements.lock", DEVELOPMENT: ROOT / "requirements-dev.lock"}

# What Qt loads and its wheels do not bring, by the Debian package that holds it.
OFFSCREEN_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
}
SCREEN_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def say(text: str) -> None:
    """Print a line of progress at once, even into a pipe."""
    print(text, flush=True)


def call(*command: str | Path, **variables: str) -> int:
    """Run a command in the top folder, wait for it, and return its exit code.

    After Ctrl-C, which reaches the command too, it is given the time to end by itself.
    """
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | variables)
    try:
        return process.wait()
    except KeyboardInterrupt:
        process.wait()
        raise


def demand(*command: str | Path, fault: str) -> None:
    """Run a command that must succeed; end with what went wrong if it does not."""
    code = call(*command)
    if code:
        say(f"dev.py: {fault}")
        sys.exit(code)


# System libraries


def loads(library: str) -> bool:
    """Tell whether the system's loader finds a shared library."""
    import ctypes  # takes 10 ms, which a run with nothing to set up can spare

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_screen() -> bool:
    """Tell whether there is a screen for a window to open on."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing_libraries(*, screen: bool) -> dict[str, str]:
    """Return the libraries Qt would look for in vain, each with its Debian package."""
    wanted = OFFSCREEN_LIBRARIES | (SCREEN_LIBRARIES if screen else {})
    return {library: package for library, package in wanted.items() if not loads(library)}


def install_debian_packages(packages: list[str]) -> bool:
    """Install Debian packages if that needs no password, and tell whether it came off."""
    by_hand = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if not shutil.which("apt-get"):
        return False
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        prefix: list[str] = []
    elif shutil.which("sudo") and not subprocess.call(
        ["sudo", "-n", "true"], stderr=subprocess.DEVNULL
    ):
        prefix = ["sudo", "-n"]
    else:
        say(f"dev.py: this needs an administrator, once:\n\n    sudo {by_hand}\n")
        return False
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    apt += ["-o", "DPkg::Lock::Timeout=60"]
    install = [*apt, *by_hand.split()[1:]]
    say(f"Installing Debian packages: {' '.join(packages)}")
    # The first try may fail only because the lists of packages are not there yet.
    first = subprocess.run(install, capture_output=True, check=False)
    return first.returncode == 0 or (call(*apt, "update") == 0 and call(*install) == 0)


def provide_system_libraries(*, screen: bool) -> None:
    """See to it that Qt finds the shared libraries it needs, or say which it lacks."""
    missing = missing_libraries(screen=screen) if sys.platform == "linux" else {}
    if not missing or install_debian_packages(list(missing.values())):
        return
    say(f"dev.py: Qt needs shared libraries this system lacks: {' '.join(missing)}")
    if shutil.which("apt-get"):
        sys.exit(1)


# The virtual environment


def previous_stamp() -> str:
    """Return the stamp of a finished set-up, or nothing if there is none."""
    return STAMP.read_text("utf-8") if STAMP.is_file() and PYTHON.exists() else ""


def wanted_stamp(kind: str) -> str:
    """Describe the set-up to work towards; what the last one brought beyond this kind stays.

    The first line names the lock file; the second what a virtual environment cannot outlive (the
    interpreter and the folder); the third what an update of the same environment can follow.
    """
    previous = previous_stamp()
    kind = DEVELOPMENT if previous.startswith(DEVELOPMENT) else kind
    screen = WITH_A_SCREEN if has_screen() or WITH_A_SCREEN in previous else ""
    sources = [ROOT / "pyproject.toml", *LOCKS.values()]
    digest = hashlib.sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()
    return f"{kind}\n{sys.version.split()[0]} in {ROOT}\n{digest}{screen}\n"


def pinned(lock: str, name: str) -> str:
    """Return one package's part of a lock file: its version and its hashes."""
    found = re.search(rf"^{re.escape(name)}==.*(?:\n[ \t].*)*", lock, re.MULTILINE)
    if not found:
        raise LookupError(f"no {name} in the lock file")
    return found[0] + "\n"


def bundled_pip() -> Path | None:
    """Return the wheel of pip that comes with Python, which can run as it is."""
    import ensurepip
    import sysconfig

    by_distributor = sysconfig.get_config_var("WHEEL_PKG_DIR")
    folder = Path(by_distributor or Path(ensurepip.__file__).parent / "_bundled")
    return next(folder.glob("pip-*.whl"), None)


def make_venv() -> None:
    """Make the virtual environment from nothing, with uv in it."""
    import importlib.util

    if not importlib.util.find_spec("ensurepip") and not install_debian_packages(["python3-venv"]):
        sys.exit("dev.py: this Python has no `ensurepip`; on Debian it is in python3-venv")
    say(f"Making {VENV.name} with Python {sys.version.split()[0]}")
    # pip is needed once, for uv: running it from its wheel saves the 2 s of installing it.
    wheel = bundled_pip()
    pip = [PYTHON, wheel / "pip"] if wheel else [PYTHON, "-m", "pip"]
    bare = ["--without-pip"] if wheel else []
    demand(sys.executable, "-m", "venv", "--clear", *bare, VENV, fault="could not make .venv")
    wanted = VENV / "uv.txt"
    wanted.write_text(pinned(LOCKS[RUNTIME].read_text("utf-8"), "uv"), encoding="utf-8")
    options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"]
    fault = "could not install uv (is there a network?)"
    demand(*pip, "install", *options, "--requirement", wanted, fault=fault)


@contextlib.contextmanager
def alone() -> Generator[None]:
    """Let one set-up at a time work in this checkout (on Windows it is up to the user)."""
    with (ROOT / ".venv.lock").open("w") as file:
        if os.name != "nt":
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def set_up(kind: str) -> None:
    """Make `.venv` hold what the lock file of this kind names; do nothing if it does already."""
    if previous_stamp() == wanted_stamp(kind):
        return
    with alone():
        # Another set-up may have done the work while this one waited for it.
        if previous_stamp() != wanted_stamp(kind):
            install(kind)


def install(kind: str) -> None:
    """Make `.venv` hold what is wanted, from nothing if it is not of use, and stamp it."""
    previous, wanted = previous_stamp(), wanted_stamp(kind)
    began = time.monotonic()
    provide_system_libraries(screen=WITH_A_SCREEN in wanted)
    STAMP.unlink(missing_ok=True)
    if previous.splitlines()[1:2] != wanted.splitlines()[1:2]:
        make_venv()
    lock = LOCKS[wanted.splitlines()[0]]
    say(f"Installing what {lock.name} names")
    pip = [BIN / "uv", "pip"]
    options = ["--quiet", "--compile-bytecode", "--python", PYTHON]
    demand(*pip, "sync", *options, "--require-hashes", lock, fault="could not install")
    local = ["--no-deps", "--no-build-isolation", "--offline", "--editable", ROOT]
    demand(*pip, "install", *options, *local, fault="could not install the project itself")
    # The first start is the one a new user judges by; uv compiles only what it installs.
    call(PYTHON, "-m", "compileall", "-q", ROOT / "explorer")
    STAMP.write_text(wanted, encoding="utf-8")
    say(f"Set up in {time.monotonic() - began:.1f} s")


# Commands


def run(arguments: list[str]) -> int:
    """Open the window; with no screen to open it on, write the briefs instead."""
    set_up(RUNTIME)
    explorer = [PYTHON, "-m", "explorer"]
    if arguments or has_screen() or "QT_QPA_PLATFORM" in os.environ:
        return call(*explorer, *arguments)
    say("There is no screen here, so no window: writing the briefs and a picture of it to out/")
    return call(*explorer, "demo", "--output", "out", QT_QPA_PLATFORM="offscreen")


def test() -> int:
    """Make every check, also after one has failed, and sum up."""
    set_up(DEVELOPMENT)
    checks = {
        "format": [BIN / "ruff", "format", "--check", "--quiet", "--diff"],
        "lint": [BIN / "ruff", "check", "--quiet"],
        "types": [BIN / "basedpyright"],
        "imports": [BIN / "lint-imports", "--no-logo"],
        "tests": [PYTHON, "-m", "pytest", "--quiet", "--numprocesses", "auto"],
    }
    failed: list[str] = []
    for name, command in checks.items():
        began = time.monotonic()
        say(f"\n--- {name}")
        if call(*command, QT_QPA_PLATFORM="offscreen"):
            failed.append(name)
        outcome = "FAILED" if name in failed else "passed"
        say(f"--- {name} {outcome} in {time.monotonic() - began:.1f} s")
    say(f"\nFailed: {', '.join(failed)}" if failed else "\nAll checks passed")
    return 1 if failed else 0


def bench() -> int:
    """Run every benchmark, each in a process of its own, and return the worst exit code."""
    set_up(DEVELOPMENT)
    codes = [0]
    for script in sorted((ROOT / "tests" / "benchmarks").glob("[!_]*.py")):
        say(f"\n--- {script.stem}")
        codes.append(call(PYTHON, script, QT_QPA_PLATFORM="offscreen"))
    return max(codes)


def pack(arguments: list[str]) -> int:
    """Make the bundled pack again from a folder of inputs."""
    set_up(RUNTIME)
    return call(PYTHON, ROOT / "resources" / "build_pack.py", *arguments)


def lock(arguments: list[str]) -> int:
    """Work out the lock files again, with the same versions in both, and follow them."""
    set_up(RUNTIME)
    runtime, development = (path.name for path in LOCKS.values())
    compiler = [BIN / "uv", "pip", "compile", "--quiet", "--no-header", "--universal"]
    compiler += ["--fork-strategy", "fewest", "--generate-hashes", *arguments]
    compiler += ["--python-version", ".".join(map(str, OLDEST_PYTHON)), "--group", "build"]
    both = ["--group", "dev", "--constraints", runtime]
    fault = "could not work out the versions"
    demand(*compiler, "pyproject.toml", "--output-file", runtime, fault=fault)
    demand(*compiler, *both, "pyproject.toml", "--output-file", development, fault=fault)
    set_up(RUNTIME)
    return licences()


def licences() -> int:
    """Write `resources/licences/dependencies.csv` from what the installed packages say."""
    set_up(RUNTIME)
    return call(PYTHON, ROOT / "resources" / "licences" / "write.py")


def main(arguments: list[str]) -> int:
    """Do what the first argument says with the others, and return an exit code."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    with_arguments = {"run": run, "pack": pack, "lock": lock}
    without = {"test": test, "bench": bench, "licences": licences}
    if name in with_arguments:
        return with_arguments[name](rest)
    if name in without and not rest:
        return without[name]()
    say((__doc__ or "").strip())
    return 0 if name in {"-h", "--help", "help"} else 2


if __name__ == "__main__":
    if sys.version_info < OLDEST_PYTHON:
        sys.exit("dev.py: Country Explorer needs Python 3.11 or newer")
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
