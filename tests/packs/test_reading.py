import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.atlas import Atlas
from explorer.domain.dates import PartialDate
from explorer.domain.indicators import SeriesRef
from explorer.errors import Fault, PackError
from explorer.packs.reading import check_pack, in_order, read_atlas
from explorer.packs.schema import LONG_TABLES
from explorer.paths import bundled_pack

KEPT_OF_LONG_TABLES = 5


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return read_atlas(bundled_pack())


@pytest.fixture(scope="session")
def trimmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the bundled pack, its long tables cut to a few rows so that checking is quick."""
    folder = tmp_path_factory.mktemp("packs") / "trimmed"
    shutil.copytree(bundled_pack(), folder)
    for table in LONG_TABLES:
        lines = (folder / table.file).read_text("utf-8").splitlines(keepends=True)
        kept = "".join(lines[: KEPT_OF_LONG_TABLES + 1])
        (folder / table.file).write_text(kept, "utf-8", newline="")
    return folder


@dataclass(frozen=True)
class Pack:
    """A pack to damage. Rows count as a spreadsheet shows them: the header is row 1."""

    folder: Path

    def records(self, table: str) -> list[list[str]]:
        with (self.folder / f"data/{table}.csv").open(encoding="utf-8", newline="") as lines:
            return list(csv.reader(lines))

    def write(self, table: str, records: list[list[str]]) -> None:
        path = self.folder / f"data/{table}.csv"
        with path.open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines, lineterminator="\n").writerows(records)

    def put(self, table: str, row: int, field: str, text: str) -> None:
        records = self.records(table)
        records[row - 1][records[0].index(field)] = text
        self.write(table, records)

    def drop_row(self, table: str, row: int) -> None:
        records = self.records(table)
        del records[row - 1]
        self.write(table, records)

    def repeat_row(self, table: str, row: int) -> None:
        records = self.records(table)
        self.write(table, [*records, records[row - 1]])

    def rename(self, table: str, field: str, name: str) -> None:
        records = self.records(table)
        records[0][records[0].index(field)] = name
        self.write(table, records)

    def say(self, **subject: object) -> None:
        path = self.folder / "datapackage.json"
        whole: dict[str, Any] = json.loads(path.read_text("utf-8"))
        whole["country-explorer"] |= subject
        path.write_text(json.dumps(whole), "utf-8")

    def write_note(self, note: str, old: str, new: str) -> None:
        path = self.folder / f"notes/{note}.md"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def pack(trimmed: Path, tmp_path: Path) -> Pack:
    folder = tmp_path / "pack"
    shutil.copytree(trimmed, folder)
    return Pack(folder)


def places(faults: tuple[Fault, ...]) -> list[tuple[str, int, str]]:
    return [(fault.file, fault.row, fault.field) for fault in faults]


def test_the_bundled_pack_has_no_faults() -> None:
    assert check_pack(bundled_pack()) == ()


def test_the_bundled_atlas_holds_all_that_the_judgements_and_the_evidence_hold(
    atlas: Atlas,
) -> None:
    counts = {
        "compared": len(atlas.subject.compared),
        "countries": len(atlas.countries),
        "factors": len(atlas.factors),
        "cells": len(atlas.cells),
        "ratings": len(atlas.ratings),
        "ladders": len(atlas.ladders),
        "weights": len(atlas.weights),
        "actors": len(atlas.actors),
        "evidence": len(atlas.evidence),
        "sources": len(atlas.sources),
        "conclusions": len(atlas.conclusions),
        "pairs": len(atlas.pair_conclusions),
        "signposts": len(atlas.signposts),
        "dissents": len(atlas.dissents),
        "events": len(atlas.events),
        "votes": len(atlas.key_votes),
        "relations": len(atlas.relations),
        "assessments": len(atlas.assessments),
        "questions": len(atlas.questions),
        "notes": len(atlas.notes),
    }
    assert counts == {
        "compared": 6,
        "countries": 20,
        "factors": 12,
        "cells": 72,
        "ratings": 576,
        "ladders": 144,
        "weights": 48,
        "actors": 240,
        "evidence": 446,
        "sources": 376 + 46,
        "conclusions": 6,
        "pairs": 5,
        "signposts": 33,
        "dissents": 10,
        "events": 63,
        "votes": 72,
        "relations": 45,
        "assessments": 32,
        "questions": 22,
        "notes": 30,
    }


def test_the_subject_is_that_of_the_descriptor(atlas: Atlas) -> None:
    subject = atlas.subject
    assert subject.baseline == "AZE"
    assert subject.compared == ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")
    assert (subject.as_of, subject.horizon) == (date(2026, 11, 23), date(2030, 12, 31))
    assert (subject.edition, subject.pack) == ("2026.11", "abraham-accords")
    assert atlas.judgement_dates == (date(2025, 10, 31), date(2026, 11, 23))
    assert atlas.raters == ("R1", "R2", "R3", "R4")


def test_a_claim_carries_its_date_grades_and_sources(atlas: Atlas) -> None:
    claim = atlas.evidence_by_id["E002"]
    assert claim.date == PartialDate(1996, 5)
    assert (claim.reliability, claim.credibility, claim.strength) == ("B", 1, 1)
    assert claim.source_ids == ("S003", "S004")
    assert atlas.source_by_id["S003"].url.startswith("https://")


def test_a_factor_keeps_its_five_scale_points_in_order(atlas: Atlas) -> None:
    factor = atlas.factor_by_id["iran_wedge"]
    assert factor.scale[0] == "Close to Tehran"
    assert factor.scale[4] == "Open hostility: Iran seen as a main threat"


def test_a_source_with_several_addresses_keeps_them_all_and_links_the_first(
    atlas: Atlas,
) -> None:
    source = atlas.source_by_id["page_relations"]
    assert source.url == "http://wiki-org.ru"
    assert "https://perceptiode.com (Israeli-Kyrgyz relations)" in source.addresses


def test_a_relation_with_several_sources_keeps_them_all(atlas: Atlas) -> None:
    several = [each for each in atlas.relations if len(each.source_ids) > 1]
    assert several
    assert all(each.source_id == each.source_ids[0] for each in atlas.relations)


def test_an_indicator_whose_licence_forbids_it_says_so_and_has_no_source_of_values(
    atlas: Atlas,
) -> None:
    withheld = {each.id: each.withheld for each in atlas.indicators if each.withheld}
    assert set(withheld) == {
        "qog_relig_importance",
        "water_dependency",
        "water_stress_642",
        "water_use_efficiency_641",
    }
    reason = withheld["qog_relig_importance"]
    assert reason.startswith("licence of qog_jan25 does not allow bundling: Free for research")


def test_every_factor_has_series_and_the_profile_has_many(atlas: Atlas) -> None:
    counts = {
        factor: sum(each.factor == factor for each in atlas.factor_series)
        for factor in (*atlas.factor_by_id, "")
    }
    assert min(counts.values()) >= 3
    assert counts[""] > 40
    assert 60 <= len(atlas.indicators) <= 90


def test_a_total_is_not_said_to_bear_on_ties_with_israel(atlas: Atlas) -> None:
    """Arms from anyone, debt to anyone and mere size say nothing about the factor asked for."""
    bearing = {
        (each.factor, each.series.key): each.bearing for each in atlas.factor_series if each.factor
    }
    totals = {
        "security_need": ("milex_gdp", "milex_gdp_fb", "arms_imports_tiv"),
        "diplomatic_legitimacy": ("population", "gdp_oer_usd_fb"),
        "russia_china_pressure": ("ext_debt_gni", "reserves_ext_debt"),
    }
    told = {bearing[factor, key] for factor, keys in totals.items() for key in keys}
    assert told == {"context"}


def test_the_need_for_israeli_arms_leads_with_israels_share_of_arms_imports(atlas: Atlas) -> None:
    first = next(each for each in atlas.factor_series if each.factor == "security_need")
    assert first.series == SeriesRef("trade_share", "arms_imports_share", "ISR")
    assert first.bearing == "pull"


def test_reading_the_atlas_brings_no_pandas() -> None:
    program = (
        "import sys\n"
        "from explorer.packs.reading import read_atlas\n"
        "from explorer.paths import bundled_pack\n"
        "read_atlas(bundled_pack())\n"
        "print('pandas' in sys.modules, 'numpy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    assert done.stdout.split() == ["False", "False"]


def test_ten_planted_faults_are_told_at_once_in_order(pack: Pack) -> None:
    pack.put("ratings", 12, "mode", "4.7")
    pack.put("ratings", 40, "as_of", "2025-13-01")
    pack.put("evidence", 9, "source_ids", "")
    pack.put("evidence", 30, "iso3", "KAZ;XXX")
    pack.put("ladders", 3, "p1", "0.9")
    pack.put("weights", 2, "weight", "50")
    pack.repeat_row("factors", 5)
    pack.rename("signposts", "direction", "way")
    pack.put("observations", 4, "value", "many")
    pack.write_note("pair/AZE-KAZ", "[E106]", "[E999]")
    faults = check_pack(pack.folder)
    assert places(faults) == [
        ("data/evidence.csv", 9, "source_ids"),
        ("data/evidence.csv", 30, "iso3"),
        ("data/factors.csv", 14, "id"),
        ("data/ladders.csv", 3, "p1"),
        ("data/observations.csv", 4, "value"),
        ("data/ratings.csv", 12, "mode"),
        ("data/ratings.csv", 40, "as_of"),
        ("data/signposts.csv", 1, "way"),
        ("data/signposts.csv", 1, "direction"),
        ("data/weights.csv", 2, "weight"),
        ("notes/pair/AZE-KAZ.md", 16, ""),
    ]
    told = str(faults[5])
    assert told == (
        "data/ratings.csv, row 12, field “mode”: “4.7” is out of bounds. "
        "Give a number from 0 to 4."
    )


def test_a_pack_with_faults_is_not_half_loaded(pack: Pack) -> None:
    pack.put("ratings", 12, "mode", "4.7")
    pack.put("cells", 3, "factor", "weather")
    with pytest.raises(PackError) as caught:
        read_atlas(pack.folder)
    assert places(caught.value.faults)[:2] == [
        ("data/cells.csv", 0, "factor"),
        ("data/cells.csv", 3, "factor"),
    ]
    assert "data/ratings.csv, row 12, field “mode”" in str(caught.value)


def total_of_two(pack: Pack) -> str:
    """Give what the first rater's first two weights come to."""
    _header, one, two, *_rest = pack.records("weights")
    return str(float(one[2]) + float(two[2]))


Plant = Callable[[Pack], object]
FAULTS: list[tuple[str, Plant, tuple[str, int, str]]] = [
    (
        "a file that is missing",
        lambda pack: (pack.folder / "data/votes.csv").unlink(),
        ("data/votes.csv", 0, ""),
    ),
    (
        "a folder in place of a file",
        lambda pack: (
            (pack.folder / "data/votes.csv").unlink(),
            (pack.folder / "data/votes.csv").mkdir(),
        ),
        ("data/votes.csv", 0, ""),
    ),
    (
        "a descriptor that is missing",
        lambda pack: (pack.folder / "datapackage.json").unlink(),
        ("datapackage.json", 0, ""),
    ),
    (
        "a descriptor that is not JSON",
        lambda pack: (pack.folder / "datapackage.json").write_text("{", "utf-8"),
        ("datapackage.json", 0, ""),
    ),
    (
        "a later format",
        lambda pack: pack.say(format=2),
        ("datapackage.json", 0, "country-explorer.format"),
    ),
    (
        "a horizon that is no date",
        lambda pack: pack.say(horizon="some day"),
        ("datapackage.json", 0, "country-explorer.horizon"),
    ),
    (
        "a baseline that is not compared",
        lambda pack: pack.say(baseline="ISR"),
        ("datapackage.json", 0, "country-explorer.baseline"),
    ),
    (
        "a compared country that the pack does not hold",
        lambda pack: pack.say(compared=["AZE", "ZZZ"]),
        ("datapackage.json", 0, "country-explorer.compared"),
    ),
    (
        "a share in trade without a partner",
        lambda pack: pack.put("factor_series", 10, "partner", ""),
        ("data/factor_series.csv", 10, "partner"),
    ),
    (
        "a text that is not a number",
        lambda pack: pack.put("borders", 2, "km", "1,5"),
        ("data/borders.csv", 2, "km"),
    ),
    (
        "NaN",
        lambda pack: pack.put("borders", 2, "km", "nan"),
        ("data/borders.csv", 2, "km"),
    ),
    (
        "infinity",
        lambda pack: pack.put("observations", 3, "value", "inf"),
        ("data/observations.csv", 3, "value"),
    ),
    (
        "a fraction where a whole number belongs",
        lambda pack: pack.put("evidence", 7, "strength", "2.5"),
        ("data/evidence.csv", 7, "strength"),
    ),
    (
        "a strength outside its scale",
        lambda pack: pack.put("evidence", 7, "strength", "4"),
        ("data/evidence.csv", 7, "strength"),
    ),
    (
        "a date that is not in the calendar",
        lambda pack: pack.put("votes", 5, "date", "2025-02-30"),
        ("data/votes.csv", 5, "date"),
    ),
    (
        "a partial date in another form",
        lambda pack: pack.put("evidence", 5, "date", "May 2023"),
        ("data/evidence.csv", 5, "date"),
    ),
    (
        "a word where 1 or 0 belongs",
        lambda pack: pack.put("countries", 3, "landlocked", "yes"),
        ("data/countries.csv", 3, "landlocked"),
    ),
    (
        "a word that is not among the choices",
        lambda pack: pack.put("conclusions", 2, "confidence", "sure"),
        ("data/conclusions.csv", 2, "confidence"),
    ),
    (
        "a blank where a text is required",
        lambda pack: pack.put("cells", 2, "rationale", ""),
        ("data/cells.csv", 2, "rationale"),
    ),
    (
        "a claim without a source",
        lambda pack: pack.put("relations", 4, "source_id", ""),
        ("data/relations.csv", 4, "source_id"),
    ),
    (
        "a key that stands twice",
        lambda pack: pack.repeat_row("cells", 4),
        ("data/cells.csv", 74, "factor"),
    ),
    (
        "an unknown country",
        lambda pack: pack.put("memberships", 2, "iso3", "ZZZ"),
        ("data/memberships.csv", 2, "iso3"),
    ),
    (
        "an unknown factor",
        lambda pack: pack.put("signposts", 2, "factor", "weather"),
        ("data/signposts.csv", 2, "factor"),
    ),
    (
        "an unknown source",
        lambda pack: pack.put("dissent", 2, "source_id", "S999"),
        ("data/dissent.csv", 2, "source_id"),
    ),
    (
        "unknown evidence",
        lambda pack: pack.put("cells", 2, "evidence_ids", "E001;E999"),
        ("data/cells.csv", 2, "evidence_ids"),
    ),
    (
        "an unknown scenario",
        lambda pack: pack.put("scenario_shifts", 2, "scenario", "thaw"),
        ("data/scenario_shifts.csv", 2, "scenario"),
    ),
    (
        "an unknown indicator among the values",
        lambda pack: pack.put("observations", 2, "indicator_id", "mood"),
        ("data/observations.csv", 2, "indicator_id"),
    ),
    (
        "an unknown indicator among the series",
        lambda pack: pack.put("factor_series", 2, "key", "mood"),
        ("data/factor_series.csv", 2, "key"),
    ),
    (
        "an unknown indicator among rival figures",
        lambda pack: pack.put("rivals", 2, "key", "mood"),
        ("data/rivals.csv", 2, "key"),
    ),
    (
        "an unknown evidence item among rival figures",
        lambda pack: pack.put("rivals", 15, "key", "E999"),
        ("data/rivals.csv", 15, "key"),
    ),
    (
        "a figure without a rival",
        lambda pack: pack.drop_row("rivals", 2),
        ("data/rivals.csv", 2, "quantity"),
    ),
    (
        "a quantity with two titles",
        lambda pack: pack.put("rivals", 3, "title", "Money for arms"),
        ("data/rivals.csv", 3, "title"),
    ),
    (
        "a basis that is none of those known",
        lambda pack: pack.put("indicators", 2, "basis", "guessed"),
        ("data/indicators.csv", 2, "basis"),
    ),
    (
        "an unknown flow among the series",
        lambda pack: pack.put("factor_series", 10, "key", "smuggling"),
        ("data/factor_series.csv", 10, "key"),
    ),
    (
        "an indicator with a partner",
        lambda pack: pack.put("factor_series", 2, "partner", "RUS"),
        ("data/factor_series.csv", 2, "partner"),
    ),
    (
        "a partner that is no ISO code",
        lambda pack: pack.put("bilateral", 2, "partner_iso3", "Japan"),
        ("data/bilateral.csv", 2, "partner_iso3"),
    ),
    (
        "a rating below its scale",
        lambda pack: pack.put("ratings", 2, "low", "-0.1"),
        ("data/ratings.csv", 2, "low"),
    ),
    (
        "a range whose ends are crossed",
        lambda pack: pack.put("ratings", 2, "high", "0.1"),
        ("data/ratings.csv", 2, "mode"),
    ),
    (
        "rungs that are out of order",
        lambda pack: pack.put("rungs", 3, "order", "4"),
        ("data/rungs.csv", 3, "order"),
    ),
    (
        "a ladder of more rungs than there are",
        lambda pack: pack.drop_row("rungs", 6),
        ("data/rungs.csv", 0, "order"),
    ),
    (
        "a state without a conclusion",
        lambda pack: pack.drop_row("conclusions", 7),
        ("data/conclusions.csv", 0, "iso3"),
    ),
    (
        "a link that would run something",
        lambda pack: pack.put("sources", 2, "url", "javascript:alert(1)"),
        ("data/sources.csv", 2, "url"),
    ),
    (
        "a link that would open a file",
        lambda pack: pack.put("sources", 3, "url", "file:///etc/passwd"),
        ("data/sources.csv", 3, "url"),
    ),
    (
        "a further address that would run something",
        lambda pack: pack.put("sources", 2, "addresses", "https://a.org ; javascript:alert(1)"),
        ("data/sources.csv", 2, "addresses"),
    ),
    (
        "a link in a note that would run something",
        lambda pack: pack.write_note("pair/AZE-KAZ", "Votes.", "[Votes](javascript:alert(1))."),
        ("notes/pair/AZE-KAZ.md", 17, ""),
    ),
    (
        "a note on an unknown country",
        lambda pack: pack.write_note("pair/AZE-KAZ", "pair:AZE-KAZ", "pair:AZE-ZZZ"),
        ("notes/pair/AZE-KAZ.md", 1, "about"),
    ),
    (
        "a note that lists unknown evidence",
        lambda pack: pack.write_note("pair/AZE-KAZ", '"E020"', '"E920"'),
        ("notes/pair/AZE-KAZ.md", 1, "evidence"),
    ),
    (
        "a note that names an unknown indicator",
        lambda pack: pack.write_note("method/data_caveats", "{gini}", "{mood}"),
        ("notes/method/data_caveats.md", 18, ""),
    ),
    (
        "volumes of arms among the series, which are no share",
        lambda pack: pack.put("factor_series", 10, "key", "arms_imports_cumulative"),
        ("data/factor_series.csv", 10, "key"),
    ),
    (
        "a year that stands twice in two spellings",
        lambda pack: (
            pack.repeat_row("observations", 2),
            pack.put("observations", 7, "year", f"0{pack.records('observations')[1][2]}"),
        ),
        ("data/observations.csv", 7, "year"),
    ),
    (
        "a count beyond all use",
        lambda pack: pack.put("un_votes_agreement", 2, "n_votes", "9" * 20),
        ("data/un_votes_agreement.csv", 2, "n_votes"),
    ),
    (
        "a remark of spaces alone",
        lambda pack: pack.put("evidence", 2, "note", "   "),
        ("data/evidence.csv", 2, "note"),
    ),
    (
        "a rater who gives a factor no weight",
        lambda pack: (
            pack.put("weights", 2, "weight", "0"),
            pack.put("weights", 3, "weight", total_of_two(pack)),
            pack.drop_row("weights", 2),
        ),
        ("data/weights.csv", 0, "factor"),
    ),
    (
        "no weights at all",
        lambda pack: pack.write("weights", pack.records("weights")[:1]),
        ("data/weights.csv", 0, "factor"),
    ),
    (
        "a method that is not there",
        lambda pack: (pack.folder / "notes/method/judgement.md").unlink(),
        ("datapackage.json", 0, "resources.notes-method-judgement"),
    ),
    (
        "a note that is copied and keeps its id",
        lambda pack: shutil.copy(
            pack.folder / "notes/pair/AZE-KAZ.md", pack.folder / "notes/pair/AZE-XXX.md"
        ),
        ("notes/pair/AZE-XXX.md", 1, "id"),
    ),
]


@pytest.mark.parametrize(
    ("plant", "place"), [pytest.param(plant, place, id=name) for name, plant, place in FAULTS]
)
def test_a_fault_is_told_with_its_place(
    pack: Pack, plant: Plant, place: tuple[str, int, str]
) -> None:
    assert check_pack(pack.folder) == ()
    plant(pack)
    assert place in places(check_pack(pack.folder))


@pytest.fixture(scope="module")
def scratch(trimmed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs") / "scratch"
    shutil.copytree(trimmed, folder)
    return folder


SPLICES = (b"", b'"', b"\n", b",", b"\0", b"\xff", b"\r", b";", b"9", b"[E999]", b"](x:y)", b"+++")
DAMAGED = (
    "data/evidence.csv",
    "data/ladders.csv",
    "data/sources.csv",
    "datapackage.json",
    "notes/pair/AZE-KAZ.md",
)


@settings(max_examples=60)
@given(
    file=st.sampled_from(DAMAGED),
    place=st.floats(0, 1, exclude_max=True),
    cut=st.integers(0, 20),
    splice=st.sampled_from(SPLICES),
)
def test_damage_anywhere_is_told_as_faults_or_does_no_harm(
    scratch: Path, file: str, place: float, cut: int, splice: bytes
) -> None:
    path = scratch / file
    sound = path.read_bytes()
    at = int(place * len(sound))
    path.write_bytes(sound[:at] + splice + sound[at + cut :])
    told: tuple[Fault, ...] | None = None
    try:
        read_atlas(scratch)
    except PackError as error:
        told = error.faults
    finally:
        path.write_bytes(sound)
    assert told != ()


def test_a_fault_in_one_table_makes_no_faults_in_those_that_refer_to_it(pack: Pack) -> None:
    (pack.folder / "data/sources.csv").unlink()
    assert places(check_pack(pack.folder)) == [("data/sources.csv", 0, "")]


def test_a_cell_at_fault_is_not_also_told_as_standing_twice(pack: Pack) -> None:
    for row in (3, 4):
        pack.put("observations", row, "year", f"soon {row}")
    assert places(check_pack(pack.folder)) == [
        ("data/observations.csv", row, "year") for row in (3, 4)
    ]


def test_a_folder_that_holds_no_pack_is_one_fault(tmp_path: Path) -> None:
    assert places(check_pack(tmp_path / "nowhere")) == [("datapackage.json", 0, "")]
    assert places(check_pack(tmp_path)) == [("datapackage.json", 0, "")]


def test_a_ladder_says_how_far_off_its_sum_is(pack: Pack) -> None:
    pack.put("ladders", 2, "p1", "0.105")
    (fault,) = check_pack(pack.folder)
    assert fault.found == "the likelihoods sum to 1.1, 0.1 too much"


def test_a_sum_that_is_off_by_rounding_alone_is_no_fault(pack: Pack) -> None:
    pack.put("ladders", 2, "p1", "0.0050001")
    assert check_pack(pack.folder) == ()


def test_the_region_and_the_question_itself_are_no_unknown_ids(pack: Pack) -> None:
    pack.put("evidence", 2, "iso3", "REG")
    pack.put("evidence", 2, "factor", "outcome")
    assert check_pack(pack.folder) == ()


def test_a_column_may_stand_in_another_place(pack: Pack) -> None:
    records = pack.records("dissent")
    pack.write("dissent", [record[::-1] for record in records])
    assert check_pack(pack.folder) == ()
    assert len(read_atlas(pack.folder).dissents) == len(records) - 1


def test_faults_are_sorted_by_file_row_and_column() -> None:
    given = [
        Fault("data/ratings.csv", 3, "high", "x", "y"),
        Fault("data/ratings.csv", 3, "rater", "x", "y"),
        Fault("data/ratings.csv", 2, "high", "x", "y"),
        Fault("data/cells.csv", 9, "iso3", "x", "y"),
    ]
    assert list(in_order(given)) == [given[3], given[2], given[1], given[0]]


def test_rival_figures_of_a_quantity_are_kept_together(atlas: Atlas) -> None:
    military = [each for each in atlas.rivals if each.quantity == "military_spending"]
    assert [(each.kind, each.key) for each in military] == [
        ("indicator", "milex_gdp"),
        ("indicator", "milex_gdp_fb"),
    ]
    oil = [each.key for each in atlas.rivals if each.quantity == "kazakh_oil"]
    assert {"E164", "E106", "E165"} <= set(oil)
