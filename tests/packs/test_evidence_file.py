import csv
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.dates import PartialDate
from explorer.domain.evidence import Evidence
from explorer.domain.sources import Source
from explorer.errors import EvidenceFileError, ExportError
from explorer.packs.evidence_file import EvidenceFile, FileItem, read_evidence, write_evidence
from explorer.packs.reading import read_atlas
from explorer.paths import bundled_pack

ITEM = Evidence(
    id="U001",
    date=PartialDate(2026, 11),
    countries=("KAZ", "REG"),
    factor="outcome",
    direction="-",
    strength=2,
    kind="event",
    claim="=SUM(A1) was said, “so”; and more",
    quantity="-5",
    unit="million USD",
    source_ids=("S001", "S002"),
    reliability="B",
    credibility=3,
    note="",
)
SOURCE = Source(
    *("U001", "A talk", "Own notes", "", "2026-11-02", "https://example.org/a", "", "en"),
    *("", "", "", ""),
)
CONTENT = EvidenceFile(
    (FileItem(ITEM, SOURCE),),
    {"U001": ("doubt", "@home"), "E001": ("", "Ask"), "E002": ("agree", "")},
)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return read_atlas(bundled_pack())


@pytest.fixture
def path(tmp_path: Path, atlas: Atlas) -> Path:
    found = tmp_path / "evidence.csv"
    write_evidence(found, CONTENT, atlas)
    return found


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def faults_of(path: Path, atlas: Atlas) -> list[str]:
    with pytest.raises(EvidenceFileError) as error:
        read_evidence(path, atlas)
    assert "nothing was taken in" in str(error.value)
    return [str(fault) for fault in error.value.faults]


def test_what_is_written_is_read_again_as_it_was(path: Path, atlas: Atlas) -> None:
    assert read_evidence(path, atlas) == CONTENT


def test_what_a_spreadsheet_would_run_is_guarded(path: Path) -> None:
    item, remark, *_ = rows_of(path)
    assert item["claim"].startswith("'=SUM")
    assert item["quantity"] == "'-5"
    assert remark["comment"] == "'@home"


@pytest.mark.parametrize(
    ("row", "field", "value", "words"),
    [
        (0, "id", "E001", "no id of an own item"),
        (0, "date", "soon", "not a date"),
        (0, "iso3", "KAZ;XYZ", "Use one of"),
        (0, "factor", "weather", "Use one of"),
        (0, "direction", "up", "Use one of"),
        (0, "strength", "4", "Use one of"),
        (0, "reliability", "G", "Use one of"),
        (0, "credibility", "", "an item needs it"),
        (0, "claim", "", "an item needs it"),
        (0, "source_ids", "S9999", "is not known"),
        (0, "source_url", "javascript:x", "not an address"),
        (0, "quantity", "", "without a figure"),
        (0, "mark", "agree", "stands in a row of the kind “item”"),
        (1, "claim", "So", "stands in a row of the kind “remark”"),
        (1, "mark", "perhaps", "Use one of"),
        (1, "id", "E9999", "is not known"),
        (2, "id", "U001", "stands already in row 3"),
    ],
)
def test_a_wrong_cell_is_named_with_its_row_and_field_and_nothing_is_taken(
    path: Path, atlas: Atlas, row: int, field: str, value: str, words: str
) -> None:
    rows = rows_of(path)
    rows[row][field] = value
    write_rows(path, rows)
    faults = faults_of(path, atlas)
    assert any(f"row {row + 2}, field “{field}”" in each and words in each for each in faults)


def test_a_remark_that_says_nothing_is_refused(path: Path, atlas: Atlas) -> None:
    rows = rows_of(path)
    rows[2]["comment"] = ""
    write_rows(path, rows)
    (fault,) = faults_of(path, atlas)
    assert "row 4, field “mark”: the row has neither a mark nor a comment" in fault


def test_an_item_without_any_source_is_refused(path: Path, atlas: Atlas) -> None:
    rows = rows_of(path)
    rows[0] |= {"source_ids": "", "source_title": ""}
    write_rows(path, rows)
    assert any("no source is given" in each for each in faults_of(path, atlas))


def test_every_bad_row_is_named_at_once(path: Path, atlas: Atlas) -> None:
    rows = rows_of(path)
    for row in rows[1:]:
        row["mark"] = "perhaps"
    write_rows(path, rows)
    assert len(faults_of(path, atlas)) >= 3


def test_a_file_without_rows_and_one_that_is_missing_are_refused(
    tmp_path: Path, path: Path, atlas: Atlas
) -> None:
    write_evidence(path, EvidenceFile((), {}), atlas)
    assert "holds no evidence" in faults_of(path, atlas)[0]
    assert "missing" in faults_of(tmp_path / "none.csv", atlas)[0]


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, atlas: Atlas) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        write_evidence(tmp_path / "no" / "such" / "x.csv", CONTENT, atlas)


def test_an_item_may_have_a_source_of_the_pack_alone(path: Path, atlas: Atlas) -> None:
    bare = replace(SOURCE, title="", publisher="", date="", url="", language="")
    content = EvidenceFile((FileItem(ITEM, bare),), {})
    write_evidence(path, content, atlas)
    assert read_evidence(path, atlas) == content


def test_a_text_too_long_to_be_read_again_is_not_written(path: Path, atlas: Atlas) -> None:
    long = EvidenceFile((), {"E001": ("", "a" * 131_073)})
    before = path.read_bytes()
    with pytest.raises(ExportError, match="the comment of E001 has 131,073 characters"):
        write_evidence(path, long, atlas)
    assert path.read_bytes() == before
