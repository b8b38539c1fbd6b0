import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Rating
from explorer.domain.outcomes import JudgedLadder
from explorer.errors import ExportError, JudgementFileError
from explorer.packs.exchange import LONGEST
from explorer.packs.judgement_file import JudgementFile, read_judgement, write_judgement
from explorer.packs.reading import read_atlas
from explorer.paths import bundled_pack

ATLAS = read_atlas(bundled_pack())
DAY = date(2026, 11, 24)
IDS = [item.id for item in ATLAS.evidence[:5]]
LADDER = JudgedLadder("Aigul", DAY, "KAZ", "baseline", (0.1, 0.2, 0.3, 0.3, 0.1), "Grain first")
RATING = Rating(
    "Aigul", DAY, "KAZ", ATLAS.factors[0].id, 1.0, 2.5, 3.0, "low", "", "Grain", tuple(IDS[:2])
)
JUDGEMENT = JudgementFile("Aigul", (RATING,), (LADDER,))

# All that a file may hold: a text of nothing but space is no text, and what cannot be seen is out.
texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))
    | st.sampled_from("'=+-@\n\t,;\""),
    max_size=20,
).filter(
    lambda text: (text.strip() or not text) and not any(0x202A <= ord(c) <= 0x2069 for c in text)
)
raters = texts.map(str.strip).filter(lambda name: name and name.casefold() not in RESERVED)
RESERVED = {"you", "r1", "r2", "r3", "r4"}
dates = st.dates(min_value=date(1000, 1, 1))
ends = st.lists(st.floats(0.0, 4.0), min_size=3, max_size=3).map(sorted)
shares = (
    st.lists(st.integers(0, 1000), min_size=5, max_size=5)
    .filter(any)
    .map(lambda counts: tuple(count / sum(counts) for count in counts))
)


@st.composite
def judgements(draw: st.DrawFn) -> JudgementFile:
    rater = draw(raters)
    states = st.sampled_from(ATLAS.subject.compared)
    factors = st.sampled_from([factor.id for factor in ATLAS.factors])
    scenarios = st.sampled_from([scenario.id for scenario in ATLAS.scenarios])
    rated = draw(st.lists(st.tuples(states, factors), unique=True, min_size=1, max_size=4))
    judged = draw(st.lists(st.tuples(states, scenarios), unique=True, max_size=4))
    confidences = st.sampled_from(("low", "moderate", "high"))
    evidence = st.lists(st.sampled_from(IDS), unique=True, max_size=3).map(tuple)
    ratings: list[Rating] = []
    for iso3, factor in rated:
        low, mode, high = draw(ends)
        day, confidence, ids = draw(dates), draw(confidences), draw(evidence)
        said = draw(texts), draw(texts)
        ratings.append(
            Rating(rater, day, iso3, factor, low, mode, high, confidence, *said, evidence_ids=ids)
        )
    ladders = [JudgedLadder(rater, draw(dates), *key, draw(shares), draw(texts)) for key in judged]
    return JudgementFile(rater, tuple(ratings), tuple(ladders))


@given(judgement=judgements())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_judgement_comes_back_as_it_was(tmp_path: Path, judgement: JudgementFile) -> None:
    path = tmp_path / "judgement.csv"
    write_judgement(path, judgement, ATLAS)
    assert read_judgement(path, ATLAS) == judgement


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "aigul.csv"


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def put_rows(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def faults_of(path: Path, atlas: Atlas = ATLAS) -> list[tuple[int, str]]:
    with pytest.raises(JudgementFileError) as error:
        read_judgement(path, atlas)
    assert "nothing was taken in" in str(error.value)
    return [(fault.row, fault.field) for fault in error.value.faults]


def test_the_header_says_what_stands_in_each_column(path: Path) -> None:
    write_judgement(path, JUDGEMENT, ATLAS)
    header = path.read_text("utf-8-sig").splitlines()[0]
    assert header == (
        "kind,rater,date,iso3,factor,scenario,low,mode,high,confidence,"
        "share_1,share_2,share_3,share_4,share_5,reason,summary,evidence_ids"
    )
    rating, ladder = rows_of(path)
    assert (rating["low"], rating["mode"], rating["high"]) == ("1", "2.5", "3")
    assert (ladder["scenario"], ladder["share_2"], ladder["low"]) == ("baseline", "0.2", "")


def test_the_file_bears_the_name_given_to_it_and_not_the_one_kept_for_the_user(path: Path) -> None:
    own = Rating("You", DAY, "KAZ", ATLAS.factors[0].id, 1, 2, 3, "low", "", "", ())
    write_judgement(path, JudgementFile("Aigul", (own,), ()), ATLAS)
    found = read_judgement(path, ATLAS)
    assert found.rater == "Aigul"
    assert [rating.rater for rating in found.ratings] == ["Aigul"]


@pytest.mark.parametrize("name", ["You", "you ", "R1", "r4", "", "  "])
def test_a_file_is_not_written_under_a_name_that_stands_for_another(path: Path, name: str) -> None:
    with pytest.raises(ExportError, match="name"):
        write_judgement(path, JudgementFile(name, (RATING,), ()), ATLAS)
    assert not path.exists()


def test_a_folder_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        write_judgement(tmp_path / "none" / "aigul.csv", JUDGEMENT, ATLAS)


def test_a_spreadsheet_reads_no_formula_and_the_reader_gets_the_text_as_it_was(path: Path) -> None:
    reason = '=HYPERLINK("x")'
    ladder = JudgedLadder("Aigul", DAY, "KAZ", "baseline", (1, 0, 0, 0, 0), reason)
    write_judgement(path, JudgementFile("Aigul", (), (ladder,)), ATLAS)
    assert rows_of(path)[0]["reason"] == "'" + reason
    assert read_judgement(path, ATLAS).ladders[0].reason == reason


def test_what_cannot_be_seen_is_left_out_of_the_file(path: Path) -> None:
    ladder = JudgedLadder("Aigul", DAY, "KAZ", "baseline", (1, 0, 0, 0, 0), "a\u202eb\x00\ud800c")
    write_judgement(path, JudgementFile("Aigul", (), (ladder,)), ATLAS)
    assert read_judgement(path, ATLAS).ladders[0].reason == "ab?c"


def test_ten_planted_faults_are_all_named_and_nothing_is_taken(path: Path) -> None:
    factors = [factor.id for factor in ATLAS.factors]
    write_judgement(
        path,
        JudgementFile(
            "Aigul",
            tuple(
                Rating("Aigul", DAY, "KAZ", each, 1, 2, 3, "low", "", "", ())
                for each in factors[:6]
            ),
            tuple(
                JudgedLadder("Aigul", DAY, each, "baseline", (0.2, 0.2, 0.2, 0.2, 0.2))
                for each in ("KAZ", "UZB", "TJK")
            ),
        ),
        ATLAS,
    )
    rows = rows_of(path)
    plants: list[tuple[int, str, str]] = [
        (2, "date", "24.11.2026"),
        (3, "factor", "grain_trade"),
        (3, "evidence_ids", "E99999"),
        (4, "mode", "4.5"),
        (5, "low", "2.5"),
        (6, "confidence", ""),
        (7, "rater", "Berik"),
        (8, "share_1", "0.3"),
        (9, "iso3", "FRA"),
        (10, "low", "1"),
    ]
    for row, field, cell in plants:
        rows[row - 2][field] = cell
    put_rows(path, rows)
    with pytest.raises(JudgementFileError) as error:
        read_judgement(path, ATLAS)
    assert [(fault.row, fault.field) for fault in error.value.faults] == [
        (row, field) for row, field, _cell in plants
    ]
    said = str(error.value)
    assert said.startswith("aigul.csv: 10 faults, so nothing was taken in.")
    assert "row 3, field “factor”: “grain_trade”. Use one of: " in said
    assert "row 8, field “share_1”: the shares of the rungs sum to 1.1. Let the" in said
    assert "row 5, field “low”: low 2.5 is above mode 2. " in said
    assert all(fault.remedy and fault.found for fault in error.value.faults)


@pytest.mark.parametrize("name", ["You", "you", "R1", "r3"])
def test_a_name_that_stands_for_another_is_refused_with_advice(path: Path, name: str) -> None:
    write_judgement(path, JUDGEMENT, ATLAS)
    put_rows(path, [{**row, "rater": name} for row in rows_of(path)])
    with pytest.raises(JudgementFileError, match="Give the rater’s own name") as error:
        read_judgement(path, ATLAS)
    assert [(fault.row, fault.field) for fault in error.value.faults] == [
        (2, "rater"),
        (3, "rater"),
    ]


def test_one_rating_or_ladder_given_twice_is_named_with_the_first(path: Path) -> None:
    write_judgement(path, JUDGEMENT, ATLAS)
    put_rows(path, rows_of(path) * 2)
    with pytest.raises(JudgementFileError, match="stands already in row 2") as error:
        read_judgement(path, ATLAS)
    assert [(x.row, x.field) for x in error.value.faults] == [(4, "factor"), (5, "scenario")]


WRONG: dict[str, tuple[Callable[[bytes], bytes], tuple[int, str]]] = {
    "empty": (lambda _: b"", (1, "kind")),
    "a header alone": (lambda whole: whole.splitlines(keepends=True)[0], (0, "")),
    "not text": (lambda _: b"\x89PNG\r\n\x1a\n\x00", (1, "")),
    "semicolons": (lambda whole: whole.replace(b",", b";"), (1, "")),
    "a column lost": (lambda whole: whole.replace(b"confidence", b"sureness"), (1, "sureness")),
    "a cell too many": (lambda whole: whole.replace(b"Grain first", b"Grain,first"), (3, "")),
    "a kind that is none": (lambda whole: whole.replace(b"\r\nladder", b"\r\nbet"), (3, "kind")),
    "no rater": (lambda whole: whole.replace(b"ladder,Aigul", b"ladder,"), (3, "rater")),
    "not a number": (lambda whole: whole.replace(b"2.5", b"nan"), (2, "mode")),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_file_that_is_wrong_throughout_is_told_of(path: Path, kind: str) -> None:
    damage, place = WRONG[kind]
    write_judgement(path, JUDGEMENT, ATLAS)
    path.write_bytes(damage(path.read_bytes()))
    assert place in faults_of(path)


def test_a_file_that_is_not_there_or_is_a_folder_is_told_of(path: Path, tmp_path: Path) -> None:
    assert faults_of(path) == [(0, "")]
    assert faults_of(tmp_path) == [(0, "")]


def test_a_file_much_too_large_is_not_read(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5_000_000)
    with pytest.raises(JudgementFileError, match="5 MB"):
        read_judgement(path, ATLAS)


def test_a_text_as_long_as_can_be_read_again_is_written_and_a_longer_one_is_refused(
    path: Path,
) -> None:
    # Other libraries raise Python's own limit for the whole process; the app never does.
    raised = csv.field_size_limit(LONGEST)
    long = replace(RATING, rationale="x" * LONGEST)
    write_judgement(path, JudgementFile("Aigul", (long,), ()), ATLAS)
    assert read_judgement(path, ATLAS).ratings[0].rationale == long.rationale
    written = path.read_bytes()
    longer = replace(LADDER, reason="x" * (LONGEST + 1))
    with pytest.raises(ExportError, match=r"reason of KAZ, baseline has 131,073 characters"):
        write_judgement(path, JudgementFile("Aigul", (), (longer,)), ATLAS)
    assert path.read_bytes() == written
    csv.field_size_limit(raised)
