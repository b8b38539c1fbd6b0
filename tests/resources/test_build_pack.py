import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from explorer.paths import bundled_pack
from resources.build_pack import (
    InputError,
    Row,
    basis_of,
    bundled,
    catalogue,
    contradictions_note,
    put_in_place,
    single_figures,
)

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
    unread = shutil.ignore_patterns("*.gz", "design", "research", "hooks")
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


# Invented inputs, so that the rules of bundling are tested where the real ones are not.
MAY = {"open": "yes", "press": "facts", "closed": "no"}
VALUES = """\
indicator_id,iso3,year,value,source_id,note
gini,AAA,2020,30,open,
gini,AAA,2021,31,open,
gini,BBB,2020,32,open,do not show: doubted
mood,AAA,2020,1,press,
mood,AAA,2021,2,press,
mood,BBB,2020,3,press,
mood,CCC,2020,4,open,
mood,CCC,2021,5,open,
rain,AAA,2020,6,closed,
rain,BBB,2021,7,closed,
"""


def invented_rows() -> list[Row]:
    header, *lines = [line.split(",") for line in VALUES.splitlines()]
    return [
        Row("values.csv", number, dict(zip(header, line, strict=True)))
        for number, line in enumerate(lines, start=2)
    ]


def row_numbers(rows: list[Row]) -> list[int]:
    return [row.number for row in rows]


def test_what_may_not_be_shipped_or_shown_is_left_out() -> None:
    assert row_numbers(bundled(invented_rows(), MAY)) == [2, 3, 5, 6, 7, 8, 9]


def test_a_value_of_a_source_that_is_not_listed_is_told_with_its_row() -> None:
    with pytest.raises(InputError, match=r"values\.csv, row 10, field “source_id”: “closed”"):
        bundled(invented_rows(), {"open": "yes", "press": "facts"})


def test_of_a_source_that_allows_facts_a_state_with_one_value_keeps_it_and_a_series_goes() -> None:
    assert row_numbers(single_figures(bundled(invented_rows(), MAY), MAY)) == [2, 3, 7, 8, 9]


@pytest.mark.parametrize(
    ("description", "caveat", "basis"),
    [
        ("People in work (ILO model).", "", "modelled"),
        ("People at mid-year (model-based).", "A survey is due.", "modelled"),
        ("Jobs.", "Model estimate for most years.", "modelled in part"),
        ("Estimated or proved reserves.", "", "estimated"),
        ("Composite of expert and survey views.", "", "experts and surveys"),
        ("Index.", "Expert coding.", "judged by experts"),
        ("Mean answer on the ladder.", "", "surveyed"),
        ("Exports plus imports; summed here.", "", "derived"),
        ("Military outlays.", "Both keep budgets secret.", ""),
    ],
)
def test_the_basis_of_an_indicator_is_what_its_catalogue_says_and_else_not_recorded(
    description: str, caveat: str, basis: str
) -> None:
    cells = {"name": "Name", "description": description, "origin": "Origin", "caveat": caveat}
    assert basis_of(Row("indicators.csv", 2, cells)) == basis


def test_an_indicator_without_values_says_which_licence_forbids_them(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/indicators.csv").write_text(
        "indicator_id,source_id,name,description,origin,caveat\n"
        "gini,open,Gini,,,\nrain,closed;lost,Rain,,,\nunwanted,open,,,,\n",
        "utf-8",
    )
    licences = {"closed": "all rights reserved"}
    found = catalogue(tmp_path, {"gini", "rain"}, {"gini"}, licences)
    reason = "licence of closed;lost does not allow bundling: all rights reserved; not recorded"
    assert [(row["indicator_id"], row["withheld"]) for row in found] == [
        ("gini", ""),
        ("rain", reason),
    ]
    with pytest.raises(InputError, match="there is no row for mood, snow"):
        catalogue(tmp_path, {"gini", "snow", "mood"}, {"gini"}, licences)


def test_a_pack_that_cannot_be_put_in_place_leaves_the_old_one_there(tmp_path: Path) -> None:
    output, beside = tmp_path / "pack", tmp_path / "beside"
    output.mkdir()
    (output / "old").touch()
    beside.mkdir()
    with pytest.raises(InputError, match="pack: the new pack cannot be put there"):
        put_in_place(tmp_path / "nowhere", output, beside)
    assert list(contents(output)) == ["old"]


def test_a_pack_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    output, made, beside = (tmp_path / name for name in ("pack", "made", "beside"))
    for folder in (output, made, beside):
        folder.mkdir()
        (folder / folder.name).touch()
    put_in_place(made, output, beside)
    assert list(contents(output)) == ["made"]


def test_contradictions_are_told_in_the_words_of_the_inputs_with_their_ids_cited(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "evidence"
    folder.mkdir()
    text = (
        "# Base\n\n## Contradictions between sources\n\n1. Ten (E001, E002) or nine.\n\n## Next\n"
    )
    (folder / "README.md").write_text(text, "utf-8")
    note = contradictions_note(tmp_path, date(2026, 11, 23))
    assert 'evidence = ["E001", "E002"]' in note
    assert note.endswith("\n1. Ten [E001], [E002] or nine.\n")


def test_a_fault_of_the_map_is_told_with_the_file_and_the_feature_of_the_input(
    edition: Path, tmp_path: Path
) -> None:
    replace(edition / "data/geo/region.geojson", '"AFG"', '"Afg"')
    done = build(edition, tmp_path / "pack")
    assert done.returncode == 1
    assert "data/geo/region.geojson, field “feature 1 (Afg)”: iso3 “Afg” is no" in done.stderr


def test_inputs_without_a_map_make_a_pack_without_one(edition: Path, tmp_path: Path) -> None:
    shutil.rmtree(edition / "data/geo")
    output = tmp_path / "pack"
    assert build(edition, output).returncode == 0
    assert list(output.rglob("*.geojson")) == []
    assert "outlines" not in (output / "datapackage.json").read_text("utf-8")


def test_a_file_of_the_map_that_cannot_be_read_is_told(edition: Path, tmp_path: Path) -> None:
    (edition / "data/geo/ports.geojson").write_text("{}", "utf-8")
    done = build(edition, tmp_path / "pack")
    assert done.returncode == 1
    assert done.stderr.startswith("data/geo/ports.geojson: there are no features to read")


def test_inputs_without_contradictions_make_no_note_of_them(tmp_path: Path) -> None:
    assert contradictions_note(tmp_path, date(2026, 11, 23)) == ""
