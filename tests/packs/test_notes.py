from pathlib import Path

import pytest

from explorer.errors import Fault
from explorer.packs.notes import note_faults, read_notes

IDS = {
    "evidence": frozenset({"E001"}),
    "indicators": frozenset({"gini"}),
    "countries": frozenset({"AZE", "KAZ"}),
    "factors": frozenset({"iran_wedge"}),
}
FRONT = (
    '+++\nid = "pair/x"\ntitle = "X"\nabout = ["pair:AZE-KAZ"]\n'
    'updated = 2026-11-23\nevidence = ["E001"]\n+++\n'
)


def faults(folder: Path, text: str) -> list[Fault]:
    path = folder / "notes/pair/x.md"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    notes, found = read_notes(folder)
    return found + [fault for note in notes for fault in note_faults(note, IDS)]


def test_a_sound_note_keeps_its_front_matter_and_its_text(tmp_path: Path) -> None:
    body = "## On\n\nSee [E001], {gini}, `bilateral.csv` and [this](https://a.org).\n"
    assert faults(tmp_path, FRONT + "\n" + body) == []
    ((only,), _faults) = read_notes(tmp_path)
    assert (only.note.id, only.note.about, only.note.body) == ("pair/x", ("pair:AZE-KAZ",), body)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("[E404]", "evidence “E404” is not known"),
        ("{mood}", "indicator “mood” is not known"),
        ("`moods.csv`", "table “moods” is not in a pack"),
        ("[a](file:///x)", "“file:///x” is not an address that may be opened"),
        ("[a]( javascript:x)", "“javascript:x” is not an address that may be opened"),
        ("[a](notes/other.md)", "“notes/other.md” is not an address that may be opened"),
        ("![a](/etc/x.png)", "“/etc/x.png” is not an address that may be opened"),
        ("<ftp://a.org>", "“ftp://a.org” is not an address that may be opened"),
        ("[a]\n\n[a]: data:x", "“data:x” is not an address that may be opened"),
    ],
)
def test_a_mention_of_what_is_not_there_is_told_with_its_line(
    tmp_path: Path, words: str, found: str
) -> None:
    (fault,) = faults(tmp_path, f"{FRONT}\nFirst.\n\n{words}\n")
    assert fault.found == found
    assert fault.row == 11 + words.count("\n")


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('title = "X"\n', "", "title"),
        ('title = "X"', "title = 3", "title"),
        ('["E001"]', '"E001"', "evidence"),
        ('["E001"]', '["E001", 3]', "evidence"),
        ('["E001"]', '[["E001"]]', "evidence"),
        ('["pair:AZE-KAZ"]', "[2026-11-23]", "about"),
        ("2026-11-23", '"soon"', "updated"),
        ("2026-11-23", "2026-11-23T10:00:00", "updated"),
        ("pair/x", "pair/y", "id"),
        ("pair:AZE-KAZ", "pair:AZE", "about"),
        ("pair:AZE-KAZ", "planet:mars", "about"),
        ("pair:AZE-KAZ", "outcome:x", "about"),
        ('"E001"', '"E404"', "evidence"),
    ],
)
def test_front_matter_at_fault_is_told_with_its_field(
    tmp_path: Path, old: str, new: str, field: str
) -> None:
    assert [each.field for each in faults(tmp_path, FRONT.replace(old, new))] == [field]


@pytest.mark.parametrize("target", ["country:KAZ", "factor:iran_wedge", "outcome", "method"])
def test_a_note_may_be_about_what_the_pack_holds(tmp_path: Path, target: str) -> None:
    assert faults(tmp_path, FRONT.replace("pair:AZE-KAZ", target)) == []


@pytest.mark.parametrize("text", ["No fences.\n", "+++\nid = 1\n", "+++\nid = \n+++\nText.\n"])
def test_a_note_whose_front_matter_cannot_be_read_is_told(tmp_path: Path, text: str) -> None:
    (fault,) = faults(tmp_path, text)
    assert (fault.file, fault.row) == ("notes/pair/x.md", 1)


def test_a_note_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "notes/a.md"
    path.parent.mkdir()
    path.write_bytes(b"+++\n\xff\n")
    _notes, (fault,) = read_notes(tmp_path)
    assert (fault.file, fault.row) == ("notes/a.md", 2)
