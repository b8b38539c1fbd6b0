"""What the command line does and says."""

import contextlib
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from explorer import __version__, paths
from explorer.cli import main


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out == f"Country Explorer {__version__}\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert all(command in said for command in ("brief", "outcomes", "check", "demo"))


def test_a_brief_takes_codes_and_names_alike(tmp_path: Path) -> None:
    by_code, by_name = tmp_path / "code.pdf", tmp_path / "name.pdf"
    assert main(["brief", "AZE", "KAZ", "--output", str(by_code)]) == 0
    assert main(["brief", "azerbaijan", "Kazakhstan", "--output", str(by_name)]) == 0
    assert by_code.read_bytes() == by_name.read_bytes()


def test_a_country_that_is_not_compared_is_refused_with_the_names_that_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "brief.pdf"
    assert main(["brief", "AZE", "France", "--output", str(output)]) == 1
    said = capsys.readouterr().err
    assert "“France”" in said
    assert "KAZ (Kazakhstan)" in said
    assert not output.exists()


def test_a_brief_under_a_scenario_says_so_and_an_unknown_one_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "brief.pdf"
    assert main(["brief", "AZE", "KAZ", "--scenario", "nice", "--output", str(output)]) == 1
    said = capsys.readouterr().err
    assert "“nice”" in said
    assert "calm_south" in said
    assert not output.exists()
    assert main(["brief", "AZE", "KAZ", "--scenario", "calm_south", "--output", str(output)]) == 0
    first = " ".join(PdfReader(output).pages[0].extract_text().split())
    assert "Under the scenario “Calm in the south”" in first


def test_a_brief_says_what_changed_since_a_day_and_may_be_short(tmp_path: Path) -> None:
    target, short = tmp_path / "brief.pdf", tmp_path / "short.pdf"
    since = ["--since", "2025-10-31"]
    assert main(["brief", "AZE", "KAZ", "--output", str(target), *since]) == 0
    assert main(["brief", "AZE", "KAZ", "--output", str(short), "--short"]) == 0
    told = [each.title for each in PdfReader(target).outline if not isinstance(each, list)]
    assert "Appendix A · What changed since 31 October 2025" in told
    assert "Appendix C · Where each figure stands in the data" in told
    bare = [each.title for each in PdfReader(short).outline if not isinstance(each, list)]
    assert not any(str(title).startswith("Appendix") for title in bare)


def test_a_day_since_which_nothing_can_have_changed_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = str(tmp_path / "brief.pdf")
    assert main(["brief", "AZE", "KAZ", "--output", target, "--since", "2027-01-01"]) == 1
    assert "not before 2026-11-23" in capsys.readouterr().err
    assert not Path(target).exists()


def test_a_country_is_not_compared_with_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", "KAZ", "KAZ"]) == 1
    assert "both are KAZ" in capsys.readouterr().err


def test_a_brief_is_not_written_over_a_file_unless_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "brief.pdf"
    output.write_text("mine", encoding="utf-8")
    assert main(["brief", "AZE", "KAZ", "--output", str(output)]) == 1
    assert "--overwrite" in capsys.readouterr().err
    assert output.read_text(encoding="utf-8") == "mine"


def test_the_bundled_pack_is_found_to_have_no_faults(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(paths.bundled_pack())]) == 0
    assert capsys.readouterr().out.endswith("no faults\n")


def test_a_folder_that_is_no_pack_is_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path)]) == 1
    assert "datapackage.json" in capsys.readouterr().out


@pytest.fixture(scope="module")
def printed() -> dict[str, Any]:
    """Print the outcomes once, as a script would."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert main(["outcomes", "--format", "json"]) == 0
    return json.loads(out.getvalue())


def test_the_outcomes_are_printed_for_every_compared_state(printed: dict[str, Any]) -> None:
    assert list(printed["states"]) == ["AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK"]
    assert printed["as_of"] == "2026-11-23"
    assert printed["scenario"]["id"] == "baseline"
    assert printed["draws"] == 200_000
    assert sum(each["probability"] for each in printed["states"]["KAZ"]["rungs"].values()) == (
        pytest.approx(1.0)
    )


def test_another_seed_moves_the_intervals_a_little_and_the_probabilities_not_at_all(
    printed: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["outcomes", "--seed", "7"]) == 0
    other = json.loads(capsys.readouterr().out)
    assert other["seed"] == 7
    one, two = (each["states"]["KAZ"]["rungs"]["token_accession"] for each in (printed, other))
    assert one["probability"] == two["probability"]
    assert one["low"] != two["low"]
    assert one["low"] == pytest.approx(two["low"], abs=0.01)


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        (["--scenario", "peace"], "baseline, calm_south, storm_south, costed_offer"),
        (["--as-of", "2020-01-01"], "name 2025-10-31 or a later day"),
        (["--as-of", "2030-01-01"], "the data end on 2026-11-23"),
        (["--as-of", "2025-10-31", "--scenario", "calm_south"], "name one of baseline"),
    ],
)
def test_a_scenario_or_date_that_nobody_judged_is_refused_with_those_that_were(
    asked: list[str], known: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["outcomes", *asked]) == 1
    said = capsys.readouterr()
    assert known in said.err
    assert said.out == ""


def test_the_outcomes_as_of_a_day_are_of_the_judgement_before_and_what_was_known(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["outcomes", "--as-of", "2025-11-05"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["as_of"], found["seen_on"]) == ("2025-10-31", "2025-11-05")
    # The model is fitted to the scenarios, which were judged with the newest.
    assert found["fit"]["as_of"] == "2026-11-23"
    assert all(state["actors"] is None for state in found["states"].values())


def test_a_brief_as_of_a_day_says_so_in_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["brief", "AZE", "KAZ", "--short", "--as-of", "2025-11-05"]) == 0
    assert capsys.readouterr().out == "AZE-KAZ-2025-11-05.pdf\n"
    assert (tmp_path / "AZE-KAZ-2025-11-05.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--as-of", "2025-11-05", "--scenario", "calm_south"], "was not judged by 2025-11-05"),
        (["--as-of", "2030-01-01"], "the data end on 2026-11-23"),
    ],
)
def test_a_brief_as_of_a_day_of_which_nothing_is_known_is_refused(
    asked: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["brief", "AZE", "KAZ", "-o", str(tmp_path / "a.pdf"), *asked]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [["--as-of", "soon"], ["--seed", "-1"], ["--format", "xml"]])
def test_an_option_that_cannot_be_understood_is_wrong_usage(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["outcomes", *wrong])
    assert stop.value.code == 2
    assert wrong[1] in capsys.readouterr().err


def test_a_reader_who_has_had_enough_is_no_fault() -> None:
    command = [sys.executable, "-m", "explorer", "outcomes"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.read(10).strip().startswith(b"{")
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 0
