"""What the command that writes the comparison as data does and says."""

import json
from pathlib import Path

import pytest

from explorer.cli import main


def test_the_countries_named_are_written_in_the_packs_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "data.json"
    wanted = ["AZE", "Uzbekistan", "--with", "kaz", "--form", "json", "-o", str(output)]
    assert main(["export", *wanted]) == 0
    assert capsys.readouterr().out == f"{output}\n"
    facts = {each["name"]: each["words"] for each in json.loads(output.read_bytes())["facts"]}
    assert facts["States"] == "Azerbaijan, Kazakhstan and Uzbekistan"


def test_scenario_day_and_marking_are_followed(tmp_path: Path) -> None:
    calm, then = tmp_path / "calm.md", tmp_path / "then.md"
    pair = ["export", "AZE", "KAZ", "--form", "md", "--output"]
    assert main([*pair, str(calm), "--scenario", "calm_south", "--marking", "green"]) == 0
    assert main([*pair, str(then), "--as-of", "2025-11-05"]) == 0
    said = calm.read_text("utf-8")
    assert said.startswith("**TLP:GREEN**")
    assert "Calm in the south; outcomes follow it" in said
    assert "As of 5 Nov 2025: " in then.read_text("utf-8")


def test_without_a_name_the_file_is_named_by_what_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", "AZE", "TJK", "--as-of", "2026-11-01", "--form", "csv"]) == 0
    assert [each.name for each in tmp_path.iterdir()] == ["AZE-TJK-2026-11-01.zip"]


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (["AZE", "France"], "“France”"),
        (["AZE", "KAZ", "--with", "AZE"], "AZE is named twice"),
        (["AZE", "KAZ", "--scenario", "nice"], "“nice” is not a bundled scenario"),
        (["AZE", "KAZ", "--as-of", "2030-01-01"], "the data end on 2026-11-23"),
        (["AZE", "KAZ", "--scenario", "calm_south", "--as-of", "2025-11-05"], "not judged by"),
    ],
)
def test_what_cannot_be_followed_is_refused_and_nothing_is_written(
    asked: list[str], reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", *asked, "-o", str(tmp_path / "data.xlsx")]) == 1
    assert reason in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["json", "csv"])
def test_nothing_is_written_over_unless_told(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "data"
    command = ["export", "AZE", "KAZ", "--form", form, "--output", str(output)]
    assert main(command) == 0
    assert main(command) == 1
    assert "--overwrite" in capsys.readouterr().err
    assert main([*command, "--overwrite"]) == 0
