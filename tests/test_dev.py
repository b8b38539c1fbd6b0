"""The set-up script, as far as it can be tried without setting anything up."""

import re
from pathlib import Path

import pytest

import dev

UV = "uv==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n"
LOCK = f"numpy==2.0 \\\n    --hash=sha256:cc\n    # via app\n{UV}    # via app:build\n"


def is_there(_library: str) -> bool:
    return True


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make dev.py believe in a checkout of its own, with nothing set up."""
    locks = {dev.RUNTIME: tmp_path / "run.lock", dev.DEVELOPMENT: tmp_path / "dev.lock"}
    for path in [*locks.values(), tmp_path / "pyproject.toml"]:
        path.write_text(LOCK, encoding="utf-8")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "LOCKS", locks)
    monkeypatch.setattr(dev, "VENV", tmp_path / "venv")
    monkeypatch.setattr(dev, "BIN", tmp_path / "venv")
    monkeypatch.setattr(dev, "PYTHON", tmp_path / "venv" / "python")
    monkeypatch.setattr(dev, "STAMP", tmp_path / "venv" / "set-up.txt")
    monkeypatch.setattr(dev, "loads", is_there)
    return tmp_path


@pytest.fixture
def calls(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Write commands down instead of running them; making the environment leaves a folder."""
    made: list[str] = []

    def call(*command: str | Path, **_variables: str) -> int:
        made.append(" ".join(map(str, command)).replace(str(checkout), "."))
        dev.VENV.mkdir(exist_ok=True)
        dev.PYTHON.touch()
        return 7 if "fails" in command else 0

    monkeypatch.setattr(dev, "call", call)
    return made


def test_a_first_set_up_makes_the_environment_and_installs_by_hash(calls: list[str]) -> None:
    dev.set_up(dev.RUNTIME)
    make, bootstrap, sync, project, own_code = calls
    assert "-m venv --clear" in make
    assert "--require-hashes" in bootstrap
    assert "--require-hashes ./run.lock" in sync
    assert "--no-build-isolation --offline --editable" in project
    assert (dev.VENV / "uv.txt").read_text("utf-8").startswith(UV)
    assert "compileall" in own_code


def test_a_second_set_up_does_nothing(calls: list[str]) -> None:
    dev.set_up(dev.RUNTIME)
    calls.clear()
    dev.set_up(dev.RUNTIME)
    assert calls == []


def test_an_environment_for_development_serves_a_run_too(calls: list[str]) -> None:
    dev.set_up(dev.DEVELOPMENT)
    calls.clear()
    dev.set_up(dev.RUNTIME)
    assert calls == []


def test_a_changed_lock_is_followed_in_the_same_environment(calls: list[str]) -> None:
    dev.set_up(dev.RUNTIME)
    calls.clear()
    dev.LOCKS[dev.RUNTIME].write_text(LOCK.replace("2.0", "2.1"), encoding="utf-8")
    dev.set_up(dev.RUNTIME)
    assert ["venv --clear" in call for call in calls] == [False, False, False]


def test_a_half_made_environment_is_made_again(calls: list[str]) -> None:
    dev.set_up(dev.RUNTIME)
    calls.clear()
    dev.STAMP.unlink()
    dev.set_up(dev.RUNTIME)
    assert "venv --clear" in calls[0]


def test_an_environment_whose_interpreter_is_gone_is_made_again(calls: list[str]) -> None:
    dev.set_up(dev.RUNTIME)
    calls.clear()
    dev.PYTHON.unlink()
    dev.set_up(dev.RUNTIME)
    assert "venv --clear" in calls[0]


def test_a_failed_installation_leaves_no_stamp(
    calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def call(*command: str | Path) -> int:
        return 3 if "sync" in command else 0

    dev.set_up(dev.RUNTIME)
    dev.LOCKS[dev.RUNTIME].write_text(LOCK.replace("2.0", "2.1"), encoding="utf-8")
    monkeypatch.setattr(dev, "call", call)
    with pytest.raises(SystemExit, match="3"):
        dev.set_up(dev.RUNTIME)
    assert not dev.STAMP.exists()


def test_only_the_libraries_that_do_not_load_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dev, "loads", "libEGL.so.1".__ne__)
    assert dev.missing_libraries(screen=True) == {"libEGL.so.1": "libegl1"}


def test_without_a_screen_no_library_for_one_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "loads", dev.OFFSCREEN_LIBRARIES.__contains__)
    assert dev.missing_libraries(screen=False) == {}
    assert "libxcb-cursor0" in dev.missing_libraries(screen=True).values()


def test_a_library_that_does_not_exist_does_not_load() -> None:
    assert not dev.loads("libno-such-thing.so.99")


@pytest.mark.parametrize(
    ("platform", "display", "expected"),
    [("linux", "", False), ("linux", ":0", True), ("darwin", "", True), ("win32", "", True)],
)
def test_a_screen_is_looked_for_on_linux_only(
    platform: str, display: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.sys, "platform", platform)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert dev.has_screen() is expected


def test_a_run_without_a_screen_writes_the_briefs(
    calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "has_screen", lambda: False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert dev.main(["run"]) == 0
    assert calls[-1].endswith("-m explorer demo --output out")


def test_a_question_is_answered_without_a_screen_too(
    calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "has_screen", lambda: False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert dev.main(["run", "--version"]) == 0
    assert calls[-1].endswith("-m explorer --version")


def test_a_run_with_a_screen_passes_on_arguments_and_exit_code(
    calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "has_screen", lambda: True)
    assert dev.main(["run", "fails"]) == 7
    assert calls[-1].endswith("-m explorer fails")


def test_an_unknown_command_is_answered_with_the_known_ones(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert dev.main(["dance"]) == 2
    assert "python3 dev.py test" in capsys.readouterr().out


def test_both_lock_files_pin_the_same_versions_and_name_no_host() -> None:
    runtime, development = (path.read_text("utf-8") for path in dev.LOCKS.values())
    pins = re.findall(r"^\S+==\S+", runtime, re.MULTILINE)
    assert pins
    assert set(pins) <= set(re.findall(r"^\S+==\S+", development, re.MULTILINE))
    assert "://" not in runtime + development
