import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system

from explorer.domain.atlas import Subject
from explorer.packs.descriptor import SourceCredit, make_descriptor, read_descriptor
from explorer.packs.map_files import MAP_FILES
from explorer.packs.schema import TABLES
from explorer.paths import bundled_pack

SUBJECT = Subject(
    pack="closer-ties",
    title="Closer ties",
    question="How close?",
    horizon=date(2030, 12, 31),
    edition="2026.11",
    as_of=date(2026, 11, 23),
    baseline="AZE",
    compared=("AZE", "KAZ"),
    judged_in="2026-11",
)


def descriptor() -> dict[str, Any]:
    credit = SourceCredit("A data set", "https://a.org", "2025")
    return json.loads(make_descriptor(SUBJECT, ("notes/pair/AZE-KAZ.md",), (credit,)))


def fields_at_fault(folder: Path, text: str) -> list[str]:
    (folder / "notes/pair").mkdir(parents=True)
    (folder / "notes/pair/AZE-KAZ.md").write_text("", "utf-8")
    (folder / "datapackage.json").write_text(text, "utf-8")
    subject, faults = read_descriptor(folder)
    assert (subject is None) is bool(faults)
    return [fault.field.removeprefix("country-explorer.") for fault in faults]


def test_a_subject_comes_back_from_the_descriptor_made_of_it(tmp_path: Path) -> None:
    text = make_descriptor(SUBJECT, (), ())
    (tmp_path / "datapackage.json").write_text(text, "utf-8")
    assert read_descriptor(tmp_path) == (SUBJECT, [])


def test_every_table_is_described_with_its_columns() -> None:
    described = {each["name"]: each for each in descriptor()["resources"] if "schema" in each}
    assert list(described) == [table.name for table in TABLES]
    for table in TABLES:
        names = [field["name"] for field in described[table.name]["schema"]["fields"]]
        assert names == [field.name for field in table.fields]


FOREIGN = {"name": "x", "path": "../../../etc/passwd"}


def fields_of(whole: dict[str, Any], place: int) -> list[dict[str, Any]]:
    return whole["resources"][place]["schema"]["fields"]


Spoil = Callable[[dict[str, Any]], object]
SPOILT: list[tuple[Spoil, str]] = [
    (lambda whole: whole.pop("name"), "name"),
    (lambda whole: whole.pop("country-explorer"), "country-explorer"),
    (lambda whole: whole["country-explorer"].pop("question"), "question"),
    (lambda whole: whole["country-explorer"].update(asOf="2026"), "asOf"),
    (lambda whole: whole["country-explorer"].update(judgedIn="November"), "judgedIn"),
    (lambda whole: whole["country-explorer"].update(judgedIn=None), "judgedIn"),
    (lambda whole: whole["country-explorer"].update(compared=[]), "compared"),
    (lambda whole: whole["country-explorer"].update(compared=["AZE", 3]), "compared"),
    (lambda whole: whole["country-explorer"].update(compared=["AZE", "AZE"]), "compared"),
    (lambda whole: whole["country-explorer"].update(baseline="KGZ"), "baseline"),
    (lambda whole: whole["country-explorer"].update(ladder="steps"), "ladder"),
    (lambda whole: whole["country-explorer"].update(format="1"), "format"),
    (lambda whole: whole["resources"].pop(0), "resources.countries"),
    (lambda whole: whole["resources"][1].update(path="../x.csv"), "resources.sources"),
    (lambda whole: whole["country-explorer"].update(format=True), "format"),
    (lambda whole: whole["country-explorer"].update(compared=["AZE"]), "compared"),
    (lambda whole: whole["country-explorer"].update(horizon="20301231"), "horizon"),
    (lambda whole: whole["country-explorer"].update(asOf="2026-W48-1"), "asOf"),
    (lambda whole: whole["resources"].append({"name": []}), "resources"),
    (lambda whole: whole["resources"].append("a"), "resources"),
    (lambda whole: whole["resources"].append(whole["resources"][0]), "resources.countries"),
    (
        lambda whole: whole["resources"].append(whole["resources"][-1]),
        "resources.notes-pair-aze-kaz",
    ),
    (lambda whole: whole["resources"].append(FOREIGN), "resources.x"),
    (lambda whole: whole["resources"].pop(), "resources"),
    (lambda whole: whole["resources"][0].pop("schema"), "resources.countries"),
    (lambda whole: fields_of(whole, 0)[1].update(name="nom"), "resources.countries"),
    (lambda whole: fields_of(whole, 3)[4]["constraints"].update(maximum=5), "resources.ratings"),
    (lambda whole: fields_of(whole, 0).pop(), "resources.countries"),
]


@pytest.mark.parametrize(("spoil", "field"), SPOILT)
def test_what_a_descriptor_lacks_is_told_by_name(tmp_path: Path, spoil: Spoil, field: str) -> None:
    whole = descriptor()
    spoil(whole)
    assert fields_at_fault(tmp_path, json.dumps(whole)) == [field]


@pytest.mark.parametrize("text", ["", "{", '{"a": ' * 100_000])
def test_what_is_not_json_is_told(tmp_path: Path, text: str) -> None:
    assert fields_at_fault(tmp_path, text) == [""]


def test_an_empty_object_lacks_everything(tmp_path: Path) -> None:
    found = fields_at_fault(tmp_path, "[]")
    assert found[0] == "country-explorer"
    assert len(found) == 1 + len(TABLES) + len(["the note that is not listed"])


def test_a_field_that_differs_from_the_table_is_named(tmp_path: Path) -> None:
    whole = descriptor()
    whole["resources"].pop()
    fields_of(whole, 0)[1].update(name="nom")
    (tmp_path / "datapackage.json").write_text(json.dumps(whole), "utf-8")
    _subject, (fault,) = read_descriptor(tmp_path)
    assert fault.found == "its fields are not those of the table: name, nom"


def test_a_note_that_is_listed_and_missing_and_one_that_is_there_and_not_listed_are_told(
    tmp_path: Path,
) -> None:
    text = make_descriptor(SUBJECT, ("notes/method/judgement.md",), ())
    (tmp_path / "datapackage.json").write_text(text, "utf-8")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/other.md").write_text("", "utf-8")
    _subject, (missing, unlisted) = read_descriptor(tmp_path)
    assert missing.found == "“notes/method/judgement.md” is listed and is not there"
    assert unlisted.found == "“notes/other.md” is there and is not listed"


@pytest.mark.filterwarnings("ignore::DeprecationWarning:frictionless")
def test_the_bundled_pack_passes_the_validator_of_the_standard() -> None:
    folder = bundled_pack()
    with system.use_context(trusted=False):
        report = Package.from_descriptor(
            json.loads((folder / "datapackage.json").read_text("utf-8")), basepath=str(folder)
        ).validate()
    assert report.flatten(["type", "note"]) == []
    assert report.valid
    assert report.stats["tasks"] == len(TABLES) + len(MAP_FILES) + 30
