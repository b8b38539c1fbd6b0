from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.notes_view import (
    NOTHING_FOUND,
    NOTHING_WRITTEN,
    NoteList,
    compose_note_list,
    compose_note_page,
    compose_own_part,
    first_key,
)
from explorer.pages.view import Target
from explorer.workspace.document import UserNote, Workspace, frozen

NOW = datetime(2026, 11, 24, tzinfo=UTC)
TEXTS = {
    "country:KAZ": "## Mine\n\nSee [E002] and {gini}.",
    "pair:KAZ-UZB": "Two neighbours.",
    "factor:iran_wedge": "Tehran objected.",
    "cell:KAZ:iran_wedge": "One cell.",
    "outcome": "The ladder.",
}


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(notes=frozen({k: UserNote(k, text, NOW) for k, text in TEXTS.items()}))


def headings(notes: NoteList, at: int) -> list[str]:
    return [group.heading for group in notes.sections[at].groups]


def test_every_note_is_listed_once_by_kind_with_counts(atlas: Atlas, workspace: Workspace) -> None:
    notes = compose_note_list(atlas, workspace)
    own, bundled = notes.sections
    assert own.count == len(TEXTS)
    assert bundled.count == len(atlas.notes)
    assert sorted(notes.keys) == sorted([*TEXTS, *(note.id for note in atlas.notes)])
    assert headings(notes, 0) == [
        "States · 1",
        "Pairs of states · 1",
        "Factors · 1",
        "States and factors · 1",
        "Outcome · 1",
    ]
    kinds = [heading.partition(" · ")[0] for heading in headings(notes, 1)]
    assert kinds == ["States", "Factors", "Pairs of states", "Outcome", "Method", "Glossary"]
    for section in notes.sections:
        for group in section.groups:
            assert group.heading.endswith(f"· {len(group.rows)}")


def test_a_bundled_note_says_that_ones_own_stands_beside_it(
    atlas: Atlas, workspace: Workspace
) -> None:
    rows = {
        row.key: row.subtitle
        for section in compose_note_list(atlas, workspace).sections
        for group in section.groups
        for row in group.rows
    }
    assert rows["country/KAZ"].endswith("yours beside it")
    assert not rows["country/UZB"].endswith("yours beside it")
    assert rows["country:KAZ"].startswith("Mine")


def test_the_filter_is_blind_to_case_and_diacritics_and_reads_the_text(
    atlas: Atlas, workspace: Workspace
) -> None:
    assert compose_note_list(atlas, workspace, "MINE see").keys[0] == "country:KAZ"
    assert "country:KAZ" not in compose_note_list(atlas, workspace, "NEIGHBOURS two").keys
    assert "method/glossary" in compose_note_list(atlas, workspace, "Ilham Eliyev").keys


def test_a_filter_that_nothing_passes_says_so_and_so_does_an_empty_workspace(
    atlas: Atlas, workspace: Workspace
) -> None:
    nothing = compose_note_list(atlas, workspace, "zzzz")
    assert nothing.keys == ()
    assert [section.nothing for section in nothing.sections] == [NOTHING_FOUND] * 2
    assert compose_note_list(atlas, Workspace()).sections[0].nothing == NOTHING_WRITTEN


def test_a_note_on_what_the_pack_does_not_have_is_listed_and_can_be_read(atlas: Atlas) -> None:
    place = "factor:of_another_pack"
    workspace = Workspace(notes=frozen({place: UserNote(place, "Kept.", NOW)}))
    notes = compose_note_list(atlas, workspace)
    assert headings(notes, 0) == ["Places that these data do not have · 1"]
    page = compose_note_page(atlas, workspace, place)
    assert page is not None
    assert page.own is not None
    assert page.own.text == "Kept."


def test_a_bundled_note_stands_beside_ones_own_on_the_same_place(
    atlas: Atlas, workspace: Workspace
) -> None:
    by_note = compose_note_page(atlas, workspace, "country/KAZ")
    by_place = compose_note_page(atlas, workspace, "country:KAZ")
    assert by_note is not None
    assert by_place is not None
    assert by_note.bundled == by_place.bundled
    assert by_note.own == by_place.own
    assert by_note.own is not None
    assert by_note.own.text == TEXTS["country:KAZ"]
    assert "[E002](evidence:E002)" in by_note.own.markdown
    assert [line.label for line in by_note.own.cited] == ["E002", "Series"]


def test_notes_on_one_subject_lead_to_one_another(atlas: Atlas) -> None:
    page = compose_note_page(atlas, Workspace(), "outcome/ladder")
    assert page is not None
    assert page.bundled is not None
    assert {key for key, _ in page.bundled.others} == {
        note.id for note in atlas.notes_about("outcome") if note.id != "outcome/ladder"
    }


def test_the_method_has_no_place_to_write_on(atlas: Atlas) -> None:
    page = compose_note_page(atlas, Workspace(), "method/judgement")
    assert page is not None
    assert page.own is None


def test_a_place_without_any_note_can_be_written_on(atlas: Atlas) -> None:
    page = compose_note_page(atlas, Workspace(), "cell:UZB:iran_wedge")
    assert page is not None
    assert page.bundled is None
    assert page.own is not None
    assert page.own.text == ""
    assert page.own.line == NOTHING_WRITTEN
    assert compose_note_page(atlas, Workspace(), "no/such") is None


def test_everything_in_the_front_matter_is_cited_once(atlas: Atlas) -> None:
    for note in atlas.notes:
        page = compose_note_page(atlas, Workspace(), note.id)
        assert page is not None
        assert page.bundled is not None
        labels = [line.label for line in page.bundled.cited if line.label != "Series"]
        assert len(set(labels)) == len(labels)
        assert set(note.evidence_ids) <= set(labels)


def test_the_first_note_is_the_one_nearest_to_what_is_selected(
    atlas: Atlas, workspace: Workspace
) -> None:
    cell = Target("cell", "KAZ", "iran_wedge")
    assert first_key(atlas, workspace, cell) == "cell:KAZ:iran_wedge"
    assert first_key(atlas, Workspace(), cell) == "factor/iran_wedge"
    assert first_key(atlas, Workspace(), Target("country", "UZB")) == "country/UZB"
    assert first_key(atlas, Workspace(), Target("outcome", "UZB")) == "country/UZB"


@pytest.mark.parametrize(
    ("key", "subtitle"),
    [
        ("country/KAZ", "On Kazakhstan"),
        ("factor/public_opinion", "Factor"),
        ("pair/AZE-KAZ", "Pair of states"),
        ("outcome/ladder", "On likely outcomes"),
        ("method/judgement", "Method"),
        ("cell:UZB:public_opinion", "On one cell of the comparison"),
        ("pair:KAZ-UZB", "No bundled note is on this"),
    ],
)
def test_a_page_says_what_its_note_is_on(atlas: Atlas, key: str, subtitle: str) -> None:
    page = compose_note_page(atlas, Workspace(), key)
    assert page is not None
    assert page.subtitle == subtitle


def test_no_page_shows_faulty_text(
    atlas: Atlas, faults_of_text: Callable[[object], list[str]]
) -> None:
    for note in atlas.notes:
        assert faults_of_text(compose_note_page(atlas, Workspace(), note.id)) == []
    assert faults_of_text(compose_note_list(atlas, Workspace())) == []


def test_markup_in_ones_own_note_is_kept_as_it_was_written(atlas: Atlas) -> None:
    text = "<img src=x> [x](javascript:alert(1)) ![y](file:///etc/passwd)"
    place = "country:KAZ"
    workspace = Workspace(notes=frozen({place: UserNote(place, text, NOW)}))
    part = compose_own_part(atlas, workspace, place)
    assert part.text == text
    assert part.cited == ()
