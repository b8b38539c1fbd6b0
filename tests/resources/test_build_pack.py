import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from explorer.paths import bundled_pack

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "resources" / "build_pack.py"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of the inputs, which is not part of the project."""
    folder = Path(os.environ.get("COUNTRY_EXPLORER_SHARED", str(ROOT.parent / "shared")))
    if not (folder / "judgement").is_dir():
        pytest.skip(f"the inputs are not at {folder}; set COUNTRY_EXPLORER_SHARED to name them")
    return folder


@pytest.fixture
def edition(shared: Path, tmp_path: Path) -> Path:
    """Return a copy of the inputs to change, without what the script does not read."""
    folder = tmp_path / "shared"
    unread = shutil.ignore_patterns("*.gz", "design", "research", "geo", "hooks")
    # Contents alone: the originals may be read-only.
    shutil.copytree(shared, folder, ignore=unread, copy_function=shutil.copyfile)
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    return folder


def build(shared: Path, output: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), str(shared), "--output", str(output)]
    return subprocess.run(command, capture_output=True, check=False, text=True)


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8", newline="")


def test_the_inputs_give_the_committed_pack_byte_for_byte(shared: Path, tmp_path: Path) -> None:
    output = tmp_path / bundled_pack().name
    done = build(shared, output)
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(output) == contents(bundled_pack())


def test_the_committed_pack_has_the_line_ends_of_unix_alone() -> None:
    assert [name for name, data in contents(bundled_pack()).items() if b"\r" in data] == []


def test_a_folder_without_inputs_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    done = build(tmp_path / "nowhere", tmp_path / "pack")
    assert done.returncode == 1
    assert done.stderr.startswith("judgement/factors.csv: the file cannot be read")
    assert list(tmp_path.iterdir()) == []


def test_a_later_edition_moves_the_date_and_the_edition(edition: Path, tmp_path: Path) -> None:
    for name in ("ratings", "ladder"):
        for path in edition.glob(f"judgement/raw/*/{name}.csv"):
            text = path.read_text("utf-8").replace("2026-11-23", "2027-05-01")
            path.write_text(text, "utf-8")
    output = tmp_path / "pack"
    assert build(edition, output).returncode == 0
    text = (output / "datapackage.json").read_text("utf-8")
    assert '"edition": "2027.05"' in text
    assert '"asOf": "2027-05-01"' in text


def test_a_fault_is_told_with_the_file_and_row_of_the_input(edition: Path, tmp_path: Path) -> None:
    replace(edition / "judgement/raw/rater_b/ratings.csv", ",1.6,2.2,2.8,", ",1.6,2.2,9,")
    replace(edition / "evidence/evidence.csv", "E002,1996-05,", "E002,spring 1996,")
    output = tmp_path / "pack"
    output.mkdir()
    done = build(edition, output)
    assert done.returncode == 1
    assert "judgement/raw/rater_b/ratings.csv, row 2, field “high”: “9” is out" in done.stderr
    assert "evidence/evidence.csv, row 3, field “date”: “spring 1996”" in done.stderr
    assert list(output.iterdir()) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("data/sources.csv", ",bundle", ",bundled", "the column “bundle” is missing"),
        ("evidence/votes.csv", ',"S094"\n', "\n", "evidence/votes.csv, row 2: the row has 5"),
        ("data/borders.csv", "cia_factbook", "nobody", "field “source_id”: “nobody” is not"),
        (
            "data/indicators.csv",
            "\ngini,",
            "\ngino,",
            "data/indicators.csv: there is no row for gini",
        ),
    ],
)
def test_inputs_that_cannot_make_a_pack_are_told(
    edition: Path, tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    replace(edition / file, old, new)
    done = build(edition, tmp_path / "pack")
    assert done.returncode == 1
    assert told in done.stderr


def test_figures_that_may_be_shipped_as_single_facts_do_not_make_series(
    shared: Path, tmp_path: Path
) -> None:
    output = tmp_path / "pack"
    build(shared, output)
    values = (output / "data/observations.csv").read_text("utf-8")
    assert "jewish_pop_core,KAZ,2010" in values
    assert "cow_nmc" not in values


def test_what_a_note_says_is_not_to_be_shown_is_left_out() -> None:
    text = (bundled_pack() / "data/bilateral.csv").read_text("utf-8")
    assert "do not show" not in text
    assert "KAZ,GMB," not in text
