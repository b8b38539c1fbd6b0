"""What the command line does and says."""

from pathlib import Path

import pytest

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
    assert all(command in said for command in ("brief", "check", "demo"))


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
